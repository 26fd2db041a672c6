"""A corpus cut into parts, always at the same places: what is checked, and saved, at one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.scan import ScanError
from mtcheck.scan.arrow import from_bytes, load, rows_of, to_bytes
from mtcheck.scan.inputs import DAMAGES, Input, Lines, format_of, open_lines
from mtcheck.scan.records import LONGEST, Fields, Record

if TYPE_CHECKING:
    import pyarrow

RECORDS, SIZE = 50, 1 << 18
"""A part ends after so many records, or bytes of lines: half a second's work, which is what a kill
costs."""
_MEMORY = 1 << 26
"""Bytes of Parquet's rows that are read at once, as far as the file tells their size."""
_UTF8_MARK, _UTF16_MARKS = b"\xef\xbb\xbf", (b"\xff\xfe", b"\xfe\xff")


class Cursor(NamedTuple):
    """A place in a corpus: the number of the input, the offset in what it holds (bytes of lines,
    rows of a table; -1: not known), and how many lines or rows lie before it."""

    input: int = 0
    offset: int = 0
    line: int = 0


class Piece(NamedTuple):
    """Records of one input that follow each other. size: how many; end: where the next begins.

    lines: (number, bytes) of JSON Lines; None: longer than can be read.
    table: of Parquet, as a stream of Arrow's IPC format. problem: what is wrong with the file.
    position: bytes of the file that have been read, for progress.
    """

    name: str
    size: int
    end: Cursor
    lines: tuple[tuple[int, bytes | None], ...] = ()
    table: bytes = b""
    first_row: int = 0
    problem: str = ""
    position: int = 0

    def records(self, fields: Fields) -> Iterator[Record]:
        if self.problem:
            yield Record(self.name, None, {}, {}, self.problem)
        for number, line in self.lines:
            if line is None:
                what = f"is longer than {LONGEST >> 20} MB; an article is not"
                yield Record(self.name, number, {}, {}, what)
            else:
                yield fields.record_of_line(self.name, number, line)
        if self.table:
            rows = rows_of(from_bytes(self.table))
            for number, (row, wrong) in enumerate(rows, self.first_row + 1):
                yield fields.record(self.name, number, row, wrong)


class Part(NamedTuple):
    """number: from 0, through the whole corpus. start, end: where it begins and the next one.
    first: how many records lie before it in the corpus."""

    number: int
    first: int
    start: Cursor
    piece: Piece

    def identity(self) -> list[int]:
        """By which a part that was saved is known again."""
        return [self.number, self.first, *self.start, *self.piece.end, self.piece.size]


def cut(
    inputs: Sequence[Input], fields: Fields, shard: int, start: Cursor, number: int, first: int
) -> Iterator[Part]:
    """The parts from a place on. No part goes beyond an input, or beyond a multiple of `shard`
    records. Raises ScanError where an input changes while it is read."""
    numbers = count(number)
    for index in range(start.input, len(inputs)):
        input = inputs[index]
        pieces = _Pieces(input, index, fields, shard, first)
        here = start if index == start.input else Cursor(index)
        for piece in pieces.after(here):
            yield Part(next(numbers), first, here, piece)
            first += piece.size
            pieces.first = first
            here = piece.end
        if not input.problem and input.is_changed():
            raise ScanError(f"{input.name}: changed while it was read; begin anew with --restart")


