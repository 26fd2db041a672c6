"""Rules of installed Python packages, which name themselves by an entry point of the group
"mtcheck.rules": a module, or a package whose modules all are looked through."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from mtcheck.cache import remembered
from mtcheck.finding import ReadFailure
from mtcheck.rule import Rule

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint
    from types import ModuleType

GROUP = "mtcheck.rules"


class Installed(NamedTuple):
    """The rules of all packages, and what went wrong in the packages that are broken. A failure
    names the package in place of a file."""

    rules: tuple[Rule, ...] = ()
    failures: tuple[ReadFailure, ...] = ()


@cache
def installed() -> Installed:
    """What the installed packages hold, imported once."""
    if not _is_any_announced():
        return Installed()
    from importlib.metadata import entry_points

    rules: dict[str, Rule] = {}
    failures: list[ReadFailure] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.value, point.name)):
        provider = _provider(point)
        try:
            found = list(_rules_of(point))
        except Exception as error:
            reason = f"{type(error).__name__}: {error}".partition("\n")[0]
            message = (
                f"its rules ({point.value}) cannot be imported: {reason}; "
                "update the package, or uninstall it"
            )
            failures.append(ReadFailure(provider, message))
            continue
        if not found:
            failures.append(ReadFailure(provider, f"{point.value} holds no rule"))
        for rule in found:
            rules.setdefault(f"{provider}\t{rule.name}", rule._replace(provider=provider))
    return Installed(tuple(rules.values()), tuple(failures))


def _is_any_announced() -> bool:
    """Does any installed package announce rules? To ask `importlib.metadata` takes 35 ms; to look
    into the files that it would read, 1 ms; to know that their folders did not change, less."""
    folders = [Path(folder) for folder in dict.fromkeys(sys.path) if os.path.isdir(folder or ".")]  # noqa: PTH112
    names = "\n".join(map(str, folders))
    return remembered(
        f"rule-packages-{crc32(names.encode('utf-8', 'surrogateescape')):08x}",
        folders,
        lambda: any(map(_announces, folders)),
    )


def _announces(folder: Path) -> bool:
    try:
        names = os.listdir(folder)  # noqa: PTH208  thousands of names, and few are wanted
    except OSError:
        return False
    for name in names:
        if name.endswith((".dist-info", ".egg-info")):
            try:
                with open(f"{folder}/{name}/entry_points.txt", "rb") as file:  # noqa: PTH123
                    if GROUP.encode() in file.read():
                        return True
            except OSError:
                continue
    return False


def _provider(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else point.name


def _rules_of(point: EntryPoint) -> Iterator[Rule]:
    for module in _modules(point.module):
        for value in list(vars(module).values()):
            values = value if type(value) in (tuple, list) else (value,)
            yield from (rule for rule in values if type(rule) is Rule)


def _modules(name: str) -> Iterator[ModuleType]:
    """The module, and all modules in it where it is a package."""
    from importlib import import_module
    from pkgutil import iter_modules

    module = import_module(name)
    yield module
    for inside in sorted(iter_modules(getattr(module, "__path__", ()))):
        yield from _modules(f"{name}.{inside.name}")
