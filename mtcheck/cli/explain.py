"""`mtcheck explain`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from mtcheck.rule import Example, Rule


def explain(
    name: Annotated[str, typer.Argument(metavar="RULE", help="The rule's name.")],
) -> None:
    """Print what a rule finds, why, when the form is right, and its executed examples."""
    from mtcheck.registry import UnknownRuleError, find_rule

    try:
        rule = find_rule(name)
    except UnknownRuleError as error:
        raise typer.BadParameter(str(error)) from None
    print(explanation(rule), end="")


def explanation(rule: Rule) -> str:
    """The rule's card, documentation and examples as plain text."""
    languages = "every language" if rule.languages == ("*",) else ", ".join(rule.languages)
    lines = [
        f"{rule.name} ({rule.family})",
        f"severity {rule.severity}, confidence {rule.confidence}, MQM {rule.category}",
        f"languages: {languages}",
        f"fix: {'yes' if rule.is_fixable else 'none'}",
        "",
        rule.documentation,
        "",
    ]
    lines += _examples("Finds", [example for example in rule.examples if example.is_bad])
    lines += _examples("Leaves alone", [e for e in rule.examples if not e.is_bad])
    lines += _evidence(rule.name)
    return "\n".join(lines)


def _examples(title: str, examples: list[Example]) -> list[str]:
    lines = [f"{title}:"]
    for example in examples:
        marked = example.text
        for start, end in sorted(example.spans, reverse=True):
            marked = f"{marked[:start]}⟦{marked[start:end]}⟧{marked[end:]}"
        source = f", from {example.source_language}" if example.source_language else ""
        lines.append(f"  [{example.language}{source}]")
        lines.append(textwrap.indent(marked, "    "))
        if example.fixed is not None:
            lines += ["  fixed:", textwrap.indent(example.fixed, "    ")]
        lines.append("")
    return lines


_KINDS = {
    "original": "original news",
    "human_translation": "human translations",
    "mixed": "news that is one or the other",
    "mt": "machine translations",
}


def _evidence(name: str) -> list[str]:
    """What the rule found in real news, in words; nothing where it was not measured."""
    from mtcheck.evidence import about, figures
    from mtcheck.language.conventions import language_name

    measured = figures(name)
    if not measured:
        return []
    lines = ["Evidence: findings per 10,000 words, in brackets the words read"]
    for of_language in measured:
        lines.append(f"  {language_name(of_language.language)}")
        for kind, words in _KINDS.items():
            if (rate := of_language.rate(kind)) is None:
                continue
            told = of_language.rate(f"{kind}_told")
            note = f"; {told:.2f} where the source language is told" if told else ""
            count = f"{of_language.words[kind]:,}"
            lines.append(f"    {rate:6.2f} in {words} ({count}){note if told != rate else ''}")
    rated = sum(of_language.rated for of_language in measured)
    if rated:
        touching = sum(of_language.touching for of_language in measured) / rated
        by_chance = sum(of_language.by_chance for of_language in measured) / rated
        lines.append(
            f"  Of {rated:,} findings in machine translations rated by professionals, "
            f"{touching:.0%} touch an error that they marked; {by_chance:.0%} would by chance."
        )
    source = about()
    lines.append(f"  Measured {source['date']} on {source['data']}.")
    return [*lines, ""]
