"""The baseline: by content and not by line, and shrinking only."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.baseline import (
    BaselineError,
    Entry,
    OldFindings,
    baseline_text,
    entries_of,
    read_baseline,
    stored_path,
)
from mtcheck.config import Configuration
from mtcheck.finding import Report
from mtcheck.readers import ReadOptions
from mtcheck.run import check_paths
from mtcheck.settings import Settings

OLD = "Talks open in Moscow\n\nThe S&amp;P fell.\n\nThe R&amp;D went on.\n"


def run(folder: Path, **settings: object) -> Report:
    chosen = Settings(**({"baseline": str(folder / "base.json")} | settings))
    return check_paths([str(folder)], Configuration(chosen, ReadOptions("en")))


def write_baseline(folder: Path) -> None:
    report = run(folder, baseline="")
    entries = entries_of(report.documents, str(folder))
    (folder / "base.json").write_text(baseline_text(entries), encoding="utf-8")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(OLD)
    (tmp_path / "b.txt").write_text("Ministers meet\n\nTom &lt; Ann met.\n")
    write_baseline(tmp_path)
    return tmp_path


def counts(report: Report) -> tuple[int, int]:
    assert report.old_findings is not None
    return report.old_findings.counts()


def paths_left(report: Report) -> list[str]:
    assert report.old_findings is not None
    return sorted(entry.path for entry in report.old_findings.remaining())


def test_old_findings_do_not_count(news: Path) -> None:
    report = run(news)
    assert (report.findings, report.passed, report.score) == ((), True, 100)
    assert [s.by for d in report.documents for s in d.suppressed] == ["baseline"] * 3
    assert counts(report) == (3, 0)


def test_lines_do_not_matter_and_new_findings_speak(news: Path) -> None:
    text = f"Talks open in Moscow\n\nA new paragraph.\n\nA new &lt; one.{OLD[20:]}"
    (news / "a.txt").write_text(text)
    report = run(news)
    assert [finding.text for finding in report.findings] == ["&lt;"]
    assert counts(report) == (3, 0)


def test_a_mended_finding_is_gone_and_does_not_come_back(news: Path) -> None:
    (news / "a.txt").write_text(OLD.replace("S&amp;P", "S&P"))
    report = run(news)
    assert counts(report) == (2, 1)
    (news / "base.json").write_text(baseline_text(report.old_findings.remaining()))
    (news / "a.txt").write_text(OLD)
    assert [finding.text for finding in run(news).findings] == ["&amp;"]


def test_the_same_fault_again_in_the_same_article_is_new(news: Path) -> None:
    (news / "a.txt").write_text(f"{OLD}\nThe S&amp;P fell.\n")
    assert len([f for f in run(news).findings if f.rule == "html-entity"]) == 1


def test_a_renamed_file_keeps_its_old_findings(news: Path) -> None:
    (news / "a.txt").rename(news / "été 2.txt")
    report = run(news)
    assert report.findings == ()
    assert counts(report) == (3, 0)
    assert paths_left(report) == ["b.txt", "été 2.txt", "été 2.txt"]


def test_a_copy_is_new(news: Path) -> None:
    (news / "c.txt").write_text(OLD)
    report = run(news)
    assert {d.path for d in report.documents if d.findings} == {str(news / "c.txt")}


def test_an_ambiguous_move_is_none(news: Path) -> None:
    (news / "c.txt").write_text(OLD)
    write_baseline(news)
    (news / "a.txt").rename(news / "d.txt")
    (news / "c.txt").unlink()
    report = run(news)
    assert len(report.findings) == 2


def test_a_deleted_file_is_gone(news: Path) -> None:
    (news / "b.txt").unlink()
    assert counts(run(news)) == (2, 1)


def test_what_was_not_looked_for_is_neither_left_nor_gone(news: Path) -> None:
    report = run(news, select=("mojibake",))
    assert counts(report) == (0, 0)
    assert len(paths_left(report)) == 3
    chosen = Settings(baseline=str(news / "base.json"))
    part = check_paths([str(news / "b.txt")], Configuration(chosen, ReadOptions("en")))
    assert counts(part) == (1, 0)
    assert len(paths_left(part)) == 3


def test_an_unreadable_file_keeps_its_entries(news: Path) -> None:
    (news / "a.txt").write_bytes(b"\xff\xfe\xff")
    report = run(news)
    assert report.errors
    assert paths_left(report) == ["a.txt", "a.txt", "b.txt"]


def test_records_of_json_lines(tmp_path: Path) -> None:
    lines = [{"id": "1", "text": "The S&amp;P fell."}, {"id": "2", "text": "The S&amp;P fell."}]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    write_baseline(tmp_path)
    path.write_text("".join(json.dumps(line) + "\n" for line in reversed(lines)))
    assert run(tmp_path).findings == ()
    path.write_text(json.dumps(lines[1]) + "\n")
    assert counts(run(tmp_path)) == (1, 1)


def test_a_comment_goes_before_the_baseline(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Talks open in Moscow\n\nThe S&amp;amp;P fell.\n")
    write_baseline(tmp_path)
    path.write_text(
        "# Talks open in Moscow\n\n<!-- mtcheck-ignore html-entity: x -->\nThe S&amp;amp;P fell.\n"
    )
    report = run(tmp_path)
    assert [s.by for s in report.documents[0].suppressed] == ["comment"]
    assert counts(report) == (0, 1)


def test_the_file_is_sorted_and_a_line_an_entry(news: Path) -> None:
    lines = (news / "base.json").read_text().splitlines()
    entries = [line.strip(" ,") for line in lines if '"rule"' in line]
    assert entries == sorted(entries)
    assert len(entries) == 3
    assert (news / "base.json").read_text() == baseline_text(read_baseline(str(news / "base.json")))


names = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)


@given(st.lists(st.builds(Entry, names, st.none() | names, names, names, names), max_size=6))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "b.json"
        path.write_bytes(baseline_text(entries).encode("utf-8", "backslashreplace"))
        assert sorted(map(repr, read_baseline(str(path)))) == sorted(map(repr, entries))
    old = OldFindings(str(path), entries)
    assert old.counts()[0] == 0


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no JSON"),
        ('{"version": 1,\n "findings": [}', "line 2"),
        ("[]", "no version"),
        ('{"version": 2, "findings": []}', "newer mtcheck"),
        ('{"version": true, "findings": []}', "no version"),
        ('{"version": 1}', "no list"),
        ('{"version": 1, "findings": [{"path": "a", "rule": 1}]}', "finding 1"),
        ('{"version": 1, "findings": [{"path": "a", "rule": "r", "fingerprint": "f", "id": 3}]}',
         "finding 1"),
        ('{\n<<<<<<< HEAD\n}', "line 2: holds the marks of a merge conflict"),
        ("\udcff", "UTF-8"),
        ("[" * 100_000, "no JSON"),
    ],
)  # fmt: skip
def test_a_broken_baseline_is_told_in_one_line(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(BaselineError, match=reason) as raised:
        read_baseline(str(path))
    assert "\n" not in str(raised.value)


def test_a_missing_baseline_is_told(tmp_path: Path) -> None:
    with pytest.raises(BaselineError, match="mtcheck baseline"):
        read_baseline(str(tmp_path / "no.json"))


def test_paths_are_stored_from_the_baselines_folder(tmp_path: Path) -> None:
    assert stored_path(str(tmp_path / "x" / "a.txt"), str(tmp_path)) == "x/a.txt"
    assert stored_path(str(tmp_path / "a.txt"), str(tmp_path / "ci")) == "../a.txt"
