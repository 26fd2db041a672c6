"""Ctrl-C, a closed pipe, and --watch, which ends by the one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from mtcheck.cli.watching import files_under, snapshot
from tests.cli.calls import CLEAN, FAULTY, NEUTRAL_ENVIRONMENT, installed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and FIFOs of POSIX")
COMMANDS = ([str(Path(sys.executable).parent / "mtcheck")], [sys.executable, "-m", "mtcheck"])
Process = subprocess.Popen[str]


@pytest.fixture
def processes() -> Iterator[list[Process]]:
    """Takes the processes that a test starts; none outlives it, nor a minute."""
    started: list[Process] = []
    deadline = threading.Timer(60, lambda: [process.kill() for process in started])
    deadline.start()
    yield started
    deadline.cancel()
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


def start(
    processes: list[Process], command: list[str], *arguments: str, **options: object
) -> Process:
    process = subprocess.Popen(
        [*command, *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        **{"env": NEUTRAL_ENVIRONMENT, **options},  # type: ignore[call-overload]
    )  # fmt: skip
    processes.append(process)
    return process


def open_when_read(pipe: Path, process: Process) -> int:
    """Opens the pipe as soon as the process reads it; to open it sooner would wait for ever."""
    while process.poll() is None:
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(0.02)
    raise AssertionError(process.communicate())


@pytest.mark.parametrize("command", COMMANDS, ids=["mtcheck", "python -m mtcheck"])
def test_interrupt_ends_with_130_and_no_word(
    command: list[str], tmp_path: Path, processes: list[Process]
) -> None:
    pipe = tmp_path / "endless.txt"
    os.mkfifo(pipe)
    process = start(processes, command, "check", str(pipe))
    writer = open_when_read(pipe, process)
    try:
        process.send_signal(signal.SIGINT)
        out, error = process.communicate(timeout=10)
    finally:
        os.close(writer)
    assert (process.returncode, out, error) == (130, "", "")


def test_interrupt_while_the_program_loads() -> None:
    program = "import mtcheck.__main__ as program, sys, signal, os\n" \
        "class Finder:\n" \
        "    def find_spec(self, name, *rest):\n" \
        "        if name == 'mtcheck.cli':\n" \
        "            os.kill(os.getpid(), signal.SIGINT)\n" \
        "sys.meta_path.insert(0, Finder())\n" \
        "program.main()\n"  # fmt: skip
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (130, b"")


@pytest.mark.parametrize(
    "arguments", [("rules",), ("check", "a.txt"), ("check", "a.txt", "--diff")]
)
def test_a_closed_pipe_is_no_error(arguments: tuple[str, ...], tmp_path: Path) -> None:
    # Larger than a pipe's buffer: the writer meets the closed end.
    (tmp_path / "a.txt").write_text((FAULTY * 600).replace("Friday", "Friday  ,  then"))
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [*COMMANDS[0], *arguments],
        cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, env=NEUTRAL_ENVIRONMENT, check=False,
    )  # fmt: skip
    os.close(writer)
    assert run.stderr == b""
    assert run.returncode in (0, 1)


def read_until(stream: IO[str] | None, words: str) -> list[str]:
    assert stream is not None
    lines = []
    for line in stream:
        lines.append(line)
        if words in line:
            return lines
    raise AssertionError(f"ended without {words!r}: {lines}")


def test_watch_checks_again_until_interrupted(tmp_path: Path, processes: list[Process]) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text(FAULTY)
    process = start(
        processes, COMMANDS[0], "check", ".", "--watch", "--format", "concise", cwd=tmp_path
    )
    read_until(process.stderr, "findings; waiting for a change")
    path.write_text(CLEAN + " ")
    read_until(process.stderr, "clean; waiting for a change")
    (tmp_path / "b.en.txt").write_text(FAULTY)
    read_until(process.stderr, "findings; waiting for a change")
    path.unlink()
    (tmp_path / "b.en.txt").unlink()
    # A round between the two removals says other things first.
    read_until(process.stderr, "no article in this folder")
    read_until(process.stderr, "not all was checked; waiting for a change")
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=10)
    assert process.returncode == 130
    assert error == ""
    named = [line.partition(":")[0] for line in out.splitlines()]
    # A round may fall between the two removals, and tell of the one that is still there again.
    assert list(dict.fromkeys(named)) == ["a.en.txt", "b.en.txt"]
    assert "\x1b" not in out  # only a terminal is cleared


def test_watch_sees_the_configuration_change(tmp_path: Path, processes: list[Process]) -> None:
    (tmp_path / "a.en.txt").write_text(FAULTY)
    config = tmp_path / "mtcheck.toml"
    config.write_text('ignore = ["structure"]\n')
    process = start(processes, COMMANDS[0], "check", ".", "--watch", "-q", cwd=tmp_path)
    read_until(process.stderr, "clean; waiting for a change")
    config.write_text("ignore = []\n")
    read_until(process.stderr, "findings; waiting for a change")
    config.write_text("ignore = [\n")  # half written
    read_until(process.stderr, "not all was checked; waiting for a change")
    config.write_text('ignore = ["duplicated-headline"]\n')
    read_until(process.stderr, "clean; waiting for a change")


def test_watch_refuses_standard_input() -> None:
    run = installed("check", "-", "--watch", input=b"")
    assert run.returncode == 2
    assert b"standard input does not change" in run.stderr


def test_a_wrong_call_ends_the_watch(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    run = installed("check", ".", "--watch", "--select", "no-such-rule", cwd=tmp_path, timeout=20)
    assert run.returncode == 2


def test_snapshot_tells_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one")
    paths = [str(tmp_path)]
    before = snapshot(files_under(paths))
    assert snapshot(files_under(paths)) == before
    time.sleep(0.01)
    path.write_text("two")
    after = snapshot(files_under(paths))
    assert after != before
    (tmp_path / "b.txt").write_text("three")
    assert snapshot(files_under(paths)) != after
    assert snapshot(["no-such"]) == {"no-such": None}
