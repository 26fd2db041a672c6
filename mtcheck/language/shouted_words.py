"""English words in capitals that an engine took for acronyms and left: er schickte ANOTHER."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.data import function_words, listed_words, word_list
from mtcheck.language.foreign_words import common_words, has_word_lists, own_words
from mtcheck.language.mentions import is_mention, is_set_apart
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_SHOUTED = late_pattern(r"(?<=[^\W\d_A-Z] )[A-Z]{6,14}(?= [^\W\d_A-Z]|[.,;!?](?:\s|$))")
_MOST = 2
"""Times that a word stands in capitals which is no name."""
_MARKS = 2
_ENDINGS = (("ed", 2), ("led", 3), ("ped", 3), ("ing", 3))
"""Of verbs, and how many letters they add to the stem: slipped, running."""


def shouted_words(document: Document) -> Iterator[Span]:
    """Those that stand alone in a sentence of the document's own."""
    if document.target == "en" or not has_word_lists(document.target) or document.is_about_code:
        return
    english, names = common_words("en"), listed_words(document.target, "latin-words")
    own = own_words(document.target)
    for found in _SHOUTED.finditer(document.text):
        word, (start, end) = found.group().lower(), found.span()
        if not _is_english(word, english) or word in own or word in names:
            continue
        is_name = document.text.count(found.group()) > _MOST or is_mention(document, start, end, 1)
        if not (is_name or _fills_a_quotation(document, end) or is_set_apart(document, start, end)):
            yield Span(start, end)


def _fills_a_quotation(document: Document, end: int) -> bool:
    """Does a quotation end with the word, as the title of a work may?"""
    around = document.quotations_around(end - 1, end)
    return bool(around) and around[-1].end - end < _MARKS


def _is_english(word: str, english: Container[str]) -> bool:
    """A form of a verb, or a word of grammar: those are no acronyms."""
    if word in function_words("en") or word in word_list("indefinite-words", "en"):
        return True
    stems = [word[:-cut] for ending, cut in _ENDINGS if word.endswith(ending)]
    return any(stem in english or stem + "e" in english for stem in stems)
