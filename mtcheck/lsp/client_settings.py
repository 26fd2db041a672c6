"""What the user set in the editor. It goes before the configuration files, as the command line's
options do."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.config.keys import BY_NAME
from mtcheck.config.kinds import did_you

SECTION = "mtcheck"
"""The section of the editor's settings that is the server's."""
TRIGGERS = ("type", "save")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OWN = ("config", "trigger", "trace")


class ClientSettings(NamedTuple):
    """values: of the keys of the configuration. config: the path of one configuration file for all
    documents. on_type: check while the user types, not only when the file is saved."""

    values: Mapping[str, object] = {}
    config: str | None = None
    on_type: bool = True

    def under(self, above: ClientSettings) -> ClientSettings:
        """These where `above` says nothing."""
        return ClientSettings(
            {**self.values, **above.values},
            above.config or self.config,
            self.on_type and above.on_type,
        )


def read_client_settings(given: object, folder: str | None) -> tuple[ClientSettings, list[str]]:
    """(the settings, what is wrong with those that were left out, one line each).

    given: what the editor sent: a table of the keys that a configuration file has, also as
        sourceLanguage in place of source-language, with `config` and `trigger` beside them; it may
        stand in a table "mtcheck" or "settings".
    folder: what paths are told from.
    """
    problems: list[str] = []
    table = _table(given)
    if table is None:
        if given is not None:
            problems.append(f"settings: {given!r} is no table of settings; it is passed over")
        return ClientSettings(), problems
    values: dict[str, object] = {}
    config: str | None = None
    on_type = True
    for name, value in _flat(table):
        if value is None or value == "" or name == "trace" or name.startswith("trace."):
            continue
        if name == "config":
            config = str(_absolute(value, folder))
        elif name == "trigger":
            on_type = value != "save"
            if value not in TRIGGERS:
                problems.append(f"settings: trigger is {value!r}; write type or save")
        elif name not in BY_NAME:
            problems.append(f"settings: unknown key {name!r}{did_you(name, [*BY_NAME, *_OWN])}")
        else:
            try:
                read = BY_NAME[name].kind.read(value)
            except (ValueError, AttributeError) as error:
                problems.append(f"settings: {name} is {error}")
                continue
            values[name] = _absolute(read, folder) if BY_NAME[name].is_path else read
    for name in ("select", "ignore"):
        if values.get(name) == ():
            del values[name]
    return ClientSettings(values, config, on_type), problems


def _table(given: object) -> Mapping[str, Any] | None:
    for wrapper in ("settings", SECTION):
        if isinstance(given, Mapping) and isinstance(given.get(wrapper), Mapping):
            given = given[wrapper]
    return given if isinstance(given, Mapping) else None


def _flat(table: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    """The values by dotted names, written as the configuration writes them."""
    found: list[tuple[str, Any]] = []
    for name, value in table.items():
        dotted = above + _HUMP.sub("-", str(name)).lower()
        if isinstance(value, Mapping):
            found += _flat(value, f"{dotted}.")
        else:
            found.append((dotted, value))
    return found


def _absolute(value: object, folder: str | None) -> object:
    if isinstance(value, tuple):
        return tuple(_absolute(each, folder) for each in value)
    path = Path(os.path.expanduser(str(value)))  # noqa: PTH111  it leaves ~nobody as it is
    return str(path if path.is_absolute() or folder is None else Path(folder) / path)
