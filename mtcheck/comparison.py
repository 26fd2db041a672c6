"""Two translations of the same articles: which is better, where, and is the difference real?

Differences are tested by paired bootstrap resampling (Koehn 2004): the same units are drawn with
replacement for both sides, so what makes an article hard weighs on both alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.score import ScoreParameters, quality_score

if TYPE_CHECKING:
    from mtcheck.finding import DocumentReport

SAMPLES = 1000
SEED = 12345
_FEWEST_UNITS = 5
_MOST_EXAMPLES = 5


class ComparedArticle(NamedTuple):
    """One article in both translations. reference: its text, where there is one."""

    name: str
    a: DocumentReport
    b: DocumentReport
    reference: str | None = None

    @property
    def difference(self) -> float:
        return self.b.score - self.a.score


class Difference(NamedTuple):
    """One measure on both sides.

    difference: b - a. low, high: what 95 of 100 samples lie between; p: how often a sample's
        difference, centred on zero, is as far from zero as the one observed; None where there
        are too few articles to tell.
    higher_is_better: of the measure.
    """

    name: str
    a: float
    b: float
    low: float | None = None
    high: float | None = None
    p: float | None = None
    higher_is_better: bool = True

    @property
    def difference(self) -> float:
        return self.b - self.a

    @property
    def is_significant(self) -> bool:
        return self.p is not None and self.p < 0.05


class Comparison(NamedTuple):
    """score, metrics: of all articles together. rules: findings of each rule per 1,000 words.

    counts: findings of each rule, in a and in b.
    articles: those that part most, first the ones that b made worse.
    """

    score: Difference
    rules: tuple[Difference, ...]
    counts: dict[str, tuple[int, int]]
    metrics: tuple[Difference, ...]
    articles: tuple[ComparedArticle, ...]
    compared: int


def compare(
    articles: Sequence[ComparedArticle], parameters: ScoreParameters, *, tokenizer: str = "13a"
) -> Comparison:
    """Compare all articles; `tokenizer` is sacreBLEU's for BLEU."""
    names = sorted(
        {f.rule for article in articles for side in (article.a, article.b) for f in side.findings}
    )
    counts = {
        name: (_count(name, (x.a for x in articles)), _count(name, (x.b for x in articles)))
        for name in names
    }
    parted = sorted(articles, key=lambda article: -abs(article.difference))
    return Comparison(
        score=_score_difference(articles, parameters),
        rules=tuple(_rule_difference(name, articles) for name in names),
        counts=counts,
        metrics=_metric_differences(articles, tokenizer),
        articles=tuple(article for article in parted[:_MOST_EXAMPLES] if article.difference),
        compared=len(articles),
    )


def _count(rule: str, reports: Iterable[DocumentReport]) -> int:
    return sum(_in_report(rule, report) for report in reports)


def _in_report(rule: str, report: DocumentReport) -> int:
    return Counter(finding.rule for finding in report.findings)[rule]


def _score_difference(
    articles: Sequence[ComparedArticle], parameters: ScoreParameters
) -> Difference:
    def total(reports: Sequence[DocumentReport]) -> float:
        penalty = sum(report.penalty for report in reports)
        return quality_score(penalty, sum(report.words for report in reports), parameters)

    return _tested("score", articles, total, total)


def _rule_difference(rule: str, articles: Sequence[ComparedArticle]) -> Difference:
    counts = {id(side): _in_report(rule, side) for x in articles for side in (x.a, x.b)}

    def rate(reports: Sequence[DocumentReport]) -> float:
        words = sum(report.words for report in reports)
        return 1000 * sum(counts[id(report)] for report in reports) / max(1, words)

    return _tested(rule, articles, rate, rate)._replace(higher_is_better=False)


def _tested(
    name: str,
    articles: Sequence[ComparedArticle],
    of_a: Callable[[Sequence[DocumentReport]], float],
    of_b: Callable[[Sequence[DocumentReport]], float],
) -> Difference:
    a, b = [article.a for article in articles], [article.b for article in articles]
    observed = Difference(name, of_a(a), of_b(b))
    if len(articles) < _FEWEST_UNITS:
        return observed
    samples = [
        of_b([b[i] for i in drawn]) - of_a([a[i] for i in drawn]) for drawn in _draws(len(articles))
    ]
    return _with_interval(observed, samples)


def _draws(count: int) -> Iterable[list[int]]:
    from random import Random

    random = Random(SEED)
    units = range(count)
    for _ in range(SAMPLES):
        yield random.choices(units, k=count)


def _with_interval(observed: Difference, samples: Sequence[float]) -> Difference:
    """The interval, and the two-sided p-value with one added to both counts, so that it is never
    zero (as sacreBLEU's paired bootstrap has it)."""
    ordered = sorted(samples)
    cut = len(ordered) // 40
    middle = sum(ordered) / len(ordered)
    far = sum(abs(sample - middle) >= abs(observed.difference) for sample in ordered)
    p = (far + 1) / (len(ordered) + 1)
    return observed._replace(low=ordered[cut], high=ordered[-cut - 1], p=p)


def _metric_differences(
    articles: Sequence[ComparedArticle], tokenizer: str
) -> tuple[Difference, ...]:
    """BLEU, chrF2++ and TER of the articles that have a reference, an article a segment, tested by
    sacreBLEU's own paired bootstrap."""
    pairs = [article for article in articles if article.reference is not None]
    if not pairs:
        return ()
    from mtcheck.metrics import paired_metrics

    rows = paired_metrics(
        [article.a.text for article in pairs],
        [article.b.text for article in pairs],
        [article.reference or "" for article in pairs],
        tokenizer,
        samples=SAMPLES if len(pairs) >= _FEWEST_UNITS else 0,
    )
    return tuple(
        Difference(name, a, b, p=p, higher_is_better=name != "TER") for name, a, b, p in rows
    )
