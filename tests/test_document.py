"""Blocks, sentences, quotations and counts of a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.language.data import LanguageTagError


def kinds(text: str, language: str = "en", **options: int) -> list[tuple[str, str]]:
    document = Document(text, language, **options)  # type: ignore[arg-type]
    return [(block.kind, text[block.text_start : block.end]) for block in document.blocks]


def test_headline_paragraphs_and_list_items() -> None:
    text = "Talks open\n\nThey met.\n• Also read: More\n- One\n1. Two\n\nThey left.\n"
    assert kinds(text) == [
        ("headline", "Talks open"),
        ("paragraph", "They met."),
        ("list_item", "Also read: More"),
        ("list_item", "One"),
        ("list_item", "Two"),
        ("paragraph", "They left."),
    ]


def test_a_first_line_that_ends_a_sentence_is_no_headline() -> None:
    assert kinds("They met.\n\nThey left.")[0][0] == "paragraph"
    assert kinds("One line only")[0][0] == "paragraph"


def test_the_headline_may_be_known() -> None:
    assert kinds("They met.\n\nThey left.", headline_end=9)[0][0] == "headline"
    assert kinds("Talks open\n\nThey left.", headline_end=0)[0][0] == "paragraph"


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Talks open in Moscow\n\n"
        "The delegates met in Moscow on Friday to speak of the means of achieving a\n"
        "ceasefire in the Gaza Strip, according to a source in the Foreign Ministry\n"
        "who asked not to be named.\n\nThey left on Saturday.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph"]


def test_one_paragraph_a_line() -> None:
    text = f"Talks open\n{'They met again and again. ' * 8}\nThey left.\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "paragraph", "paragraph"]


def test_crlf_and_offsets() -> None:
    text = "Talks open\r\n\r\nThey met. They left.\r\n"
    document = Document(text, "en")
    assert [text[s.start : s.end] for s in document.sentences] == [
        "Talks open",
        "They met.",
        "They left.",
    ]


def test_folding_keeps_the_length() -> None:
    document = Document("İstanbul’da ẞ GROẞ\u00a0x", "tr")
    assert len(document.folded) == len(document.text)


def test_a_tag_that_is_none() -> None:
    with pytest.raises(LanguageTagError):
        Document("x", "english please")
    assert Document("x", "EN_us").language == "en-US"


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [("They met on 3 May – twice.", "en", 6), ("", "en", 0), ("北京会议开幕了吗", "zh", 5)],
)
def test_word_counts(text: str, language: str, words: int) -> None:
    assert Document(text, language).word_count == words


@given(st.text(max_size=300), st.sampled_from(["en", "fr", "de", "es", "zh", "ar", "xx"]))
def test_spans_lie_inside_the_text_and_in_order(text: str, language: str) -> None:
    document = Document(text, language)
    previous = 0
    for block in document.blocks:
        assert previous <= block.start <= block.text_start <= block.end <= len(text)
        previous = block.end
        position = block.text_start
        for sentence in document.sentences_of(block):
            assert position <= sentence.start < sentence.end <= block.end
            position = sentence.end
    for quotation in document.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start] == quotation.opener
        assert text[quotation.end - 1] == quotation.closer
