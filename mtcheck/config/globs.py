"""Patterns of paths as .gitignore has them.

`*` and `?` stand for anything but /, `**` for any folders, `[a-z]` for one of these. A pattern with
a / before its end is told from the folder that it belongs to, one without holds at any depth; / at
the end means folders. What matches a folder matches all in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def matches(path: str, pattern: str) -> bool:
    """Does the pattern name the path, or a folder that it lies in? path: with /, from the folder
    that the pattern is told from; one outside of it (../x) never matches."""
    return not path.startswith("../") and _regex(pattern).match(path) is not None


def is_named_itself(path: str, pattern: str) -> bool:
    """Does the pattern name the path itself, and not only a folder that it lies in? path: with / at
    the end for a folder."""
    return _regex(pattern).fullmatch(path) is not None


def named_by(path: str, patterns: Iterable[str]) -> bool:
    """Do the patterns, taken together, name the path? One that begins with ! takes back what
    those before it named."""
    named = False
    for pattern in patterns:
        if pattern.startswith("!"):
            named = named and not matches(path, pattern[1:])
        else:
            named = named or matches(path, pattern)
    return named


@cache
def _regex(pattern: str) -> re.Pattern[str]:
    """A regular expression that never tries two ways: what comes before another * or ** is taken
    where it first stands ((?>...) keeps to that), so that no pattern can take for ever."""
    body = pattern.removeprefix("./").rstrip("/")
    parts = [part for part in body.split("/") if part]
    first, *others = _runs(parts if "/" in body or not parts else ["**", *parts])
    regex = "/".join(first) if parts else "(?:.*/)?"
    for index, run in enumerate(others):
        is_last = index == len(others) - 1
        if not run:
            regex += "/.+" if first else ".+"
        elif is_last:
            regex += ("/" if first else "") + "(?:.*/)?" + "/".join(run)
        else:
            regex += ("/" if first else "") + f"(?>(?:.*?/)??{'/'.join(run)}(?=/))"
        first = first or run
    return re.compile(regex + ("/" if pattern.endswith("/") else "(?:/|$)"), re.DOTALL)


def _runs(parts: list[str]) -> list[list[str]]:
    """The names of a pattern, as regular expressions, between its **; several ** in a row are as
    good as one."""
    runs: list[list[str]] = [[]]
    for index, part in enumerate(parts):
        if part != "**":
            runs[-1].append(_part(part))
        elif index == 0 or parts[index - 1] != "**":
            runs.append([])
    return runs


def _part(part: str) -> str:
    """One name of the pattern as a regular expression."""
    pieces, at = [""], 0
    while at < len(part):
        char, at = part[at], at + 1
        if char == "*":
            if len(pieces) == 1 or pieces[-1]:
                pieces.append("")
        elif char == "?":
            pieces[-1] += "[^/]"
        elif char == "[" and (end := part.find("]", at + 1)) > 0:
            inside = part[at:end].replace("\\", "\\\\")
            inside = "^/" + inside[1:] if inside[0] in "!^" else inside
            pieces[-1] += f"[{inside}]"
            at = end + 1
        else:
            pieces[-1] += re.escape(char)
    first, *others = pieces
    found = "".join(f"(?>[^/]*?{piece})" for piece in others[:-1])
    return first + found + (f"[^/]*{others[-1]}" if others else "")
