"""ninjs, NewsML-G2 and NITF."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck import check_file
from mtcheck.document import Comment
from mtcheck.fixing import fixed_files
from mtcheck.readers import ReadError, ReadOptions
from mtcheck.readers.detect import format_of
from tests.readers.marked_up import blocks, document, held

OPTIONS = ReadOptions(language="en")
G2 = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def ninjs(**fields: Any) -> str:
    return json.dumps({"uri": "urn:x", **fields}, indent=1)


def test_ninjs_1() -> None:
    article = document(
        "x.json",
        ninjs(
            language="de",
            headline='Gespräche "offen" 😀',
            body_xhtml="<p>Er sagte:\n„Gut“ &amp; <b>mehr</b>.</p>\n<p>Ende.</p>",
        ),
    )
    assert article.language == "de"
    assert blocks(article) == [
        ("headline", 'Gespräche "offen" 😀'),
        ("paragraph", "Er sagte: „Gut“ & mehr."),
        ("paragraph", "Ende."),
    ]
    assert held(article, '"offen"') == '\\"offen\\"'
    assert held(article, "😀") == "\\ud83d\\ude00"
    assert held(article, ": „") == ":\\n\\u201e"
    assert held(article, "& mehr") == "&amp; <b>mehr"


def test_ninjs_1_as_text() -> None:
    article = document(
        "x.json", ninjs(headline="A", body_text="One.\r\nTwo\tit.\n\nThree."), OPTIONS
    )
    assert [text for _, text in blocks(article)] == ["A", "One.", "Two it.", "Three."]


@pytest.mark.parametrize("number", [2, 3])
def test_ninjs_2_and_3(number: int) -> None:
    article = document(
        "x.json",
        ninjs(
            standard={"name": "ninjs", "version": f"{number}.0"},
            language="fr",
            headlines=[{"role": "short", "value": "Court"}, {"role": "main", "value": "Le titre"}],
            bodies=[
                {"role": "summary", "contentType": "text/html", "value": "<p>Court.</p>"},
                {"role": "main", "contentType": "text/plain", "value": "Un. Deux."},
                {"role": "main", "contentType": "text/html", "value": "<p>Un.</p><p>Deux.</p>"},
            ],
        ),
    )
    assert [text for _, text in blocks(article)] == ["Le titre", "Un.", "Deux."]


def test_ninjs_is_told_from_other_json() -> None:
    assert format_of("x.json", ninjs(headline="A", body_text="B")) == "ninjs"
    assert format_of("-", json.dumps({"uri": "x", "body_xhtml": "B"})) == "ninjs"
    assert format_of("x.jsonl", '{"uri": "x", "headline": "A", "body_text": "B"}') == "jsonl"
    assert format_of("x.json", '{"text": "A", "uri": "x"}') == "jsonl"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"uri": "x", "body_text": }', "line 1, column 27: no JSON"),
        ('{"uri": "x", "body_text": 3}', "this is no ninjs item"),
        ("[" * 100_000, "nested too deeply|no JSON"),
    ],
)
def test_broken_ninjs(content: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        document("x.json", content, OPTIONS._replace(input_format="ninjs"))


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1), st.booleans())
def test_every_character_of_json_comes_from_its_place(text: str, ascii: bool) -> None:
    raw = json.dumps({"uri": "x", "body_text": f"x{text}x"}, ensure_ascii=ascii)
    article = document("x.json", raw, OPTIONS._replace(input_format="ninjs"))
    assert article.file_map is not None
    for index, char in enumerate(article.text):
        start, end = article.file_map.span(index, index + 1)
        if char not in "\n ":
            assert json.loads(f'"{raw[start:end]}"') == char


def test_a_fix_in_ninjs(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    raw = ninjs(
        language="en",
        headline="Talks open",
        body_xhtml="<p>Talks open</p><p>He said « all was &amp; is well » to the the press.</p>",
    )
    path.write_text(raw)
    (file,) = fixed_files(check_file(path).documents, unsafe=True)
    body = json.loads(file.after)["body_xhtml"]
    assert "to the press" in body and "<p>Talks open</p>" not in body
    assert json.loads(file.after)["headline"] == "Talks open"


NITF = """<?xml version="1.0"?>
<nitf xml:lang="fr"><head><title>non</title><docdata/></head><body><body.head>
<hedline><hl1>Titre &amp; <person>Été</person></hl1></hedline><byline>Par X</byline>
<dateline>PARIS</dateline><abstract>Le résumé</abstract></body.head><body.content>
<!-- mtcheck-ignore calque --><block><p>Un <em>café</em> &#233;t&#xE9;\r
 là <lang iso.lang="en">by the way</lang>.</p>
