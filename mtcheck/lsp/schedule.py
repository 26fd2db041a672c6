"""When which document is checked: soon after the typing stops, one at a time, the newest state.

The checks run in one thread beside the event loop, so that the editor is always answered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

from mtcheck.lsp.checking import Checked

_PAUSE = 0.2
_LONGEST_PAUSE = 2.0
"""Seconds without a change before a check begins: the more, the longer the last one took."""

Check = Callable[[], Checked]
"""Checks the state that it was made for; runs in the thread."""


class Schedule:
    """prepare: makes the check of a document's present state, None where it has been closed.
    finished: takes what was found in it; not called where a newer state came in between.
    """

    def __init__(
        self,
        prepare: Callable[[str], Awaitable[Check | None]],
        finished: Callable[[str, Checked], None],
    ) -> None:
        self._prepare = prepare
        self._finished = finished
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._results: dict[str, Checked] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="mtcheck")

    def soon(self, uri: str, *, now: bool = False) -> None:
        """Check the document once nothing more was typed for a while, or at once."""
        self._cancel(uri)
        last = self._results.get(uri)
        pause = 0.0 if now else min(_LONGEST_PAUSE, max(_PAUSE, last.seconds if last else 0))
        task = asyncio.get_running_loop().create_task(self._run(uri, pause))
        self._tasks[uri] = task
        task.add_done_callback(lambda done: self._forget_task(uri, done))

    def forget(self, uri: str) -> None:
        """The document was closed."""
        self._cancel(uri)
        self._results.pop(uri, None)

    def last(self, uri: str) -> Checked | None:
        """What was found in the last state that was checked."""
        return self._results.get(uri)

    async def settled(self, uri: str) -> Checked | None:
        """What was found in the newest state, once it has been checked."""
        while task := self._tasks.get(uri):
            await asyncio.wait([task])
        return self._results.get(uri)

    async def aside(self, work: Callable[[], object]) -> None:
        """Do something else in the thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def stop(self) -> None:
        """Begin no check any more."""
        for uri in list(self._tasks):
            self._cancel(uri)
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _run(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        check = await self._prepare(uri)
        if check is None:
            return
        loop = asyncio.get_running_loop()
        checked = await loop.run_in_executor(self._thread, check)
        self._results[uri] = checked
        self._finished(uri, checked)

    def _cancel(self, uri: str) -> None:
        if task := self._tasks.pop(uri, None):
            task.cancel()

    def _forget_task(self, uri: str, done: asyncio.Task[None]) -> None:
        if self._tasks.get(uri) is done:
            del self._tasks[uri]
        if not done.cancelled():
            done.exception()
