"""Measure how many planted artifacts the rules find.

    python -m benchmarks.planted.measure --data DATA --lang en fr de es
    python -m benchmarks.planted.measure --data DATA --lang en --kind related-link --misses 20

See README.md beside this file.
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.evidence.corpus import LANGUAGES
from benchmarks.evidence.work import in_order
from benchmarks.planted.articles import Article, clean_articles
from benchmarks.planted.kinds import Kind, Planted, kinds
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import Finding
from mtcheck.registry import all_rules
from mtcheck.settings import Settings


class Outcome(NamedTuple):
    """One planting. alone, told: was it found, without and with the source language told?

    by: the rule that found it first. others: new findings elsewhere in the article.
    """

    kind: str
    language: str
    alone: bool
    told: bool
    by: str | None
    others: int
    shown: str


class Task(NamedTuple):
    """One article and what it became. Without the article's `others`, to be sent cheaply."""

    kind: str
    rules: tuple[str, ...]
    language: str
    clean: str
    planted: Planted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--lang", nargs="+", default=LANGUAGES)
    parser.add_argument("--kind", nargs="+", default=[], help="only these kinds")
    parser.add_argument("--articles", type=int, default=60, help="how many for each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="how many missed ones to print")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    articles = {language: clean_articles(options.data, language) for language in options.lang}
    tasks = [
        task
        for language in options.lang
        for kind in kinds()
        if kind.serves(language) and (not options.kind or kind.name in options.kind)
        for task in _tasks(kind, articles[language], options.articles, options.seed)
    ]
    outcomes = list(in_order(_outcome, tasks, options.processes))
    print("\n".join(table(outcomes, options.lang)))
    for kind in dict.fromkeys(outcome.kind for outcome in outcomes):
        missed = [o for o in outcomes if o.kind == kind and not o.alone]
        for outcome in missed[: options.misses]:
            told = " (found where the source is told)" if outcome.told else ""
            print(f"[{kind} {outcome.language}]{told} {outcome.shown}")


def _tasks(kind: Kind, articles: list[Article], count: int, seed: int) -> list[Task]:
    tasks: list[Task] = []
    for article in articles:
        planted = kind.plant(article, Random(f"{seed} {kind.name} {article.id}"))
        if planted:
            tasks.append(Task(kind.name, kind.rules, article.language, article.text, planted))
        if len(tasks) == count:
            break
    return tasks


def _outcome(task: Task) -> Outcome:
    kind, rules, language, text, planted = task
    clean = {_identity(f) for f in _findings(text, language, None)}
    alone = _findings(planted.text, language, None)
    told = _findings(planted.text, language, planted.source_language)
    finders = [f.rule for f in alone if f.rule in rules and _touches(f, planted)]
    others = [f for f in alone if not _touches(f, planted) and _identity(f) not in clean]
    return Outcome(
        kind,
        language,
        bool(finders),
        any(f.rule in rules for f in told if _touches(f, planted)),
        finders[0] if finders else None,
        len(others),
        _shown(planted),
    )


def _findings(text: str, language: str, source: str | None) -> tuple[Finding, ...]:
    document = Document(text, language, source_language=source)
    return check_document(document, all_rules(), Settings()).findings


def _identity(finding: Finding) -> tuple[str, str]:
    return finding.rule, finding.text


def _touches(finding: Finding, planted: Planted) -> bool:
    return any(finding.start < end and start < finding.end for start, end in planted.spans)


def _shown(planted: Planted) -> str:
    start, end = planted.spans[0]
    text = planted.text
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    return f"{before}⟦{text[start:end][:160]}⟧{after}".replace("\n", "⏎")


def table(outcomes: list[Outcome], languages: list[str]) -> list[str]:
    """Per kind and language: found of planted, and with the source told where that differs."""
    known = {rule.name for rule in all_rules()}
    rules = {kind.name: kind.rules for kind in kinds()}
    lines = ["\t".join(("kind", *languages, "all %", "told %", "other findings", "found by"))]
    for kind in dict.fromkeys(outcome.kind for outcome in outcomes):
        own = [outcome for outcome in outcomes if outcome.kind == kind]
        cells = [
            f"{sum(o.alone for o in own if o.language == language)}"
            f"/{sum(o.language == language for o in own)}"
            for language in languages
        ]
        by = Counter(outcome.by for outcome in own if outcome.by)
        if not known & set(rules[kind]):
            finders = "(no such rule)"
        else:
            finders = ", ".join(f"{rule} {count}" for rule, count in by.most_common())
        alone = sum(o.alone for o in own) / len(own)
        told = sum(o.told for o in own) / len(own)
        others = str(sum(outcome.others for outcome in own))
        lines.append("\t".join((kind, *cells, f"{alone:.0%}", f"{told:.0%}", others, finders)))
    found = sum(outcome.alone for outcome in outcomes)
    lines.append(f"all\t{found}/{len(outcomes)}\t{found / max(1, len(outcomes)):.0%}")
    return lines


if __name__ == "__main__":
    main()
