"""What language was this article translated from, if from any?

Where the caller does not say, a naive Bayes vote of the signals that the rules of high confidence
found. A signal is a form that only a translation leaves: a spelling, a typographic habit, a
rendering; never a topic. Each rule votes once, however often it hit. How much more often a rule's
signal stands in a translation than in an original is measured (benchmarks/origin) and lies in
`origin-ratios.tsv`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from math import exp, log
from pathlib import Path

from mtcheck.finding import Origin
from mtcheck.language.data import primary_subtag
from mtcheck.rule import Hit

NOT_TRANSLATED_PRIOR = 0.75
SOURCE_PRIOR = 0.02
"""The prior of each source language; what is left belongs to languages without a signal."""

_DEFAULT_RATIO = 4.0


@cache
def _likelihood_ratios() -> dict[str, float]:
    path = Path(__file__).parent / "origin-ratios.tsv"
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
        if line and not line.startswith("#")
    )
    return {row[0]: float(row[1]) for row in rows}


def infer_origin(signals: Iterable[tuple[str, Hit]], target: str) -> Origin:
    """The likeliest source language of a text in `target`.

    signals: (name of the rule, hit) for each hit that names source languages.
    """
    named: dict[str, Counter[str]] = {}
    hits: Counter[str] = Counter()
    for rule, hit in signals:
        sources = {primary_subtag(source) for source in hit.sources} - {target}
        if sources:
            hits[rule] += 1
            named.setdefault(rule, Counter()).update(sources)
    logs = {source: log(SOURCE_PRIOR) for votes in named.values() for source in votes}
    for rule, votes in named.items():
        weight = log(_likelihood_ratios().get(rule, _DEFAULT_RATIO))
        for source, count in votes.items():
            logs[source] += weight * count / hits[rule]
    unsignalled = 1 - NOT_TRANSLATED_PRIOR - SOURCE_PRIOR * len(logs)
    odds = {source: exp(value) for source, value in logs.items()}
    total = NOT_TRANSLATED_PRIOR + max(0.0, unsignalled) + sum(odds.values())
    best = max(sorted(odds), key=odds.__getitem__, default=None)
    if best is None or odds[best] < NOT_TRANSLATED_PRIOR:
        return Origin(None, round(NOT_TRANSLATED_PRIOR / total, 3))
    evidence = tuple(sorted(rule for rule, votes in named.items() if votes[best]))
    return Origin(best, round(odds[best] / total, 3), evidence=evidence)
