"""Where a report goes: standard output, or a file that is replaced whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path


def write_output(pieces: Iterable[str], path: str | None, *, aside: bool = False) -> None:
    """Print the text, which comes in pieces, or write it to a file: a temporary one first, which
    then takes its name.

    aside: print it on standard error. Raises OSError where it cannot be written; the old file is
    then still whole.
    """
    if path is None:
        stream = sys.stderr if aside else sys.stdout
        stream.writelines(pieces)
        stream.flush()
        return
    from mtcheck.writing import replace_in_pieces

    # A file's name may hold bytes that are no text; standard output tells them in the same way.
    replace_in_pieces(Path(path), (piece.encode("utf-8", "backslashreplace") for piece in pieces))


def wants_colour(choice: str = "auto", *, aside: bool = False) -> bool:
    """Colour where the caller says so; else where NO_COLOR (no-color.org) is not set, and
    FORCE_COLOR is or a person looks on. An empty variable counts as not set."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return (sys.stderr if aside else sys.stdout).isatty() and os.environ.get("TERM") != "dumb"
