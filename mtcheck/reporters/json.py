"""Report version 1 as JSON."""

from __future__ import annotations

from typing import Any

from mtcheck import __version__
from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.reporters.in_parts import InParts
from mtcheck.reporters.position import LineIndex, fix_of_file
from mtcheck.reporters.safe_json import json_text
from mtcheck.rule import Related

REPORT_VERSION = 1


_WITHOUT_DOCUMENTS = '"documents": [],'
_INDENT = "\n    "


def render(report: Report) -> str:
    """The whole run as one object, indented, ending with a newline."""
    return in_parts().whole(report)


def in_parts() -> InParts:
    """The same, document by document."""
    return InParts(_printed, f",{_INDENT}", _head, _tail)


def _printed(document: DocumentReport) -> str:
    return json_text(document_object(document)).replace("\n", _INDENT)


def _head(report: Report) -> str:
    return _shell(report)[0]


def _tail(report: Report) -> str:
    return _shell(report)[1]


def _shell(report: Report) -> tuple[str, str]:
    """The report but for its documents: what stands before them, and what after."""
    whole = json_text(_run_object(report) | {"documents": [], "errors": _errors(report)})
    head, mark, tail = whole.partition(_WITHOUT_DOCUMENTS)
    if not report.tally.documents:
        return head + mark, f"{tail}\n"
    return f'{head}"documents": [{_INDENT}', f"\n  ],{tail}\n"


def report_object(report: Report) -> dict[str, Any]:
    documents = [document_object(document) for document in report.documents]
    return _run_object(report) | {"documents": documents, "errors": _errors(report)}


def _errors(report: Report) -> list[dict[str, str]]:
    return [{"path": error.path, "message": error.message} for error in report.errors]


def _run_object(report: Report) -> dict[str, Any]:
    return {
        "version": REPORT_VERSION,
        "tool": {"name": "mtcheck", "version": __version__},
        "signature": report.signature,
        "summary": {
            "documents": report.tally.documents,
            "words": report.words,
            "score": report.score,
            "passed": report.passed,
            "findings": report.counts(),
            **({"not_shown": report.not_shown} if report.not_shown else {}),
        },
    }


def document_object(document: DocumentReport) -> dict[str, Any]:
    """One document of report version 1."""
    index = LineIndex.of(document)
    origin = document.origin
    return {
        "path": document.path,
        "id": document.id,
        "language": document.language,
        "source_language": document.source_language,
        "origin": {
            "language": origin.language,
            "probability": origin.probability,
            "given": origin.given,
            "evidence": list(origin.evidence),
        },
        "words": document.words,
        "penalty": document.penalty,
        "score": document.score,
        "metrics": document.metrics,
        "findings": [_finding_object(finding, document, index) for finding in document.findings],
        "suppressed": [
            _finding_object(each.finding, document, index)
            | {"by": each.by, "reason": each.reason or None}
            for each in document.suppressed
        ],
    }


def _finding_object(finding: Finding, document: DocumentReport, index: LineIndex) -> dict[str, Any]:
    (line, column), (end_line, end_column) = index.region_of(finding)
    start, end = index.offsets_of(finding)
    fix = fix_of_file(document, finding.fix)
    segment = index.segment_at(finding.start)
    of_segment = {"segment": segment.id} if segment and segment.id is not None else {}
    return {
        "rule": finding.rule,
        "family": finding.family,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "start": start,
        "end": end,
        "text": finding.text,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        **of_segment,
        "suggestion": finding.suggestion,
        "fix": fix and {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]},
        "related": [_related_object(related, document, index) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }


def _related_object(related: Related, document: DocumentReport, index: LineIndex) -> dict[str, Any]:
    """With `side` and `text` where the place is in the source: its offsets point elsewhere."""
    place = {"start": related.start, "end": related.end, "message": related.message}
    if related.side == "source" and document.source_text is not None:
        text = document.source_text[related.start : related.end]
        return place | {"side": related.side, "text": text}
    start, end = index.offsets(related.start, related.end)
    return place | {"start": start, "end": end}
