"""Common nouns of the source that a text took over with a capital: die Préfecture, la Fiscalía.

The offices of each language stand in `untranslated-word.tsv`. In German a capital makes every noun
look like a name, so there any other is one only where it is a word of the source's news, behind a
German article, and nothing beside it makes a name of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.foreign_words import common_words, languages_of, own_words
from mtcheck.language.mentions import is_mention, is_named, is_set_apart
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_AFTER_ARTICLE = late_pattern(
    r"(?<!\w)(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[nmrs]?)?|[Ii]m|[Aa]m|[Zz]u[mr]|[Bb]eim|[Vv]om)"
    r"\s([A-ZÀ-ÖØ-ÞČŚŞŻŽŁİ][a-zß-ÿāăąćčďēęěğıłńňőřśşšťůűźżž]{3,})(?![\w-]|\s[A-ZÀ-ÖØ-ÞČŚŞŻŽŁİ]|\s(?:d[aeiu]|del|des|della)\s)"
)
_NAME_AFTER = late_pattern(
    r"[-’'](?!s\b)\w|\s[A-ZÀ-Þ]|, (?:the|an?|le|la|les|die|der|das|el|los|il|lo|as?|os?"
    r"|de|het|en|ett)\s[^.]{3,60}[,.]"
)
_NAME_BEFORE = late_pattern(r"[a-zß-ÿ,;] [A-ZÀ-Þ][\w.’'-]*[ -]$|[\w.][’'-]$")
"""What makes a name of the office, or explains it: Ministerio Público Fiscal, the London High
Court; Protección Civil, the emergency service."""
_CYRILLIC = frozenset(("ru", "uk"))
_LATIN = frozenset(("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "tr", "sv"))
_OPENER = late_pattern(
    r"(?:^|(?<=[.!?] )|(?<=\n))([A-ZÀ-ÖØ-ÞČŚŞŻŽŁİ][a-zß-ÿāăąćčďēęěğıłńňőřśşšťůűźżž]{4,}) "
    r"([a-zß-ÿāăąćčďēęěğıłńňőřśşšťůűźżž]+)"
)
_OPENER_IN_CYRILLIC = late_pattern(
    r"(?:^|(?<=[.!?] )|(?<=\n))([A-ZÀ-ÖØ-ÞČŚŞŻŽŁİ][a-zß-ÿāăąćčďēęěğıłńňőřśşšťůűźżž]{4,}) "
    r"([а-яёіїєґ]+)"
)
_SOURCES_OF_OPENERS = frozenset(("fr", "es", "it", "pt", "pl", "cs", "tr", "nl", "sv", "de"))
_SOURCES = ("fr", "es", "it", "pt", "pl", "cs", "tr", "nl", "sv")
_LISTS = ("nouns", "name-words", "native-lookalikes", "shared-words", "news-words", "rare-words")


class LeftNoun(NamedTuple):
    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence


@cache
def _known() -> frozenset[str]:
    return frozenset(own_words("de").union(*(listed_words("de", name) for name in _LISTS)))


def left_nouns(document: Document) -> Iterator[LeftNoun]:
    """Of medium confidence: they tell only in a text that is known to be translated."""
    if document.target != "de":
        return
    known = _known()
    for found in _AFTER_ARTICLE.finditer(document.text):
        word, (start, end) = found[1].lower(), found.span(1)
        if word in known or found[1] in known:
            continue
        theirs = tuple(source for source in _SOURCES if word in common_words(source))
        if theirs and not (is_set_apart(document, start, end) or is_named(document, start, end)):
            yield LeftNoun(start, end, theirs, "medium")


def is_other_name(document: Document, start: int, end: int) -> bool:
    """Is the office part of a name, explained, or a word of the target too?"""
    form = document.text[start:end]
    if " " not in form and form.lower() in own_words(document.target):
        return True
    return (
        _NAME_AFTER.match(document.text, end) is not None
        or _NAME_BEFORE.search(document.text, max(0, start - 20), start) is not None
        or is_set_apart(document, start, end)
        or is_mention(document, start, end, 1)
    )


def left_openers(document: Document) -> Iterator[LeftNoun]:
    """The first word of a sentence, before a small word of the document's own: Vecinos of the
    quarter, Kierowcy чекають. A name may stand so, which as a rule stands elsewhere too."""
    target = document.target
    if target in _CYRILLIC:
        pattern = _OPENER_IN_CYRILLIC
    elif target in _LATIN:
        pattern = _OPENER
    else:
        return
    own = own_words(target)
    grammar = function_words(target)
    for found in pattern.finditer(document.text):
        word, (start, end) = found[1].lower(), found.span(1)
        if word in own or (target in _LATIN and found[2] not in grammar):
            continue
        theirs = tuple(tag for tag in languages_of(word, target) if tag in _SOURCES_OF_OPENERS)
        if (
            theirs
            and not any(word in listed_words(tag, "noun-surnames") for tag in theirs)
            and document.text.count(found[1]) == 1
            and document.block_at(start).kind != "headline"
            and not (is_set_apart(document, start, end) or is_named(document, start, end))
        ):
            yield LeftNoun(start, end, theirs, "medium")
