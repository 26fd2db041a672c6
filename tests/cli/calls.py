"""Ways to call the command in a test, and the articles that most tests call it on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from typer.testing import CliRunner

from mtcheck.cli import app

CLEAN = "Talks open in Moscow\n\nDelegates met in Moscow on Friday, the Kremlin said.\n"
FAULTY = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met on Friday.\n"
NEUTRAL_ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name not in ("GITHUB_STEP_SUMMARY", "NO_COLOR", "COLUMNS")
}
Called = subprocess.CompletedProcess[bytes]


def mtcheck(
    *arguments: str,
    input: bytes | None = None,
    cwd: Path | str = ".",
    env: Mapping[str, str] = NEUTRAL_ENVIRONMENT,
) -> Called:
    """Runs the command in this process, which saves its start; an exception that it lets through is
    raised. env: the whole environment, as for `subprocess.run`."""
    absent = dict.fromkeys(os.environ.keys() - env.keys())
    with chdir(cwd):
        result = CliRunner().invoke(
            app, arguments, input=input, env={**absent, **env}, catch_exceptions=False
        )
    return Called(arguments, result.exit_code, result.stdout_bytes, result.stderr_bytes)


def installed(*arguments: str, **options: object) -> Called:
    """Runs the installed command, for what a process of its own decides: how it starts and ends,
    what it reads and writes as bytes, and whatever is drawn at its start."""
    command = Path(sys.executable).parent / "mtcheck"
    return subprocess.run(
        [command, *arguments],
        capture_output=True,
        check=False,
        **{"env": NEUTRAL_ENVIRONMENT, **options},  # type: ignore[call-overload]
    )
