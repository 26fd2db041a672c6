"""How well the rules do on articles that people have labelled.

A gold span is a place that a person marked, with a label: the name of a rule or of a family, or
any other word. It is found where a finding overlaps it: by a rule that the label names, or, for a
label that names none, by any rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from random import Random
from typing import Any, NamedTuple

from mtcheck.finding import DocumentReport, Finding

_RESAMPLES = 1_000
_SEED = 20_240_229
_Z = 1.959964
"""The normal quantile of a two-sided interval of 95 %."""


class GoldError(ValueError):
    """Labels that cannot be used; the message says which and why."""


class Gold(NamedTuple):
    """A place that a person marked. start, end: code points, half-open."""

    label: str
    start: int
    end: int


class Tally(NamedTuple):
    """Counts of one rule or label in one article, or in many.

    gold: marked places; found: those that the rule itself found; found_by_any: that any rule did.
    findings: what the rule found; right: what of it overlaps a marked place, whatever its label.
    """

    gold: int = 0
    found: int = 0
    found_by_any: int = 0
    findings: int = 0
    right: int = 0

    def plus(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float | None:
        return self.right / self.findings if self.findings else None

    @property
    def recall(self) -> float | None:
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; 0 where one is 0, None where one is unknown
        and the other not 0."""
        precision, recall = self.precision, self.recall
        if precision == 0 or recall == 0:
            return 0.0
        if precision is None or recall is None:
            return None
        return 2 * precision * recall / (precision + recall)


class Judged(NamedTuple):
    """One article: its language, its words, the tallies by rule or label, and of all rules."""

    language: str
    words: int
    is_clean: bool
    by_rule: Mapping[str, Tally]
    total: Tally


def gold_of(record: Mapping[str, Any], length: int) -> tuple[Gold, ...]:
    """The gold spans of a record: `gold`: [{"label" or "rule", "start", "end"}].

    length: of the record's text, in code points. Raises GoldError.
    """
    marks = record.get("gold")
    if not isinstance(marks, list):
        raise GoldError("holds no 'gold'; write [] for an article without faults")
    return tuple(_gold(mark, number, length) for number, mark in enumerate(marks, 1))


def _gold(mark: object, number: int, length: int) -> Gold:
    if not isinstance(mark, dict):
        raise GoldError(f'gold {number} is no object; write {{"rule": ..., "start": ..., ...}}')
    label = mark.get("rule", mark.get("label"))
    start, end = mark.get("start"), mark.get("end")
    if not isinstance(label, str) or not label:
        raise GoldError(f"gold {number} has neither 'rule' nor 'label'")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        raise GoldError(
            f"gold {number}: start and end are code points with 0 <= start < end <= {length}"
        )
    return Gold(label, start, end)


def judge(report: DocumentReport, gold: Sequence[Gold], rules: Iterable[tuple[str, str]]) -> Judged:
    """Compare the findings in an article with its gold spans.

    rules: (name, family) of every rule that was asked, so that a label is known for what it is.
    """
    names = {name for pair in rules for name in pair}
    by_rule: dict[str, Tally] = {}
    total = Tally()
    for mark in gold:
        touching = [f for f in report.findings if _overlap(f, mark)]
        own = [f for f in touching if mark.label in (f.rule, f.family) or mark.label not in names]
        tally = Tally(gold=1, found=bool(own), found_by_any=bool(touching))
        by_rule[mark.label] = by_rule.get(mark.label, Tally()).plus(tally)
        total = total.plus(tally._replace(found=bool(touching)))
    for finding in report.findings:
        tally = Tally(findings=1, right=any(_overlap(finding, mark) for mark in gold))
        by_rule[finding.rule] = by_rule.get(finding.rule, Tally()).plus(tally)
        total = total.plus(tally)
    return Judged(report.language, report.words, not gold, by_rule, total)


def _overlap(finding: Finding, mark: Gold) -> bool:
    return finding.start < mark.end and mark.start < finding.end


