import re
from collections.abc import Iterator

from mtcheck.document import Document, Span
from mtcheck.language.conventions import (
    all_conventions,
    conventions,
    language_name,
    languages_printing,
)
from mtcheck.language.data import function_words
from mtcheck.language.quotations import LoneMark, Quotation
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_SUSPECT = re.compile("[“”„«»‹›‚‘「」『』《》〈〉【】〝〞〟]|``|''|,,|<<")
_TYPED = frozenset(("``", "''", ",,", "<<", ">>"))
_SPACE = " \u00a0\u202f\u2009"
_LONGEST_SPAN = 80
_LONGEST_TITLE = 8
_DOUBLE = frozenset('“”„«»"')


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    languages=("en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sv", "tr"),
    examples=[
        bad(
            "He spoke of a ⟦« catastrophe »⟧ and left for Paris.",
            fixed="He spoke of a “catastrophe” and left for Paris.",
        ),
        bad(
            'The minister said: ⟦„We are ready“⟧. "It is time," he said.',
            fixed='The minister said: "We are ready". "It is time," he said.',
        ),
        bad("Xi called it ⟦「a new start」⟧.", fixed="Xi called it “a new start”."),
        bad(
            "Il a parlé d'une ⟦„Katastrophe“⟧ et de « guerre ».",
            "fr",
            fixed="Il a parlé d'une «\u00a0Katastrophe\u00a0» et de « guerre ».",
        ),
        bad(
            "« Oui », dit-il. « Non », dit-elle. Paris dénonce une ⟦“agression”⟧.",
            "fr",
            fixed="« Oui », dit-il. « Non », dit-elle. Paris dénonce une «\u00a0agression\u00a0».",
        ),
        bad("Er nannte es eine ⟦“Katastrophe”⟧.", "de", fixed="Er nannte es eine „Katastrophe“."),
        bad("Er sprach von ⟦``Chaos''⟧ in Kiew.", "de", fixed="Er sprach von „Chaos“ in Kiew."),
        bad("Habló de una ⟦„catástrofe“⟧.", "es", fixed="Habló de una «catástrofe»."),
        good("He sang « Je suis là pour vous et pour les enfants » to the crowd."),
        good("Home » News » World\n\nRead more » here. Use x << 2. It was 6'2\", ''tis said."),
        good("« Il a dit “non” », écrit Le Monde. « C'est “fini” », dit-il.", "fr"),
        good("“Oui”, dit-il. “Non”, dit-elle.", "fr"),
        good('»Ja«, sagte er. „Nein ‚danke‘“, sagte sie. Man sah "The Crown".', "de"),
        good("«Ja», sagte der Bundesrat. «Nein ‹danke›», sagte sie.", "de"),
        good("«Sí», dijo. “No”, dijo ella. ‘Quizá’.", "es"),
    ],
)
def foreign_quotes(document: Document) -> Iterator[Hit]:
    """Quotation marks of another language's press.

    Why: an engine translates the words and leaves the marks, or takes only one of the two along.
    « » in English, „ “ in French, “ ” in German show from where the text came.
    Legitimate: marks that the press of that language or of one of its countries prints (« » in
    Swiss German); “ ” within « »; words and titles quoted in the language whose marks they keep;
    arrows (») in menus.
    Fix: safe; the article's own marks, or the usual ones of its language, take their place.
    Authority: CLDR, delimiters of each language; the style books of the press where CLDR is
    narrower than newspapers are.
    """
    habits = document.conventions
    if not habits.quotes or not _SUSPECT.search(document.text):
        return
    accepted, usual = document.accepted_quotes, document.usual_quotes or habits.quotes[0]
    printed = {mark for pair in accepted for mark in pair}
    for quotation in document.quotations:
        if quotation.glyphs in accepted:
            is_fault = _is_left_standing(document, quotation) or _is_french(document, quotation)
        else:
            is_fault = _is_foreign(quotation, printed)
        if is_fault and not _is_quoted_from_its_language(document, quotation):
            yield _pair_hit(document, quotation, usual)
    for mark in document.lone_quotation_marks:
        if mark.mark not in printed and _touches_word(document, mark):
            yield _lone_hit(document, mark, usual)


def _is_foreign(quotation: Quotation, printed: set[str]) -> bool:
    """A mixture of two pairs that are at home here is left to unpaired-punctuation."""
    if {quotation.opener, quotation.closer} & _TYPED or not {*quotation.glyphs} <= printed:
        return True
    return bool(languages_printing(quotation.glyphs))


def _is_left_standing(document: Document, quotation: Quotation) -> bool:
    """“…” by itself in a French article that prints «…» otherwise; Spanish mixes both."""
    if quotation.start not in document.outer_quotations:
        return False
    usual = document.usual_quotes
    if document.target == "fr":
        return usual == "«»" and quotation.glyphs == "“”"
    is_mixed = document.target == "es" and {quotation.glyphs, usual} == {"“”", "«»"}
    return is_mixed and not _is_spaced(document, quotation)


