"""Spreads work over processes; the results come back in the order of the input."""

from collections.abc import Callable, Iterable, Iterator
from multiprocessing import Pool
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item], processes: int
) -> Iterator[Result]:
    """function(item) of each item, in order. `function` must be a module's own."""
    if processes <= 1:
        yield from map(function, items)
        return
    with Pool(processes) as pool:
        yield from pool.imap(function, items, chunksize=16)
