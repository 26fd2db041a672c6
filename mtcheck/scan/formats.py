"""What a scan writes: Parquet or JSON Lines. Rows become bytes where they are made, and the bytes
of many parts one file; that file is the same wherever the parts were cut."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from mtcheck.scan.arrow import batch_of, from_bytes, load, schema_of, to_bytes
from mtcheck.scan.schema import Table, columns_of

Row = Mapping[str, Any]
FORMATS = ("parquet", "jsonl")
_ROWS_OF_GROUP = 10_000


class Writer(Protocol):
    """A file that grows."""

    def add(self, data: bytes) -> None:
        """Append the rows that `Format.encode` made bytes of."""

    def close(self) -> None:
        """All of it is on the disk."""


class Format(Protocol):
    """kept: fields of the records that stand in the table of documents too."""

    suffix: str

    def encode(self, table: Table, rows: Sequence[Row]) -> bytes: ...

    def writer(self, table: Table, path: Path) -> Writer: ...


def format_called(name: str, kept: tuple[str, ...] = ()) -> Format:
    """One of FORMATS. Raises ScanError where pyarrow is needed and missing."""
    return Parquet(kept) if name == "parquet" else JsonLines(kept)


class JsonLines:
    suffix = ".jsonl"

    def __init__(self, kept: tuple[str, ...]) -> None:
        self._kept = kept

    def encode(self, table: Table, rows: Sequence[Row]) -> bytes:
        names = [column.name for column in columns_of(table, self._kept)]
        lines = (
            json.dumps({name: row.get(name) for name in names}, ensure_ascii=False) for row in rows
        )
        return "".join(f"{line}\n" for line in lines).encode()

    def writer(self, table: Table, path: Path) -> Writer:
        return _LinesWriter(path)


class _LinesWriter:
    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb")

    def add(self, data: bytes) -> None:
        self._stream.write(data)

    def close(self) -> None:
        with self._stream:
            self._stream.flush()
            os.fsync(self._stream.fileno())


class Parquet:
    suffix = ".parquet"

    def __init__(self, kept: tuple[str, ...]) -> None:
        self._kept = kept
        load("pyarrow.parquet")

    def encode(self, table: Table, rows: Sequence[Row]) -> bytes:
        return to_bytes(batch_of(rows, schema_of(columns_of(table, self._kept))))

    def writer(self, table: Table, path: Path) -> Writer:
        return _ParquetWriter(path, schema_of(columns_of(table, self._kept)))


class _ParquetWriter:
    """Writes groups of always as many rows."""

    def __init__(self, path: Path, schema: Any) -> None:
        self._arrow = load("pyarrow")
        self._stream = path.open("wb")
        self._file = load("pyarrow.parquet").ParquetWriter(self._stream, schema, compression="zstd")
        self._waiting = schema.empty_table()

    def add(self, data: bytes) -> None:
        self._waiting = self._arrow.concat_tables([self._waiting, from_bytes(data)])
        while self._waiting.num_rows >= _ROWS_OF_GROUP:
            self._write(self._waiting.slice(0, _ROWS_OF_GROUP))
            self._waiting = self._waiting.slice(_ROWS_OF_GROUP)

    def _write(self, table: Any) -> None:
        # In one piece: where the pieces end would show in the file.
        self._file.write_table(table.combine_chunks(), row_group_size=_ROWS_OF_GROUP)

    def close(self) -> None:
        with self._stream:
            if self._waiting.num_rows:
                self._write(self._waiting)
            self._file.close()
            self._stream.flush()
            os.fsync(self._stream.fileno())
