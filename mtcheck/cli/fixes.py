"""`mtcheck check --fix` and `--diff`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from mtcheck.cli.options import complain

if TYPE_CHECKING:
    from mtcheck.finding import ReadFailure, Report

MOST_ROUNDS = 5
"""Checking and mending: a fix can uncover what another rule mends."""


def fix(
    check: Callable[[], Report],
    *,
    unsafe: bool,
    encoding_of: Callable[[str], str | None],
    quiet: bool = False,
) -> tuple[Report, list[ReadFailure]]:
    """Check, mend the files, and check again until no fix is left: (the last report, the files
    that could not be mended). Says on standard error how much was mended, unless quiet.

    encoding_of: the encoding asked for the file at a path.
    """
    from mtcheck.fixing import fixed_files, write_fixed

    mended = 0
    files: set[str] = set()
    failures: dict[str, ReadFailure] = {}
    report = check()
    for _ in range(MOST_ROUNDS):
        changed = [
            f for f in fixed_files(report.documents, unsafe=unsafe) if f.path not in failures
        ]
        if not changed:
            break
        for file in changed:
            failure = write_fixed(file, encoding_of(file.path))
            if failure:
                failures[file.path] = failure
                complain(failure.path, failure.message)
            else:
                mended += file.fixes
                files.add(file.path)
        report = check()
    if not quiet:
        print(
            f"mtcheck: {_count(mended, 'finding')} mended in {_count(len(files), 'file')}",
            file=sys.stderr,
        )
    return report, list(failures.values())


def show_diff(report: Report, *, unsafe: bool) -> bool:
    """Print what the fixes would change, without changing it. Is there anything?"""
    from mtcheck.fixing import diff, fixed_files
    from mtcheck.reporters.display import visible

    found = False
    for file in fixed_files(report.documents, unsafe=unsafe):
        found = True
        for line in diff(file).splitlines():
            print(visible(line))
    return found


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
