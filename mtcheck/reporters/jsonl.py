"""JSON Lines: a document of report version 1 a line; inputs that failed come last."""

from __future__ import annotations

from mtcheck.finding import Report
from mtcheck.reporters.json import document_object
from mtcheck.reporters.safe_json import json_text


def render(report: Report) -> str:
    records = [document_object(document) for document in report.documents]
    failures = [{"path": e.path, "error": e.message} for e in report.errors]
    return "".join(json_text(r, None) + "\n" for r in [*records, *failures])
