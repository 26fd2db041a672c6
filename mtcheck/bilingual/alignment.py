"""Which sentences of a source correspond to which of its translation.

The best chain of beads is found by dynamic programming over the sentences of both texts (W. A. Gale
and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19(1), 1993; `lattice`). A bead is judged by what its sides share and by their lengths (`likeness`)
and, softly, by the paragraphs, as far as this translation keeps them. Only sentences near the
likely course are compared (`course`), so that the time grows with the length of the texts alone.
Measured in benchmarks/alignment.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtcheck.bilingual.lattice import Step
    from mtcheck.document import Document, Segment, Span


class Bead(NamedTuple):
    """A stretch of the source and the stretch of the target that renders it: one or two
    sentences on each side, rarely three, or none on one of them ("bead": Gale and Church 1993).

    source, target: spans into the two texts, half-open, code points. An empty span says that
        nothing corresponds, and stands where the counterpart would be: at the end of the bead
        before, or at the very start of the text.
    certainty: of a bead with an empty side, by how much (in natural logarithms) this is likelier
        than that the stretch belongs to a bead beside it, and 0 where it seems to have been put
        elsewhere; of any other, how much likelier it is that its sides render each other than not.
        0 where a file gives the pairs.
    """

    source: Span
    target: Span
    certainty: float = 0.0

    @property
    def is_omission(self) -> bool:
        """Has the source no counterpart in the target?"""
        return self.target.start == self.target.end

    @property
    def is_addition(self) -> bool:
        """Has the target no counterpart in the source?"""
        return self.source.start == self.source.end


def beads_of_segments(segments: Iterable[Segment]) -> tuple[Bead, ...]:
    """The pairs of a bilingual file as they stand there."""
    return tuple(Bead(segment.source, segment.target) for segment in segments)


def align(source: Document, target: Document) -> tuple[Bead, ...]:
    """The beads of two texts, in order; each sentence stands in exactly one."""
    from mtcheck.bilingual.lattice import Lattice

    steps = Lattice(source, target).best_chain()
    return tuple(_spans(source, target, steps))


def _spans(source: Document, target: Document, steps: Iterable[Step]) -> Iterable[Bead]:
    for i, j, of_source, of_target, certainty in steps:
        yield Bead(
            _span(source.sentences, i, of_source), _span(target.sentences, j, of_target), certainty
        )


def _span(sentences: tuple[Span, ...], first: int, count: int) -> Span:
    from mtcheck.document import Span

    if count:
        return Span(sentences[first].start, sentences[first + count - 1].end)
    place = sentences[first - 1].end if first else 0
    return Span(place, place)
