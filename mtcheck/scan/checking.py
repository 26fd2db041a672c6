"""One record checked: the row that local workers and engines alike make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from mtcheck.config import InForce
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, Finding
from mtcheck.readers import ReadError
from mtcheck.readers.jsonl import article_of_record
from mtcheck.registry import rules_in_force
from mtcheck.rule import SEVERITIES
from mtcheck.scan import ScanError
from mtcheck.scan.records import Fields, Record, domain_of

Row = dict[str, Any]
_LONGEST_MESSAGE = 500


class Checker(NamedTuple):
    """What is in force for the records, and how they are read. It can be sent to other processes.

    in_force: for every path that `of_path` does not hold.
    """

    in_force: InForce
    fields: Fields = Fields()
    of_path: Mapping[str, InForce] = {}

    def require(self, present: list[str]) -> None:
        """Raises ScanError where a table with these columns lacks one that is asked for."""
        if lacking := self.fields.missing(present):
            raise ScanError(f"the batch {lacking}")

    def check(self, record: Record) -> Row:
        """The columns of `documents`, with `details` (the columns of each finding) and `errors`.
        Each record is checked by itself: no other one changes its row."""
        if record.error:
            return self._failed(record, record.error)
        settings, options, _ = self.of_path.get(record.path, self.in_force)
        rules = rules_in_force(settings)
        try:
            article = article_of_record(record.path, record.values, record.line or 1, options)
            report = check_document(
                article.document, rules, settings, path=record.path, id=article.id
            )
        except ReadError as error:
            return self._failed(record, str(error))
        except Exception as error:
            # One article of millions must not end the scan, whatever is wrong with it.
            what = f"internal error: {type(error).__name__}: {error}; please report it"
            return self._failed(record, what)
        return {**self._place(record), **_facts(report), **record.kept}

    def _place(self, record: Record) -> Row:
        values = record.values
        return {
            "path": record.path,
            "line": record.line,
            "id": values.get("id"),
            "url": values.get("url"),
            "domain": domain_of(values),
        }

    def _failed(self, record: Record, what: str) -> Row:
        place = {"path": record.path, "line": record.line, "id": record.values.get("id")}
        return {**place, "details": None, "errors": [_encodable(what[:_LONGEST_MESSAGE])]}


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


def _facts(report: DocumentReport) -> Row:
    counts = Counter(finding.severity for finding in report.findings)
    origin = report.origin
    return {
        "language": report.language,
        "source_language": report.source_language,
        "origin_language": origin.language,
        "origin_probability": origin.probability,
        "origin_given": origin.given,
        "words": report.words,
        "penalty": float(report.penalty),
        "score": report.score,
        "findings": len(report.findings),
        **{severity: counts[severity] for severity in SEVERITIES},
        "suppressed": len(report.suppressed),
        "rules": sorted({finding.rule for finding in report.findings}),
        **report.metrics,
        "details": [_detail(finding) for finding in report.findings],
        "errors": [_encodable(failure.in_words()) for failure in report.failures],
    }


def _detail(finding: Finding) -> Row:
    fix = finding.fix
    return {
        "rule": finding.rule,
        "family": finding.family,
        "category": finding.category,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "suggestion": finding.suggestion,
        "fix": fix and {"safe": fix.safe, "edits": [edit._asdict() for edit in fix.edits]},
        "fingerprint": finding.fingerprint,
    }
