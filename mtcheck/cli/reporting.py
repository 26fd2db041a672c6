"""The reports that a command was asked for: made, and put where they belong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from mtcheck.cli.options import UNREADABLE, complain
from mtcheck.reporters import FORMATS
from mtcheck.rule import SEVERITIES, Severity

if TYPE_CHECKING:
    from mtcheck.cli.telling import ToldInParts
    from mtcheck.finding import Report
    from mtcheck.reporters.in_parts import InParts

_COUNTED = ("text", "json")


class Display(NamedTuple):
    """How the report looks where a person reads it.

    colour: "auto", "always" or "never". quiet: findings alone. statistics: counts in their place.
    aside: the report goes to standard error, because standard output carries an article.
    suppressed: with the findings that do not count.
    """

    colour: str = "auto"
    quiet: bool = False
    statistics: bool = False
    aside: bool = False
    suppressed: bool = False


def parse_reports(values: Sequence[str] | None) -> list[tuple[str, str]]:
    """(format, path) of each FORMAT=FILE. Ends the command where one is none."""
    pairs = []
    for value in values or ():
        kind, _, path = value.partition("=")
        if kind not in FORMATS or not path:
            raise typer.BadParameter(
                f"{value!r} is no FORMAT=FILE with one of {', '.join(FORMATS)}"
            )
        pairs.append((kind, path))
    return pairs


def require_countable(format: str) -> None:
    """Ends the command where --statistics cannot be had in the format."""
    if format not in _COUNTED:
        raise typer.BadParameter(
            f"--statistics is made as {' or '.join(_COUNTED)}, not as {format}; "
            "write the report itself to a file with --report"
        )


def shown_of(report: Report, least: Severity, most: int | None, *, quiet: bool) -> Report:
    """What of the report is to be shown; how much is not is said on standard error."""
    if least == SEVERITIES[0] and most is None:
        return report
    from mtcheck.cli.shown import fewer

    shown, said = fewer(report, least, most)
    if said and not quiet:
        print(f"mtcheck: {said}", file=sys.stderr)
    return shown


def write_report(
    report: Report,
    format: str,
    output: str | None,
    display: Display,
    told: ToldInParts | None = None,
) -> bool:
    """Print the report, or write it to the file `output`. Could it be? Why not was then said.

    told: what was made of the documents as they came; they are then not in the report."""
    from mtcheck.cli.output import write_output

    is_written = format != "github" or _has_step_summary(report)
    pieces = told.pieces(report) if told else (_rendered(report, format, output, display),)
    try:
        write_output(pieces, output, aside=display.aside)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(output or "standard output", f"cannot be written: {error.strerror}")
        return False
    return is_written


def _has_step_summary(report: Report) -> bool:
    """Write the summary that a step of GitHub Actions shows, where there is one. Could it be?"""
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if not summary:
        return True
    from mtcheck.reporters.github import step_summary

    try:
        with Path(summary).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(step_summary(report))
    except OSError as error:
        complain(summary, f"cannot be written: {error.strerror}")
        return False
    return True


def parts_of(format: str, output: str | None, display: Display) -> InParts | None:
    """The report's format document by document; None where it has to see them all."""
    from mtcheck.cli.output import wants_colour

    if display.statistics:
        return None
    colour = output is None and wants_colour(display.colour, aside=display.aside)
    if format == "text":
        from mtcheck.reporters import text

        return text.in_parts(
            colour=colour, summary=not display.quiet, suppressed=display.suppressed
        )
    if format == "concise":
        from mtcheck.reporters import concise

        return concise.in_parts(colour=colour)
    if format == "json":
        from mtcheck.reporters import json

        return json.in_parts()
    if format == "jsonl":
        from mtcheck.reporters import jsonl

        return jsonl.in_parts()
    return None


def _rendered(report: Report, format: str, output: str | None, display: Display) -> str:
    from mtcheck.reporters import reporter

    if display.statistics:
        from mtcheck.reporters import statistics

        if format == "json":
            return statistics.render_json(report)
        return statistics.render(report, verdict=not display.quiet)
    if parts := parts_of(format, output, display):
        return parts.whole(report)
    if format == "github" and display.quiet:
        from mtcheck.reporters.github import render as render_commands

        return render_commands(report, summary=False)
    return reporter(format)(report)


def end(*, unreadable: bool, failed: bool, exit_zero: bool) -> typer.Exit:
    """The exit that a run has earned."""
    from mtcheck.cli.options import CLEAN, FINDINGS

    if unreadable:
        return typer.Exit(UNREADABLE)
    return typer.Exit(FINDINGS if failed and not exit_zero else CLEAN)
