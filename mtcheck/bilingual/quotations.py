"""Quotations of a source beside those of its translation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_words
from mtcheck.language.words import count_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.document import Document, Span
    from mtcheck.language.quotations import LoneMark, Quotation

_FEWEST_WORDS = 5
_MUCH_OF_IT, _MOST_OF_IT = 0.35, 0.55
_REACH = 12
_ANY_MARK = late_pattern(r"[“”„\"«»「」『』‹›‚]|''|``|<<|>>|[‘'](?=\w)(?![\w’']{1,3}\b[’']?\b)")
_DIALOGUE = late_pattern(r"\s*[-–—―]\s*\w")
_WORD = late_pattern(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_UNSPACED = ("zh", "ja", "th")
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
    for quotation in source.quotations:
        if quotation.opener in _TITLES or quotation.start >= span.end:
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


def lost_partners(document: Document) -> Iterator[tuple[LoneMark, Quotation]]:
    """Marks without a partner where the source's quotation has both."""
    source = document.source
    if source is None or not document.lone_quotation_marks or source.lone_quotation_marks:
        return
    starts = [bead.target.start for bead in document.beads]
    for mark in _without_partner_in_other_block(document):
        bead = document.beads[max(0, bisect_right(starts, mark.start) - 1)]
        quotations = (q for q in source.quotations if q.start < bead.source.end)
        quotation = next((q for q in quotations if bead.source.start < q.end), None)
        if quotation:
            yield mark, quotation


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
