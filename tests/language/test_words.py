"""Words and how many there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.language.words import TOKEN, WORD, count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A well-known man's hat isn’t here.",
            ["A", "well-known", "man's", "hat", "isn’t", "here"],
        ),
        ("L'homme d’aujourd'hui", ["L'homme", "d’aujourd'hui"]),
        ("Straßen-Café 24/7", ["Straßen-Café"]),
        ("¿Qué? ¡Nada!", ["Qué", "Nada"]),
        ("Київ, Санкт-Петербург", ["Київ", "Санкт-Петербург"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert WORD.findall(text) == words


def test_tokens_keep_numbers_and_marks_apart() -> None:
    assert TOKEN.findall("It cost $1,200.50 (or 10%).") == [
        "It", "cost", "$", "1,200.50", "(", "or", "10", "%", ")", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("", "en", 0),
        ("— … !", "en", 0),
        ("Two words.", "en", 2),
        ("« Deux mots ! »", "fr", 2),
        ("Rund 10 % mehr", "de", 3),
        ("我们今天去北京开会", "zh", 6),
        ("我", "zh", 1),
        ("AFP 我们今天", "zh", 3),
    ],
)
def test_word_count(text: str, language: str, count: int) -> None:
    assert count_words(text, language) == count


@given(st.text(), st.sampled_from(["en", "zh", "ja", "th"]))
def test_counts_are_never_negative_and_grow(text: str, language: str) -> None:
    count = count_words(text, language)
    assert count >= 0
    assert count_words(text + " one more", language) >= count
