"""Measure how much each signal tells of an article's origin, and how well it is inferred.

    python -m benchmarks.origin.measure --data DATA --output mtcheck/origin-ratios.tsv
    python -m benchmarks.origin.measure --data DATA            # only judges the committed ratios

See README.md beside this file.
"""

import argparse
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.evidence.corpus import LANGUAGES, Text, read_corpus
from benchmarks.evidence.work import in_order
from mtcheck.document import Document
from mtcheck.engine import faults_without_source, origin_signals
from mtcheck.finding import Origin
from mtcheck.hits import all_hits
from mtcheck.language.data import primary_subtag
from mtcheck.origin import infer_origin
from mtcheck.registry import all_rules
from mtcheck.settings import Settings

ENOUGH = 5
"""Translations with the signal, below which their share is never called measured."""
ASSUMED_SHARE = 0.05
"""The least share of unedited translations that show a signal: too few could be read of the pairs
whose signals are best known, and those of WMT are clean sentences."""
HIGHEST_RATIO, HIGHEST_RATIO_TWICE = 200.0, 500.0
"""A lone signal of 200 leaves the origin below 0.9; two different forms may settle it."""


class Seen(NamedTuple):
    """One article: what the rules named, and what was inferred.

    named: for each signal rule, how many different forms name each source language.
    """

    language: str
    kind: str
    source_language: str | None
    id: str
    named: dict[str, Counter[str]]
    origin: Origin


