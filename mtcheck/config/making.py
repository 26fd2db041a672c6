"""From the values of the keys to what the program runs with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mtcheck.config import ConfigError, InForce
from mtcheck.config.layers import COMMAND_LINE, RULES_TABLE, SEVERITY_TABLE, Layer, Value
from mtcheck.readers import ReadOptions
from mtcheck.rule import ALLOW, Option
from mtcheck.score import ScoreParameters
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.house_style import HouseStyle
    from mtcheck.rule import Rule
    from mtcheck.terminology import Glossary


_SETTINGS: tuple[str, ...] = (
    "select", "ignore", "confidence", "origin-threshold", "fail-on", "fail-under", "readability",
    "rule-files", "baseline", "min-severity", "cache",
)  # fmt: skip
_READING = ("language", "source-language", "encoding", "source", "reference", "input-format",
            "max-file-size")  # fmt: skip
"""Keys that are fields, with the same value."""


def in_force(values: Layer) -> InForce:
    """How a file with these values is read and checked. Raises ConfigError."""
    rules = _Rules(values)
    for name in ("select", "ignore"):
        for rule in cast("tuple[str, ...]", _get(values, name, ())):
            rules.require(rule, values[name])
    settings = Settings(
        **_fields(values, _SETTINGS),
        score=_score(values),
        glossary=_glossary(values.get("glossaries")),
        severities=_severities(values, rules),
        rule_options=_rule_options(values, rules),
        house_style=_house_style(values),
    )
    options = ReadOptions(**_fields(values, _READING), columns=_columns(values))
    return InForce(settings, options, str(_get(values, "format", "text")))


def _get(values: Mapping[str, Value], name: str, default: object) -> object:
    return values[name].value if name in values else default


def _fields(values: Mapping[str, Value], names: Iterable[str]) -> dict[str, Any]:
    return {name.replace("-", "_"): values[name].value for name in names if name in values}


def _columns(values: Layer) -> Any:
    if "columns" not in values:
        return ()
    from mtcheck.readers.tables import parse_columns

    return parse_columns(str(values["columns"].value))


def _score(values: Layer) -> ScoreParameters:
    return ScoreParameters(**_inside(values, "score"))


def _inside(values: Layer, section: str) -> dict[str, Any]:
    """The values of one table, as fields."""
    return {
        name.partition(".")[2].replace("-", "_"): value.value
        for name, value in values.items()
        if name.startswith(f"{section}.")
    }


def _house_style(values: Layer) -> HouseStyle | None:
    given = _inside(values, "house-style")
    if not given:
        return None
    from mtcheck.house_style import HouseStyle

    return HouseStyle(**given)


def _glossary(value: Value | None) -> Glossary | None:
    if value is None or not value.value:
        return None
    from mtcheck.readers import ReadError

    try:
        paths = cast("tuple[str, ...]", value.value)
        return _read_glossaries(paths, tuple(_changed(path) for path in paths))
    except ReadError as error:
        where = "" if value.place == COMMAND_LINE else f"{value.place}: "
        raise ConfigError(f"{where}{error}") from None


def _changed(path: str) -> int | None:
    """When the file changed last, in nanoseconds; None where it is not there."""
    try:
        return Path(path).stat().st_mtime_ns
    except OSError:
        return None


@cache
def _read_glossaries(paths: tuple[str, ...], changed: tuple[int | None, ...]) -> Glossary | None:
    """One glossary for all files that have it: what it looks words up with is built once.

    changed: when; an editor and --watch go on when a glossary changes.
    """
    from mtcheck.readers.glossary import read_glossaries

    return read_glossaries(paths)


def _severities(values: Layer, rules: _Rules) -> dict[str, str]:
    """By rule and family, under the names that the rules have today."""
    found: dict[str, str] = {}
    for name, value in values.items():
        if name.startswith(f"{SEVERITY_TABLE}."):
            rule = rules.require(name.partition(".")[2], value)
            found[rule] = str(value.value)
    return found


def _rule_options(values: Layer, rules: _Rules) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for name, value in values.items():
        if not name.startswith(f"{RULES_TABLE}."):
            continue
        _, rule_name, option_name = name.split(".", 2)
        rule = rules.find(rule_name, value)
        options = {option.name: option for option in rule.options}
        if option_name == ALLOW:
            found.setdefault(rule.name, {})[ALLOW] = _texts(value, rule.name)
            continue
        if option_name not in options:
            from mtcheck.config.kinds import did_you

            hint = did_you(option_name, [ALLOW, *options])
            if not hint:
                hint = f"; it has {', '.join(sorted([ALLOW, *options]))}"
            raise ConfigError(f"{value.place}: {rule.name} has no option {option_name!r}{hint}")
        read = _option_value(options[option_name], value, f"{rule.name}'s {option_name}")
        found.setdefault(rule.name, {})[option_name] = read
    return found


def _texts(value: Value, rule: str) -> tuple[str, ...]:
    texts = value.value
    if isinstance(texts, list) and all(isinstance(text, str) and text for text in texts):
        return tuple(texts)
    from mtcheck.config.kinds import shown

    what = f"{rule}'s {ALLOW} is {shown(texts)}"
    raise ConfigError(f"{value.place}: {what}; write a list of texts to leave alone")


def _option_value(option: Option[Any], value: Value, name: str) -> object:
    given, default = value.value, option.default
    is_fraction = isinstance(default, float) and type(given) is int
    if type(given) is not type(default) and not is_fraction:
        kinds = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
        problem = f"write {kinds[type(default)]}"
    elif isinstance(given, (int, float)) and not isinstance(given, bool) and given < option.least:
        problem = f"it may be {option.least:g} or more"
    elif option.choices and given not in option.choices:
        problem = f"it may be {', '.join(option.choices)}"
    else:
        return float(cast(float, given)) if is_fraction else given
    from mtcheck.config.kinds import shown

    raise ConfigError(f"{value.place}: {name} is {shown(given)}; {problem}")


class _Rules:
    """What the names in a configuration can mean; the rules are loaded when one is asked for."""

    def __init__(self, values: Layer) -> None:
        self._rule_files = cast("tuple[str, ...]", _get(values, "rule-files", ()))

    def _all(self) -> tuple[Rule, ...]:
        from mtcheck.registry import RuleFileError, all_rules

        try:
            return all_rules(self._rule_files)
        except RuleFileError as error:
            raise ConfigError(*(f"{one.place}: {one.message}" for one in error.problems)) from None

    def find(self, name: str, value: Value) -> Rule:
        """The rule of that name. Raises ConfigError."""
        for rule in self._all():
            if name == rule.name or name in rule.aliases:
                return rule
        from mtcheck.config.kinds import did_you

        hint = did_you(name, [rule.name for rule in self._all()])
        raise ConfigError(f"{value.place}: no rule is called {name!r}{hint}")

    def require(self, name: str, value: Value) -> str:
        """The name, of a rule or family, that it has today. Raises ConfigError."""
        rules = self._all()
        for rule in rules:
            if name in rule.aliases:
                return rule.name
        known = {rule.name for rule in rules} | {rule.family for rule in rules}
        if name not in known:
            from mtcheck.config.kinds import did_you

            hint = did_you(name, sorted(known)) or "; `mtcheck rules` lists them"
            raise ConfigError(f"{value.place}: no rule or family is called {name!r}{hint}")
        return name
