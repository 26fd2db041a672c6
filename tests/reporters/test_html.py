"""The HTML report: whole, escaped, shut off from the network, and true to the article."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Segment, Span
from mtcheck.finding import DocumentReport, Finding, Origin, ReadFailure, Report
from mtcheck.registry import find_rule
from mtcheck.reporters.direction import block_direction, direction
from mtcheck.reporters.html import render
from mtcheck.rule import Related

VOID = {"meta", "input", "br", "link", "img"}

HOSTILE = (
    "<script>alert('x')</script>\r\n\r\n"
    "</style></p></mark></article><img src=x onerror=alert(1)> $script ${style} &amp; &#65; <!--"
    "\r\n\r\nBidi \u202egnorw si siht\u202c end, zero\u200bwidth, \u00a0 nbsp, nul \x00, "
    "esc \x1b[31m, lone \ud800 x, c1 \x85 y\r\rA\u2028B ]]> \"quotes\" 'single' `tick`\n\n   \n"
    "שלום OTAN עולם.\n\n- bullet <b>bold</b>\n\n北京 OTAN 会议。👩‍👩‍👧\ufeff\n\n"
)


def make_finding(text: str, start: int, end: int, **changes: object) -> Finding:
    card: dict[str, object] = {
        "rule": "html-entity",
        "family": "debris",
        "category": "linguistic-conventions/character-encoding",
        "severity": "major",
        "confidence": "high",
        "message": "An <i>entity</i> </script> \u202e stayed.\nWrite the character.",
        "start": start,
        "end": end,
        "text": text[start:end],
        "suggestion": "<b>&</b>",
        "fix": None,
        "related": (),
        "identity": f"{start}-{end}",
    }
    return Finding(**(card | changes))  # type: ignore[arg-type]


def make_document(text: str, *findings: Finding, **changes: object) -> DocumentReport:
    card: dict[str, object] = {
        "path": 'news/<b>"x"&.txt',
        "id": None,
        "text": text,
        "language": "en",
        "source_language": None,
        "origin": Origin(None, 0.9),
        "words": 60,
        "penalty": 5.0,
        "score": 16.7,
        "metrics": {},
        "findings": findings,
    }
    return DocumentReport(**(card | changes))  # type: ignore[arg-type]


def make_report(*documents: DocumentReport, **changes: object) -> Report:
    rules = tuple(
        find_rule(name) for name in sorted({f.rule for d in documents for f in d.findings})
    )
    report = Report(documents, (), 60, 16.7, False, "version:<test>", rules)
    return report._replace(**changes)


class Page(HTMLParser):
    """The report as a browser reads it.

    elements: every element's tag and attributes.
    texts: by article and side, the text, each character with its element classes' names and with
        the numbers of the findings that mark it.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.contents: dict[str, list[str]] = {"style": [], "script": []}
        self.texts: dict[tuple[str, str], list[tuple[str, bool, frozenset[int]]]] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()
        assert not self._open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        if tag in self.contents:
            self.contents[tag].append("")
        if tag not in VOID:
            self._open.append((tag, attributes))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError("the report holds no comment")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] in self.contents:
            self.contents[self._open[-1][0]][-1] += data
            return
        article = side = None
        marked: frozenset[int] = frozenset()
        is_hidden = False
        for tag, attributes in self._open:
            classes = attributes.get("class", "").split()
            if tag == "article":
                article = attributes["id"]
            if "cell" in classes:
                side = "source" if "source" in classes else "target"
            if tag == "mark":
                marked = frozenset(map(int, attributes.get("data-f", "").split()))
            if classes == ["gap"]:
                is_hidden = True
            if "hidden-character" in classes:
                data = chr(int(attributes["data-code"], 16))
        if article and side:
            text = self.texts.setdefault((article, side), [])
            text += [(char, is_hidden, marked) for char in data]

    def text(self, article: str, side: str = "target") -> str:
        return "".join(char for char, _, _ in self.texts.get((article, side), []))

    def having(self, name: str) -> list[dict[str, str]]:
        """The attributes of the elements of this class."""
        return [a for _, a in self.elements if name in a.get("class", "").split()]


