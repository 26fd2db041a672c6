"""The command `mtcheck`: what holds for all its commands (`mtcheck.cli.commands`)."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from mtcheck.cli.commands import LazyCommands

app = typer.Typer(
    name="mtcheck",
    cls=LazyCommands,
    help="Finds what betrays a machine translation in a news article, says why, and scores it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from mtcheck import __version__

        print(f"mtcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


def _say_no_more() -> None:
    """What is still to be printed goes nowhere, or Python would try again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """The entry point: UTF-8 out on every platform, a closed pipe ends quietly, a full disk with a
    word."""
    # Word lists are ten thousands of small objects that live to the end: not worth collecting.
    gc.set_threshold(100_000)
    # A caller may have closed them (>&-): then nobody reads what they are told.
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; nothing more can be said, not even at exit.
        _say_no_more()
        sys.exit(0)
    except OSError as error:
        if error.filename is not None:
            raise  # a file that somebody opens unguarded is a bug
        _say_no_more()
        print(f"mtcheck: standard output: cannot be written: {error.strerror}", file=sys.stderr)
        sys.exit(2)
    finally:
        # Nor worth looking through once more at exit.
        gc.freeze()
