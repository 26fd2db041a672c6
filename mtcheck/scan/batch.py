"""The seam for engines: an Arrow record batch of articles in, one of results out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.config import InForce
from mtcheck.readers import ReadOptions
from mtcheck.scan.arrow import batch_of, rows_of
from mtcheck.scan.arrow import result_schema as result_schema
from mtcheck.scan.checking import Checker
from mtcheck.scan.records import Record, parse_fields
from mtcheck.settings import Settings

if TYPE_CHECKING:
    import pyarrow

ERROR_COLUMN = "mtcheck_error"
"""Of a record that could not be read: why. Such a row has no text."""


def check_batch(
    batch: pyarrow.RecordBatch,
    *,
    settings: Settings | None = None,
    language: str | None = None,
    source_language: str | None = None,
    columns: str | None = None,
    keep: Sequence[str] = (),
    checker: Checker | None = None,
) -> pyarrow.RecordBatch:
    """Check a batch of articles: a row each in, a row each out, in the same order.

    batch: with the columns text (or headline and body), and what there is of id, lang,
        source_lang, source, reference, url, domain; `path` and `line`, where they are there, come
        out again.
    language, source_language: of articles that do not say themselves; None: it is found out.
    columns: where they are called otherwise: "text=content,lang=language".
    keep: columns of the batch that come out again, as strings.
    checker: in place of all these.

    Returns a batch of `result_schema(keep)`: one row a document as in a scan's `documents`, with
    its findings in `details` (offsets: code points into the text, half-open) and in `errors` what
    went wrong with it; a row that could not be checked has nothing else. No row depends on another.
    Raises ScanError where pyarrow is missing, a column of `columns` or `keep` is not there, or
    there is no column with texts; UnknownRuleError for an unknown rule of `settings`.
    """
    if checker is None:
        options = ReadOptions(language, source_language)
        fields = parse_fields(columns, tuple(keep))
        checker = Checker(InForce(settings or Settings(), options), fields)
    checker.require(batch.schema.names)
    rows = [checker.check(record) for record in _records(batch, checker)]
    return batch_of(rows, result_schema(checker.fields.kept))


def _records(batch: pyarrow.RecordBatch, checker: Checker) -> Iterator[Record]:
    for raw, wrong in rows_of(batch):
        path, line, told = raw.get("path"), raw.get("line"), raw.get(ERROR_COLUMN)
        record = checker.fields.record(
            path if isinstance(path, str) else "",
            line if isinstance(line, int) else 0,
            raw,
            told if isinstance(told, str) and told else wrong,
        )
        yield record if isinstance(line, int) else record._replace(line=None)
