"""One line on a person's terminal that says how far a long run is, and is gone when it ends."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, TextIO

from mtcheck.reporters.display import visible, width

if TYPE_CHECKING:
    from mtcheck.finding import DocumentReport

_PATIENCE = 1.0
_PAUSE = 0.1
_ERASE = "\r\x1b[K"


def is_watched(stream: TextIO) -> bool:
    """Does a person look on? A CI job's log can call itself a terminal and is none."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("TERM") != "dumb"


class Progress:
    """Called with each article; draws from the second second on, ten times a second at most."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._begun = time.monotonic()
        self._next = self._begun + _PATIENCE
        self._articles = self._words = 0
        self._drawn = False

    def __call__(self, document: DocumentReport) -> None:
        self._articles += 1
        self._words += document.words
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE
        rate = self._words / (now - self._begun)
        self._draw(
            f"{self._articles:,} articles · {self._words:,} words · {rate:,.0f} words/s · ",
            visible(document.path or "text"),
        )

    def _draw(self, facts: str, path: str) -> None:
        import shutil

        room = shutil.get_terminal_size().columns - 1 - width(facts)
        while path and width(path) > room:
            path = f"…{path[2:]}" if len(path) > 2 else ""
        self._stream.write(f"{_ERASE}{facts}{path}")
        self._stream.flush()
        self._drawn = True

    def end(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write(_ERASE)
            self._stream.flush()
            self._drawn = False
