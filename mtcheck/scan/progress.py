"""How far a scan is, as it tells whoever looks on."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Progress(NamedTuple):
    """records, words: of this run. done: the share of the corpus, by bytes, 0 to 1; resumed: what
    of it was done before; None: not known."""

    records: int
    words: int
    done: float | None = None
    resumed: float = 0.0


OnProgress = Callable[[Progress], None]
