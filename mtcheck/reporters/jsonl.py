"""JSON Lines: a document of report version 1 a line; inputs that failed come last."""

from __future__ import annotations

from typing import Any

from mtcheck.finding import Report
from mtcheck.reporters.in_parts import InParts
from mtcheck.reporters.json import document_object
from mtcheck.reporters.safe_json import json_text


def render(report: Report) -> str:
    return in_parts().whole(report)


def in_parts() -> InParts:
    """The same, document by document."""
    return InParts(lambda document: _line(document_object(document)), after=_failures)


def _failures(report: Report) -> str:
    return "".join(_line({"path": e.path, "error": e.message}) for e in report.errors)


def _line(record: dict[str, Any]) -> str:
    return json_text(record, None) + "\n"
