"""What git ignores is passed over in folders."""

import json
import subprocess
from pathlib import Path

import pytest

from mtcheck.config.gitignored import GitIgnored
from tests.config.conftest import Run, Write

NAMES = (
    "a.txt", "b.draft.txt", "keep.draft.txt", "#odd.txt", "public/a.txt", "news/public/b.txt",
    "news/a.txt", "news/old/c.txt", "news/top.txt", "top.txt", "deep/x/y/z.txt", "deep/w.txt",
    "sp ace.txt", "news/[x].txt",
)  # fmt: skip
IGNORING = {
    ".gitignore": "# built\n\npublic/\n*.draft.txt  \n!keep.draft.txt\n/top.txt\n\\#odd.txt\n"
    "deep/**/z.txt\n[z-a]\n",
    "news/.gitignore": "old\n!public/\n",
}


@pytest.fixture
def repository(write: Write, folder: Path) -> Path:
    subprocess.run(["git", "init", "-q", "."], check=True)
    for name in NAMES:
        write(name, "Talks open\n")
    for name, content in IGNORING.items():
        write(name, content)
    return folder


def checked(run: Run, *arguments: str) -> list[str]:
    result = run("check", *arguments, "--format", "json", "--fail-on", "never")
    assert result.exit_code == 0, result.stderr
    return sorted(document["path"] for document in json.loads(result.stdout)["documents"])


def test_the_same_files_as_git_sees(repository: Path, run: Run) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-zco", "--exclude-standard", "*.txt"],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    seen = sorted(name for name in listed.stdout.split("\0") if name)
    assert 0 < len(seen) < len(NAMES)
    assert checked(run, ".") == seen


def test_what_is_named_is_read(repository: Path, run: Run) -> None:
    assert checked(run, "b.draft.txt") == ["b.draft.txt"]
    assert checked(run, "public") == ["public/a.txt"]


def test_it_can_be_turned_off(repository: Path, write: Write, run: Run) -> None:
    write("mtcheck.toml", "respect-gitignore = false\n")
    assert len(checked(run, ".")) == len(NAMES)


def test_without_a_repository_nothing_is_ignored(write: Write, run: Run) -> None:
    write(".gitignore", "*.txt\n")
    write("a.txt", "Talks open\n")
    assert checked(run, ".") == ["a.txt"]


def test_a_repository_within_another_is_its_own(repository: Path, write: Write) -> None:
    write("public/site/a.draft.txt", "x\n")
    assert GitIgnored().names("public/site/a.draft.txt")
    (repository / "public/site/.git").mkdir()
    assert not GitIgnored().names("public/site/a.draft.txt")
