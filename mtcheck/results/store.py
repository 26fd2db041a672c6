"""Files of results under one folder: replaced whole, read only if they are as they were written,
and not too many."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.results.plain import Plain

_HEAD = b"mtcheck-results "
_DIGEST = 16
_OTHERS_MAY_WRITE = 0o022
_DAY = 24 * 3600
_HOUR = 3600
_MONTH = 30 * _DAY
_LIMIT = 512 * 1024 * 1024
"""Bytes of all files together, from which the oldest go."""
_LEFT = 0.8
_STAMP = "pruned"


class Store:
    """The files in a folder. What cannot be read is not there; what cannot be written is not kept.

    limit: bytes of all files together.
    """

    def __init__(self, folder: Path, limit: int = _LIMIT) -> None:
        self._folder = folder
        self._limit = limit
        self._written = 0

    @classmethod
    def at(cls, folder: Path, limit: int = _LIMIT) -> Store | None:
        """The store; None where the folder cannot be made, or others may write into it."""
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            status = folder.stat()
        except OSError:
            return None
        if hasattr(os, "geteuid") and (
            status.st_uid != os.geteuid() or status.st_mode & _OTHERS_MAY_WRITE
        ):
            return None
        return cls(folder, limit)

    def name_of(self, digest: bytes, path: str) -> str:
        """The name of what is kept for a file of articles. digest: of program and settings."""
        told = digest + path.encode("utf-8", "surrogateescape")
        return blake2b(told, digest_size=_DIGEST).hexdigest()

    def read(self, name: str) -> dict[str, Plain]:
        """What was written under the name; {} where that is gone or damaged."""
        path = self._path(name)
        try:
            with open(path, "rb") as file:  # noqa: PTH123  thousands of files
                data = file.read()
                if os.fstat(file.fileno()).st_mtime < time.time() - _DAY:
                    os.utime(path)  # it is in use
        except OSError:
            return {}
        head = len(_HEAD) + 2 * _DIGEST
        body = data[head:]
        if data[:head] != _HEAD + _checksum(body):
            return {}
        try:
            found = json.loads(body)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, name: str, results: Mapping[str, Plain]) -> None:
        """Keep the results under the name, in place of what was there."""
        body = json.dumps(results, separators=(",", ":")).encode("ascii")
        path = self._path(name)
        temporary = f"{path}.{os.urandom(6).hex()}"
        try:
            try:
                file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            except FileNotFoundError:
                os.mkdir(os.path.dirname(path), 0o700)  # noqa: PTH102, PTH120
                file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(file, "wb") as stream:
                stream.write(_HEAD + _checksum(body) + body)
            os.replace(temporary, path)  # noqa: PTH105
            self._written += len(body)
        except OSError:
            with suppress(OSError):
                os.unlink(temporary)  # noqa: PTH108

    def prune(self) -> None:
        """Once a day, or after much was written: take away what nobody used for a month, what runs
        that were killed have left, and the oldest of too much."""
        if not self._written:
            return
        stamp = self._folder / _STAMP
        now = time.time()
        with suppress(OSError):
            if stamp.stat().st_mtime > now - _DAY and self._written < self._limit / 10:
                return
        with suppress(OSError):
            stamp.touch(0o600)
        self._prune(now)

    def _prune(self, now: float) -> None:
        files = sorted(self._files())
        total = sum(size for _, size, _ in files)
        room = self._limit * _LEFT if total > self._limit else self._limit
        for changed, size, path in files:
            is_left_over = "." in os.path.basename(path)  # noqa: PTH119
            oldest = now - (_HOUR if is_left_over else _MONTH)
            if total > room or changed < oldest:
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108
                    total -= size

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """(time of change, size, path) of each."""
        for folder in os.scandir(self._folder):
            if not folder.is_dir(follow_symlinks=False):
                continue
            for entry in os.scandir(folder.path):
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, entry.path

    def _path(self, name: str) -> str:
        return f"{self._folder}/{name[:2]}/{name[2:]}"


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_DIGEST).hexdigest().encode("ascii")
