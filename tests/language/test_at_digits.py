"""A pattern that begins at a number finds the same whether it is tried at numbers or everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.language.at_digits import at_digits


@pytest.mark.parametrize(
    ("pattern", "lead"),
    [
        (r"(?<![\w.,])\d{1,2} [a-z]+", ""),
        (r"(?<![\d.,])\d[\d.,]*+ ?(?:km|kg)\b", ""),
        (r"(?<!\w)-?\d+[CF](?!\w)", "-"),
    ],
)
@given(text=st.text("0125 .,-akmgC", max_size=40))
@example(text="0-0C")
def test_as_finditer_finds_it(pattern: str, lead: str, text: str) -> None:
    compiled, document = re.compile(pattern), Document(text, "en")
    everywhere = [found.span() for found in compiled.finditer(document.plain)]
    assert [found.span() for found in at_digits(compiled, document, lead)] == everywhere
