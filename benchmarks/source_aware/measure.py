"""What the rules beside a source find, and how often they are wrong on faithful translations.

    python -m benchmarks.source_aware.measure --data DATA [--pair en-de ...] [--output TABLE]

See README.md beside this file.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.source_aware.faults import PLANTERS, Planted
from benchmarks.source_aware.pairs import Pair, read_pairs
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import Finding
from mtcheck.registry import all_rules
from mtcheck.settings import Settings

PAIRS = ("en-de", "en-ru", "en-zh", "en-ja", "en-cs", "de-fr", "fr-de", "ru-en", "zh-en", "ja-en")
RULES = [rule for rule in all_rules() if "source" in rule.needs and rule.family == "accuracy"]
SETTINGS = Settings()
_NEAR = 250


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pair", nargs="+", default=list(PAIRS))
    parser.add_argument("--limit", type=int, help="how many articles of each pair to read")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    parser.add_argument("--alarms", action="store_true", help="print the false alarms")
    parser.add_argument("--output", type=Path)
    options = parser.parse_args()
    lines = ["pair\tkind\tplanted\tfound\twords\talarms"]
    for name in options.pair:
        pairs = list(islice(read_pairs(options.data, *name.split("-")), options.limit))
        for line in measured(name, pairs, options.misses, options.alarms):
            print(line)
            lines.append(line)
    if options.output:
        options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measured(name: str, pairs: list[Pair], misses: bool, alarms: bool) -> Iterator[str]:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    words = 0
    for pair in pairs:
        document = pair.document()
        words += document.word_count
        clean = _findings(document)
        for finding in clean:
            false[finding.rule] += 1
            if alarms:
                print(f"  {pair.id} {finding.rule} ⟦{finding.text}⟧ {finding.message}")
        known = {(finding.rule, finding.text) for finding in clean}
        for plant in PLANTERS:
            others = [other for other in pairs if _article(other) != _article(pair)]
            fault = plant(pair, others, Random(f"{pair.id} {plant.__name__}"))
            if fault is None:
                continue
            planted[fault.kind] += 1
            document = fault.pair.document()
            if is_found(fault, document, known):
                found[fault.kind] += 1
            elif misses:
                passage = document.text[max(0, fault.start - 60) : fault.end + 20]
                print(f"  missed {fault.kind} {pair.id}: {passage!r}")
    for kind in planted:
        yield f"{name}\t{kind}\t{planted[kind]}\t{found[kind]}\t\t"
    for rule in sorted(false):
        yield f"{name}\t{rule}\t\t\t{words}\t{false[rule]}"
    yield f"{name}\t(all)\t{planted.total()}\t{found.total()}\t{words}\t{false.total()}"


def _article(pair: Pair) -> str:
    """One article can be there in several translations."""
    return pair.id.split(".ref")[0]


def _findings(document: Document) -> tuple[Finding, ...]:
    return check_document(document, RULES, SETTINGS).findings


def is_found(fault: Planted, document: Document, known: set[tuple[str, str]]) -> bool:
    """Does a rule of the right kind mark the place, which it did not before? What is missing may
    be marked on the sentence before it or after."""
    slack = _NEAR if fault.start == fault.end else 0
    return any(
        finding.rule in fault.rules
        and finding.start <= fault.end + slack
        and fault.start - slack <= finding.end
        and (slack or (finding.rule, finding.text) not in known)
        for finding in _findings_with_untranslated(document)
    )


_WITH_UNTRANSLATED = [*RULES] + [
    rule for rule in all_rules() if rule.name in ("untranslated-sentence", "unpaired-punctuation")
]


def _findings_with_untranslated(document: Document) -> tuple[Finding, ...]:
    return check_document(document, _WITH_UNTRANSLATED, SETTINGS).findings


if __name__ == "__main__":
    main()
