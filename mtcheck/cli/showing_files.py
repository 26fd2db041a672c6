"""`mtcheck check --show-files`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from mtcheck.cli.configuring import configuration_known
from mtcheck.cli.old_text import changes_since, old_text_known
from mtcheck.cli.options import CLEAN, UNREADABLE, complain
from mtcheck.reporters.display import visible
from mtcheck.run import files_to_check

if TYPE_CHECKING:
    from mtcheck.config import Configuration


def show_files(
    paths: Sequence[str], configuration: Configuration, changed_since: str | None
) -> typer.Exit:
    """Print the files, one a line, in the order in which they would be checked. The exit that
    follows."""
    is_whole = True
    with configuration_known(), old_text_known(""):
        files = files_to_check(paths, configuration, changes_since(changed_since))
    for file in files:
        if isinstance(file, str):
            print(visible(file))
        else:
            complain(file.path, file.message)
            is_whole = False
    return typer.Exit(CLEAN if is_whole else UNREADABLE)
