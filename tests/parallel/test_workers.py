"""Workers that die, are stopped, or cannot be started: nothing hangs, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtcheck.checking import Checked, check_article
from mtcheck.config import Configuration
from mtcheck.jobs import worker
from mtcheck.readers import ReadOptions
from mtcheck.reporters import reporter
from mtcheck.run import check_paths
from mtcheck.settings import Settings
from tests.cli.calls import NEUTRAL_ENVIRONMENT
from tests.parallel.articles import FAULTY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a fork takes over is changed")
ENGLISH = Configuration(Settings(), ReadOptions("en"))
DEADLY = "This article ends whoever reads it."
PARENT = os.getpid()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(FAULTY * 40)
    return tmp_path


def deadly(code: int | None) -> object:
    def check(document: object, *rest: object) -> Checked:
        if DEADLY in document.text and os.getpid() != PARENT:  # type: ignore[attr-defined]
            os._exit(code) if code is not None else os.kill(os.getpid(), signal.SIGKILL)
        return check_article(document, *rest)  # type: ignore[arg-type]

    return check


@pytest.mark.parametrize(
    ("code", "how"), [(None, "was ended by SIGKILL"), (7, "ended with code 7")]
)
def test_an_article_that_ends_its_worker(
    folder: Path, monkeypatch: pytest.MonkeyPatch, code: int | None, how: str
) -> None:
    for number in ("05", "07"):
        (folder / f"{number}.txt").write_text(DEADLY + FAULTY * 30)
    monkeypatch.setattr(worker, "check_article", deadly(code))
    report = check_paths([str(folder)], ENGLISH, jobs=2)
    assert [Path(error.path).name for error in report.errors] == ["05.txt", "07.txt"]
    for error in report.errors:
        assert error.message.startswith(f"was not checked: its worker process {how}")
        assert "\n" not in error.message
    names = [Path(document.path or "").name for document in report.documents]
    assert names == [f"{n:02}.txt" for n in range(12) if n not in (5, 7)]
    assert not report.passed


def test_a_record_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    path = tmp_path / "x.jsonl"
    texts = [FAULTY * 160, DEADLY + FAULTY * 30, FAULTY * 30]
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    monkeypatch.setattr(worker, "check_article", deadly(9))
    report = check_paths([str(path)], ENGLISH, jobs=2)
    assert [error.message.partition(": was")[0] for error in report.errors] == ["line 2"]
    assert len(report.documents) == 2


def test_workers_that_cannot_be_started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = reporter("json")(check_paths([str(folder)], ENGLISH))

    def refuse(*_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("multiprocessing.process.BaseProcess.start", refuse)
    assert reporter("json")(check_paths([str(folder)], ENGLISH, jobs=4)) == expected


def test_workers_that_end_before_they_begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = reporter("json")(check_paths([str(folder)], ENGLISH))
    monkeypatch.setattr(worker, "_let_go_first", lambda: os._exit(3))
    assert reporter("json")(check_paths([str(folder)], ENGLISH, jobs=4)) == expected


def test_an_error_of_our_own_is_raised_where_it_is_seen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("of our own")

    monkeypatch.setattr(worker, "check_article", broken)
    monkeypatch.setattr("mtcheck.jobs.in_order.check_article", broken)
    with pytest.raises(RuntimeError, match="of our own"):
        check_paths([str(folder)], ENGLISH, jobs=2)


def children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(child) for child in path.read_text().split()]


def started(folder: Path, *options: str) -> tuple[subprocess.Popen[str], list[int]]:
    """A run whose two workers are at work."""
    command = [str(Path(sys.executable).parent / "mtcheck"), "check", ".", "--jobs", "2", *options]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=NEUTRAL_ENVIRONMENT,
    )  # fmt: skip
    while process.poll() is None:
        if len(workers := children(process.pid)) == 2:
            return process, workers
        time.sleep(0.01)
    raise AssertionError(process.communicate())


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(150):
        (tmp_path / f"{number:03}.txt").write_text(FAULTY * 150)
    return tmp_path


def wait_for_end(workers: list[int]) -> None:
    deadline = time.monotonic() + 10
    while any(Path(f"/proc/{worker}").exists() for worker in workers):
        assert time.monotonic() < deadline, "a worker was left behind"
        time.sleep(0.05)


@pytest.mark.parametrize("reached", ["all", "parent"])
def test_interrupt(many: Path, reached: str) -> None:
    """Ctrl-C reaches all processes of a terminal, `kill -INT` the one."""
    output = many / "report.json"
    output.write_text("old")
    process, workers = started(many, "--format", "json", "--output", str(output))
    for one in (*(workers if reached == "all" else ()), process.pid):
        os.kill(one, signal.SIGINT)
    assert process.communicate(timeout=10) == ("", "")
    assert process.returncode == 130
    wait_for_end(workers)
    assert output.read_text() == "old"
    assert not [path for path in many.iterdir() if path.name.startswith(".report")]


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_parent_that_is_killed_leaves_no_worker(many: Path, sent: signal.Signals) -> None:
    process, workers = started(many)
    process.send_signal(sent)
    process.communicate(timeout=10)
    wait_for_end(workers)


def test_a_worker_that_is_killed_is_told(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(FAULTY * 250)
    process, workers = started(tmp_path, "-q", "--no-cache")
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and int(_oom_score(workers[0])) == 0:
        time.sleep(0.01)  # it has not begun
    time.sleep(0.1)
    os.kill(workers[0], signal.SIGKILL)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 2
    assert error.count("\n") == 1
    assert ".txt: was not checked: its worker process was ended by SIGKILL" in error
    assert len({line.partition(":")[0] for line in out.splitlines() if ".txt" in line}) == 5


def _oom_score(process: int) -> str:
    return Path(f"/proc/{process}/oom_score_adj").read_text()
