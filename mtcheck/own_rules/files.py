"""Rule files: a newsroom's own rules in TOML. docs/own-rules.md shows every key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mtcheck.limits import read_at_most
from mtcheck.own_rules.fields import FieldError, Fields
from mtcheck.own_rules.names import taken
from mtcheck.own_rules.problems import Problem, RuleFileError
from mtcheck.own_rules.tables import DEFAULTS, make_rule
from mtcheck.patterns import late_pattern
from mtcheck.rule import Rule

_HEADER = late_pattern(r"[ \t]*\[\[[ \t]*rule[ \t]*\]\]")
_AT_LINE = late_pattern(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_rule_file(path: Path | str) -> tuple[Rule, ...]:
    """The rules of a TOML file, in their order. Raises RuleFileError."""
    name = str(path)
    try:
        content = read_at_most(path).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise RuleFileError(Problem(name, f"cannot be read: {error.strerror}")) from None
    except UnicodeDecodeError:
        raise RuleFileError(Problem(name, "is not UTF-8; save it as UTF-8")) from None
    try:
        table = tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        raise RuleFileError(_syntax_problem(name, content, str(error))) from None
    rules, problems = _rules(table, name, content)
    if problems:
        raise RuleFileError(*problems)
    return rules


def rules_of_files(paths: Iterable[str], others: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """The rules of all files, which can be added to the others. Raises RuleFileError for all that
    is wrong in any of them."""
    kept = list(others)
    count = len(kept)
    problems: list[Problem] = []
    for path in dict.fromkeys(paths):
        try:
            rules = read_rule_file(path)
        except RuleFileError as error:
            problems += error.problems
            continue
        for rule in rules:
            if reason := taken(rule, kept):
                problems.append(Problem(path, f"rule {rule.name!r} {reason}"))
            else:
                kept.append(rule)
    if problems:
        raise RuleFileError(*problems)
    return tuple(kept[count:])


def _syntax_problem(name: str, content: str, message: str) -> Problem:
    at = _AT_LINE.search(message)
    line = int(at[1]) if at and at[1] else content.count("\n") + 1
    reason = message[: at.start()] if at else message
    return Problem(f"{name}:{line}", f"is no TOML: {reason[:1].lower()}{reason[1:]}")


def _rules(
    table: dict[str, Any], name: str, content: str
) -> tuple[tuple[Rule, ...], list[Problem]]:
    try:
        defaults = Fields(table, (*DEFAULTS, "rule"))
    except FieldError as error:
        return (), [Problem(f"{name}:{_line(content, 0, error)}", str(error))]
    tables = defaults.raw("rule")
    if isinstance(tables, dict):
        return (), [Problem(name, "a rule begins with [[rule]], in double brackets")]
    if not isinstance(tables, list) or not all(isinstance(own, dict) for own in tables):
        return (), [Problem(name, "holds no rule; a rule begins with [[rule]]")]
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    shared = {key: value for key, value in table.items() if key != "rule"}
    for number, own in enumerate(tables, 1):
        try:
            rule = make_rule(shared | own, name)
            if rule.name in rules:
                raise FieldError("another rule of this file has that name", "name")
            rules[rule.name] = rule
        except FieldError as error:
            called = own.get("name")
            who = f"rule {called!r}" if isinstance(called, str) else f"rule {number}"
            place = f"{name}:{_line(content, number, error)}"
            problems.append(Problem(place, f"{who}: {error}"))
    return tuple(rules.values()), problems


def _line(content: str, number: int, error: FieldError) -> int:
    """The line of what is wrong in the rule of that number (0: before the first); that of its
    header, where it is not to be found."""
    lines = content.split("\n")
    headers = [0, *(at for at, line in enumerate(lines, 1) if _HEADER.match(line)), len(lines) + 1]
    if number + 1 >= len(headers):
        return 1  # rules in a line: rule = [{...}]
    first, end = headers[number], headers[number + 1]
    region = list(enumerate(lines[max(0, first - 1) : end - 1], max(1, first)))
    return next(_lines_with(region, error), max(1, first))


def _lines_with(region: list[tuple[int, str]], error: FieldError) -> Iterator[int]:
    if error.text:
        written = (error.text, error.text.replace("\\", "\\\\").replace('"', '\\"'))
        for number, line in region:
            if any(text in line for text in written):
                yield number
    if error.key:
        name = rf"[\"']?{re.escape(error.key)}[\"']?\s*[=.\]]"
        for pattern in (rf"\s*\[*\s*(?:rule\s*\.\s*)?{name}", rf".*\b{name}"):
            for number, line in region:
                if re.match(pattern, line):
                    yield number
