"""Layers of settings, one over the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

COMMAND_LINE = "command line"
"""The place of a value that stood there."""
SEVERITY_TABLE, RULES_TABLE = "severity", "rules"
_EXTENDING = "extend-"
PASSED_OVER = ("node_modules", "__pycache__", "site-packages")
"""Folders that hold no articles of one's own."""


class Value(NamedTuple):
    """place: where it was said: "mtcheck.toml:3", "command line" or "default"."""

    value: object
    place: str


Layer = dict[str, Value]
"""Values by the dotted names of their keys."""


def laid_over(below: Mapping[str, Value], above: Mapping[str, Value]) -> Layer:
    """What holds where `above` goes before `below`.

    A key replaces the same key below; `extend-…` adds to it. `select` starts afresh: it drops
    `ignore` too. What `extend-select` names is ignored no more.
    """
    merged = dict(below)
    if "select" in above:
        merged.pop("ignore", None)
    for name, value in above.items():
        if not name.startswith(_EXTENDING):
            merged[name] = value
    for name, value in above.items():
        if name.startswith(_EXTENDING) and name != "extend-select":
            _add(merged, name.removeprefix(_EXTENDING), value)
    ignored = {*_names(above.get("ignore")), *_names(above.get("extend-ignore"))}
    if "select" in below and "select" not in above and ignored:
        _ignore_wholly(merged, ignored)
    if "extend-select" in above:
        _take_back(merged, above["extend-select"], ignored)
    return merged


def _names(value: Value | None) -> tuple[str, ...]:
    return tuple(str(name) for name in value.value) if value else ()  # type: ignore[attr-defined]


def _add(layer: Layer, name: str, value: Value) -> None:
    below = layer.get(name)
    if below is None and name == "exclude":
        below = Value(PASSED_OVER, "default")
    together = tuple(dict.fromkeys((*_names(below), *_names(value))))
    layer[name] = Value(together, f"{below.place}, {value.place}" if below else value.place)


def _take_back(layer: Layer, value: Value, ignored_here: set[str]) -> None:
    """Select these too, and ignore them no more: of a family that is ignored, the others still."""
    if "select" in layer:
        _add(layer, "select", value)
    if "ignore" not in layer:
        return
    wanted = _with_members(_names(value)) - ignored_here
    names: list[str] = []
    for name in _names(layer["ignore"]):
        members = _with_members((name,)) - {name}
        names += sorted(members - wanted) if members & wanted else [name]
    rest = tuple(name for name in names if name not in wanted)
    if rest != _names(layer["ignore"]):
        layer["ignore"] = Value(rest, f"{layer['ignore'].place}, {value.place}")


def _ignore_wholly(layer: Layer, families: set[str]) -> None:
    """Of a family that is ignored, those rules too that a layer below had selected by name: in one
    layer a rule's own name goes before its family's."""
    more = {*_names(layer["select"])} & (_with_members(families) - families)
    if more:
        ignore = layer["ignore"]
        layer["ignore"] = Value((*_names(ignore), *sorted(more)), ignore.place)


def _with_members(names: Iterable[str]) -> set[str]:
    """The names, and of families the rules in them."""
    from mtcheck.registry import all_rules

    names = set(names)
    return names | {rule.name for rule in all_rules() if rule.family in names}
