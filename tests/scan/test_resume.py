"""A scan that was killed goes on where it was, and ends with the bytes of an unbroken one."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mtcheck.scan import local, parts
from mtcheck.scan.shards import LOCK
from tests.cli.calls import NEUTRAL_ENVIRONMENT, Called, mtcheck
from tests.scan.corpora import files, lines_of, records, table, write

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and fork of POSIX")


def scan(folder: Path, output: str, *arguments: str) -> Called:
    return mtcheck(
        "scan", "a.jsonl", "b.parquet", "c.jsonl.gz", "-o", output, "-q", "--shard-size", "6",
        "--jobs", "1", *arguments, cwd=folder,
    )  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three files, 17 records and two that are broken; parts of two records."""
    monkeypatch.setattr(parts, "RECORDS", 2)
    write(tmp_path / "a.jsonl", records(5))
    with (tmp_path / "a.jsonl").open("ab") as stream:
        stream.write(b"broken\n\n\n")
    write(tmp_path / "b.parquet", records(7))
    write(tmp_path / "c.jsonl.gz", [*records(5), {"no": "text"}])
    return tmp_path


def killed_at(step: int, run: Callable[[], Called]) -> bool:
    """Runs it in a process that is killed right before the step-th time it writes, renames or
    removes a file; was it killed, or had it ended before?"""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    try:
        steps = 0

        def counting(real: Callable[..., Any]) -> Callable[..., Any]:
            def counted(*given: Any, **named: Any) -> Any:
                nonlocal steps
                steps += 1
                if steps == step:
                    os.kill(os.getpid(), signal.SIGKILL)
                return real(*given, **named)

            return counted

        for name in ("replace", "rename", "unlink", "remove", "fsync", "rmdir"):
            setattr(os, name, counting(getattr(os, name)))
        Path.replace = counting(Path.replace)  # type: ignore[method-assign]
        run()
    finally:
        os._exit(0)
    return False


@pytest.mark.parametrize(
    ("format", "stride"),
    [
        ("jsonl", 11),
        ("parquet", 29),
        pytest.param("jsonl", 1, marks=pytest.mark.slow),
        pytest.param("parquet", 2, marks=pytest.mark.slow),
    ],
)
def test_killed_at_the_moments_that_matter(corpus: Path, format: str, stride: int) -> None:
    assert scan(corpus, "whole", "--format", format).returncode == 2
    whole = files(corpus / "whole")
    assert len(table(corpus / "whole", "documents")) == 17
    step, moments = 1, 0
    while killed_at(step, lambda: scan(corpus, "broken", "--format", format)):
        moments += 1
        assert scan(corpus, "broken", "--format", format).returncode == 2
        assert files(corpus / "broken") == whole, f"killed at step {step}"
        shutil.rmtree(corpus / "broken")
        step += stride
    assert moments * stride > 70


def test_killed_again_and_again(corpus: Path) -> None:
    scan(corpus, "whole")
    chance = random.Random(6)
    kills = 0
    while killed_at(chance.randint(5, 25), lambda: scan(corpus, "broken")):
        kills += 1
    assert kills > 2
    assert files(corpus / "broken") == files(corpus / "whole")


def test_what_was_checked_is_not_checked_again(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(corpus, "whole")
    killed_at(60, lambda: scan(corpus, "broken"))
    there = len(list((corpus / "broken/.mtcheck-scan/parts").glob("0*")))
    shards = len(list((corpus / "broken/.mtcheck-scan/shards").glob("0*")))
    assert there + shards > 0
    saved: list[Path] = []
    real = local.save
    monkeypatch.setattr(local, "save", lambda *given: (saved.append(given[2]), real(*given)))
    scan(corpus, "broken")
    assert 0 < len(saved) < 11
    saved.clear()
    called = mtcheck(
        "scan", "a.jsonl", "b.parquet", "c.jsonl.gz", "-o", "broken", "--shard-size", "6",
        cwd=corpus,
    )  # fmt: skip
    assert called.returncode == 2
    assert b"this scan was finished before; nothing was left to check" in called.stderr
    assert saved == []
    assert files(corpus / "broken") == files(corpus / "whole")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["--lang", "fr"], "the settings or the rules differs"),
        (["--ignore", "structure"], "the settings or the rules differs"),
        (["--where", "score < 3"], "--where differs"),
        (["--format", "jsonl"], "--format differs"),
        (["--keep", "text", "--columns", "text=text"], "--columns and --keep differ"),
        (["d.jsonl"], "d.jsonl was not one of its inputs"),
    ],
)
def test_another_call_is_refused(corpus: Path, change: list[str], said: str) -> None:
    write(corpus / "d.jsonl", records(1))
    killed_at(40, lambda: scan(corpus, "out"))
    before = files(corpus / "out")
    called = scan(corpus, "out", *change)
    assert called.returncode == 2
    assert f"out holds a scan that was begun otherwise: {said}" in called.stderr.decode()
    assert "begin anew with --restart" in called.stderr.decode()
    assert files(corpus / "out") == before


