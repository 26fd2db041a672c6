"""Nouns with a small letter in German, which writes all nouns with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

NOUNS = "nouns"
"""The list `languages/<language>/nouns.txt`: those that tell behind an article."""
STOCK = "noun-stock"
"""The list of those that tell anywhere."""
_AFTER_ARTICLE = late_pattern(
    r"(?<![\w-])(?:[Dd](?:er|ie|as|en|em|es)|(?:[Kk]?ein|Ein|[Ii]hr|[Ss]ein|unser)(?:e[nmrs]?)?"
    r"|[Dd]iese[nmrs]?|[IiAa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|ins)"
    r" ([a-zäöüß]{4,})(?![\w-]|['’]\w|\.\w)(?! [A-ZÄÖÜ0-9„\"»])"
)
_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen",
    "ität", "itäten", "ismus", "nisse",
)  # fmt: skip
_SHORTEST = 7
_SHORTEST_STOCK = 5
_SHORTEST_COMPOUND = 11
_SHORTEST_PART = 4
_OF_ADJECTIVES = (
    "weise", "reich", "reiche", "reichen", "lose", "losen", "arme", "armen", "werten", "isch",
    "ische", "ischen", "ischer", "isches",
)  # fmt: skip
_CAPITAL_INSIDE = late_pattern(r"[\w,] [A-ZÄÖÜ][a-zäöüß]")


def small_nouns(document: Document) -> Iterator[tuple[int, int]]:
    """Where a noun stands right behind an article, no further noun after it: einen dialog mit;
    and one of the surer stock anywhere: lange wartezeiten."""
    nouns = listed_words(document.target, NOUNS)
    if not nouns:
        return
    told = set()
    for found in _AFTER_ARTICLE.finditer(document.plain):
        word = found[1]
        is_noun = (
            word.capitalize() in nouns
            or _is_noun_by_ending(word)
            or _is_compound(word, document.target)
        )
        if is_noun and _is_lone_fault(document, found):
            told.add(found.start(1))
            yield found.span(1)
    words = {
        word
        for word in document.vocabulary
        if word.islower() and _is_sure_noun(word, document.target)
    }
    for word in sorted(words):
        for found in re.finditer(rf"(?<=[\w,;:] )({word})(?![\w-]|['’]\w|\.\w)", document.plain):
            if found.start(1) not in told and _is_lone_fault(document, found):
                yield found.span(1)


def _is_sure_noun(word: str, language: str) -> bool:
    """Is it in the stock, or made of two words that are?"""
    stock = listed_words(language, STOCK)
    if len(word) < _SHORTEST_STOCK:
        return False
    if word.capitalize() in stock:
        return True
    if len(word) < _SHORTEST_COMPOUND or ("zu" in word and word.endswith("en")):
        return False  # anzugleichen
    return any(
        word[at:].capitalize() in stock
        and (word[:at].capitalize() in stock or word[: at - 1].capitalize() in stock)
        for at in range(_SHORTEST_STOCK, len(word) - _SHORTEST_STOCK)
    )


def _is_compound(word: str, language: str) -> bool:
    """Behind an article both lists serve for both parts: einen preisverfall."""
    if len(word) < _SHORTEST_COMPOUND or word.endswith(_OF_ADJECTIVES):
        return False
    lists = listed_words(language, NOUNS), listed_words(language, STOCK)

    def is_listed(part: str) -> bool:
        return any(part.capitalize() in words for words in lists)

    return any(
        is_listed(word[at:])
        and (is_listed(word[:at]) or (word[at - 1] in "sn" and is_listed(word[: at - 1])))
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


def _is_lone_fault(document: Document, found: re.Match[str]) -> bool:
    """In a sentence that has capitals, and no word of an address or of another language."""
    sentence = document.sentence_at(found.start(1))
    if document.quotations_around(*found.span(1)):
        start, end = sentence.start, sentence.end  # somebody's words may have no capitals at all
    else:
        start, end = 0, len(document.plain)
    return (
        _CAPITAL_INSIDE.search(document.plain, start, end) is not None
        and not document.in_link(*found.span(1))
        and not document.in_foreign_quotation(*found.span(1))
    )


def _is_noun_by_ending(word: str) -> bool:
    return len(word) >= _SHORTEST and word.endswith(_ENDINGS)