def spans_of_all_kinds(text: str) -> list[Finding]:
    """Overlapping, nested, empty, whole, over paragraphs, in a gap, at both ends."""
    gap = text.index("\r\n\r\n")
    last = len(text)
    spans = [
        (0, 27), (8, 20), (3, 12), (0, last), (5, 5), (0, 0), (last, last), (gap, gap + 4),
        (gap + 1, gap + 2), (gap + 2, gap + 2), (last - 2, last), (20, 90), (20, 90),
    ]  # fmt: skip
    spans += [(text.index(char), text.index(char) + 1) for char in "\u200b\u00a0\x00\ud800\ufeff"]
    return [make_finding(text, *span) for span in spans]


def check(report: Report) -> Page:
    """What holds of every report."""
    html = render(report)
    html.encode("utf-8")
    page = Page(html)
    ids = Counter(a["id"] for _, a in page.elements if "id" in a)
    assert all(count == 1 for count in ids.values())
    links = [a["href"] for _, a in page.elements if "href" in a]
    assert all(link.startswith("#") and link[1:] in ids for link in links)
    assert len(page.having("card")) == len(report.findings)
    for number, document in enumerate(report.documents, 1):
        assert page.text(f"a{number}") == document.text
        assert page.text(f"a{number}", "source") == (document.source_text or "")
        characters = page.texts.get((f"a{number}", "target"), [])
        for place, finding in enumerate(document.findings, 1):
            assert ids[f"a{number}f{place}"] == ids[f"a{number}m{place}"] == 1
            for offset in range(finding.start, finding.end):
                _, is_hidden, marked = characters[offset]
                assert is_hidden or place in marked
    return page


def test_every_finding_once_and_the_text_unchanged() -> None:
    findings = spans_of_all_kinds(HOSTILE)
    page = check(make_report(make_document(HOSTILE, *findings)))
    marked = Counter(number for _, _, numbers in page.texts["a1", "target"] for number in numbers)
    assert marked[2] == 12
    assert marked[3] == 9
    anchors = [a for a in page.having("number") if a["id"].startswith("a1m")]
    assert len(anchors) == len(findings)


@given(
    text=st.text(
        st.sampled_from("ab <&\"'\n\r\t\x00\u202e\ud800\u200bאب北.\u0301👩\u2028"), max_size=40
    ),
    data=st.data(),
)
def test_any_text_with_any_spans(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=5))
    language = data.draw(st.sampled_from(["en", "ar", "zh", "und"]))
    findings = [make_finding(text, *span) for span in spans]
    source = data.draw(st.none() | st.just("One. Two.\n\nThree <b>."))
    check(make_report(make_document(text, *findings, language=language, source_text=source)))


def test_nothing_of_an_article_becomes_markup() -> None:
    related = (Related(2, 9, "</a><script>", "source"), Related(0, 5, "<script>"))
    finding = make_finding(HOSTILE, 0, 8, related=related, severity="critical")
    document = make_document(
        HOSTILE,
        finding,
        id="<script>",
        source_text=HOSTILE,
        source_language="he",
        metrics={"<script>": 1.0},
        origin=Origin("he", 0.95, evidence=("<script>",)),
    )
    page = check(make_report(document, errors=(ReadFailure("<script>", "<img src=x>"),)))
    tags = Counter(tag for tag, _ in page.elements)
    assert tags["script"] == tags["style"] == tags["title"] - tags["rect"] == 1
    assert not tags["img"] and not tags["b"] and not tags["i"]
    for tag, attributes in page.elements:
        assert "style" not in attributes, tag
        assert "src" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag


def test_characters_that_turn_a_line_around_are_shown() -> None:
    page = check(make_report(make_document(HOSTILE)))
    labels = {a["data-code"]: a["data-label"] for a in page.having("hidden-character")}
    assert labels["202E"] == "RLO"
    assert labels["D800"] == "U+D800"
    assert labels["0000"] == "U+0000"
    assert "200D" not in labels, "an emoji stays whole"


def test_an_invisible_character_is_shown_where_a_finding_marks_it() -> None:
    text = "zero\u200bwidth\u200bspace"
    page = check(make_report(make_document(text, make_finding(text, 4, 5))))
    in_text = page.texts["a1", "target"][4]
    assert in_text == ("\u200b", False, frozenset({1}))
    assert [a["data-label"] for a in page.having("hidden-character")].count("ZWSP") >= 1


