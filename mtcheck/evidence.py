"""What each rule is worth, as measured on real news: the reader of `evidence.tsv`.

`benchmarks/evidence` measures the figures, on data that lie outside the repository, and tells how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "evidence.tsv"
ALL_RULES = "(all)"
"""The name under which the figures of all rules together stand."""
_WORDS = "(words)"
_RATED = ("rated", "touching", "by_chance", "segments", "bad", "bad_expected")
_ENOUGH_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class Figures:
    """What one rule found in news of one language.

    found: findings by kind of text: "original", "human_translation", "mixed" (either of these),
        "mt"; with "_told" where the rules were told the source language, with "_beside" where
        they had the source itself.
    words: how many words of each kind were read.
    rated: findings in machine translations whose errors professional raters marked;
        touching: those of them that touch a marked error; by_chance: how many would if the
        findings stood anywhere.
    segments: the rated segments with such a finding; bad: those of them with a major error;
        bad_expected: how many as many segments of the same lengths would hold.
    """

    language: str
    found: Mapping[str, int]
    words: Mapping[str, int]
    rated: int
    touching: int
    by_chance: float
    segments: int
    bad: int
    bad_expected: float

    def rate(self, kind: str) -> float | None:
        """Findings per 10,000 words of that kind; None where no such text was read."""
        words = self.words_of(kind)
        return self.found.get(kind, 0) * 10_000 / words if words else None

    def words_read(self, kinds: Iterable[str]) -> int:
        """How many words of these kinds of text were read, each text once."""
        return sum(self.words_of(kind) for kind in kinds if not kind.endswith("_told"))

    def words_of(self, kind: str) -> int:
        """How many words of that kind were read."""
        return self.words.get(kind, 0)

    @property
    def false_alarm_rate(self) -> float | None:
        """Findings per 10,000 words of original news. Where less than 100,000 words of it were
        read, with the news that may be original or translated by people; where that is too
        little, with human translations. Of a rule that needs the source, with human translations
        beside theirs."""
        beside = self.rate("human_translation_beside")
        if beside is not None and self.found.get("mt_beside"):
            return beside
        kinds: list[str] = []
        for kind in ("original", "mixed", "human_translation"):
            if sum(self.words.get(kind, 0) for kind in kinds) < _ENOUGH_WORDS:
                kinds.append(kind)
        words = sum(self.words.get(kind, 0) for kind in kinds)
        return sum(self.found[kind] for kind in kinds) * 10_000 / words if words else None


def figures(rule_name: str) -> tuple[Figures, ...]:
    """What was measured of the rule, one for each language; none where nothing was."""
    return _table().get(rule_name, ())


def worst_false_alarm_rate(rule_name: str) -> float | None:
    """The rule's false alarms per 10,000 words in the language where it makes the most."""
    rates = [figures_.false_alarm_rate for figures_ in figures(rule_name)]
    return max((rate for rate in rates if rate is not None), default=None)


@cache
def about() -> dict[str, str]:
    """The "date" of the measurement, the "version" that was measured, and the "data"."""
    comments = (line[1:] for line in _lines() if line.startswith("#"))
    parts = (comment.partition(":") for comment in comments)
    return {key.strip(): value.strip() for key, colon, value in parts if colon}


@cache
def _table() -> dict[str, tuple[Figures, ...]]:
    words: dict[str, dict[str, int]] = {}
    table: dict[str, tuple[Figures, ...]] = {}
    for row in _rows():
        name, language = row.pop("rule"), row.pop("language")
        rated, touching, by_chance, segments, bad, expected = (
            row.pop(column, "0") for column in _RATED
        )
        counts = {kind: int(cell) for kind, cell in row.items()}
        if name == _WORDS:
            words[language] = counts
            continue
        measured = Figures(
            language,
            counts,
            words[language],
            int(rated),
            int(touching),
            float(by_chance),
            int(segments),
            int(bad),
            float(expected),
        )
        table[name] = (*table.get(name, ()), measured)
    return table


def _rows() -> Iterator[dict[str, str]]:
    lines = [line for line in _lines() if line and not line.startswith("#")]
    columns = lines[0].split("\t") if lines else []
    return (dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:])


def _lines() -> list[str]:
    return _FILE.read_text(encoding="utf-8").splitlines() if _FILE.is_file() else []


def rated_in_words(measured: Sequence[Figures]) -> tuple[str, ...]:
    """What professional raters had marked where the rule found something, a sentence each."""
    rated = sum(of_language.rated for of_language in measured)
    if not rated:
        return ()
    touching = sum(of_language.touching for of_language in measured) / rated
    by_chance = sum(of_language.by_chance for of_language in measured) / rated
    told = (
        f"Of {rated:,} findings in machine translations rated by professionals, {touching:.0%} "
        f"touch an error that they marked; {by_chance:.0%} would by chance."
    )
    segments = sum(of_language.segments for of_language in measured)
    if not segments:
        return (told,)
    bad = sum(of_language.bad for of_language in measured) / segments
    expected = sum(of_language.bad_expected for of_language in measured) / segments
    return (
        told,
        f"Of the {segments:,} segments that hold them {bad:.0%} have a major error; of all "
        f"segments as long {expected:.0%}.",
    )
