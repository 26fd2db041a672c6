"""From offsets to the positions of the Language Server Protocol, and back.

An editor counts a line's columns in the units of UTF-16, UTF-8 or UTF-32, as client and server
agreed; a line ends at \\n, \\r\\n or \\r and nowhere else (U+2028 or a form feed ends none).
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, Range

from mtcheck.patterns import late_pattern

_NEWLINE = late_pattern(r"\r\n?|\n")
_ASTRAL = late_pattern(r"[\U00010000-\U0010FFFF]")


def units(text: str, encoding: str) -> int:
    """How long the text is in an encoding ("utf-16", "utf-8", "utf-32"), in its code units. A lone
    surrogate counts as the one unit (or the three bytes) that it is."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-8":
        return len(text.encode("utf-8", "surrogatepass"))
    return len(text) + len(_ASTRAL.findall(text))


class LineTable:
    """The lines of one state of a file. Offsets are code points."""

    def __init__(self, text: str, encoding: str) -> None:
        self.text = text
        self._encoding = encoding
        self._starts = [0, *(found.end() for found in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset) - 1
        return Position(line, units(self.text[self._starts[line] : offset], self._encoding))

    def range(self, start: int, end: int) -> Range:
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one beyond its line's end is the end, as the protocol says."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self.line(position.line)
        if self._encoding == "utf-32" or self.text[start:end].isascii():
            return min(start + position.character, end)
        left = position.character
        for at in range(start, end):
            if left <= 0:
                return at
            left -= units(self.text[at], self._encoding)
        return end

    def line(self, number: int) -> tuple[int, int]:
        """Start and end of a line (from 0), without its newline."""
        start = self._starts[number]
        is_last = number + 1 == len(self._starts)
        end = len(self.text) if is_last else self._starts[number + 1]
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def line_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the line that holds the offset, without its newline."""
        return self.line(bisect_right(self._starts, offset) - 1)

    @property
    def line_count(self) -> int:
        return len(self._starts)