def test_changed_input_is_refused_until_restarted(corpus: Path) -> None:
    killed_at(40, lambda: scan(corpus, "out"))
    with (corpus / "a.jsonl").open("ab") as stream:
        stream.write(lines_of(records(1)))
    called = scan(corpus, "out")
    assert (called.returncode, b"a.jsonl has changed since" in called.stderr) == (2, True)
    assert scan(corpus, "out", "--restart").returncode == 2
    assert len(table(corpus / "out", "documents")) == 18
    scan(corpus, "new")
    assert files(corpus / "out") == files(corpus / "new")


def test_restart_leaves_other_files_alone(corpus: Path) -> None:
    scan(corpus, "out")
    own = [corpus / "out" / name for name in ("notes.txt", ".gitignore", ".report.txt")]
    for path in own:
        path.write_text("mine")
    scan(corpus, "out", "--restart", "--format", "jsonl")
    assert [path.read_text() for path in own] == ["mine"] * 3
    assert {path.suffix for path in (corpus / "out" / "documents").iterdir()} == {".jsonl"}


def test_an_input_that_changes_while_it_is_read(corpus: Path, monkeypatch: Any) -> None:
    real = local.save

    def save(*given: Any) -> None:
        real(*given)
        os.utime(corpus / "a.jsonl", ns=(1, 1))

    monkeypatch.setattr(local, "save", save)
    called = scan(corpus, "out")
    assert called.returncode == 2
    assert b"a.jsonl: changed while it was read; begin anew with --restart" in called.stderr


def test_a_saved_part_that_is_damaged_is_made_anew(corpus: Path) -> None:
    scan(corpus, "whole")
    killed_at(30, lambda: scan(corpus, "out"))
    saved = sorted((corpus / "out/.mtcheck-scan/parts").glob("0*"))
    assert saved
    saved[0].write_bytes(saved[0].read_bytes()[:-3])
    scan(corpus, "out")
    assert files(corpus / "out") == files(corpus / "whole")


def test_a_full_disk_is_told(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def save(*given: Any) -> None:
        raise OSError(28, "No space left on device", str(given[2]))

    monkeypatch.setattr(local, "save", save)
    called = scan(corpus, "out")
    assert called.returncode == 2
    assert called.stderr.endswith(b"cannot be written: No space left on device\n")
    monkeypatch.undo()
    monkeypatch.setattr(parts, "RECORDS", 2)
    scan(corpus, "out")
    scan(corpus, "whole")
    assert files(corpus / "out") == files(corpus / "whole")


def _command(output: str, jobs: int) -> list[str]:
    command = str(Path(sys.executable).parent / "mtcheck")
    return [command, "scan", "big.jsonl", "-o", output, "-q", "--jobs", str(jobs)]


def _start(folder: Path, jobs: int = 2) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        _command("out", jobs), cwd=folder, env=NEUTRAL_ENVIRONMENT, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def _wait_for(path: Path, pattern: str) -> None:
    while not list(path.glob(pattern)):
        time.sleep(0.01)


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children")
    return [int(each) for each in told.read_text().split()] if told.exists() else []


def test_two_scans_into_one_folder(corpus: Path) -> None:
    import fcntl

    scan(corpus, "out")
    before = files(corpus / "out")
    with (corpus / "out" / LOCK).open("wb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        called = scan(corpus, "out", "--restart")
    assert called.returncode == 2
    assert called.stderr == b"mtcheck: out is being written to by another scan\n"
    assert files(corpus / "out") == before


def test_killed_its_workers_end_and_the_next_call_does_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "big.jsonl", records(400))
    process = _start(tmp_path)
    _wait_for(tmp_path, "out/.mtcheck-scan/parts/0*")
    process.send_signal(signal.SIGSTOP)
    workers = _children(process.pid)
    process.kill()
    process.communicate()
    for worker in workers:
        while Path(f"/proc/{worker}").exists():
            time.sleep(0.01)
    assert not (tmp_path / "out" / "report.json").exists()
    assert mtcheck(*_command("out", 1)[1:], cwd=tmp_path).returncode == 0
    assert [row["line"] for row in table(tmp_path / "out", "documents")] == list(range(1, 401))


def test_interrupted_it_ends_with_130_and_no_word(tmp_path: Path) -> None:
    write(tmp_path / "big.jsonl", records(3000))
    process = _start(tmp_path)
    _wait_for(tmp_path, "out/.mtcheck-scan/parts/0*")
    process.send_signal(signal.SIGINT)
    out, error = process.communicate()
    assert (process.returncode, out, error) == (130, b"", b"")
    assert not (tmp_path / "out" / "report.json").exists()


@pytest.mark.slow
def test_killed_ten_times_at_random(tmp_path: Path) -> None:
    write(tmp_path / "big.jsonl", records(3000))
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    whole = mtcheck(*_command("whole", 1)[1:], cwd=tmp_path)
    assert whole.returncode == 0
    for _ in range(10):
        process = _start(tmp_path, jobs=chance.choice((1, 2, 3)))
        try:
            process.wait(chance.uniform(0.2, 4))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    assert mtcheck(*_command("out", 2)[1:], cwd=tmp_path).returncode == 0
    assert files(tmp_path / "out") == files(tmp_path / "whole"), f"seed {seed}"
