"""¿ and ¡, which open a question or an exclamation in Spanish and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.identify import function_word_votes
from mtcheck.language.words import WORD, before_spaces
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

USERS = frozenset(("es", "gl", "ast", "ext", "an"))
"""The languages that print ¿ and ¡ (Galician where it wants to)."""

_OPENER = late_pattern("[¿¡]")
_CLOSER = late_pattern(r"(?<=[^\W\d_])(?:[»”\"]|[ \u00a0\u202f])?([?!])[?!]*(?![\w/.=&?!)\]]\w|\w)")
_LEFT = late_pattern(r"(?<![¿¡])([¿¡]+)(?=\w)")
_SENTENCE_END = late_pattern(r"[.!?…:;](?=[\s\"”»])|[«“(\[\"—–]|\n")
_NEVER_SPANISH = frozenset(("não", "diz", "são", "che", "per", "il", "perché", "è", "à"))
_ACROSS = 200
_LONGEST_SHOWN = 100
_LONGEST = 400


class LoneCloser(NamedTuple):
    """A question or exclamation that nothing opens.

    start, end: from where it begins, as far as that shows, to its mark. is_sure_start: the word
    that begins it is one that only questions have.
    """

    start: int
    end: int
    mark: str
    is_sure_start: bool


def missing_openers(document: Document) -> Iterator[LoneCloser]:
    """Questions and exclamations without ¿ or ¡, in Spanish words."""
    text = document.text
    openers = [found.start() for found in _OPENER.finditer(text)]
    next_opener = 0
    last_opener = last_closer = -1
    for found in _CLOSER.finditer(text):
        at = found.start(1)
        while next_opener < len(openers) and openers[next_opener] < at:
            last_opener = openers[next_opener]
            next_opener += 1
        near = document.block_at(at).start - _ACROSS
        is_open = last_opener > last_closer and last_opener > near
        last_closer = at
        if not is_open and not document.in_link(at, found.end()):
            start = _clause_start(document, at)
            if _is_spanish(document, start, at):
                yield _lone(document, start, found)


def _clause_start(document: Document, at: int) -> int:
    """Where the sentence, quotation or bracket begins that the mark ends."""
    block = document.block_at(at)
    start = max(block.text_start, at - _LONGEST)
    for end in _SENTENCE_END.finditer(document.text, start, at - 1):
        start = end.end()
    while start < at and not document.text[start].isalnum():
        start += 1
    return start


def _is_spanish(document: Document, start: int, at: int) -> bool:
    """Titles and names in other languages are let be."""
    words = WORD.findall(document.text[start:at].lower())
    own = function_words("es") | listed_words("es", "question-words")
    if not any(word in own for word in words):
        return False
    return not document.in_foreign_quotation(start, at)


def _lone(document: Document, start: int, found: re.Match[str]) -> LoneCloser:
    """From the last question word that begins a clause, else from the sentence's first word."""
    text, end = document.text, found.end()
    asking = listed_words("es", "question-words")
    is_sure = False
    for word in WORD.finditer(text, start, found.start(1)):
        if word.group().lower() in asking:
            before = text[start : word.start()]
            follows_comma = before.endswith((", ", "; "))
            is_sure = follows_comma or len(before.split()) <= 1  # Por qué, A quién
            start = word.start() if follows_comma else start
            break
    if end - start > _LONGEST_SHOWN:
        words = list(WORD.finditer(text, max(start, end - 40), found.start(1)))
        return LoneCloser(words[-1].start(), end, found[1], False)
    return LoneCloser(start, end, found[1], is_sure)


def left_openers(document: Document) -> Iterator[re.Match[str]]:
    """¿ and ¡ before words that are not Spanish."""
    text = document.text
    if "¿" not in text and "¡" not in text:
        return
    for found in _LEFT.finditer(text):
        line_end = text.find("\n", found.end())
        last = min(found.end() + 60, line_end if line_end >= 0 else len(text))
        stop = re.compile(r"[?!.]").search(text, found.end(), last)
        passage = text[found.end() : stop.start() if stop else last]
        votes = function_word_votes(passage, {document.target, "es"})
        own, spanish = votes[document.target], votes["es"]
        if own > spanish or (own == spanish and _opens_own(document, found, passage)):
            yield found


def _opens_own(document: Document, found: re.Match[str], passage: str) -> bool:
    """Does it open a sentence of the document's own that is as short as it is like Spanish?"""
    if document.quotations_around(found.start(), found.end()):
        return False
    block = document.block_at(found.start())
    before = before_spaces(document.text, block.start, found.start())
    if before > block.start and document.text[before - 1] not in ".!?…:":
        return False
    votes = document.once(
        ("Spanish or own", block.start),
        lambda: function_word_votes(
            document.text[block.start : block.end], {document.target, "es"}
        ),
    )
    words = {word.lower() for word in WORD.findall(passage)}
    return votes[document.target] > votes["es"] or bool(words & _NEVER_SPANISH)
