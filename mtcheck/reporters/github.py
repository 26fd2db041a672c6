"""Workflow commands of GitHub Actions, and the summary of a step.

GitHub shows ten annotations of a kind and step, so the gravest come first and the count is last.
Source: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.patterns import late_pattern
from mtcheck.reporters.display import printable
from mtcheck.reporters.markdown import escaped
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import counts_in_words, origin_in_words, plural, source_in_words
from mtcheck.rule import SEVERITIES

_ROOM = 900_000
"""Bytes of rows; GitHub refuses a summary of more than 1 MiB."""
_NEWLINE = late_pattern(r"\r\n?|\n")
_COMMAND = {"critical": "error", "major": "error", "minor": "warning", "neutral": "notice"}


def render(report: Report, *, summary: bool = True) -> str:
    """A command a line: unread inputs, findings from the gravest down, the count (`summary`)."""
    lines = [command("error", e.message, file=e.path) for e in report.errors]
    indexed = [(document, LineIndex.of(document)) for document in report.documents]
    found = [
        (document, finding, index) for document, index in indexed for finding in document.findings
    ]
    found.sort(key=lambda entry: -SEVERITIES.index(entry[1].severity))
    lines += [_annotation(document, finding, index) for document, finding, index in found]
    if summary:
        counts = f"{counts_in_words(report)} in {plural(len(report.documents), 'article')}"
        lines.append(command("notice", f"{counts}, score {report.score:.1f}", title="mtcheck"))
    return "".join(f"{line}\n" for line in lines)


def _annotation(document: DocumentReport, finding: Finding, index: LineIndex) -> str:
    start, end = index.region_of(finding)
    place = {"file": document.path or "text", "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line and index.has_columns:
        # GitHub rejects columns on an annotation of several lines.
        place |= {"col": str(start.column), "endColumn": str(end.column)}
    message = finding.message + source_in_words(document, finding)
    if finding.suggestion:
        message += f" Better: {finding.suggestion}"
    return command(_COMMAND[finding.severity], message, **place, title=f"mtcheck {finding.rule}")


def command(kind: str, message: str, **properties: str) -> str:
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    return f"::{kind} {listed}::{_escaped(message)}"


def _escaped(text: str) -> str:
    text = "\n".join(map(printable, _NEWLINE.split(text)))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(report: Report) -> str:
    """Markdown for $GITHUB_STEP_SUMMARY: a row an article, as many as GitHub takes."""
    head = ["## mtcheck", "", "| article | score | findings | origin |", "|---|---|---|---|"]
    rows: list[str] = []
    for document in report.documents:
        name = escaped(document.path or "text")
        origin = escaped(origin_in_words(document.origin) or "")
        rows.append(f"| {name} | {document.score:.1f} | {counts_in_words(document)} | {origin} |")
    rows += [f"| {escaped(e.path)} | not read | {escaped(e.message)} | |" for e in report.errors]
    verdict = "passed" if report.passed else "failed"
    most = bisect_right(
        list(accumulate(len(row.encode("utf-8", "replace")) for row in rows)), _ROOM
    )
    if most < len(rows):
        rows[most:] = [f"| {len(rows) - most:,} more | | | |"]
    return "\n".join([*head, *rows, "", f"**{verdict}**, score {report.score:.1f}", ""])
