from collections.abc import Iterator
from itertools import zip_longest

from mtcheck.document import Document
from mtcheck.language.conventions import languages_printing
from mtcheck.language.data import languages
from mtcheck.language.quotations import LoneMark, Quotation
from mtcheck.language.unmatched import (
    LoneBracket,
    seems_to_close,
    unmatched_brackets,
    unmatched_quotation_marks,
)
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_WORDS_SHOWN, _SHOWN_AFTER = 3, 40
_LONGEST_OPEN = 200


@rule(
    category="linguistic-conventions/punctuation",
    severity="minor",
    confidence="high",
    yields_to=("quotation-mismatch",),
    examples=[
        bad("He said the plan was ⟦“a disaster for the region.⟧\n\nTalks go on today."),
        bad("Ministers met in Geneva, Switzerland on Friday⟦)⟧ to talk about aid."),
        bad("The army ⟦(which left Goma in May said it would return.⟧\n\nNobody was hurt."),
        bad("⟦“We will go on,⟧ he said.\n\n“We will not stop,” she added."),
        bad(
            "Le ministre a dénoncé ⟦« une attaque lâche,⟧ selon l'AFP.\n\nIl doit revenir lundi.",
            "fr",
        ),
        bad("Er sprach von Chaos⟦“⟧, sagte ein Beamter am Freitag.\n\nDas war alles.", "de"),
        bad("La ONU habla de ⟦«una catástrofe,⟧ dijo su portavoz.\n\nEl diálogo sigue.", "es"),
        bad("専門家は⟦「問題は電力の確保だ。⟧と指摘する。工事は遅れている。", "ja"),
        bad("布兰德认为可能会拆散出售。⟦“时间拖得越久，希望就越小。⟧他说。", "zh"),
        bad(
            '„Wir haben das gewusst⟦"⟧, sagte er der Zeitung.',
            "de",
            fixed="„Wir haben das gewusst“, sagte er der Zeitung.",
        ),
        bad("Er sagte: ⟦“⟧Wir gehen“ und ging.", "de", fixed="Er sagte: „Wir gehen“ und ging."),
        bad('"We all have to do our part to slow the spread. ⟦”⟧\n\nHe left on Monday.'),
        good('O "ama"yı yıllardır duyarım. "Yeter"e gelince, sustu.', "tr"),
        good("“We will go on.\n\n“We will not stop.\n\n“That is all,” he said."),
        good('He was 6\'2" tall and had a 27" screen. Options: a) wait, b) go. Fine :)'),
        good(
            "« Nous irons jusqu'au bout.\n\nNous ne céderons pas », a-t-il dit (voir a) et b)).",
            "fr",
        ),
        good("»Wir gehen«, sagte er. „Das ist ‚gut‘“, schrieb sie.", "de"),
    ],
)
def unpaired_punctuation(document: Document) -> Iterator[Hit]:
    """A bracket or quotation mark that is opened and never closed, or the reverse.

    Why: engines translate sentence by sentence and drop or double a mark whose partner stands in
    another sentence, or close a quotation with a mark of another style.
    Legitimate: a quotation of several paragraphs, where each paragraph opens it and only the last
    closes; numbers of a list, "a)"; emoticons; inches; apostrophes. Where every sentence is a
    paragraph, the partner may have gone with another segment: there a lone quotation mark is
    of low confidence, and so is a straight mark that a typist paired with a curly one.
    Fix: safe where a quotation is closed by a mark of another style; otherwise none, for nobody
    but a person knows where the missing mark belongs.
    Authority: all style guides; CLDR for the marks of each language.
    """
    for bracket in unmatched_brackets(document):
        yield _lone_hit(document, bracket)
    # Where no editor has told how the press of a language pairs its marks, lone ones tell little.
    quotes = document.conventions.quotes if document.target in languages() else ()
    printed = {mark for pair in quotes for mark in pair}
    lone = (mark for mark in document.lone_quotation_marks if mark.mark in printed)
    for mark in _told_once(document, sorted(unmatched_quotation_marks(document, lone))):
        yield _lone_hit(document, mark)
    for quotation in document.quotations:
        yield from _mixed(document, quotation, printed)


def _told_once(document: Document, marks: list[LoneMark]) -> Iterator[LoneMark]:
    """Without the opening mark of a quotation whose closing one is of another kind ("so ”)."""
    for mark, following in zip_longest(marks, marks[1:]):
        is_pair = (
            following is not None
            and mark.opens
            and not following.opens
            and mark.mark != following.mark
            and following.start < document.block_at(mark.start).end
        )
        if not is_pair:
            yield mark


def _lone_hit(document: Document, mark: LoneBracket | LoneMark) -> Hit:
    block = document.block_at(mark.start)
    is_segment = document.is_sentence_a_paragraph and len(document.sentences_of(block)) <= 1
    is_quotation_mark = isinstance(mark, LoneMark)
    kind = "quotation mark" if is_quotation_mark else "bracket"
    lacks = "opens and nothing closes it" if mark.opens else "closes and nothing opened it"
    end, advice = mark.start + 1, "put its partner where it belongs, or delete it"
    lost_at = seems_to_close(document, mark) if isinstance(mark, LoneMark) and mark.opens else None
    sentence = document.sentence_at(mark.start)
    if lost_at:
        following = document.text[lost_at : lost_at + _SHOWN_AFTER].split()[:_WORDS_SHOWN]
        end, advice = lost_at, f"end the quotation before “{' '.join(following)}”"
    elif mark.opens and sentence.end - mark.start <= _LONGEST_OPEN:
        end, advice = sentence.end, "close it, perhaps at the end of this sentence, or delete it"
    return Hit(
        mark.start,
        end,
        f"This {kind} {lacks}: its partner was lost, as happens where a text is translated "
        "sentence by sentence.",
        suggestion=advice,
        confidence="low" if is_segment and is_quotation_mark else None,
    )


def _mixed(document: Document, quotation: Quotation, printed: set[str]) -> Iterator[Hit]:
    """“…" or „…": both marks are printed here, but not together."""
    pair, accepted = quotation.glyphs, document.conventions.quotes
    if pair in accepted or len(pair) > 2 or not {*pair} <= printed or quotation.is_single:
        return
    if pair in ("»»", "««", "„„") or languages_printing(pair):
        return
    with_opener = next((p for p in accepted if p[0] == pair[0] and p != '""'), None)
    with_closer = next((p for p in accepted if p[1] == pair[1]), pair)
    if with_opener:
        start, end, right = quotation.end - 1, quotation.end, with_opener[1]
    else:
        start, end, right = quotation.start, quotation.start + 1, with_closer[0]
    yield Hit(
        start,
        end,
        f"The quotation opens with {pair[0]} and closes with {pair[1]}: two styles met, as happens "
        "where an engine changes only one mark of a pair.",
        suggestion=right,
        fix=Fix((Edit(start, end, right),)),
        confidence="low" if '"' in pair and document.is_sentence_a_paragraph else None,
    )
