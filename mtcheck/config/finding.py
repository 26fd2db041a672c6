"""Where a folder's configuration is. What it says is read (`mtcheck.config.files`) only where there
is one: most runs have none."""

from __future__ import annotations

import os
from typing import NamedTuple

from mtcheck.config.layers import Layer

NAMES = ("mtcheck.toml", ".mtcheck.toml", "pyproject.toml")
"""What a folder's configuration may be called; the first one there is counts."""


class ConfigFile(NamedTuple):
    """What a file says, with what the files that it extends say.

    layer: for every file. per_path: (pattern, folder that it is told from, layer), the least
        important first.
    """

    path: str
    layer: Layer
    per_path: tuple[tuple[str, str, Layer], ...]


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


def shortest(path: str) -> str:
    """The path from the working folder, where it lies in it."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative
