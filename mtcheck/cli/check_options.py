"""Options of `mtcheck check` alone that decide which findings speak, when the run fails, what is
written, and what is mended."""

from __future__ import annotations

from typing import Annotated

import typer

from mtcheck.cli.completion import complete_of, complete_report
from mtcheck.cli.help import FIXING, REPORTING, RULES, VERDICT
from mtcheck.cli.options import one_of
from mtcheck.reporters import FORMATS
from mtcheck.rule import CONFIDENCES, SEVERITIES

Confidence = Annotated[
    str | None,
    typer.Option(
        callback=one_of(CONFIDENCES),
        autocompletion=complete_of(CONFIDENCES),
        rich_help_panel=RULES,
        help="The least sure findings to print: high, medium (those only where the article's "
        "origin is known; so it is without this) or low.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        callback=one_of((*SEVERITIES, "never")),
        autocompletion=complete_of((*SEVERITIES, "never")),
        rich_help_panel=VERDICT,
        help="Exit 1 for a finding of this severity or a graver one: minor (so it is without "
        "this), major, critical or never.",
    ),
]
FailUnder = Annotated[
    float | None,
    typer.Option(help="Exit 1 for a score of the run below this.", rich_help_panel=VERDICT),
]
Format = Annotated[
    str | None,
    typer.Option(
        callback=one_of(FORMATS),
        autocompletion=complete_of(FORMATS),
        help=f"One of {', '.join(FORMATS)}; text without this.",
        rich_help_panel=REPORTING,
    ),
]
OutputFormat = Annotated[
    str | None,
    typer.Option("--output-format", callback=one_of(FORMATS), hidden=True, help="As --format."),
]
Output = Annotated[
    str | None,
    typer.Option(
        help="Write the report to this file, not to standard output.",
        rich_help_panel=REPORTING,
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="FORMAT=FILE",
        autocompletion=complete_report,
        rich_help_panel=REPORTING,
        help="Write a report of this format to this file too; repeatable.",
    ),
]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix",
        help="Mend in the files what is safe to mend; with - print the mended text, and the "
        "report on standard error.",
        rich_help_panel=FIXING,
    ),
]
UnsafeFixes = Annotated[
    bool,
    typer.Option("--unsafe-fixes", help="Mend also what chooses words.", rich_help_panel=FIXING),
]
Diff = Annotated[
    bool,
    typer.Option(
        "--diff",
        help="Show what --fix would change, change nothing; exit 1 for any.",
        rich_help_panel=FIXING,
    ),
]
Readability = Annotated[
    bool | None,
    typer.Option(
        "--readability/--no-readability",
        show_default=False,
        help="Add textstat's readability measures.",
        rich_help_panel=REPORTING,
    ),
]
