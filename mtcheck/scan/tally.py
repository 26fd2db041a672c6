"""What is counted of a corpus: whole numbers that add up to the same whatever is added first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from heapq import nsmallest
from typing import Any, NamedTuple

from mtcheck.rule import SEVERITIES

_MICRO = 1_000_000
MOST_DOMAINS, MOST_LANGUAGES, MOST_ORIGINS = 10_000, 500, 500
OTHERS = "(others)"
WORST, FIRST_ERRORS = 100, 20
_LONGEST_ID = 200
Row = Mapping[str, Any]


class Group:
    """The documents of a language or domain. penalty: in millionths, so that sums are exact."""

    def __init__(self) -> None:
        self.documents = self.words = self.penalty = 0
        self.severities: Counter[str] = Counter()
        self.findings: Counter[str] = Counter()
        self.documents_of: Counter[str] = Counter()

    def add(self, row: Row) -> None:
        self.documents += 1
        self.words += row["words"]
        self.penalty += round(row["penalty"] * _MICRO)
        for severity in SEVERITIES:
            if row[severity]:
                self.severities[severity] += row[severity]
        self.documents_of.update(row["rules"])
        self.findings.update(detail["rule"] for detail in row["details"])

    def merge(self, other: Group) -> None:
        self.documents += other.documents
        self.words += other.words
        self.penalty += other.penalty
        self.severities.update(other.severities)
        self.findings.update(other.findings)
        self.documents_of.update(other.documents_of)

    @property
    def penalty_total(self) -> float:
        return self.penalty / _MICRO

    def as_json(self) -> dict[str, Any]:
        return {
            "documents": self.documents,
            "words": self.words,
            "penalty": self.penalty,
            "severities": _sorted(self.severities),
            "findings": _sorted(self.findings),
            "documents_of": _sorted(self.documents_of),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Group:
        group = cls()
        group.documents, group.words, group.penalty = (
            data["documents"], data["words"], data["penalty"]
        )  # fmt: skip
        group.severities = Counter(data["severities"])
        group.findings = Counter(data["findings"])
        group.documents_of = Counter(data["documents_of"])
        return group


class Poor(NamedTuple):
    """One of the worst documents, as the lists of them are ordered: the lowest score first, then
    the highest penalty, then as they stand in the corpus."""

    score: float
    less_penalty: float
    number: int
    path: str
    line: int | None
    id: str | None
    words: int
    rules: list[str]


class Tally:
    """records: all, those that could not be checked among them. selected: documents that go into
    the tables. scores: how many documents have each, in tenths."""

    def __init__(self) -> None:
        self.records = self.selected = self.errors = 0
        self.all = Group()
        self.scores: Counter[int] = Counter()
        self.languages: dict[str, Group] = {}
        self.domains: dict[str, Group] = {}
        self.origins: Counter[str] = Counter()
        self.worst: list[Poor] = []
        self.first_errors: list[list[Any]] = []

    def add(self, row: Row, number: int, *, selected: bool) -> None:
        """Count the result of a record. number: of the record in the corpus."""
        self.records += 1
        for message in row["errors"] or ():
            self.errors += 1
            if len(self.first_errors) < FIRST_ERRORS:
                self.first_errors.append([row["path"], row["line"], message])
        if row.get("score") is None:
            return
        self.selected += selected
        self.scores[round(row["score"] * 10)] += 1
        self.all.add(row)
        self.languages.setdefault(row["language"], Group()).add(row)
        if row["domain"]:
            self.domains.setdefault(row["domain"], Group()).add(row)
        if row["origin_language"]:
            self.origins[row["origin_language"]] += 1
        if row["findings"]:
            id = row["id"] and row["id"][:_LONGEST_ID]
            place = (row["path"], row["line"], id, row["words"], list(row["rules"]))
            self.worst.append(Poor(row["score"], -row["penalty"], number, *place))
            if len(self.worst) > 4 * WORST:
                self.worst = nsmallest(WORST, self.worst)

    def merge(self, other: Tally) -> None:
        """Add what comes after it in the corpus. Languages and domains beyond a number of them are
        counted together: their names could fill the memory."""
        self.records += other.records
        self.selected += other.selected
        self.errors += other.errors
        self.all.merge(other.all)
        self.scores.update(other.scores)
        _merge_groups(self.languages, other.languages, MOST_LANGUAGES)
        _merge_groups(self.domains, other.domains, MOST_DOMAINS)
        for name, number in other.origins.items():
            is_known = name in self.origins or len(self.origins) < MOST_ORIGINS
            self.origins[name if is_known else OTHERS] += number
        self.worst = nsmallest(WORST, self.worst + other.worst)
        self.first_errors = (self.first_errors + other.first_errors)[:FIRST_ERRORS]

    def as_json(self) -> dict[str, Any]:
        return {
            "records": self.records,
            "selected": self.selected,
            "errors": self.errors,
            "all": self.all.as_json(),
            "scores": {str(score): self.scores[score] for score in sorted(self.scores)},
            # In the order in which they were seen, since that decides which are named.
            "languages": [[name, group.as_json()] for name, group in self.languages.items()],
            "domains": [[name, group.as_json()] for name, group in self.domains.items()],
            "origins": list(self.origins.items()),
            "worst": [list(poor) for poor in nsmallest(WORST, self.worst)],
            "first_errors": self.first_errors,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Tally:
        tally = cls()
        tally.records, tally.selected, tally.errors = (
            data["records"], data["selected"], data["errors"]
        )  # fmt: skip
        tally.all = Group.from_json(data["all"])
        tally.scores = Counter({int(score): count for score, count in data["scores"].items()})
        tally.languages = {name: Group.from_json(group) for name, group in data["languages"]}
        tally.domains = {name: Group.from_json(group) for name, group in data["domains"]}
        tally.origins = Counter(dict(data["origins"]))
        tally.worst = [Poor(*poor) for poor in data["worst"]]
        tally.first_errors = [list(error) for error in data["first_errors"]]
        return tally


def _merge_groups(into: dict[str, Group], groups: Mapping[str, Group], most: int) -> None:
    for name, group in groups.items():
        known = name if name in into or len(into) < most else OTHERS
        into.setdefault(known, Group()).merge(group)


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in sorted(counts)}