class Row(NamedTuple):
    """The result for one rule or label ("all": every rule together) in one language ("all").

    precision, recall, f1: each (value, lower, upper), or None where there is nothing to divide by.
    Intervals of 95 %: Wilson's for precision and recall, the percentiles of 1,000 bootstrap
    resamples of the articles for F1.
    """

    rule: str
    language: str
    tally: Tally
    precision: tuple[float, float, float] | None
    recall: tuple[float, float, float] | None
    f1: tuple[float, float, float] | None


class FalseAlarms(NamedTuple):
    """Findings that touch no gold span. clean_*: in the articles without any gold span."""

    language: str
    words: int
    findings: int
    clean_words: int
    clean_findings: int

    @property
    def per_1000(self) -> float | None:
        return self.findings * 1_000 / self.words if self.words else None

    @property
    def clean_per_1000(self) -> float | None:
        return self.clean_findings * 1_000 / self.clean_words if self.clean_words else None


ALL = "all"


def rows(judged: Sequence[Judged]) -> list[Row]:
    """A row for each rule and language, those of all languages last, "all" rules at the end."""
    groups = [*sorted({article.language for article in judged}), ALL]
    result: list[Row] = []
    for language in groups if len(groups) > 2 else groups[:1]:
        articles = [a for a in judged if language in (a.language, ALL)]
        for rule in sorted({rule for article in articles for rule in article.by_rule}):
            result.append(
                _row(rule, language, [a.by_rule[rule] for a in articles if rule in a.by_rule])
            )
        result.append(_row(ALL, language, [article.total for article in articles]))
    return result


def _row(rule: str, language: str, tallies: Sequence[Tally]) -> Row:
    tally = _sum(tallies)
    return Row(
        rule,
        language,
        tally,
        wilson_interval(tally.right, tally.findings),
        wilson_interval(tally.found, tally.gold),
        _bootstrapped_f1(tallies, tally),
    )


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total.plus(tally)
    return total


def wilson_interval(successes: int, trials: int) -> tuple[float, float, float] | None:
    """(share, lower, upper) at 95 % (Wilson 1927); None for no trials."""
    if not trials:
        return None
    share, z2 = successes / trials, _Z * _Z
    middle = (share + z2 / (2 * trials)) / (1 + z2 / trials)
    half = _Z / (1 + z2 / trials) * sqrt(share * (1 - share) / trials + z2 / (4 * trials**2))
    return share, max(0.0, middle - half), min(1.0, middle + half)


def _bootstrapped_f1(tallies: Sequence[Tally], whole: Tally) -> tuple[float, float, float] | None:
    if whole.f1 is None:
        return None
    kinds = Counter(tallies)
    forms, weights = list(kinds), list(kinds.values())
    random = Random(_SEED)
    values: list[float] = []
    for _ in range(_RESAMPLES if len(tallies) > 1 else 1):
        drawn = Counter(random.choices(forms, weights, k=len(tallies)))
        sums = (sum(t[i] * n for t, n in drawn.items()) for i in range(len(whole)))
        f1 = Tally(*sums).f1
        values.append(whole.f1 if f1 is None else f1)
    values.sort()
    low, high = int(0.025 * len(values)), int(0.975 * (len(values) - 1))
    return whole.f1, values[low], values[high]


def false_alarms(judged: Sequence[Judged]) -> list[FalseAlarms]:
    """For each language, then for all where there are several."""
    languages = sorted({article.language for article in judged})
    result = [_alarms(lang, [a for a in judged if a.language == lang]) for lang in languages]
    return [*result, _alarms(ALL, judged)] if len(languages) > 1 else result


def _alarms(language: str, articles: Sequence[Judged]) -> FalseAlarms:
    wrong = [(a, a.total.findings - a.total.right) for a in articles]
    return FalseAlarms(
        language,
        sum(article.words for article in articles),
        sum(count for _, count in wrong),
        sum(article.words for article in articles if article.is_clean),
        sum(count for article, count in wrong if article.is_clean),
    )
