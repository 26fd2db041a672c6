"""Train the tables of finite verbs: python -m benchmarks.finite_verbs.train --help"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from benchmarks.finite_verbs.corpus import LANGUAGES, read_sentences
from benchmarks.finite_verbs.model import (
    calibrate,
    cross_validate,
    packed,
    short_clause_scores,
    train,
)


def write_tables(data: Path, output: Path, languages: Iterable[str]) -> None:
    for language in languages:
        sentences = read_sentences(data, language)
        calibration = calibrate(short_clause_scores(cross_validate(sentences)))
        table = packed(train(sentences), calibration)
        path = output / language / "finite-verbs.bin"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(table)
        print(f"{path}: {len(sentences)} sentences, {len(table)} bytes", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of LANG.train.tsv.gz")
    parser.add_argument("--output", type=Path, required=True, help="folder mtcheck/languages")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, metavar="LANG")
    arguments = parser.parse_args()
    write_tables(arguments.data, arguments.output, arguments.languages)


if __name__ == "__main__":
    main()
