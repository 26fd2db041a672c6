"""Where the findings of a report stand in the file that the editor shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.lsp.positions import LineTable
from mtcheck.reporters.position import LineIndex, fix_of_file
from mtcheck.rule import Edit, Fix, Related

_CONTEXTS = (40, 15, 0)
"""Characters on both sides that help to find a place again in a file of records."""


class Placed(NamedTuple):
    """A finding and its place. start, end: code points into the file as the editor has it.

    fix: with the edits that the file needs; None where there is none that it can take.
    related: the other places in the file, each with what is to be said of it.
    """

    finding: Finding
    document: DocumentReport
    start: int
    end: int
    fix: Fix | None
    related: tuple[tuple[int, int, str], ...]


def placed_findings(report: Report, content: str) -> list[Placed]:
    """All findings in order of the file. content: what was checked."""
    lines = LineTable(content, "utf-32")
    found = [
        placed for document in report.documents for placed in _of_document(document, content, lines)
    ]
    return sorted(found, key=lambda placed: (placed.start, placed.end, placed.finding.rule))


def _of_document(document: DocumentReport, content: str, lines: LineTable) -> Iterator[Placed]:
    raw = document.file_map.raw if document.file_map else document.text
    index = LineIndex.of(document)
    # An editor may keep the byte-order mark, which readers take off.
    shift = len(content) - len(raw)
    is_whole = content.endswith(raw) and content[:shift] in ("", "\ufeff")
    for finding in document.findings:
        if is_whole:
            yield _in_whole(finding, document, index, shift)
        else:
            place = _searched(finding, document, index, lines)
            yield Placed(finding, document, *place, None, ())


def _in_whole(finding: Finding, document: DocumentReport, index: LineIndex, shift: int) -> Placed:
    start, end = index.offsets_of(finding)
    fix = None if document.segments else fix_of_file(document, finding.fix)
    related = tuple(
        _related(each, index, shift) for each in finding.related if each.side == "target"
    )
    return Placed(
        finding, document, start + shift, end + shift, fix and _shifted(fix, shift), related
    )


def _related(related: Related, index: LineIndex, shift: int) -> tuple[int, int, str]:
    start, end = index.offsets(related.start, related.end)
    return start + shift, end + shift, related.message


def _shifted(fix: Fix, shift: int) -> Fix:
    if not shift:
        return fix
    edits = (Edit(edit.start + shift, edit.end + shift, edit.text) for edit in fix.edits)
    return Fix(tuple(edits), fix.safe)


def _searched(
    finding: Finding, document: DocumentReport, index: LineIndex, lines: LineTable
) -> tuple[int, int]:
    """The finding in a file of records or segments, which holds the text piece by piece: in the
    line that the reader named, else in the whole file. Where the words are not found as they are
    (they may be escaped), it is the line."""
    begin, close = 0, len(lines.text)
    segment = index.segment_at(finding.start)
    if segment and segment.line is not None:
        number = min(index.position(finding.start).line, lines.line_count) - 1
        begin = lines.line(number)[0]
        if segment.id is None:
            close = lines.line(number)[1]
    text = document.text
    for context in _CONTEXTS:
        before = text[max(0, finding.start - context) : finding.start].rpartition("\n")[2]
        after = text[finding.end : finding.end + context].partition("\n")[0]
        at = lines.text.find(before + finding.text + after, begin, close) if finding.text else -1
        if at >= 0:
            return at + len(before), at + len(before) + len(finding.text)
    start, end = lines.line_at(begin)
    return start + _indent(lines.text[start:end]), end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
