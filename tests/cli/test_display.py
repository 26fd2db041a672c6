"""How a run looks: concise, quiet, verbose, statistics, colour, progress, exit codes, help."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from mtcheck.cli.progress import Progress
from mtcheck.finding import DocumentReport, Origin
from tests.cli.calls import CLEAN, FAULTY, NEUTRAL_ENVIRONMENT, mtcheck

OTAN = "Vote in Bern\n\nThe OTAN met in Bern on Friday, the Kremlin said.\n"
PLAIN = {
    name: value
    for name, value in NEUTRAL_ENVIRONMENT.items()
    if name not in ("FORCE_COLOR", "CI", "TERM")
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "a.en.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.en.txt").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "c.en.txt").write_text(OTAN, encoding="utf-8")
    return tmp_path


def test_concise_is_a_finding_a_line(articles: Path) -> None:
    run = mtcheck("check", ".", "--format", "concise", cwd=articles)
    lines = run.stdout.decode().splitlines()
    assert run.returncode == 1
    assert [line.partition(": ")[0] for line in lines] == ["a.en.txt:3:1", "c.en.txt:3:5"]
    assert lines[0].startswith("a.en.txt:3:1: major duplicated-headline: The headline ")
    errorformat = re.compile(r"(?P<f>[^:]+):(?P<l>\d+):(?P<c>\d+): (?P<t>\w+) (?P<m>.+)")
    assert all(errorformat.fullmatch(line) for line in lines)
    clean = mtcheck("check", "b.en.txt", "--format", "concise", cwd=articles)
    assert (clean.returncode, clean.stdout) == (0, b"")


def test_concise_keeps_a_name_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "a\nb\x1b[31m.txt").write_text(FAULTY, encoding="utf-8")
    run = mtcheck("check", ".", "--format", "concise", "--lang", "en", cwd=tmp_path)
    (line,) = run.stdout.decode().splitlines()
    assert line.startswith("a<U+000A>b<U+001B>[31m.txt:3:1: ")


def test_quiet_prints_findings_alone(articles: Path) -> None:
    loud = mtcheck("check", ".", cwd=articles).stdout.decode()
    run = mtcheck("check", ".", "no-such.txt", "-q", cwd=articles)
    said = run.stdout.decode()
    assert run.returncode == 2
    assert "duplicated-headline" in said
    assert "score" not in said
    assert "failed" not in said
    assert set(said.splitlines()) < set(loud.splitlines())
    assert run.stderr.decode() == "mtcheck: no-such.txt: there is no such file; check the path\n"
    assert mtcheck("check", "b.en.txt", "-q", cwd=articles).stdout == b""


def test_quiet_fixes_say_nothing(articles: Path) -> None:
    run = mtcheck("check", "a.en.txt", "-q", "--fix", cwd=articles)
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert (articles / "a.en.txt").read_text(encoding="utf-8") != FAULTY


def test_verbose_says_what_was_read_and_how(articles: Path) -> None:
    (articles / "d.txt").write_text(CLEAN, encoding="utf-8")
    run = mtcheck("check", ".", "-v", "--format", "json", cwd=articles)
    json.loads(run.stdout)
    said = run.stderr.decode()
    assert re.search(
        r"^mtcheck: a\.en\.txt: \d+ words in \d+ ms · en \(by the file's name\)", said, re.M
    )
    assert re.search(r"^mtcheck: d\.txt: .*en \(found out from the text\)", said, re.M)
    assert re.search(r"^mtcheck: rules: \d+ asked", said, re.M)
    told = mtcheck(
        "check", "a.en.txt", "-v", "--lang", "en-GB", "--source-lang", "fr", cwd=articles
    )
    assert "en-GB (as told) · translated from French (given)" in told.stderr.decode()


def test_verbose_tells_what_held_back(tmp_path: Path) -> None:
    text = "Vote in Bern\n\nMinister Jane Roe recalled that the vote was open on Friday.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run = mtcheck("check", "a.txt", "-v", "--lang", "en", cwd=tmp_path)
    assert "held back: calque 1; --confidence low shows them" in run.stderr.decode()
    low = mtcheck("check", "a.txt", "-v", "--lang", "en", "--confidence", "low", cwd=tmp_path)
    assert b"calque" in low.stdout
    assert "held back: calque" not in low.stderr.decode()


def test_statistics(articles: Path) -> None:
    (articles / "e.en.txt").write_text(FAULTY, encoding="utf-8")
    run = mtcheck("check", ".", "--statistics", cwd=articles)
    assert run.returncode == 1
    lines = run.stdout.decode().splitlines()
    assert lines[:2] == [
        "2  duplicated-headline   major  --fix",
        "1  untranslated-acronym  major",
    ]
    assert lines[3:5] == ["2  structure", "1  untranslated"]
    assert lines[-1].startswith("failed: 4 articles · ")
    counted = json.loads(
        mtcheck("check", ".", "--statistics", "--format", "json", cwd=articles).stdout
    )
    assert counted["rules"][0] == {
        "rule": "duplicated-headline",
        "family": "structure",
        "count": 2,
        "articles": 2,
        "severities": {"critical": 0, "major": 2, "minor": 0, "neutral": 0},
        "fixable": 2,
        "unsafely_fixable": 2,
    }
    assert sum(row["count"] for row in counted["families"]) == 3
    assert mtcheck("check", ".", "--statistics", "--format", "sarif", cwd=articles).returncode == 2
    clean = mtcheck("check", "b.en.txt", "--statistics", cwd=articles).stdout.decode()
    assert clean.startswith("passed: 1 article · ")


def test_statistics_leave_other_reports_whole(articles: Path) -> None:
    mtcheck("check", ".", "--statistics", "--report", "json=all.json", cwd=articles)
    assert len(json.loads((articles / "all.json").read_text())["documents"]) == 3


def test_colour(articles: Path) -> None:
    def coloured(*arguments: str, **environment: str) -> bool:
        run = mtcheck("check", "a.en.txt", *arguments, cwd=articles, env={**PLAIN, **environment})
        return b"\x1b[" in run.stdout

    assert not coloured()
    assert coloured("--color", "always")
    assert coloured("--color", "always", NO_COLOR="1")
    assert coloured(FORCE_COLOR="1")
    assert coloured("--format", "concise", FORCE_COLOR="1")
    assert not coloured("--color", "never", FORCE_COLOR="1")
    assert not coloured(FORCE_COLOR="1", NO_COLOR="1")
    assert not coloured("--format", "json", FORCE_COLOR="1")
    assert mtcheck("check", "a.en.txt", "--color", "pink", cwd=articles).returncode == 2


def test_exit_zero_hides_findings_and_no_failure(articles: Path) -> None:
    assert mtcheck("check", ".", "--exit-zero", cwd=articles).returncode == 0
    assert mtcheck("check", ".", "--exit-zero", "--fail-under", "99", cwd=articles).returncode == 0
    assert mtcheck("check", ".", "--exit-zero", "--diff", cwd=articles).returncode == 0
    assert mtcheck("check", ".", "none.txt", "--exit-zero", cwd=articles).returncode == 2


@pytest.mark.parametrize("kind", ["sarif", "gitlab", "junit", "markdown", "html", "concise"])
def test_writing_a_report_never_changes_the_exit_code(kind: str, articles: Path) -> None:
    for path, code in (("a.en.txt", 1), ("b.en.txt", 0), ("none.txt", 2)):
        reports = ["--report", f"{kind}=one", "--report", "json=two.json", "--output", "three"]
        run = mtcheck("check", path, *reports, cwd=articles)
        assert run.returncode == code
        assert all((articles / name).is_file() for name in ("one", "two.json", "three"))


def test_every_report_that_can_be_written_is(articles: Path) -> None:
    reports = ["--report", "json=no/such/folder.json", "--report", "sarif=x.sarif"]
    run = mtcheck("check", "b.en.txt", *reports, cwd=articles)
    assert run.returncode == 2
    assert "no/such/folder.json: cannot be written" in run.stderr.decode()
    assert (articles / "x.sarif").is_file()
    assert b"passed" in run.stdout


def test_a_report_can_go_to_a_device(articles: Path) -> None:
    run = mtcheck("check", "b.en.txt", "--output", "/dev/null", cwd=articles)
    assert (run.returncode, run.stdout) == (0, b"")
    assert Path("/dev/null").is_char_device()


def document(words: int) -> DocumentReport:
    return DocumentReport(
        "a\x1b[2J.txt", None, "", "en", None, Origin(None, 0.9), words, 0.0, 100.0, {}, ()
    )


def test_progress_waits_then_draws_one_line_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.5, 2.0, 2.05, 4.0])
    monkeypatch.setattr("mtcheck.cli.progress.time.monotonic", lambda: next(clock))
    stream = io.StringIO()
    progress = Progress(stream)
    progress(document(1_000))
    assert stream.getvalue() == ""
    progress(document(3_000))
    drawn = "\r\x1b[K2 articles · 4,000 words · 2,000 words/s · a<U+001B>[2J.txt"
    assert stream.getvalue() == drawn
    progress(document(1_000))
    assert stream.getvalue() == drawn  # not again so soon
    progress(document(1_000))
    assert stream.getvalue().count("\r") == 2
    assert "\n" not in stream.getvalue()
    progress.end()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_no_progress_on_a_pipe(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = mtcheck("check", ".", cwd=articles)
    assert run.stderr == b""


def test_help_groups_the_options() -> None:
    lines = mtcheck("check", "--help").stdout.decode().splitlines()
    heads = [line for line in lines if line.endswith(":") and not line.startswith(" ")]
    assert heads[0] == "Arguments:"
    assert heads[-1] == "Other options:"
    under = lines[lines.index("Fixes:") :]
    assert next(line for line in under if "--fix" in line).startswith("  --fix ")
