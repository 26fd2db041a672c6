"""How many findings each rule and each family has: what to look at first in an old archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from mtcheck.finding import DocumentReport, Finding, Report, severity_counts
from mtcheck.reporters.safe_json import json_text
from mtcheck.reporters.wording import counts_in_words, plural
from mtcheck.rule import Severity


class Row(NamedTuple):
    """One rule's findings. fixable: how many of them --fix mends, and with --unsafe-fixes."""

    rule: str
    family: str
    findings: int
    articles: int
    severities: dict[Severity, int]
    fixable: int
    unsafely_fixable: int


def rows(report: Report) -> list[Row]:
    """A row a rule that found something, the most frequent first."""
    by_rule: dict[str, list[Finding]] = {}
    articles: Counter[str] = Counter()
    for document in report.documents:
        articles.update({finding.rule for finding in document.findings})
        # A record or a segment is data of another program: --fix leaves it alone.
        for finding in document.findings:
            fix = finding.fix if _is_fixed(document) else None
            by_rule.setdefault(finding.rule, []).append(finding._replace(fix=fix))
    found = [_row(findings, articles[rule]) for rule, findings in by_rule.items()]
    return sorted(found, key=lambda row: (-row.findings, row.rule))


def _is_fixed(document: DocumentReport) -> bool:
    return document.id is None and not document.segments


def _row(findings: list[Finding], articles: int) -> Row:
    fixes = [finding.fix for finding in findings if finding.fix]
    return Row(
        findings[0].rule,
        findings[0].family,
        len(findings),
        articles,
        severity_counts(tuple(findings)),
        sum(fix.safe for fix in fixes),
        len(fixes),
    )


def families(found: Iterable[Row]) -> list[tuple[str, int]]:
    """(family, how many findings), the most frequent first."""
    totals: Counter[str] = Counter()
    for row in found:
        totals[row.family] += row.findings
    return sorted(totals.items(), key=lambda entry: (-entry[1], entry[0]))


def render(report: Report, *, verdict: bool = True) -> str:
    """Two tables, of rules and of families, and the verdict; without findings the verdict alone.
    verdict: is it wanted?"""
    found = rows(report)
    lines: list[str] = []
    if found:
        room = len(f"{found[0].findings:,}")
        rule_room = max(len(row.rule) for row in found)
        severity_room = max(len(_severities(row)) for row in found)
        for row in found:
            lines.append(
                f"{row.findings:>{room},}  {row.rule:<{rule_room}}  "
                f"{_severities(row):<{severity_room}}  {_fixes(row)}".rstrip()
            )
        totals = families(found)
        room = max(room, len(f"{totals[0][1]:,}"))
        lines += ["", *(f"{count:>{room},}  {family}" for family, count in totals), ""]
    if not verdict:
        return "".join(f"{line}\n" for line in lines[:-1])
    outcome = "passed" if report.passed else "failed"
    lines.append(
        f"{outcome}: {plural(len(report.documents), 'article')} · {plural(report.words, 'word')} · "
        f"{counts_in_words(report)} · score {report.score:.1f}"
    )
    return "\n".join(lines) + "\n"


def _severities(row: Row) -> str:
    counts = {severity: count for severity, count in row.severities.items() if count}
    if len(counts) == 1:
        return next(iter(counts))
    return ", ".join(f"{count} {severity}" for severity, count in counts.items())


def _fixes(row: Row) -> str:
    if row.fixable:
        return "--fix" if row.fixable == row.findings else f"--fix ({row.fixable:,})"
    if row.unsafely_fixable:
        share = row.unsafely_fixable
        return "--unsafe-fixes" if share == row.findings else f"--unsafe-fixes ({share:,})"
    return ""


def render_json(report: Report) -> str:
    """The same as one JSON object."""
    found = rows(report)
    content = {
        "version": 1,
        "documents": len(report.documents),
        "words": report.words,
        "score": report.score,
        "passed": report.passed,
        "rules": [
            {
                "count" if name == "findings" else name: value
                for name, value in row._asdict().items()
            }
            for row in found
        ],
        "families": [{"family": family, "count": count} for family, count in families(found)],
    }
    return json_text(content) + "\n"
