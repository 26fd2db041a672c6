"""What holds for every input: the properties that the fuzzer looks after."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema

import mtcheck
from mtcheck.finding import DocumentReport, Report
from mtcheck.fix import apply_fixes, compatible
from mtcheck.fixing import diff, fixed_files
from mtcheck.reporters import FORMATS, reporter
from mtcheck.reporters.github import step_summary
from mtcheck.reporters.text import render as render_text

SECONDS = 20
"""Of the processor, for one small input: far more than any takes, far less than for ever."""
_OUTSIDE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"::(?:error|warning|notice) [^\r\n]*::[^\r\n]*")


class Hang(BaseException):
    """A call that does not end; no rule's error, so that the engine lets it through."""


@contextmanager
def limited(seconds: int = SECONDS) -> Iterator[None]:
    """Raises Hang where what is inside takes longer, in time of the processor."""

    def stop(*_: object) -> None:
        raise Hang(f"took more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def assert_sound(document: DocumentReport) -> None:
    """No rule broke down, and every place that is told lies in the text that it is told of."""
    assert document.failures == (), document.failures
    text = document.text
    for finding in (*document.findings, *(each.finding for each in document.suppressed)):
        assert 0 <= finding.start <= finding.end <= len(text), finding
        if finding.file_span and document.file_map:
            assert finding.text == document.file_map.raw[slice(*finding.file_span)], finding
        else:
            assert finding.text == text[finding.start : finding.end], finding
        assert finding.message.strip(), finding
        for related in finding.related:
            other = document.source_text if related.side == "source" else text
            assert other is not None, finding
            assert 0 <= related.start <= related.end <= len(other), finding
        for edit in finding.fix.edits if finding.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text), finding
    places = [(finding.start, finding.end) for finding in document.findings]
    assert places == sorted(places)
    assert 0 <= document.score <= 100
    assert_fixes_keep(document)


def assert_fixes_keep(document: DocumentReport) -> None:
    """The fixes together leave every character where no edit of theirs stands, in its order."""
    fixes = [finding.fix for finding in document.findings if finding.fix]
    if not fixes:
        return
    after = apply_fixes(document.text, fixes)
    edits = sorted(edit for fix in compatible(fixes) for edit in fix.edits)
    at = 0
    position = 0
    for edit in edits:
        assert edit.start >= position, "edits overlap"
        kept = document.text[position : edit.start] + edit.text
        assert after.startswith(kept, at)
        at += len(kept)
        position = edit.end
    assert after[at:] == document.text[position:]


def assert_reports_valid(report: Report) -> None:
    """Every reporter makes of the run what its format wants, and nothing that can do harm."""
    texts = {format: reporter(format)(report) for format in FORMATS}
    for format, text in texts.items():
        # As they are written: what is no character is told by its escape.
        texts[format] = text.encode("utf-8", "backslashreplace").decode("utf-8")
    whole = json.loads(texts["json"])
    _validator("report")(whole)
    for document, plain in zip(whole["documents"], report.documents, strict=True):
        _assert_places(document, plain)
    _validator("sarif")(json.loads(texts["sarif"]))
    assert len(texts["jsonl"].split("\n")) == len(report.documents) + len(report.errors) + 1
    for line in texts["jsonl"].split("\n")[:-1]:
        json.loads(line)
    issues = json.loads(texts["gitlab"])
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    ElementTree.fromstring(texts["junit"])
    commands = texts["github"].split("\n")[:-1]
    assert all(_COMMAND.fullmatch(command) for command in commands)
    assert len(commands) == len(report.errors) + len(report.findings) + 1
    assert_harmless_page(texts["html"])
    for format in ("text", "concise", "markdown"):
        assert not _OUTSIDE.search(texts[format]), format
    for line in (*texts["text"].splitlines(), *texts["concise"].splitlines()):
        assert not line.lstrip().startswith("::"), line
    assert len(texts["concise"].splitlines()) == len(report.findings)
    assert "\x1b" not in step_summary(report)
    render_text(report, colour=True, suppressed=True)
    for file in fixed_files(report.documents, unsafe=True):
        assert file.before != file.after
        diff(file)


def _assert_places(told: dict[str, Any], document: DocumentReport) -> None:
    text = document.file_map.raw if document.file_map else document.text
    lines = re.split(r"\r\n?|\n", text)
    for finding in told["findings"]:
        assert 0 <= finding["start"] <= finding["end"] <= len(text), finding
        if not document.segments:
            assert 1 <= finding["line"] <= finding["end_line"] <= len(lines), finding
            assert finding["column"] <= len(lines[finding["line"] - 1]) + 2, finding
        for edit in finding["fix"]["edits"] if finding["fix"] else ():
            assert 0 <= edit["start"] <= edit["end"] <= len(text), finding


@cache
def _validator(kind: str) -> Any:
    path = Path(mtcheck.__file__).parent / "reporters" / "report.schema.json"
    if kind == "sarif":
        path = Path(__file__).parent.parent / "schemas" / "sarif-2.1.0.json"
    schema = json.loads(path.read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema).validate


class _Page(HTMLParser):
    """What of a page could run."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        if tag in ("iframe", "object", "embed", "img", "base", "link", "meta"):
            self.dangers.append(tag)
        for name, value in attrs:
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.dangers.append(f"{tag} {name}={value}")


@cache
def _own_page() -> tuple[int, list[str]]:
    page = _Page()
    page.feed(reporter("html")(Report((), (), 0, 100.0, True, "")))
    return page.scripts, page.dangers


def assert_harmless_page(html: str) -> None:
    """The page holds the report's own scripts and none of a text's making."""
    page = _Page()
    page.feed(html)
    page.close()
    assert (page.scripts, page.dangers) == _own_page()
