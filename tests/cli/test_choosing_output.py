"""What is read without a path, and how much of what was found is shown."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import CLEAN, FAULTY, installed, mtcheck

MILD_AND_GRAVE = FAULTY + "\nThe the talks went on.\n"


def test_without_a_path_the_working_folder_is_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    called = installed("check", "--format", "concise", "--no-config", cwd=tmp_path, input=b"The S")
    assert called.returncode == 1
    assert called.stdout.startswith(b"a.txt:3:1: major duplicated-headline")


def test_a_name_for_standard_input_needs_no_dash(tmp_path: Path) -> None:
    called = mtcheck(
        "check", "--stdin-filename", "b.txt", "--format", "concise",
        input=FAULTY.encode(), cwd=tmp_path,
    )  # fmt: skip
    assert called.stdout.startswith(b"b.txt:3:1: ")


def test_milder_findings_are_not_shown_but_count(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MILD_AND_GRAVE)
    whole = json.loads(mtcheck("check", "--format", "json", cwd=tmp_path).stdout)
    called = mtcheck("check", "--format", "json", "--min-severity", "major", cwd=tmp_path)
    shown = json.loads(called.stdout)
    assert whole["summary"]["findings"]["minor"] == 1 and "not_shown" not in whole["summary"]
    assert shown["summary"]["findings"]["minor"] == 0 and shown["summary"]["not_shown"] == 1
    assert shown["summary"]["score"] == whole["summary"]["score"]
    assert b"1 finding below major not shown" in called.stderr
    hidden = mtcheck("check", "--min-severity", "critical", "-q", cwd=tmp_path)
    assert (hidden.returncode, hidden.stdout, hidden.stderr) == (1, b"", b"")
    (tmp_path / "mtcheck.toml").write_text('min-severity = "critical"\n')
    assert mtcheck("check", "-q", cwd=tmp_path).stdout == b""


def test_the_gravest_are_shown_first_and_a_report_in_a_file_is_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks open\n\nThe the talks went on in Moscow on Friday.\n")
    (tmp_path / "b.txt").write_text(FAULTY)
    called = mtcheck(
        "check", "--max-findings", "1", "--format", "concise", "--report", "concise=all",
        cwd=tmp_path,
    )  # fmt: skip
    assert called.stdout.startswith(b"b.txt:3:1: major") and called.stdout.count(b"\n") == 1
    assert b"1 more finding not shown" in called.stderr
    assert (tmp_path / "all").read_text().count("\n") == 2


def test_the_files_are_listed_without_those_excluded_or_linked_to_nowhere(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(CLEAN)
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "mtcheck.toml").write_text('exclude = ["c.txt"]\n')
    called = mtcheck("check", "--show-files", "--exclude", "b.*", cwd=tmp_path)
    assert (called.returncode, called.stdout) == (0, b"a.txt\n")
    assert mtcheck("check", cwd=tmp_path).returncode == 0
    named = mtcheck("check", "d.txt", cwd=tmp_path)
    assert named.returncode == 2 and b"no such file" in named.stderr


def test_the_format_has_another_name_that_help_does_not_tell(tmp_path: Path) -> None:
    called = mtcheck("check", "-", "--output-format", "concise", input=FAULTY.encode())
    assert called.stdout.startswith(b"-:3:1: major")
    assert b"--output-format" not in mtcheck("check", "--help").stdout


def test_quiet_leaves_the_totals_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY)
    statistics = mtcheck("check", "-q", "--statistics", cwd=tmp_path).stdout
    assert b"duplicated-headline" in statistics and b"failed" not in statistics
    assert b"::notice" not in mtcheck("check", "-q", "--format", "github", cwd=tmp_path).stdout
    (tmp_path / "a.txt").write_text(CLEAN)
    for more in (["--statistics"], ["--format", "github"]):
        assert mtcheck("check", "-q", *more, cwd=tmp_path).stdout == b""


@pytest.mark.parametrize("more", [[], ["--stdin-filename", "a.txt"]])
def test_empty_input_is_told(more: list[str]) -> None:
    called = mtcheck("check", "-", *more, input=b" \n")
    assert called.returncode == 0 and b"nothing to check" in called.stderr


def test_explain_tells_of_a_family_and_as_json() -> None:
    family = mtcheck("explain", "suppression").stdout.decode().splitlines()
    assert [line.split()[0] for line in family] == ["invalid-suppression", "unused-suppression"]
    told = json.loads(mtcheck("explain", "duplicated-headline", "--format", "json").stdout)
    assert told["name"] == "duplicated-headline" and told["examples"][0]["spans"]
    assert len(json.loads(mtcheck("explain", "suppression", "--format", "json").stdout)) == 2


def test_summaries_in_help_are_whole() -> None:
    _, commands = mtcheck("--help").stdout.decode().split("Commands:")
    assert "..." not in commands and "…" not in commands
