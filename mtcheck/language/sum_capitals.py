"""Names of money with a capital behind a sum: 50.000 Grivnas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.language.capitals import Capitals


def capital_sums(document: Document, listed: Capitals) -> Iterator[tuple[int, int]]:
    """The names that a figure stands before, or a figure and a word or two (mil millones de)."""
    names = listed.listed("currency")
    if names.isdisjoint(document.vocabulary):
        return
    for found in _sum("|".join(sorted(names))).finditer(document.plain):
        if not document.in_link(*found.span(1)) and not document.in_foreign_quotation(
            *found.span(1)
        ):
            yield found.span(1)


@cache
def _sum(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:\d|\b(?:mil|mille|mila)) (?:[^\W\d_A-ZÀ-Þ]\w{{1,14}} ){{0,2}}(?:d')?({names})"
        r"(?![\w-])(?! [A-ZÀ-ÞА-Я])"
    )