class _Pieces:
    """The pieces of one input. first: how many records lie before the next one."""

    def __init__(self, input: Input, index: int, fields: Fields, shard: int, first: int) -> None:
        self._input, self._index, self._fields = input, index, fields
        self._shard = shard
        self.first = first

    def after(self, start: Cursor) -> Iterator[Piece]:
        if self._input.problem:
            # The cursor after a failure that stands for a whole file is the next file's.
            yield self._failed(self._input.problem)
            return
        try:
            if format_of(self._input.path) == "parquet":
                yield from self._of_table(start)
            else:
                yield from self._of_lines(start)
        except DAMAGES as error:
            yield self._failed(_damage(error))

    def _failed(self, problem: str) -> Piece:
        end = Cursor(self._index + 1)
        return Piece(self._input.name, 1, end, problem=problem, position=self._input.size)

    def _room(self) -> int:
        """How many records the next piece may hold."""
        return min(RECORDS, self._shard - self.first % self._shard)

    def _of_lines(self, start: Cursor) -> Iterator[Piece]:
        file = open_lines(self._input.path)
        with file.raw:
            if start.offset < 0:
                start = start._replace(offset=_skip_lines(file.lines, start.line))
            else:
                file.skip(start.offset)
            here, is_over = start, False
            while not is_over:
                lines: list[tuple[int, bytes | None]] = []
                offset, number = here.offset, here.line
                problem = ""
                room = self._room()
                while len(lines) < room and offset - here.offset < SIZE:
                    try:
                        line = file.lines.readline(LONGEST + 1)
                        is_whole = len(line) <= LONGEST or line.endswith(b"\n")
                        length = len(line) if is_whole else len(line) + _rest_of_line(file.lines)
                    except DAMAGES as error:
                        problem, is_over = _damage(error), True
                        break
                    if not line:
                        is_over = True
                        break
                    if offset == 0 and line.startswith(_UTF16_MARKS):
                        problem, is_over = "is UTF-16; save it as UTF-8", True
                        break
                    if offset == 0:
                        line = line.removeprefix(_UTF8_MARK)
                    offset, number = offset + length, number + 1
                    if not is_whole or line.strip():
                        lines.append((number, line.rstrip(b"\r\n") if is_whole else None))
                here = Cursor(self._index, offset, number)
                if offset or lines:
                    yield Piece(
                        self._input.name, len(lines), here, tuple(lines), position=file.raw.tell()
                    )
                if problem:
                    yield self._failed(problem)

    def _of_table(self, start: Cursor) -> Iterator[Piece]:
        arrow = load("pyarrow")
        try:
            yield from self._of_readable_table(start)
        except arrow.ArrowException as error:
            what = str(error).partition("\n")[0]
            yield self._failed(f"is no Parquet that can be read to its end: {what}")

    def _of_readable_table(self, start: Cursor) -> Iterator[Piece]:
        # Column by column as it is read, never a whole group of rows.
        file = load("pyarrow.parquet").ParquetFile(
            self._input.path, buffer_size=SIZE, pre_buffer=False
        )
        with file:
            present = file.schema_arrow.names
            if lacking := self._fields.missing(present):
                yield self._failed(lacking)
                return
            columns = [name for name in self._fields.wanted() if name in present]
            row = 0
            for group in range(file.num_row_groups):
                about = file.metadata.row_group(group)
                rows = about.num_rows
                if row + rows <= start.line:
                    row += rows
                    continue
                at_once = _MEMORY * rows // max(1, about.total_byte_size)
                for batch in file.iter_batches(
                    max(1, min(RECORDS, at_once)), row_groups=[group], columns=columns
                ):
                    skipped = min(batch.num_rows, max(0, start.line - row))
                    row += skipped
                    batch = batch.slice(skipped)
                    while batch.num_rows:
                        piece = self._of_batch(batch.slice(0, self._room()), row)
                        batch = batch.slice(piece.size)
                        row += piece.size
                        yield piece._replace(
                            position=self._input.size * row // max(1, file.metadata.num_rows)
                        )

    def _of_batch(self, batch: pyarrow.RecordBatch, row: int) -> Piece:
        end = Cursor(self._index, row + batch.num_rows, row + batch.num_rows)
        return Piece(self._input.name, batch.num_rows, end, table=to_bytes(batch), first_row=row)


def _rest_of_line(lines: Lines) -> int:
    """Read on to the end of the line; how many bytes that was."""
    length = 0
    while piece := lines.readline(SIZE):
        length += len(piece)
        if piece.endswith(b"\n"):
            break
    return length


def _skip_lines(lines: Lines, count: int) -> int:
    """Read over so many lines; how many bytes that was."""
    return sum(_rest_of_line(lines) for _ in range(count))


def _damage(error: Exception) -> str:
    return f"cannot be read to its end: {getattr(error, 'strerror', None) or error}"
