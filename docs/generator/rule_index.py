"""All rules on one page, a family at a time, with the figures that tell most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from docs.generator.figures import is_measured
from docs.generator.markdown import prose, table
from mtcheck.evidence import about, figures
from mtcheck.rule import EVERY_LANGUAGE, Rule

_FAMILIES = {
    "accuracy": "What the translation says otherwise than its source, or not at all. Needs the "
    "source or a reference.",
    "debris": "Characters and words that machines left behind.",
    "fluency": "Wording that no writer of the language would choose.",
    "locale": "Numbers, dates, sums and capitals as another country writes them.",
    "names": "Names in another language's spelling, or in two.",
    "readability": "Sentences that nobody can follow.",
    "suppression": "Comments to mtcheck that do nothing or say nothing. They cost no points.",
    "structure": "Headlines, links and sentences that are twice there, out of place or torn.",
    "terminology": "The newsroom's own terms. Needs a glossary.",
    "typography": "Quotation marks, spacing and punctuation of another language.",
    "untranslated": "What was left in the source language.",
}
_HEADS = ("Rule", "Severity", "Confidence", "Fix", "False alarms", "At worst", "In MT")


def render(rules: Sequence[Rule]) -> str:
    """The page as Markdown."""
    return "\n\n".join(_sections(rules))


def _sections(rules: Sequence[Rule]) -> Iterator[str]:
    yield (
        "# Rules\n\n"
        f"{len(rules)} rules in {len({rule.family for rule in rules})} families. The name of a "
        "rule or of a family stands wherever rules are chosen: `--select structure,calque`.\n\n"
        "**False alarms**: findings per 10,000 words of professional news that no machine wrote; "
        "of a rule that needs the source, in news that people translated, beside its source. "
        "**At worst**: in the language where the rule makes the most. **In MT**: findings per "
        "10,000 words of machine translation, all languages together, the source language "
        "told (or the source given). The machine translations are those of WMT, sentence by "
        "sentence: they hold no headlines, links or furniture, so that the rules for these find "
        "next to nothing there. "
        f"Measured {about()['date']}; [how](../reference/evidence.md)."
    )
    for family, of_family in groupby(rules, key=lambda rule: rule.family):
        rows = [_row(rule) for rule in of_family]
        yield f"## {family}\n\n{_FAMILIES.get(family, '')}\n\n{table(_HEADS, rows, numbers=3)}"
    yield (
        "```{toctree}\n:hidden:\n:maxdepth: 1\n\n"
        + "\n".join(rule.name for rule in rules)
        + "\n```"
    )


def _row(rule: Rule) -> list[str]:
    only = "" if rule.languages == EVERY_LANGUAGE else f" ({len(rule.languages)} languages)"
    return [
        f"[{rule.name}]({rule.name}.md)<br>{prose(rule.summary)}{only}",
        rule.severity,
        rule.confidence,
        "yes" if rule.is_fixable else "",
        _false_alarms(rule),
        _at_worst(rule),
        _in_translations(rule),
    ]


def _false_alarms(rule: Rule) -> str:
    """In all languages together, in the texts that `Figures.false_alarm_rate` counts."""
    beside = "source" in rule.needs
    kinds = ("human_translation_beside",) if beside else ("original", "mixed", "human_translation")
    return _rate(rule, kinds)


def _at_worst(rule: Rule) -> str:
    rates = [(row.false_alarm_rate, row.language) for row in figures(rule.name)]
    rate, language = max(((r, tag) for r, tag in rates if r is not None), default=(None, ""))
    if rate is None or not is_measured(rule):
        return "–"
    return f"{rate:.2f} {language}" if rate else "0.00"


def _in_translations(rule: Rule) -> str:
    return _rate(rule, ("mt_beside" if "source" in rule.needs else "mt_told",))


def _rate(rule: Rule, kinds: tuple[str, ...]) -> str:
    measured = figures(rule.name) if is_measured(rule) else ()
    words = sum(row.words_of(kind) for row in measured for kind in kinds)
    found = sum(row.found.get(kind, 0) for row in measured for kind in kinds)
    return f"{found * 10_000 / words:.2f}" if words else "–"
