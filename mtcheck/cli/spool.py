"""Text that is made while a run goes on and printed at its end, in little memory."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, FileIO

_MOST_HELD = 200_000
_ENCODING = "utf-8", "surrogatepass"  # articles may hold lone surrogates


class Spool:
    """Pieces of text, given back in their order. What is more than 200,000 characters waits in a
    temporary file; where none can be written, in memory."""

    def __init__(self) -> None:
        self._held: list[str] = []
        self._length = 0
        self._file: FileIO | None = None
        self._written: list[int] = []
        self._may_write = True

    def add(self, text: str) -> None:
        """The next piece."""
        self._held.append(text)
        self._length += len(text)
        if self._length > _MOST_HELD and self._may_write:
            self._put_aside()

    def _put_aside(self) -> None:
        from tempfile import TemporaryFile

        data = "".join(self._held).encode(*_ENCODING)
        rest = memoryview(data)
        try:
            if self._file is None:
                # Without a buffer nothing is left to be written when the disk is full.
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115  closed with the spool
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._may_write = False
            return
        self._written.append(len(data))
        self._held.clear()
        self._length = 0

    def __iter__(self) -> Iterator[str]:
        if self._file is not None:
            self._file.seek(0)
            written = BufferedReader(self._file)
            for length in self._written:
                yield written.read(length).decode(*_ENCODING)
        yield from self._held
