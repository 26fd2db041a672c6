"""The comment that suppresses a finding, written where it stands."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.directives import comment_for
from mtcheck.document import Block
from mtcheck.lsp.places import Placed
from mtcheck.lsp.positions import LineTable
from mtcheck.patterns import late_pattern
from mtcheck.readers import ReadError
from mtcheck.readers.detect import format_of
from mtcheck.reporters.position import LineIndex
from mtcheck.rule import Edit

REASON = "why it is right here"
"""To be written over: a reason is what the next reader of the comment needs."""
_FRONT_MATTER = late_pattern(r"\ufeff?---[ \t]*\r?\n")
_OWN_KEY = late_pattern(r"(?m)^mtcheck-ignore[ \t]*:")


class Ignoring(NamedTuple):
    """title: what the edit does, in words."""

    title: str
    edit: Edit


def ignoring(placed: Placed, path: str, lines: LineTable) -> Ignoring | None:
    """What makes mtcheck pass over the finding; None where the file's format has no comments, or
    the finding's place can hold none."""
    if placed.document.file_map is None:
        return None
    rule = placed.finding.rule
    comment = f"<!-- {comment_for(rule, REASON)} -->"
    here = f"Ignore {rule} here"
    format = _format(path, lines.text)
    if format == "html":
        return Ignoring(here, Edit(placed.end, placed.end, comment))
    if format != "markdown":
        return None
    text = lines.text
    if placed.start < (matter_end := _front_matter_end(text)):
        opening = _FRONT_MATTER.match(text)
        if opening is None or _OWN_KEY.search(text, 0, matter_end):
            return None
        edit = Edit(opening.end(), opening.end(), f"mtcheck-ignore: [{rule}]\n")
        return Ignoring(f"Ignore {rule} in this file", edit)
    start = lines.line_at(_block_start(placed))[0]
    block = _block(placed)
    if block is None or block.kind == "list_item" or text[start:].lstrip().startswith("|"):
        return Ignoring(here, Edit(placed.end, placed.end, f" {comment}"))
    return Ignoring(here, Edit(start, start, f"{comment}\n"))


def _block(placed: Placed) -> Block | None:
    at = placed.finding.start
    return next((b for b in placed.document.blocks if b.start <= at < b.end), None)


def _block_start(placed: Placed) -> int:
    """Where the finding's block begins in the file."""
    block = _block(placed)
    if block is None:
        return placed.start
    index = LineIndex.of(placed.document)
    before = index.offsets_of(placed.finding)[0]
    return placed.start - (before - index.offsets(block.start, block.end)[0])


def _format(path: str, content: str) -> str:
    try:
        return format_of(path, content)
    except ReadError:
        return ""


def _front_matter_end(content: str) -> int:
    """Where the Markdown begins."""
    mark = content.removeprefix("\ufeff")[:3]
    if mark not in ("---", "+++"):
        return 0
    return max(0, content.find(f"\n{mark}", 3))
