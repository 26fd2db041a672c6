"""Which sentences of a source correspond to which of its translation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtcheck.document import Document, Segment, Span


class Bead(NamedTuple):
    """A stretch of the source and the stretch of the target that renders it: one or two
    sentences on each side, or none on one of them ("bead": Gale and Church 1993).

    source, target: spans into the two texts, half-open, code points. An empty span says that
        nothing corresponds, and stands where the counterpart would be.
    """

    source: Span
    target: Span

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
    """The beads of two texts, in order."""
    from mtcheck.document import Span

    if len(source.sentences) == len(target.sentences):
        return tuple(map(Bead, source.sentences, target.sentences))
    return (Bead(Span(0, len(source.text)), Span(0, len(target.text))),)
