"""One part, from its records to the rows of the tables: what a worker does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.scan.checking import Checker
from mtcheck.scan.condition import Condition
from mtcheck.scan.formats import format_called
from mtcheck.scan.parts import Part
from mtcheck.scan.schema import TABLES, Table
from mtcheck.scan.tally import Tally
from mtcheck.writing import replace_file

Row = Mapping[str, Any]


class Result(NamedTuple):
    """What came of records that follow each other. tables: their rows as the format's bytes."""

    tables: dict[Table, bytes]
    tally: Tally


class Work(NamedTuple):
    """What is to be done with every part; it can be sent to other processes.

    where: which documents go into the tables; None: all.
    """

    checker: Checker
    format: str
    where: Condition | None = None

    def of_part(self, part: Part) -> Result:
        """Check all that is in the part."""
        records = part.piece.records(self.checker.fields)
        return self.of_rows(map(self.checker.check, records), part.first)

    def of_rows(self, rows: Iterable[Row], first: int) -> Result:
        """The tables of rows that `Checker.check` made. first: how many records lie before."""
        tables: dict[Table, list[Row]] = {table: [] for table in TABLES}
        tally = Tally()
        for number, row in enumerate(rows, first):
            is_checked = row.get("score") is not None
            is_selected = is_checked and (self.where is None or self.where(row))
            tally.add(row, number, selected=is_selected)
            place = {"path": row["path"], "line": row["line"], "id": row["id"]}
            tables["errors"] += [{**place, "message": what} for what in row["errors"] or ()]
            if is_selected:
                tables["documents"].append(row)
                place["language"] = row["language"]
                tables["findings"] += [{**place, **detail} for detail in row["details"]]
        format = format_called(self.format, self.checker.fields.kept)
        return Result({name: format.encode(name, tables[name]) for name in TABLES}, tally)


def save(result: Result, identity: list[int], path: Path) -> None:
    """Write the result of a part, whole or not at all. Raises OSError."""
    sizes = [len(result.tables[table]) for table in TABLES]
    header = {"part": identity, "sizes": sizes, "tally": result.tally.as_json()}
    pieces = [json.dumps(header).encode(), b"\n", *(result.tables[table] for table in TABLES)]
    replace_file(path, b"".join(pieces))


def saved(path: Path, identity: list[int]) -> Result | None:
    """The result of the part, where it was saved, or None."""
    try:
        with path.open("rb") as stream:
            header = json.loads(stream.readline())
            if header["part"] != identity:
                return None
            tables = {
                table: stream.read(size)
                for table, size in zip(TABLES, header["sizes"], strict=True)
            }
        if any(len(tables[t]) != size for t, size in zip(TABLES, header["sizes"], strict=True)):
            return None
        return Result(tables, Tally.from_json(header["tally"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
