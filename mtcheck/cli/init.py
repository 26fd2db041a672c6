"""`mtcheck init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mtcheck.cli.options import UNREADABLE, complain

_FILE, _PROJECT = "mtcheck.toml", "pyproject.toml"


def init(
    pyproject: Annotated[
        bool,
        typer.Option("--pyproject", help="Append a section to pyproject.toml instead."),
    ] = False,
) -> None:
    """Write a first configuration, mtcheck.toml, in which everything is explained and nothing yet
    changed. What is there is never overwritten."""
    from mtcheck.config import ConfigError
    from mtcheck.config.finding import config_in
    from mtcheck.config.starting import starting_file
    from mtcheck.writing import replace_file

    try:
        existing = config_in(str(Path.cwd()))
    except ConfigError as error:
        name = error.problems[0].partition(":")[0]
        complain(name, "there is a configuration already, and it is broken: see mtcheck config")
        raise typer.Exit(UNREADABLE) from None
    if existing:
        complain(Path(existing.path).name, "there is a configuration already; it was left as it is")
        raise typer.Exit(UNREADABLE)
    path = Path(_PROJECT if pyproject else _FILE)
    try:
        before = path.read_bytes() if path.exists() else b""
        if before and not before.endswith(b"\n"):
            before += b"\n"
        text = starting_file(in_pyproject=pyproject)
        newline = "\r\n" if b"\r\n" in before else "\n"
        addition = (("\n" if before else "") + text).replace("\n", newline).encode()
        replace_file(path, before + addition)
    except OSError as error:
        complain(str(path), f"cannot be written: {error.strerror}")
        raise typer.Exit(UNREADABLE) from None
    done = "a section [tool.mtcheck] was added" if before else "written"
    print(f"{path}: {done}; `mtcheck config` prints what is in force")
