"""The hooks, run by pre-commit itself from a clone of this tree. Slow: it builds an environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (find_spec("pre_commit") and shutil.which("git")),
        reason="pre-commit or git is not installed: pip install -e '.[dev]'",
    ),
]
ROOT = Path(__file__).parent.parent.parent
CLEAN = "Talks open in Moscow\n\nDelegates met in Moscow on Friday, the Kremlin said.\n"
# The second headline is safe to delete; to choose words for the acronym is not.
FAULTY = f"Talks open in Moscow\n\n{CLEAN}\nThe OTAN was not there, the Kremlin said.\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"]
    options = ["-c", "core.hooksPath=/dev/null", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *options, *arguments],
        cwd=folder, check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """(a repository that holds the working tree, its commit)."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    copy = tmp_path_factory.mktemp("hooks")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git(copy, "init", "--quiet")
    git(copy, "add", "--all")
    git(copy, "commit", "--quiet", "--message", "all")
    return copy, git(copy, "rev-parse", "HEAD")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pre-commit's store: the environment is built once."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def articles(tmp_path: Path, hooks: tuple[Path, str], home: Path) -> tuple[Path, Run]:
    """(a throw-away repository of articles, what runs its hooks)."""
    repository, revision = hooks
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "talks.en.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "articles" / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")
    (tmp_path / ".pre-commit-config.yaml").write_text(
        "repos:\n"
        f"  - repo: {repository.as_uri()}\n"
        f"    rev: {revision}\n"
        "    hooks:\n"
        "      - id: mtcheck-fix\n"
        "        files: ^articles/\n"
        "      - id: mtcheck\n"
        "        files: ^articles/\n"
        "      - id: mtcheck-data\n"
    )
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", "--all")
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("GIT_")
    } | {"PRE_COMMIT_HOME": str(home)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color=never", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return tmp_path, run


def outcomes(run: subprocess.CompletedProcess[str]) -> list[str]:
    lines = [
        line for line in run.stdout.splitlines() if line.startswith("mtcheck") and "..." in line
    ]
    return [line.rpartition(".")[2] for line in lines]


def test_clean_articles_pass(articles: tuple[Path, Run]) -> None:
    _, run = articles
    ran = run()
    assert outcomes(ran) == ["Passed", "Passed", "(no files to check)Skipped"], ran.stdout
    assert ran.returncode == 0


def test_what_is_safe_is_mended_and_the_rest_stops_the_commit(articles: tuple[Path, Run]) -> None:
    folder, run = articles
    article = folder / "articles" / "talks.en.txt"
    article.write_text(FAULTY, encoding="utf-8")
    git(folder, "add", "--all")
    checked = run("mtcheck")
    assert outcomes(checked) == ["Failed"]
    assert "articles/talks.en.txt:3:1: major duplicated-headline" in checked.stdout
    assert article.read_text(encoding="utf-8") == FAULTY
    fixed = run("mtcheck-fix")
    assert outcomes(fixed) == ["Failed"]
    assert "files were modified by this hook" in fixed.stdout
    assert article.read_text(encoding="utf-8").count("Talks open in Moscow") == 1
    git(folder, "add", "--all")
    left = run()
    assert outcomes(left)[:2] == ["Passed", "Failed"], left.stdout
    assert "duplicated-headline" not in left.stdout
    assert "untranslated-acronym" in left.stdout


def test_records_are_checked_by_name(articles: tuple[Path, Run]) -> None:
    folder, run = articles
    (folder / "feed.jsonl").write_text(
        '{"id": "7", "lang": "en", "text": "Talks open\\n\\nTalks open\\n\\nThey met."}\n'
    )
    git(folder, "add", "--all")
    ran = run("mtcheck-data")
    assert outcomes(ran) == ["Failed"]
    assert "feed.jsonl [7]" in ran.stdout


def test_arguments_reach_the_hook(articles: tuple[Path, Run]) -> None:
    folder, run = articles
    (folder / "articles" / "talks.en.txt").write_text(FAULTY, encoding="utf-8")
    config = folder / ".pre-commit-config.yaml"
    config.write_text(
        config.read_text().replace(
            "      - id: mtcheck\n", "      - id: mtcheck\n        args: [--fail-on, critical]\n"
        )
    )
    git(folder, "add", "--all")
    assert outcomes(run("mtcheck")) == ["Passed"]
