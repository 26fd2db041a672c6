"""How much of a file is read. What holds more is refused before it fills the memory: a file that
grew by mistake, one that a stranger made so, a device that never ends."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path

LARGEST_FILE = 100
"""MB (1,048,576 bytes) of a file of articles, a glossary or a baseline; the caller may say more."""
LARGEST_SETTINGS = 16
"""MB of a configuration, a rule file, a .gitignore."""
_MEGABYTE = 1024**2


class TooLargeError(OSError):
    """A file that holds more than it may; `strerror` says how much."""

    def __init__(self, path: str, most: int, size: int | None = None) -> None:
        has = "holds more" if size is None else f"has {_in_words(size)}, more"
        super().__init__(errno.EFBIG, f"it {has} than the {_in_words(most * _MEGABYTE)} allowed")
        self.filename = path


def read_at_most(path: str | Path, most: int = LARGEST_SETTINGS) -> bytes:
    """The content of the file. most: MB that it may have.

    Raises TooLargeError, and OSError where it cannot be read.
    """
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "its name holds a NUL character", str(path))
    with Path(path).open("rb") as stream:
        return all_of(stream, str(path), most)


def all_of(stream: BufferedReader, path: str, most: int) -> bytes:
    """What is left of the stream. path: for the error. Raises as `read_at_most` does."""
    limit = most * _MEGABYTE
    status = os.fstat(stream.fileno())
    has_size = stat.S_ISREG(status.st_mode) and status.st_size > 0
    if has_size and status.st_size > limit:
        raise TooLargeError(path, most, status.st_size)
    data = stream.read() if has_size else stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(path, most)
    return data


def _in_words(size: int) -> str:
    return f"{size / _MEGABYTE:,.4g} MB" if size < 10_000 * _MEGABYTE else f"{size >> 20:,} MB"
