"""How long are human translations, and what do they keep? Makes `length-ratios.tsv`.

    python -m benchmarks.alignment.ratios --data DATA > mtcheck/bilingual/length-ratios.tsv

DATA holds `clean_news.jsonl.gz`, whose NTREX-128 and FLORES-200 give the same articles in many
languages, sentence by sentence.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from math import log
from pathlib import Path
from statistics import fmean, median

from benchmarks.alignment.parallel import Sentences, parallel_texts
from mtcheck.bilingual.keys import KINDS, Keys, Manner, keys_of, manner_for
from mtcheck.document import Document

PAIRED = "en fr de es it pt nl ru uk pl cs zh ja ar tr sv".split()  # noqa: SIM905
"""The languages whose every pair is listed; the others are listed with English."""
OUTLIER = 3.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    texts = parallel_texts(parser.parse_args().data)
    print(
        "# How long human translations are, and what they keep of their source; either direction."
    )
    print("# ratio: mean of log(characters of the target / characters of the source). The variance")
    print(
        "# of that logarithm is spread + spread_short / characters of the source. kept# keptw kept!"
    )
    print("# kept@: the share of figures, words of one sound, marks and listed names of the source")
    print("# that stand in the target; from#...: the share of those of the target in the source.")
    print("# Made by benchmarks/alignment/ratios.py from NTREX-128 and FLORES-200.")
    heads = [f"{side}{kind}" for side in ("kept", "from") for kind in KINDS]
    print("\t".join(("source", "target", "ratio", "spread", "spread_short", *heads, "sentences")))
    others = sorted(set(texts) - set(PAIRED))
    pairs = [*combinations(PAIRED, 2), *(("en", other) for other in others)]
    keys: dict[tuple[str, Manner], dict[str, Keys]] = {}
    rows = []
    for source, target in pairs:
        manner = manner_for(source, target)
        for language in (source, target):
            if (language, manner) not in keys:
                keys[language, manner] = _keys(texts[language], language, manner)
        names = texts[source].keys() & texts[target].keys()
        figures = _lengths([(texts[source][name], texts[target][name]) for name in names])
        figures += _kept([(keys[source, manner][n], keys[target, manner][n]) for n in names])
        rows.append(figures)
        print(
            "\t".join((source, target, *(f"{figure:.3g}" for figure in figures), str(len(names))))
        )
    usual = [median(column) for column in zip(*rows, strict=True)]
    usual[0] = 0.0
    print("\t".join(("*", "*", *(f"{figure:.3g}" for figure in usual), "0")))


def _keys(sentences: Sentences, language: str, manner: Manner) -> dict[str, Keys]:
    return {
        name: frozenset().union(*keys_of(Document(sentence, language), manner))
        for name, sentence in sentences.items()
    }


def _lengths(pairs: list[tuple[str, str]]) -> list[float]:
    """ratio, spread, spread_short: least squares of the squared deviation on 1 / characters, those
    far off left out."""
    points = [(len(source), log(len(target) / len(source))) for source, target in pairs]
    middle = median(value for _, value in points)
    usual = 1.4826 * median(abs(value - middle) for _, value in points)
    points = [(x, value) for x, value in points if abs(value - middle) < OUTLIER * usual]
    ratio = fmean(value for _, value in points)
    xs = [1 / x for x, _ in points]
    ys = [(value - ratio) ** 2 for _, value in points]
    mean_x, mean_y = fmean(xs), fmean(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    slope = max(0.0, slope / sum((x - mean_x) ** 2 for x in xs))
    return [ratio, max(mean_y / 4, mean_y - slope * mean_x), slope]


def _kept(pairs: list[tuple[Keys, Keys]]) -> list[float]:
    shares = []
    for side in (0, 1):
        for kind in KINDS:
            both = sum(sum(key[0] == kind for key in pair[0] & pair[1]) for pair in pairs)
            here = sum(sum(key[0] == kind for key in pair[side]) for pair in pairs)
            shares.append(both / here if here else 0.0)
    return shares


if __name__ == "__main__":
    main()