<hl2>Entre</hl2><p>Deux<![CDATA[ & <tr>]]>ois.</p></block>
<media media-type="image"><media-reference/><media-caption>Légende</media-caption>
<media-producer>AFP</media-producer></media><ol><li>a</li></ol></body.content>
<body.end><tagline>AFP</tagline></body.end></body></nitf>"""


def test_nitf() -> None:
    article = document("x.xml", NITF)
    assert article.language == "fr"
    assert blocks(article) == [
        ("headline", "Titre & Été"),
        ("paragraph", "Un café été là by the way."),
        ("subheading", "Entre"),
        ("paragraph", "Deux & <tr>ois."),
        ("caption", "Légende"),
        ("list_item", "a"),
    ]
    assert held(article, "été") == "&#233;t&#xE9;"
    assert held(article, "& <tr>") == "& <tr>"
    assert tuple(each._replace(file_span=None) for each in article.comments) == (
        Comment("mtcheck-ignore calque", 13, 5),
    )
    assert [article.text[slice(*aside)] for aside in article.asides] == ["by the way"]


def item(content: str, meta: str = "", **attributes: str) -> str:
    told = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return (
        f"<newsItem {G2} {told}><contentMeta>{meta}</contentMeta><contentSet>{content}"
        "</contentSet></newsItem>"
    )


def xhtml(body: str, attributes: str = "") -> str:
    return (
        f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml" {attributes}><head><title>no'
        f"</title></head><body>{body}</body></html></inlineXML>"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (item(xhtml("<p>Un <b>mot</b>.</p>"), "<headline>Le titre</headline>"), "fr"),
        (item(xhtml("<h1>Le titre</h1><p>Un mot.</p>"), "<headline>Le titre</headline>"), "fr"),
        (
            item(xhtml("<p>Un mot.</p>", 'xml:lang="fr-CA"'), "<headline>Le titre</headline>"),
            "fr-CA",
        ),
        (
            item(
                xhtml("<p>Un mot.</p>", 'lang="en"'),
                '<headline role="hldrole:sub">x</headline><headline>Le titre</headline>'
                '<language tag="fr-BE"/>',
            ),
            "fr-BE",
        ),
        (
            item(
                "<inlineXML><nitf><body><body.head><hedline><hl1>Le titre</hl1></hedline>"
                "</body.head><body.content><p>Un mot.</p></body.content></body></nitf></inlineXML>"
            ),
            "fr",
        ),
        (
            item(
                '<inlineData contenttype="text/plain">Un mot.\n</inlineData>',
                "<headline>Le titre</headline>",
            ),
            "fr",
        ),
    ],
)
def test_newsml_g2(content: str, expected: str) -> None:
    article = document("x.xml", content, ReadOptions(language="fr"))
    assert article.language == expected
    assert blocks(article) == [("headline", "Le titre"), ("paragraph", "Un mot.")]


def test_a_message_of_several_items(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    items = [
        item(xhtml("<p>Talks open in the the city.</p>"), "<headline>One</headline>", guid="urn:1"),
        item('<remoteContent href="x.jpg"/>', guid="urn:picture"),
        item(xhtml("<p>Talks go on in the city.</p>"), "<headline>Two</headline>", guid="urn:2"),
    ]
    path.write_text(
        f"<newsMessage {G2}><header/><itemSet>{''.join(items)}<packageItem/></itemSet>"
        "</newsMessage>"
    )
    report = check_file(path, language="en")
    assert [document.id for document in report.documents] == ["urn:1", "urn:2"]
    assert [finding.text for finding in report.findings] == ["the the"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"<newsMessage {G2}/>", "line 1: <newsMessage> holds no newsItem"),
        ("<nitf><body></nitf>", "line 1, column .*: no well-formed XML"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "DOCTYPE declares"),
    ],
)
def test_broken_news(content: str, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        document("x.xml", content, OPTIONS)
