"""What the press of each language prints."""

import pytest

from mtcheck.document import Document
from mtcheck.language.conventions import all_conventions, conventions, languages_printing


@pytest.mark.parametrize(
    ("tag", "usual"),
    [
        ("en", "“”"), ("fr", "«»"), ("fr-CA", "«»"), ("fr-CH", "«»"), ("de", "„“"), ("de-AT", "„“"),
        ("de-CH", "«»"), ("es", "«»"), ("es-MX", "“”"), ("es-419", "“”"), ("it", "«»"),
        ("pt", "“”"), ("pt-PT", "«»"), ("ru", "«»"), ("uk", "«»"), ("pl", "„”"), ("cs", "„“"),
        ("sv", "””"), ("tr", "“”"), ("ja", "「」"),
    ],
)  # fmt: skip
def test_usual_quotes(tag: str, usual: str) -> None:
    assert conventions(tag).quotes[0] == usual


def test_every_table_is_sound() -> None:
    for tag, habits in all_conventions():
        for pair in (*habits.quotes, habits.nested_quotes or "“”"):
            assert len(pair) == 2, tag
        assert habits.name != tag
        lowered = habits.abbreviations | habits.before_numbers | habits.speech_verbs
        assert all(word == word.lower() for word in lowered), tag


def test_spaces_differ_by_region() -> None:
    assert conventions("fr").space_before == ":;!?»%"
    assert conventions("fr-CA").space_before == ":»%"
    assert conventions("fr-CH").space_before == ""
    assert conventions("en").space_before == ""


def test_an_unknown_language_has_no_conventions() -> None:
    assert conventions("xx").quotes == ()


def test_the_languages_that_print_a_pair() -> None:
    assert languages_printing("„”")[0] == "pl"
    assert "en" not in languages_printing("«»")


@pytest.mark.parametrize(
    ("language", "text", "is_accepted"),
    [
        ("de", "«Ja», sagte er. «Nein», sagte sie.", True),
        ("de", "„Ja“, sagte er. „Nein“, sagte sie. «So.»", False),
        ("de-DE", "«Ja», sagte er.", False),
        ("de-CH", "«Ja», sagte er.", True),
        ("es", "“Sí”, dijo. «No», dijo ella.", True),
    ],
)
def test_an_articles_usual_marks_tell_its_country(
    language: str, text: str, is_accepted: bool
) -> None:
    assert ("«»" in Document(text, language).accepted_quotes) is is_accepted
