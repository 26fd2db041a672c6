"""pyarrow, where it is there: schemas, and rows as Arrow's record batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtcheck.scan import ScanError
from mtcheck.scan.schema import OF_FINDING, Column, columns_of

if TYPE_CHECKING:
    import pyarrow

Row = Mapping[str, Any]


def load(name: str, extra: str = "scan") -> Any:
    """A module of an extra. Raises ScanError where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        raise ScanError(
            f"{package} is not installed, and this needs it: pip install 'mtcheck[{extra}]'"
        ) from None


@cache
def _types() -> dict[str, Any]:
    pa = load("pyarrow")
    edit = pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())])
    return {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
        "strings": pa.list_(pa.string()),
        "fix": pa.struct([("safe", pa.bool_()), ("edits", pa.list_(edit))]),
    }


def schema_of(columns: Sequence[Column]) -> pyarrow.Schema:
    return load("pyarrow").schema([(name, _types()[kind]) for name, kind in columns])


def result_schema(kept: tuple[str, ...] = ()) -> pyarrow.Schema:
    """What `check_batch` returns: the columns of `documents`, then `details` (the findings) and
    `errors`."""
    pa = load("pyarrow")
    finding = pa.struct([(name, _types()[kind]) for name, kind in OF_FINDING])
    schema = schema_of(columns_of("documents", kept))
    schema = schema.append(pa.field("details", pa.list_(finding)))
    return schema.append(pa.field("errors", pa.list_(pa.string())))


def batch_of(rows: Sequence[Row], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    return load("pyarrow").RecordBatch.from_pylist(list(rows), schema=schema)


def to_bytes(batch: pyarrow.RecordBatch) -> bytes:
    """As a stream of Arrow's IPC format, which holds nothing but the batch's own rows."""
    pa = load("pyarrow")
    sink = pa.BufferOutputStream()
    with load("pyarrow.ipc").new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(sink.getvalue())


def from_bytes(data: bytes) -> pyarrow.Table:
    return load("pyarrow.ipc").open_stream(data).read_all()


def rows_of(batch: pyarrow.RecordBatch) -> Iterator[tuple[dict[str, Any], str]]:
    """(values by column, what is wrong with one of them, or "") of each row; a value that no Python
    object can hold costs no other row."""
    try:
        for row in batch.to_pylist():
            yield row, ""
    except (ValueError, OverflowError, load("pyarrow").ArrowException):
        pass
    else:
        return
    for index in range(batch.num_rows):
        values: dict[str, Any] = {}
        wrong = ""
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            try:
                values[name] = column[index].as_py()
            except (ValueError, OverflowError, load("pyarrow").ArrowException):
                wrong = wrong or f"the value of {name!r} cannot be read; is it UTF-8?"
        yield values, wrong
