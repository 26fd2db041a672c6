"""Comments that suppress findings: what they cover, and what is said of them."""

from pathlib import Path

import pytest

from mtcheck.config import Configuration
from mtcheck.directives import comment_for
from mtcheck.document import Comment, Document, Segment, Span
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport
from mtcheck.readers import ReadOptions
from mtcheck.registry import all_rules, chosen_rules
from mtcheck.run import check_content, check_paths
from mtcheck.settings import Settings

BODY = "Talks open in Moscow\n\nThe S&amp;P fell.\n\nThe R&amp;D went on.\n\nTom &lt; Ann met."
FIRST, SECOND, THIRD = (BODY.index(code) for code in ("&amp;P", "&amp;D", "&lt;"))


def report_of(
    *comments: tuple[str, int], text: str = BODY, settings: Settings | None = None
) -> DocumentReport:
    settings = settings or Settings()
    listed = tuple(Comment(told, at, line) for line, (told, at) in enumerate(comments, 1))
    document = Document(text, "en", comments=listed)
    return check_document(document, chosen_rules(settings.select, settings.ignore), settings)


def left(report: DocumentReport) -> list[int]:
    return [finding.start for finding in report.findings if finding.rule == "html-entity"]


def said(report: DocumentReport, rule: str) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == rule]


def test_without_comments_all_speak() -> None:
    assert left(report_of()) == [FIRST, SECOND, THIRD]
    assert report_of().suppressed == ()


def test_a_comment_on_its_own_covers_the_next_block() -> None:
    block = BODY.index("The R&amp;D")
    for at in (block - 1, block):
        report = report_of(("mtcheck-ignore html-entity: the bank's name", at))
        assert left(report) == [FIRST, THIRD]
        [suppressed] = report.suppressed
        assert (suppressed.finding.start, suppressed.by) == (SECOND, "comment")
        assert suppressed.reason == "the bank's name"
        assert said(report, "unused-suppression") == []


def test_a_comment_within_or_at_the_end_of_a_block_covers_its_line() -> None:
    for at in (BODY.index("amp;D") + 5, BODY.index("\n\nTom")):
        assert left(report_of(("mtcheck-ignore html-entity", at))) == [FIRST, THIRD]


@pytest.mark.parametrize("name", ["html-entity", "debris", "all", " html-entity , calque "])
def test_a_file_is_covered_by_name_family_or_all(name: str) -> None:
    report = report_of((f"mtcheck-ignore-file {name}: old", 0))
    assert left(report) == []
    assert len(report.suppressed) == 3
    assert report.score == 100


def test_a_stretch() -> None:
    start, end = BODY.index("The S"), BODY.index("Tom")
    report = report_of(
        ("mtcheck-ignore-start html-entity: a table", start), ("mtcheck-ignore-end", end)
    )
    assert left(report) == [THIRD]
    assert said(report, "invalid-suppression") == []


def test_an_end_with_a_name_ends_that_alone() -> None:
    report = report_of(
        ("mtcheck-ignore-start html-entity, mojibake", 0),
        ("mtcheck-ignore-end mojibake", BODY.index("The R")),
        ("mtcheck-ignore-end html-entity", BODY.index("Tom")),
    )
    assert left(report) == [THIRD]
    assert said(report, "invalid-suppression") == []


def test_a_stretch_that_nothing_ends_goes_on_and_is_told() -> None:
    report = report_of(("mtcheck-ignore-start html-entity", BODY.index("The R")))
    assert left(report) == [FIRST]
    [message] = said(report, "invalid-suppression")
    assert "line 1" in message and "mtcheck-ignore-end" in message


def test_without_a_rule_nothing_is_suppressed() -> None:
    report = report_of(("mtcheck-ignore", 0), ("mtcheck-ignore-file : my reason", 0))
    assert left(report) == [FIRST, SECOND, THIRD]
    [message] = said(report, "invalid-suppression")
    assert "line 1 names no rule" in message
    assert "line 2 cannot be read" in message
    assert report.penalty == report_of().penalty


def test_an_unknown_name_is_told_and_the_others_count() -> None:
    report = report_of(("mtcheck-ignore-file html-entitty, html-entity: x", 0))
    assert left(report) == []
    [message] = said(report, "invalid-suppression")
    assert "'html-entitty'" in message and "did you mean html-entity?" in message


@pytest.mark.parametrize(
    "told",
    ["mtcheck-ignore html-entity it is a name", "mtcheck-disable html-entity", "mtcheck-ignored x",
     "mtcheck: ignore html-entity", "mtcheck-ignore-end"],
)  # fmt: skip
def test_what_cannot_be_read_is_told(told: str) -> None:
    report = report_of((told, 0))
    assert left(report) == [FIRST, SECOND, THIRD]
    assert len(said(report, "invalid-suppression")) == 1


def test_a_colon_after_the_keyword_is_accepted() -> None:
    assert left(report_of(("mtcheck-ignore-file: html-entity: why: not", 0))) == []
    [*_, last] = report_of(("mtcheck-ignore-file: html-entity: why: not", 0)).suppressed
    assert last.reason == "why: not"


