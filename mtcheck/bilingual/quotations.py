"""Quotations of a source beside those of its translation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.bilingual.likeness import habits
from mtcheck.document import Span
from mtcheck.language.data import listed_words
from mtcheck.language.words import count_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.document import Document
    from mtcheck.language.quotations import LoneMark, Quotation
    from mtcheck.rule import Side

_FEWEST_WORDS = 5
_MUCH_OF_IT, _MOST_OF_IT = 0.35, 0.55
_REACH = 12
_FEWEST_LONG, _FEWEST_SMALL = 5, 3
_TOO_SHORT, _RATHER_SHORT, _NOT_LONGER = -3.0, -1.5, 1.0
"""Standard deviations from the usual length, for a quotation, its sentence and the rest of it."""
_ANY_MARK = late_pattern(r"[“”„\"«»「」『』‹›‚]|''|``|<<|>>|[‘'](?=\w)(?![\w’']{1,3}\b[’']?\b)")
_DIALOGUE = late_pattern(r"\s*[-–—―]\s*\w")
_WORD = late_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_UNSPACED = ("zh", "ja", "th")
_INNER_MARK = late_pattern(
    r"(?<![,;:.!?—–，、。；：！？،؛؟])[,;:.!?—–，、。；：！？،؛؟]++(?=\s*\w)"
)
_TITLES = frozenset("《〈【")
_SHORTEST_RENDERING = 0.4
_MOST_PARAGRAPHS = 3


def lost_marks(document: Document) -> Iterator[tuple[Bead, Quotation]]:
    """Sentences that the source has in quotation marks and the target has without any."""
    source = document.source
    if source is None or not source.quotations:
        return
    for index, bead in enumerate(document.beads):
        if bead.is_omission or bead.is_addition or _in_headline(document, bead.target):
            continue
        found = _quotation_of(source, bead.source)
        if found is None or _keeps_marks(document, index, found[0]):
            continue
        quotation, share = found
        if _is_direct(document, bead.target, share) and _is_rendered(document, bead):
            yield bead, quotation


def _quotation_of(source: Document, span: Span) -> tuple[Quotation, float] | None:
    """The quotation of several words that holds most of the span, and how much of it."""
    for quotation in sorted(source.quotations_over(span.start, span.end)):
        if quotation.opener in _TITLES:
            continue
        start, end = max(span.start, quotation.start), min(span.end, quotation.end)
        share = (end - start) / (span.end - span.start)
        if (
            share >= _MUCH_OF_IT
            and count_words(source.text[start:end], source.target) >= _FEWEST_WORDS
        ):
            return quotation, share
    return None


def _keeps_marks(document: Document, index: int, quotation: Quotation) -> bool:
    """Does the rendering of the quotation, all its sentences, show that somebody speaks?"""
    span = document.beads[index].target
    if document.quotations_around(span.start, span.end):
        return True
    if _DIALOGUE.match(document.text, document.block_at(span.start).start):
        return True
    near = document.beads[max(0, index - _REACH) : index + _REACH]
    return any(
        _ANY_MARK.search(document.text, *bead.target)
        for bead in near
        if bead.source.start < quotation.end and quotation.start < bead.source.end
    )


def _in_headline(document: Document, span: Span) -> bool:
    """A headline is written anew, not rendered."""
    return document.headline is not None and span.start < document.headline.end


def _is_direct(document: Document, span: Span, share: float) -> bool:
    """Does the rendering still speak in the speaker's own person? Otherwise the translator may
    have reported what the source quotes: She said that she would ..."""
    if _holds(document, span, "first-person"):
        return True
    return share >= _MOST_OF_IT and not _holds(document, span, "reported-speech")


def _holds(document: Document, span: Span, name: str) -> bool:
    words = listed_words(document.target, name)
    text = document.folded[span.start : span.end]
    if document.target in _UNSPACED:
        return any(word in text for word in words)
    return not words.isdisjoint(_WORD.findall(text))


def _is_rendered(document: Document, bead: Bead) -> bool:
    length = bead.target.end - bead.target.start
    return length >= _SHORTEST_RENDERING * (bead.source.end - bead.source.start) or (
        document.target in _UNSPACED
    )


def shortened(document: Document) -> Iterator[tuple[Span, Quotation]]:
    """Quotations of which the target has fewer clauses and far fewer letters, and no other part of
    the sentence is longer for that."""
    source = document.source
    if source is None or not source.quotations or not document.quotations:
        return
    usual = habits(source.target, document.target)
    theirs, ours = _by_bead(document, side="source"), _by_bead(document, side="target")
    for index in theirs.keys() & ours.keys():
        bead = document.beads[index]
        if len(theirs[index]) != 1 or len(ours[index]) != 1:
            continue
        original, rendering = theirs[index][0], ours[index][0]
        lengths = original.end - original.start, rendering.end - rendering.start
        whole = bead.source.end - bead.source.start, bead.target.end - bead.target.start
        rest = whole[0] - lengths[0], whole[1] - lengths[1]
        if (
            count_words(source.text[original.start : original.end], source.target) >= _FEWEST_LONG
            and usual.strangeness(*lengths) < _TOO_SHORT
            and usual.strangeness(*whole) < _RATHER_SHORT
            and usual.strangeness(*rest) < _NOT_LONGER
            and _parts(source, original) > _parts(document, rendering)
        ):
            yield Span(rendering.start, rendering.end), original


def _parts(document: Document, quotation: Quotation) -> int:
    """How many clauses, as far as marks tell."""
    return len(_INNER_MARK.findall(document.text, quotation.start, quotation.end))


def untranslated(document: Document) -> Iterator[tuple[Span, Quotation]]:
    """Quotations of several words that stand in the target in the source's own words."""
    source = document.source
    if source is None or source.target == document.target or not source.quotations:
        return
    originals = {_words(source, quotation): quotation for quotation in source.quotations}
    for quotation in document.quotations:
        words = _words(document, quotation)
        original = originals.get(words)
        small = sum(word.islower() for word in document.text[slice(*quotation[:2])].split())
        if (
            original is not None
            and len(words) >= _FEWEST_LONG
            and small >= _FEWEST_SMALL
            and not source.is_foreign(Span(original.start, original.end))
            and not _is_glossed(document, quotation)
        ):
            yield Span(quotation.start, quotation.end), original


