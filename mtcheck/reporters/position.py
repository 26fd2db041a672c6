"""From offsets to lines and columns. Reporters alone speak of these; both count from 1."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from mtcheck.patterns import late_pattern

_NEWLINE = late_pattern(r"\r\n?|\n")


class Position(NamedTuple):
    """A place as an editor shows it: line and column from 1, columns in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of one text. A line ends at \\n, \\r\\n or \\r."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in _NEWLINE.finditer(text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> tuple[int, int]:
        """Start and end of a line without its newline, in code points."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))
