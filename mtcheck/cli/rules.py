"""`mtcheck rules`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, cast

import typer

from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.options import (
    CLEAN,
    UNREADABLE,
    Ignore,
    RuleFiles,
    Select,
    one_of,
)
from mtcheck.cli.rule_choice import complain_of_packages
from mtcheck.reporters.display import visible
from mtcheck.rule import EVERY_LANGUAGE

if TYPE_CHECKING:
    from mtcheck.rule import Rule, Severity
    from mtcheck.settings import Settings

_MOST_NAMED = 5


def rules(
    select: Select = None,
    ignore: Ignore = None,
    rule_files: RuleFiles = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """List the rules that are in force: severity, confidence, false alarms, languages, and what
    each finds.

    False alarms: measured, per 10,000 words of original news in the language with the most.
    """
    from mtcheck.registry import rules_in_force

    configuration = found_configuration(
        [], config, no_config, {"rule-files": rule_files}, select=select, ignore=ignore
    )
    with configuration_known():
        settings = configuration.of_run().settings
        chosen = [with_settings(rule, settings) for rule in rules_in_force(settings)]
    is_whole = complain_of_packages()
    if format == "json":
        from mtcheck.reporters.safe_json import json_text

        print(json_text([card(rule) for rule in chosen]))
    else:
        _print_list(chosen)
    raise typer.Exit(CLEAN if is_whole else UNREADABLE)


def with_settings(rule: Rule, settings: Settings) -> Rule:
    """The rule with the severity that the settings give it."""
    severity = settings.severity_of(rule)
    return rule._replace(severity=cast("Severity", severity)) if severity else rule


def _print_list(rules: Sequence[Rule]) -> None:
    from mtcheck.evidence import worst_false_alarm_rate

    family = ""
    for rule in rules:
        if rule.family != family:
            family = rule.family
            print(f"{family}")
        fixable = "fix" if rule.is_fixable else ""
        rate = worst_false_alarm_rate(rule.name)
        alarms = "-" if rate is None else f"{rate:.2f}"
        print(
            f"  {rule.name:<24} {rule.severity:<9} {rule.confidence:<7} {fixable:<4} "
            f"{alarms:>5}  {_languages(rule):<14} {visible(rule.summary)}"
        )


def _languages(rule: Rule) -> str:
    if rule.languages == EVERY_LANGUAGE:
        return "all"
    many = len(rule.languages) > _MOST_NAMED
    return f"{len(rule.languages)} languages" if many else " ".join(rule.languages)


def card(rule: Rule) -> dict[str, object]:
    """The rule without its documentation, as JSON takes it."""
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
        "provider": rule.provider or None,
        "summary": rule.summary,
        "options": [
            {
                "name": option.name,
                "default": option.default,
                "choices": list(option.choices),
                "documentation": option.documentation,
            }
            for option in rule.options
        ],
    }
