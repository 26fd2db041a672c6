"""From the prose of a document to the place in its file, where the file holds more than prose.

A reader of Markdown, HTML and their like takes the prose out of the markup. The rules see that
prose; what they find has to be shown, and mended, in the file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from mtcheck.rule import Edit, Fix


class Piece(NamedTuple):
    """A stretch of prose and the stretch of the file that it was made of (code points, half-open).

    Where both are equally long, they correspond character for character; else, as an entity and
    its character, only as a whole.
    """

    start: int
    end: int
    file_start: int
    file_end: int

    @property
    def is_linear(self) -> bool:
        return self.end - self.start == self.file_end - self.file_start


class Extent(NamedTuple):
    """A block of the prose (start, end) and all that goes from the file where the block goes: the
    element, or the lines."""

    start: int
    end: int
    file_start: int
    file_end: int


class FileMap:
    """The file, and where in it each piece of the prose stands.

    raw: the decoded file. pieces: by `start`, none overlapping another; what stands between them
        in the prose (the empty line between two blocks) is nowhere in the file.
    extents: of the blocks that can be taken out, by `start`.
    escape: makes text of prose fit to be written into the file, None where it cannot be; without
        it the file cannot be mended.
    prose_of: the prose of another state of the file, to see whether a fix does what it is to do.
    """

    def __init__(
        self,
        raw: str,
        pieces: tuple[Piece, ...],
        *,
        extents: tuple[Extent, ...] = (),
        escape: Callable[[str], str | None] | None = None,
        prose_of: Callable[[str], str] | None = None,
    ) -> None:
        self.raw = raw
        self.pieces = pieces
        self.escape = escape
        self.prose_of = prose_of
        self._starts = [piece.start for piece in pieces]
        self._extents = extents
        self._extent_at = {extent.start: index for index, extent in enumerate(extents)}

    def made_of(self) -> dict[str, Any]:
        """The arguments that make the same map again."""
        return {
            "raw": self.raw,
            "pieces": self.pieces,
            "extents": self._extents,
            "escape": self.escape,
            "prose_of": self.prose_of,
        }

    def __reduce__(self) -> tuple[Any, ...]:
        """Goes to another process as what it was made of."""
        return _made_again, (self.made_of(),)

    def to_file(self, offset: int) -> int:
        """Where the character of the prose at the offset stands in the file; of a place that is
        nowhere in it, the end of what stands before."""
        piece = self._piece_before(offset)
        if piece is None:
            return self.pieces[0].file_start if self.pieces else 0
        if offset >= piece.end:
            return piece.file_end
        return piece.file_start + (offset - piece.start if piece.is_linear else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """What of the file a span of the prose was made of, from its first character to its last
        with the markup between."""
        if start >= end:
            return self.to_file(start), self.to_file(start)
        first = self._piece_before(start)
        if first is None or start >= first.end:
            after = bisect_right(self._starts, start)
            if after < len(self.pieces) and self.pieces[after].start < end:
                start = self.pieces[after].start
            else:
                return self.to_file(start), self.to_file(start)
        begin, last = self.to_file(start), self._piece_before(end - 1)
        assert last is not None  # a piece holds or precedes `start`, which is not after end - 1
        if last.is_linear and end <= last.end:
            close = last.file_start + end - last.start
        else:
            close = last.file_end
        return min(begin, close), max(begin, close)

    def edit(self, edit: Edit) -> Edit | None:
        """The edit of the file that does to the prose what the given one says; None where markup
        stands in the way."""
        if self.escape is None:
            return None
        if not edit.text and (whole := self._whole_blocks(edit)):
            return whole
        text = self.escape(edit.text)
        place = self._unbroken(edit.start, edit.end)
        return None if text is None or place is None else Edit(*place, text)

    def fix(self, fix: Fix) -> Fix | None:
        """The fix with all its edits in the file, or None."""
        edits = [self.edit(edit) for edit in fix.edits]
        mapped = tuple(edit for edit in edits if edit is not None)
        return Fix(mapped, fix.safe) if len(mapped) == len(edits) else None

    def _piece_before(self, offset: int) -> Piece | None:
        """The piece that holds the offset, or the last one before it."""
        index = bisect_right(self._starts, offset) - 1
        return self.pieces[index] if index >= 0 else None

    def _whole_blocks(self, edit: Edit) -> Edit | None:
        """The edit that takes out the blocks which the given one takes out as a whole."""
        index = self._extent_at.get(edit.start)
        if index is None:
            return None
        first = last = self._extents[index]
        for following in self._extents[index + 1 :]:
            if following.start >= edit.end:
                break
            if following.file_start != last.file_end:
                return None
            last = following
        is_end = edit.end > last.end or edit.end == self.pieces[-1].end
        if not is_end or not self._is_block_start_or_end(edit.end):
            return None
        if any(last.end <= piece.start < edit.end for piece in self._pieces_in(last.end, edit.end)):
            return None
        return Edit(first.file_start, last.file_end, "")

    def _is_block_start_or_end(self, offset: int) -> bool:
        if not self.pieces or offset >= self.pieces[-1].end:
            return True
        piece = self._piece_before(offset)
        return piece is not None and piece.start == offset

    def _unbroken(self, start: int, end: int) -> tuple[int, int] | None:
        """The file's stretch for a span of prose in which no markup stands."""
        pieces = self._pieces_in(start, end)
        if not pieces:
            return None
        for one, other in pairwise(pieces):
            if one.end != other.start or one.file_end != other.file_start:
                return None
        first, last = pieces[0], pieces[-1]
        if start < first.start or end > last.end:
            return None
        if not first.is_linear and start not in (first.start, first.end):
            return None
        if not last.is_linear and end not in (last.start, last.end):
            return None
        return _at(first, start), _at(last, end)

    def _pieces_in(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces that the span covers in part; for an empty one those that it touches."""
        low = max(0, bisect_right(self._starts, start) - 2)
        high = bisect_right(self._starts, end)
        near = self.pieces[low:high]
        if start == end:
            return tuple(piece for piece in near if piece.start <= start <= piece.end)
        return tuple(piece for piece in near if piece.start < end and start < piece.end)


def _made_again(made_of: dict[str, Any]) -> FileMap:
    return FileMap(**made_of)


def _at(piece: Piece, offset: int) -> int:
    if piece.is_linear:
        return piece.file_start + offset - piece.start
    return piece.file_start if offset == piece.start else piece.file_end


def whole_lines(raw: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the indentation before it and the newline and empty lines after it, where
    nothing else stands on its lines."""
    begin = start
    while begin > 0 and raw[begin - 1] in " \t":
        begin -= 1
    if begin > 0 and raw[begin - 1] not in "\r\n":
        return start, end
    close = end
    while True:
        at = close
        while at < len(raw) and raw[at] in " \t":
            at += 1
        if at == len(raw):
            return begin, at
        if raw[at] not in "\r\n":
            break
        close = at + (2 if raw.startswith("\r\n", at) else 1)
    return (
        (begin, close) if close > end or (end > start and raw[end - 1] in "\r\n") else (start, end)
    )
