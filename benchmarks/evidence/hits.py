"""Print what rules find in real texts, for reading by eye.

    python -m benchmarks.evidence.hits --data DATA --lang en --rule foreign-quotes --kind original

A line a hit: the words before, the hit in ⟦ ⟧, the words after; at the end, hits per 10,000 words.
"""

import argparse
import random
from collections import Counter
from itertools import islice
from pathlib import Path

from benchmarks.evidence.corpus import KINDS, read_corpus
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.registry import chosen_rules
from mtcheck.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", required=True)
    parser.add_argument("--rule", action="append", default=[], help="a rule or family; repeatable")
    parser.add_argument("--kind", action="append", choices=KINDS, default=[])
    parser.add_argument("--from", dest="source", help="only translations from this language")
    parser.add_argument("--tell-source", action="store_true", help="tell the source language")
    parser.add_argument("--confidence", default="medium")
    parser.add_argument("--sample", type=int, default=30, help="how many hits to print")
    parser.add_argument("--limit", type=int, help="how many texts to read at the most")
    options = parser.parse_args()
    rules = chosen_rules(options.rule)
    settings = Settings(confidence=options.confidence)
    texts = (
        text
        for text in read_corpus(options.data, options.lang)
        if (not options.kind or text.kind in options.kind)
        and (not options.source or text.source_language == options.source)
    )
    shown: list[str] = []
    counts: Counter[str] = Counter()
    words = documents = 0
    for text in islice(texts, options.limit):
        source = text.source_language if options.tell_source else None
        report = check_document(
            Document(text.text, text.language, source_language=source), rules, settings
        )
        documents += 1
        words += report.words
        for finding in report.findings:
            counts[finding.rule] += 1
            before = text.text[max(0, finding.start - 70) : finding.start]
            after = text.text[finding.end : finding.end + 70]
            line = f"{before}⟦{finding.text}⟧{after}".replace("\n", "⏎")
            shown.append(f"[{text.id} {text.kind} {finding.rule}] {line}")
    random.Random(0).shuffle(shown)
    print("\n".join(shown[: options.sample]))
    for rule, count in counts.most_common():
        print(f"{rule}: {count} hits, {count / words * 10_000:.2f} per 10,000 words")
    print(f"{documents} texts, {words} words")


if __name__ == "__main__":
    main()
