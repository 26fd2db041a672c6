"""The files that a scan leaves: each holds the rows of so many records, and is there when it is
whole."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import NamedTuple

from mtcheck.scan.formats import Format, Writer
from mtcheck.scan.inputs import STATE_FOLDER
from mtcheck.scan.parts import Cursor
from mtcheck.scan.schema import TABLES, Table
from mtcheck.scan.tally import Tally
from mtcheck.scan.work import Result
from mtcheck.writing import replace_file

LOCK = ".mtcheck-scan.lock"
"""Of the folder: a file that the scan which writes to it holds locked."""
_BESIDE_THE_TABLES = ("manifest.json", "report.json", "report.md")


class Place(NamedTuple):
    """Where a scan is: the next part, how many records lie before it, where it begins."""

    number: int = 0
    first: int = 0
    cursor: Cursor = Cursor()


class Folder:
    """The folder of a scan. parts: what is done and not yet in a shard."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.state = output / STATE_FOLDER
        self.parts = self.state / "parts"
        self._shards = self.state / "shards"
        self._done = self.state / "done"

    def prepare(self) -> None:
        """Make the folders, and take away what a killed run left half-written. Raises OSError."""
        folders = (*(self.output / table for table in TABLES), self.parts, self._shards)
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        # A hidden file of the user's may lie in the folder itself.
        left = [path for name in _BESIDE_THE_TABLES for path in self.output.glob(f".{name}.*")]
        left += [path for folder in (self.state, *folders) for path in folder.glob(".*")]
        for path in left:
            if path.is_file():
                path.unlink()

    def clear(self) -> None:
        """Take away all that scans write, and nothing else."""
        for name in (*TABLES, STATE_FOLDER):
            if (self.output / name).is_dir():
                shutil.rmtree(self.output / name)
        for name in _BESIDE_THE_TABLES:
            (self.output / name).unlink(missing_ok=True)

    @property
    def is_done(self) -> bool:
        return self._done.exists()

    def finish(self) -> None:
        shutil.rmtree(self.parts, ignore_errors=True)
        replace_file(self._done, b"")

    def part(self, number: int) -> Path:
        return self.parts / f"{number:08}"

    def forget_parts(self, before: int) -> None:
        """Those that are in a shard now."""
        for path in self.parts.iterdir():
            if path.name.isdigit() and int(path.name) < before:
                path.unlink()

    def whole_shards(self) -> tuple[int, Place, Tally]:
        """(how many there are, where the next one begins, what was counted in them)."""
        tally, place, count = Tally(), Place(), 0
        while (path := self._shards / f"{count:05}.json").exists():
            told = json.loads(path.read_bytes())
            number, first, *cursor = told["next"]
            place = Place(number, first, Cursor(*cursor))
            tally.merge(Tally.from_json(told["tally"]))
            count += 1
        return count, place, tally

    def note_shard(self, number: int, place: Place, tally: Tally) -> None:
        """The files of the shard are there: it is done."""
        told = {"next": [place.number, place.first, *place.cursor], "tally": tally.as_json()}
        replace_file(self._shards / f"{number:05}.json", json.dumps(told).encode())


class Shard:
    """One that is being written. number: from 0."""

    def __init__(self, folder: Folder, number: int, format: Format) -> None:
        self._folder, self.number = folder, number
        self.tally = Tally()
        self._files: dict[Table, tuple[Path, Path, Writer]] = {}
        for table in TABLES:
            name = f"{number:05}{format.suffix}"
            target = folder.output / table / name
            growing = target.with_name(f".{name}")
            self._files[table] = growing, target, format.writer(table, growing)

    def add(self, result: Result) -> None:
        for table, (_, _, writer) in self._files.items():
            writer.add(result.tables[table])
        self.tally.merge(result.tally)

    def commit(self, place: Place) -> None:
        """Put its files in place. place: where the next shard begins."""
        for growing, target, writer in self._files.values():
            writer.close()
            os.replace(growing, target)  # noqa: PTH105
        self._folder.note_shard(self.number, place, self.tally)
        self._folder.forget_parts(place.number)


class Collector:
    """Takes results in the order of the corpus, and makes shards of them.

    size: records a shard. total: what was counted, of whole shards alone.
    """

    def __init__(self, folder: Folder, format: Format, size: int) -> None:
        self._folder, self._format, self._size = folder, format, size
        self._number, self.place, self.total = folder.whole_shards()
        self._shard: Shard | None = None

    def room(self) -> int:
        """How many records the shard still takes."""
        return self._size - self.place.first % self._size

    def take(self, result: Result, after: Place) -> None:
        """after: the place after the result's records, which are no more than there is room."""
        self.place = after
        if not result.tally.records:
            return
        if self._shard is None:
            self._shard = Shard(self._folder, self._number, self._format)
        self._shard.add(result)
        if after.first % self._size == 0:
            self._commit()

    def end(self) -> None:
        """No result comes any more. An empty corpus has its one, empty shard."""
        if self._shard is None and self._number == 0:
            self._shard = Shard(self._folder, 0, self._format)
        if self._shard is not None:
            self._commit()

    def _commit(self) -> None:
        assert self._shard is not None
        self._shard.commit(self.place)
        self.total.merge(self._shard.tally)
        self._number += 1
        self._shard = None
