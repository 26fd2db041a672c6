"""The engine Ray: files are read and records checked wherever the cluster has room."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from mtcheck.readers.jsonl import IGNORED
from mtcheck.scan.arrow import load
from mtcheck.scan.batch import ERROR_COLUMN, check_batch
from mtcheck.scan.inputs import Input
from mtcheck.scan.parts import Cursor, cut
from mtcheck.scan.progress import OnProgress, Progress
from mtcheck.scan.records import ROLES, Fields, Record
from mtcheck.scan.shards import Collector, Place
from mtcheck.scan.work import Work

if TYPE_CHECKING:
    import pyarrow

_ROWS = 200


def run(
    inputs: Sequence[Input],
    work: Work,
    collector: Collector,
    jobs: int,
    on_progress: OnProgress | None,
) -> None:
    """Check what the collector does not yet hold, and hand it the results in order.

    jobs: processors of a local Ray, where RAY_ADDRESS names no cluster. Every node must see the
    inputs under the same paths, and have mtcheck installed. Raises ScanError where Ray is missing.
    """
    ray = load("ray", "ray")
    data = load("ray.data", "ray")
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    if not ray.is_initialized():
        local = {} if os.environ.get("RAY_ADDRESS") else {"num_cpus": jobs}
        ray.init(logging_level="ERROR", log_to_driver=False, include_dashboard=False, **local)
    context = data.DataContext.get_current()
    # The rows come as they stand in the corpus: what is written is then the same as without Ray.
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    _check(data, inputs, work, collector, on_progress)


def _check(
    data: Any,
    inputs: Sequence[Input],
    work: Work,
    collector: Collector,
    on_progress: OnProgress | None,
) -> None:
    start = collector.place.cursor
    files = [
        {"number": number, "line": start.line if number == start.input else 0}
        for number in range(start.input, len(inputs))
    ]
    if not files:
        return
    own_names = tuple((role, _column(role)) for role in ROLES)
    checker = work.checker._replace(fields=Fields(own_names, work.checker.fields.kept))
    checked = (
        data.from_items(files, override_num_blocks=len(files))
        .map_batches(_reader(inputs, work.checker.fields), batch_size=1, batch_format="pyarrow")
        .map_batches(
            check_table, fn_kwargs={"checker": checker}, batch_size=_ROWS, batch_format="pyarrow"
        )
    )
    numbers = {input.name: number for number, input in enumerate(inputs)}
    records = words = 0
    for table in checked.iter_batches(batch_size=None, batch_format="pyarrow"):
        rows = table.to_pylist()
        while rows:
            taken, rows = rows[: collector.room()], rows[collector.room() :]
            result = work.of_rows(taken, collector.place.first)
            collector.take(result, _after(taken, collector.place, numbers))
            records += result.tally.records
            words += result.tally.all.words
            if on_progress:
                on_progress(Progress(records, words))


def check_table(table: pyarrow.Table, **given: Any) -> pyarrow.Table:
    """`check_batch` for an engine that hands over tables."""
    pa = load("pyarrow")
    whole = table.combine_chunks().to_batches()
    return pa.Table.from_batches([check_batch(batch, **given) for batch in whole])


def _reader(
    inputs: Sequence[Input], fields: Fields
) -> Callable[[pyarrow.Table], Iterator[pyarrow.Table]]:
    """What reads the files that a batch names, as records, whose fields are called by `_column`."""

    def read(batch: pyarrow.Table) -> Iterator[pyarrow.Table]:
        pa = load("pyarrow")
        schema = _schema(fields.kept)
        for each in batch.to_pylist():
            start = Cursor(0, -1 if each["line"] else 0, each["line"])
            input = inputs[each["number"]]
            for part in cut([input], fields, _ROWS, start, 0, 0):
                rows = [_row(record) for record in part.piece.records(fields)]
                yield pa.Table.from_pylist(rows, schema=schema)

    return read


def _column(role: str) -> str:
    """What holds the role between reading and checking: no field of a corpus is called so."""
    return f"mtcheck field {role}"


def _schema(kept: tuple[str, ...]) -> pyarrow.Schema:
    pa = load("pyarrow")
    types = {IGNORED: pa.list_(pa.string())}
    return pa.schema(
        [
            ("path", pa.string()),
            ("line", pa.int64()),
            (ERROR_COLUMN, pa.string()),
            *((_column(role), types.get(role, pa.string())) for role in ROLES),
            *((name, pa.string()) for name in kept),
        ]
    )


def _row(record: Record) -> dict[str, Any]:
    values = {_column(role): value for role, value in record.values.items()}
    place = {"path": record.path, "line": record.line, ERROR_COLUMN: record.error or None}
    return {**place, **values, **record.kept}


def _after(rows: list[dict[str, Any]], place: Place, numbers: dict[str, int]) -> Place:
    """The place after the rows. A row without a line says that its file is over."""
    last = rows[-1]
    number, line = numbers[last["path"]], last["line"]
    cursor = Cursor(number + 1) if line is None else Cursor(number, -1, line)
    return Place(place.number + 1, place.first + len(rows), cursor)
