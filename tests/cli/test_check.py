"""`mtcheck check`, end to end: what it prints, where, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from mtcheck.reporters import FORMATS
from tests.cli.calls import CLEAN, FAULTY, NEUTRAL_ENVIRONMENT, installed, mtcheck


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_clean_article_exits_0(tmp_path: Path) -> None:
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, encoding="utf-8")
    run = installed("check", str(path))
    assert run.returncode == 0
    assert b"passed" in run.stdout
    assert run.stderr == b""


def test_finding_exits_1_and_shows_the_place(article: Path) -> None:
    run = installed("check", str(article), "--lang", "en")
    lines = run.stdout.decode().splitlines()
    assert run.returncode == 1
    assert lines[0] == f"{article}:3:1: major duplicated-headline"
    assert lines[1] == "    | Talks open in Moscow"
    assert lines[2] == "    | ^^^^^^^^^^^^^^^^^^^^"
    assert "\x1b" not in run.stdout.decode()


def test_fail_on_and_fail_under_decide_the_exit_code(article: Path) -> None:
    assert mtcheck("check", str(article), "--fail-on", "critical").returncode == 0
    assert mtcheck("check", str(article), "--fail-on", "never").returncode == 0
    assert (
        mtcheck("check", str(article), "--fail-on", "never", "--fail-under", "99").returncode == 1
    )
    assert mtcheck("check", str(article), "--ignore", "structure").returncode == 0
    assert mtcheck("check", str(article), "--select", "duplicated-headline").returncode == 1


def test_missing_file_exits_2_and_the_others_are_checked(article: Path) -> None:
    run = installed("check", "no-such.txt", str(article))
    assert run.returncode == 2
    assert run.stderr.decode() == "mtcheck: no-such.txt: there is no such file; check the path\n"
    assert b"duplicated-headline" in run.stdout


def test_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Première ligne\n\ncafé fermé\n".encode("latin-1"))
    run = mtcheck("check", str(path))
    assert run.returncode == 2
    assert "line 1: byte 0xE8 is no UTF-8" in run.stderr.decode()
    assert "--encoding" in run.stderr.decode()
    told = mtcheck("check", str(path), "--encoding", "latin-1", "--lang", "fr")
    assert told.returncode == 0


def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(CLEAN)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    run = mtcheck("check", str(path))
    assert run.returncode == 2
    assert "cannot be read" in run.stderr.decode()


def test_folder_without_articles(tmp_path: Path) -> None:
    run = mtcheck("check", str(tmp_path))
    assert run.returncode == 2
    assert "no article in this folder" in run.stderr.decode()


def test_broken_json_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    record = json.dumps({"id": "a", "text": FAULTY, "lang": "en"})
    path.write_text(f'{record}\n{{"text": \n\n{record}\n', encoding="utf-8")
    run = mtcheck("check", str(path))
    assert run.returncode == 2
    assert f"{path}: line 2: column" in run.stderr.decode()
    assert run.stdout.count(b"duplicated-headline") == 2


def test_empty_file_is_an_article_of_no_words(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    run = mtcheck("check", str(path), "--format", "json")
    (document,) = json.loads(run.stdout)["documents"]
    assert run.returncode == 0
    assert (document["words"], document["findings"], document["score"]) == (0, [], 100.0)


def test_standard_input() -> None:
    run = installed("check", "-", "--lang", "en", input=FAULTY.encode())
    assert run.returncode == 1
    assert run.stdout.decode().startswith("-:3:1: ")
    lines = installed("check", "-", input=json.dumps({"text": FAULTY, "lang": "en"}).encode())
    assert lines.returncode == 1


def test_wrong_calls_exit_2(article: Path) -> None:
    for wrong in (
        ["--lang", "no language"],
        ["--format", "pdf"],
        ["--confidence", "sure"],
        ["--fail-on", "always"],
        ["--encoding", "utf-99"],
        ["--select", "duplicate-headline"],
        ["--output", "no/such/folder/report.json"],
    ):
        run = mtcheck("check", str(article), *wrong)
        assert run.returncode == 2, wrong
        assert run.stderr
        assert b"Traceback" not in run.stderr
    assert "did you mean duplicated-headline?" in mtcheck(
        "check", str(article), "--select", "duplicate-headline"
    ).stderr.decode().replace("\n", " ")


def test_output_replaces_the_file_whole(article: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_text("old")
    run = mtcheck("check", str(article), "--format", "json", "--output", str(report))
    assert run.returncode == 1
    assert run.stdout == b""
    assert json.loads(report.read_text(encoding="utf-8"))["version"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "report.json"]


def test_terminal_escapes_never_reach_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "escape.txt"
    path.write_text("Talks \x1b[31mopen\n\nTalks \x1b[31mopen\n\nThey met.\n", encoding="utf-8")
    run = mtcheck("check", str(path), "--lang", "en")
    assert b"\x1b" not in run.stdout
    assert b"<U+001B>" in run.stdout


def test_a_closed_pipe_ends_quietly(article: Path) -> None:
    command = Path(sys.executable).parent / "mtcheck"
    reader, writer = os.pipe()
    os.close(reader)
    run = subprocess.run(
        [command, "check", str(article)], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert run.stderr == b""


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    outputs = {
        installed(
            "check",
            str(seeds),
            "--format",
            "json",
            env=NEUTRAL_ENVIRONMENT | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


def test_github_step_summary(article: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    environment = NEUTRAL_ENVIRONMENT | {"GITHUB_STEP_SUMMARY": str(summary)}
    mtcheck("check", str(article), "--format", "github", env=environment)
    assert "**failed**" in summary.read_text(encoding="utf-8")


def test_rules_and_explain() -> None:
    listed = mtcheck("rules")
    assert listed.returncode == 0
    assert b"duplicated-headline" in listed.stdout
    cards = json.loads(mtcheck("rules", "--format", "json").stdout)
    assert {"name", "family", "severity", "confidence"} <= cards[0].keys()
    explained = mtcheck("explain", "duplicated-headline")
    assert explained.returncode == 0
    assert "⟦Talks open in Moscow⟧" in explained.stdout.decode()
    family = mtcheck("explain", "names")
    assert family.returncode == 0
    assert "foreign-transliteration" in family.stdout.decode()
    unknown = mtcheck("explain", "duplicate-headline")
    assert unknown.returncode == 2


def test_version() -> None:
    from mtcheck import __version__

    assert installed("--version").stdout.decode() == f"mtcheck {__version__}\n"


FIXABLE = FAULTY + "\nTom &amp; Ann went home , he said.\n"


def test_fix_mends_what_is_safe_and_reports_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIXABLE, encoding="utf-8")
    run = mtcheck("check", str(path), "--lang", "en", "--fix")
    text = path.read_text(encoding="utf-8")
    assert text.count("Talks open in Moscow") == 1
    assert "Tom & Ann went home, he said." in text
    assert b"mended in 1 file" in run.stderr
    assert run.returncode == 0
    again = mtcheck("check", str(path), "--lang", "en", "--fix")
    assert b"0 findings mended in 0 files" in again.stderr


def test_diff_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FIXABLE, encoding="utf-8")
    run = mtcheck("check", str(path), "--lang", "en", "--diff")
    assert run.returncode == 1
    assert b"+Tom & Ann went home, he said." in run.stdout
    assert path.read_text(encoding="utf-8") == FIXABLE
    path.write_text(CLEAN, encoding="utf-8")
    assert mtcheck("check", str(path), "--lang", "en", "--diff").returncode == 0


def test_several_reports_of_one_run(article: Path, tmp_path: Path) -> None:
    sarif, page = tmp_path / "out.sarif", tmp_path / "out.html"
    run = mtcheck(
        "check", str(article), "--lang", "en",
        "--report", f"sarif={sarif}", "--report", f"html={page}",
    )  # fmt: skip
    assert run.returncode == 1
    assert b"duplicated-headline" in run.stdout
    assert json.loads(sarif.read_text())["runs"][0]["results"]
    assert page.read_text().startswith("<!DOCTYPE html>")
    assert mtcheck("check", str(article), "--report", "pdf=x").returncode == 2


def test_what_could_not_be_read_has_not_passed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9")
    run = mtcheck("check", ".", "--fail-on", "never", cwd=tmp_path)
    assert run.returncode == 2
    assert run.stdout.decode().splitlines()[-1].startswith("failed: 1 article")
    assert not json.loads(mtcheck("check", "b.txt", "--format", "json", cwd=tmp_path).stdout)[
        "summary"
    ]["passed"]


@pytest.mark.skipif(os.name == "nt", reason="file names of POSIX are bytes")
@pytest.mark.parametrize("format", [name for name in FORMATS if name != "github"])
def test_a_file_name_may_hold_anything(tmp_path: Path, format: str) -> None:
    name = os.fsdecode(b"new\nline \x1b[31m caf\xe9.en.txt")
    (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    run = mtcheck("check", ".", "--format", format, "--output", "out", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (1, b"")
    report = (tmp_path / "out").read_text(encoding="utf-8")
    assert "duplicated-headline" in report
    if format == "sarif":
        result = json.loads(report)["runs"][0]["results"][0]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote_to_bytes(place) == os.fsencode(name)


@pytest.mark.skipif(os.name == "nt", reason="the shell's >&- and <&-")
def test_streams_that_are_closed(article: Path) -> None:
    def shell(command: str) -> subprocess.CompletedProcess[bytes]:
        call = ["sh", "-c", f'exec "$0" -m mtcheck check {command}', sys.executable, str(article)]
        return subprocess.run(call, capture_output=True, check=False, env=NEUTRAL_ENVIRONMENT)

    assert shell('"$1" >&-').returncode == 1
    assert shell('"$1" 2>&-').returncode == 1
    for named in ("", " --stdin-filename a.txt"):
        run = shell(f"-{named} <&-")
        assert run.returncode == 2
        assert b"standard input is closed" in run.stderr and b"Traceback" not in run.stderr
