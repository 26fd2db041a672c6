"""Finds the rules: those that ship, those of installed packages, those of the user's rule files.

What ships is every module of every family folder of `mtcheck.rules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import mtcheck.cards
import mtcheck.rule
import mtcheck.rules
from mtcheck.cache import remembered
from mtcheck.cards import card_of, rule_of
from mtcheck.finding import ReadFailure
from mtcheck.own_rules.problems import RuleFileError as RuleFileError
from mtcheck.rule import Body, Rule

if TYPE_CHECKING:
    from mtcheck.settings import Settings

OFF = "off"
"""In place of a severity: the rule is not asked."""


class UnknownRuleError(ValueError):
    """A name that is neither a rule, an alias nor a family."""


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Every rule that ships, by family and name."""
    root = Path(mtcheck.rules.__file__ or "").parent
    paths = sorted(path for path in root.glob("*/*.py") if path.stem != "__init__")
    modules = [_module_of(path.parent.name, path.stem) for path in paths]
    made_by = map(Path, (__file__, mtcheck.rule.__file__, mtcheck.cards.__file__))
    cards = remembered(
        "rules",
        [*paths, *made_by],
        lambda: [card_of(_rule_in(module)) for module in modules],
    )
    return _in_order(
        rule_of(card, partial(_body_in, module)) if card else _rule_in(module)
        for module, card in zip(modules, cards, strict=True)
    )


@cache
def _body_in(module: str) -> Body:
    return _rule_in(module).body()


def _rule_in(module_name: str) -> Rule:
    rules = [value for value in vars(import_module(module_name)).values() if type(value) is Rule]
    if len(rules) != 1:
        raise TypeError(f"{module_name} must define one rule, not {len(rules)}")
    return rules[0]


def _in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: (rule.family, rule.name)))


def all_rules(rule_files: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Every rule that ships, of the installed packages and of these rule files, by family and
    name. A file that changed is read anew.

    Raises RuleFileError for a rule file that cannot be used.
    """
    return _with_files(tuple((path, _state(path)) for path in rule_files))


def _state(path: str) -> tuple[int, int] | None:
    try:
        status = Path(path).stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


@cache
def _with_files(files: tuple[tuple[str, tuple[int, int] | None], ...]) -> tuple[Rule, ...]:
    rules = _with_packages()[0]
    if not files:
        return rules
    from mtcheck.own_rules.files import rules_of_files

    return _in_order((*rules, *rules_of_files((path for path, _ in files), rules)))


@cache
def _with_packages() -> tuple[tuple[Rule, ...], tuple[ReadFailure, ...]]:
    from mtcheck.own_rules.packages import installed

    found = installed()
    rules = shipped_rules()
    if not (found.rules or found.failures):
        return rules, ()
    from mtcheck.own_rules.names import taken

    failures = list(found.failures)
    kept = list(rules)
    for rule in found.rules:
        if reason := taken(rule, kept):
            failures.append(ReadFailure(rule.provider, f"its rule {rule.name!r} {reason}"))
        else:
            kept.append(rule)
    return _in_order(kept), tuple(failures)


def package_failures() -> tuple[ReadFailure, ...]:
    """What is wrong with the installed packages of rules. Each names its package."""
    return _with_packages()[1]


def chosen_rules(
    select: Iterable[str] = (), ignore: Iterable[str] = (), rule_files: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """The rules that `select` names (all, where it names none) less those that `ignore` names. A
    rule's own name goes before its family's: with calque selected and fluency ignored calque stays.

    Raises UnknownRuleError for a name that nothing answers to, RuleFileError as `all_rules` does.
    """
    rules = all_rules(rule_files)
    select, ignore = tuple(select), tuple(ignore)
    families = {rule.family for rule in rules}
    selected = _named(select, rules) or {rule.name for rule in rules}
    ignored = _named((name for name in ignore if name in families), rules)
    ignored -= _named((name for name in select if name not in families), rules)
    ignored |= _named((name for name in ignore if name not in families), rules)
    return tuple(rule for rule in rules if rule.name in selected and rule.name not in ignored)


@cache
def _in_force(
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severities: tuple[tuple[str, str], ...],
    files: tuple[tuple[str, tuple[int, int] | None], ...],
) -> tuple[Rule, ...]:
    rules = chosen_rules(select, ignore, (path for path, _ in files))
    given = dict(severities)
    _named(given, _with_files(files))
    return tuple(rule for rule in rules if given.get(rule.name, given.get(rule.family)) != OFF)


def rules_in_force(settings: Settings) -> tuple[Rule, ...]:
    """The rules that these settings choose, without those whose severity is "off"; no cards where
    an option is set, for a rule asks for its options by the very objects that it made.

    Raises UnknownRuleError for a name that nothing answers to, RuleFileError as `all_rules` does.
    """
    files = tuple((path, _state(path)) for path in settings.rule_files)
    severities = tuple(sorted(settings.severities.items()))
    rules = _in_force(settings.select, settings.ignore, severities, files)
    if not settings.rule_options:
        return rules
    return tuple(_itself(rule) if rule.name in settings.rule_options else rule for rule in rules)


def _itself(rule: Rule) -> Rule:
    """The rule of a card."""
    is_card = rule.options and rule in shipped_rules()
    return _rule_in(_module_of(rule.family, rule.name)) if is_card else rule


def _module_of(family: str, name: str) -> str:
    return f"mtcheck.rules.{family}.{name.replace('-', '_')}"


def find_rule(name: str, rule_files: Iterable[str] = ()) -> Rule:
    """The rule of that name or alias. Raises UnknownRuleError, RuleFileError."""
    rules = all_rules(rule_files)
    for rule in rules:
        if name == rule.name or name in rule.aliases:
            return rule
    if family := [rule.name for rule in rules if rule.family == name]:
        raise UnknownRuleError(
            f"{name} is a family of rules, not a rule; it holds {', '.join(family)}"
        )
    raise _unknown(name, [rule.name for rule in rules])


def _named(names: Iterable[str], rules: tuple[Rule, ...]) -> set[str]:
    found: set[str] = set()
    for name in names:
        answering = {rule.name for rule in rules if name in (rule.name, rule.family, *rule.aliases)}
        if not answering:
            raise unknown_name(name, rules)
        found |= answering
    return found


def unknown_name(name: str, rules: Sequence[Rule]) -> UnknownRuleError:
    """The error that none of the rules, and no family, is called so."""
    return _unknown(name, [rule.name for rule in rules] + sorted({rule.family for rule in rules}))


def _unknown(name: str, known: list[str]) -> UnknownRuleError:
    close = get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]}?" if close else "; `mtcheck rules` lists them"
    if broken := [failure.path for failure in package_failures()]:
        hint += f" (not all rules of {', '.join(broken)} can be used)"
    return UnknownRuleError(f"no rule or family is called {name!r}{hint}")
