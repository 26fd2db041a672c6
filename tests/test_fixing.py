"""Fixes in files: whole or not at all, with encoding, newlines and mode kept."""

import stat
from pathlib import Path

import pytest

from mtcheck.config import Configuration
from mtcheck.fixing import diff, fixed_files, write_fixed
from mtcheck.readers import ReadOptions
from mtcheck.run import check_paths
from mtcheck.settings import Settings

FAULTY = (
    "Talks open in Genève\r\n\r\nTalks open in Genève\r\n\r\nDelegates met , he said.\r\n\r\n"
    "Tom &amp; Ann went home.\r\n"
)


def fixed(path: Path, **options: bool) -> list:
    report = check_paths([str(path)], Configuration(Settings(), ReadOptions("en")))
    return list(fixed_files(report.documents, **({"unsafe": False} | options)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encoding_newlines_and_mode_are_kept(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(FAULTY.encode(encoding))
    path.chmod(0o640)
    [file] = fixed(path)
    assert write_fixed(file, None) is None
    after = path.read_bytes().decode(encoding)
    assert after == file.after
    assert after.count("Talks open") == 1
    assert "Tom & Ann" in after
    assert after.count("\r\n") == after.count("\n")
    assert path.read_bytes()[:2] == FAULTY.encode(encoding)[:2]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
    assert fixed(path) == []


def test_a_file_that_may_not_be_written_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, newline="")
    path.chmod(0o444)
    monkeypatch.setattr("os.access", lambda path, mode: False)  # root may write anything
    [file] = fixed(path)
    assert write_fixed(file, None) == (str(path), "cannot be fixed: Permission denied")
    assert path.read_bytes() == FAULTY.encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, newline="")
    [file] = fixed(path)
    path.write_text("New text.", newline="")
    failure = write_fixed(file, None)
    assert failure is not None
    assert "changed while" in failure.message
    assert path.read_text() == "New text."


def test_a_fix_that_the_encoding_cannot_hold_leaves_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Caf&eacute; &mdash; he said.\n".encode("ascii"))
    [file] = fixed(path)
    failure = write_fixed(file, "ascii")
    assert failure is not None
    assert path.read_bytes() == b"Caf&eacute; &mdash; he said.\n"


def test_records_are_not_rewritten(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "1", "text": "Tom &amp; Ann went home."}\n')
    assert fixed(path) == []


def test_the_diff_shows_what_would_change(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FAULTY, newline="")
    [file] = fixed(path)
    lines = diff(file).splitlines()
    assert "-Tom &amp; Ann went home." in lines
    assert "+Tom & Ann went home." in lines


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text(FAULTY, newline="")
    link.symlink_to(path)
    [file] = fixed(link)
    assert write_fixed(file, None) is None
    assert link.is_symlink()
    assert "Tom & Ann" in path.read_text()
