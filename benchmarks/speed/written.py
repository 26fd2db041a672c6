"""The regular expressions that mtcheck's modules and rules hold in their variables."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import mtcheck.rules

import mtcheck
from mtcheck.patterns import late_pattern

_LATE = type(late_pattern(""))
_AT_A_PLACE = {"match", "fullmatch"}


class Written(NamedTuple):
    """A pattern of the program. name: of its module and of the variable; anywhere: it is searched
    for, and not only tried where something stands."""

    name: str
    pattern: str
    flags: int
    anywhere: bool


def written_patterns() -> list[Written]:
    """Every pattern that a variable of a module of mtcheck or of a rule holds."""
    names: dict[int, str] = {}
    patterns: dict[int, Any] = {}
    uses: dict[int, set[str]] = {}
    for module in _modules():
        source = Path(module.__file__).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            for pattern in () if name.startswith("__") else _patterns_in(value):
                patterns[id(pattern)] = pattern
                names.setdefault(id(pattern), f"{module.__name__}.{name}")
                is_alone = pattern is value
                used = _uses(name, source) if is_alone else {"in a collection"}
                uses.setdefault(id(pattern), set()).update(used)
    return [
        Written(
            names[key],
            pattern.pattern,
            int(pattern.flags) & ~int(re.UNICODE),
            not uses[key] <= _AT_A_PLACE,
        )
        for key, pattern in patterns.items()
        if isinstance(pattern.pattern, str)
    ]


def _modules() -> Iterator[Any]:
    for package in (mtcheck, mtcheck.rules):
        folder = Path(package.__file__ or "").parent
        for file in sorted(folder.rglob("*.py")):
            parts = file.relative_to(folder).with_suffix("").parts
            if parts[0] == "rules" or parts[-1] == "__main__":
                continue
            name = ".".join((package.__name__, *parts)).removesuffix(".__init__")
            try:
                yield import_module(name)
            except ImportError as error:  # an extra that is not installed
                print(f"left out: {name}: {error}", file=sys.stderr)


def _patterns_in(value: Any) -> Iterator[Any]:
    if isinstance(value, (_LATE, re.Pattern)):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for item in value:
            yield from _patterns_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _patterns_in(item)


def _uses(name: str, source: str) -> set[str]:
    """The methods of the variable that the module calls, and whether it hands it on."""
    body = re.sub(rf"(?m)^{name}\b|^(?:from .*import.*|    {name},)$", "", source)
    methods = set(re.findall(rf"(?<![\w.]){name}\.(\w+)", body))
    is_handed_on = re.search(rf"(?<![\w.]){name}\b(?!\.)", body) is not None
    return methods | ({"handed on"} if is_handed_on else set())