def test_aliases_are_names() -> None:
    renamed = [
        rule._replace(aliases=("entities",)) if rule.name == "html-entity" else rule
        for rule in all_rules()
    ]
    comments = (Comment("mtcheck-ignore-file entities", 0, 1),)
    report = check_document(Document(BODY, "en", comments=comments), renamed, Settings())
    assert left(report) == []
    assert said(report, "invalid-suppression") == []


def test_unused_is_told_of_what_was_asked_only() -> None:
    comment = ("mtcheck-ignore-file mojibake: was mended", 0)
    [message] = said(report_of(comment), "unused-suppression")
    assert "line 1" in message and "mojibake" in message
    chosen = Settings(select=("html-entity", "suppression"))
    assert said(report_of(comment, settings=chosen), "unused-suppression") == []
    beside_a_source = ("mtcheck-ignore-file number-mismatch", 0)
    assert said(report_of(beside_a_source), "unused-suppression") == []


def test_of_two_names_only_the_idle_one_is_unused() -> None:
    [message] = said(
        report_of(("mtcheck-ignore-file html-entity, mojibake", 0)), "unused-suppression"
    )
    assert "mojibake" in message and "html-entity" not in message


def test_unused_costs_no_points_and_fails_no_run() -> None:
    report = check_content(
        "Talks open\n\nThey met on Friday.",
        "a.txt",
        Configuration(Settings(), ReadOptions("en")),
    )
    assert report.passed
    lone = report_of(("mtcheck-ignore-file mojibake", 0), text="They met on Friday.")
    assert [finding.severity for finding in lone.findings] == ["neutral"]
    assert (lone.penalty, lone.score) == (0, 100)


def test_what_is_said_of_comments_can_be_suppressed_by_name() -> None:
    report = report_of(
        ("mtcheck-ignore-file mojibake", 0), ("mtcheck-ignore-file unused-suppression: later", 0)
    )
    assert said(report, "unused-suppression") == []
    assert [s.finding.rule for s in report.suppressed] == ["unused-suppression"]


def test_held_back_findings_make_a_comment_useful() -> None:
    text = "He recalled that the ministers met."
    every = check_document(Document(text, "en"), all_rules(), Settings(confidence="low"))
    for finding in every.findings:
        report = report_of((f"mtcheck-ignore-file {finding.rule}", 0), text=text)
        assert said(report, "unused-suppression") == []


def test_a_comment_of_a_segment_covers_it_alone() -> None:
    text = "A &amp; B.\n\nC &amp; D."
    segments = (Segment(Span(0, 10), Span(0, 0), 1), Segment(Span(12, 22), Span(0, 0), 2))
    comments = (Comment("mtcheck-ignore html-entity", 0, 1),)
    document = Document(text, "en", segments=segments, comments=comments)
    assert left(check_document(document, all_rules(), Settings())) == [14]


def test_the_comment_to_write_is_one_that_is_read() -> None:
    for reason in ("", "the bank: S&P"):
        report = report_of((comment_for("html-entity", reason), FIRST))
        assert left(report) == [SECOND, THIRD]
        assert report.suppressed[0].reason == reason


def run_on(path: Path, content: str) -> DocumentReport:
    path.write_text(content, encoding="utf-8", newline="")
    report = check_paths([str(path)], Configuration(Settings(), ReadOptions("en")))
    assert report.errors == ()
    return report.documents[0]


def rules_in(report: DocumentReport) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_plain_text_is_left_alone(tmp_path: Path) -> None:
    report = run_on(tmp_path / "a.txt", f"<!-- mtcheck-ignore-file html-entity -->\n\n{BODY}\n")
    assert len(left(report)) == 3
    assert report.suppressed == ()
    [message] = said(report, "invalid-suppression")
    assert "plain text" in message


def test_markdown(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.md",
        "# Talks open in Moscow\n\n<!-- mtcheck-ignore html-entity: name -->\n\n"
        "The S&amp;amp;P fell.\n\nThe R&amp;amp;D went on. <!-- mtcheck-ignore html-entity -->\n\n"
        "Tom &amp;lt; Ann met.\n",
    )
    assert [finding.text for finding in report.findings] == ["&lt;"]
    assert len(report.suppressed) == 2


def test_a_line_of_a_wrapped_paragraph(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.md",
        "# Talks open in Moscow\n\nThe S&amp;amp;P fell on Friday\n"
        "as the R&amp;amp;D went on <!-- mtcheck-ignore html-entity: name -->\n"
        "and Tom &amp;lt; Ann met in town.\n",
    )
    assert [finding.text for finding in report.findings] == ["&amp;", "&lt;"]
    assert len(report.suppressed) == 1


def test_a_comment_after_the_last_block_covers_nothing(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.md",
        "# Talks open in Moscow\n\nThe S&amp;amp;P fell.\n\n<!-- mtcheck-ignore html-entity -->\n",
    )
    assert sorted(rules_in(report)) == ["html-entity", "unused-suppression"]


