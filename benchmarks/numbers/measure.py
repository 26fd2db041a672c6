"""How many faults in numbers number-mismatch finds, and how often it is wrong.

    python -m benchmarks.numbers.measure --data DATA [--pair en-de ...] [--misses 5] [--alarms 5]

See README.md beside this file.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.numbers.faults import PLANTERS, Fault
from mtcheck.document import Document, Segment, Span
from mtcheck.registry import all_rules
from mtcheck.rule import Hit

PAIRS = (
    "en-de", "en-fr", "en-es", "en-it", "en-pt", "en-nl", "en-ru", "en-uk", "en-pl", "en-cs",
    "en-sv", "en-tr", "en-zh", "en-ja", "en-ar", "fr-en", "de-en", "ru-en", "zh-en", "ja-en",
    "fr-de", "de-fr", "de-ru", "es-pl", "uk-cs", "ja-zh", "ar-fr", "tr-it",
)  # fmt: skip
_NTREX = {
    "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "it": "ita", "pt": "por-BR", "nl": "nld",
    "ru": "rus", "uk": "ukr", "pl": "pol", "cs": "ces", "sv": "swe", "tr": "tur",
    "zh": "zho_Hans", "ja": "jpn", "ar": "arb",
}  # fmt: skip
_RULE = next(rule for rule in all_rules() if rule.name == "number-mismatch")
_AROUND = 2


class Pair(NamedTuple):
    """An article and its translation, segment by segment."""

    id: str
    sources: list[str]
    targets: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pair", nargs="+", default=list(PAIRS))
    parser.add_argument("--plants", type=int, default=60, help="faults of each kind and pair")
    parser.add_argument("--misses", type=int, default=0, help="how many of a kind to print")
    parser.add_argument("--alarms", type=int, default=0, help="how many of a pair to print")
    parser.add_argument("--seed", default="numbers")
    options = parser.parse_args()
    kinds = list(PLANTERS)
    print("\t".join(["pair", "words", "alarms", "per 1000", *kinds, "all"]))
    totals: Counter[str] = Counter()
    for name in options.pair:
        source, target = name.split("-")
        pairs = [*_wmt(options.data, source, target), *_ntrex(options.data, source, target)]
        words, alarms = _alarms(pairs, source, target, options.alarms)
        planted, found = _planted(pairs, source, target, options)
        totals.update({f"+{kind}": count for kind, count in found.items()})
        totals.update(planted)
        totals.update(words=words, alarms=alarms)
        cells = [f"{found[kind]}/{planted[kind]}" for kind in kinds]
        cells.append(f"{found.total() / max(1, planted.total()):.1%}")
        print("\t".join([name, str(words), str(alarms), f"{1000 * alarms / words:.2f}", *cells]))
    words, alarms = totals["words"], totals["alarms"]
    cells = [f"{totals['+' + kind]}/{totals[kind]}" for kind in kinds]
    share = sum(totals["+" + kind] for kind in kinds) / max(1, sum(totals[kind] for kind in kinds))
    print("\t".join(["all", str(words), str(alarms), f"{1000 * alarms / words:.2f}", *cells,
                     f"{share:.1%}"]))  # fmt: skip


def _alarms(pairs: list[Pair], source: str, target: str, shown: int) -> tuple[int, int]:
    """(words read, findings on the faithful pairs); translators' slips are among them."""
    words = alarms = 0
    for pair in pairs:
        document = _document(pair.sources, pair.targets, source, target)
        words += document.word_count
        for hit in _hits(document):
            alarms += 1
            if alarms <= shown:
                print(f"  alarm {pair.id}: {hit.message}")
    return words, alarms


def _planted(
    pairs: list[Pair], source: str, target: str, options: argparse.Namespace
) -> tuple[Counter[str], Counter[str]]:
    """How many faults of each kind were planted, and how many were found."""
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for kind, plant in PLANTERS.items():
        random = Random(f"{options.seed} {source}-{target} {kind}")
        places = [(pair, at) for pair in pairs for at in range(len(pair.targets))]
        random.shuffle(places)
        missed = 0
        for pair, at in places:
            if planted[kind] >= options.plants:
                break
            fault = plant(pair.sources[at], pair.targets[at], target, random)
            if fault is None:
                continue
            planted[kind] += 1
            if _is_found(pair, at, fault, source, target):
                found[kind] += 1
            elif missed < options.misses:
                missed += 1
                print(f"  missed {kind} {pair.id}: {pair.sources[at]!r} {fault.text!r}")
    return planted, found


def _is_found(pair: Pair, at: int, fault: Fault, source: str, target: str) -> bool:
    """Is the place marked? Of a number that went out, the segment."""
    low, high = max(0, at - _AROUND), at + _AROUND + 1
    targets = [*pair.targets[low:at], fault.text, *pair.targets[at + 1 : high]]
    document = _document(pair.sources[low:high], targets, source, target)
    offset = document.segments[at - low].target.start
    start, end = offset + fault.start, offset + fault.end
    if fault.start == fault.end:
        start, end = document.segments[at - low].target
    return any(hit.start <= end and start <= hit.end for hit in _hits(document))


def _hits(document: Document) -> list[Hit]:
    return list(_RULE.hits(document))


def _document(sources: list[str], targets: list[str], source: str, target: str) -> Document:
    """Both sides with their segments given, as in a bilingual file."""
    text, spans = _joined(targets)
    source_text, source_spans = _joined(sources)
    segments = tuple(Segment(*both) for both in zip(spans, source_spans, strict=True))
    return Document(text, target, source=Document(source_text, source), segments=segments)


def _joined(paragraphs: list[str]) -> tuple[str, list[Span]]:
    spans: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        spans.append(Span(length, length + len(paragraph)))
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs), spans


def _wmt(data: Path, source: str, target: str) -> Iterator[Pair]:
    """The human translations of WMT21 in this direction."""
    with gzip.open(data / "news_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["kind"] != "human_translation":
                continue
            if (record["src_lang"], record["tgt_lang"]) != (source, target):
                continue
            sources, targets = record["src_paragraphs"], record["paragraphs"]
            if sources and len(sources) == len(targets):
                yield Pair(str(record["id"]), sources, targets)


def _ntrex(data: Path, source: str, target: str) -> Iterator[Pair]:
    """NTREX-128: two translations of one English article stand for each other's source."""
    articles = _ntrex_articles(data)
    for doc, sources in articles[_NTREX[source]].items():
        targets = articles[_NTREX[target]].get(doc)
        if targets and len(targets) == len(sources):
            yield Pair(doc, sources, targets)


@cache
def _ntrex_articles(data: Path) -> dict[str, dict[str, list[str]]]:
    articles: dict[str, dict[str, list[str]]] = {}
    with gzip.open(data / "clean_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["set"] == "ntrex128":
                articles.setdefault(record["lang"], {})[record["doc"]] = record["paragraphs"]
    return articles


if __name__ == "__main__":
    main()
