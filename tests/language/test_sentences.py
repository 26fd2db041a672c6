"""Where sentences end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.language.conventions import conventions
from mtcheck.language.sentences import sentence_spans


def split(text: str, language: str) -> list[str]:
    spans = sentence_spans(text, 0, len(text), language, conventions(language))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "He met Mr. Smith and Gen. Jones. | They spoke."),
        ("en", "The U.S. Army came. | It left."),
        ("en", "She left the U.S. | She was tired."),
        ("en", "It was signed by J.R.R. Tolkien. | He read it."),
        ("en", "George W. Bush spoke at 5 p.m. on Friday. | He left."),
        ("en", "See No. 5 and fig. 3. | She said no. | He left."),
        ("en", "“We will go.” | “When?” he asked. | “Now.”"),
        ("en", "“Who?” he asked. | “You!” she said. | They went."),
        ("en", "He said “no.” | Then he left."),
        ("en", "PARIS (AFP) - Talks open. | They go on."),
        ("en", "WASHINGTON, Oct. 12 (Reuters) - Talks open."),
        ("en", "Yahoo! said it would buy Inc. magazine. | It did."),
        ("en", "It lasted until the end ... and beyond. | Then it stopped."),
        ("en", "Sales rose 3.5 percent to $1.2 billion. | Apple fell. | iPhone sales rose."),
        ("en", "(He was late.) | She was not."),
        ("en", "He sells apples, pears, etc. and so on. | He is rich."),
        ("fr", "M. Macron a reçu Mme Le Pen. | Ils ont parlé."),
        ("fr", "« Nous partons ! » a-t-il crié. | Il est parti."),
        ("fr", "Il a dit : « Nous partons. » | Puis il est parti."),
        ("fr", "L'art. 5 du code, p. 12, av. J.-C. dit tout. | Rien d'autre."),
        ("fr", "Que faire ? | Personne ne sait."),
        ("fr", "Le col. | Les coureurs (...) Le sommet."),
        ("de", "Am 3. Oktober kam Dr. Merkel. | Sie sprach."),
        ("de", "Der 2. Weltkrieg endete 1945. | Danach kam Frieden."),
        ("de", "„Wir gehen.“ | „Wann?“, fragte er. | „Jetzt.“"),
        ("de", "Er mag z. B. Autos, u. a. aus Japan. | Sie nicht."),
        ("de", "Rund 5 Mio. Euro, d.h. viel Geld. | Mehr nicht."),
        ("es", "El Sr. García vive en EE. UU. desde 2010. | Es médico."),
        ("es", "«¿Quién va?», preguntó. | «Nadie». | Y calló."),
        ("es", "Llegó a las 5 p. m. | El tren no."),
        ("es", "¿Qué hacer? | ¡Nada! | Véase el art. 5."),
        ("it", "Il dott. Bianchi e il sig. Rossi parlano. | Poi tacciono."),
        ("ru", "В 1990 г. он жил на ул. Ленина. | Потом уехал."),
        ("zh", "他来了。| 她走了！| 谁？"),
        ("ja", "彼は「はい。」と言った。| 終わり。"),
    ],
)
def test_boundaries(language: str, marked: str) -> None:
    separator = "| " if language in ("zh", "ja") else " | "
    parts = marked.split(separator)
    text = ("" if language in ("zh", "ja") else " ").join(parts)
    expected = [part.strip() for part in parts]
    assert split(text, language) == [part for part in expected if part]


def test_the_mark_that_closes_belongs_to_the_sentence() -> None:
    assert split("Il dit « non. » Elle part.", "fr") == ["Il dit « non. »", "Elle part."]
    assert split("(Sie kam.) Er ging.", "de") == ["(Sie kam.)", "Er ging."]


def test_sentences_do_not_cross_blocks() -> None:
    document = Document("A headline\n\nOne sentence that\n\nTwo. Three.", "en")
    assert [document.text[s.start : s.end] for s in document.sentences] == [
        "A headline",
        "One sentence that",
        "Two.",
        "Three.",
    ]


@given(
    st.text() | st.text(alphabet=".!? \n\"”»“aA5'。…"), st.sampled_from(["en", "de", "zh", "xx"])
)
def test_sentences_lie_inside_in_order_and_lose_nothing(text: str, language: str) -> None:
    spans = list(sentence_spans(text, 0, len(text), language, conventions(language)))
    place = 0
    for start, end in spans:
        assert place <= start < end <= len(text)
        assert text[place:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        place = end
    assert text[place:].strip() == ""


@pytest.mark.parametrize("piece", [".", ". ", '."', ". »", "a.b", "!? ", "Mr. "])
def test_the_cost_is_linear(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count + "x"
        start = time.process_time()
        for _ in sentence_spans(text, 0, len(text), "en", conventions("en")):
            pass
        return time.process_time() - start

    seconds(1_000)
    small = min(seconds(3_000) for _ in range(3))
    assert min(seconds(30_000) for _ in range(3)) < 40 * small + 0.05
