"""Small words that take their form from the sound of the next: a and an, le and l', il and lo."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.foreign_words import own_words
from mtcheck.language.words import WORD

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.rule import Confidence

_MODULES = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "it": "italian",
    "es": "spanish",
    "pt": "portuguese",
}
LANGUAGES = tuple(_MODULES)
_FEWEST_UNKNOWN = 2


class Disagreement(NamedTuple):
    """A small word whose form does not fit the next word. right: what stands there instead;
    reason: the rule of the language, a plain sentence."""

    start: int
    end: int
    right: str
    reason: str
    confidence: Confidence = "high"


def disagreements(document: Document) -> Iterator[Disagreement]:
    """All of them in the document; none in a language without a module of its own."""
    name = _MODULES.get(document.target)
    if name is not None:
        module = import_module(f"mtcheck.language.agreement.{name}")
        for found in module.disagreements(document):
            if not _is_innocent(document, found):
                yield found


def _is_innocent(document: Document, found: Disagreement) -> bool:
    """In an address, or in words of another language."""
    return (
        document.in_link(found.start, found.end)
        or document.in_foreign_quotation(found.start, found.end)
        or _is_in_unknown_words(document, found)
    )


def _is_in_unknown_words(document: Document, found: Disagreement) -> bool:
    """In a quotation without one word of the language besides: Tha i fhathast an seo."""
    own = own_words(document.target)
    for quotation in document.quotations_around(found.start, found.end):
        low, high = quotation.inner
        others = document.text[low : found.start], document.text[found.end : high]
        words = [word for part in others for word in WORD.findall(part.lower()) if len(word) > 1]
        if len(words) >= _FEWEST_UNKNOWN and own.isdisjoint(words):
            return True
    return False
