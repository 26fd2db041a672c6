"""The kinds of value that a key can have: what is accepted, what is said of anything else, and how
JSON Schema puts it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

Schema = dict[str, Any]


class Kind(NamedTuple):
    """label: for tables in the documentation. read: the value as the program takes it; raises
    ValueError, whose message goes on after "KEY is …"."""

    label: str
    schema: Schema
    read: Callable[[object], object]


def shown(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(shown, value))}]"
    if isinstance(value, str):
        from mtcheck.reporters.safe_json import json_text

        return json_text(value, None)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f'{shown(value)}; write text in quotation marks: "…"')
    if not value:
        raise ValueError("empty; leave the key out, or give it a value")
    if "\0" in value:
        raise ValueError(f"{shown(value)}; no name or path holds a NUL character")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{shown(value)}; write true or false")
    return value


TEXT = Kind("text", {"type": "string", "minLength": 1}, _text)
FLAG = Kind("true or false", {"type": "boolean"}, _flag)


def number(least: float, most: float | None = None, *, whole: bool = False) -> Kind:
    """A number of at least `least` and, where told, at most `most`."""
    limits = f"{least:g} or more" if most is None else f"{least:g} to {most:g}"
    noun = "a whole number" if whole else "a number"

    def read(value: object) -> float:
        wanted = (int,) if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, wanted):
            raise ValueError(f"{shown(value)}; write {noun}, {limits}")
        if not value >= least or (most is not None and not value <= most):
            raise ValueError(f"{shown(value)}; it may be {limits}")
        return value if whole else float(value)

    schema: Schema = {"type": "integer" if whole else "number", "minimum": least}
    return Kind(f"{noun}, {limits}", schema | ({} if most is None else {"maximum": most}), read)


def choice(*values: str) -> Kind:
    """One of a few words."""

    def read(value: object) -> str:
        if value not in values:
            raise ValueError(
                f"{shown(value)}; it may be {', '.join(values)}{did_you(value, values)}"
            )
        return str(value)

    label = ", ".join(f"`{value}`" for value in values)
    return Kind(f"one of {label}", {"enum": list(values)}, read)


def list_of(kind: Kind, plural: str) -> Kind:
    """A list whose members are all of one kind."""

    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{shown(value)}; write a list: [{shown(value)}]")
        return tuple(kind.read(member) for member in value)

    return Kind(f"list of {plural}", {"type": "array", "items": kind.schema}, read)


def did_you(word: object, known: Iterable[str]) -> str:
    """ "; did you mean …?" where something known is near."""
    from difflib import get_close_matches

    close = get_close_matches(str(word).replace("_", "-").lower(), list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _language(value: object) -> str:
    from mtcheck.language.data import LanguageTagError, normalized_tag

    try:
        return normalized_tag(_text(value))
    except LanguageTagError:
        problem = "which is no language tag; write one such as en, en-GB or fr-CA"
        raise ValueError(f"{shown(value)}, {problem}") from None


def _encoding(value: object) -> str:
    from mtcheck.readers.files import is_text_encoding

    name = _text(value)
    if not is_text_encoding(name):
        raise ValueError(f"{shown(name)}, which is no encoding that Python knows")
    return name


def _columns(value: object) -> str:
    from mtcheck.readers.tables import parse_columns

    parse_columns(_text(value))
    return str(value)


def _glob(value: object) -> str:
    import re

    from mtcheck.config.globs import matches

    pattern = _text(value)
    try:
        matches("", pattern.removeprefix("!"))
    except re.error as error:
        raise ValueError(f"{shown(pattern)}, which is no pattern: {error.msg}") from None
    return pattern


LANGUAGE = Kind("language tag", TEXT.schema, _language)
ENCODING = Kind("encoding", TEXT.schema, _encoding)
COLUMNS = Kind("text", TEXT.schema, _columns)
RULES = list_of(Kind("rule", {"$ref": "#/$defs/rule"}, _text), "rules or families")
PATHS = list_of(TEXT, "paths")
GLOB = Kind("pattern", TEXT.schema, _glob)
GLOBS = list_of(GLOB, "patterns")
