"""Common nouns with the capital that German gives them: De Onderhandelingen over de nieuwe cao."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_words
from mtcheck.language.mentions import is_named

if TYPE_CHECKING:
    from mtcheck.document import Document

_SHORTEST = 6
_OPENERS = {
    "en": "[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|its|their|his|her|no|many|new",
    "nl": "[Dd]e|[Hh]et|[Ee]en|[Dd]eze|[Dd]it|zijn|hun|haar|geen|veel|nieuwe",
    "sv": "[Ee]n|[Ee]tt|[Dd]en|[Dd]et|[Dd]e|sin|sina|deras|nya",
}
_ENDINGS = {
    "nl": ("ing", "ingen", "heid", "heden", "teit", "schap", "enis"),
    "sv": ("ning", "ningar", "ningen", "ningarna", "het", "heter", "heten"),
}
"""Of nouns that are no institutions."""
_OFFICES = ("institution-words", "name-words", "person-titles")


def german_capitals(document: Document) -> Iterator[tuple[int, int]]:
    """Words of the news behind an article, with a capital before a small word: those that the
    text writes small as well, and such as are no institutions."""
    if document.target not in _OPENERS:
        return
    endings = _ENDINGS.get(document.target, ())
    for found in _pattern(document.target).finditer(document.plain):
        word = found[1].lower()
        if (
            (word in document.vocabulary or word.endswith(endings))
            and _is_of_the_news(word, document.target)
            and document.block_at(found.start()).kind == "paragraph"
            and not document.in_link(*found.span(1))
            and not document.is_quoted(*found.span(1))
            and not is_named(document, *found.span(1))
        ):
            yield found.span(1)


def _is_of_the_news(word: str, language: str) -> bool:
    """Is it listed as a word of the news, and as none that an institution's name may hold?"""
    return any(word in listed_words(language, of) for of in ("news-words", "rare-words")) and not (
        any(word in listed_words(language, of) for of in _OFFICES)
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'-])(?:{_OPENERS[language]}) ([A-ZÀ-Þ][a-zß-ÿ]{{{_SHORTEST - 1},}})"
        r"(?= [a-zß-ÿ]|[,.;] )(?! (?:de|di|da|do|van|von|of|del|des|du|der) [A-ZÀ-Þ])"
    )
