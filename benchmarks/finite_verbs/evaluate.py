"""Measure the finite-verb test: python -m benchmarks.finite_verbs.evaluate --help"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from benchmarks.finite_verbs.corpus import LANGUAGES, read_sentences
from benchmarks.finite_verbs.model import (
    FOLDS,
    Floats,
    HeldOut,
    calibrate,
    cross_validate,
    short_clause_scores,
)

THRESHOLDS = (0.02, 0.1, 0.5)
COLUMNS = ("long", "short", "clause", "phrase", "verbless")
HEAD = """\
| language | threshold | long flagged % | short flagged % | clauses flagged % \
| phrases found % | verbless found % | precision % |
|---|---|---|---|---|---|---|---|"""


def held_out_probabilities(held_out: HeldOut) -> dict[str, Floats]:
    """Probabilities by model and calibration of the other folds, sentence kind by kind."""
    probabilities = {kind: np.zeros(len(scores)) for kind, scores in held_out.scores.items()}
    for fold in range(FOLDS):
        calibration = calibrate(short_clause_scores(held_out, without_fold=fold))
        for kind, scores in held_out.scores.items():
            mine = held_out.folds[kind] == fold
            probabilities[kind][mine] = calibration.probabilities(scores[mine])
    return probabilities


def table_rows(language: str, probabilities: dict[str, Floats]) -> Iterator[str]:
    sizes = " | ".join(str(len(probabilities[column])) for column in COLUMNS)
    yield f"| **{language}** | cases | {sizes} | |"
    for threshold in THRESHOLDS:
        flagged = {kind: int((values < threshold).sum()) for kind, values in probabilities.items()}
        shares = " | ".join(
            f"{100 * flagged[kind] / max(1, len(probabilities[kind])):.2f}" for kind in COLUMNS
        )
        all_flagged = flagged["verbless"] + flagged["short"] + flagged["long"]
        precision = f"{100 * flagged['verbless'] / all_flagged:.0f}" if all_flagged else "-"
        yield f"| | < {threshold} | {shares} | {precision} |"


def doubtful_cases(held_out: HeldOut, kind: str, count: int) -> Iterator[str]:
    ranked = np.argsort(held_out.scores[kind])
    for index in ranked[:count] if kind != "phrase" else ranked[::-1][:count]:
        words = (token.word + "*" * token.finite for token in held_out.sentences[kind][index])
        yield f"  {kind} {held_out.scores[kind][index]:.1f} " + " ".join(words)


def report(data: Path, languages: Iterable[str], worst: int) -> None:
    print(HEAD)
    for language in languages:
        held_out = cross_validate(read_sentences(data, language))
        print("\n".join(table_rows(language, held_out_probabilities(held_out))), flush=True)
        for kind in COLUMNS[:4] if worst else ():
            print("\n".join(doubtful_cases(held_out, kind, worst)), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.train.tsv.gz")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, metavar="LANG")
    parser.add_argument("--worst", type=int, default=0, help="print so many worst cases a kind")
    arguments = parser.parse_args()
    report(arguments.data, arguments.languages, arguments.worst)


if __name__ == "__main__":
    main()
