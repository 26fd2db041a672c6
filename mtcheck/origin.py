"""What language was this article translated from, if from any?

Where the caller does not say, a naive Bayes vote of the signals that the rules of high confidence
found, and of those of medium confidence taken together. A signal is a form that only a translation
leaves: a spelling, a typographic habit, a rendering; never a topic. Each rule votes once for a
language, with more weight where two different forms name it: "Poutine" and "Téhéran" say more than
"Poutine" twice. How much more often a rule's signal stands in a translation than elsewhere is
measured (benchmarks/origin) and lies in `origin-ratios.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from mtcheck.finding import Origin
from mtcheck.language.data import primary_subtag

NOT_TRANSLATED_PRIOR = 0.65
SOURCE_PRIORS = (
    {"en": 0.12}
    | dict.fromkeys(("fr", "de", "es", "it", "pt", "ru", "zh", "ja", "ar"), 0.02)
    | dict.fromkeys(("pl", "uk", "cs", "tr", "nl", "sv"), 0.008)
)
OTHER_SOURCE_PRIOR = 0.004
"""Assumed, not measured: most translated news is of English, much of a few world languages.
What is left belongs to languages without a signal."""

HELD_BACK = "held-back"
"""Stands for the rule in signals of medium confidence. One of these says little; several that name
one language, where original news shows one in thousands of words, say much."""

_LEANING = 0.75
"""Below this probability no language is named."""
_SURELY_TRANSLATED, _LIKELIEST = 0.02, 0.5
"""Where the text is hardly an original one, the likelier of two sister languages is named."""
_TELLING = 3
_RATIOS_OF_MANY = {1: 4.0, 2: 20.0, 3: 100.0, 4: 400.0, 5: 1000.0}
"""So many forms of medium confidence that name one language, each naming few, outweigh one of high
confidence: of a thousand original articles six have two of one language, one has three, and none
has four."""
_RATIOS_OF_FAULTS = {1: 4.0, 2: 30.0, 3: 100.0}
"""So many rules of high confidence whose findings name no language (a headline twice, a torn
sentence): of a thousand original articles 86 have one such rule, and four have two."""
_FEWEST_FORMS = 2
"""A lone signal names no language: a foreign word, a name may stand in any article; another fault
that names none counts as a second."""
_DEFAULT_RATIOS = (4.0, 4.0)


ANY_SOURCE = (
    "en", "fr", "de", "es", "it", "pt", "ru", "zh", "ja", "ar", "uk", "pl", "cs", "tr", "nl", "sv",
)  # fmt: skip
"""The sources of a form that a translation from any language may leave: it speaks where the origin
is known, and does not tell which it is."""


class Signal(NamedTuple):
    """A place that tells where an article came from: its rule, the words that stand there,
    and the source languages that these betray."""

    rule: str
    form: str
    sources: tuple[str, ...]


@cache
def _likelihood_ratios() -> dict[str, tuple[float, float]]:
    """For each rule, of one form that names a language and of two that do."""
    path = Path(__file__).parent / "origin-ratios.tsv"
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()[1:]
        if line and not line.startswith("#")
    )
    return {row[0]: (float(row[1]), float(row[2])) for row in rows}


def infer_origin(signals: Iterable[Signal], target: str, faults: int = 0) -> Origin:
    """The likeliest source language of a text in `target`.

    faults: how many rules of high confidence found what names no language.
    """
    not_translated = NOT_TRANSLATED_PRIOR / _ratio_of(faults, _RATIOS_OF_FAULTS)
    forms: dict[str, dict[str, set[str]]] = {}
    for signal in signals:
        sources = {primary_subtag(source) for source in signal.sources} - {target}
        if sources:
            forms.setdefault(signal.rule, {}).setdefault(signal.form, set()).update(sources)
    logs: dict[str, float] = {}
    evidence: dict[str, list[str]] = {}
    for rule, sources_of in sorted(forms.items()):
        once, twice = _likelihood_ratios().get(rule, _DEFAULT_RATIOS)
        for source in sorted(set().union(*sources_of.values())):
            naming = sum(source in sources for sources in sources_of.values())
            weight = log(twice if naming > 1 else once) * naming / len(sources_of)
            if rule == HELD_BACK:
                many = _naming_among_few(source, sources_of.values())
                weight = max(weight, log(_ratio_of(many, _RATIOS_OF_MANY)))
            logs[source] = logs.get(source, log(_prior(source))) + weight
            evidence.setdefault(source, []).extend([rule] if rule != HELD_BACK else [])
    unsignalled = 1 - NOT_TRANSLATED_PRIOR - sum(map(_prior, logs))
    odds = {source: exp(value) for source, value in logs.items()}
    total = not_translated + max(0.0, unsignalled) + sum(odds.values())
    best = max(sorted(odds), key=odds.__getitem__, default=None)
    candidates = tuple((source, odds[source] / total) for source in sorted(odds))
    unlikely = round(not_translated / total, 3)
    is_sure = unlikely < _SURELY_TRANSLATED
    if best is None or odds[best] / total < (_LIKELIEST if is_sure else _LEANING):
        return Origin(None, unlikely, candidates=candidates, translated=1 - unlikely)
    naming_best = sum(len(names) for names in _forms_naming(best, forms))
    if naming_best + (faults > 0) < _FEWEST_FORMS:
        return Origin(None, unlikely, candidates=_doubted(candidates))
    share = round(odds[best] / total, 3)
    return Origin(
        best, share, evidence=tuple(evidence[best]), candidates=candidates, translated=1 - unlikely
    )


def _ratio_of(count: int, ratios: dict[int, float]) -> float:
    return ratios.get(min(count, max(ratios)), 1.0)


def _naming_among_few(source: str, all_sources: Iterable[set[str]]) -> int:
    """How many forms name the language and few others, where most that name few name it."""
    telling = [sources for sources in all_sources if len(sources) <= _TELLING]
    naming = sum(source in sources for sources in telling)
    return naming if 2 * naming > len(telling) else 0


def _forms_naming(source: str, forms: dict[str, dict[str, set[str]]]) -> list[list[str]]:
    """The forms of each rule that name the language; what was held back counts as one."""
    naming = [
        [form for form, sources in of_rule.items() if source in sources][
            : 1 if rule == HELD_BACK else None
        ]
        for rule, of_rule in forms.items()
    ]
    return [names for names in naming if names]


def _doubted(candidates: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    return tuple((source, min(share, _LEANING)) for source, share in candidates)


def _prior(source: str) -> float:
    return SOURCE_PRIORS.get(source, OTHER_SOURCE_PRIOR)
