"""Findings as a person wants to read them."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.reporters.display import RESET, SEVERITY_COLOURS, uncommanding, visible, width
from mtcheck.reporters.in_parts import InParts
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import (
    counts_in_words,
    origin_in_words,
    plural,
    sample_note,
    suppressed_in_words,
    why_suppressed,
)
from mtcheck.rule import Related

_BOLD, _DIM = "\x1b[1m", "\x1b[2m"
_GUTTER = "    | "
_SAID_BY_THE_GUTTER = ("in the source", "the source")
_SOURCE, _TARGET, _BESIDE = "source | ", "target | ", "       | "
_NARROWEST, _WIDEST = 60, 120


class _Style:
    def __init__(self, colour: bool) -> None:
        self._colour = colour
        self.columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size((100, 24)).columns))

    def paint(self, text: str, code: str) -> str:
        return f"{code}{text}{RESET}" if self._colour else text

    def prose(self, text: str) -> str:
        filled = textwrap.fill(
            visible(text),
            self.columns,
            initial_indent="    ",
            subsequent_indent="    ",
            break_on_hyphens=False,
        )
        return uncommanding(filled)  # what stood in the middle may begin a line now


def render(
    report: Report, *, colour: bool = False, summary: bool = True, suppressed: bool = False
) -> str:
    """The report for a terminal (`colour`) or a file; errors are not in it, the command prints
    them on standard error.

    summary: with a line on each article and the verdict; else the findings alone.
    suppressed: with the findings that do not count, after the others of their article."""
    return in_parts(colour=colour, summary=summary, suppressed=suppressed).whole(report)


def in_parts(*, colour: bool = False, summary: bool = True, suppressed: bool = False) -> InParts:
    """The same, document by document."""
    style = _Style(colour)
    return InParts(
        of_document=lambda document: _printed(
            _document_lines(document, style, summary, suppressed)
        ),
        after=lambda report: _printed(_summary_lines(report, style)) if summary else "",
    )


def _printed(lines: Iterator[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _document_lines(
    document: DocumentReport, style: _Style, summary: bool, suppressed: bool
) -> Iterator[str]:
    index = LineIndex.of(document)
    name = _name(document)
    for finding in document.findings:
        yield from _finding_lines(document, finding, index, name, style)
        yield ""
    for each in document.suppressed if suppressed else ():
        yield from _finding_lines(document, each.finding, index, name, style, is_suppressed=True)
        yield style.prose(why_suppressed(each))
        yield ""
    if not summary:
        return
    facts = [
        f"score {document.score:.1f}",
        plural(document.words, "word"),
        counts_in_words(document),
        suppressed_in_words(document.tally),
        origin_in_words(document.origin),
        sample_note(document),
    ]
    yield f"{style.paint(name, _BOLD)}: " + " · ".join(fact for fact in facts if fact)
    if document.metrics:
        metrics = ", ".join(f"{key} {value:g}" for key, value in document.metrics.items())
        yield style.prose(metrics)
    yield ""


def _name(document: DocumentReport) -> str:
    return visible(document.name)


def _finding_lines(
    document: DocumentReport,
    finding: Finding,
    index: LineIndex,
    name: str,
    style: _Style,
    *,
    is_suppressed: bool = False,
) -> Iterator[str]:
    colour = _DIM if is_suppressed else SEVERITY_COLOURS[finding.severity]
    severity = style.paint("suppressed" if is_suppressed else finding.severity, colour)
    segment = index.segment_at(finding.start)
    of_segment = f", segment {visible(segment.id)}" if segment and segment.id else ""
    place = style.paint(f"{name}:{index.place_of(finding)}", _BOLD)
    yield f"{place}: {severity} {finding.rule}{of_segment}"
    in_source = [related for related in finding.related if related.side == "source"]
    if document.source_text is None:
        in_source = []
    colour = SEVERITY_COLOURS[finding.severity]
    yield from _source_lines(document.source_text or "", in_source, style)
    gutters = (_TARGET, _BESIDE) if in_source else (_GUTTER, _GUTTER)
    if finding.file_span and document.file_map:
        raw = document.file_map.raw
        yield from _excerpt(raw, *finding.file_span, LineIndex(raw), style, colour, gutters)
    else:
        span = finding.start, finding.end
        yield from _excerpt(document.text, *span, index, style, colour, gutters)
    yield style.prose(finding.message)
    if finding.suggestion:
        yield style.prose(f"Better: {finding.suggestion}")
    for related in finding.related:
        if related.side == "target":
            at = index.place(related.start)
            yield style.paint(style.prose(f"{related.message}: line {at}"), _DIM)
        elif related.message not in _SAID_BY_THE_GUTTER:
            yield style.paint(style.prose(related.message), _DIM)


def _source_lines(text: str, places: list[Related], style: _Style) -> Iterator[str]:
    """The source's lines with what the finding speaks of underlined, above the target's."""
    index = LineIndex(text) if places else None
    for related in places:
        if index is not None:
            gutters = (_SOURCE, _BESIDE)
            yield from _excerpt(text, related.start, related.end, index, style, _DIM, gutters)


def _excerpt(
    text: str,
    start: int,
    end: int,
    index: LineIndex,
    style: _Style,
    colour: str,
    gutters: tuple[str, str],
) -> Iterator[str]:
    """The line of the span's beginning, cut to the terminal's width, and the underline."""
    line_start, line_end = index.line_around(start)
    room = style.columns - len(gutters[0]) - 2
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
    yield f"{style.paint(gutters[0], _DIM)}{uncommanding(lead + marked + tail)}"
    underline = style.paint("^" * max(1, width(marked)), colour)
    yield f"{style.paint(gutters[1], _DIM)}{' ' * width(lead)}{underline}"


def _summary_lines(report: Report, style: _Style) -> Iterator[str]:
    facts = [
        plural(report.tally.documents, "article"),
        plural(report.words, "word"),
        counts_in_words(report),
        suppressed_in_words(report.tally),
        f"score {report.score:.1f}",
    ]
    if report.errors:
        facts.append(f"{plural(len(report.errors), 'input')} not read")
    verdict = "passed" if report.passed else "failed"
    colour = "\x1b[1;32m" if report.passed else "\x1b[1;31m"
    yield f"{style.paint(verdict, colour)}: " + " · ".join(fact for fact in facts if fact)
