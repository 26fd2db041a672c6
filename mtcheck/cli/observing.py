"""Who is told of each article while a run goes on: a progress line, or --verbose."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.config import Configuration
    from mtcheck.run import OnDocument


@contextmanager
def observed(
    configuration: Configuration, *, verbose: bool, quiet: bool
) -> Iterator[OnDocument | None]:
    """What to hand to `check_paths` as on_document. Progress is drawn for a person alone: never on
    a pipe, never in CI."""
    if verbose:
        from mtcheck.cli.verbosity import Narrator

        yield Narrator(configuration)
        return
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from mtcheck.cli.progress import Progress, is_watched

    if not is_watched(sys.stderr):
        yield None
        return
    progress = Progress()
    try:
        yield progress
    finally:
        progress.end()
