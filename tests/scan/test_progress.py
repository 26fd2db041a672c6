"""What a person sees while a scan goes on, and nobody else."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mtcheck.cli.scan_progress import told
from mtcheck.scan.progress import Progress
from tests.cli.calls import NEUTRAL_ENVIRONMENT
from tests.scan.corpora import records, write


def test_rate_and_time_left() -> None:
    assert told(Progress(1000, 400_000, 0.25), 10) == (
        "25.0 % · 1,000 documents · 100 documents/s · 40,000 words/s · 0:00:30 left"
    )


def test_what_an_earlier_run_did_makes_no_rate() -> None:
    said = told(Progress(1000, 400_000, 0.75, resumed=0.5), 10)
    assert said == "75.0 % · 1,000 documents · 100 documents/s · 40,000 words/s · 0:00:10 left"


def test_nothing_is_promised_where_nothing_is_known() -> None:
    assert told(Progress(0, 0, 0.5, resumed=0.5), 0) == "50.0 % · 0 documents"
    assert told(Progress(5, 10), 1) == "5 documents · 5 documents/s · 10 words/s"


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_on_a_terminal_a_line_is_drawn_and_taken_away(tmp_path: Path) -> None:
    import pty

    write(tmp_path / "a.jsonl", records(60))
    command = str(Path(sys.executable).parent / "mtcheck")
    environment = {k: v for k, v in NEUTRAL_ENVIRONMENT.items() if k != "CI"}
    child, terminal = pty.fork()
    if not child:
        os.chdir(tmp_path)
        call = [command, "scan", "a.jsonl", "-o", "out", "--jobs", "1"]
        os.execve(command, call, {**environment, "TERM": "xterm", "COLUMNS": "100"})
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    lines = shown.decode().split("\r\x1b[K")
    assert any("% · " in line and "documents/s" in line for line in lines)
    assert lines[-1].lstrip().startswith("# Scan: 60 documents")
