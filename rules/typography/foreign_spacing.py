import re
from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import all_conventions
from mtcheck.language.missing_spaces import missing_spaces
from mtcheck.language.quotations import Quotation
from mtcheck.rule import Confidence, Edit, Fix, Hit, bad, good, rule

_SPACE = " \u00a0\u202f\u2009"
_SPACED_MARK = re.compile(
    rf"(?<=[^\s:;.!?(\[])(?<![ \u00a0][-–—=])[{_SPACE}]{{1,2}}(?P<mark>[:;!?]+|%)"
    r"(?=[\s\"'”’»)\]“,.…<]|$)"
)
_SPACED_STOP = re.compile(
    rf"(?<=[\w)\]”’»\"%€$£])[{_SPACE}]{{1,2}}[,.](?=[\s\"”’»)]|$|(?<=,)[^\W\d])"
)
_SPACED_OPENER = re.compile(rf"[¿¡][{_SPACE}]{{1,2}}(?=\w)")
_NESTED = "‘’'‚‹›"
"""A thin space between two closing marks, ’ ”, is good typography."""
_LONGEST_SPAN = 80


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    languages=("en", "fr", "de", "es"),
    examples=[
        bad("Gaza⟦ :⟧ two dead", fixed="Gaza: two dead"),
        bad(
            "Will he go⟦ ?⟧ Nobody knows⟦ ,⟧ it seems.", fixed="Will he go? Nobody knows, it seems."
        ),
        bad("Prices rose by 10⟦ %⟧ in May.", fixed="Prices rose by 10% in May."),
        bad("He spoke of ⟦“ a disaster ”⟧ today.", fixed="He spoke of “a disaster” today."),
        bad("Er fragte: Wer geht⟦ ?⟧ Niemand.", "de", fixed="Er fragte: Wer geht? Niemand."),
        bad("Un éxito⟦ :⟧ ⟦¿ ⟧Quién va⟦ ?⟧ Nadie.", "es", fixed="Un éxito: ¿Quién va? Nadie."),
        bad(
            "Paris : la guerre. Que faire⟦?⟧ Rien : on attend. Qui ? Eux.",
            "fr",
            fixed="Paris : la guerre. Que faire\u202f? Rien : on attend. Qui ? Eux.",
        ),
        bad(
            "« Oui », dit-il. Il dit ⟦«non»⟧.",
            "fr",
            fixed="« Oui », dit-il. Il dit «\u00a0non\u00a0».",
        ),
        good(
            "It ended 3 : 1 :) and rose 10% at 14:30 ... See https://a.com/x?y=1:2 or :smile: now."
        ),
        good("Um 10 % mehr, es stand 2 : 1. Wer kommt? Niemand: so war es.", "de"),
        good("Subió un 10 %. ¿Quién va? Nadie; nadie... ¡Vaya!", "es"),
        good(
            "À 14:30, score 3:1, voir http://a.fr ; qui ? Eux ! Le taux : 10 %. «\u00a0Oui\u00a0».",
            "fr",
        ),
        good("Qui va? Personne! Voici : rien; c'est « tout ».", "fr-CA"),
        good("Qui va? «Personne», dit-il: c'est tout; voilà!", "fr-CH"),
        good("Libération écrit «non». «Oui», dit-il.", "fr"),
    ],
)
def foreign_spacing(document: Document) -> Iterator[Hit]:
    """A space before a mark that takes none in this language, or its lack in French.

    Why: French sets a space before : ; ! ? » and after «; engines keep it in the target, or
    forget it when they write French. So it is with the space before %.
    Legitimate: times, scores, addresses, emoticons; % after a space in German, French and
    Spanish; Canadian French without a space before ; ! ?; Swiss French; French papers that set
    « » close throughout.
    Fix: safe; the space goes, or a no-break space comes in.
    Authority: CLDR; Imprimerie nationale, Lexique des règles typographiques; Office québécois de
    la langue française; RAE; Duden; Chicago Manual of Style 6.7.
    """
    yield from _needless(document)
    if document.conventions.space_before:
        yield from _missing(document)
    else:
        yield from _needless_in_quotations(document)


