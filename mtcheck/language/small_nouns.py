"""Nouns with a small letter in German, which writes all nouns with a capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

NOUNS = "nouns"
"""The list `languages/<language>/nouns.txt`."""
_AFTER_ARTICLE = late_pattern(
    r"(?<![\w-])(?:d(?:er|ie|as|en|em|es)|(?:k?ein|ihr|sein|unser)(?:e[nmrs]?)?|diese[nmrs]?"
    r"|im|am|zum|zur|vom|beim|ins) ([a-zäöüß]{4,})(?![\w-]|['’]\w|\.\w)(?! [A-ZÄÖÜ0-9„\"»])"
)
_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "ität", "itäten", "ismus", "nisse",
)  # fmt: skip
_SHORTEST = 7
_CAPITAL_INSIDE = late_pattern(r"[\w,] [A-ZÄÖÜ][a-zäöüß]")


def small_nouns(document: Document) -> Iterator[tuple[int, int]]:
    """Where a noun stands right behind an article, no further noun after it: einen dialog mit."""
    nouns = listed_words(document.target, NOUNS)
    if not nouns:
        return
    for found in _AFTER_ARTICLE.finditer(document.plain):
        word = found[1]
        if word.capitalize() not in nouns and not _is_noun_by_ending(word):
            continue
        sentence = document.sentence_at(found.start())
        if (
            _CAPITAL_INSIDE.search(document.plain, sentence.start, sentence.end)
            and not document.in_link(*found.span(1))
            and not document.in_foreign_quotation(*found.span(1))
        ):
            yield found.span(1)


def _is_noun_by_ending(word: str) -> bool:
    return len(word) >= _SHORTEST and word.endswith(_ENDINGS)
