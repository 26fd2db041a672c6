"""The notation of phrases: what it matches, what it refuses."""

import pytest

from mtcheck.document import Document
from mtcheck.lexicon import Entry, Scanner
from mtcheck.phrase import Phrase, PhraseError


def found(phrase: str, text: str, language: str = "en") -> list[str]:
    entry = Entry(
        lexicon="test", find=phrase, suggest=None, confidence=None, unless=None, note="",
        sources=(), example="", counter="", language=language, place="test:1",
    )  # fmt: skip
    matches = Scanner([entry], language).scan(Document(text, language)).get("test", [])
    return [text[match.start : match.end] for match in matches]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("press release", "A Press\u00a0Release said", ["Press\u00a0Release"]),
        ("press release", "a press\nrelease said", ["press\nrelease"]),
        ("press release", "a press\n\nrelease said", []),
        ("press release", "express released", []),
        ("Khan Younes", "in KHAN YOUNES and Khan Younes", ["Khan Younes"]),
        ("OTAN", "the OTAN-led force, OTANO", ["OTAN"]),
        ("call(s|ed|ing) on", "he called on, it calls on, they call on", ["called on", "calls on"]),
        ("the (main |)trigger", "The trigger; the main trigger", ["The trigger", "the main trigger"]),
        ("{recalled} <quote>", "he recalled “that”, recalled that", ["recalled"]),
        ("<name>'s diplomacy", "saw Angela Merkel’s diplomacy", ["Angela Merkel’s diplomacy"]),
        ("^in effect", "In effect, no. It is in effect. “In effect", ["In effect", "In effect"]),
        ("in <number>", "in 2023, in May", ["in 2023"]),
        (r"\(sic\)", "a word (sic) here", ["(sic)"]),
        ("l'OTAN", "selon l’OTAN et l'OTAN", ["l’OTAN", "l'OTAN"]),
        ("follow-up", "a follow‑up", ["follow‑up"]),
    ],
)  # fmt: skip
def test_what_a_phrase_finds(phrase: str, text: str, expected: list[str]) -> None:
    assert found(phrase, text) == expected


@pytest.mark.parametrize(
    "phrase", ["", "a", "(a|b", "a)", "<nonsense> word", "<word> <number>", "{abc", "abc\\"]
)
def test_what_is_no_phrase(phrase: str) -> None:
    with pytest.raises(PhraseError):
        Phrase(phrase, "en")


def test_the_longest_of_overlapping_matches_stays() -> None:
    def entry(find: str) -> Entry:
        return Entry(
            lexicon="test", find=find, suggest=None, confidence=None, unless=None, note="",
            sources=(), example="", counter="", language="en", place="test:1",
        )  # fmt: skip

    scanner = Scanner([entry("press release"), entry("a press release from")], "en")
    (match,) = scanner.scan(Document("in a press release from Paris", "en"))["test"]
    assert match.entry.find == "a press release from"


def test_links_and_handles_are_no_prose() -> None:
    assert found("OTAN", "see https://example.org/OTAN and @OTAN and #OTAN") == []
