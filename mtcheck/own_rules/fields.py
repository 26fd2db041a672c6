"""Reads the values of a TOML table, and says in plain words what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any


class FieldError(ValueError):
    """A value that cannot be used. key: of the value, where one is to blame; text: what to look
    for in the file to find the place."""

    def __init__(self, message: str, key: str = "", text: str = "") -> None:
        super().__init__(message)
        self.key = key
        self.text = text


class Fields:
    """A table of known keys. The methods raise FieldError for a value of the wrong kind."""

    def __init__(self, table: Mapping[str, Any], known: Iterable[str]) -> None:
        """Raises FieldError for a key that is not known, and suggests one that is."""
        self._table = table
        known = tuple(known)
        for key in table:
            if key not in known:
                close = get_close_matches(key.replace("_", "-"), known, n=1)
                hint = f"did you mean {close[0]}?" if close else f"known are {', '.join(known)}"
                raise FieldError(f"unknown key {key!r}; {hint}", key)

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def raw(self, key: str) -> Any:
        return self._table.get(key)

    def text(self, key: str, default: str = "") -> str:
        value = self._table.get(key, default)
        if not isinstance(value, str) or (key in self._table and not value.strip()):
            raise FieldError(f"{key} must be a text that is not empty", key)
        return value

    def choice(self, key: str, choices: Iterable[str], default: str) -> str:
        choices = tuple(choices)
        value = self._table.get(key, default)
        if value not in choices:
            raise FieldError(f"{key} is {value!r}; write {' or '.join(choices)}", key)
        return str(value)

    def switch(self, key: str) -> bool:
        value = self._table.get(key, False)
        if not isinstance(value, bool):
            raise FieldError(f"{key} must be true or false, without quotation marks", key)
        return value

    def number(self, key: str) -> int | None:
        value = self._table.get(key)
        if value is not None and (type(value) is not int or value < 1):
            raise FieldError(f"{key} must be a number of 1 or more", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text will do."""
        value = self._table.get(key, [])
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(v, str) and v for v in values):
            raise FieldError(f"{key} must be a text or a list of texts", key)
        return tuple(values)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts, or a list of texts, to which "" is joined then."""
        value = self._table.get(key, {})
        if not isinstance(value, dict):
            return tuple((text, "") for text in self.texts(key))
        for name, content in value.items():
            if not isinstance(content, str):
                raise FieldError(f"{key}: to {name!r} belongs a text in quotation marks", key, name)
        return tuple(value.items())
