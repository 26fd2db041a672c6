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
    body = pattern.removeprefix("./").rstrip("/")
    is_anchored = "/" in body
    parts = [part for part in body.split("/") if part]
    regex = "" if is_anchored else "(?:.*/)?"
    for index, part in enumerate(parts):
        is_last = index == len(parts) - 1
        if part == "**":
            regex += ".+" if is_last else "(?:.*/)?"
        else:
            regex += _part(part) + ("" if is_last else "/")
    return re.compile(regex + ("/" if pattern.endswith("/") else "(?:/|$)"), re.DOTALL)


def _part(part: str) -> str:
    """One name of the pattern as a regular expression."""
    out, at = "", 0
    while at < len(part):
        char, at = part[at], at + 1
        if char == "*":
            out += "[^/]*"
        elif char == "?":
            out += "[^/]"
        elif char == "[" and (end := part.find("]", at + 1)) > 0:
            inside = part[at:end].replace("\\", "\\\\")
            inside = "^/" + inside[1:] if inside[0] in "!^" else inside
            out += f"[{inside}]"
            at = end + 1
        else:
            out += re.escape(char)
    return out
