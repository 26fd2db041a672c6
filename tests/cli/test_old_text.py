"""`mtcheck baseline`, `check --baseline`, `--changed-since` and `--show-suppressed`, end to end."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from mtcheck.cli import app

OLD = "Talks open in Moscow\n\nThe S&amp;P fell.\n\nThe R&amp;D went on.\n"


def mtcheck(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.en.txt").write_text(OLD)
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "branch")
    return folder


def found(result: Result) -> list[tuple[str, int, str]]:
    report = json.loads(result.stdout)
    return [
        (document["path"], finding["line"], finding["text"])
        for document in report["documents"]
        for finding in document["findings"]
    ]


def changed(*more: str, paths: tuple[str, ...] = ("news",)) -> list[tuple[str, int, str]]:
    result = mtcheck("check", *paths, "--changed-since", "main", "--format", "json", *more)
    assert result.exit_code in (0, 1), result.output
    return found(result)


def test_from_a_baseline_to_a_clean_check(folder: Path) -> None:
    assert mtcheck("check", "news").exit_code == 1
    written = mtcheck("baseline", "news")
    assert written.exit_code == 0
    assert "2 old findings written down" in written.stderr
    checked = mtcheck("check", "news", "--baseline", ".mtcheck-baseline.json")
    assert checked.exit_code == 0
    assert "2 old findings left, 0 gone" in checked.stderr
    assert "2 old" in checked.stdout


def test_the_configuration_names_the_baseline(folder: Path) -> None:
    (folder / "mtcheck.toml").write_text('baseline = "ci/old.json"\n')
    (folder / "ci").mkdir()
    assert mtcheck("baseline", "news").exit_code == 0
    assert json.loads((folder / "ci" / "old.json").read_text())["findings"][0]["path"] == (
        "../news/a.en.txt"
    )
    assert mtcheck("check", "news").exit_code == 0


def test_a_baseline_only_shrinks_unless_forced(folder: Path) -> None:
    path = folder / ".mtcheck-baseline.json"
    mtcheck("baseline", "news")
    (folder / "news" / "a.en.txt").write_text(OLD.replace("S&amp;P", "S&P") + "\nA &lt; B.\n")
    again = mtcheck("baseline", "news")
    assert again.exit_code == 2
    assert "--update" in again.stderr and "--force" in again.stderr
    checked = mtcheck("check", "news", "--baseline", str(path))
    assert checked.exit_code == 1
    assert "1 old finding left, 1 gone; `mtcheck baseline --update`" in checked.stderr
    updated = mtcheck("baseline", "news", "--update")
    assert updated.exit_code == 0
    assert "1 old finding left, 1 gone and taken out; 1 new, not added" in updated.stderr
    assert len(json.loads(path.read_text())["findings"]) == 1
    assert mtcheck("baseline", "news", "--force").exit_code == 0
    assert len(json.loads(path.read_text())["findings"]) == 2
    assert mtcheck("baseline", "news", "--force", "--update").exit_code == 2


@pytest.mark.parametrize("content", ["{", '{"version": 9, "findings": []}', None])
def test_a_baseline_of_no_use_ends_the_run(folder: Path, content: str | None) -> None:
    if content is not None:
        (folder / "b.json").write_text(content)
    for call in (("check",), ("baseline", "--update", "--output", "b.json")):
        option = () if call[0] == "baseline" else ("--baseline", "b.json")
        result = mtcheck(*call, "news", *option)
        assert result.exit_code == 2
        assert result.stderr.startswith("mtcheck: b.json: ")
        assert result.stderr.count("\n") == 1


def test_show_suppressed(folder: Path) -> None:
    (folder / "a.md").write_text(
        "# Talks open\n\n<!-- mtcheck-ignore html-entity: the bank's name -->\n"
        "The S&amp;amp;P fell.\n"
    )
    plain = mtcheck("check", "a.md", "--lang", "en")
    assert plain.exit_code == 0
    assert "html-entity" not in plain.stdout
    assert "1 suppressed by a comment" in plain.stdout
    shown = mtcheck("check", "a.md", "--lang", "en", "--show-suppressed")
    assert "suppressed html-entity" in shown.stdout
    assert "the bank's name" in shown.stdout


def test_suppressed_findings_are_not_fixed(folder: Path) -> None:
    text = (
        "# Talks open in Moscow\n\n<!-- mtcheck-ignore html-entity: name -->\n"
        "The S&amp;amp;P fell.\n\nThe R&amp;amp;D went on.\n"
    )
    (folder / "a.md").write_text(text)
    mtcheck("check", "a.md", "--lang", "en", "--fix")
    after = (folder / "a.md").read_text()
    assert "S&amp;amp;P" in after
    assert "R&amp;amp;D" not in after
    mtcheck("baseline", "news")
    mtcheck("check", "news", "--baseline", ".mtcheck-baseline.json", "--fix")
    assert (folder / "news" / "a.en.txt").read_text() == OLD


def test_only_changed_lines_speak(repository: Path) -> None:
    assert changed() == []
    path = repository / "news" / "a.en.txt"
    path.write_text(OLD + "\nTom &lt; Ann met.\n")
    assert changed() == [("news/a.en.txt", 7, "&lt;")]
    git("commit", "-qam", "two")
    assert changed() == [("news/a.en.txt", 7, "&lt;")]
    path.write_text(f"New first line\n\n{OLD}\nTom &lt; Ann met.\n")
    assert changed() == [("news/a.en.txt", 9, "&lt;")]


def test_what_main_changed_meanwhile_is_not_the_branchs(repository: Path) -> None:
    git("checkout", "-q", "main")
    (repository / "news" / "b.en.txt").write_text(OLD)
    git("add", "-A")
    git("commit", "-qm", "on main")
    git("checkout", "-q", "branch")
    assert changed() == []


def test_new_renamed_deleted_and_odd_names(repository: Path) -> None:
    (repository / "news" / "b c.en.txt").write_text("One\n\nThe S&amp;P fell.\n")
    assert changed() == [("news/b c.en.txt", 3, "&amp;")]
    git("mv", "news/a.en.txt", "news/été *.en.txt")
    assert changed() == [("news/b c.en.txt", 3, "&amp;")]
    moved = repository / "news" / "été *.en.txt"
    moved.write_text(OLD + "\nTom &lt; Ann met.\n")
    assert changed() == [("news/b c.en.txt", 3, "&amp;"), ("news/été *.en.txt", 7, "&lt;")]
    moved.unlink()
    assert changed() == [("news/b c.en.txt", 3, "&amp;")]


def test_from_a_subfolder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (repository / "news" / "a.en.txt").write_text(OLD + "\nTom &lt; Ann met.\n")
    monkeypatch.chdir(repository / "news")
    assert changed(paths=(".",)) == [("a.en.txt", 7, "&lt;")]


def test_a_record_is_its_line(repository: Path) -> None:
    path = repository / "news" / "a.jsonl"
    one, two = ({"lang": "en", "id": n, "text": f"{n}\n\n\nThe S&amp;P fell."} for n in "12")
    path.write_text(json.dumps(one) + "\n")
    git("add", "-A")
    git("commit", "-qm", "two")
    git("branch", "-f", "main")
    path.write_text(json.dumps(one) + "\n" + json.dumps(two) + "\n")
    result = mtcheck("check", "news", "--changed-since", "main", "--format", "json")
    spoken = [d["id"] for d in json.loads(result.stdout)["documents"] if d["findings"]]
    assert spoken == ["2"]


def test_utf_16_counts_as_a_whole(repository: Path) -> None:
    path = repository / "news" / "a.en.txt"
    path.write_bytes(OLD.encode("utf-16"))
    assert len(changed()) == 2


def test_a_change_of_the_source_counts(repository: Path) -> None:
    source = repository / "news" / "a.fr.txt"
    source.write_text("Discussions à Moscou\n\nIl y a eu 12 morts.\n\nIl y a eu 30 blessés.\n")
    target = repository / "news" / "a.en.txt"
    target.write_text("Talks in Moscow\n\nThere were 12 deaths.\n\nThere were 40 injured.\n")
    git("add", "-A")
    git("commit", "-qm", "two")
    git("branch", "-f", "main")
    options = ("--source", "news/{name}.fr.txt")
    paths = ("news/{name}.en.txt",)
    assert changed(*options, paths=paths) == []
    source.write_text("Discussions à Moscou\n\nIl y a eu 15 morts.\n\nIl y a eu 30 blessés.\n")
    lines = {line for _, line, _ in changed(*options, paths=paths)}
    assert lines == {3}


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x", "-h", "", "main..branch"])
def test_a_revision_of_no_use(repository: Path, revision: str) -> None:
    result = mtcheck("check", "news", f"--changed-since={revision}")
    assert result.exit_code == 2
    assert "revision" in result.stderr
    assert sorted(path.name for path in repository.iterdir()) == [".git", "news"]


def test_outside_a_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    result = mtcheck("check", "news", "--changed-since", "main")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr


def test_a_file_outside_the_repository_is_told(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other") / "x.en.txt"
    other.write_text(OLD)
    result = mtcheck("check", "news", str(other), "--changed-since", "main")
    assert result.exit_code == 2
    assert "is not in" in result.stderr


def test_with_a_baseline_only_the_branchs_new_findings_speak(repository: Path) -> None:
    mtcheck("baseline", "news")
    path = repository / "news" / "a.en.txt"
    path.write_text("Talks\n\nTom &lt; Ann.\n" + OLD)
    assert changed("--baseline", ".mtcheck-baseline.json") == [("news/a.en.txt", 3, "&lt;")]