def _words(document: Document, quotation: Quotation) -> tuple[str, ...]:
    return tuple(_WORD.findall(document.folded, quotation.start, quotation.end))


def _is_glossed(document: Document, quotation: Quotation) -> bool:
    """Does the rendering follow, or stand before, in brackets?"""
    before = document.text[max(0, quotation.start - 2) : quotation.start]
    after = document.text[quotation.end : quotation.end + 3]
    return any(mark in before + after for mark in "(（[")


def _by_bead(document: Document, side: Side) -> dict[int, list[Quotation]]:
    """The quotations that stand in one bead, by its index."""
    assert document.source is not None
    text = document.source if side == "source" else document
    spans = [bead.source if side == "source" else bead.target for bead in document.beads]
    filled = sorted(
        (span.start, index) for index, span in enumerate(spans) if span.end > span.start
    )
    starts = [start for start, _ in filled]
    found: dict[int, list[Quotation]] = {}
    for quotation in text.quotations:
        if quotation.opener in _TITLES:
            continue
        at = bisect_right(starts, quotation.start) - 1
        if at >= 0 and quotation.end <= spans[filled[at][1]].end:
            found.setdefault(filled[at][1], []).append(quotation)
    return found


def lost_partners(document: Document) -> Iterator[tuple[LoneMark, Quotation, int]]:
    """Marks without a partner where the source's quotation has both, and where its rendering ends
    (or, before a closing mark, begins)."""
    source = document.source
    if source is None or not document.lone_quotation_marks or source.lone_quotation_marks:
        return
    starts = document.bead_starts
    for mark in _without_partner_in_other_block(document):
        bead = document.beads[max(0, bisect_right(starts, mark.start) - 1)]
        quotations = (q for q in source.quotations if q.start < bead.source.end)
        quotation = next((q for q in quotations if bead.source.start < q.end), None)
        if quotation:
            yield mark, quotation, _limit_of_rendering(document, mark, quotation)


def _limit_of_rendering(document: Document, mark: LoneMark, quotation: Quotation) -> int:
    sentence = document.sentence_at(mark.start)
    block = document.block_at(mark.start)
    spans = [
        document.sentence_at(bead.target.start)
        for bead in document.beads
        if bead.source.start < quotation.end
        and quotation.start < bead.source.end
        and block.start <= bead.target.start < bead.target.end <= block.end
    ]
    if mark.opens:
        return max([sentence.end, *(span.end for span in spans)])
    return min([sentence.start, mark.start, *(span.start for span in spans)])


def _without_partner_in_other_block(document: Document) -> Iterator[LoneMark]:
    """A quotation may run over paragraphs: its first mark opens and a later one closes."""
    marks = document.lone_quotation_marks
    for index, mark in enumerate(marks):
        other = marks[index + 1 : index + 2] if mark.opens else marks[max(0, index - 1) : index]
        if (
            not other
            or other[0].opens == mark.opens
            or _blocks_apart(document, mark, other[0]) > _MOST_PARAGRAPHS
        ):
            yield mark


def _blocks_apart(document: Document, mark: LoneMark, other: LoneMark) -> int:
    return abs(document.block_index(mark.start) - document.block_index(other.start))
