"""The options that say which configuration counts, and what the command line lays over it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.help import RUNNING
from mtcheck.cli.options import UNREADABLE, names, rules_known

if TYPE_CHECKING:
    from mtcheck.config.found import FoundConfiguration

ConfigPath = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="This configuration file for all, in place of those found upwards from each file.",
        rich_help_panel=RUNNING,
    ),
]
NoConfig = Annotated[
    bool,
    typer.Option(
        "--no-config",
        "--isolated",
        help="No configuration file at all.",
        rich_help_panel=RUNNING,
    ),
]


@contextmanager
def configuration_known() -> Iterator[None]:
    """Ends the command where a configuration is broken, a rule unknown or a rule file of no use."""
    from mtcheck.config import ConfigError
    from mtcheck.reporters.display import in_short, visible

    try:
        with rules_known():
            yield
    except ConfigError as error:
        for problem in error.problems:
            print(f"mtcheck: {visible(in_short(problem))}", file=sys.stderr)
        raise typer.Exit(UNREADABLE) from None


def found_configuration(
    paths: Sequence[str],
    file: str | None,
    isolated: bool,
    given: Mapping[str, object],
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
) -> FoundConfiguration:
    """What is in force for the paths. Ends the command where the configuration is broken.

    given: values by the names of the configuration's keys; None, or an empty list, is not given.
    select: only these, whatever a configuration says; ignore: these beside those that it ignores.
    """
    from mtcheck.config.found import FoundConfiguration

    if file is not None and isolated:
        raise typer.BadParameter("--config names a file, --no-config wants none: give one of them")
    values: dict[str, object] = {"select": names(select), "extend-ignore": names(ignore), **given}
    told = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in values.items()
        if value is not None and value != () and value != []
    }
    with configuration_known():
        configuration = FoundConfiguration(told, paths, file=file, isolated=isolated)
        configuration.of_run()
        return configuration
