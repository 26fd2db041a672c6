"""The word for "and" or "or" of another language, left between two words of the document's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words
from mtcheck.language.foreign_words import common_words, own_words
from mtcheck.language.mentions import is_mention, is_set_apart
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_CASELESS = {"zh": "\u3400-\u9fff", "ja": "\u3040-\u30ff\u3400-\u9fff", "ar": "\u0621-\u064a"}
_LATIN = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv"))
_CYRILLIC = frozenset(("ru", "uk"))
_OF_LATIN = {
    "and": "en", "or": "en", "und": "de", "oder": "de", "et": "fr", "ou": "fr", "y": "es",
    "och": "sv", "eller": "sv", "e": "it", "i": "pl", "en": "nl", "ve": "tr",
    "veya": "tr",
}  # fmt: skip
_IN_OTHER_SCRIPTS = {
    "and": "en", "or": "en", "but": "en", "und": "de", "oder": "de", "aber": "de", "et": "fr",
    "ou": "fr", "mais": "fr", "pero": "es", "ma": "it", "och": "sv", "ve": "tr", "ile": "tr",
    "y": "es", "e": "it", "i": "pl", "w": "pl", "z": "pl", "v": "cs", "a": "cs", "en": "nl",
    "con": "es", "de": "fr", "la": "es", "el": "es", "il": "it",
}  # fmt: skip
_OF_CYRILLIC = {"и": "ru", "і": "uk", "та": "uk", "или": "ru", "або": "uk"}
_MUCH_BORROWED = frozenset(("en", "fr", "it", "pl", "cs", "nl", "tr"))
"""Their phrases stand in all languages (fish and chips), or the word is short: both words beside
must be the target's."""
_LONG_BORROWED = frozenset(("en",))
_LATIN_PHRASE = frozenset(("cetera", "al", "alii", "seq", "alia"))
_OTHER_SENSE = {
    "fr": ("or", "y", "et", "ou"),
    "sv": ("and", "i"),
    "tr": ("et", "on", "eller"),
    "pt": ("ou", "a"),
    "cs": ("ou",),
    "en": ("i", "a"),
    "es": ("e", "a", "ve"),
    "it": ("i", "ve"),
    "ru": ("та",),
}
"""Words that mean something else in the target, or stand in set phrases there."""


_OF_MANY = {"en": ("fr", "es"), "e": ("it", "pt"), "et": ("fr",), "i": ("pl", "it")}
"""Words of phrases that all languages borrow: of their language neither word beside may be."""
_SEVERAL = {
    "e": ("it", "pt"), "a": ("cs", "en"), "ou": ("fr", "pt"), "de": ("fr", "es", "pt"),
    "la": ("es", "fr", "it"), "con": ("es", "it"),
}  # fmt: skip


_SMALL = "[a-zß-ÿ\u0101-\u017fа-яёіїєґ]"


class LeftConjunction(NamedTuple):
    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence = "high"


def left_conjunctions(document: Document) -> Iterator[LeftConjunction]:
    """bombos y bandeiras; прийшов и сказав."""
    target = document.target
    if target in _CYRILLIC or target in _CASELESS:
        yield from _in_other_scripts(document)
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
        if target in _LATIN and not _parts_own_words(near, word, sources[word], target, own):
            continue
        if _is_bare(document, start, end):
            yield LeftConjunction(start, end, _SEVERAL.get(word, (sources[word],)))


def _in_other_scripts(document: Document) -> Iterator[LeftConjunction]:
    """одеяла and горячие, 毛毯and热饮. A single letter may name a vitamin or a point."""
    target = document.target
    here = _IN_OTHER_SCRIPTS.keys() & document.vocabulary
    if not here or document.is_about_code:
        return
    if target in _CYRILLIC:
        pattern = _in_cyrillic("|".join(sorted(here)))
    else:
        pattern = _in_caseless(target, "|".join(sorted(word for word in here if len(word) > 1)))
    for found in pattern.finditer(document.text):
        start, end = found.span(1)
        word = found[1]
        if _is_bare(document, start, end):
            is_sure = len(word) > 1 and target != "ja"
            sources = _SEVERAL.get(word, (_IN_OTHER_SCRIPTS[word],))
            yield LeftConjunction(start, end, sources, "high" if is_sure else "medium")


def _is_bare(document: Document, start: int, end: int) -> bool:
    return (
        document.block_at(start).kind != "headline"
        and not document.is_quoted(start, end)
        and not is_set_apart(document, start, end)
        and not is_mention(document, start, end, 1)
    )


def _parts_own_words(
    near: tuple[str, str], word: str, source: str, target: str, own: frozenset[str]
) -> bool:
    if source not in _MUCH_BORROWED and near[1].islower():
        return not common_words(source).issuperset(near)
    if word in _OF_MANY and any(not common_words(tag).isdisjoint(near) for tag in _OF_MANY[word]):
        return False  # Institut de recherche en sciences
    if word == "et" and near[1] in _LATIN_PHRASE:
        return False
    is_own = [_is_own(one.lower(), own, target) for one in near]
    if source in _LONG_BORROWED or len(word) == 1 or not near[1].islower():
        return all(is_own)
    return any(is_own) and common_words(source).isdisjoint(near)


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
    before, after = f"[A-ZÀ-Þ]?{_SMALL}{{2,24}}", f"[A-ZÄÖÜ]?{_SMALL}{{2,24}}"
    return re.compile(rf"(?<![\w'’-])({before}) ({words}) (?=({after})(?![\w'’-]))")


@cache
def _in_cyrillic(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[а-яёіїєґ]{{2}} )({words})(?= [а-яёіїєґ]{{2}})")


@cache
def _in_caseless(target: str, words: str) -> re.Pattern[str]:
    own, words = f"[{_CASELESS[target]}]", words or "(?!)"
    if target == "ar":
        return re.compile(rf"(?<={own} )({words})(?= {own})")
    return re.compile(rf"(?:(?<={own} )|(?<={own}))({words})(?= ?{own})")
