"""Markdown: prose, headline, front matter, templates."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.document import Comment
from mtcheck.readers import ReadError, ReadOptions
from tests.readers.marked_up import blocks, document, held

OPTIONS = ReadOptions(language="en")


def prose(content: str) -> list[tuple[str, str]]:
    return blocks(document("x.md", content, OPTIONS))


def test_inline_marks_are_no_prose_and_words_stay() -> None:
    article = document(
        "x.md",
        "# A *title*\n\nThe **big** [link](http://a.b 'no') and ~~old~~ &amp; \\*new\\* 😀 text.\n",
        OPTIONS,
    )
    assert blocks(article) == [
        ("headline", "A title"),
        ("paragraph", "The big link and old & *new* 😀 text."),
    ]
    assert held(article, "&") == "&amp;"
    assert held(article, "big link") == "big** [link"
    assert held(article, "😀 text") == "😀 text"


def test_kinds() -> None:
    assert prose(
        "# T\n\n## S\n\n> q\n> r\n\n- a\n- b\n\n1. c\n\n![A man](x.png)\n\n| h | i |\n|---|---|\n"
        "| j | k |\n\n```\ncode\n```\n\n    more\n\nEnd[^1]. ![icon](y.png)\n\n[^1]: Note.\n"
    ) == [
        ("headline", "T"),
        ("subheading", "S"),
        ("quote", "q r"),
        ("list_item", "a"),
        ("list_item", "b"),
        ("list_item", "c"),
        ("caption", "A man"),
        ("cell", "h"),
        ("cell", "i"),
        ("cell", "j"),
        ("cell", "k"),
        ("paragraph", "End."),
        ("paragraph", "Note."),
    ]


def test_a_line_break_is_a_space_but_between_chinese_characters_nothing() -> None:
    assert prose("One\r\ntwo\n  three\n") == [("paragraph", "One two three")]
    assert prose("北京\n上海 \nParis") == [("paragraph", "北京上海 Paris")]
    assert prose("One  \ntwo\\\nthree") == [
        ("headline", "One"),
        ("paragraph", "two"),
        ("paragraph", "three"),
    ]


@pytest.mark.parametrize(
    "matter",
    [
        "---\ntitle: A title\nlang: fr\nsource_lang: en\n---\n",
        "---\r\n# note\r\ntitle: 'A title'\r\nlanguage: fr\r\nsource-lang: en\r\n---\r\n",
        '+++\ntitle = "A title"\nlang = "fr"\nsource_lang = "en"\n+++\n',
    ],
)
def test_front_matter(matter: str) -> None:
    article = document("x.md", f"{matter}\nText of it.\n")
    assert blocks(article) == [("headline", "A title"), ("paragraph", "Text of it.")]
    assert (article.language, article.source_language) == ("fr", "en")
    assert held(article, "A title") == "A title"


def test_the_title_stands_once() -> None:
    assert prose("---\ntitle: The title\n---\n# The title\n\nText.") == [
        ("headline", "The title"),
        ("paragraph", "Text."),
    ]
    assert prose("---\ntitle: The title\n---\nThe title\n\nText.")[1] == ("paragraph", "The title")
    assert prose("---\ntitle: A\n---\n![Photo](x)\n\n# B\n\nText.") == [
        ("headline", "B"),
        ("caption", "Photo"),
        ("paragraph", "Text."),
    ]


def test_no_front_matter() -> None:
    assert prose("---\n\nText here.\n\n---\n\nMore.") == [
        ("paragraph", "Text here."),
        ("paragraph", "More."),
    ]
    assert document("-", "---\ntitle: X\n---\nY.", OPTIONS).text == "X\n\nY."
    assert document("x.txt", "---\ntitle: X\n---\nY.", OPTIONS).file_map is None


def test_broken_front_matter_is_named() -> None:
    with pytest.raises(ReadError, match=r"line 3: the front matter is no YAML"):
        document("x.md", "---\na: b\ntitle: Foo: bar\n---\nText.")
    with pytest.raises(ReadError, match=r"the front matter is no TOML"):
        document("x.md", "+++\na = \n+++\nText.")


def test_comments() -> None:
    article = document(
        "x.md",
        "---\ntitle: T\nmtcheck-ignore: [calque, typography]\n---\n<!-- one -->\n\n"
        "Text <!-- two --> here.\n\n<!--\nthree\n-->\n",
        OPTIONS,
    )
    assert tuple(each._replace(file_span=None) for each in article.comments) == (
        Comment("mtcheck-ignore-file calque, typography", 0, 3),
        Comment("one", 3, 5),
        Comment("two", 8, 7),
        Comment("three", len(article.text), 9),
    )
    assert article.text == "T\n\nText here."


def test_templates_are_no_prose() -> None:
    assert prose(
        "{% include head.html %}\n\nDear {{ user.name }}, {% if x %}you *are*{% endif %} here: "
        "[us]({{ base }}/us).\n{: .lead}\n\n{{< figure src='x' >}}\n\nEnd {{< ref >}}of it.\n"
    ) == [
        ("paragraph", "Dear ___user_name___, you are here: us."),
        ("paragraph", "End of it."),
    ]


def test_code_in_a_sentence_is_a_word_that_no_rule_reads() -> None:
    article = document("x.md", 'Type `print("a")` or ``b`c`` now.', OPTIONS)
    assert article.text == "Type print__a__ or b_c now."
    assert [article.text[slice(*aside)] for aside in article.asides] == ["print__a__", "b_c"]
    assert held(article, "print__a__") == 'print("a")'


def test_html_in_markdown() -> None:
    article = document(
        "x.md",
        "<div class='x'>\n<p>In a <b>box</b>.</p>\n</div>\n\n<script>\nno()\n</script>\n\n"
        "He said <span lang='fr'>coup *d’état*</span> and<br>left.\n\n"
        "<div hidden>\n\nNot *this*.\n\n"
        "</div>\n\nBut this.",
        OPTIONS,
    )
    assert [text for _, text in blocks(article)] == [
        "In a box.",
        "He said coup d’état and",
        "left.",
        "But this.",
    ]
    assert [article.text[slice(*aside)] for aside in article.asides] == ["coup d’état"]


_WORDS = st.text(st.sampled_from("abcé北😀’,"), min_size=1, max_size=6)
_PIECES = st.one_of(
    _WORDS.map(lambda word: (word, word)),
    _WORDS.map(lambda word: (f"**{word}**", word)),
    _WORDS.map(lambda word: (f"[{word}]({word})", word)),
    st.just(("&amp;", "&")),
    st.just(("\\*", "*")),
    st.just(("&#x41;", "A")),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(_PIECES, min_size=1, max_size=6), min_size=1, max_size=4),
    st.sampled_from(["\n\n", "\r\n\r\n"]),
)
def test_every_character_comes_from_its_place(
    paragraphs: list[list[tuple[str, str]]], parting: str
) -> None:
    raw = parting.join("x " + " ".join(held for held, _ in pieces) for pieces in paragraphs)
    article = document("x.md", raw, OPTIONS)
    assert article.file_map is not None
    expected = ["x " + " ".join(prose for _, prose in pieces) for pieces in paragraphs]
    assert [text for _, text in blocks(article)] == expected
    last = 0
    for index, char in enumerate(article.text):
        start, end = article.file_map.span(index, index + 1)
        assert last <= start
        last = start
        if char != "\n":
            assert raw[start:end] in (char, "&amp;", "&#x41;")


@settings(max_examples=80, deadline=None)
@given(st.text(st.sampled_from("ab *_`[]()<>&#-\n\r\t!|~\\{}%:'\"1.é😀"), max_size=60))
def test_any_text_can_be_read(raw: str) -> None:
    article = document("x.md", raw, OPTIONS)
    assert article.file_map is not None
    for index in range(len(article.text)):
        start, end = article.file_map.span(index, index + 1)
        assert 0 <= start <= end <= len(raw)
    for block in article.blocks:
        assert (
            article.text[block.start : block.end].strip() == article.text[block.start : block.end]
        )