class Tally(NamedTuple):
    """How often one rule's signal stood where it should and where it should not.

    right, translations: of the translations from a language that the rule can name.
    wrong, others: of all articles, those where it named only languages that are not the source.
    """

    right: int
    translations: int
    wrong: int
    others: int

    @property
    def is_measured(self) -> bool:
        return self.right >= ENOUGH and self._share > ASSUMED_SHARE

    @property
    def _share(self) -> float:
        return (self.right + 0.5) / (self.translations + 1)

    @property
    def ratio(self) -> float:
        """How much likelier the signal is in a translation from a named language."""
        share = self._share if self.is_measured else ASSUMED_SHARE
        return share / ((self.wrong + 0.5) / (self.others + 1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--lang", nargs="+", default=LANGUAGES)
    parser.add_argument("--limit", type=int, help="how many texts of each language to read")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    seen: list[Seen] = []
    for language in options.lang:
        texts = (text for text in read_corpus(options.data, language) if text.kind != "mixed")
        seen += in_order(_seen, islice(texts, options.limit), options.processes)
    lines = ratio_lines(seen)
    print("\n".join(lines))
    if options.output:
        options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print()
    print("\n".join(pair_lines(seen)))
    print()
    print("\n".join(inference_lines(seen)))


def _seen(text: Text) -> Seen:
    document = Document(text.text, text.language)
    found = list(all_hits(document, all_rules()))
    signals = origin_signals(document, found)
    named: dict[str, Counter[str]] = {}
    for signal in dict.fromkeys(signals):
        sources = {primary_subtag(source) for source in signal.sources} - {document.target}
        named.setdefault(signal.rule, Counter()).update(sources)
    return Seen(
        document.target,
        text.kind,
        text.source_language,
        text.id,
        named,
        infer_origin(signals, document.target, faults_without_source(found)),
    )


def tally(
    seen: Iterable[Seen], rule: str, nameable: dict[str, set[str]], least_forms: int
) -> Tally:
    """How often at least so many different forms of the rule name a language.

    nameable: for each target language, the source languages that the rule can name.
    """
    right = translations = wrong = others = 0
    for article in seen:
        forms = article.named.get(rule, Counter())
        named = {source for source, count in forms.items() if count >= least_forms}
        if article.source_language in nameable.get(article.language, ()):
            translations += 1
            right += article.source_language in named
        others += 1
        wrong += bool(named) and article.source_language not in named
    return Tally(right, translations, wrong, others)


def nameable_sources(seen: Iterable[Seen], rule: str) -> dict[str, set[str]]:
    """The source languages that the rule named anywhere, or that its word list names."""
    found: dict[str, set[str]] = {}
    lexicon = next((r.lexicon for r in all_rules() if r.name == rule), None)
    for article in seen:
        sources = found.setdefault(article.language, set())
        sources |= set(article.named.get(rule, ()))
    if lexicon:
        for target, sources in found.items():
            sources.update(source for e in lexicon.entries(target) for source in e.sources)
    return found


def ratio_lines(seen: list[Seen]) -> list[str]:
    """The table that mtcheck/origin.py reads."""
    lines = [
        "rule\tratio\ttwice\tbasis\ttranslations\twrong",
        "# How much likelier a rule's signal is in a translation from a language that it names.",
        "# twice: the same where two different forms name the language.",
        "# basis: measured, or bounded: an assumed share of translations (1 in 20) over the share",
        "#   of articles where it names a wrong language. Made by benchmarks/origin/measure.py.",
        "# translations: with the signal, of those from a language that the rule can name; then",
        "#   those with two forms. wrong: articles in which it named only other languages than",
        "#   theirs; then with two forms; of all.",
    ]
    for rule in sorted({rule for article in seen for rule in article.named} | _signal_rules()):
        nameable = nameable_sources(seen, rule)
        once, twice = (tally(seen, rule, nameable, forms) for forms in (1, 2))
        ratio = max(1.0, min(HIGHEST_RATIO, once.ratio))
        ratio_twice = max(ratio, min(HIGHEST_RATIO_TWICE, twice.ratio))
        cells = (
            rule,
            f"{ratio:.3g}",
            f"{ratio_twice:.3g}",
            "measured" if once.is_measured else "bounded",
            f"{once.right}, {twice.right} of {once.translations}",
            f"{once.wrong}, {twice.wrong} of {once.others}",
        )
        lines.append("\t".join(cells))
    return lines


def _signal_rules() -> set[str]:
    """The rules whose word lists name source languages with high confidence."""
    return {
        rule.name
        for rule in all_rules()
        for target in LANGUAGES
        if rule.lexicon and rule.claims(target)
        for entry in rule.lexicon.entries(target)
        if entry.sources and (entry.confidence or rule.confidence) == "high"
    }


def pair_lines(seen: list[Seen]) -> list[str]:
    """Of the articles of each pair and kind, how many show each rule's signal of that source."""
    articles: Counter[tuple[str, str, str]] = Counter()
    shown: Counter[tuple[str, str, str, str]] = Counter()
    for article in seen:
        source = article.source_language or "-"
        pair = (source, article.language, article.kind)
        articles[pair] += 1
        for rule, named in article.named.items():
            if source == "-" or source in named:
                shown[(*pair, rule)] += 1
    lines = ["from\tto\tkind\tarticles\twith the signal (any signal, in originals)"]
    for pair in sorted(articles):
        rules = [f"{key[3]} {n}" for key, n in sorted(shown.items()) if key[:3] == pair]
        lines.append("\t".join((*pair, str(articles[pair]), ", ".join(rules) or "-")))
    return lines


def inference_lines(seen: list[Seen]) -> list[str]:
    """How often the origin was inferred, rightly and wrongly."""
    threshold = Settings().origin_threshold
    counts: dict[tuple[str, str], Counter[str]] = {}
    for article in seen:
        count = counts.setdefault((article.language, article.kind), Counter())
        count["articles"] += 1
        named = article.origin.language
        sure = named is not None and article.origin.probability >= threshold
        count["right" if named == article.source_language else "wrong"] += sure
        count["leaning right"] += bool(named) and named == article.source_language
        count["leaning wrong"] += bool(named) and named != article.source_language
    columns = ("articles", "right", "wrong", "leaning right", "leaning wrong")
    lines = [f"# right, wrong: named with a probability of {threshold:g}; leaning: named at all"]
    lines.append("\t".join(("to", "kind", *columns)))
    for key, count in sorted(counts.items()):
        lines.append("\t".join((*key, *(str(count[column]) for column in columns))))
    lines += [
        f"# named wrongly: {article.id}: {article.origin.language} "
        f"{article.origin.probability:.2f} by {', '.join(article.origin.evidence)}"
        for article in seen
        if article.origin.language not in (None, article.source_language)
    ]
    return lines


if __name__ == "__main__":
    main()