def _is_french(document: Document, quotation: Quotation) -> bool:
    """« … » with spaces, in a language that prints «…» only beside other marks, as German does."""
    return (
        quotation.glyphs == "«»"
        and "«" not in document.conventions.space_after
        and document.conventions.quotes[0] != "«»"
        and document.target != "es"
        and _is_spaced(document, quotation)
    )


def _is_spaced(document: Document, quotation: Quotation) -> bool:
    start, end = quotation.inner
    inner = document.text[start : start + 1] + document.text[end - 1 : end]
    return bool(inner) and not inner.strip(_SPACE)


def _is_quoted_from_its_language(document: Document, quotation: Quotation) -> bool:
    """Are the words in the language whose marks they have? So is many a title."""
    block = document.block_at(quotation.start)
    if document.in_foreign_quotation(quotation.start, quotation.end) or document.is_foreign(
        Span(block.start, block.end)
    ):
        return True
    start, end = quotation.inner
    words = document.text[start : min(end, start + _LONGEST_SPAN)]
    if end - start > _LONGEST_SPAN or len(words.split()) > _LONGEST_TITLE:
        return False
    lowered = [word for word in re.findall(r"\w+", words.lower()) if len(word) > 1]
    if any(word in function_words(document.target) for word in lowered):
        return False
    sources = _sources(document, quotation.glyphs)
    return any(word in function_words(source) for source in sources for word in lowered)


def _sources(document: Document, glyphs: str) -> tuple[str, ...]:
    """The languages whose press prints the pair before others."""
    printing = languages_printing(glyphs)
    first = [tag for tag in printing if glyphs in conventions(tag).quotes[:2]]
    return tuple(tag for tag in first or printing if tag != document.target)


def _pair_hit(document: Document, quotation: Quotation, own_pair: str) -> Hit:
    text, (start, end) = document.text, quotation.inner
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    opening, closing = _own_marks(document, quotation, own_pair)
    edits = Edit(quotation.start, start, opening), Edit(end, quotation.end, closing)
    is_fixable = not any(mark in _DOUBLE for mark in text[start:end])
    is_short = quotation.end - quotation.start <= _LONGEST_SPAN
    sources = _sources(document, quotation.glyphs)
    if _is_spaced(document, quotation):
        spacing = (tag for tag in sources if quotation.opener in conventions(tag).space_after)
        sources = tuple(spacing) or sources
    at_home = quotation.glyphs in document.conventions.quotes and document.target == "es"
    return Hit(
        quotation.start,
        quotation.end if is_short else quotation.start + len(quotation.opener),
        _message(document, f"{quotation.opener} {quotation.closer}", sources),
        suggestion=f"{opening}{text[start:end] if is_short else '…'}{closing}",
        fix=Fix(edits) if is_fixable else None,
        sources=sources,
        confidence="medium" if at_home else None,
    )


def _own_marks(document: Document, quotation: Quotation, own_pair: str) -> tuple[str, str]:
    if quotation.opener == "【":
        return "[", "]"
    habits = document.conventions
    if len(document.quotations_around(quotation.start, quotation.end)) > 1:
        own_pair = "''" if own_pair == '""' else habits.nested_quotes or own_pair
    opening, closing = own_pair[0], own_pair[1]
    if opening in habits.space_after:
        opening += "\u00a0"
    if closing in habits.space_before:
        closing = "\u00a0" + closing
    return opening, closing


def _message(document: Document, marks: str, sources: tuple[str, ...]) -> str:
    if any(typed in marks for typed in _TYPED):
        return f"{marks} are typed in place of quotation marks; no newspaper prints them."
    own = document.conventions.name
    if not sources:
        return f"{marks}: no newspaper in {own} prints these quotation marks."
    *others, last = (language_name(source) for source in sources[:3])
    press = f"{', '.join(others)} and {last}" if others else last
    return (
        f"{marks}: quotation marks as newspapers in {press} print them, left standing when the "
        f"words were turned into {own}."
    )


def _touches_word(document: Document, mark: LoneMark) -> bool:
    """A mark that stands free or leads to an entry of a menu is an arrow."""
    text, block = document.text, document.block_at(mark.start)
    before = text[mark.start - 1] if mark.start > block.start else " "
    after = text[mark.start + 1] if mark.start + 1 < block.end else " "
    if mark.opens:
        return after.isalnum() or (after in "\u00a0\u202f" and before in _SPACE)
    return before in "\u00a0\u202f" or (before not in _SPACE and not after.isalnum())


def _lone_hit(document: Document, mark: LoneMark, own_pair: str) -> Hit:
    own = document.conventions.quotes
    sources = dict.fromkeys(
        tag
        for tag, habits in all_conventions()
        if tag != document.target
        and any(mark.mark in pair for pair in habits.quotes[:1] if pair not in own)
    )
    right = own_pair[0 if mark.opens else 1]
    return Hit(
        mark.start,
        mark.start + 1,
        _message(document, mark.mark, tuple(sources)),
        suggestion=right,
        sources=tuple(sources),
    )