def test_only_its_own_style_and_script_may_run() -> None:
    page = check(make_report(make_document(HOSTILE, make_finding(HOSTILE, 0, 8))))
    (policy,) = (a["content"] for t, a in page.elements if "http-equiv" in a)
    assert policy.startswith("default-src 'none';")
    for kind, name in (("style", "style-src"), ("script", "script-src")):
        (content,) = page.contents[kind]
        digest = b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
        assert f"{name} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_points_to_the_network_or_to_the_day() -> None:
    report = make_report(make_document("One\n\nTwo three.", make_finding("One", 0, 3)))
    html = render(report)
    assert html == render(report)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", html.replace("// -", ""))


def test_source_stands_beside_the_target() -> None:
    source = "Titre\n\nUn. Deux 12.\n\nTrois."
    target = "Title\n\nOne. Two 13.\n\nThree."
    start = source.index("12")
    related = (Related(start, start + 2, "in the source", "source"),)
    finding = make_finding(target, target.index("13"), target.index("13") + 2, related=related)
    page = check(
        make_report(make_document(target, finding, source_text=source, source_language="fr"))
    )
    marked = [c for c, _, numbers in page.texts["a1", "source"] if 1 in numbers]
    assert "".join(marked) == "12"
    assert any(a["id"] == "a1r1.0" and a["href"] == "#a1f1" for a in page.having("number"))
    cells = page.having("cell")
    assert {cell["lang"] for cell in cells} == {"fr", "en"}
    assert len([a for a in page.having("row") if a["class"] == "row"]) == 3


def test_segments_of_a_bilingual_file_are_rows() -> None:
    source, target = "Un.\n\nDeux.\n\nTrois.", "One.\n\nThree."
    segments = (
        Segment(Span(0, 4), Span(0, 3)),
        Segment(Span(4, 4), Span(5, 10)),
        Segment(Span(6, 12), Span(12, 18)),
    )
    document = make_document(target, source_text=source, source_language="fr", segments=segments)
    page = check(make_report(document))
    assert len([a for a in page.having("row") if a["class"] == "row"]) == 3


def test_direction_of_article_and_paragraph() -> None:
    text = "שלום עולם\n\nThis paragraph stayed English.\n\nOTAN אמר שלום לכל העולם היום."
    page = check(make_report(make_document(text, language="he")))
    (cell,) = page.having("cell")
    assert (cell["lang"], cell["dir"]) == ("he", "rtl")
    turned = [a.get("dir") for a in page.having("block")]
    assert turned == [None, "ltr", None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "abc", "ltr"), ("ar-EG", "abc", "rtl"), ("uz-Arab", "abc", "rtl"),
        ("pa-Guru", "abc", "ltr"), ("az-Arab-IR", "", "rtl"), ("und", "سلام", "rtl"),
        ("und", "12", "ltr"), ("ks-Deva", "", "ltr"), ("ja", "東京", "ltr"),
    ],
)  # fmt: skip
def test_direction(language: str, text: str, expected: str) -> None:
    assert direction(language, text) == expected


def test_direction_of_a_paragraph_of_figures_is_the_articles() -> None:
    assert block_direction("12:30 - 45", "rtl") == "rtl"
    assert block_direction("12:30 - 45", "ltr") == "ltr"


def test_a_long_run_is_folded() -> None:
    text = "One\n\nTwo three."
    documents = [make_document(text, make_finding(text, 0, 3)) for _ in range(300)]
    page = check(make_report(*documents))
    folded = [a for tag, a in page.elements if tag == "details" and "open" not in a]
    assert len(folded) == 299


def test_rules_that_spoke_are_explained() -> None:
    page = check(make_report(make_document("a &amp; b", make_finding("a &amp; b", 2, 7))))
    assert [a["id"] for a in page.having("rule-card")] == ["rule-html-entity"]


@pytest.mark.parametrize("text", ["", " \n", "\x00"])
def test_a_text_of_nothing(text: str) -> None:
    findings = [make_finding(text, 0, len(text))]
    check(make_report(make_document(text, *findings)))
    check(make_report(make_document(text, *findings, source_text="")))
    check(make_report(make_document("One.\n\nTwo.", source_text=text)))


def test_a_run_without_articles() -> None:
    page = check(make_report(errors=(ReadFailure("no.txt", "there is no such file"),)))
    assert page.having("errors")
