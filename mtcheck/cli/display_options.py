"""Options of `mtcheck check` that decide how a run looks and behaves, not what it finds."""

from __future__ import annotations

from typing import Annotated

import typer

from mtcheck.cli.completion import complete_of
from mtcheck.cli.help import READING, REPORTING, RUNNING, VERDICT
from mtcheck.cli.options import one_of
from mtcheck.rule import SEVERITIES

COLOURS = ("auto", "always", "never")


StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="Read standard input (-) as though it were the file of this name: its format, "
        "language, configuration and source are found by the name.",
        rich_help_panel=READING,
    ),
]
ExitZero = Annotated[
    bool,
    typer.Option(
        "--exit-zero",
        help="Exit 0 even where there are findings; 2 still says that something was not checked.",
        rich_help_panel=VERDICT,
    ),
]
Statistics = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help="Print how many findings each rule and family has in place of the findings "
        "(text or json).",
        rich_help_panel=REPORTING,
    ),
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        help="Print findings and errors, and nothing else: no scores, no verdict, no progress.",
        rich_help_panel=REPORTING,
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Say on standard error what was read and how: configuration, language, origin, time, "
        "and which rules held back.",
        rich_help_panel=REPORTING,
    ),
]
Colour = Annotated[
    str,
    typer.Option(
        "--color",
        callback=one_of(COLOURS),
        autocompletion=complete_of(COLOURS),
        help="auto (on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for it), always or "
        "never.",
        rich_help_panel=REPORTING,
    ),
]
MinSeverity = Annotated[
    str | None,
    typer.Option(
        "--min-severity",
        metavar="SEVERITY",
        callback=one_of(SEVERITIES),
        autocompletion=complete_of(SEVERITIES),
        help="Show no finding less grave than this; exit code and score count them all.",
        rich_help_panel=REPORTING,
    ),
]
MaxFindings = Annotated[
    int | None,
    typer.Option(
        "--max-findings",
        metavar="N",
        min=0,
        help="Show the gravest N findings, and say how many more there are.",
        rich_help_panel=REPORTING,
    ),
]
ShowFiles = Annotated[
    bool,
    typer.Option(
        "--show-files",
        help="List the files that would be checked, and check none.",
        rich_help_panel=RUNNING,
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="GLOB",
        help="Pass over these too in folders, beside what the configuration excludes; repeatable.",
        rich_help_panel=READING,
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch",
        "-w",
        help="Check again whenever one of the files changes, until Ctrl-C.",
        rich_help_panel=RUNNING,
    ),
]
