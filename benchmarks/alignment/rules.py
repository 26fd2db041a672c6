"""What are omitted-text, added-text and length-mismatch worth?

    python -m benchmarks.alignment.rules --data DATA [--pair en-de ...] [--show]

DATA holds `news_docs.jsonl.gz`. False alarms: hits on human translations, once with the paragraphs
as they are and once with the paragraphs of both sides put together at random. Recall: in each
article one fault of each kind is planted, in turn: a sentence taken out of the translation, a
whole paragraph taken out, a sentence of another article put in, the second half of a sentence
cut off.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.alignment.disturb import Pair, disturbed, pairs
from mtcheck.document import Document
from mtcheck.registry import all_rules
from mtcheck.rule import Hit, Rule

RULES = ("omitted-text", "added-text", "length-mismatch")
UNSPACED = ("zh", "ja")
FEWEST_WORDS_HALVED = 14
SHORTEST_HALVED = {"zh": 24, "ja": 30}


class Planted(NamedTuple):
    """place: where in the target it must be seen (start, end)."""

    kind: str
    document: Document
    start: int
    end: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pair", action="append", default=[])
    parser.add_argument("--limit", type=int, default=1000, help="articles of a pair")
    parser.add_argument("--show", action="store_true", help="print false alarms and what is missed")
    options = parser.parse_args()
    rules = [rule for rule in all_rules() if rule.name in RULES]
    by_pair: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs(options.data / "news_docs.jsonl.gz"):
        name = f"{pair.source_language}-{pair.target_language}"
        if (not options.pair or name in options.pair) and len(by_pair[name]) < options.limit:
            by_pair[name].append(pair)
    kinds = ("sentence out", "paragraph out", "sentence in", "half out")
    print("\t".join(("pair", "words", *RULES, "scrambled", *kinds)))
    for name, articles in sorted(by_pair.items()):
        false: Counter[str] = Counter()
        found: Counter[str] = Counter()
        planted: Counter[str] = Counter()
        for number, pair in enumerate(articles):
            for is_scrambled in (False, True):
                document = disturbed(pair, is_scrambled=is_scrambled).target
                false["words"] += document.word_count if not is_scrambled else 0
                for rule, hit in _hits(document, rules):
                    false["scrambled" if is_scrambled else rule.name] += 1
                    if options.show:
                        _show("FALSE", rule.name, document, hit)
            other = articles[(number + 7) % len(articles)]
            for case in _planted(pair, other):
                planted[case.kind] += 1
                hits = _hits(case.document, rules)
                seen = any(h.start < case.end + 2 and case.start - 2 < h.end for _, h in hits)
                found[case.kind] += seen
                if options.show and not seen:
                    shown = case.document.text[case.start : case.end]
                    print("MISSED", name, case.kind, shown[:200])
        print(
            "\t".join(
                (
                    name,
                    str(false["words"]),
                    *(str(false[rule]) for rule in RULES),
                    str(false["scrambled"]),
                    *(f"{found[kind]}/{planted[kind]}" for kind in kinds),
                )
            ),
            flush=True,
        )


def _hits(document: Document, rules: list[Rule]) -> list[tuple[Rule, Hit]]:
    return [(rule, hit) for rule in rules for hit in rule.hits(document)]


def _show(label: str, name: str, document: Document, hit: Hit) -> None:
    source = document.source
    assert source is not None
    print(label, document.language, name, hit.message[:160])
    print("    T:", document.text[hit.start : hit.end][:300])
    for place in hit.related:
        print("    S:", source.text[place.start : place.end][:300])


def _planted(pair: Pair, other: Pair) -> Iterator[Planted]:
    if len(pair.target) < 4:
        return
    luck = random.Random(pair.id)
    number = luck.randrange(2, len(pair.target))
    yield _paragraph_out(pair, number)
    yield from _sentence_out(pair, number, luck)
    yield _sentence_in(pair, number, luck.choice(other.target[1:] or other.target))
    yield from _half_out(pair, number)


def _made(
    kind: str,
    pair: Pair,
    segments: list[str],
    first: int,
    last: int,
    source: list[str] | None = None,
) -> Planted:
    """The fault must be seen in the segments from `first` to `last`."""
    original = Document("\n\n".join(source or pair.source), pair.source_language)
    document = Document("\n\n".join(segments), pair.target_language, source=original)
    start, end = (
        sum(len(segment) + 2 for segment in segments[:count]) for count in (first, last + 1)
    )
    return Planted(kind, document, start, end)


def _paragraph_out(pair: Pair, number: int) -> Planted:
    left = [*pair.target[:number], *pair.target[number + 1 :]]
    return _made("paragraph out", pair, left, number - 1, number)


def _sentence_out(pair: Pair, number: int, luck: random.Random) -> Iterator[Planted]:
    """Two segments make a paragraph on either side; one of its sentences goes."""
    sides: list[list[str]] = []
    for segments, language in (
        (pair.source, pair.source_language),
        (pair.target, pair.target_language),
    ):
        both = _gap(language).join(segments[number - 1 : number + 1])
        sides.append([*segments[: number - 1], both, *segments[number + 1 :]])
    source, target = sides
    paragraph = target[number - 1]
    sentences = Document(paragraph, pair.target_language).sentences
    if len(sentences) > 1:
        out = luck.choice(sentences)
        target[number - 1] = (paragraph[: out.start] + paragraph[out.end :]).strip()
        yield _made("sentence out", pair, target, number - 2, number, source)


def _sentence_in(pair: Pair, number: int, foreign: str) -> Planted:
    segments = list(pair.target)
    segments[number] += _gap(pair.target_language) + foreign
    return _made("sentence in", pair, segments, number, number)


def _half_out(pair: Pair, number: int) -> Iterator[Planted]:
    segment, language = pair.target[number], pair.target_language
    words = segment.split()
    if language not in UNSPACED and len(words) >= FEWEST_WORDS_HALVED:
        half = " ".join(words[: len(words) // 2]) + "."
    elif len(segment) >= SHORTEST_HALVED.get(language, len(segment) + 1):
        half = segment[: len(segment) // 2] + "。"
    else:
        return
    segments = [*pair.target[:number], half, *pair.target[number + 1 :]]
    yield _made("half out", pair, segments, number, number)


def _gap(language: str) -> str:
    return "" if language in UNSPACED else " "


if __name__ == "__main__":
    main()
