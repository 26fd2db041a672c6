"""What a shell offers for the value of an option. Rules are loaded when Tab is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def complete_of(choices: Iterable[str]) -> Callable[[str], list[str]]:
    """Completes one of the choices."""
    offered = tuple(choices)

    def complete(incomplete: str) -> list[str]:
        return [choice for choice in offered if choice.startswith(incomplete)]

    return complete


def complete_rule(incomplete: str) -> list[str]:
    """Completes the name of a rule."""
    from mtcheck.registry import all_rules

    return [rule.name for rule in all_rules() if rule.name.startswith(incomplete)]


def complete_rules(incomplete: str) -> list[str]:
    """Completes the last of several rules or families, parted by commas."""
    from mtcheck.registry import all_rules

    before, comma, last = incomplete.rpartition(",")
    rules = all_rules()
    given = set(before.split(","))
    named = sorted({rule.family for rule in rules}) + [rule.name for rule in rules]
    return [
        f"{before}{comma}{name}" for name in named if name.startswith(last) and name not in given
    ]


def complete_language(incomplete: str) -> list[str]:
    """Completes the tag of a language that mtcheck reads in full."""
    from mtcheck.language.data import languages

    return [tag for tag in languages() if tag.startswith(incomplete)]


def complete_report(incomplete: str) -> list[str]:
    """Completes the format before FORMAT=FILE; the shell itself knows its files."""
    from mtcheck.reporters import FORMATS

    if "=" in incomplete:
        return []
    return [f"{name}=" for name in FORMATS if name.startswith(incomplete)]
