import pytest

from mtcheck.bilingual.name_matches import likeness
from mtcheck.bilingual.romanization import bare, other_sound, romanized, sound


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("Зеленский", "zelenskiy"),
        ("Μητσοτάκης", "mitsotakis"),
        ("زيلينسكي", "zilinski"),
        ("ゼレンスキー", "zerensuki"),
        ("习近平", "xijinping"),
        ("Čapek", "tchapek"),
        ("", ""),
    ],
)
def test_words_of_any_script_are_romanized(word: str, latin: str) -> None:
    assert romanized(word) == latin


@pytest.mark.parametrize(
    ("one", "other"),
    [("Johnson", "Джонсон"), ("Schwarzenegger", "Шварценеггер"), ("George", "Джордж")],
)
def test_renderings_sound_alike(one: str, other: str) -> None:
    assert max(likeness(code, sound(other)) for code in (sound(one), other_sound(one))) > 0.6


def test_other_names_do_not() -> None:
    assert likeness(sound("Zelensky"), sound("Путин")) < 0.5
    assert likeness(bare(sound("Trump")), bare(sound("默克尔"))) < 0.5
