"""`mtcheck check --watch`: check again when a file changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import typer

_PAUSE = 0.3
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"

Snapshot = dict[str, tuple[int, int] | None]


def watch(files: Callable[[], Iterable[str]], check: Callable[[], object]) -> NoReturn:
    """Call check now and after each change, until Ctrl-C (KeyboardInterrupt).

    files: names those that count, each time anew: one that appears or goes is a change too.
    check: may end with typer.Exit, which only ends that round.
    """
    while True:
        # Taken before the check: what changes meanwhile is not missed.
        seen = snapshot(files())
        if sys.stdout.isatty():
            print(_CLEAR, end="", flush=True)
        try:
            check()
        except typer.Exit as ended:
            outcome = {0: "clean", 1: "findings"}.get(ended.exit_code, "not all was checked")
            print(f"mtcheck: {outcome}; waiting for a change (Ctrl-C ends)", file=sys.stderr)
        while snapshot(files()) == seen:
            time.sleep(_PAUSE)


def snapshot(files: Iterable[str]) -> Snapshot:
    """Time of change (ns) and size of each file; None for one that is not there."""
    found: Snapshot = {}
    for file in files:
        try:
            status = Path(file).stat()
        except OSError:
            found[file] = None
        else:
            found[file] = (status.st_mtime_ns, status.st_size)
    return found


def files_under(paths: Iterable[str]) -> list[str]:
    """The articles under the paths as they are now, and the paths themselves."""
    from mtcheck.finding import ReadFailure
    from mtcheck.readers.files import find_files

    found = list(paths)
    for path in found.copy():
        found += [file for file in find_files(path) if not isinstance(file, ReadFailure)]
    return found
