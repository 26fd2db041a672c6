"""Terms in running text, inflected as their language inflects words.

Two questions, two answers. "Does the source speak of this term?" must not be answered too easily
(a port is no porter), so only endings that the language hangs on nouns count. "Has the target the
required form anywhere here?" must not be denied too easily, so a word counts that shares the stem.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Generic, NamedTuple, TypeVar

from mtcheck.language.data import listed_words
from mtcheck.language.words import UNSPACED, small_letters

T = TypeVar("T")

_SHORTEST_STEM = 3
_STEM_SHARE = 0.7
_LONGEST_ENDING = 6
_SHORT = 3
_APOSTROPHES = str.maketrans("’‘ʼ‐‑\u00a0\u202f", "'''--  ")
_PREFIXES = {"ar": "(?:[وفبكل]{0,2}(?:ال)?|لل)", "he": "[ובכלמשה]{0,2}"}
_COMPOUNDING = frozenset(("de", "nl", "sv", "da", "nb", "fi"))
_ANY_ENDING = frozenset(("ru", "uk", "pl", "cs", "tr", "fi", "hu", "bg"))


class TermMatch(NamedTuple, Generic[T]):
    """start, end: code points into the text, half-open. value: what was looked for."""

    start: int
    end: int
    value: T


class Finder(Generic[T]):
    """Finds many terms in one pass over a text; of terms that overlap, the first and longest."""

    def __init__(self, pairs: Iterable[tuple[str, T]], language: str) -> None:
        self._values: dict[str, T] = {}
        patterns = []
        for form, value in sorted(pairs, key=lambda pair: -len(pair[0])):
            name = f"t{len(self._values)}"
            self._values[name] = value
            patterns.append(f"(?P<{name}>{_strict(form, language)})")
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def find(self, text: str) -> list[TermMatch[T]]:
        """The terms in order of the text."""
        if self._pattern is None:
            return []
        plain = _plain(text)
        return [
            TermMatch(*found.span(), self._values[found.lastgroup or ""])
            for found in self._pattern.finditer(plain)
        ]


def _plain(text: str) -> str:
    """In small letters, with plain apostrophes and hyphens; same length."""
    return small_letters(text.translate(_APOSTROPHES))


def _strict(form: str, language: str) -> str:
    """The pattern of a term in `_plain` text: each word with the endings of its language. A form
    in capitals alone (an acronym) takes an ending after an apostrophe or hyphen."""
    if UNSPACED.search(form):
        return re.escape(_plain(form))
    words = [_inflected(word, language) for word in _plain(form).split()]
    return rf"(?<!\w){_PREFIXES.get(language, '')}{r'[ -]+'.join(words)}(?!\w)"


def _inflected(word: str, language: str) -> str:
    endings = _endings(language)
    if len(word) <= _SHORT or not word.isalpha():
        return rf"{re.escape(word)}(?:['-]?s|'\w{{1,4}})?"
    stem, last = word[:-1], word[-1]
    if language in _ANY_ENDING:
        stem = stem if last in _VOWELS or last in "ьйъ" else word
        return rf"{re.escape(stem)}\w{{0,{_LONGEST_ENDING if language == 'tr' else 4}}}(?:'\w+)?"
    if language == "en" and last == "y":
        return rf"{re.escape(stem)}(?:y's|ies|y)"
    if language in ("it", "es", "pt") and last in _VOWELS:
        return rf"{re.escape(stem)}(?:{re.escape(last)}s?|[aeiou]s?|[íóé]s?)"
    return rf"{re.escape(word)}(?:{endings})?" if endings else re.escape(word)


_VOWELS = frozenset("aeiouyаеиоуыэюяієїáéíóúýěůąęô")


@cache
def _endings(language: str) -> str:
    """The endings of nouns, from `languages/<language>/noun-endings.txt`, the longest first."""
    listed = sorted(listed_words(language, "noun-endings"), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, listed))


def has_form(text: str, form: str, language: str) -> bool:
    """Does the text hold the form, inflected or as a part of a compound? Generous."""
    return _generous(form, language).search(_folded(text)) is not None


@cache
def _generous(form: str, language: str) -> re.Pattern[str]:
    if UNSPACED.search(form):
        return re.compile(re.escape(_folded(form)))
    words = []
    for word in _folded(form).split():
        if len(word) <= _SHORT:
            words.append(rf"{re.escape(word)}\w{{0,4}}")
            continue
        stem = word[: max(_SHORTEST_STEM, round(_STEM_SHARE * len(word)))]
        words.append(rf"{re.escape(stem)}\w*")
    start = "" if language in _COMPOUNDING or language in _PREFIXES else r"(?<!\w)"
    # An inflected language puts its words in another order, or another between them.
    return re.compile(start + r"\W+(?:\w+\W+){0,1}?".join(words))


def _folded(text: str) -> str:
    """Without accents: Rat and Räte share their stem then."""
    decomposed = unicodedata.normalize("NFD", _plain(text))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
