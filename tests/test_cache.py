"""The cache is never wrong: what it holds is used for the very same files alone."""

import os
from pathlib import Path

import pytest

from mtcheck.cache import remembered


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path


def make_from(path: Path, calls: list[str]) -> str:
    calls.append("made")
    return path.read_text()


def test_made_once_for_the_same_file(folder: Path) -> None:
    data, calls = folder / "data.tsv", list[str]()
    data.write_text("one")
    for _ in range(3):
        assert remembered("thing", [data], lambda: make_from(data, calls)) == "one"
    assert calls == ["made"]
    assert [path.name for path in (folder / "cache").iterdir()] == ["thing.marshal"]


def test_made_anew_when_the_file_changes(folder: Path) -> None:
    data, calls = folder / "data.tsv", list[str]()
    for text in ("one", "three"):
        data.write_text(text)
        assert remembered("thing", [data], lambda: make_from(data, calls)) == text


@pytest.mark.parametrize("damage", [b"", b"abc", b"\x00" * 40, b"junk" * 1000])
def test_a_damaged_file_is_as_good_as_none(folder: Path, damage: bytes) -> None:
    data = folder / "data.tsv"
    data.write_text("one")
    remembered("thing", [data], lambda: make_from(data, []))
    stored = folder / "cache" / "thing.marshal"
    stored.write_bytes(damage)
    assert remembered("thing", [data], lambda: make_from(data, [])) == "one"


def test_a_cache_that_cannot_be_written_does_not_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data.tsv"
    data.write_text("one")
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(data / "no folder"))
    assert remembered("thing", [data], lambda: make_from(data, [])) == "one"


def test_it_can_be_turned_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, calls = tmp_path / "data.tsv", list[str]()
    data.write_text("one")
    monkeypatch.setenv("MTCHECK_CACHE_DIR", "")
    for _ in range(2):
        remembered("thing", [data], lambda: make_from(data, calls))
    assert calls == ["made", "made"]
    assert not os.path.exists(tmp_path / "thing.marshal")  # noqa: PTH110
