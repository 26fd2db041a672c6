"""The word for "and" or "or" of another language, left between two words of the document's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words
from mtcheck.language.foreign_words import common_words, own_words
from mtcheck.language.mentions import is_mention, is_set_apart

if TYPE_CHECKING:
    from mtcheck.document import Document

_LATIN = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv"))
_CYRILLIC = frozenset(("ru", "uk"))
_OF_LATIN = {
    "and": "en", "or": "en", "und": "de", "oder": "de", "et": "fr", "ou": "fr", "y": "es",
    "och": "sv", "eller": "sv",
}  # fmt: skip
_OF_CYRILLIC = {"и": "ru", "і": "uk", "та": "uk", "или": "ru", "або": "uk"}
_MUCH_BORROWED = frozenset(("en", "fr"))
"""Their phrases stand in all languages (fish and chips): both words beside must be the target's."""
_OTHER_SENSE = {
    "fr": ("or", "y", "et", "ou"),
    "sv": ("and",),
    "tr": ("et", "on", "eller"),
    "pt": ("ou",),
    "cs": ("ou",),
    "en": ("et",),
    "ru": ("та",),
}
"""Words that mean something else in the target, or stand in set phrases there."""


class LeftConjunction(NamedTuple):
    start: int
    end: int
    sources: tuple[str, ...]


def left_conjunctions(document: Document) -> Iterator[LeftConjunction]:
    """bombos y bandeiras; прийшов и сказав."""
    target = document.target
    if target not in _LATIN | _CYRILLIC:
        return
    sources = _sources(target)
    here = sources.keys() & document.vocabulary
    if not here or document.is_about_code:
        return
    own = own_words(target) if target in _LATIN else frozenset[str]()
    for found in _pattern("|".join(sorted(here))).finditer(document.text):
        before, word, after = found.groups()
        start, end = found.span(2)
        near = before.lower(), after
        if target in _LATIN and not (
            all(_is_own(one, own, target) for one in near)
            if sources[word] in _MUCH_BORROWED
            else not common_words(sources[word]).issuperset(near)
        ):
            continue
        if (
            document.block_at(start).kind != "headline"
            and not document.is_quoted(start, end)
            and not is_set_apart(document, start, end)
            and not is_mention(document, start, end, 1)
        ):
            yield LeftConjunction(start, end, (sources[word],))


def _is_own(word: str, own: frozenset[str], target: str) -> bool:
    """A word of the target, and no small word that another language has too (de, la)."""
    return word in own and (len(word) > 3 or word in function_words(target))


@cache
def _sources(target: str) -> dict[str, str]:
    listed = _OF_CYRILLIC if target in _CYRILLIC else _OF_LATIN
    other = {*_OTHER_SENSE.get(target, ()), *function_words(target)}
    return {word: tag for word, tag in listed.items() if tag != target and word not in other}


@cache
def _pattern(words: str) -> re.Pattern[str]:
    small = "[a-zß-ÿ\u0101-\u017fа-яёіїєґ]"
    return re.compile(
        rf"(?<![\w'’-])([A-ZÀ-Þ]?{small}{{2,24}}) ({words}) (?=({small}{{2,24}})(?![\w'’-]))"
    )
