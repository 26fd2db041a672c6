"""The options for living with old text: a baseline, a branch's own changes, what is suppressed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.help import REPORTING, VERDICT
from mtcheck.cli.options import UNREADABLE, complain

if TYPE_CHECKING:
    from mtcheck.changes import Changes
    from mtcheck.finding import Report

Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Old findings, which do not count: a file that `mtcheck baseline` wrote.",
        rich_help_panel=VERDICT,
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        "--changed-since",
        metavar="REV",
        help="Only files that differ from where this branch, tag or commit of git was left, and "
        "only findings on lines that changed.",
        rich_help_panel=VERDICT,
    ),
]
ShowSuppressed = Annotated[
    bool,
    typer.Option(
        "--show-suppressed",
        help="Print also the findings that a comment or the baseline suppresses (text).",
        rich_help_panel=REPORTING,
    ),
]


@contextmanager
def old_text_known(baseline: str) -> Iterator[None]:
    """Ends the command where the baseline or the revision is of no use."""
    try:
        yield
    except ValueError as error:
        from mtcheck.baseline import BaselineError
        from mtcheck.changes import ChangesError

        if not isinstance(error, BaselineError | ChangesError):
            raise
        complain(baseline if isinstance(error, BaselineError) else "--changed-since", str(error))
        raise typer.Exit(UNREADABLE) from None


def changes_since(revision: str | None) -> Changes | None:
    """What changed since the branch was left there; None where that is not asked. Raises
    ChangesError."""
    if revision is None:
        return None
    from mtcheck.changes import Changes

    return Changes(revision)


def say_what_is_old(report: Report) -> None:
    """How much of the baseline is left, on standard error."""
    if report.old_findings is None:
        return
    left, gone = report.old_findings.counts()
    advice = "; `mtcheck baseline --update` takes them out" if gone else ""
    complain(report.old_findings.path, f"{counted(left)} left, {gone} gone{advice}")


def counted(number: int) -> str:
    """ "1 old finding", "2 old findings"."""
    return f"{number:,} old finding{'' if number == 1 else 's'}"
