"""`mtcheck config`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.options import one_of


def config(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH]",
            help="A file or folder; without it the working folder.",
            show_default=False,
        ),
    ] = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text (TOML) or json.")
    ] = "text",
    schema: Annotated[
        bool,
        typer.Option("--schema", help="Print the JSON Schema of the configuration, for editors."),
    ] = False,
) -> None:
    """Print the settings that are in force for a file, and where each was said."""
    if schema:
        from mtcheck.config.schema import json_schema_text

        sys.stdout.write(json_schema_text())
        return
    import os

    from mtcheck.config.showing import as_json, as_toml

    named = path or "."
    inside = os.path.join(named, "*") if os.path.isdir(named) else named  # noqa: PTH112, PTH118
    configuration = found_configuration([named], config, no_config, {})
    with configuration_known():
        configuration.of_file(inside)
        values, file = configuration.values_of(inside), configuration.file_of(inside)
    show = as_json if format == "json" else as_toml
    sys.stdout.write(show(named, file, values))
