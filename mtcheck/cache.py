"""Remembers what was made of data files, so that the next run need not make it again.

One file a thing under $MTCHECK_CACHE_DIR, or the user's cache folder; an empty MTCHECK_CACHE_DIR
turns it off. It holds nothing of the user's texts; what was found in those is kept beside it by
`mtcheck.results`. What is stored is used only if program, Python and data files are the very ones
it was made from; a file that cannot be read, is damaged or cannot be written is as good as none.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from mtcheck import __version__

Made = TypeVar("Made")
_CHECKSUM = 4


def remembered(name: str, files: Iterable[Path], make: Callable[[], Made]) -> Made:
    """What `make` returns, made now or before from these same files.

    name: of the file in the cache. make: returns what marshal can store: tuples, lists,
    dictionaries, strings and numbers.
    """
    folder = cache_folder()
    if folder is None:
        return make()
    key = (__version__, sys.version, tuple(_state(path) for path in files))
    path = folder / f"{name}.marshal"
    found = _read(path)
    if isinstance(found, tuple) and len(found) == 2 and found[0] == key:
        made: Made = found[1]
        return made
    made = make()
    _write(path, marshal.dumps((key, made)))  # type: ignore[arg-type]
    return made


def cache_folder() -> Path | None:
    """Where things are remembered; None where the user wants nothing remembered."""
    chosen = os.environ.get("MTCHECK_CACHE_DIR")
    if chosen is not None:
        return Path(chosen) if chosen else None
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(home) / "mtcheck" if not home.startswith("~") else None


def _state(path: Path) -> tuple[str, int, int]:
    status = path.stat()
    return str(path), status.st_mtime_ns, status.st_size


def _read(path: Path) -> object:
    try:
        data = memoryview(path.read_bytes())
    except OSError:
        return None
    if crc32(data[_CHECKSUM:]).to_bytes(_CHECKSUM, "big") != data[:_CHECKSUM]:
        return None
    try:
        return marshal.loads(data[_CHECKSUM:])
    except (ValueError, EOFError, TypeError):
        return None


def _write(path: Path, data: bytes) -> None:
    # Processes of two containers may share the folder and have the same number.
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{os.urandom(4).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(crc32(data).to_bytes(_CHECKSUM, "big") + data)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
