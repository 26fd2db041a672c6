"""Configuration files: where they are, and what they say."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mtcheck.config import ConfigError
from mtcheck.config.config_file import ConfigFile, shortest
from mtcheck.config.keys import (
    BY_NAME,
    EXTEND,
    PER_PATH,
    SECTIONS,
    SEVERITY,
    TOP_LEVEL,
    Key,
)
from mtcheck.config.kinds import GLOB, did_you, shown
from mtcheck.config.layers import RULES_TABLE, SEVERITY_TABLE, Layer, Value, laid_over
from mtcheck.config.places import Keys, line_of, lines_of_keys
from mtcheck.limits import read_at_most

_PROJECT = "pyproject.toml"


def read_config(path: str, patterns_from: str | None = None) -> ConfigFile | None:
    """The configuration in the file; None for a pyproject.toml without [tool.mtcheck].

    patterns_from: the folder that its patterns are told from, where it is not its own.
    Raises ConfigError.
    """
    return _read(Path(path).absolute(), patterns_from, ())


def place(path: Path, line: int | None = None) -> str:
    """ "mtcheck.toml:3": the path as short as it can be told."""
    name = shortest(str(path))
    return name if line is None else f"{name}:{line}"


def _read(path: Path, patterns_from: str | None, extending: tuple[Path, ...]) -> ConfigFile | None:
    try:
        data = read_at_most(path)
    except OSError as error:
        raise ConfigError(f"{place(path)}: cannot be read: {error.strerror}") from None
    if path.name == _PROJECT and b"mtcheck" not in data:
        return None
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{place(path, line)}: is no UTF-8; save the file as UTF-8") from None
    except (ValueError, RecursionError) as error:
        what, _, where = str(error).partition(" (at line ")
        line = int(where.partition(",")[0]) if where[:1].isdigit() else text.count("\n") + 1
        raise ConfigError(f"{place(path, line)}: is no TOML: {what}") from None
    prefix: Keys = ()
    if path.name == _PROJECT:
        tool = table.get("tool", {})
        if not isinstance(tool, dict) or "mtcheck" not in tool:
            return None
        table, prefix = tool["mtcheck"], ("tool", "mtcheck")
    reader = _Reader(path, prefix, text)
    own = reader.read(table, patterns_from or str(path.parent))
    base_path = reader.base
    if reader.problems:
        raise ConfigError(*reader.problems)
    if base_path is None:
        return own._replace(layer=laid_over({}, own.layer))
    try:
        base_file = (path.parent / _home(base_path)).resolve()
    except RuntimeError as error:  # a link to itself
        raise ConfigError(
            f"{reader.at(EXTEND)}: {shown(base_path)} cannot be found: {error}"
        ) from None
    if base_file in (path.resolve(), *extending):
        raise ConfigError(f"{reader.at(EXTEND)}: extends itself through {place(base_file)}")
    try:
        base = _read(base_file, patterns_from, (*extending, path.resolve()))
    except ConfigError as error:
        if base_file.is_file():
            raise
        what = error.problems[0].partition(": ")[2]
        raise ConfigError(f"{reader.at(EXTEND)}: {shown(base_path)} {what}") from None
    if base is None:
        raise ConfigError(f"{reader.at(EXTEND)}: {place(base_file)} has no table [tool.mtcheck]")
    return ConfigFile(own.path, laid_over(base.layer, own.layer), (*base.per_path, *own.per_path))


def _home(path: str) -> str:
    """With the home that ~ stands for; ~nobody stays as it is."""
    return os.path.expanduser(path)  # noqa: PTH111  Path's raises for nobody


class _Reader:
    """Takes one file apart; what is wrong is noted and the rest still read."""

    def __init__(self, path: Path, prefix: Keys, text: str) -> None:
        self.path = path
        self.prefix = prefix
        self.lines = lines_of_keys(text)
        self.problems: list[str] = []
        self.base: str | None = None

    def at(self, *keys: str) -> str:
        """The place of a key."""
        return place(self.path, line_of((*self.prefix, *keys), self.lines))

    def read(self, table: object, patterns_from: str) -> ConfigFile:
        per_path: list[tuple[str, str, Layer]] = []
        layer: Layer = {}
        if not isinstance(table, dict):
            self._wrong((), f"is no table; write [{'.'.join(self.prefix)}]")
            table = {}
        for name, value in table.items():
            if name == EXTEND:
                if isinstance(value, str) and value:
                    self.base = value
                else:
                    self._wrong((name,), f"{name} is {shown(value)}; write the path of one file")
            elif name == PER_PATH:
                for pattern, own in self._table(name, value):
                    try:
                        GLOB.read(pattern)
                    except ValueError as error:
                        self._wrong((name, pattern), f"the pattern is {error}")
                    settings = dict(self._per_path((name, pattern), own))
                    per_path.append((pattern, patterns_from, settings))
            else:
                layer |= self._values((), name, value)
        return ConfigFile(str(self.path), layer, tuple(per_path))

    def _per_path(self, above: Keys, table: object) -> Iterator[tuple[str, Value]]:
        if not isinstance(table, dict):
            self._wrong(above, f"{'.'.join(above)} is {shown(table)}; write a table of settings")
            return
        for name, value in table.items():
            for dotted, read in self._values(above, name, value).items():
                key = BY_NAME.get(dotted)
                if key is None or key.reach == "file":
                    yield dotted, read
                    continue
                what = "of the run as a whole" if key.reach == "run" else "of folders"
                self._wrong(
                    (*above, name),
                    f"{dotted} is {what} and cannot differ from path to path; "
                    f"set it above the [{PER_PATH}] tables",
                )

    def _values(self, above: Keys, name: str, value: object) -> dict[str, Value]:
        """A key or table as dotted names and values; above: the table that it stands in."""
        if name == SEVERITY_TABLE:
            return dict(self._severities(above, value))
        if name == RULES_TABLE:
            return dict(self._rule_options(above, value))
        if name in SECTIONS:
            found: dict[str, Value] = {}
            for inner, content in self._table(name, value, above):
                found |= self._value((*above, name, inner), f"{name}.{inner}", content)
            return found
        return self._value((*above, name), name, value)

    def _value(self, keys: Keys, dotted: str, value: object) -> dict[str, Value]:
        key = BY_NAME.get(dotted)
        if key is None:
            self._unknown(keys, dotted)
            return {}
        try:
            read = key.kind.read(value)
        except (ValueError, AttributeError) as error:
            self._wrong(keys, f"{dotted} is {error}")
            return {}
        if dotted == "select" and not read:
            self._wrong(keys, "select names no rule; leave the key out to have all of them")
        return {dotted: Value(self._on_disk(key, read), self.at(*keys))}

    def _on_disk(self, key: Key, value: Any) -> object:
        if not key.is_path:
            return value
        folder = self.path.parent
        if isinstance(value, tuple):
            return tuple(shortest(str(folder / _home(one))) for one in value)
        return shortest(str(folder / _home(value)))

    def _severities(self, above: Keys, table: object) -> Iterator[tuple[str, Value]]:
        for rule, value in self._table(SEVERITY_TABLE, table, above):
            keys = (*above, SEVERITY_TABLE, rule)
            try:
                read = SEVERITY.read(value)
            except ValueError as error:
                self._wrong(keys, f"the severity of {rule} is {error}")
                continue
            yield f"{SEVERITY_TABLE}.{rule}", Value(read, self.at(*keys))

    def _rule_options(self, above: Keys, table: object) -> Iterator[tuple[str, Value]]:
        for rule, options in self._table(RULES_TABLE, table, above):
            keys = (*above, RULES_TABLE, rule)
            if not isinstance(options, Mapping):
                self._wrong(keys, f"[{RULES_TABLE}.{rule}] is a table of the rule's options")
                continue
            for option, value in options.items():
                name = f"{RULES_TABLE}.{rule}.{option}"
                yield name, Value(value, self.at(*keys, option))

    def _table(self, name: str, value: object, above: Keys = ()) -> list[tuple[str, Any]]:
        if isinstance(value, dict):
            return list(value.items())
        self._wrong((*above, name), f"{name} is {shown(value)}; it is a table: [{name}]")
        return []

    def _unknown(self, keys: Keys, dotted: str) -> None:
        section, _, inner = dotted.rpartition(".")
        if section:
            known = [name.rpartition(".")[2] for name in BY_NAME if name.startswith(f"{section}.")]
            where = f" in [{section}]"
        else:
            known, where, inner = list(TOP_LEVEL), "", dotted
        if dotted == "tool":  # copied out of a pyproject.toml
            message = "[tool.mtcheck] is for pyproject.toml; here the keys stand without that table"
            self._wrong((*keys, "mtcheck"), message)
            return
        hint = did_you(inner, known) or f"; there are {', '.join(sorted(known))}"
        self._wrong(keys, f"no key is called {inner!r}{where}{hint}")

    def _wrong(self, keys: Keys, message: str) -> None:
        self.problems.append(f"{self.at(*keys)}: {message}")
