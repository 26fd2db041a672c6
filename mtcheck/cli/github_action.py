"""What action.yml runs: `mtcheck check` with the action's inputs, and the action's outputs.

Inputs come from the environment (INPUT_PATHS ...) and are handed on as arguments, never as a part
of a script. Paths are relative to the input working-directory; the check itself runs in the root
of the checkout, so that annotations and SARIF name files as GitHub knows them.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mtcheck.cli.options import UNREADABLE

_OPTIONS = {"LANGUAGE": "--lang", "SOURCE_LANGUAGE": "--source-lang", "FAIL_ON": "--fail-on",
            "FAIL_UNDER": "--fail-under", "CHANGED_SINCE": "--changed-since"}  # fmt: skip
_PATH_OPTIONS = {"SOURCE": "--source", "CONFIG": "--config", "BASELINE": "--baseline"}


class InputError(ValueError):
    """An input that cannot be used; the message says what to do about it."""


class Call(NamedTuple):
    """The arguments of `mtcheck`, and where its reports go."""

    arguments: list[str]
    reports: dict[str, str]


def call(environment: Mapping[str, str]) -> Call:
    """The call that the inputs ask for. Raises InputError."""
    folder = environment.get("INPUT_WORKING_DIRECTORY", "").strip() or "."

    def given(name: str) -> str:
        return environment.get(f"INPUT_{name}", "").strip()

    def located(path: str) -> str:
        # Kept apart from the options by what it begins with: "./--fix" is a path.
        joined = os.path.normpath(os.path.join(folder, path))  # noqa: PTH118  a pattern is no path
        return os.path.join(".", joined) if joined.startswith("-") else joined  # noqa: PTH118

    reports = {"json": os.path.join(environment.get("RUNNER_TEMP", "."), "mtcheck.json")}  # noqa: PTH118
    for kind in ("sarif", "html"):
        if given(kind.upper()):
            reports[kind] = located(given(kind.upper()))
    arguments = ["check", "--format=github"]
    arguments += [f"--report={kind}={path}" for kind, path in reports.items()]
    for line in _lines(given("REPORTS")):
        kind, mark, path = line.partition("=")
        if not mark or not path:
            raise InputError(f"the input reports: {line!r} is no FORMAT=FILE")
        arguments.append(f"--report={kind.strip()}={located(path.strip())}")
    arguments += [f"{flag}={given(name)}" for name, flag in _OPTIONS.items() if given(name)]
    arguments += [
        f"{flag}={located(given(name))}" for name, flag in _PATH_OPTIONS.items() if given(name)
    ]
    try:
        arguments += shlex.split(given("ARGS"))
    except ValueError as error:
        raise InputError(f"the input args: {error}; close every quotation mark") from None
    paths = [located(path) for path in _lines(given("PATHS") or ".")]
    return Call([*arguments, "--", *paths], reports)


def _lines(value: str) -> list[str]:
    return [line.strip() for line in value.splitlines() if line.strip()]


def main(environment: Mapping[str, str] = os.environ) -> int:
    """Run the check, write the outputs, and return the exit code of the check."""
    try:
        arguments, reports = call(environment)
    except InputError as error:
        from mtcheck.reporters.github import command

        print(command("error", str(error), title="mtcheck"))
        return UNREADABLE
    for path in reports.values():
        Path(path).unlink(missing_ok=True)  # of an earlier step: it must not pass for this one's
    run = subprocess.run([sys.executable, "-P", "-m", "mtcheck", *arguments], check=False)
    outputs: dict[str, object] = {"exit-code": run.returncode}
    outputs |= {kind: path for kind, path in reports.items() if Path(path).exists()}
    if "json" in outputs:
        summary = json.loads(Path(reports["json"]).read_text(encoding="utf-8"))["summary"]
        outputs["score"] = summary["score"]
        outputs["findings"] = sum(summary["findings"].values())
    if file := environment.get("GITHUB_OUTPUT"):
        with Path(file).open("a", encoding="utf-8") as stream:
            # A value of one line alone: a newline would begin an output of another name.
            stream.writelines(f"{name}={_one_line(value)}\n" for name, value in outputs.items())
    return run.returncode


def _one_line(value: object) -> str:
    return " ".join(str(value).splitlines())


if __name__ == "__main__":
    sys.exit(main())
