"""What .gitignore files name: a site's built pages, caches and drafts are no articles.

As git has it: the files count from the repository's root down to the folder in question, and of
all lines that fit, the last decides. Git's other lists (`.git/info/exclude`, that of the user) are
of a person and not of the project; a run must not depend on them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from mtcheck.limits import read_at_most

_NAME = ".gitignore"


class GitIgnored:
    """The .gitignore files of the repositories that are walked; each is read once."""

    def __init__(self) -> None:
        self._of_folder: dict[str, tuple[tuple[str, tuple[str, ...]], ...] | None] = {}

    def names(self, path: str, *, is_folder: bool = False) -> bool:
        """Does git ignore this file or folder by its own name?

        Not by that of a folder above: who names an ignored folder wants what is in it.
        """
        path = os.path.abspath(path)  # noqa: PTH100
        ignored = False
        for base, patterns in self._files(os.path.dirname(path)) or ():  # noqa: PTH120
            below = os.path.relpath(path, base).replace(os.sep, "/") + "/" * is_folder
            ignored = _decided(below, patterns, ignored)
        return ignored

    def _files(self, folder: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
        """(folder, patterns) of the .gitignore files from the root of the repository down to the
        folder; None outside of any repository."""
        if folder not in self._of_folder:
            is_root = os.path.exists(os.path.join(folder, ".git"))  # noqa: PTH110, PTH118
            above = os.path.dirname(folder)  # noqa: PTH120
            inherited = () if is_root else self._files(above) if above != folder else None
            own = tuple(_patterns(folder)) if inherited is not None else ()
            if inherited is not None and own:
                inherited = (*inherited, (folder, own))
            self._of_folder[folder] = inherited
        return self._of_folder[folder]


def _decided(below: str, patterns: tuple[str, ...], ignored: bool) -> bool:
    from mtcheck.config.globs import is_named_itself

    for pattern in patterns:
        takes_back = pattern.startswith("!")
        if ignored == takes_back and is_named_itself(below, pattern.removeprefix("!")):
            ignored = not takes_back
    return ignored


def _patterns(folder: str) -> Iterator[str]:
    """The lines of the folder's .gitignore that are patterns; one that is broken matches nothing,
    as in git."""
    import re

    from mtcheck.config.globs import matches

    try:
        lines = read_at_most(Path(folder, _NAME)).decode("utf-8", "replace").splitlines()
    except OSError:
        return
    for line in lines:
        pattern = line if line.endswith("\\ ") else line.rstrip()
        if not pattern or pattern.startswith("#"):
            continue
        pattern = re.sub(r"^\\([#!])", r"[\1]", pattern).replace("\\ ", " ")
        try:
            matches("", pattern.removeprefix("!"))
        except re.error:
            continue
        yield pattern
