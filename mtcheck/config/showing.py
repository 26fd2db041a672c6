"""What is in force, and where it was said."""

from __future__ import annotations

from mtcheck.config.keys import KEYS
from mtcheck.config.kinds import shown
from mtcheck.config.layers import Layer, Value
from mtcheck.reporters.display import visible
from mtcheck.reporters.safe_json import json_text

_DEFAULT = "default"
_WIDEST = 44


def complete(values: Layer) -> Layer:
    """The values with the defaults of those keys that nobody set, in the order of the keys; keys
    that only add to others have done so. Rules' options and severities stand at the end."""
    found: Layer = {}
    for key in KEYS:
        if not key.name.startswith("extend-"):
            found[key.name] = values.get(key.name, Value(key.default, _DEFAULT))
    return found | {name: values[name] for name in sorted(values) if name not in found}


def as_toml(path: str, file: str | None, values: Layer) -> str:
    """A configuration that would do the same, with the place of each value as a comment."""
    known = visible(file) if file else "no configuration file, the defaults"
    lines = [f"# in force for {visible(path)}: {known}"]
    table = ""
    for name, value in complete(values).items():
        above, _, inner = name.rpartition(".")
        if above != table:
            table = above
            lines += ["", f"[{table}]"]
        if value.value in (None, "") or value == Value((), _DEFAULT):
            lines.append(f"{f'# {inner or name} is not set':<{_WIDEST}}")
        else:
            line = f"{inner or name} = {shown(value.value)}"
            lines.append(f"{line:<{_WIDEST}}  # {visible(value.place)}")
    return "\n".join(line.rstrip() for line in lines) + "\n"


def as_json(path: str, file: str | None, values: Layer) -> str:
    """The same for programs: each key with its value and where it was said."""
    settings = {
        name: {"value": value.value, "from": value.place}
        for name, value in complete(values).items()
    }
    document = {"path": path, "file": file, "settings": settings}
    return json_text(document) + "\n"
