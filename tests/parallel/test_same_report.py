"""However many processes check, the report is the same, byte for byte."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcheck.config import Configuration
from mtcheck.config.found import FoundConfiguration
from mtcheck.jobs import in_order
from mtcheck.readers import ReadOptions
from mtcheck.reporters import FORMATS, reporter
from mtcheck.run import check_content, check_paths
from mtcheck.settings import Settings
from tests.cli.calls import NEUTRAL_ENVIRONMENT, installed, mtcheck
from tests.parallel.articles import FAULTY, GERMAN, RENDERINGS, write_articles

ENGLISH = Configuration(Settings(), ReadOptions("en"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles")
    write_articles(path)
    return path


@pytest.mark.parametrize("format", FORMATS)
def test_in_every_format(folder: Path, format: str) -> None:
    reports = [
        mtcheck("check", ".", "--no-cache", "--format", format, "-j", jobs, cwd=folder)
        for jobs in ("1", "2", "3")
    ]
    assert reports[0].returncode == 2  # one file cannot be read
    assert b"d.txt" in reports[0].stderr
    for other in reports[1:]:
        assert other.stdout == reports[0].stdout
        assert other.stderr == reports[0].stderr
        assert other.returncode == reports[0].returncode


def test_processes_that_are_not_forked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configuration = FoundConfiguration({}, [str(folder)])
    alone = reporter("json")(check_paths([str(folder)], configuration))
    monkeypatch.setattr("mtcheck.jobs.workers.start_method", lambda: "spawn")
    assert reporter("json")(check_paths([str(folder)], configuration, jobs=2)) == alone


def test_what_earlier_articles_render_otherwise(folder: Path) -> None:
    """They are held against the first article, whichever process had which."""
    report = check_paths([str(folder / "g.jsonl")], ENGLISH, jobs=2)
    found = {
        document.id: [f.message for f in document.findings if "rendered otherwise" in f.message]
        for document in report.documents
    }
    place = folder / "g.jsonl"
    assert found["0"] == found["3"] == []
    message = f"The same sentence is rendered otherwise in {place} [0]."
    assert {*found["1"]} == {*found["2"]} == {*found["11"]} == {message}


def test_settings_and_languages_by_path(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "mtcheck.toml"
    config.write_text(
        'glossaries = ["terms.tsv"]\n[severity]\nstructure = "critical"\n'
        '[per-path."a.*"]\nignore = ["structure"]\n[per-path."h.*"]\nlanguage = "de"\n'
        '[rules.overlong-sentence]\nallow = ["x"]\n'
    )
    (tmp_path / "terms.tsv").write_text("source\ttarget\tforbidden\nFluss\tstream\triver\n")
    call = ("check", ".", "--config", str(config), "--no-cache", "--format", "json")
    one, two = (mtcheck(*call, "-j", jobs, cwd=folder) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    documents = {d["path"]: d for d in json.loads(two.stdout)["documents"]}
    assert documents["h.txt"]["language"] == "de"
    assert b"critical" in two.stdout


def test_a_baseline_and_what_is_shown(folder: Path, tmp_path: Path) -> None:
    baselines = [tmp_path / f"{jobs}.json" for jobs in ("1", "2")]
    for jobs, baseline in zip(("1", "2"), baselines, strict=True):
        mtcheck("baseline", ".", "--output", str(baseline), "-j", jobs, cwd=folder)
    assert baselines[0].read_text() == baselines[1].read_text()
    call = ("check", ".", "--max-findings", "3", "--no-cache")
    one, two = (mtcheck(*call, "-j", jobs, cwd=folder) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    call = ("check", ".", "--baseline", str(baselines[0]), "--no-cache")
    one, two = (mtcheck(*call, "-j", jobs, cwd=folder) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)
    assert b"0 gone" in two.stderr


def test_changed_lines_alone(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", *words]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    write_articles(tmp_path)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    for name in ("a.txt", "b.md", "g.jsonl"):
        path = tmp_path / name
        path.write_text(path.read_text() + path.read_text().splitlines()[-1] + " , so .\n")
    call = ("check", ".", "--changed-since", "HEAD", "--no-cache", "--format", "json")
    one, two = (mtcheck(*call, "-j", jobs, cwd=tmp_path) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert json.loads(two.stdout)["documents"]


def test_fixes(tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        (tmp_path / jobs).mkdir()
        write_articles(tmp_path / jobs)
        mtcheck("check", ".", "--fix", "-j", jobs, cwd=tmp_path / jobs)
    for one in (tmp_path / "1").iterdir():
        assert one.read_bytes() == (tmp_path / "2" / one.name).read_bytes()
    assert (tmp_path / "2" / "a.txt").read_text() != FAULTY * 3


def test_a_stream_of_records(folder: Path) -> None:
    data = (folder / "g.jsonl").read_bytes()
    one, two = (installed("check", "-", "-j", jobs, input=data) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    named = ("check", "-", "--stdin-filename", "x.jsonl", "--format", "concise")
    one, two = (installed(*named, "-j", jobs, input=data) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert b"x.jsonl" in two.stdout


def test_articles_are_told_in_order_as_they_come(folder: Path) -> None:
    told: list[str] = []
    report = check_paths([str(folder)], ENGLISH, jobs=2, on_document=lambda d: told.append(d.name))
    assert told == [document.name for document in report.documents]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(st.sampled_from((*RENDERINGS, FAULTY, "", "Ой, сказал он .")), st.booleans()),
        max_size=12,
    ),
    st.integers(2, 4),
)
def test_any_order_of_articles(articles: list[tuple[str, bool]], jobs: int) -> None:
    lines = [
        json.dumps({"text": text, "lang": "en"} | ({"source": GERMAN} if has_source else {}))
        for text, has_source in articles
    ]
    content = "\n".join(lines)
    one = check_content(content, "x.jsonl", ENGLISH)
    two = check_content(content, "x.jsonl", ENGLISH, jobs=jobs)
    assert reporter("json")(one) == reporter("json")(two)


def test_whole_process_is_the_same_for_any_hash_seed(folder: Path) -> None:
    outputs = {
        installed(
            "check", ".", "-j", jobs, "--no-cache", cwd=folder,
            env=NEUTRAL_ENVIRONMENT | {"PYTHONHASHSEED": seed},
        ).stdout
        for jobs, seed in (("1", "1"), ("2", "2"))
    }  # fmt: skip
    assert len(outputs) == 1


def test_few_articles_start_no_process(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("started a process")

    monkeypatch.setattr("mtcheck.jobs.usable_cores", lambda: 8)
    monkeypatch.setattr("mtcheck.jobs.workers.Workers._started", refuse)
    check_paths([str(folder)], ENGLISH, jobs=0)  # fewer than 60,000 characters
    one = tmp_path / "one.txt"
    one.write_text(FAULTY)
    monkeypatch.setattr(in_order, "_PAYS_FROM", {"fork": 5000, "spawn": 5000})
    for jobs in (0, 2, 8):
        check_paths([str(one)], ENGLISH, jobs=jobs)
    one.write_text(FAULTY * 60)
    check_paths([str(one)], ENGLISH, jobs=0)
    many = tmp_path / "many"
    many.mkdir()
    for number in range(20):
        (many / f"{number}.txt").write_text(FAULTY * 12)
    with pytest.raises(AssertionError, match="started a process"):
        check_paths([str(many)], ENGLISH, jobs=0)
    monkeypatch.setattr("mtcheck.jobs.usable_cores", lambda: 1)
    check_paths([str(many)], ENGLISH, jobs=0)
