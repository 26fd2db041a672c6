"""How alike a sentence and a possible translation of it are: by length and by what they share.

Both are weighed as evidence, in natural logarithms: how much more likely is this in a translation
than in two sentences of the article that have nothing to do with each other? (So R. C. Moore, "Fast
and Accurate Sentence Alignment of Bilingual Corpora", AMTA 2002.) How long translations are, how
much that varies and how much of a text they keep differs by pair of languages; the figures are
those of human translations (`length-ratios.tsv`, made by benchmarks/alignment/ratios.py).
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log, log1p
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.keys import KINDS, LISTED, MARK, NUMBER, WORD, Keys, keys_of_sentences

if TYPE_CHECKING:
    from mtcheck.document import Document

TABLE = Path(__file__).parent / "length-ratios.tsv"

_ANY = "*"
_FREEDOM = 5.0
"""Degrees of freedom of Student's t: a translation strays from the usual length more often than a
normal distribution allows."""
_FREEDOM_MERGED = 15.0
"""Sentences that were put together are as long as they were; a looser fit is rather an omission."""
_WIDE_SPREAD = 0.65
"""Standard deviation of the logarithm of the length of sentences in an article."""
_TRUST = {NUMBER: 0.8, WORD: 0.8, MARK: 0.8, LISTED: 0.6}
"""Shared keys are no independent witnesses; so each counts for less."""
_ASSUMED_OTHERS = 8.0
_ASSUMED_CHANCE = 0.5
_LEAST_KEPT, _MOST_KEPT = 0.05, 0.9


class Habits(NamedTuple):
    """What human translations of a pair of languages show.

    ratio: the mean of log(characters of the target / characters of the source).
    spread, spread_short: the variance of that logarithm is spread + spread_short / characters of
        the source.
    kept: for each kind of key, the share of the source's that stands in the translation too.
    origin: likewise, the share of the translation's that stands in the source.
    """

    ratio: float
    spread: float
    spread_short: float
    kept: dict[str, float]
    origin: dict[str, float]

    def deviation(self, source: int) -> float:
        """The standard deviation of the logarithm, for so many characters."""
        variance: float = self.spread + self.spread_short / max(1, source)
        return float(variance**0.5)

    def strangeness(self, source: int, target: int) -> float:
        """How many standard deviations the target's length is off; negative: too short."""
        off = log(max(1, target) / max(1, source)) - self.ratio
        return off / self.deviation(source)

    def evidence_of_loss(self, source: Keys, target: Keys) -> float:
        """How much likelier is what the target keeps of the source's keys if half of the source is
        lost than if nothing is?"""
        evidence = 0.0
        for key in source:
            share = min(_MOST_KEPT, self.kept[key[0]])
            evidence += log(0.5) if key in target else log((1 - share / 2) / (1 - share))
        return evidence


@cache
def habits(source: str, target: str) -> Habits:
    """Those of a pair of primary subtags; of a pair that was not measured, by way of English or
    those of all."""
    rows = _rows()
    if (source, target) in rows:
        return rows[source, target]
    if (target, source) in rows:
        return _reversed(rows[target, source])
    there, back = rows.get(("en", source)), rows.get(("en", target))
    usual = rows[_ANY, _ANY]
    ratio = (back.ratio if back else 0.0) - (there.ratio if there else 0.0)
    return usual._replace(ratio=ratio)


def _reversed(row: Habits) -> Habits:
    return row._replace(ratio=-row.ratio, kept=row.origin, origin=row.kept)


@cache
def _rows() -> dict[tuple[str, str], Habits]:
    rows: dict[tuple[str, str], Habits] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "source\t")):
            continue
        source, target, *figures = line.split("\t")
        ratio, spread, short, *shares = map(float, figures[:-1])
        kept = dict(zip(KINDS, shares, strict=False))
        origin = dict(zip(KINDS, shares[len(KINDS) :], strict=True))
        rows[source, target] = Habits(ratio, spread, short, kept, origin)
    return rows


def _within(shares: dict[str, float]) -> dict[str, float]:
    return {kind: min(_MOST_KEPT, max(_LEAST_KEPT, share)) for kind, share in shares.items()}


class Likeness:
    """The sentences of a source and a target, as far as an alignment looks at them.

    lengths: characters of each sentence, source's and target's.
    """

    def __init__(self, source: Document, target: Document) -> None:
        self.habits = habits(source.target, target.target)
        self.source_keys, self.target_keys = keys_of_sentences(source, target)
        self.source_lengths = [end - start for start, end in source.sentences]
        self.target_lengths = [end - start for start, end in target.sentences]
        kept, origin = _within(self.habits.kept), _within(self.habits.origin)
        kept_lost = {kind: -_TRUST[kind] * log1p(-share) for kind, share in kept.items()}
        origin_lost = {kind: -_TRUST[kind] * log1p(-share) for kind, share in origin.items()}
        self.source_lost = [sum(kept_lost[key[0]] for key in keys) for keys in self.source_keys]
        self.target_lost = [sum(origin_lost[key[0]] for key in keys) for keys in self.target_keys]
        shown = {kind: log(max(kept[kind], origin[kind])) for kind in KINDS}
        lost = {kind: kept_lost[kind] + origin_lost[kind] for kind in KINDS}
        counts = Counter(key for keys in self.target_keys for key in keys)
        others = len(self.target_keys) - 1 + _ASSUMED_OTHERS
        common = counts.keys() & frozenset().union(*self.source_keys)
        self.weights = {
            key: _TRUST[key[0]]
            * max(0.0, shown[key[0]] + log(others / (counts[key] - 1 + _ASSUMED_CHANCE)))
            + lost[key[0]]
            for key in common
        }
        self.source_keys = [keys & common for keys in self.source_keys]
        self.target_keys = [keys & common for keys in self.target_keys]
        total = sum(log(max(1, length)) for length in self.target_lengths)
        self._usual_length = total / max(1, len(self.target_lengths))
        self._known: dict[tuple[int, int, bool], float] = {}

    def weight(self, keys: Keys) -> float:
        """The evidence in keys that two stretches share."""
        return sum(map(self.weights.__getitem__, keys))

    def most_of_lengths(self) -> float:
        """More than the lengths of any two stretches can be evidence for."""
        lengths = self.target_lengths or [1]
        extremes = (min(lengths), 3 * max(lengths))
        chance = max(abs(log(each or 1) - self._usual_length) for each in extremes) / _WIDE_SPREAD
        fit = log(_WIDE_SPREAD) - log(self.habits.spread) / 2
        return fit + (_FREEDOM + 1) / 2 * log1p(chance * chance / _FREEDOM)

    def of_lengths(self, source: int, target: int, *, is_merged: bool = False) -> float:
        """The evidence in the lengths of two stretches; is_merged: of more than two sentences."""
        known = self._known.get((source, target, is_merged))
        if known is None:
            deviation = self.habits.deviation(source)
            logarithm = log(target or 1)
            off = (logarithm - log(source or 1) - self.habits.ratio) / deviation
            chance = (logarithm - self._usual_length) / _WIDE_SPREAD
            freedom = _FREEDOM_MERGED if is_merged else _FREEDOM
            known = self._known[source, target, is_merged] = (
                -(freedom + 1) / 2 * log1p(off * off / freedom)
                - log(deviation)
                + (_FREEDOM + 1) / 2 * log1p(chance * chance / _FREEDOM)
                + log(_WIDE_SPREAD)
            )
        return known
