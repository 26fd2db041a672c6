"""One article in every format: the same findings, each where the file holds it."""

import json
from pathlib import Path

import pytest

from mtcheck import check_file
from mtcheck.document import Document
from tests.readers.marked_up import in_every_format

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.mark.parametrize(
    "name", ["moscow-talks.en", "gaza-klinik.fr", "hochwasser.de", "lawine.de"]
)
def test_an_article_has_the_same_findings_in_every_format(name: str, tmp_path: Path) -> None:
    language = name[-2:]
    path = SEEDS / f"{name}.txt"
    text = path.read_text(encoding="utf-8")
    expected = [(f.rule, f.text) for f in check_file(path, language=language).findings]
    assert expected or name == "lawine.de"
    document = Document(text, language)
    headline, *lines = (text[block.start : block.end] for block in document.blocks)
    for file in in_every_format(tmp_path, "article", headline, lines):
        report = check_file(file, language=language)
        assert report.errors == ()
        assert [(f.rule, f.text) for f in report.findings] == expected, file.name


def test_folders_hold_articles_and_other_files(tmp_path: Path) -> None:
    in_every_format(tmp_path, "x", "Talks open in Paris", ["Delegates met on Monday."])
    others = {
        "README.md": "# About\n\nThis folder.",
        "CHANGELOG.md": "# Changes",
        "package.json": '{"name": "x", "version": "1"}',
        "report.json": json.dumps({"version": 1, "documents": [], "headlines": 3}),
        "feed.xml": "<rss/>",
        "pom.xml": "<project><name/></project>",
    }
    for name, content in others.items():
        (tmp_path / name).write_text(content)
    report = check_file(tmp_path, language="en")
    assert report.errors == ()
    assert sorted(Path(document.path or "").name for document in report.documents) == [
        "x.docx", "x.front.md", "x.g2.xml", "x.html", "x.json", "x.md", "x.nitf.xml",
        "x.xhtml.json",
    ]  # fmt: skip
    (named,) = check_file(tmp_path / "README.md", language="en").documents
    assert named.text == "About\n\nThis folder."


def test_a_named_file_that_is_none_of_the_formats(tmp_path: Path) -> None:
    path = tmp_path / "pom.xml"
    path.write_text("<project/>")
    (error,) = check_file(path).errors
    assert "the root is <project>" in error.message


def test_sources_and_references_lie_beside_marked_up_files(tmp_path: Path) -> None:
    for language, number in (("en", "40"), ("de", "14")):
        folder = tmp_path / language
        folder.mkdir()
        (folder / "x.md").write_text(
            f"---\ntitle: {'Talks' if language == 'en' else 'Gespräche'}\n---\n\n"
            + (
                f"The minister met *{number} delegates* in Berlin on Monday."
                if language == "en"
                else f"Der Minister traf am Montag in Berlin *{number} Delegierte*."
            )
            + "\n",
            encoding="utf-8",
        )
    report = check_file(
        tmp_path / "en",
        language="en",
        source_language="de",
        source=tmp_path / "de",
        reference=tmp_path / "en",
    )
    assert report.errors == ()
    (document,) = report.documents
    assert (
        document.source_text == "Gespräche\n\nDer Minister traf am Montag in Berlin 14 Delegierte."
    )
    assert document.metrics
    assert [finding.text for finding in document.findings] == ["40"]
    assert document.file_map is not None
    start = document.file_map.raw.index("40")
    place = document.findings[0].start, document.findings[0].end
    assert document.file_map.span(*place) == (start, start + 2)


def test_a_name_and_a_tag_tell_the_language(tmp_path: Path) -> None:
    path = tmp_path / "x.en-GB.html"
    path.write_text("<html lang=en><body><h1>A title</h1><p>And a sentence.</p>")
    assert check_file(path).documents[0].language == "en-GB"
    path.write_text("<html lang=fr-CA><body><h1>Un titre</h1><p>Et une phrase.</p>")
    assert check_file(path).documents[0].language == "fr-CA"
    path.write_text("<html lang='English (US)'><body><h1>A title</h1><p>And a sentence.</p>")
    assert check_file(path).documents[0].language == "en-GB"


def test_reports_point_into_the_file(tmp_path: Path) -> None:
    from mtcheck.reporters import FORMATS, reporter

    path = tmp_path / "x.md"
    path.write_text(
        "---\ntitle: Talks open 😀\n---\n\n"
        "The **minister** said &amp; did the the work for us all.\n",
        encoding="utf-8",
    )
    report = check_file(path, language="en")
    rendered = {name: reporter(name)(report) for name in FORMATS}
    (found,) = json.loads(rendered["json"])["documents"][0]["findings"]
    raw = path.read_text(encoding="utf-8")
    assert raw[found["start"] : found["end"]] == found["text"] == "the the"
    assert (found["line"], found["column"], found["end_column"]) == (5, 33, 40)
    (edit,) = found["fix"]["edits"]
    assert raw[: edit["start"]] + edit["text"] + raw[edit["end"] :] == raw.replace("the the", "the")
    result = json.loads(rendered["sarif"])["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (5, 33, 40)
    assert region["snippet"]["text"] == "the the"
    deleted = result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"]
    assert deleted["startLine"] == 5
    assert ":5:33: " in rendered["text"]
    assert "line=5,endLine=5,col=33,endColumn=40" in rendered["github"]
    assert json.loads(rendered["gitlab"])[0]["location"]["lines"]["begin"] == 5
    assert "Talks open 😀" in rendered["html"]
    assert "title:" not in rendered["html"].partition("<article")[2]
