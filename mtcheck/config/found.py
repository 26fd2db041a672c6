"""What is in force, layer by layer: defaults, configuration file, its tables for paths, command
line."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtcheck.config import ConfigError, Configuration, InForce
from mtcheck.config.config_file import ConfigFile, shortest
from mtcheck.config.finding import config_in
from mtcheck.config.layers import COMMAND_LINE, PASSED_OVER, Layer, Value, laid_over
from mtcheck.config.making import in_force
from mtcheck.readers.files import STANDARD_INPUT

if TYPE_CHECKING:
    from mtcheck.config.gitignored import GitIgnored


class FoundConfiguration(Configuration):
    """The command line over the nearest configuration file of each file.

    command_line: values by the names of the keys, as the keys' kinds read them.
    paths: what the run was asked to check; where the working folder has no configuration, that of
        the first of them decides of the run.
    file: one configuration file for all, in place of those that are found; its patterns are told
        from the working folder. isolated: no file at all.

    Raises ConfigError, here or in any method, for a configuration that is broken.
    """

    def __init__(
        self,
        command_line: Mapping[str, object],
        paths: Sequence[str] = (),
        *,
        file: str | None = None,
        isolated: bool = False,
    ) -> None:
        self._command_line = {
            name: Value(value, COMMAND_LINE) for name, value in command_line.items()
        }
        excluded = self._command_line.pop("extend-exclude", None)
        self._excluded = tuple(map(str, excluded.value)) if excluded else ()  # type: ignore[call-overload]
        self._isolated = isolated
        self._of_folder: dict[str, ConfigFile | None] = {}
        self._git_ignored: GitIgnored | None = None
        self._made: dict[tuple[str, tuple[int, ...]], InForce] = {}
        self._file = None
        if file is not None and not isolated:
            from mtcheck.config.files import read_config

            self._file = read_config(file, patterns_from=os.getcwd())  # noqa: PTH109
            if self._file is None:
                raise ConfigError(f"{file}: has no table [tool.mtcheck]")
        self._run_folder = self._folder_of_run(paths)

    def _folder_of_run(self, paths: Sequence[str]) -> str:
        here = os.getcwd()  # noqa: PTH109
        if self._file or self._isolated or not paths or self._config(here):
            return here
        first = paths[0]
        is_folder = os.path.isdir(first)  # noqa: PTH112
        return _folder(os.path.join(first, "x") if is_folder else first)  # noqa: PTH118

    def of_run(self) -> InForce:
        return self._combined(self._config(self._run_folder), ())

    def of_file(self, path: str) -> InForce:
        config, chosen = self._chosen(path)
        return self._combined(config, chosen)

    def _combined(self, config: ConfigFile | None, chosen: tuple[int, ...]) -> InForce:
        key = (config.path if config else "", chosen)
        if key not in self._made:
            self._made[key] = in_force(self._values(config, chosen))
        return self._made[key]

    def file_of(self, path: str) -> str | None:
        """The configuration file that counts for the path, as short as it can be told."""
        config = self._config(_folder(path))
        return shortest(config.path) if config else None

    def values_of(self, path: str) -> Layer:
        """What is said for the file at the path, and where; a key that nobody sets is left out."""
        return self._values(*self._chosen(path))

    def _values(self, config: ConfigFile | None, chosen: tuple[int, ...]) -> Layer:
        """What counts for the run as a whole is the same for every file."""
        values: Layer = dict(config.layer) if config else {}
        for index in chosen if config else ():
            values = laid_over(values, config.per_path[index][2])  # type: ignore[union-attr]
        of_run = self._config(self._run_folder)
        if config is not of_run:
            from mtcheck.config.keys import KEYS

            for name in (key.name for key in KEYS if key.reach == "run"):
                values.pop(name, None)
                if of_run and name in of_run.layer:
                    values[name] = of_run.layer[name]
        return laid_over(values, self._command_line)

    def _chosen(self, path: str) -> tuple[ConfigFile | None, tuple[int, ...]]:
        """The file's configuration, and which of its tables for paths name the file."""
        config = self._config(_folder(path))
        if config is None or not config.per_path:
            return config, ()
        from mtcheck.config.globs import named_by

        return config, tuple(
            index
            for index, (pattern, folder, _) in enumerate(config.per_path)
            if named_by(_below(path, folder), (pattern,))
        )

    def _config(self, folder: str) -> ConfigFile | None:
        """The nearest configuration, from the folder upwards; each folder is looked into once."""
        if self._file or self._isolated:
            return self._file
        if folder not in self._of_folder:
            found, above = config_in(folder), os.path.dirname(folder)  # noqa: PTH120
            if found is None and above != folder:
                found = self._config(above)
            self._of_folder[folder] = found
        return self._of_folder[folder]

    def takes(self, path: str, *, named: bool) -> bool | None:
        values, folder = self._choice(path)
        is_forced = "force-exclude" in values and bool(values["force-exclude"].value)
        if (not named or is_forced) and (
            _is_named(path, folder, _patterns(values, "exclude")) or self._is_excluded(path)
        ):
            return False
        if not named and self._is_ignored(path, values):
            return False
        include = _patterns(values, "include")
        return None if named or not include else _is_named(path, folder, include)

    def enters(self, folder: str) -> bool:
        values, base = self._choice(folder)
        return not (
            _is_named(folder, base, _patterns(values, "exclude"), end="/")
            or self._is_excluded(folder, end="/")
            or self._is_ignored(folder, values, is_folder=True)
        )

    def _is_excluded(self, path: str, end: str = "") -> bool:
        """Does a pattern of the command line name it, as seen from the working folder?"""
        return bool(self._excluded) and _is_named(path, os.getcwd(), self._excluded, end)  # noqa: PTH109

    def _is_ignored(
        self, path: str, values: Mapping[str, Value], *, is_folder: bool = False
    ) -> bool:
        """Does git ignore it, and does that count?"""
        if "respect-gitignore" in values and not values["respect-gitignore"].value:
            return False
        if self._git_ignored is None:
            from mtcheck.config.gitignored import GitIgnored

            self._git_ignored = GitIgnored()
        return self._git_ignored.names(path, is_folder=is_folder)

    def _choice(self, path: str) -> tuple[Mapping[str, Value], str]:
        """What decides of the choice of files, and the folder that its patterns are told from."""
        config = self._config(_folder(path))
        if config is None:
            return self._command_line, os.getcwd()  # noqa: PTH109
        own_folder = os.path.dirname(config.path)  # noqa: PTH120
        folder = os.getcwd() if self._file else own_folder  # noqa: PTH109
        return laid_over(config.layer, self._command_line), folder


def _patterns(values: Mapping[str, Value], name: str) -> tuple[str, ...]:
    if name in values:
        return tuple(map(str, values[name].value))  # type: ignore[call-overload]
    return PASSED_OVER if name == "exclude" else ()


def _is_named(path: str, folder: str, patterns: tuple[str, ...], end: str = "") -> bool:
    from mtcheck.config.globs import named_by

    return named_by(_below(path, folder) + end, patterns)


def _folder(path: str) -> str:
    """The absolute folder that the file lies in; standard input lies in the working folder."""
    if path == STANDARD_INPUT:
        return os.getcwd()  # noqa: PTH109
    return os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120


def _below(path: str, folder: str) -> str:
    """The path as seen from the folder, with /."""
    return os.path.relpath(path, folder).replace(os.sep, "/")
