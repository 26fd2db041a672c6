"""The command `mtcheck`. One module a command; this page binds them together."""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from mtcheck.cli import (
    baseline,
    check,
    compare,
    config,
    evaluate,
    explain,
    init,
    lsp,
    rules,
    score,
    test,
)
from mtcheck.cli.help import GroupedCommand

app = typer.Typer(
    name="mtcheck",
    help="Finds what betrays a machine translation in a news article, says why, and scores it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check", cls=GroupedCommand)(check.check)
app.command("rules")(rules.rules)
app.command("explain")(explain.explain)
app.command("test")(test.test)
app.command("baseline", cls=GroupedCommand)(baseline.baseline)
app.command("score")(score.score)
app.command("compare")(compare.compare)
app.command("eval")(evaluate.evaluate)
app.command("config")(config.config)
app.command("init")(init.init)
app.command("lsp")(lsp.lsp)


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


def main() -> None:
    """The entry point: UTF-8 out on every platform, a closed pipe ends quietly."""
    # Word lists are ten thousands of small objects that live to the end: not worth collecting.
    gc.set_threshold(100_000)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        # The reader has gone; nothing more can be said, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    finally:
        # Nor worth looking through once more at exit.
        gc.freeze()
