"""Reporters that tell a run document by document, so that none of them need be kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mtcheck.finding import DocumentReport, Report


def _nothing(report: Report) -> str:
    return ""


class InParts(NamedTuple):
    """The parts of a report: what stands before the documents, each of them, what stands between
    two of them, and what comes last. `before` and `after` do not ask for the documents."""

    of_document: Callable[[DocumentReport], str]
    between: str = ""
    before: Callable[[Report], str] = _nothing
    after: Callable[[Report], str] = _nothing

    def whole(self, report: Report) -> str:
        """The report in one piece."""
        documents = self.between.join(map(self.of_document, report.documents))
        return f"{self.before(report)}{documents}{self.after(report)}"
