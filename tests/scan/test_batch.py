"""`check_batch`, the seam for engines; and what is counted."""

from __future__ import annotations

import pickle
from functools import partial

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck import Settings, check_text
from mtcheck.metrics import document_metrics
from mtcheck.readers import make_document
from mtcheck.registry import UnknownRuleError
from mtcheck.scan import ScanError, check_batch, result_schema
from mtcheck.scan.records import domain_of
from mtcheck.scan.schema import METRICS
from mtcheck.scan.tally import Tally
from tests.scan.corpora import CLEAN, FAULTY, records


def batch(**columns: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


def test_a_row_in_a_row_out() -> None:
    given = batch(text=[CLEAN, FAULTY, None], id=[1, 2, 3], line=[7, 8, 9], path=["a", "b", "c"])
    result = check_batch(given, language="en")
    assert result.schema == result_schema()
    clean, faulty, missing = result.to_pylist()
    assert (clean["path"], clean["line"], clean["id"]) == ("a", 7, "1")
    assert (clean["score"], clean["details"], clean["errors"]) == (100.0, [], [])
    expected = check_text(FAULTY, language="en")
    assert [each["rule"] for each in faulty["details"]] == [f.rule for f in expected.findings]
    assert [(each["start"], each["end"]) for each in faulty["details"]] == [
        (f.start, f.end) for f in expected.findings
    ]
    assert (missing["line"], missing["score"], missing["details"]) == (9, None, None)
    assert missing["errors"] == ["'text' is null"]


def test_an_empty_batch() -> None:
    assert check_batch(batch(text=pa.array([], pa.string()))).num_rows == 0


def test_other_names_settings_and_what_is_kept() -> None:
    given = batch(content=[FAULTY], section=["sport"], day=[3])
    result = check_batch(
        given, columns="text=content", keep=["section", "day"], language="en",
        settings=Settings(ignore=("structure",)),
    )  # fmt: skip
    [row] = result.to_pylist()
    assert (row["section"], row["day"]) == ("sport", "3")
    assert "duplicated-headline" not in row["rules"]
    assert result.schema == result_schema(("section", "day"))


def test_what_is_wrong_is_told() -> None:
    with pytest.raises(ScanError, match=r"the batch holds no column 'text'.*are 'content'"):
        check_batch(batch(content=[CLEAN]))
    with pytest.raises(ScanError, match="the batch holds no column 'body_text'"):
        check_batch(batch(text=[CLEAN]), columns="text=body_text")
    with pytest.raises(UnknownRuleError):
        check_batch(batch(text=[CLEAN]), settings=Settings(select=("nothing",)))


def test_where_a_batch_is_cut_changes_nothing() -> None:
    items = records(9)
    whole = pa.RecordBatch.from_pylist(items)
    pieces = [check_batch(whole.slice(start, 4)) for start in (0, 4, 8)]
    assert pa.Table.from_batches(pieces).to_pylist() == check_batch(whole).to_pylist()


def test_it_can_be_sent_to_other_processes() -> None:
    checked = partial(check_batch, settings=Settings(select=("structure",)), language="en")
    sent = pickle.loads(pickle.dumps(checked))
    [row] = sent(batch(text=[FAULTY])).to_pylist()
    assert row["rules"] == ["duplicated-headline"]


def test_every_metric_has_a_column() -> None:
    document = make_document(CLEAN, "en", source=CLEAN, source_language="en", reference=CLEAN)
    assert set(document_metrics(document, readability=True)) == set(METRICS)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_any_text_gets_its_row(texts: list[str]) -> None:
    column = pa.array([text.encode("utf-8", "replace").decode() for text in texts], pa.string())
    result = check_batch(pa.RecordBatch.from_arrays([column], ["text"]), language="en")
    for text, row in zip(column.to_pylist(), result.to_pylist(), strict=True):
        assert row["errors"] == []
        assert all(text[each["start"] : each["end"]] == each["text"] for each in row["details"])


ROW = {
    "path": "a", "line": 1, "id": None, "language": "en", "domain": None, "origin_language": None,
    "words": 100, "penalty": 0.1, "score": 99.0, "findings": 1, "neutral": 0, "minor": 1,
    "major": 0, "critical": 0, "rules": ["calque"], "details": [{"rule": "calque"}], "errors": [],
}  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 1000)), max_size=60),
    st.integers(1, 20),
)
def test_counts_do_not_depend_on_where_parts_end(rows: list[tuple[str, int]], size: int) -> None:
    made = [
        {**ROW, "domain": domain, "score": tenths / 10, "penalty": tenths / 7}
        for domain, tenths in rows
    ]
    whole = Tally()
    for number, row in enumerate(made):
        whole.add(row, number, selected=True)
    merged, alone = Tally(), Tally()
    alone.merge(whole)
    for start in range(0, len(made), size):
        part = Tally()
        for number, row in enumerate(made[start : start + size], start):
            part.add(row, number, selected=True)
        merged.merge(Tally.from_json(part.as_json()))
    assert merged.as_json() == alone.as_json()


def test_more_domains_than_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtcheck.scan.tally.MOST_DOMAINS", 2)
    total = Tally()
    for number, domain in enumerate("abcab"):
        part = Tally()
        part.add({**ROW, "domain": domain}, number, selected=True)
        total.merge(part)
    counts = {name: group.documents for name, group in total.domains.items()}
    assert counts == {"a": 2, "b": 2, "(others)": 1}


@pytest.mark.parametrize(
    ("values", "domain"),
    [
        ({"url": "https://www.Paper.example:8080/a?b#c"}, "paper.example"),
        ({"url": "paper.example/a"}, "paper.example"),
        ({"url": "https://user@paper.example/"}, "paper.example"),
        ({"url": "http://[broken"}, None),
        ({"url": "https://" + "a" * 300}, None),
        ({"url": ""}, None),
        ({"domain": " WWW.paper.example "}, "paper.example"),
        ({"domain": "", "url": "https://b.example"}, "b.example"),
        ({}, None),
    ],
)
def test_domains(values: dict[str, str], domain: str | None) -> None:
    assert domain_of(values) == domain
