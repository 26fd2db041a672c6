"""The report of a scan: what was counted of the whole corpus, as one object."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mtcheck.rule import SEVERITIES
from mtcheck.scan.page import render
from mtcheck.scan.tally import WORST, Group, Tally
from mtcheck.scan.work import Work
from mtcheck.score import quality_score
from mtcheck.writing import replace_file

_PERCENTILES = (1, 5, 10, 25, 50, 75, 90)


def write(tally: Tally, work: Work, output: Path) -> None:
    """report.json and report.md in the folder. Raises OSError."""
    facts = report_object(tally, work)
    data = json.dumps(facts, ensure_ascii=False, indent=1) + "\n"
    replace_file(output / "report.json", data.encode())
    replace_file(output / "report.md", render(facts).encode())


def report_object(tally: Tally, work: Work) -> dict[str, Any]:
    """All that was counted, by documents that were checked, whether chosen or not."""
    total = tally.all
    return {
        "version": 1,
        "records": tally.records,
        "documents": total.documents,
        "selected": tally.selected,
        "where": work.where.text if work.where else None,
        "words": total.words,
        "score": _score(total, work),
        "findings": _severities(total),
        "errors": tally.errors,
        "first_errors": [
            {"path": path, "line": line, "message": message}
            for path, line, message in tally.first_errors
        ],
        "scores": _distribution(tally.scores),
        "percentiles": _percentiles(tally.scores),
        "origins": dict(sorted(tally.origins.items(), key=lambda pair: (-pair[1], pair[0]))),
        "rules": _rules(tally.languages),
        "languages": _groups(tally.languages, work),
        "domains": _groups(tally.domains, work),
        "worst": [
            {
                "path": poor.path,
                "line": poor.line,
                "id": poor.id,
                "score": poor.score,
                "penalty": -poor.less_penalty,
                "words": poor.words,
                "rules": poor.rules,
            }
            for poor in sorted(tally.worst)[:WORST]
        ],
    }


def _score(group: Group, work: Work) -> float:
    parameters = work.checker.in_force.settings.score
    return quality_score(group.penalty_total, group.words, parameters)


def _severities(group: Group) -> dict[str, int]:
    return {severity: group.severities[severity] for severity in reversed(SEVERITIES)}


def _distribution(scores: Counter[int]) -> list[dict[str, Any]]:
    """How many documents score from .. to below the next; the last are those without fault."""
    bins: Counter[int] = Counter()
    for tenths, count in scores.items():
        bins[min(100, tenths // 100 * 10)] += count
    return [{"from": start, "documents": bins[start]} for start in range(0, 101, 10)]


def _percentiles(scores: Counter[int]) -> dict[str, float]:
    """The score that so many hundredths of the documents do not exceed."""
    found: dict[str, float] = {}
    total, seen = sum(scores.values()), 0
    wanted = list(_PERCENTILES)
    for tenths in sorted(scores):
        seen += scores[tenths]
        while wanted and seen * 100 >= wanted[0] * total:
            found[str(wanted.pop(0))] = tenths / 10
    return found


def _rules(languages: Mapping[str, Group]) -> list[dict[str, Any]]:
    """The most frequent rule first, with its findings in each language."""
    findings: Counter[str] = Counter()
    documents: Counter[str] = Counter()
    for group in languages.values():
        findings.update(group.findings)
        documents.update(group.documents_of)
    return [
        {
            "rule": rule,
            "findings": count,
            "documents": documents[rule],
            "languages": {
                name: group.findings[rule]
                for name, group in sorted(languages.items())
                if group.findings[rule]
            },
        }
        for rule, count in sorted(findings.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def _groups(groups: Mapping[str, Group], work: Work) -> list[dict[str, Any]]:
    """The one with most documents first."""
    ordered = sorted(groups.items(), key=lambda pair: (-pair[1].documents, pair[0]))
    return [
        {
            "name": name,
            "documents": group.documents,
            "words": group.words,
            "score": _score(group, work),
            "findings": _severities(group),
            "rules": dict(sorted(group.findings.items(), key=lambda pair: (-pair[1], pair[0]))),
        }
        for name, group in ordered
    ]
