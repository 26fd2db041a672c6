"""Finds the rules: every module of every family folder of `mtcheck.rules`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path

import mtcheck.rules
from mtcheck.rule import Rule


class UnknownRuleError(ValueError):
    """A name that is neither a rule, an alias nor a family."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule that ships, by family and name."""
    root = Path(mtcheck.rules.__file__ or "").parent
    modules = (path for path in root.glob("*/*.py") if path.stem != "__init__")
    rules = [_rule_in(f"mtcheck.rules.{path.parent.name}.{path.stem}") for path in modules]
    return tuple(sorted(rules, key=lambda rule: (rule.family, rule.name)))


def _rule_in(module_name: str) -> Rule:
    rules = [value for value in vars(import_module(module_name)).values() if type(value) is Rule]
    if len(rules) != 1:
        raise TypeError(f"{module_name} must define one rule, not {len(rules)}")
    return rules[0]


def chosen_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that `select` names (all, where it names none) less those that `ignore` names.

    Raises UnknownRuleError for a name that nothing answers to.
    """
    rules = all_rules()
    ignored = _named(ignore)
    selected = _named(select) or {rule.name for rule in rules}
    return tuple(rule for rule in rules if rule.name in selected and rule.name not in ignored)


def find_rule(name: str) -> Rule:
    """The rule of that name or alias. Raises UnknownRuleError."""
    for rule in all_rules():
        if name == rule.name or name in rule.aliases:
            return rule
    raise _unknown(name, [rule.name for rule in all_rules()])


def _named(names: Iterable[str]) -> set[str]:
    rules = all_rules()
    found: set[str] = set()
    for name in names:
        answering = {rule.name for rule in rules if name in (rule.name, rule.family, *rule.aliases)}
        if not answering:
            known = [rule.name for rule in rules] + sorted({rule.family for rule in rules})
            raise _unknown(name, known)
        found |= answering
    return found


def _unknown(name: str, known: list[str]) -> UnknownRuleError:
    close = get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]}?" if close else "; `mtcheck rules` lists them"
    return UnknownRuleError(f"no rule or family is called {name!r}{hint}")
