"""What one configuration file says."""

from __future__ import annotations

import os
from typing import NamedTuple

from mtcheck.config.layers import Layer


class ConfigFile(NamedTuple):
    """What a file says, with what the files that it extends say.

    layer: for every file. per_path: (pattern, folder that it is told from, layer), the least
        important first.
    """

    path: str
    layer: Layer
    per_path: tuple[tuple[str, str, Layer], ...]


def shortest(path: str) -> str:
    """The path from the working folder, where it lies in it."""
    relative = os.path.relpath(path)
    return path if relative.startswith(os.pardir) else relative
