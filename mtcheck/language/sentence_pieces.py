"""What pieces of sentences have in common that stand as sentences of their own; which of them were
torn off `mtcheck.language.fragments` tells, and `mtcheck.language.lone_phrases`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_lines, listed_words
from mtcheck.language.finite import STRICT, finite_verb_probability
from mtcheck.language.words import TOKEN
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document, Span

LONGEST = 10
"""Words of a piece."""
LONGEST_SPAN = 90
SHORTEST_WHOLE = 6
"""Words of a whole sentence beside a piece."""
LONGEST_PHRASE = 5
"""Words of a phrase that names somebody or something and says nothing of them."""
_COUNTED = late_pattern(r"^\d[\d.,]*(?= )")
_MARK_INSIDE = late_pattern(r"[\"“”„‘«»()\[\]:;?!–—/…,@#&*|\d]| - |^[-•]")
WHOLE_END = late_pattern(r"(?:((?<![^\W\d_])[^\W\d_]{2,})|\ds?|[ap]\.m)[”»\"’)]?\.[”»\"’)]?$")
"""The end of a whole sentence; group 1: its last word, if it is one."""
SMALL, CAPITAL = "a-zß-ÿа-яёіїєґ", "A-ZÀ-ÝА-ЯЁІЇЄҐ"
_ABBREVIATED_END = late_pattern(rf"\b(?:[^\W\d_]{{1,2}}|[{CAPITAL}][{SMALL}]{{2}}|[IVXL]+)\.$")


def is_prose(document: Document, block: Block) -> bool:
    """A paragraph, and no line of a dialogue: people speak in pieces."""
    return block.kind == "paragraph" and document.text[block.start] not in "—–―"


def is_piece(document: Document, span: Span, marks: re.Pattern[str] = _MARK_INSIDE) -> bool:
    """Short, without a mark inside, and not cut by an abbreviation's full stop."""
    if span.end - span.start > LONGEST_SPAN:
        return False
    text = document.text[span.start : span.end]
    ended = text[-1] == "." or span.end == document.blocks[-1].end
    return (
        ended
        and 2 <= len(text.split()) <= LONGEST
        and marks.search(text) is None
        and _ABBREVIATED_END.search(text) is None
    )


def words_of(document: Document, span: Span) -> list[str]:
    return TOKEN.findall(document.text, span.start, span.end)


def verb_probability(words: Sequence[str], language: str) -> float:
    """How sure it is that the words hold a finite verb; sure where nobody can tell."""
    probability = finite_verb_probability(words, language)
    return 1.0 if probability is None else probability


def count_words(words: list[str]) -> int:
    return sum(word[0].isalnum() for word in words)


def is_deliberate(words: list[str], language: str) -> bool:
    """Has it a word of the sentences that leave out their verb on purpose?"""
    marks = listed_words(language, "verbless-words")
    return not marks.isdisjoint(elided(word.lower()) for word in words)


def elided(word: str) -> str:
    """Without what an apostrophe parts from it (l'eau), lower-cased."""
    return word.lower().replace("’", "'").rpartition("'")[2]


def opens_with(document: Document, piece: Span, openings: str) -> bool:
    """Does the piece open with a phrase of that list? A final A stands for a capital, a first 0
    for a number."""
    text = _COUNTED.sub("0", document.folded[piece.start : piece.end])
    for opening in listed_lines(document.target, openings):
        fixed = opening.removesuffix("A")
        if text.startswith(fixed if fixed[-1] in "' " else f"{fixed} ") and (
            fixed == opening or document.text[piece.start + len(fixed)].isupper()
        ):
            return True
    return False


def is_staccato(document: Document, block: Block, piece: Span) -> bool:
    """Does another short sentence without a verb follow?"""
    following = [s for s in document.sentences_of(block) if s.start > piece.start][:1]
    return any(
        count_words(words := words_of(document, span)) <= LONGEST
        and verb_probability(words, document.target) < STRICT
        for span in following
    )
