"""Options that decide how a run over many articles is done, and not what it finds."""

from __future__ import annotations

from typing import Annotated

import typer

from mtcheck.cli.help import RUNNING


def _jobs(value: str) -> str:
    from mtcheck.jobs import parsed_jobs

    try:
        parsed_jobs(value)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None
    return value


Jobs = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        callback=_jobs,
        help="Check with so many processes; auto (or 0): with one for each core, where it pays. "
        "What is found is the same.",
        rich_help_panel=RUNNING,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Check everything anew, also what did not change, and remember nothing.",
        rich_help_panel=RUNNING,
    ),
]
