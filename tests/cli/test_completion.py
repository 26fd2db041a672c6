"""Shell completion: the scripts, and what each shell is offered."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mtcheck.cli.completion import complete_language, complete_of, complete_report, complete_rules
from tests.cli.calls import NEUTRAL_ENVIRONMENT

COMMAND = Path(sys.executable).parent / "mtcheck"


def complete(shell: str, line: str) -> list[str]:
    """What the shell is offered for the last word of the line."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[shell]
    run = subprocess.run(
        [COMMAND], capture_output=True, text=True, check=False,
        env={**NEUTRAL_ENVIRONMENT, "_MTCHECK_COMPLETE": f"complete_{shell}", **asked},
    )  # fmt: skip
    assert run.stderr == ""
    return run.stdout.splitlines()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_rules_complete_in_every_shell(shell: str) -> None:
    assert any("duplicated-headline" in line for line in complete(shell, "mtcheck explain dupl"))


def test_values_complete() -> None:
    assert complete("bash", "mtcheck check --select calque,structure,typog") == [
        "calque,structure,typography"
    ]
    assert "sarif" in complete("bash", "mtcheck check --format sa")
    assert "major" in complete("bash", "mtcheck check --fail-on m")
    assert "de" in complete("bash", "mtcheck check --lang d")
    assert "--stdin-filename" in complete("bash", "mtcheck check --std")
    assert complete("bash", "mtcheck expl") == ["explain"]


def test_offers() -> None:
    assert complete_of(("auto", "always", "never"))("a") == ["auto", "always"]
    assert "calque" in complete_rules("")
    assert "calque" not in complete_rules("calque,")
    assert complete_rules("no-such-") == []
    assert "fr" in complete_language("")
    assert complete_report("js") == ["json=", "jsonl="]
    assert complete_report("json=a") == []


SOURCES = {
    "bash": 'eval "$(_MTCHECK_COMPLETE=source_bash mtcheck)"; complete -p mtcheck',
    "zsh": "autoload -U compinit; compinit -u -D; "
    'eval "$(_MTCHECK_COMPLETE=source_zsh mtcheck)"; print $_comps[mtcheck]',
    "fish": "_MTCHECK_COMPLETE=source_fish mtcheck | source; complete -C 'mtcheck explain dupl'",
}


@pytest.mark.parametrize("shell", SOURCES)
def test_the_script_is_taken_by_the_shell(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    path = f"{COMMAND.parent}:{NEUTRAL_ENVIRONMENT['PATH']}"
    run = subprocess.run(
        [shell, "-c", SOURCES[shell]], capture_output=True, text=True, check=False, timeout=30,
        env={**NEUTRAL_ENVIRONMENT, "PATH": path, "HOME": str(tmp_path), "TERM": "dumb"},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert ("duplicated-headline" if shell == "fish" else "_mtcheck_completion") in run.stdout
