"""Links: those of README.md lead to files, those of the site are looked at after it is built."""

import re
from pathlib import Path

import pytest

from docs.check_links import broken_links, main
from mtcheck.cli import app

ROOT = Path(__file__).parent.parent.parent


def test_links_of_the_readme_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    assert inside
    assert [link for link in inside if not (ROOT / link).is_file()] == []


def test_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150


def test_every_page_is_in_the_index_or_made_for_it() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8").splitlines()
    pages = {path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")}
    written = {p for p in pages if p.parts[0] not in ("rules", "reference", "_build")}
    names = {p.with_suffix("").as_posix() for p in written} - {"index"}
    assert names - set(index) == set()


@pytest.mark.parametrize(
    ("link", "is_broken"),
    [
        ("other.html", False),
        ("other.html#here", False),
        ("#mine", False),
        ("#", False),
        ("folder/", False),
        ("https://example.org/gone", False),
        ("gone.html", True),
        ("other.html#gone", True),
        ("#gone", True),
    ],
)
def test_broken_links_are_found(tmp_path: Path, link: str, is_broken: bool) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text("<p>")
    (tmp_path / "other.html").write_text('<h2 id="here">')
    (tmp_path / "page.html").write_text(f'<a id="mine" href="{link}">')
    found = [(Path("page.html"), link)] if is_broken else []
    assert list(broken_links(tmp_path)) == found
    assert main(str(tmp_path)) == int(is_broken)


def test_a_folder_without_pages_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(str(tmp_path)) == 2
    assert "holds no pages" in capsys.readouterr().err


def test_sample_of_the_readme_is_what_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it but the line that stands for what was left out."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    session = re.search(r"```text\n\$ mtcheck (.+)\n((?s:.*?))```", readme)
    assert session
    with pytest.raises(SystemExit):
        app(session[1].split())
    printed = " ".join(capsys.readouterr().out.split())
    for part in session[2].strip().split("\n\n"):
        if part != "(ten more)":
            assert " ".join(part.split()) in printed
    findings = re.findall(r"(?m)^seeds/\S+ (?:major|minor) ", session[2])
    counted = re.search(r"(\d+) major, (\d+) minor", session[2])
    assert counted
    assert int(counted[1]) + int(counted[2]) == len(findings) + 10
