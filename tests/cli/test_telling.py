"""A run that need not keep its documents prints what one that keeps them prints."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.cli import spool
from mtcheck.cli.spool import Spool
from mtcheck.config.found import FoundConfiguration
from mtcheck.finding import DocumentReport
from mtcheck.reporters import reporter
from mtcheck.run import check_paths
from tests.cli.calls import mtcheck
from tests.parallel.articles import write_articles


@pytest.mark.parametrize("format", ["text", "concise", "json", "jsonl"])
def test_the_same_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    write_articles(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    whole = reporter(format)(check_paths(["."], FoundConfiguration({}, ["."])))
    assert len(whole) > 1000
    run = mtcheck("check", "--no-cache", "--format", format, "--jobs", "1", cwd=tmp_path)
    assert run.stdout.decode() == whole
    mtcheck("check", "--no-cache", "--format", format, "--output", "report", cwd=tmp_path)
    assert (tmp_path / "report").read_text(encoding="utf-8") == whole


def test_nothing_to_check(tmp_path: Path) -> None:
    folder = str(tmp_path)
    run = mtcheck("check", folder, "--no-cache", "--format", "json")
    empty = reporter("json")(check_paths([folder], FoundConfiguration({}, [folder])))
    assert run.stdout.decode() == empty


def test_documents_are_counted_and_not_kept(tmp_path: Path) -> None:
    write_articles(tmp_path)
    configuration = FoundConfiguration({}, [str(tmp_path)])
    kept = check_paths([str(tmp_path)], configuration)
    told: list[DocumentReport] = []
    report = check_paths(
        [str(tmp_path)], configuration, on_document=told.append, keeps_documents=False
    )
    assert report.documents == ()
    assert [each.findings for each in told] == [each.findings for each in kept.documents]
    assert report.tally == kept.tally
    assert sum(report.counts().values()) == len(kept.findings)
    assert (report.words, report.score, report.passed) == (kept.words, kept.score, kept.passed)
    assert (report.errors, report.signature) == (kept.errors, kept.signature)


@given(st.lists(st.text(st.characters(), max_size=40)))
def test_pieces_come_back(pieces: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "_MOST_HELD", 20)
        held = Spool()
        for piece in pieces:
            held.add(piece)
        assert "".join(held) == "".join(pieces)


def test_where_no_file_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(buffering: int) -> NoReturn:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(spool, "_MOST_HELD", 2)
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    held = Spool()
    for piece in ("one ", "two ", "three"):
        held.add(piece)
    assert "".join(held) == "one two three"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "_MOST_HELD", 2)
    with Path("/dev/full").open("r+b", buffering=0) as full:
        monkeypatch.setattr("tempfile.TemporaryFile", lambda buffering: full)
        held = Spool()
        for piece in ("one ", "two ", "three"):
            held.add(piece)
        assert "".join(held) == "one two three"
