"""Each reporter's very output, kept in tests/golden. UPDATE_GOLDEN=1 writes it anew."""

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from mtcheck.finding import DocumentReport, Finding, Origin, ReadFailure, Report, Suppressed
from mtcheck.registry import find_rule
from mtcheck.reporters import FORMATS, reporter
from mtcheck.reporters.github import step_summary
from mtcheck.reporters.text import render as render_text
from mtcheck.rule import Edit, Fix, Related

SCHEMAS = Path(__file__).parent.parent / "schemas"
GOLDEN = Path(__file__).parent.parent / "golden"

TEXT = (
    "Élections 🗳️ à Genève\r\n"
    "Élections 🗳️ à Genève\r\n"
    "\r\n"
    "قال الوزير: OTAN ستجتمع\r\n"
    "北京 OTAN 会议。\x1b[31m end, 100% | <b>\r\n"
)


def _finding(part: str, *, occurrence: int = 0, **changes: object) -> Finding:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(part, start + 1)
    card: dict[str, object] = {
        "rule": "untranslated-acronym",
        "family": "untranslated",
        "category": "accuracy/untranslated",
        "severity": "minor",
        "confidence": "high",
        "message": "OTAN is the French name, 100% sure: it stayed behind.\nWrite the English one.",
        "start": start,
        "end": start + len(part),
        "text": part,
        "suggestion": "NATO",
        "fix": None,
        "related": (),
        "identity": f"{part}{occurrence}",
    }
    return Finding(**(card | changes))  # type: ignore[arg-type]


@pytest.fixture
def report() -> Report:
    second = TEXT.index("Élections", 5)
    findings = (
        _finding(
            "Élections 🗳️ à Genève\r\n\r\n",
            severity="major",
            rule="duplicated-headline",
            family="structure",
            message="The headline stands here again.",
            suggestion=None,
            fix=Fix((Edit(second, second + 25, ""),)),
            related=(Related(0, 21, "first here"),),
        ),
        _finding("OTAN"),
        _finding("OTAN", occurrence=1),
        _finding("\x1b[31m", severity="critical", rule="token-debris", suggestion=None),
    )
    document = DocumentReport(
        path="articles/a,b:c.txt",
        id=None,
        text=TEXT,
        language="fr-CH",
        source_language=None,
        origin=Origin("de", 0.97, evidence=("foreign-transliteration", "related-link")),
        words=12,
        penalty=32.0,
        score=0.0,
        metrics={"chrf": 41.5},
        findings=findings,
        suppressed=(
            Suppressed(_finding("北京", rule="strange-script", suggestion=None), "baseline"),
            Suppressed(
                _finding("<b>", rule="stray-markup", suggestion=None),
                "comment",
                "the 100% <b>bold</b> name",
            ),
        ),
    )
    clean = DocumentReport(
        path="articles.jsonl",
        id="7",
        text="",
        language="und",
        source_language=None,
        origin=Origin(None, 0.75),
        words=0,
        penalty=0.0,
        score=100.0,
        metrics={},
        findings=(),
    )
    failure = ReadFailure("no.txt", "there is no such file; check the path")
    rules = (find_rule("duplicated-headline"), find_rule("token-debris"))
    return Report((document, clean), (failure,), 12, 0.0, False, "version:test", rules)


def check_golden(name: str, content: str) -> None:
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_bytes(content.encode("utf-8"))
    assert content == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_report(name: str, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for module in ("json", "sarif"):
        monkeypatch.setattr(f"mtcheck.reporters.{module}.__version__", "0.0.0")
    check_golden(f"report.{name}", reporter(name)(report))


def test_text_with_what_is_suppressed(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    check_golden("report.suppressed.text", render_text(report, suppressed=True))


def test_text_in_colour(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    check_golden("report.colour.text", render_text(report, colour=True))


def test_github_step_summary(report: Report) -> None:
    check_golden("step-summary.md", step_summary(report))


def test_no_text_becomes_a_workflow_command(report: Report) -> None:
    for line in reporter("github")(report).splitlines():
        assert line.startswith("::")
        properties, _, message = line[2:].partition("::")
        assert "\n" not in message
        assert properties.count("file=") <= 1


def test_json_offsets_point_into_the_text(report: Report) -> None:
    document = json.loads(reporter("json")(report))["documents"][0]
    for finding in document["findings"]:
        assert TEXT[finding["start"] : finding["end"]] == finding["text"]


def test_sarif_is_valid(report: Report) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(reporter("sarif")(report))
    jsonschema.Draft202012Validator(schema).validate(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "duplicated-headline",
        "token-debris",
    ]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        lines = TEXT.split("\r\n")
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            assert (
                line[region["startColumn"] - 1 : region["endColumn"] - 1]
                in result["message"]["text"] + region["snippet"]["text"]
            )


def test_gitlab_fingerprints_differ(report: Report) -> None:
    issues = json.loads(reporter("gitlab")(report))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    empty = report._replace(documents=report.documents[1:], errors=())
    assert json.loads(reporter("gitlab")(empty)) == []


def test_junit_is_xml(report: Report) -> None:
    root = ElementTree.fromstring(reporter("junit")(report))
    assert root.get("failures") == "1"
    assert root.get("errors") == "1"
    assert len(root.findall(".//testcase")) == 3


def test_markdown_holds_no_mark_up_of_the_text(report: Report) -> None:
    rendered = reporter("markdown")(report)
    assert "<b>" not in rendered
    assert "\x1b" not in rendered
