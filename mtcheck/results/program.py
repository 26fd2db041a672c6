"""The program that finds: its code and data, those of its libraries and of packages of rules."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from pathlib import Path

import mtcheck.rules
from mtcheck import __version__

SCHEMA = 1
"""Of what is stored; counted up when `mtcheck.results.plain` writes otherwise."""
_LIBRARIES = (
    "ahocorasick_rs", "babel", "ftfy", "langdetect", "pyromark", "rapidfuzz", "regex", "sacrebleu",
    "textstat",
)  # fmt: skip
_COMPILED = "__pycache__"
_MOST_FILES = 20_000
State = tuple[str, int, int]


def program_digest() -> bytes | None:
    """The name of the program as it was when this process started; None where it has changed
    since, so that nobody knows which of both found what."""
    now = _state()
    if now is None or now != _first_state():
        return None
    if max(changed for _, changed, _ in now) >= _started():
        return None
    told = repr((SCHEMA, __version__, sys.version, now))
    return blake2b(told.encode("utf-8", "backslashreplace"), digest_size=16).digest()


@cache
def _first_state() -> tuple[State, ...] | None:
    return _state()


@cache
def _started() -> int:
    """At the latest, in nanoseconds: when this process began to run."""
    return time.time_ns() - time.process_time_ns()


def _state() -> tuple[State, ...] | None:
    """Time of change and size of every file; None where there are too many to look at."""
    own, rules = Path(__file__).parents[1], Path(mtcheck.rules.__file__ or "").parent
    folders = [str(own)] if own in rules.parents else [str(own), str(rules)]
    states: list[State] = []
    for root in dict.fromkeys([*folders, *_packages_of_rules()]):
        for state in _states_under(root):
            states.append(state)
            if len(states) > _MOST_FILES:
                return None
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec and spec.origin:
            states += _state_of(spec.origin)
            # An update of a library changes the folder of all of them, also where it is compiled.
            states += _state_of(os.path.dirname(os.path.dirname(spec.origin)))  # noqa: PTH120
    return tuple(dict.fromkeys(sorted(states)))


def _states_under(path: str) -> Iterator[State]:
    try:
        entries = list(os.scandir(path))
    except NotADirectoryError:
        yield from _state_of(path)
        return
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != _COMPILED:
                yield from _states_under(entry.path)
        else:
            status = entry.stat()
            yield entry.path, status.st_mtime_ns, status.st_size


def _state_of(path: str) -> list[State]:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return []
    return [(path, status.st_mtime_ns, status.st_size)]


def _packages_of_rules() -> list[str]:
    """Files and folders of the installed packages that hold rules."""
    from mtcheck.own_rules.packages import GROUP, installed

    found = installed()
    if not (found.rules or found.failures):
        return []
    from importlib.metadata import entry_points

    paths = []
    for point in entry_points(group=GROUP):
        module = sys.modules.get(point.module.partition(".")[0])
        file = getattr(module, "__file__", None)
        if file:
            path = Path(file)
            paths.append(str(path.parent if path.stem == "__init__" else path))
        paths += [str(folder) for folder in getattr(module, "__path__", ())]
    return paths
