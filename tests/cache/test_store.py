"""The files of the cache: whole or not there, for their owner alone, and not too many."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from mtcheck.results.store import Store
from tests.cache.test_results import check, fresh, outcome
from tests.cli.calls import NEUTRAL_ENVIRONMENT
from tests.parallel.articles import write_articles

RESULTS = {"key": [[], ["en", 1.5, None, "\udcff é"]]}
POSIX = pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")


def store_at(folder: Path, limit: int = 10_000_000) -> Store:
    store = Store.at(folder, limit)
    assert store is not None
    return store


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*") if path.is_file())


def test_what_was_written_is_read(tmp_path: Path) -> None:
    store = store_at(tmp_path / "results")
    name = store.name_of(b"settings", "a.txt")
    assert store.read(name) == {}
    store.write(name, RESULTS)
    assert store.read(name) == RESULTS
    assert store.read(store.name_of(b"settings", "b.txt")) == {}
    assert store.read(store.name_of(b"others", "a.txt")) == {}
    store.write(name, {})
    assert store.read(name) == {}
    assert len(files(tmp_path / "results")) == 1


@pytest.mark.parametrize("at", [0, 0.2, 0.5, 0.9, 1])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, at: float) -> None:
    store = store_at(tmp_path / "results")
    store.write("0123", RESULTS)
    (path,) = files(tmp_path / "results")
    data = path.read_bytes()
    place = int(at * (len(data) - 1))
    for damaged in (data[:place], data[:place] + b"~" + data[place + 1 :], data + b"}"):
        path.write_bytes(damaged)
        assert store.read("0123") == {}


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """Few articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder, records=3)
    return folder


@pytest.mark.parametrize(
    "body", [b"[]", b"null", b"{", b'{"a": [', b"[" * 100_000, b'{"a": NaN}', b'{"a": {"b": 1}}']
)
def test_other_data_does_no_harm(tmp_path: Path, body: bytes, few: Path) -> None:
    from mtcheck.results import store as module

    expected = outcome(check(few))
    kept = files(tmp_path / "cache" / "results")
    assert kept
    for path in kept:
        path.write_bytes(module._HEAD + module._checksum(body) + body)
    assert outcome(check(few)) == expected


def test_plain_data_of_another_shape_is_checked_anew(tmp_path: Path, few: Path) -> None:
    expected = outcome(check(few))
    store = store_at(tmp_path / "cache" / "results")
    kept = files(tmp_path / "cache" / "results")
    assert kept
    for path in kept:
        name = path.parent.name + path.name
        for shape in ([], [[], {}], [1, 2], "x", [[[1]], None], [[], [None] * 10]):
            store.write(name, dict.fromkeys(store.read(name), shape))  # type: ignore[arg-type]
            assert outcome(check(few)) == expected


@POSIX
def test_it_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "results"
    before = os.umask(0)
    try:
        store_at(folder).write("0123", RESULTS)
    finally:
        os.umask(before)
    (path,) = files(folder)
    assert folder.stat().st_mode & 0o777 == path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600
    folder.chmod(0o777)
    assert Store.at(folder) is None
    folder.chmod(0o755)
    assert Store.at(folder) is not None


def test_a_folder_that_cannot_be_made_or_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert Store.at(tmp_path / "file" / "results") is None
    store = store_at(tmp_path / "results")
    (tmp_path / "results" / "01").write_text("in the way")
    store.write("0123", RESULTS)
    assert store.read("0123") == {}


def test_the_oldest_go_where_there_are_too_many(tmp_path: Path) -> None:
    store = store_at(tmp_path, limit=20_000)
    now = time.time()
    for number in range(40):
        name = f"{number:02}{'a' * 30}"
        store.write(name, {"key": [["x" * 1000], None]})
        os.utime(tmp_path / name[:2] / name[2:], (now - 100 + number,) * 2)
    store.prune()
    left = [path.parent.name for path in files(tmp_path)]
    assert left == [f"{number:02}" for number in range(40 - len(left), 40)]
    assert 12_000 < sum(path.stat().st_size for path in files(tmp_path)) <= 16_000


def test_what_nobody_used_goes(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for name in ("01", "02", "03"):
        store.write(name + "a", RESULTS)
    days = 24 * 3600
    os.utime(tmp_path / "01" / "a", (time.time() - 40 * days,) * 2)
    os.utime(tmp_path / "02" / "a", (time.time() - 20 * days,) * 2)
    (tmp_path / "03" / "a.half-written").write_text("")
    os.utime(tmp_path / "03" / "a.half-written", (time.time() - days,) * 2)
    assert store.read("02a")  # used: it stays for another month
    store.prune()
    assert [path.parent.name for path in files(tmp_path)] == ["02", "03"]
    assert (tmp_path / "02" / "a").stat().st_mtime > time.time() - days
    os.utime(tmp_path / "03" / "a", (time.time() - 40 * days,) * 2)
    store.prune()  # not twice a day
    assert len(files(tmp_path)) == 2


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    for name in range(3):
        (folder / str(name)).mkdir(parents=True)
        write_articles(folder / str(name), records=24)
    return folder


def start(folder: Path, cache: Path) -> subprocess.Popen[bytes]:
    command = [str(Path(sys.executable).parent / "mtcheck"), "check", ".", "--format", "json"]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=NEUTRAL_ENVIRONMENT | {"MTCHECK_CACHE_DIR": str(cache)},
    )  # fmt: skip


def test_two_runs_at_once_and_one_that_is_killed(many: Path, tmp_path: Path) -> None:
    (many / "large.txt").write_text("Delegates met in Moscow on Friday, he said.\n\n" * 1_200)
    expected = fresh(many, "--format", "json").stdout
    cache = tmp_path / "shared"
    copytree(os.environ["MTCHECK_CACHE_DIR"], cache, ignore=ignore_patterns("results"))
    chance = random.Random(4)
    for _ in range(2):
        killed = start(many, cache)
        time.sleep(chance.uniform(0.2, 1.0))
        killed.kill()
        killed.communicate()
    runs = [start(many, cache) for _ in range(2)]
    for run in runs:
        assert run.communicate(timeout=60)[0] == expected
    assert files(cache / "results")
    assert start(many, cache).communicate(timeout=60)[0] == expected
