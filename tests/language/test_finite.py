"""The finite-verb test of `mtcheck.language.finite`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.language import finite
from mtcheck.language.words import TOKEN

LANGUAGES = ("cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv")
ROOT = Path(__file__).parents[2]


def probability(text: str, language: str) -> float:
    found = finite.finite_verb_probability(TOKEN.findall(text), language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Premiér v úterý odletěl do Bruselu."),
        ("cs", "Přišel pozdě."),
        ("de", "Die Regierung will das Gesetz im Herbst ändern."),
        ("de", "Wenn er kommt."),
        ("en", "The minister said he would resign."),
        ("en", "He didn't."),
        ("en", "It’s over."),
        ("en", "OFFICIALS SAY THE TALKS HAVE FAILED"),
        ("es", "El presidente viajará mañana a Bogotá."),
        ("fr", "L'homme l'a dit."),
        ("fr", "Parle-t-il français ?"),
        ("it", "Il ministro ha annunciato le dimissioni."),
        ("nl", "De premier heeft zijn ontslag aangeboden."),
        ("pl", "Premier zapowiedział zmiany w rządzie."),
        ("pl", "Można wejść."),
        ("pt", "O presidente disse que não renuncia."),
        ("ru", "Президент подписал закон."),
        ("ru", "Решение принято."),
        ("sv", "Statsministern avgick i tisdags."),
    ],
)
def test_clause_is_not_called_fragment(language: str, text: str) -> None:
    assert probability(text, language) > finite.BALANCED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Izraelští představitelé."),
        ("de", "Israelische Beamte."),
        ("de", "Nach Angaben der Polizei."),
        ("en", "Israeli officials."),
        ("en", "In the north of the Gaza Strip."),
        ("es", "Según el ministro de Asuntos Exteriores."),
        ("fr", "Selon un décompte de l'AFP."),
        ("it", "Secondo il ministro degli Esteri."),
        ("nl", "Israëlische functionarissen."),
        ("pl", "Izraelscy urzędnicy."),
        ("pt", "Funcionários israelenses."),
        ("ru", "Израильские чиновники."),
        ("sv", "Israeliska tjänstemän."),
    ],
)
def test_noun_phrase_holds_no_finite_verb(language: str, text: str) -> None:
    assert probability(text, language) < finite.STRICT


@pytest.mark.parametrize("language", ["zh", "ja", "ar", "xx", "", ".", "../en", "en-GB"])
def test_no_table_no_answer(language: str) -> None:
    assert not finite.has_table(language)
    assert finite.finite_verb_probability(["Officials", "said", "."], language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_table_is_there_and_small(language: str) -> None:
    assert finite.has_table(language)
    table = ROOT / "mtcheck" / "languages" / language / "finite-verbs.bin"
    assert table.stat().st_size <= 130_000


def test_no_words_no_verb() -> None:
    assert finite.finite_verb_probability([], "en") == 0.0


def test_kind_of_apostrophe_and_hyphen_does_not_matter() -> None:
    assert probability("He didn't.", "en") == probability("He didn’t.", "en")
    assert probability("Parle-t-il ?", "fr") == probability("Parle‐t‐il ?", "fr")


def test_every_process_finds_the_same() -> None:
    program = (
        "from mtcheck.language.finite import finite_verb_probability as p;"
        "print(repr(p(['Talks', 'open', 'in', 'Moscow'], 'en')))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert answers == {f"{probability('Talks open in Moscow', 'en')!r}\n"}


@given(st.lists(st.text(st.characters(), max_size=12), max_size=8), st.sampled_from(LANGUAGES))
def test_any_tokens_get_a_probability(words: list[str], language: str) -> None:
    found = finite.finite_verb_probability(words, language)
    assert found is not None and 0 <= found <= 1


def test_odd_tokens() -> None:
    odd = ["", " ", "\ud800", "\x00", "-", "'’-", "é" * 10_000, "<s>", "１２", "🙂", "b́"]
    assert finite.finite_verb_probability(odd, "en") is not None
