"""How many processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtcheck import jobs
from tests.cli.calls import mtcheck


@pytest.mark.parametrize(("value", "number"), [("auto", 0), ("0", 0), ("1", 1), ("12", 12)])
def test_numbers(value: str, number: int) -> None:
    assert jobs.parsed_jobs(value) == number


@pytest.mark.parametrize("value", ["-1", "two", "", "1.5", "²"])
def test_no_numbers(value: str, tmp_path: Path) -> None:
    called = mtcheck("check", "x.txt", f"--jobs={value}", cwd=tmp_path)
    assert called.returncode == 2
    assert b"is no number of processes; write 2, or auto" in called.stderr


@pytest.mark.parametrize("value", ["1025", "9" * 5000])
def test_too_many(value: str) -> None:
    with pytest.raises(ValueError, match="too many processes; 1024 are the most"):
        jobs.parsed_jobs(value)


@pytest.mark.parametrize(
    ("quota", "cores"),
    [
        ("150000 100000\n", 2),
        ("50000 100000", 1),
        ("max 100000", 6),
        ("x", 6),
        ("900000 100000", 6),
    ],
)
def test_a_container_grants_fewer_cores(
    quota: str, cores: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cpu.max").write_text(quota)
    monkeypatch.setattr(jobs, "_QUOTA", str(tmp_path / "cpu.max"))
    monkeypatch.setattr(jobs.os, "sched_getaffinity", lambda _: range(6), raising=False)
    assert jobs.usable_cores() == cores
