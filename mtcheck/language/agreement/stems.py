"""Lists of words in which a star stands for any ending."""

from __future__ import annotations

from functools import cache

from mtcheck.language.data import listed_words


@cache
def _parts(language: str, name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = listed_words(language, name)
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(word[:-1] for word in words if word.endswith("*"))


def is_listed(word: str, language: str, name: str) -> bool:
    """Is the word (as it is cased in the list) in `languages/<language>/<name>.txt`?"""
    whole, stems = _parts(language, name)
    return word in whole or word.startswith(stems)
