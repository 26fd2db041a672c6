"""The JSON report is what its schema says, and the schema knows every field of it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import mtcheck
from mtcheck.config import Configuration
from mtcheck.readers import ReadOptions
from mtcheck.reporters.json import render
from mtcheck.run import check_paths
from mtcheck.settings import Settings

SCHEMA = json.loads(
    (Path(mtcheck.__file__).parent / "reporters" / "report.schema.json").read_text("utf-8")
)
GOLDEN = Path(__file__).parent.parent / "golden"


def _unknown(value: Any, schema: dict[str, Any], place: str = "") -> Iterator[str]:
    """Where the value has fields that the schema does not name."""
    if "$ref" in schema:
        schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
    for part in schema.get("oneOf", []):
        if "properties" in part and isinstance(value, dict):
            schema = part
    if isinstance(value, list):
        for item in value:
            yield from _unknown(item, schema["items"], f"{place}[]")
    elif isinstance(value, dict) and "additionalProperties" not in schema:
        known = schema.get("properties", {})
        for name, inner in value.items():
            if name not in known:
                yield f"{place}.{name}"
            else:
                yield from _unknown(inner, known[name], f"{place}.{name}")


def _check(report: Any) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert list(_unknown(report, SCHEMA)) == []


def test_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["report.json", "bilingual.json"])
def test_golden_report_is_valid(name: str) -> None:
    _check(json.loads((GOLDEN / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", ["report.jsonl", "bilingual.jsonl"])
def test_golden_documents_are_valid(name: str) -> None:
    names = ("document", "unread")
    line_schema = {
        "$defs": SCHEMA["$defs"],
        "oneOf": [{"$ref": f"#/$defs/{name}"} for name in names],
    }
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        jsonschema.Draft202012Validator(line_schema).validate(json.loads(line))


def test_real_report_with_errors_is_valid(tmp_path: Path) -> None:
    (tmp_path / "a.en.txt").write_text("Talks open\n\nTalks open\n\nThey met on Friday at noon.")
    (tmp_path / "a.fr.txt").write_text("Les pourparlers\n\nIls se sont réunis vendredi à 3 heures.")
    paths = [str(tmp_path / "a.en.txt"), str(tmp_path / "gone.txt")]
    options = ReadOptions("en", "fr", source=str(tmp_path / "a.fr.txt"))
    report = check_paths(paths, Configuration(Settings(readability=True), options))
    assert report.errors and report.findings
    _check(json.loads(render(report)))


def test_another_thing_is_not_valid() -> None:
    with pytest.raises(jsonschema.ValidationError):
        _check({"version": 2})
    golden = json.loads((GOLDEN / "report.json").read_text(encoding="utf-8"))
    golden["documents"][0]["findings"][0]["start"] = -1
    with pytest.raises(jsonschema.ValidationError):
        _check(golden)
    golden["documents"][0]["findings"][0] |= {"start": 1, "new": 1}
    with pytest.raises(AssertionError):
        _check(golden)
