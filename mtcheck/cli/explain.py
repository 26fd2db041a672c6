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
