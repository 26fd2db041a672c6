"""`mtcheck rules`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.options import Ignore, Select, names, one_of
from mtcheck.rule import EVERY_LANGUAGE

if TYPE_CHECKING:
    from mtcheck.rule import Rule

_MOST_NAMED = 5


def rules(
    select: Select = None,
    ignore: Ignore = None,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """List the rules: family, severity, confidence, false alarms, languages, what each finds.

    False alarms: measured, per 10,000 words of original news in the language with the most.
    """
    from mtcheck.evidence import worst_false_alarm_rate
    from mtcheck.registry import UnknownRuleError, chosen_rules

    try:
        chosen = chosen_rules(names(select), names(ignore))
    except UnknownRuleError as error:
        raise typer.BadParameter(str(error)) from None
    if format == "json":
        print(json.dumps([_card(rule) for rule in chosen], ensure_ascii=False, indent=2))
        return
    family = ""
    for rule in chosen:
        if rule.family != family:
            family = rule.family
            print(f"{family}")
        fixable = "fix" if rule.is_fixable else ""
        rate = worst_false_alarm_rate(rule.name)
        alarms = "-" if rate is None else f"{rate:.2f}"
        print(
            f"  {rule.name:<24} {rule.severity:<9} {rule.confidence:<7} {fixable:<4} "
            f"{alarms:>5}  {_languages(rule):<14} {rule.summary}"
        )


def _languages(rule: Rule) -> str:
    if rule.languages == EVERY_LANGUAGE:
        return "all"
    many = len(rule.languages) > _MOST_NAMED
    return f"{len(rule.languages)} languages" if many else " ".join(rule.languages)


def _card(rule: Rule) -> dict[str, object]:
    from mtcheck.evidence import worst_false_alarm_rate

    return {
        "name": rule.name,
        "family": rule.family,
        "aliases": list(rule.aliases),
        "category": rule.category,
        "severity": rule.severity,
        "confidence": rule.confidence,
        "languages": list(rule.languages),
        "fixable": rule.is_fixable,
        "false_alarms_per_10000_words": worst_false_alarm_rate(rule.name),
        "summary": rule.summary,
    }
