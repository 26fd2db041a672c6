"""From offsets to lines and columns. Reporters alone speak of these; both count from 1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Segment
    from mtcheck.file_map import FileMap
    from mtcheck.finding import DocumentReport, Finding
    from mtcheck.rule import Fix

_NEWLINE = late_pattern(r"\r\n?|\n")


class Position(NamedTuple):
    """A place as an editor shows it: line and column from 1, columns in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of one text (a line ends at \\n, \\r\\n or \\r), and those of the file that its
    segments come from, where a bilingual file gave them, or that it was taken out of (`file_map`).
    """

    def __init__(
        self, text: str, segments: Sequence[Segment] = (), file_map: FileMap | None = None
    ) -> None:
        self._text = text
        self._starts = _line_starts(text)
        self._file_map = file_map
        self._file_starts = _line_starts(file_map.raw) if file_map else []
        self._segments = segments
        self._segment_starts = [segment.target.start for segment in segments]

    @classmethod
    def of(cls, document: DocumentReport) -> LineIndex:
        """The lines of a document's text and of its file."""
        return cls(document.text, document.segments, document.file_map)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the text begins and ends in the file (decoded; of a bilingual file: in
        the text itself)."""
        return self._file_map.span(start, end) if self._file_map else (start, end)

    def region(self, start: int, end: int) -> tuple[Position, Position]:
        """Where a span of the text begins and ends in the file."""
        if self._file_map is None:
            return self.position(start), self.position(end)
        first, last = self._file_map.span(start, end)
        return _position(self._file_starts, first), _position(self._file_starts, last)

    def offsets_of(self, finding: Finding) -> tuple[int, int]:
        """Where the finding begins and ends in the file (see `offsets`)."""
        return finding.file_span or self.offsets(finding.start, finding.end)

    def region_of(self, finding: Finding) -> tuple[Position, Position]:
        """Where the finding begins and ends in the file."""
        if finding.file_span:
            return self.file_region(*finding.file_span)
        return self.region(finding.start, finding.end)

    def place_of(self, finding: Finding) -> str:
        """Where the finding begins in the file, as `place` tells it."""
        if finding.file_span:
            line, column = self.file_region(*finding.file_span)[0]
            return f"{line}:{column}"
        return self.place(finding.start)

    def file_region(self, start: int, end: int) -> tuple[Position, Position]:
        """Where a span of the file itself (see `offsets`) begins and ends in it."""
        if self._file_map is None:
            return self.position(start), self.position(end)
        return _position(self._file_starts, start), _position(self._file_starts, end)

    def position(self, offset: int) -> Position:
        """The place in the file. In a segment that the file holds otherwise than the text does,
        its columns count from the segment's beginning (see `has_columns`)."""
        if self._file_map:
            return _position(self._file_starts, self._file_map.to_file(offset))
        segment = self.segment_at(offset)
        if segment is None or segment.line is None or self.has_columns:
            return self._in_text(offset)
        start, here = self._in_text(segment.target.start), self._in_text(offset)
        column = here.column - (start.column - 1 if start.line == here.line else 0)
        return Position(segment.line + here.line - start.line, column)

    def place(self, offset: int) -> str:
        """ "12:5", or "12" where the file's columns are not known."""
        line, column = self.position(offset)
        return f"{line}:{column}" if self.has_columns else str(line)

    @cached_property
    def has_columns(self) -> bool:
        """Are lines and columns of the text those of the file? So they are in plain text, also
        where its lines are the segments; those of other files stand apart in the text."""
        if not self._segments:
            return True
        ends = [segment.target.end for segment in self._segments]
        gaps = zip(ends, self._segment_starts[1:], strict=False)
        return len(ends) > 1 and all(self._text[end:start] in ("\n", "\r\n") for end, start in gaps)

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds the offset, or the last one before it."""
        if not self._segments:
            return None
        return self._segments[max(0, bisect_right(self._segment_starts, offset) - 1)]

    def _in_text(self, offset: int) -> Position:
        return _position(self._starts, offset)

    def line_around(self, offset: int) -> tuple[int, int]:
        """Start and end of the text's line that holds the offset, without its newline."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        return start, start + len(self._text[start:end].rstrip("\r\n"))


def fix_of_file(document: DocumentReport, fix: Fix | None) -> Fix | None:
    """The fix with the edits that the file needs, or None where it cannot be carried into it."""
    return document.file_map.fix(fix) if fix and document.file_map else fix


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    """Remembered: beside a source every finding asks for those of the whole source."""
    return [0, *(found.end() for found in _NEWLINE.finditer(text))]


def _position(starts: list[int], offset: int) -> Position:
    line = bisect_right(starts, offset)
    return Position(line, offset - starts[line - 1] + 1)
