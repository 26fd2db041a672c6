"""The process that checks articles for a run: it is handed them and tells what it found."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtcheck.checking import Checked, Place, check_article, without_texts
from mtcheck.document import Document
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mtcheck.bilingual.memory import Earlier

READY = "ready"
_LOOK_FOR_PARENT = 0.5
_FIRST_TO_GO = "500"


class Task(NamedTuple):
    """One article. settings: the number under which the worker was told them."""

    document: Document
    place: Place
    settings: int
    earlier: Mapping[str, Earlier] | None = None


class NewSettings(NamedTuple):
    """Settings that the tasks after this may name."""

    number: int
    settings: Settings


class Raised(NamedTuple):
    """In place of what was found: checking the article raised this."""

    what: str


def serve(connection: Connection, others: Iterable[Connection], is_forked: bool) -> None:
    """Check what comes until the other side closes the connection.

    Takes `NewSettings` and lists of `Task`; tells `READY`, then of each task in turn a `Checked`
    without the texts, or a `Raised`.
    others: connections of the parent that a fork opened here too: an end that is open twice would
        not be seen to close.
    """
    _leave_signals_to_parent()
    if is_forked:
        for other in others:
            with suppress(OSError):
                other.close()
    else:
        import gc

        gc.set_threshold(100_000)  # as the command does, and why
    _let_go_first()
    _end_with_parent()
    with suppress(EOFError, OSError):
        connection.send(READY)
        _work(connection)
    # What a fork took over is the parent's to end; nothing of it is to run a second time here.
    os._exit(0)


def _work(connection: Connection) -> None:
    settings: dict[int, Settings] = {}
    while True:
        told: Any = connection.recv()
        if isinstance(told, NewSettings):
            settings[told.number] = told.settings
            continue
        for task in told:
            connection.send(_done(task, settings[task.settings]))


def _done(task: Task, settings: Settings) -> Checked | Raised:
    try:
        checked = check_article(task.document, settings, task.place, task.earlier)
        return checked._replace(report=without_texts(checked.report))
    except Exception as error:
        return Raised(f"{type(error).__name__}: {error}")


def _leave_signals_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the parent alone acts on it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _let_go_first() -> None:
    """Where memory runs out, Linux is to end a worker and not the run."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)


def _end_with_parent() -> None:
    """A parent that was killed leaves no worker behind, also one that is at work."""
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()
    if parent is None:
        return
    number = parent.pid

    def look() -> None:
        while parent.is_alive() and (os.name == "nt" or os.getppid() == number):
            time.sleep(_LOOK_FOR_PARENT)
        os._exit(1)

    Thread(target=look, daemon=True).start()
