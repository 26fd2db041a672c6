"""Runs the pages that a newcomer follows: files with a caption, then commands with their output."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_FILE = re.compile(
    r"```\{code-block\} \w+\n:caption: (?P<name>\S+)\n\n(?P<content>.*?)```\n", re.DOTALL
)
_SESSION = re.compile(r"```console\n(?P<session>.*?)```\n", re.DOTALL)
_BLOCK = re.compile(f"{_FILE.pattern}|{_SESSION.pattern}", re.DOTALL)
_PROGRAMS = {"mtcheck": [sys.executable, "-m", "mtcheck"], "python": [sys.executable]}


def is_session(page: str) -> bool:
    """Does the page bring files and commands that work on them?"""
    return bool(_FILE.search(page) and _SESSION.search(page))


def replayed(page: str, folder: Path, cache: Path) -> str:
    """The page with what its commands print now, in place of what it says that they print.

    cache: a folder for the index of word lists, which the first command makes.
    """

    def replay(found: re.Match[str]) -> str:
        if found["name"]:
            path = folder / found["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found["content"], encoding="utf-8")
            return found.group()
        calls = [line for line in found["session"].splitlines() if line.startswith("$ ")]
        run = _runner(folder, cache)
        shown = "".join(f"{call}\n{run(call[2:])}" for call in calls)
        return f"```console\n{shown}```\n"

    return _BLOCK.sub(replay, page)


def _runner(folder: Path, cache: Path) -> Callable[[str], str]:
    """Runs one command after another; `echo $?` prints the exit code of the last."""
    code = 0
    settings = {"NO_COLOR": "1", "PYTHONUTF8": "1", "COLUMNS": "80"}
    environment = os.environ | settings | {"MTCHECK_CACHE_DIR": str(cache)}

    def run(call: str) -> str:
        nonlocal code
        if call == "echo $?":
            return f"{code}\n"
        program, *arguments = shlex.split(call)
        done = subprocess.run(
            [*_PROGRAMS[program], *arguments],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        code = done.returncode
        return done.stdout

    return run
