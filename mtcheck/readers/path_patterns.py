"""Paths in which {name} stands for the names of several files: news/{name}.fr.txt."""

from __future__ import annotations

import os
import re

NAME_MARK = "{name}"


def is_pattern(path: str) -> bool:
    """Does {name} stand in the path for the names of several files?"""
    return NAME_MARK in path and not os.path.exists(path)  # noqa: PTH110


def files_of_pattern(pattern: str) -> list[str]:
    """The files that the pattern names, in alphabetical order."""
    from glob import escape, glob

    head, *rest = pattern.split(NAME_MARK)
    found = glob("*".join([escape(head), *map(escape, rest)]))  # noqa: PTH207  the paths are to begin as the pattern does
    return sorted(path for path in found if name_in(pattern, path) is not None)


def name_in(pattern: str, path: str) -> str | None:
    """What {name} stands for in the path; where it stands twice, twice for the same."""
    head, *rest = (re.escape(part) for part in pattern.split(NAME_MARK))
    found = re.fullmatch(head + "([^/]+)" + r"\1".join(rest), path)
    return found[1] if found else None
