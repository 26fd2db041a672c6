"""Findings as a person wants to read them."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.reporters.display import visible, width
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import (
    counts_in_words,
    origin_in_words,
    plural,
    sample_note,
)

_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_COLOURS = {
    "critical": "\x1b[1;35m",
    "major": "\x1b[1;31m",
    "minor": "\x1b[33m",
    "neutral": "\x1b[36m",
}
_GUTTER = "    | "
_NARROWEST, _WIDEST = 60, 120


class _Style:
    def __init__(self, colour: bool) -> None:
        self._colour = colour
        self.columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns))

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{_RESET}" if self._colour else text

    def prose(self, text: str) -> str:
        return textwrap.fill(
            visible(text),
            self.columns,
            initial_indent="    ",
            subsequent_indent="    ",
            break_on_hyphens=False,
        )


def render(report: Report, *, colour: bool = False) -> str:
    """The report for a terminal (`colour`) or a file; errors are not in it, the command prints
    them on standard error."""
    style = _Style(colour)
    lines: list[str] = []
    for document in report.documents:
        lines += _document_lines(document, style)
    lines += _summary_lines(report, style)
    return "\n".join(lines) + "\n"


def _document_lines(document: DocumentReport, style: _Style) -> Iterator[str]:
    index = LineIndex(document.text)
    name = _name(document)
    for finding in document.findings:
        yield from _finding_lines(document, finding, index, name, style)
        yield ""
    facts = [
        f"score {document.score:.1f}",
        plural(document.words, "word"),
        counts_in_words(document),
        origin_in_words(document.origin),
        sample_note(document),
    ]
    yield f"{style.paint(name, _BOLD)}: " + " · ".join(fact for fact in facts if fact)
    if document.metrics:
        metrics = ", ".join(f"{key} {value:g}" for key, value in document.metrics.items())
        yield style.prose(metrics)
    yield ""


def _name(document: DocumentReport) -> str:
    path = visible(document.path or "text")
    return path if document.id is None else f"{path} [{visible(document.id)}]"


def _finding_lines(
    document: DocumentReport, finding: Finding, index: LineIndex, name: str, style: _Style
) -> Iterator[str]:
    line, column = index.position(finding.start)
    severity = style.paint(finding.severity, _COLOURS[finding.severity])
    yield f"{style.paint(f'{name}:{line}:{column}', _BOLD)}: {severity} {finding.rule}"
    yield from _excerpt(document.text, finding.start, finding.end, index, style, finding.severity)
    yield style.prose(finding.message)
    if finding.suggestion:
        yield style.prose(f"Better: {finding.suggestion}")
    for related in finding.related:
        at = index.position(related.start)
        yield style.paint(style.prose(f"{related.message}: line {at.line}:{at.column}"), _DIM)


def _excerpt(
    text: str, start: int, end: int, index: LineIndex, style: _Style, severity: str
) -> Iterator[str]:
    """The line of the span's beginning, cut to the terminal's width, and the underline."""
    line_start, line_end = index.line_span(index.position(start).line)
    room = style.columns - len(_GUTTER) - 2
    end = min(end, line_end)
    span = min(end - start, room * 2 // 3)
    before = min(start - line_start, max(room // 4, room - (line_end - start)))
    cut_start = start - before
    cut_end = min(line_end, max(cut_start + room, start + span))
    left = "…" if cut_start > line_start else ""
    right = "…" if cut_end < line_end else ""
    lead = left + visible(text[cut_start:start])
    marked = visible(text[start : min(end, cut_end)])
    tail = visible(text[max(start, min(end, cut_end)) : cut_end]) + right
    yield f"{style.paint(_GUTTER, _DIM)}{lead}{marked}{tail}"
    underline = style.paint("^" * max(1, width(marked)), _COLOURS[severity])
    yield f"{style.paint(_GUTTER, _DIM)}{' ' * width(lead)}{underline}"


def _summary_lines(report: Report, style: _Style) -> Iterator[str]:
    facts = [
        plural(len(report.documents), "article"),
        plural(report.words, "word"),
        counts_in_words(report),
        f"score {report.score:.1f}",
    ]
    if report.errors:
        facts.append(f"{plural(len(report.errors), 'input')} not read")
    verdict = "passed" if report.passed else "failed"
    colour = "\x1b[1;32m" if report.passed else "\x1b[1;31m"
    yield f"{style.paint(verdict, colour)}: " + " · ".join(facts)
