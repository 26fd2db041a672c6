"""Corpora: millions of articles, in parts, by workers or on an engine.

`check_batch` is the seam for engines: Arrow record batch in, Arrow record batch out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mtcheck.scan.batch import check_batch, result_schema

__all__ = ["ScanError", "check_batch", "result_schema"]


class ScanError(ValueError):
    """What ends a scan, or keeps it from beginning; the message says what to do about it."""


def __getattr__(name: str) -> Any:
    """pyarrow is loaded only where record batches are asked for."""
    if name not in ("check_batch", "result_schema"):
        raise AttributeError(f"module 'mtcheck.scan' has no attribute {name!r}")
    from mtcheck.scan import batch

    return getattr(batch, name)
