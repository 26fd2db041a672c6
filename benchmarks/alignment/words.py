"""Which words of the news mean the same? Makes `parallel-words.tsv` of every language.

    python -m benchmarks.alignment.words --data DATA

DATA holds `clean_news.jsonl.gz`, whose NTREX-128 and FLORES-200 give the same sentences in many
languages. A form goes with that English form with which it occurs most significantly (the log
likelihood ratio of T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
Computational Linguistics 19(1), 1993), where it seldom occurs without it. The English form names
both. Forms are words cut after a few letters, and pairs of Chinese characters.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from math import log
from pathlib import Path

from benchmarks.alignment.parallel import parallel_texts
from mtcheck.bilingual.keys import forms_of
from mtcheck.language.data import FOLDER, languages

FEWEST = 3
LEAST_SHARE = 0.4
LEAST_RATIO = 16.0
MOST_COMMON = 0.12


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    texts = parallel_texts(parser.parse_args().data)
    forms = {
        language: {name: forms_of(text, language) for name, text in texts[language].items()}
        for language in languages()
        if language in texts
    }
    used: set[str] = set()
    for language in sorted(forms):
        if language != "en":
            table = _same(forms["en"], forms[language])
            used.update(table)
            _write(language, table)
    _write("en", {form: [form] for form in used})


def _write(language: str, table: dict[str, list[str]]) -> None:
    lines = [f"{english}\t{' '.join(sorted(forms))}\n" for english, forms in sorted(table.items())]
    head = (
        "# Forms that mean the same in the news of several languages; the first names them.\n"
        "# Made by benchmarks/alignment/words.py from NTREX-128 and FLORES-200.\n"
    )
    path = FOLDER / language / "parallel-words.tsv"
    path.write_text(head + "".join(lines), encoding="utf-8")
    print(language, len(lines), sum(map(len, table.values())))


def _same(english: dict[str, set[str]], other: dict[str, set[str]]) -> dict[str, list[str]]:
    names = english.keys() & other.keys()
    total = len(names)
    counts_english = Counter(form for name in names for form in english[name])
    counts_other = Counter(form for name in names for form in other[name])
    candidates = {f for f, count in counts_other.items() if FEWEST <= count < MOST_COMMON * total}
    both: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        for form in other[name] & candidates:
            both[form].update(english[name])
    table: defaultdict[str, list[str]] = defaultdict(list)
    for form, together in both.items():
        ratio, best = max(
            (
                _significance(count, counts_other[form], counts_english[e], total)
                + 0.001 * (e[:3] == form[:3]),
                e,
            )
            for e, count in together.items()
        )
        share = together[best] / counts_other[form]
        is_sure = share >= LEAST_SHARE and ratio >= LEAST_RATIO and together[best] >= FEWEST
        if is_sure and counts_english[best] < MOST_COMMON * total:
            table[best].append(form)
    return table


def _significance(both: int, one: int, other: int, total: int) -> float:
    """Dunning's -2 log lambda, 0 where they occur together less than by chance."""
    if both * total <= one * other:
        return 0.0
    cells = (
        (both, one * other),
        (one - both, one * (total - other)),
        (other - both, (total - one) * other),
        (total - one - other + both, (total - one) * (total - other)),
    )
    return 2 * sum(seen * log(seen * total / expected) for seen, expected in cells if seen > 0)


if __name__ == "__main__":
    main()
