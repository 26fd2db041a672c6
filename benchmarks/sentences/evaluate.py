"""How well are sentence boundaries found, beside simplemma's splitter?

    python -m benchmarks.sentences.evaluate --data UD

UD holds `LANG.test.tsv.gz`: test sentences of Universal Dependencies treebanks, a comment line
`# TREEBANK<TAB>text` before each. Eight sentences are joined into a paragraph; precision, recall
and F1 are those of the boundaries inside the paragraphs.
"""

import argparse
import gzip
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from simplemma import split_sentences  # type: ignore[attr-defined]

from mtcheck.language.conventions import conventions
from mtcheck.language.sentences import sentence_spans

JOINED = 8
LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt", "ru")
Splitter = Callable[[str], list[str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", action="append", choices=LANGUAGES, default=[])
    parser.add_argument("--errors", type=int, default=0, help="how many of our errors to print")
    options = parser.parse_args()
    print(f"{'':4}{'mtcheck':^29}{'simplemma':^29}")
    print(f"{'':4}" + f"{'P':>7}{'R':>7}{'F1':>7}{'sent/s':>8}" * 2)
    for language in options.lang or LANGUAGES:
        sentences = list(_sentences(options.data / f"{language}.test.tsv.gz"))
        ours = _figures(sentences, _own_splitter(language), options.errors)
        theirs = _figures(sentences, lambda text: list(split_sentences(text)), 0)
        print(f"{language:4}{ours}{theirs}")


def _sentences(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# ") and "\t" in line:
                yield line.rstrip("\n").split("\t", 1)[1].strip()


def _own_splitter(language: str) -> Splitter:
    habits = conventions(language)

    def split(text: str) -> list[str]:
        return [text[s:e] for s, e in sentence_spans(text, 0, len(text), language, habits)]

    return split


def _figures(sentences: list[str], split: Splitter, errors: int) -> str:
    right = found = wanted = 0
    shown: list[str] = []
    rest = iter(sentences)
    seconds = 0.0
    while paragraph := list(islice(rest, JOINED)):
        text = " ".join(paragraph)
        started = time.perf_counter()
        parts = split(text)
        seconds += time.perf_counter() - started
        gold, own = _boundaries(paragraph), _boundaries(parts)
        right += len(gold & own)
        found += len(own)
        wanted += len(gold)
        letters = "".join(text.split())
        for kind, places in (("split", own - gold), ("missed", gold - own)):
            shown += [
                f"  {kind:7}{letters[max(0, p - 30) : p]} | {letters[p : p + 20]}" for p in places
            ]
    print("\n".join(shown[:errors]), end="\n" if errors and shown else "")
    precision, recall = 100 * right / found, 100 * right / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return f"{precision:7.2f}{recall:7.2f}{f1:7.2f}{len(sentences) / seconds:8.0f}"


def _boundaries(parts: list[str]) -> set[int]:
    """The places of the boundaries between the parts, counted in characters that are no space."""
    places, total = set(), 0
    for part in parts[:-1]:
        total += len("".join(part.split()))
        places.add(total)
    return places


if __name__ == "__main__":
    main()
