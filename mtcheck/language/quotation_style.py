"""Which quotation marks does an article mean to print?

What it prints most decides between the countries of its language: an article with „…“ is from
Germany or Austria, where «…» are foreign; one with «…» may be from Switzerland, where they are not.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mtcheck.language.quotations import Quotation

if TYPE_CHECKING:
    from mtcheck.document import Document

_STRAIGHT = '""'
_BLOCKS_BACK = 3


def outer_quotations(document: Document) -> dict[int, Quotation]:
    """The quotations that no other holds, by start. Those after a mark that is still open in its
    block or the blocks before may stand in a quotation of several paragraphs: left out."""
    outer: dict[int, Quotation] = {}
    last_end = 0
    opened: dict[int, int] = {}
    for mark in document.lone_quotation_marks:
        opened.setdefault(document.block_index(mark.start), mark.start)
    for quotation in document.quotations:
        block = document.block_index(quotation.start)
        near = (opened.get(block - back, quotation.end) for back in range(_BLOCKS_BACK + 1))
        if quotation.start >= last_end and not any(start < quotation.start for start in near):
            outer[quotation.start] = quotation
        last_end = max(last_end, quotation.end)
    return outer


def usual_pair(document: Document) -> str | None:
    """The pair, printed in the article's language, that most of its quotations have; straight
    marks only where there is no other; None where there are no quotations. Where the house has a
    pair, that."""
    if document.house_style and document.house_style.quotes:
        return document.house_style.quotes
    printed = document.conventions.quotes
    counts = Counter(
        quotation.glyphs
        for quotation in document.outer_quotations.values()
        if quotation.glyphs in printed and not quotation.is_single
    )
    straight = counts.pop(_STRAIGHT, 0)
    if not counts:
        return _STRAIGHT if straight else None
    return max(counts, key=lambda pair: (counts[pair], -printed.index(pair)))


def accepted_pairs(document: Document) -> frozenset[str]:
    """The pairs that are at home in the article: those of its language's press, and, where its
    usual pair tells the country, those of that country's press; the house's own always."""
    usual = document.usual_quotes
    habits = document.conventions
    return habits.quotes_beside(usual) if usual else frozenset(habits.quotes)
