"""`check_batch` in Spark's mapInArrow, as docs/corpora.md shows it. Heavy: see test_ray."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow.parquet
import pytest

from mtcheck.scan import check_batch
from tests.scan.corpora import records, write

pytestmark = pytest.mark.engines
pytest.importorskip("pyspark", reason="needs pyspark, and Java 17 or newer")


def test_the_program_in_the_docs_gives_the_rows_of_check_batch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs" / "corpora.md").read_text("utf-8")
    [program] = re.findall(r"```python\n(# spark_scan\.py\n.*?)```", page, re.DOTALL)
    write(tmp_path / "articles.parquet", records(120))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    exec(compile(program, "spark_scan.py", "exec"), {"__name__": "__main__"})
    checked = pyarrow.parquet.read_table("checked.parquet")
    articles = pyarrow.parquet.read_table("articles.parquet")
    [batch] = articles.combine_chunks().to_batches()

    def by_id(table: pyarrow.Table) -> list[dict[str, object]]:
        return sorted(table.to_pylist(), key=lambda row: str(row["id"]))

    expected = check_batch(batch, language="en", keep=["text"])
    assert by_id(checked) == by_id(pyarrow.Table.from_batches([expected]))
