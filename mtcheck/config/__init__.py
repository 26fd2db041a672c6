"""What is in force: for the run, and for each of its files."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.readers import ReadOptions
from mtcheck.settings import Settings


class InForce(NamedTuple):
    """How a file is read and checked. format: of the report, for a run."""

    settings: Settings
    options: ReadOptions
    format: str = "text"


class ConfigError(ValueError):
    """A configuration that is broken; each of the problems is one line that names the file."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Configuration:
    """What the caller chose, for every file alike."""

    def __init__(self, settings: Settings, options: ReadOptions) -> None:
        self._in_force = InForce(settings, options)

    def of_run(self) -> InForce:
        """What decides of the run as a whole: when it fails, how its score is made."""
        return self._in_force

    def of_file(self, path: str) -> InForce:
        """What is in force for the file at the path (as it was given). Raises ConfigError."""
        return self._in_force

    def file_of(self, path: str) -> str | None:
        """The configuration file that is in force for the file at the path, if there is one."""
        return None

    def takes(self, path: str, *, named: bool) -> bool | None:
        """Is the file one to check? None: its name decides. named: the caller named it, and it was
        not found in a folder."""
        return None

    def enters(self, folder: str) -> bool:
        """Are there files to look for in the folder?"""
        return True
