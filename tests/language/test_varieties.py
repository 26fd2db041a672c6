"""American or British English."""

import pytest

from mtcheck.document import Document
from mtcheck.language.data import FOLDER


@pytest.mark.parametrize(
    ("language", "text", "variety"),
    [
        ("en", "The labor leader favored the program and traveled to the center.", "US"),
        ("en", "The labour leader favoured the programme and travelled to the centre.", "GB"),
        ("en", "Mr. Smith spoke on October 7, 2023.", "US"),
        ("en", "Mr Smith spoke on 7 October 2023.", "GB"),
        ("en", "‘We will go home now,’ he said. " * 3 + "It was 5 per cent.", "GB"),
        ("en", "The Labour Party met at the Kennedy Center.", None),
        ("en", "The favor of neighbours.", None),
        ("en", "He spoke.", None),
        ("en-US", "The colour of labour.", "US"),
        ("en-AU", "The color of labor.", "GB"),
        ("en-CA", "The colour of labour.", None),
        ("fr", "Le centre organise un programme.", None),
    ],
)
def test_variety(language: str, text: str, variety: str | None) -> None:
    assert Document(text, language).variety == variety


def test_no_word_is_on_both_sides() -> None:
    lines = (FOLDER / "en" / "varieties.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    forms: tuple[set[str], set[str]] = (set(), set())
    for american, british, endings in ((*row, "", "")[:3] for row in rows):
        for side, word in zip(forms, (american, british), strict=True):
            side |= {word + ending for ending in ("", *endings.split()) if word}
    assert len(rows) > 100
    assert not forms[0] & forms[1]
