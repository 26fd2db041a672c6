"""The report of a run that need not keep its documents: each is rendered as it comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.cli.spool import Spool

if TYPE_CHECKING:
    from mtcheck.finding import DocumentReport, Report
    from mtcheck.reporters.in_parts import InParts
    from mtcheck.run import OnDocument


class ToldInParts:
    """Takes the documents of a run as they come."""

    def __init__(self, parts: InParts) -> None:
        self._parts = parts
        self._spool = Spool()
        self._is_first = True

    def beside(self, other: OnDocument | None) -> OnDocument:
        """Who is to be told of each document: this, and the other."""

        def tell(document: DocumentReport) -> None:
            self._add(document)
            if other:
                other(document)

        return tell

    def _add(self, document: DocumentReport) -> None:
        between = "" if self._is_first else self._parts.between
        self._is_first = False
        self._spool.add(between + self._parts.of_document(document))

    def pieces(self, report: Report) -> Iterator[str]:
        """The rendered report, once the run is over."""
        yield self._parts.before(report)
        yield from self._spool
        yield self._parts.after(report)