def _needless(document: Document) -> Iterator[Hit]:
    """A space before a mark, or after an opening one."""
    allowed = document.conventions.space_allowed_before
    own = document.conventions.name
    text = document.text
    for found in _SPACED_MARK.finditer(text):
        mark = found["mark"]
        if mark[0] in allowed or _is_no_prose(document, found):
            continue
        yield _hit(
            found.start(),
            found.end(),
            mark,
            f"{own} sets no space before {mark}: this one came along with the words.",
            _languages_spacing(mark[0], document.target),
        )
    for found in _SPACED_STOP.finditer(text):
        mark = found.group()[-1]
        is_glued = text[found.end() : found.end() + 1].isalpha()
        is_low_quote = is_glued and any("‚" in pair for pair in document.conventions.quotes)
        if text.startswith("..", found.end() - 1) or is_low_quote:
            continue
        yield _hit(
            found.start(),
            found.end(),
            mark + " " * is_glued,
            f"No space stands before a {'comma' if mark == ',' else 'full stop'}.",
            (),
            "medium" if document.conventions.space_before else None,
        )
    if document.target == "es":
        for found in _SPACED_OPENER.finditer(text):
            mark = found.group()[0]
            yield _hit(*found.span(), mark, f"No space stands after {mark}.", ("fr",))


def _is_no_prose(document: Document, found: re.Match[str]) -> bool:
    """A score (3 : 1), an emoticon, a sum, a passage in another language."""
    text, mark = document.text, found["mark"]
    before, after = text[found.start() - 1], text[found.end() : found.end() + 2]
    if mark == "%":
        return not before.isdigit()
    if mark == ":" and before.isdigit() and after.strip()[:1].isdigit():
        return True
    if mark in (":", ";") and after[:1] in (")", "]"):
        return True
    return document.in_link(*found.span()) or document.in_foreign_quotation(*found.span())


def _languages_spacing(mark: str, target: str) -> tuple[str, ...]:
    """The languages that set a space before the mark."""
    return tuple(
        tag
        for tag, habits in all_conventions()
        if tag != target and mark in habits.space_allowed_before
    )


def _needless_in_quotations(document: Document) -> Iterator[Hit]:
    """“ … ”: a space inside the marks."""
    text, printed = document.text, document.accepted_quotes
    uneven = {document.block_index(mark.start) for mark in document.lone_quotation_marks}
    for quotation in document.quotations:
        start, end = quotation.inner
        if quotation.glyphs not in printed or quotation.is_single or end - start < 3:
            continue
        if quotation.glyphs == "«»" and document.conventions.quotes[0] != "«»":
            continue
        opens = text[start] in _SPACE and text[start + 1] not in _NESTED
        closes = text[end - 1] in _SPACE and text[end - 2] not in _NESTED
        if not (opens or closes) or not text[start : min(end, start + _LONGEST_SPAN)].strip():
            continue
        if quotation.opener == '"' and (
            opens is not closes or document.block_index(start) in uneven
        ):
            continue
        yield _spaced_quotation(document, quotation, opens, closes)


def _spaced_quotation(document: Document, quotation: Quotation, opens: bool, closes: bool) -> Hit:
    text, (start, end) = document.text, quotation.inner
    first, last = start, end
    while opens and text[first] in _SPACE:
        first += 1
    while closes and text[last - 1] in _SPACE:
        last -= 1
    edits = tuple(Edit(*span, "") for span in ((start, first), (last, end)) if span[0] < span[1])
    if quotation.end - quotation.start <= _LONGEST_SPAN:
        span = quotation.start, quotation.end
    else:
        span = (quotation.start, first) if opens else (last, quotation.end)
    return Hit(
        *span,
        f"{document.conventions.name} sets no space inside quotation marks; French does.",
        suggestion=f"{quotation.opener}…{quotation.closer}",
        fix=Fix(edits),
        sources=tuple(s for s in ("fr",) if s != document.target),
    )


def _missing(document: Document) -> Iterator[Hit]:
    """A mark set close where the language wants a space."""
    own = document.conventions.name
    for missing in missing_spaces(document):
        space = "\u00a0" if missing.mark in ":»%" else "\u202f"
        where = "inside « »" if missing.mark == "»" else f"before {missing.mark}"
        yield Hit(
            missing.start,
            missing.end,
            f"{own} sets a no-break space {where}.",
            suggestion="« … »" if missing.mark == "»" else space + missing.mark,
            fix=Fix(tuple(Edit(place, place, space) for place in missing.places)),
            confidence="high" if missing.is_sure else "medium",
        )


def _hit(
    start: int,
    end: int,
    right: str,
    message: str,
    sources: tuple[str, ...],
    confidence: Confidence | None = None,
) -> Hit:
    return Hit(
        start,
        end,
        message,
        suggestion=right,
        fix=Fix((Edit(start, end, right),)),
        sources=sources,
        confidence=confidence,
    )
