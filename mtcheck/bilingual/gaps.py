"""Stretches of one text without counterpart in the other, as far as a reader misses them.

Translators leave out, and may, what is no part of the story: a byline, a credit, a link to another
article, a short attribution, an exclamation.

The word lists are those of the rules that look for such lines (`related-link`, `page-furniture`)
and the verbs of speech of the language's conventions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.alignment import Bead
from mtcheck.bilingual.likeness import habits
from mtcheck.patterns import late_pattern
from mtcheck.rule import Side

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_WORD = late_pattern(r"[^\W\d_]+")
_SIGN_OFF = late_pattern(r"[(\[（【][^()\[\]（）【】]{1,60}[)\]）】][.。]?")
_LEAST_CERTAINTY = 1.0
_FREE = 3.0
_FEWEST_WORDS = 4
_MOST_WORDS_OF_ATTRIBUTION = 6
_MOST_WORDS_OF_CREDIT = 14
_LONGEST_SHOWN = 90
_LONGEST_PAGE_LINE = 250
_CLOSERS = ("”", "“", "»", "«", "」", "』", '"', "’", "'")
_PAGE_LINES = ("related-link", "page-furniture")


class Gap(NamedTuple):
    """start, end: what stands alone, in its own text. other: where the counterpart would be, in the
    other text. size: of how many sentences (or segments of a file)."""

    start: int
    end: int
    other: int
    size: int


def gaps(document: Document, side: Side) -> Iterator[Gap]:
    """The stretches of the source (or of the document itself) that the other text has nothing for;
    neighbours make one."""
    source = document.source
    if source is None:
        return
    own = source if side == "source" else document
    is_given = bool(document.segments)
    for run, beside in _runs(document.beads):
        if not is_given and (
            _may_correspond(run, source.target, document.target)
            or (side == "target" and any(_is_displaced(document, run, bead) for bead in beside))
        ):
            continue
        missed = [
            bead.source if side == "source" else bead.target
            for bead in run
            if (bead.is_omission if side == "source" else bead.is_addition)
            and (is_given or bead.certainty >= _LEAST_CERTAINTY)
        ]
        missed = [span for span in missed if not _may_go(own, span)]
        if missed:
            other = run[0].target.start if side == "source" else run[0].source.start
            yield Gap(missed[0].start, missed[-1].end, other, len(missed))


def _runs(beads: Sequence[Bead]) -> Iterator[tuple[list[Bead], list[Bead]]]:
    """Neighbouring beads with an empty side, and the beads before and after them."""
    at = 0
    while at < len(beads):
        end = at
        while end < len(beads) and (beads[end].is_omission or beads[end].is_addition):
            end += 1
        if end > at:
            yield list(beads[at:end]), [*beads[max(0, at - 1) : at], *beads[end : end + 1]]
        at = end + 1


def _is_displaced(document: Document, run: list[Bead], beside: Bead) -> bool:
    """Is the sentence beside the addition a mere "he said" after a quotation, and would what is
    added do as well for its counterpart? Then the source has quotation and speaker in one."""
    source = document.source
    assert source is not None
    alone = [bead.target for bead in run if bead.is_addition]
    little, whole = beside.target, beside.source
    if len(alone) != 1 or little.end - little.start >= alone[0].end - alone[0].start:
        return False
    before = document.text[max(0, little.start - 3) : little.start]
    if not before.rstrip().endswith(_CLOSERS):
        return False
    if not says_little(document, little) or says_little(source, whole):
        return False
    lengths = whole.end - whole.start, alone[0].end - alone[0].start
    return abs(habits(source.target, document.target).strangeness(*lengths)) < _FREE


def _may_correspond(run: list[Bead], source: str, target: str) -> bool:
    """Is what stands alone on either side as long as a translation would be? Then it may be one,
    and a free one."""
    of_source = sum(bead.source.end - bead.source.start for bead in run)
    of_target = sum(bead.target.end - bead.target.start for bead in run)
    if not of_source or not of_target:
        return False
    return abs(habits(source, target).strangeness(of_source, of_target)) < _FREE


def _may_go(own: Document, span: Span) -> bool:
    return _is_headline(own, span) or says_little(own, span)


def _is_headline(document: Document, span: Span) -> bool:
    headline = document.headline
    return headline is not None and span.start < headline.end


def says_little(document: Document, span: Span) -> bool:
    """Is it a line that a translator may leave out?"""
    from mtcheck.language.stamps import is_date, names_an_agency
    from mtcheck.language.words import count_words

    text = document.text[span.start : span.end]
    words = count_words(text, document.target)
    if words < _FEWEST_WORDS or not _WORD.search(text):
        return True
    if words <= _MOST_WORDS_OF_CREDIT:
        if _SIGN_OFF.fullmatch(text) or names_an_agency(text) or is_date(text):
            return True
        if words <= _MOST_WORDS_OF_ATTRIBUTION and _is_attribution(document, text):
            return True
    return _is_page_line(document, span)


def _is_attribution(document: Document, text: str) -> bool:
    spoken = document.conventions.speech_verbs
    return any(word in spoken for word in _WORD.findall(text.lower()))


def _is_page_line(document: Document, span: Span) -> bool:
    """A link to another article, a button or a box of the page: the line or its beginning."""
    from mtcheck.document import Document
    from mtcheck.lexicon import Lexicon, scan

    block = document.block_at(span.start)
    if block.end - block.start > _LONGEST_PAGE_LINE:
        return False
    line = Document(document.text[block.start : block.end], document.language)
    found = scan(line, [Lexicon(name) for name in _PAGE_LINES])
    return any(match.start < 4 for matches in found.values() for match in matches)


def shown(text: str) -> str:
    """A passage as a message quotes it: on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 2].rstrip()} …"
