"""Which paragraphs of a source stand beside which of the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

Row = tuple[slice, slice]


def parallel_rows(source: Document, target: Document) -> Iterator[Row]:
    """Slices of the blocks of source and target, in order; together they hold every block.

    Paragraphs that share a pair of sentences stand in one row, those without a counterpart in a
    row of their own.
    """
    left = right = 0
    for (left_start, left_end), (right_start, right_end) in _linked(source, target):
        if left_start > left:
            yield slice(left, left_start), slice(right, right)
        if right_start > right:
            yield slice(left_start, left_start), slice(right, right_start)
        yield slice(left_start, left_end), slice(right_start, right_end)
        left, right = left_end, right_end
    # A text without any block is still one piece: its white space.
    lefts, rights = max(1, len(source.blocks)), max(1, len(target.blocks))
    if left < lefts or right < rights:
        yield slice(left, lefts), slice(right, rights)


def _linked(source: Document, target: Document) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of blocks that belong together, none overlapping another on either side."""
    if not source.blocks or not target.blocks:
        return []
    pairs = sorted(
        (_blocks_of(source, bead.source), _blocks_of(target, bead.target))
        for bead in target.beads
        if not bead.is_addition and not bead.is_omission
    )
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for left, right in pairs:
        while merged and (left[0] < merged[-1][0][1] or right[0] < merged[-1][1][1]):
            last_left, last_right = merged.pop()
            left = (min(left[0], last_left[0]), max(left[1], last_left[1]))
            right = (min(right[0], last_right[0]), max(right[1], last_right[1]))
        merged.append((left, right))
    return merged


def _blocks_of(document: Document, span: Span) -> tuple[int, int]:
    first = document.block_index(span.start)
    last = document.block_index(max(span.start, span.end - 1))
    return first, last + 1
