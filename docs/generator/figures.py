"""A rule's measured figures as a table."""

from __future__ import annotations

from docs.generator.markdown import table, words
from mtcheck.evidence import Figures, about, figures, rated_in_words
from mtcheck.language.conventions import language_name
from mtcheck.rule import Rule

_ALONE = {
    "original": "original",
    "human_translation": "by people",
    "mixed": "either",
    "mt": "by machine",
    "mt_told": "by machine, told",
}
_BESIDE = {"human_translation_beside": "by people", "mt_beside": "by machine"}
_ABOUT_ALONE = (
    "Findings per 10,000 words of news written in the language (*original*), translated *by "
    "people*, of news that is *either* of these, and of news translated *by machine*, with and "
    "without being *told* the source language."
)
_ABOUT_BESIDE = (
    "Findings per 10,000 words of news translated by people and by machines, each read beside its "
    "source. People slip too: what is found in their work is not always wrong."
)


def evidence_of(rule: Rule) -> str:
    """The section's text; it says so where nothing was measured."""
    kinds = _BESIDE if "source" in rule.needs else _ALONE
    measured = [row for row in figures(rule.name) if sum(map(row.words_of, kinds))]
    if not measured or not is_measured(rule):
        return "Not measured: the news at hand lacks what this rule needs.\n"
    speaking = [row for row in measured if any(row.found.get(kind) for kind in kinds)]
    silent = [row for row in measured if row not in speaking]
    lines = [_ABOUT_BESIDE if kinds is _BESIDE else _ABOUT_ALONE, ""]
    if speaking:
        heads = ("Language", *kinds.values(), "words read")
        rows = [_row(row, kinds) for row in speaking]
        lines.append(table(heads, rows, numbers=len(heads) - 1))
    if silent:
        names = ", ".join(language_name(row.language) for row in silent)
        read = sum(row.words_read(kinds) for row in silent)
        lines += [f"Nothing was found in {read:,} words of {names}.", ""]
    if sentences := rated_in_words(measured):
        lines += [" ".join(sentences), ""]
    lines += [
        f"Measured {about()['date']} with version {about()['version']} on "
        f"{words(about()['data'])}. [How it was measured](../reference/evidence.md).",
        "",
    ]
    return "\n".join(lines)


def is_measured(rule: Rule) -> bool:
    """Do the texts bring what the rule needs? They bring sources, and no more."""
    return set(rule.needs) <= {"source"}


def _row(row: Figures, kinds: dict[str, str]) -> list[str]:
    rates = (row.rate(kind) for kind in kinds)
    cells = ["–" if rate is None else f"{rate:.2f}" for rate in rates]
    return [language_name(row.language), *cells, f"{row.words_read(kinds):,}"]
