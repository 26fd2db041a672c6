"""`--engine ray` on a Ray of this machine. Heavy: `python -m pytest -m engines tests/engines`."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mtcheck.scan.schema import TABLES
from tests.cli.calls import NEUTRAL_ENVIRONMENT
from tests.scan.corpora import files, records, table, write

pytestmark = pytest.mark.engines
pytest.importorskip("ray", reason="needs the extra mtcheck[ray]")


def command(output: str, engine: str) -> list[str]:
    program = str(Path(sys.executable).parent / "mtcheck")
    return [
        program, "scan", "a.jsonl", "b.parquet", "c.jsonl.gz", "gone.jsonl", "-o", output,
        "--engine", engine, "--jobs", "2", "--shard-size", "100", "--keep", "lang,section",
        "--where", "words > 5 or 'duplicated-headline' in rules", "-q",
    ]  # fmt: skip


def scan(folder: Path, output: str, engine: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(output, engine), cwd=folder, capture_output=True, check=False,
        env={**NEUTRAL_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip


def written(output: Path) -> dict[str, bytes]:
    """Tables and reports."""
    return {path: data for path, data in files(output).items() if not path.startswith(".")}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Four inputs: one with broken records, one with other types, one that is not there."""
    write(tmp_path / "a.jsonl", [{**each, "section": "sport"} for each in records(230)])
    with (tmp_path / "a.jsonl").open("ab") as stream:
        stream.write(b'broken\n\n{"text": 5, "id": "x"}\n{"text": "half \\ud800", "id": 3}\n')
    write(tmp_path / "b.parquet", [{**each, "section": [1]} for each in records(170)])
    write(tmp_path / "c.jsonl.gz", [{"id": 4, "text": "x", "mtcheck_ignore": ["structure"]}])
    return tmp_path


def test_ray_writes_what_the_local_engine_writes(corpus: Path) -> None:
    local, ray = scan(corpus, "local", "local"), scan(corpus, "ray", "ray")
    assert (local.returncode, ray.returncode) == (2, 2), ray.stderr.decode()
    assert [len(table(corpus / "local", name)) for name in TABLES][2] == 4
    assert written(corpus / "ray") == written(corpus / "local")
    assert local.stderr == ray.stderr


def test_killed_on_ray_it_goes_on_on_either_engine(corpus: Path) -> None:
    process = subprocess.Popen(
        command("broken", "ray"), cwd=corpus, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**NEUTRAL_ENVIRONMENT, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    while process.poll() is None:
        if list(corpus.glob("broken/.mtcheck-scan/shards/0*")):
            break
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not (corpus / "broken" / "report.json").exists()
    shutil.copytree(corpus / "broken", corpus / "again")
    assert scan(corpus, "whole", "local").returncode == 2
    for output, engine in (("broken", "local"), ("again", "ray")):
        assert scan(corpus, output, engine).returncode == 2
        assert written(corpus / output) == written(corpus / "whole")
