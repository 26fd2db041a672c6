"""What is in force: for the run, and for each of its files."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.readers import ReadOptions
from mtcheck.settings import Settings


class InForce(NamedTuple):
    """How a file is read and checked."""

    settings: Settings
    options: ReadOptions


class Configuration:
    """What the caller chose, for every file alike."""

    def __init__(self, settings: Settings, options: ReadOptions) -> None:
        self._in_force = InForce(settings, options)

    def of_run(self) -> InForce:
        """What decides of the run as a whole: when it fails, how its score is made."""
        return self._in_force

    def of_file(self, path: str) -> InForce:
        """What is in force for the file at the path (as it was given)."""
        return self._in_force
