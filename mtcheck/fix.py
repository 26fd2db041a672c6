"""Applies edits to a text. Edits that overlap never combine: the first of them is taken."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mtcheck.language.words import before_spaces
from mtcheck.rule import Edit, Fix

if TYPE_CHECKING:
    from mtcheck.document import Block, Document


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with each fix applied whole or, where it would overlap an earlier one, not at all.

    Offsets of the edits are code points into `text`.
    """
    pieces: list[str] = []
    position = 0
    for start, end, replacement in sorted(edit for fix in compatible(fixes) for edit in fix.edits):
        pieces += (text[position:start], replacement)
        position = end
    return "".join([*pieces, text[position:]])


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes that can be applied together: of those that overlap the first."""
    chosen: list[Fix] = []
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: min(fix.edits)):
        if all(_is_free(edit, taken) for edit in fix.edits):
            chosen.append(fix)
            for edit in fix.edits:
                insort(taken, edit)
    return chosen


def _is_free(edit: Edit, taken: list[Edit]) -> bool:
    """Does the edit overlap none of those taken, which are apart and in order? It is enough to look
    at its neighbours."""
    at = bisect_left(taken, edit)
    return all(
        edit.end <= other.start or other.end <= edit.start
        for other in taken[max(0, at - 1) : at + 1]
    )


def without_block(document: Document, block: Block) -> Fix:
    """The safe fix that takes a block out, with the blank line after it."""
    after = document.block_index(block.start) + 1
    end = document.blocks[after].start if after < len(document.blocks) else len(document.text)
    return Fix((Edit(block.start, end, ""),))


def without_passage(document: Document, start: int, end: int) -> Fix:
    """The safe fix that takes a passage out of its block, with the space before it."""
    block = document.block_at(start)
    if (start, end) == (block.start, block.end):
        return without_block(document, block)
    text = document.text
    start = before_spaces(text, block.start, start)
    while start == block.start and end < block.end and text[end].isspace():
        end += 1
    return Fix((Edit(start, end, ""),))
