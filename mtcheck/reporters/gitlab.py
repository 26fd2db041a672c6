"""GitLab's Code Quality report: a list of issues, empty where there is nothing to say.

Source: GitLab Docs, "Code Quality report format". Fingerprints must differ within a report.
"""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.safe_json import json_text
from mtcheck.reporters.wording import source_in_words

_SEVERITIES = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info"}


def render(report: Report) -> str:
    """The issues of all documents, in order; inputs that could not be read are blockers."""
    issues = [
        _issue(error.message, "read-failure", error.path, error.path, "blocker", 1)
        for error in report.errors
    ]
    for document in report.documents:
        index = LineIndex.of(document)
        issues += [_finding_issue(document, finding, index) for finding in document.findings]
    _tell_apart(issues)
    return json_text(issues) + "\n"


def _tell_apart(issues: list[dict[str, Any]]) -> None:
    """Two records of a file may have the same id and say the same, two of its lines fail alike."""
    seen: Counter[str] = Counter()
    for issue in issues:
        fingerprint = issue["fingerprint"]
        seen[fingerprint] += 1
        if seen[fingerprint] > 1:
            issue["fingerprint"] = _digest(f"{fingerprint}\0{seen[fingerprint]}")


def _finding_issue(document: DocumentReport, finding: Finding, index: LineIndex) -> dict[str, Any]:
    path = document.path or "text"
    message = finding.message + source_in_words(document, finding)
    if finding.suggestion:
        message += f" Better: {finding.suggestion}"
    return _issue(
        message,
        finding.rule,
        path,
        f"{path}\0{document.id}\0{finding.fingerprint}",
        _SEVERITIES[finding.severity],
        index.region_of(finding)[0].line,
    )


def _issue(
    message: str, rule: str, path: str, identity: str, severity: str, line: int
) -> dict[str, Any]:
    return {
        "description": " ".join(message.split()),
        "check_name": rule,
        "fingerprint": _digest(f"{rule}\0{identity}"),
        "severity": severity,
        "location": {"path": PurePath(path).as_posix(), "lines": {"begin": line}},
    }


def _digest(identity: str) -> str:
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
