"""Where a folder's configuration is. What it says is read (`mtcheck.config.files`) only where there
is one: most runs have none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.config.config_file import ConfigFile

NAMES = ("mtcheck.toml", ".mtcheck.toml", "pyproject.toml")
"""What a folder's configuration may be called; the first one there is counts."""


def config_in(folder: str) -> ConfigFile | None:
    """The folder's configuration. Raises ConfigError where it is broken."""
    for name in NAMES:
        path = os.path.join(folder, name)  # noqa: PTH118  one for each folder upwards
        if os.path.isfile(path):  # noqa: PTH113
            from mtcheck.config.files import read_config

            read = read_config(path)
            if read is not None:
                return read
    return None
