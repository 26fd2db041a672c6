"""On which line of a TOML file a key stands; `tomllib` does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

Keys = tuple[str, ...]

_NAME = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*\[{{1,2}}\s*({_DOTTED})\s*\]{{1,2}}")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_PART = re.compile(_NAME)
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""' + r"|'''.*?'''" + r'|"(?:[^"\\\n]|\\.)*"' + r"|'[^'\n]*'"
    r"|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)


def lines_of_keys(text: str) -> dict[Keys, int]:
    """The line, from 1, of each key and table of a TOML text, by its full name.

    A key in an inline table is not told; its line is that of the table.
    """
    lines: dict[Keys, int] = {}
    table: Keys = ()
    for number, line in _logical_lines(text):
        if header := _HEADER.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault(table + _parts(key[1]), number)
    return lines


def line_of(keys: Keys, lines: dict[Keys, int]) -> int | None:
    """The line of the key, or of the nearest that holds it."""
    while keys:
        if keys in lines:
            return lines[keys]
        keys = keys[:-1]
    return None


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """(number, text) of each line that does not lie in a string or list of several lines."""
    number = begin = 1
    start = depth = 0
    for token in _TOKEN.finditer(text + "\n"):
        mark = token.group()
        if mark == "\n":
            number += 1
            if depth <= 0:
                yield begin, text[start : token.start()]
                start, begin, depth = token.end(), number, 0
        elif mark in "[{":
            depth += 1
        elif mark in "]}":
            depth -= 1
        else:
            number += mark.count("\n")


def _parts(dotted: str) -> Keys:
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(dotted))
