"""Where a report goes: standard output, or a file that is replaced whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def write_output(text: str, path: str | None) -> None:
    """Print the text, or write it to a file: a temporary one first, which then takes its name.

    Raises OSError where that cannot be done; the old file is then still whole.
    """
    if path is None:
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from mtcheck.writing import replace_file

    replace_file(Path(path), text.encode("utf-8"))


def wants_colour() -> bool:
    """Colour on a terminal alone, and not where NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
