"""Findings as diagnostics."""

from __future__ import annotations

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
)

from mtcheck.lsp.places import Placed
from mtcheck.lsp.positions import LineTable
from mtcheck.rule import Severity

SOURCE = "mtcheck"
SEVERITIES: dict[Severity, DiagnosticSeverity] = {
    "critical": DiagnosticSeverity.Error,
    "major": DiagnosticSeverity.Warning,
    "minor": DiagnosticSeverity.Information,
    "neutral": DiagnosticSeverity.Hint,
}


def diagnostic(placed: Placed, lines: LineTable, uri: str, page: str | None) -> Diagnostic:
    """What an editor shows of a finding. page: the address of its rule's documentation."""
    finding = placed.finding
    start, end = _visible_span(placed.start, placed.end, lines)
    return Diagnostic(
        range=lines.range(start, end),
        message=message(placed),
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
        tags=[DiagnosticTag.Unnecessary] if _is_to_go(placed) else None,
        related_information=[
            DiagnosticRelatedInformation(Location(uri, lines.range(first, last)), said)
            for first, last, said in placed.related
        ]
        or None,
        data={"rule": finding.rule, "fingerprint": finding.fingerprint},
    )


def message(placed: Placed) -> str:
    """What is wrong, and what to write instead where the rule knows."""
    finding = placed.finding
    source = placed.document.source_text
    said = [finding.message]
    if finding.suggestion:
        said.append(f"Better: {finding.suggestion}")
    for related in finding.related:
        if related.side == "source" and source is not None:
            said.append(f"{related.message}: {source[related.start : related.end]}")
    return "\n".join(said)


def _is_to_go(placed: Placed) -> bool:
    """Does the fix take out all the words that the finding marks? Editors show such text faded.
    A mark or two would be hard to see so."""
    edits = placed.fix.edits if placed.fix else ()
    return len(edits) == 1 and (
        not edits[0].text
        and " " in placed.finding.text
        and edits[0].start <= placed.start
        and placed.end <= edits[0].end
    )


def _visible_span(start: int, end: int, lines: LineTable) -> tuple[int, int]:
    """A place between two characters, where something is missing, widened to one of them: many
    editors show nothing of an empty range."""
    if start < end:
        return start, end
    line_start, line_end = lines.line_at(start)
    if start < line_end:
        return start, start + 1
    return max(line_start, start - 1), end
