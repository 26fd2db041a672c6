"""SARIF 2.1.0 (OASIS), as code hosts and viewers read it.

Columns are Unicode code points, and `columnKind` says so. Artifact locations are relative to the
working folder. Every rule of the run is listed, found or not.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mtcheck import __version__
from mtcheck.finding import DocumentReport, Finding, ReadFailure, Report, Suppressed
from mtcheck.reporters.position import LineIndex, Position, fix_of_file
from mtcheck.reporters.safe_json import json_text
from mtcheck.rule import Fix, Related, Rule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
_RANKS = {"high": 90.0, "medium": 60.0, "low": 30.0}
_FINGERPRINT = "mtcheck/v1"


def render(report: Report) -> str:
    """One run, with its rules, its results and what could not be read."""
    indices = {rule.name: index for index, rule in enumerate(report.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "mtcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_descriptor(rule) for rule in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "results": _judged(
            [result for document in report.documents for result in _results(document, indices)]
        ),
        "properties": {"score": report.score, "words": report.words, "signature": report.signature},
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_text(log) + "\n"


def _descriptor(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.documentation},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "rank": _RANKS[rule.confidence]},
        "properties": {
            "tags": [rule.family, rule.category],
            "precision": _PRECISION[rule.confidence],
        },
    }


_PRECISION = {"high": "very-high", "medium": "high", "low": "medium"}
"""The terms of GitHub's code scanning."""


def _notification(error: ReadFailure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": error.message},
        "locations": [{"physicalLocation": {"artifactLocation": _artifact(error.path)}}],
    }


def _results(document: DocumentReport, indices: dict[str, int]) -> list[dict[str, Any]]:
    index = LineIndex.of(document)
    results = [_result(document, finding, index, indices) for finding in document.findings]
    for each in document.suppressed:
        result = _result(document, each.finding, index, indices)
        results.append(result | {"suppressions": [_suppression(each)]})
    return results


def _judged(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """SARIF wants the suppressions of all results of a run told, or those of none (3.27.23)."""
    if any("suppressions" in result for result in results):
        return [{"suppressions": [], **result} for result in results]
    return results


def _suppression(suppressed: Suppressed) -> dict[str, Any]:
    if suppressed.by == "baseline":
        return {"kind": "external", "status": "accepted", "justification": "in the baseline"}
    reason = {"justification": suppressed.reason} if suppressed.reason else {}
    return {"kind": "inSource", "status": "accepted", **reason}


def _result(
    document: DocumentReport, finding: Finding, index: LineIndex, indices: dict[str, int]
) -> dict[str, Any]:
    message = finding.message
    if finding.suggestion:
        message += f" Better: {finding.suggestion}"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": {"text": message},
        "locations": [_location(document, finding, index)],
        "partialFingerprints": {_FINGERPRINT: finding.fingerprint},
        "properties": {
            "severity": finding.severity,
            "category": finding.category,
            **({"id": document.id} if document.id is not None else {}),
        },
    }
    if finding.rule in indices:
        result["ruleIndex"] = indices[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            _related(document, related, index, number)
            for number, related in enumerate(finding.related)
        ]
    fix = fix_of_file(document, finding.fix)
    if fix and document.id is None and not document.segments:
        result["fixes"] = [_fix(document, fix, index, finding.suggestion)]
    return result


def _location(
    document: DocumentReport, place: Finding | Related, index: LineIndex
) -> dict[str, Any]:
    physical = {
        "artifactLocation": _artifact(document.path or "text"),
        "region": _region(document, place, index),
    }
    location: dict[str, Any] = {"physicalLocation": physical}
    if document.id is not None:
        location["logicalLocations"] = [{"name": document.id, "kind": "article"}]
    return location


def _region(document: DocumentReport, place: Finding | Related, index: LineIndex) -> dict[str, Any]:
    if isinstance(place, Finding):
        (first, last), offsets = index.region_of(place), index.offsets_of(place)
    else:
        first, last = index.region(place.start, place.end)
        offsets = index.offsets(place.start, place.end)
    text = document.file_map.raw if document.file_map else document.text
    snippet = {"text": text[slice(*offsets)]}
    if not index.has_columns:
        return {"startLine": first.line, "endLine": last.line, "snippet": snippet}
    return {**_place(first, last), "snippet": snippet}


def _place(first: Position, last: Position) -> dict[str, Any]:
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _related(
    document: DocumentReport, related: Related, index: LineIndex, number: int
) -> dict[str, Any]:
    """A place in the source is told in words: its file is not among the artifacts."""
    if related.side == "source" and document.source_text is not None:
        words = document.source_text[related.start : related.end]
        return {"id": number, "message": {"text": f"{related.message}: {words}"}}
    location = _location(document, related, index)
    return {"id": number, "message": {"text": related.message}, **location}


def _fix(
    document: DocumentReport, fix: Fix, index: LineIndex, suggestion: str | None
) -> dict[str, Any]:
    replacements = []
    for edit in fix.edits:
        region = _place(*index.file_region(edit.start, edit.end))
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    artifact = _artifact(document.path or "text")
    return {
        "description": {"text": suggestion or "delete it"},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _artifact(path: str) -> dict[str, str]:
    """A relative reference: forward slashes, percent-encoded; a leading drive or root is kept.
    Bytes of a name that are no UTF-8 stand as they are on the disk."""
    return {"uri": quote(PurePath(path).as_posix(), safe="/._-~", errors="surrogateescape")}
