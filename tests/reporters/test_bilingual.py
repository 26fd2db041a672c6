"""Reports of bilingual files: the place in the file, the segment, and both sides of a finding."""

import json

import pytest

from mtcheck.document import Segment, Span
from mtcheck.finding import DocumentReport, Finding, Origin, Report
from mtcheck.reporters import reporter
from mtcheck.reporters.text import render as render_text
from mtcheck.rule import Related
from tests.reporters.test_golden import check_golden

SOURCE = "Les prix ont augmenté de 7 % vendredi.\n\n会议在北京举行。\n\nFin de la grève."
TARGET = "Prices rose by 8 % on Friday.\n\nThe meeting is\nheld in Pekin.\n\n"
FORMATS = ("text", "json", "jsonl", "github", "gitlab", "sarif", "junit", "markdown")


def _span(text: str, part: str) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


def _finding(part: str, rule: str, *related: Related, suggestion: str | None = None) -> Finding:
    start, end = _span(TARGET, part)
    return Finding(
        rule=rule,
        family="accuracy",
        category="accuracy/mistranslation",
        severity="major",
        confidence="high",
        message=f"{part} is not what the source says.",
        start=start,
        end=end,
        text=part,
        suggestion=suggestion,
        fix=None,
        related=related,
        identity=part,
    )


def _report(segments: tuple[Segment, ...], path: str) -> Report:
    def in_source(part: str) -> Related:
        return Related(*_span(SOURCE, part), "in the source", side="source")

    findings = (
        _finding("8 %", "number-mismatch", in_source("7 %"), suggestion="7 %"),
        _finding("Pekin", "entity-mismatch", in_source("北京"), Related(0, 6, "first here")),
        _finding(
            "held in Pekin.", "omitted-text", in_source("Fin de la grève."), in_source("会议")
        ),
    )
    document = DocumentReport(
        path=path,
        id=None,
        text=TARGET,
        source_text=SOURCE,
        segments=segments,
        language="en",
        source_language="fr",
        origin=Origin("fr", 1.0, given=True),
        words=11,
        penalty=15.0,
        score=0.0,
        metrics={},
        findings=findings,
    )
    return Report((document,), (), 11, 0.0, False, "version:test")


@pytest.fixture
def report() -> Report:
    return _report(
        (
            Segment(Span(0, 29), Span(0, 38), 12, "t1"),
            Segment(Span(31, 60), Span(40, 48), 20, "t2"),
            Segment(Span(62, 62), Span(50, 66), 31, None),
        ),
        "news.xlf",
    )


@pytest.mark.parametrize("name", FORMATS)
def test_report(name: str, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    for module in ("json", "sarif"):
        monkeypatch.setattr(f"mtcheck.reporters.{module}.__version__", "0.0.0")
    if name == "sarif":
        run = json.loads(reporter(name)(report))["runs"][0]
        check_golden("bilingual.sarif", json.dumps(run["results"], ensure_ascii=False, indent=2))
    else:
        check_golden(f"bilingual.{name}", reporter(name)(report))


def test_text_in_colour(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    check_golden("bilingual.colour.text", render_text(report, colour=True))


def test_the_spans_of_the_fixture(report: Report) -> None:
    (document,) = report.documents
    assert [TARGET[slice(*segment.target)] for segment in document.segments] == [
        "Prices rose by 8 % on Friday.",
        "The meeting is\nheld in Pekin.",
        "",
    ]
    assert [SOURCE[slice(*segment.source)] for segment in document.segments] == [
        "Les prix ont augmenté de 7 % vendredi.",
        "会议在北京举行。",
        "Fin de la grève.",
    ]


def test_lines_of_a_plain_file_keep_their_columns() -> None:
    segments = (
        Segment(Span(0, 29), Span(0, 38), 1),
        Segment(Span(30, 30), Span(39, 39), 2),
        Segment(Span(31, 45), Span(40, 48), 3),
        Segment(Span(46, 60), Span(49, 49), 4),
    )
    text = render_text(_report(segments, "news.en.txt"))
    assert text.startswith("news.en.txt:1:16: major number-mismatch\nsource | Les prix")
    assert "\nnews.en.txt:4:9: major entity-mismatch\n" in text
    finding = json.loads(reporter("json")(_report(segments, "x")))["documents"][0]["findings"][1]
    assert (finding["line"], finding["column"]) == (4, 9)
    assert "segment" not in finding
