"""Files that are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replace the file by one that holds the data (see `replace_in_pieces`)."""
    replace_in_pieces(path, (data,))


def replace_in_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write the pieces into a temporary file beside it, which then takes its name. Raises OSError;
    the old file is then still whole.

    What is no file but a device or a pipe (/dev/null, a process substitution) is written to.
    """
    from tempfile import NamedTemporaryFile

    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    try:
        target = path.resolve()
    except RuntimeError:  # a link to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None
    if target.exists() and not os.access(target, os.W_OK):
        # Its folder would let it be replaced; whoever took the right to write meant the file.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with NamedTemporaryFile(
        "wb", dir=target.parent, prefix=f".{target.name}.", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        except BaseException:
            temporary.unlink()
            raise
    temporary.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
    temporary.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
