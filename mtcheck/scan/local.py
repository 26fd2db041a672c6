"""The engine that is always there: worker processes of this machine."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from pathlib import Path

from mtcheck.scan import ScanError
from mtcheck.scan.parts import Part
from mtcheck.scan.work import Result, Work, save, saved

_AHEAD = 3
"""Parts that wait for each worker."""
_MOST_WAITING = 1000
_work: Work | None = None


def run(
    parts: Iterator[Part], work: Work, path_of: Callable[[int], Path], jobs: int
) -> Iterator[tuple[Part, Result, bool]]:
    """(each part in order, its result, was it there from an earlier run?); a result is saved as
    soon as it is there, whatever the order. path_of: where the result of a part is saved.

    Raises ScanError where a worker dies, OSError where a result cannot be saved.
    """
    if jobs == 1:
        for part in parts:
            path, identity = path_of(part.number), part.identity()
            result = saved(path, identity)
            if result:
                yield part, result, True
                continue
            result = work.of_part(part)
            save(result, identity, path)
            yield part, result, False
        return
    # Not forked: libraries that have threads of their own may hold a lock just then.
    context = get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(work,))
    try:
        yield from _pooled(parts, path_of, pool, jobs)
    except BrokenProcessPool:
        raise ScanError(
            "a worker was ended from outside, perhaps for want of memory; the same call goes on "
            "from here, with fewer --jobs it needs less"
        ) from None
    except BaseException:
        for child in active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pooled(
    parts: Iterator[Part], path_of: Callable[[int], Path], pool: ProcessPoolExecutor, jobs: int
) -> Iterator[tuple[Part, Result, bool]]:
    waiting: deque[tuple[Part, Future[None] | None]] = deque()
    running = 0
    for part in parts:
        path = path_of(part.number)
        if saved(path, part.identity()):
            waiting.append((_light(part), None))
        else:
            running += 1
            waiting.append((_light(part), pool.submit(_do, part, path)))
        while waiting and (
            running >= jobs * _AHEAD or len(waiting) > _MOST_WAITING or _is_ready(waiting[0][1])
        ):
            running -= waiting[0][1] is not None
            yield _finished(*waiting.popleft(), path_of)
    while waiting:
        yield _finished(*waiting.popleft(), path_of)


def _light(part: Part) -> Part:
    """Without what it holds, which its worker has."""
    return part._replace(piece=part.piece._replace(lines=(), table=b""))


def _is_ready(future: Future[None] | None) -> bool:
    return future is None or future.done()


def _finished(
    part: Part, future: Future[None] | None, path_of: Callable[[int], Path]
) -> tuple[Part, Result, bool]:
    if future:
        future.result()
    result = saved(path_of(part.number), part.identity())
    if result is None:
        raise ScanError(f"{path_of(part.number)} has gone or was changed by another program")
    return part, result, future is None


def _begin(work: Work) -> None:
    """Of a worker: what it works by. It ends with the process that began it, however that ends."""
    global _work
    _work = work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
    os._exit(1)


def _do(part: Part, path: Path) -> None:
    assert _work is not None
    save(_work.of_part(part), part.identity(), path)
