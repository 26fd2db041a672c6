"""A finding on a comment stands where the comment does, in every report and in an editor."""

import json

import pytest

from mtcheck.config import Configuration
from mtcheck.lsp.places import placed_findings
from mtcheck.readers import ReadOptions
from mtcheck.reporters import reporter
from mtcheck.run import check_content
from mtcheck.settings import Settings

UNUSED = "<!-- mtcheck-ignore mojibake: x -->"
INVALID = "<!-- mtcheck-ignore nosuch: x -->"
TEXT = f"# Talks open\n\nDelegates met.\n\n{UNUSED}\n{INVALID}\n\nThey left.\n"
OF_YAML = "---\ntitle: Talks open\nmtcheck-ignore: [mojibake]\n---\n\nDelegates met.\n"
OF_TOML = '+++\ntitle = "Talks open"\nmtcheck-ignore = ["mojibake"]\n+++\n\nDelegates met.\n'
REPORT = check_content(TEXT, "a.md", Configuration(Settings(), ReadOptions(language="en")))


@pytest.mark.parametrize(
    ("format", "told"),
    [
        ("concise", "a.md:5:1: neutral unused"),
        ("text", f"unused-suppression\n    | {UNUSED}\n    | {'^' * len(UNUSED)}\n"),
        ("github", "file=a.md,line=6,endLine=6,col=1,"),
        ("gitlab", '"begin": 6'),
        ("markdown", "**5:1** neutral"),
        ("junit", "6:1 minor invalid"),
        ("html", "&lt;!-- mtcheck-ignore mojibake: x --&gt;"),
    ],
)  # fmt: skip
def test_reports(format: str, told: str) -> None:
    assert told in reporter(format)(REPORT)


def test_json_and_sarif() -> None:
    findings = json.loads(reporter("json")(REPORT))["documents"][0]["findings"]
    assert [TEXT[each["start"] : each["end"]] for each in findings] == [UNUSED, INVALID]
    assert [(each["line"], each["text"]) for each in findings] == [(5, UNUSED), (6, INVALID)]
    results = json.loads(reporter("sarif")(REPORT))["runs"][0]["results"]
    regions = [each["locations"][0]["physicalLocation"]["region"] for each in results]
    assert [(each["startLine"], each["snippet"]["text"]) for each in regions] == [
        (5, UNUSED),
        (6, INVALID),
    ]


def test_an_editor() -> None:
    placed = placed_findings(REPORT, "\ufeff" + TEXT)
    assert [("\ufeff" + TEXT)[each.start : each.end] for each in placed] == [UNUSED, INVALID]


@pytest.mark.parametrize(
    ("path", "content", "comment"),
    [
        ("a.md", OF_YAML, "[mojibake]"),
        ("a.md", OF_TOML, 'mtcheck-ignore = ["mojibake"]'),
        ("a.html", f"<html><body><p>Tom met Ann.</p>\n{UNUSED}</body></html>", UNUSED),
    ],
)
def test_other_places(path: str, content: str, comment: str) -> None:
    configuration = Configuration(Settings(), ReadOptions(language="en"))
    [finding] = check_content(content, path, configuration).findings
    assert finding.file_span and finding.text == comment
    assert content[slice(*finding.file_span)] == comment


def test_the_same_place_of_the_text_keeps_two_comments_apart() -> None:
    twice = f"Delegates met.\n\n{UNUSED}\n{UNUSED}\n\nThey left.\n"
    configuration = Configuration(Settings(), ReadOptions(language="en"))
    findings = check_content(twice, "a.md", configuration).findings
    assert [twice[: f.file_span[0]].count("\n") for f in findings if f.file_span] == [2, 3]
