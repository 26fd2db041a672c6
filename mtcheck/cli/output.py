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
    from tempfile import NamedTemporaryFile

    target = Path(path)
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=target.parent, prefix=target.name, delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
        except BaseException:
            temporary.unlink()
            raise
    temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
    temporary.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def wants_colour() -> bool:
    """Colour on a terminal alone, and not where NO_COLOR is set (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
