"""The files of a corpus: found, told apart, opened whatever they are compressed with."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol

from mtcheck.scan import ScanError
from mtcheck.scan.arrow import load

InputFormat = Literal["jsonl", "parquet"]
SUFFIXES = (".jsonl", ".ndjson", ".parquet")
COMPRESSED = (".gz", ".zst")
STATE_FOLDER = ".mtcheck-scan"
"""Of a folder that a scan writes to; what lies in such a folder is no corpus."""
_GZIP, _ZSTD, _PARQUET = b"\x1f\x8b", b"\x28\xb5\x2f\xfd", b"PAR1"
_COMPRESSED_AT_ONCE = 4096
"""Bytes; a zstd block of a few bytes can hold 128 kB."""
_WINDOW = 1 << 27
DAMAGES = (OSError, EOFError, zlib.error)


class Input(NamedTuple):
    """A file as it was when the scan began. name: its path as text, for tables and messages.

    problem: why it cannot be read at all; "" where it can.
    """

    path: str
    name: str
    size: int = 0
    modified: int = 0
    problem: str = ""

    def is_changed(self) -> bool:
        """Is it no longer the file that it was?"""
        return _input(self.path)[2:4] != (self.size, self.modified)


def find_inputs(paths: Iterable[str], output: str) -> tuple[Input, ...]:
    """Each file under each path, in order, once. Folders are walked in alphabetical order; hidden
    files, links to folders and what scans wrote are passed over. Raises ScanError for a path that
    holds nothing."""
    found: dict[str, Input] = {}
    own = os.path.realpath(output)
    for path in paths:
        if path == "-":
            raise ScanError("standard input cannot be read again from its middle; name a file")
        if not Path(path).is_dir():
            found.setdefault(os.path.realpath(path), _input(path))
            continue
        closed: list[OSError] = []
        files = list(_walked(path, own, closed))
        for error in closed:
            folder = str(error.filename)
            problem = f"cannot be opened: {error.strerror}"
            found.setdefault(folder, Input(folder, _name(folder), problem=problem))
        if not files and not closed:
            kinds = ", ".join(SUFFIXES)
            raise ScanError(
                f"{_name(path)}: no corpus in this folder; a scan looks for {kinds}, also "
                f"{' and '.join(COMPRESSED)}"
            )
        for file in files:
            found.setdefault(os.path.realpath(file), _input(file))
    return tuple(found.values())


def _walked(path: str, own: str, closed: list[OSError]) -> Iterator[str]:
    for folder, subfolders, names in os.walk(path, onerror=closed.append):
        if STATE_FOLDER in subfolders or os.path.realpath(folder) == own:
            subfolders.clear()
            continue
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            stem = name.lower()
            for suffix in COMPRESSED:
                stem = stem.removesuffix(suffix)
            if stem.endswith(SUFFIXES) and not name.startswith("."):
                file = os.path.join(folder, name)  # noqa: PTH118
                if os.path.isfile(file):  # noqa: PTH113
                    yield file


def _input(path: str) -> Input:
    name = _name(path)
    try:
        status = Path(path).stat()
        if not Path(path).is_file():
            return Input(path, name, problem="is no file that can be read twice")
        with Path(path).open("rb"):
            return Input(path, name, status.st_size, status.st_mtime_ns)
    except FileNotFoundError:
        return Input(path, name, problem="there is no such file; check the path")
    except OSError as error:
        return Input(path, name, problem=f"cannot be read: {error.strerror}")


def _name(path: str) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def format_of(path: str) -> InputFormat:
    """Told by how the file begins. Raises OSError."""
    with Path(path).open("rb") as stream:
        return "parquet" if stream.read(len(_PARQUET)) == _PARQUET else "jsonl"


class Lines(Protocol):
    """A file of lines, decompressed."""

    def readline(self, limit: int = -1, /) -> bytes: ...
    def read(self, size: int = -1, /) -> bytes: ...


class OpenFile(NamedTuple):
    """raw: the file; its position tells how much has been read. lines: what it holds."""

    raw: BinaryIO
    lines: Lines

    def skip(self, offset: int) -> None:
        """Go on at an offset of what the file holds."""
        if self.lines is self.raw:
            self.raw.seek(offset)
            return
        while offset > 0:
            got = len(self.lines.read(min(offset, 1 << 20)))
            if not got:
                return
            offset -= got


def open_lines(path: str) -> OpenFile:
    """The file decompressed, as it is read: never as a whole. Raises OSError; ScanError where
    zstandard is missing."""
    raw = Path(path).open("rb")  # noqa: SIM115  closed by who reads it
    magic = raw.read(4)
    raw.seek(0)
    if magic.startswith(_GZIP):
        return OpenFile(raw, io.BufferedReader(gzip.GzipFile(fileobj=raw)))
    if magic == _ZSTD:
        return OpenFile(raw, io.BufferedReader(_Zstandard(raw), 1 << 17))
    return OpenFile(raw, raw)


class _Zstandard(io.RawIOBase):
    """Frames of zstd one after the other; one that is cut off raises EOFError."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._library = load("zstandard")
        self._frame = self._new()
        self._is_inside = False
        self._ready = memoryview(b"")

    def _new(self) -> object:
        return self._library.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        while not self._ready:
            data = self._raw.read(_COMPRESSED_AT_ONCE)
            if not data:
                if self._is_inside:
                    raise EOFError("the file ends in the middle of a frame")
                return 0
            self._ready = memoryview(self._decompressed(data))
        count = min(len(view), len(self._ready))
        view[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _decompressed(self, data: bytes) -> bytes:
        pieces = []
        while data:
            self._is_inside = True
            try:
                pieces.append(self._frame.decompress(data))  # type: ignore[attr-defined]
            except self._library.ZstdError as error:
                raise OSError(f"is no zstd: {error}") from None
            data = b""
            if self._frame.eof:  # type: ignore[attr-defined]
                data = self._frame.unused_data  # type: ignore[attr-defined]
                self._frame, self._is_inside = self._new(), False
        return b"".join(pieces)
