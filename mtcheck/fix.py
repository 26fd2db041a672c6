"""Applies edits to a text. Edits that overlap never combine: the first of them is taken."""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.rule import Edit, Fix


def apply_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with each fix applied whole or, where it would overlap an earlier one, not at all.

    Offsets of the edits are code points into `text`.
    """
    taken: list[Edit] = []
    for fix in sorted(fixes, key=lambda fix: min(fix.edits)):
        if all(_apart(edit, other) for edit in fix.edits for other in taken):
            taken += fix.edits
    pieces: list[str] = []
    position = 0
    for start, end, replacement in sorted(taken):
        pieces += (text[position:start], replacement)
        position = end
    return "".join([*pieces, text[position:]])


def _apart(one: Edit, other: Edit) -> bool:
    return one.end <= other.start or other.end <= one.start
