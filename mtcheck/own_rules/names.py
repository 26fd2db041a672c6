"""Names that are taken: a rule, an alias or a family answers to one thing alone."""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.rule import Rule


def taken(rule: Rule, others: Iterable[Rule]) -> str | None:
    """Why the rule cannot be added to the others under its name; None where it can."""
    for other in others:
        whose = f"of {other.provider}" if other.provider else "that ships with mtcheck"
        for name in (rule.name, *rule.aliases):
            if name in (other.name, *other.aliases):
                return f"has the name of a rule {whose}; choose another"
            if name == other.family:
                return f"has the name of the family of {other.name}; choose another"
        if rule.family in (other.name, *other.aliases):
            return f"has a family with the name of a rule {whose}; choose another"
    return None
