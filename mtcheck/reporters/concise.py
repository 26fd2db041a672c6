"""A finding a line, as grep and the error lists of editors read it, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.finding import DocumentReport, Report
from mtcheck.reporters.display import RESET, SEVERITY_COLOURS, visible
from mtcheck.reporters.in_parts import InParts
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import source_in_words


def render(report: Report, *, colour: bool = False) -> str:
    """`path:line:column: severity rule: message`, in order; "" where nothing was found."""
    return in_parts(colour=colour).whole(report)


def in_parts(*, colour: bool = False) -> InParts:
    """The same, document by document."""
    return InParts(lambda document: "".join(f"{line}\n" for line in _lines(document, colour)))


def _lines(document: DocumentReport, colour: bool) -> Iterator[str]:
    index = LineIndex.of(document) if document.findings else None
    for finding in document.findings:
        message = finding.message + source_in_words(document, finding)
        if finding.suggestion:
            message += f" Better: {finding.suggestion}"
        place = index.place_of(finding) if index else ""
        severity: str = finding.severity
        if colour:
            severity = f"{SEVERITY_COLOURS[severity]}{severity}{RESET}"
        said = visible(" ".join(message.split()))
        yield f"{visible(document.name)}:{place}: {severity} {finding.rule}: {said}"