def test_front_matter(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.md",
        "---\ntitle: Talks open in Moscow\nmtcheck-ignore: [html-entity, typography]\n---\n\n"
        "The S&amp;amp;P fell.\n",
    )
    assert "html-entity" not in rules_in(report)
    assert [each.finding.rule for each in report.suppressed] == ["html-entity"]


def test_html(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.html",
        "<html><body><h1>Talks open in Moscow</h1>\n<!-- mtcheck-ignore html-entity: name -->\n"
        "<p>The S&amp;amp;P fell.</p>\n<p>Tom &amp;lt; Ann met.</p></body></html>",
    )
    assert [f.text for f in report.findings if f.rule == "html-entity"] == ["&lt;"]
    assert len(report.suppressed) == 1
    one_line = run_on(
        tmp_path / "b.html",
        "<h1>Talks open in Moscow</h1><p>The S&amp;amp;P fell.</p>"
        "<!-- mtcheck-ignore html-entity: name --><p>Tom &amp;lt; Ann met.</p>",
    )
    assert [f.text for f in one_line.findings if f.rule == "html-entity"] == ["&amp;"]


def test_po(tmp_path: Path) -> None:
    head = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
    report = run_on(
        tmp_path / "a.po",
        f'{head}# mtcheck-ignore html-entity: a name\nmsgid "S&P"\nmsgstr "The S&amp;P fell."\n\n'
        'msgid "R&D"\nmsgstr "The R&amp;D went on."\n',
    )
    assert rules_in(report).count("html-entity") == 1
    assert [each.reason for each in report.suppressed] == ["a name"]
    whole = run_on(tmp_path / "b.po", f'# mtcheck-ignore-file html-entity\n{head}msgid "S&P"\n'
                   'msgstr "The S&amp;P fell."\n')  # fmt: skip
    assert "html-entity" not in rules_in(whole)


def test_xliff_and_tmx_notes(tmp_path: Path) -> None:
    note = "<note>mtcheck-ignore html-entity: a name</note>"
    xliff = run_on(
        tmp_path / "a.xlf",
        '<xliff version="1.2"><file source-language="fr" target-language="en" original="a">'
        '<body><trans-unit id="1"><source>Le S&amp;P a chuté.</source>'
        f"<target>The S&amp;amp;P fell.</target>{note}</trans-unit>"
        '<trans-unit id="2"><source>La R&amp;D continue.</source>'
        "<target>The R&amp;amp;D went on.</target></trans-unit></body></file></xliff>",
    )
    assert rules_in(xliff).count("html-entity") == 1
    assert [each.reason for each in xliff.suppressed] == ["a name"]
    tmx = run_on(
        tmp_path / "a.tmx",
        f'<tmx version="1.4"><header srclang="fr"/><body><tu>{note}'
        '<tuv xml:lang="fr"><seg>Le S&amp;P a chuté.</seg></tuv>'
        '<tuv xml:lang="en"><seg>The S&amp;amp;P fell.</seg></tuv></tu></body></tmx>',
    )
    assert "html-entity" not in rules_in(tmx)


def test_xml_comments_of_xliff_and_tmx(tmp_path: Path) -> None:
    comment = "<!-- mtcheck-ignore html-entity: a name -->"
    inside, before = (
        run_on(
            tmp_path / name,
            '<xliff version="1.2"><file source-language="fr" target-language="en" original="a">'
            f'<body>{first}<trans-unit id="1"><source>Le S&amp;P a chuté.</source>'
            f"<target>The S&amp;amp;P {second}fell.</target></trans-unit>"
            '<trans-unit id="2"><source>La R&amp;D continue.</source>'
            "<target>The R&amp;amp;D went on.</target></trans-unit></body></file></xliff>",
        )
        for name, first, second in (("a.xlf", "", comment), ("b.xlf", comment, ""))
    )
    for report in (inside, before):
        assert "mtcheck" not in report.text
        assert rules_in(report).count("html-entity") == 1
        assert [each.finding.text for each in report.suppressed] == ["&amp;"]
    tmx = run_on(
        tmp_path / "a.tmx",
        '<tmx version="1.4"><header srclang="fr"/><body><tu>'
        '<tuv xml:lang="fr"><seg>La R&amp;D.</seg></tuv>'
        f'<tuv xml:lang="en"><seg>The R&amp;amp;D.</seg></tuv></tu>{comment}<tu>'
        '<tuv xml:lang="fr"><seg>Le S&amp;P a chuté.</seg></tuv>'
        '<tuv xml:lang="en"><seg>The S&amp;amp;P fell.</seg></tuv></tu></body></tmx>',
    )
    assert rules_in(tmx).count("html-entity") == 1
    assert len(tmx.suppressed) == 1


def test_json_lines(tmp_path: Path) -> None:
    report = run_on(
        tmp_path / "a.jsonl",
        '{"id": "1", "text": "The S&amp;P fell.", "mtcheck_ignore": ["html-entity"]}\n',
    )
    assert rules_in(report) == []
    assert len(report.suppressed) == 1
