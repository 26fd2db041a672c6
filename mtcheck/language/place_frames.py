"""Names that are a place and something else too: does the article mean the place?

München is a club abroad, Nancy a first name. The word lists, in `word-lists.tsv`: `place-frames`,
what stands before a place and hardly before a club or a person; `sports-words`, beginnings of words
that show an article on sport.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, word_list
from mtcheck.language.exonyms import identified_names
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_FRAME_REACH = 32
_TURKISH_LOCATIVE = late_pattern(
    r"['’](?:da|de|ta|te|dan|den|tan|ten|daki|deki|taki|teki)(?!\w)"
    r"| (?:kenti|şehri|eyaleti|limanı|belediyesi|polisi)"
)

_WORD_BEFORE = late_pattern(r"(?<!\w)([^\W\d_]+)[ \u00a0]$")
_AND = frozenset(("and", "et", "und", "y", "e", "ed", "en", "i", "a", "och", "ve", "и", "і", "та"))


def means_the_place(document: Document, start: int, end: int) -> bool:
    """Stands the name where only a place stands, in an article that is not on sport?"""
    return stands_as_place(document, start, end) and not is_on_sport(document)


def stands_as_place(document: Document, start: int, end: int) -> bool:
    if document.target == "tr":
        return _TURKISH_LOCATIVE.match(document.plain, end) is not None
    before = document.plain[max(0, start - _FRAME_REACH) : start].lower()
    return any(
        before.endswith(frame) and (frame[-1] != " " or not before[: -len(frame)][-1:].isalnum())
        for frame in _frames(document.target)
    )


def is_framed_or_joined(document: Document, start: int, end: int) -> bool:
    """Stands the name where a place stands, or behind "and": Peruggia und Napoli?"""
    if stands_as_place(document, start, end) or document.target in ("zh", "ja", "ar"):
        return True
    before = _WORD_BEFORE.search(document.plain, max(0, start - _FRAME_REACH), start)
    return before is not None and before[1] in _AND & function_words(document.target)


def is_on_sport(document: Document) -> bool:
    pattern = _sport(document.target)
    return document.once("is on sport", lambda: pattern.search(document.plain.lower()) is not None)


@cache
def _frames(language: str) -> tuple[str, ...]:
    listed = word_list("place-frames", language)
    if language in ("zh", "ja"):
        return listed
    elided = [f"{frame[:-1]}'" for frame in listed if language == "fr" and frame.endswith(" de")]
    return tuple(f"{frame} " for frame in listed) + tuple(elided)


@cache
def _sport(language: str) -> re.Pattern[str]:
    stems = "|".join(map(re.escape, word_list("sports-words", language))) or "(?!)"
    edge = "" if language in ("zh", "ja", "ar") else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{stems})")


@cache
def words_of_all_places(language: str) -> frozenset[str]:
    """The words of `identified_names`, countries among them."""
    several = identified_names(language).values()
    return frozenset(word for forms in several for form in forms for word in form.split())
