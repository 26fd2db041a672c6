"""A scan from its inputs to its tables and report; begun again, it goes on where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from mtcheck.scan import ScanError, report
from mtcheck.scan.formats import format_called
from mtcheck.scan.inputs import Input
from mtcheck.scan.manifest import manifest_of, pin
from mtcheck.scan.progress import OnProgress, Progress
from mtcheck.scan.shards import LOCK, Collector, Folder, Place
from mtcheck.scan.tally import Tally
from mtcheck.scan.work import Work

ENGINES = ("local", "ray")
SHARD = 50_000
"""Records a file of the output."""


class Outcome(NamedTuple):
    """tally: of the whole corpus. was_done: the scan had ended before; nothing was checked.
    resumed: how many records an earlier run had checked."""

    tally: Tally
    was_done: bool = False
    resumed: int = 0


def scan(
    inputs: Sequence[Input],
    output: str,
    work: Work,
    *,
    jobs: int = 1,
    engine: str = "local",
    shard: int = SHARD,
    restart: bool = False,
    on_progress: OnProgress | None = None,
) -> Outcome:
    """Check all records of the inputs, and write tables and report into the folder `output`.

    shard: records a file of the tables. restart: what another scan left in the folder is taken
        away first.
    Whatever ends it, the same call goes on where it was, and in the end writes the same bytes.
    Raises ScanError where it cannot begin or go on, OSError where it cannot write,
    UnknownRuleError and RuleFileError as `rules_in_force` does.
    """
    folder = Folder(Path(output))
    manifest = manifest_of(inputs, work, shard)
    format = format_called(work.format, work.checker.fields.kept)
    _require_own(folder, restart)
    folder.state.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        if restart:
            folder.clear()
        pin(manifest, folder.output)
        if folder.is_done:
            _, _, tally = folder.whole_shards()
            return Outcome(tally, was_done=True, resumed=tally.records)
        folder.prepare()
        collector = Collector(folder, format, shard)
        folder.forget_parts(collector.place.number)
        resumed = collector.place.first
        if engine == "ray":
            from mtcheck.scan.ray import run as run_on_ray

            run_on_ray(inputs, work, collector, jobs, on_progress)
        else:
            resumed += _run_here(inputs, work, collector, folder, shard, jobs, on_progress)
        collector.end()
        report.write(collector.total, work, folder.output)
        folder.finish()
        return Outcome(collector.total, resumed=resumed)


def _run_here(
    inputs: Sequence[Input],
    work: Work,
    collector: Collector,
    folder: Folder,
    shard: int,
    jobs: int,
    on_progress: OnProgress | None,
) -> int:
    """How many records an earlier run had checked and not yet put into a shard."""
    from mtcheck.scan.local import run as run_locally
    from mtcheck.scan.parts import cut

    place = collector.place
    sizes = [input.size for input in inputs]
    whole = max(1, sum(sizes))
    records = words = saved = 0
    resumed: float | None = None
    parts = cut(inputs, work.checker.fields, shard, place.cursor, place.number, place.first)
    for part, result, was_saved in run_locally(parts, work, folder.part, jobs):
        first = part.first + part.piece.size
        collector.take(result, Place(part.number + 1, first, part.piece.end))
        before = sum(sizes[: part.start.input])
        done = min(1.0, (before + part.piece.position) / whole)
        if was_saved or resumed is None:
            resumed = done if was_saved else sum(sizes[: place.cursor.input]) / whole
        if was_saved:
            saved += result.tally.records
        else:
            records += result.tally.records
            words += result.tally.all.words
        if on_progress:
            on_progress(Progress(records, words, done, resumed))
    return saved


def _require_own(folder: Folder, restart: bool) -> None:
    """A folder with other files is not one to write thousands of files into."""
    output = folder.output
    if output.exists() and not output.is_dir():
        raise ScanError(f"{output} is a file; --output names a folder")
    if folder.state.is_dir() or not output.is_dir():
        return
    if next(output.iterdir(), None) is not None:
        what = "there is nothing to restart in it" if restart else "it holds no scan"
        raise ScanError(f"{output} is not empty, and {what}; name a new folder")


@contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """No other scan writes to the folder meanwhile; the system itself frees it when this process
    ends, however it ends. Raises ScanError."""
    path = folder.output / LOCK
    with path.open("wb") as stream:
        if not _locked(stream):
            raise ScanError(f"{folder.output} is being written to by another scan")
        yield


def _locked(stream: IO[bytes]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
