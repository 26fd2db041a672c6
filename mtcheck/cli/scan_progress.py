"""One line on a person's terminal: how far a scan is, how fast, and how long it will take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from mtcheck.cli.progress import is_watched
from mtcheck.reporters.wording import plural
from mtcheck.scan.progress import OnProgress, Progress

_PAUSE = 0.5
_ERASE = "\r\x1b[K"


@contextmanager
def watched(*, quiet: bool) -> Iterator[OnProgress | None]:
    """What to hand to the scan. It draws for a person alone: never on a pipe, never in CI."""
    if quiet or not sys.stderr.isatty() or not is_watched(sys.stderr):
        yield None
        return
    line = _Line(sys.stderr)
    try:
        yield line
    finally:
        line.end()


class _Line:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._begun = time.monotonic()
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        import shutil

        room = shutil.get_terminal_size().columns - 1
        self._stream.write(f"{_ERASE}{told(progress, now - self._begun)[:room]}")
        self._stream.flush()

    def end(self) -> None:
        """Take the line away."""
        self._stream.write(_ERASE)
        self._stream.flush()


def told(progress: Progress, seconds: float) -> str:
    """ "12.5 % · 10,000 documents · 95 documents/s · 40,000 words/s · 1:02:03 left"."""
    facts = []
    if progress.done is not None:
        facts.append(f"{100 * progress.done:.1f} %")
    facts.append(plural(progress.records, "document"))
    if seconds > 0:
        facts.append(f"{progress.records / seconds:,.0f} documents/s")
        facts.append(f"{progress.words / seconds:,.0f} words/s")
    if progress.done is not None and progress.done > progress.resumed and progress.records:
        left = seconds * (1 - progress.done) / (progress.done - progress.resumed)
        minutes, rest = divmod(round(left), 60)
        hours, minutes = divmod(minutes, 60)
        facts.append(f"{hours}:{minutes:02}:{rest:02} left")
    return " · ".join(facts)
