"""`--min-severity` and `--max-findings`: a report with fewer findings, and what was left out."""

from __future__ import annotations

from mtcheck.finding import Finding, Report
from mtcheck.reporters.wording import plural
from mtcheck.rule import SEVERITIES, Severity


def fewer(report: Report, least: Severity, most: int | None) -> tuple[Report, str]:
    """(the report with the gravest `most` of the findings that are `least` or graver, in their old
    order; how many are not shown, in words, or ""). Score and verdict stay as they are."""
    grave = _at_least(report, SEVERITIES.index(least))
    left = grave if most is None else _gravest(grave, most)
    milder = len(report.findings) - len(grave.findings)
    beyond = len(grave.findings) - len(left.findings)
    parts = [f"{plural(milder, 'finding')} below {least}"] if milder else []
    if beyond:
        parts.append(f"{beyond:,} more" if milder else f"{plural(beyond, 'more finding')}")
    said = f"{' and '.join(parts)} not shown" if parts else ""
    return left._replace(not_shown=milder + beyond), said


def _rank(finding: Finding) -> int:
    return SEVERITIES.index(finding.severity)


def _at_least(report: Report, rank: int) -> Report:
    return report._replace(
        documents=tuple(
            document._replace(findings=tuple(f for f in document.findings if _rank(f) >= rank))
            for document in report.documents
        )
    )


def _gravest(report: Report, most: int) -> Report:
    numbered = list(enumerate(report.findings))
    numbered.sort(key=lambda entry: -_rank(entry[1]))
    kept = {number for number, _ in numbered[:most]}
    documents = []
    at = 0
    for document in report.documents:
        own = enumerate(document.findings, at)
        at += len(document.findings)
        findings = tuple(finding for number, finding in own if number in kept)
        documents.append(document._replace(findings=findings))
    return report._replace(documents=tuple(documents))
