"""The workers of a run: started as they are needed, fed, listened to and ended."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from pickle import PicklingError
from typing import TYPE_CHECKING, Any, NamedTuple

from mtcheck.checking import Checked
from mtcheck.jobs.worker import READY, NewSettings, Raised, Task, serve
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_FAREWELL = 2.0
Batch = deque[tuple[int, Task]]
"""Tasks with the numbers by which their outcomes are told."""


class Died(NamedTuple):
    """The worker of an article ended before it told what it found. how: in words."""

    how: str


class NotDone(NamedTuple):
    """The article could not be checked there; whoever asked must check it."""


Outcome = Checked | Died | NotDone


def start_method() -> str:
    """How workers are started: "fork" where it is safe, since what the parent has loaded is there
    at once and shared; elsewhere "spawn"."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return "fork"
    return "spawn"


class _Worker:
    """One process. batch: what it was handed and has not told of."""

    def __init__(self, process: BaseProcess, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.batch: Batch = deque()
        self.known: set[int] = set()
        self.is_ready = False


class Workers:
    """At most `most` processes. A context manager: leaving it ends them all."""

    def __init__(self, most: int, method: str | None = None) -> None:
        self.method = method or start_method()
        self._context: Any = multiprocessing.get_context(self.method)
        self._most = most
        self._workers: list[_Worker] = []
        self._waiting: deque[Batch] = deque()
        self._settings: list[Settings] = []
        self._numbers: dict[int, int] = {}

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *raised: object) -> None:
        """A worker that has nothing to do ends by itself when its connection closes; what is at
        work is stopped, since nobody waits for it any more."""
        for worker in self._workers:
            if worker.batch:
                worker.process.terminate()
            worker.connection.close()
        for worker in self._workers:
            worker.process.join(_FAREWELL)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def number_of(self, settings: Settings) -> int:
        """What to call the settings in a `Task`."""
        number = self._numbers.get(id(settings))
        if number is None:
            number = self._numbers[id(settings)] = len(self._settings)
            self._settings.append(settings)
        return number

    @property
    def is_hungry(self) -> bool:
        """Is there room for more work?"""
        return len(self._waiting) < 2

    @property
    def is_busy(self) -> bool:
        """Is there anything that an outcome will be told of?"""
        return bool(self._waiting) or any(worker.batch for worker in self._workers)

    def submit(self, tasks: Sequence[tuple[int, Task]], *, first: bool = False) -> None:
        """Have the tasks done. first: before all that waits."""
        batch = deque(tasks)
        if first:
            self._waiting.appendleft(batch)
        else:
            self._waiting.append(batch)

    def outcomes(self, *, patient: bool) -> Iterator[tuple[int, Outcome]]:
        """Hand out what waits, and tell what has come back. patient: wait till something has."""
        yield from self._hand_out()
        watched = {worker.connection: worker for worker in self._workers}
        heard: list[Any] = []
        if watched:
            heard = wait(watched, None if patient and self.is_busy else 0)
        for connection in heard:
            worker = watched[connection]
            try:
                told = worker.connection.recv()
            except (EOFError, OSError):
                yield from self._buried(worker)
                continue
            if told == READY:
                worker.is_ready = True
            else:
                number, _ = worker.batch.popleft()
                yield number, NotDone() if isinstance(told, Raised) else told
        yield from self._hand_out()

    def _hand_out(self) -> Iterator[tuple[int, Outcome]]:
        """Only to a worker that has nothing to tell: two that write to each other would wait for
        ever."""
        while self._waiting:
            worker = next((worker for worker in self._workers if not worker.batch), None)
            if worker is None and len(self._workers) < self._most:
                worker = self._started()
            if worker is None:
                if not self._workers:  # none can be started
                    for number, _ in self._waiting.popleft():
                        yield number, NotDone()
                    continue
                return
            batch = self._waiting.popleft()
            try:
                self._tell_settings(worker, batch)
                worker.connection.send([task for _, task in batch])
            except OSError:
                self._waiting.appendleft(batch)
                yield from self._buried(worker)
            except (PicklingError, TypeError, AttributeError):
                for number, _ in batch:  # settings of a caller that no process can be sent
                    yield number, NotDone()
            else:
                worker.batch = batch

    def _tell_settings(self, worker: _Worker, batch: Batch) -> None:
        for number in {task.settings for _, task in batch} - worker.known:
            worker.connection.send(NewSettings(number, _portable(self._settings[number])))
            worker.known.add(number)

    def _started(self) -> _Worker | None:
        """A new worker; None where the system does not grant one, and from then on no more."""
        ours, theirs = self._context.Pipe()
        others = [worker.connection for worker in self._workers] + [ours]
        is_forked = self.method == "fork"
        process = self._context.Process(
            target=serve, args=(theirs, others if is_forked else (), is_forked), daemon=True
        )
        try:
            with _interrupts_held():
                process.start()
        except OSError:
            self._most = len(self._workers)
            ours.close()
            return None
        finally:
            theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _buried(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        """The worker has ended by itself: what it was at is told, what it had before it is done by
        another."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join(_FAREWELL)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        if not worker.is_ready:
            # It never began: no article is to blame, and another would fare no better.
            self._most = min(self._most, len(self._workers))
        elif worker.batch:
            number, _ = worker.batch.popleft()
            yield number, Died(_how(worker.process.exitcode))
        if worker.batch:
            self._waiting.appendleft(worker.batch)


def _how(code: int | None) -> str:
    if code is None or code >= 0:
        return f"ended with code {code}"
    with suppress(ValueError):
        return f"was ended by {signal.Signals(-code).name}"
    return f"was ended by signal {-code}"


def _portable(settings: Settings) -> Settings:
    """The same settings as another process can be sent them."""
    plain: dict[str, Any] = {
        name: dict(value)
        for name, value in settings._asdict().items()
        if isinstance(value, Mapping)
    }
    return settings._replace(**plain)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Until the new process says itself that it leaves Ctrl-C to its parent."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
