"""Sentence boundaries, with offsets.

A mark that ends sentences, what closes with it (quotes, brackets), white space, and no small
letter after it. Full stops of titles, initials, abbreviations and ordinals are told apart by the
language's own lists; where both readings are possible, a function word after it opens a sentence
("the U.S. She"). Measured beside a library in benchmarks/sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.language.conventions import Conventions
from mtcheck.language.data import function_words

_SPACED_END = r"(?P<mark>[.!?…؟।۔]+)(?:[\"'”’»›)\]“‘]|[ \u00a0\u202f][»›])*(?P<gap>\s+)"
_UNSPACED_END = r"[。！？｡]+[」』”’）》〉】]*"
_BOUNDARY = re.compile(f"{_SPACED_END}|{_UNSPACED_END}")
_OPENERS = "\"'“‘«„‚‹([—–-¿¡「『•"
_LAST_TOKEN = re.compile(r"[^\s(\[“„«\"'‘]{1,25}$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_SHORT_NUMBER = re.compile(r"\d{1,2}")


def sentence_spans(
    text: str, start: int, end: int, language: str, habits: Conventions
) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], as (start, end) without the white space around them."""
    begin = start
    for boundary in _BOUNDARY.finditer(text, start, end):
        if boundary["mark"] is None:
            stop = resume = boundary.end()
        else:
            stop, resume = boundary.start("gap"), boundary.end()
            if not _ends_sentence(text, boundary, begin, end, language, habits):
                continue
        if text[begin:stop].strip():
            yield _trimmed(text, begin, stop)
        begin = resume
    if text[begin:end].strip():
        yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(
    text: str, boundary: re.Match[str], begin: int, end: int, language: str, habits: Conventions
) -> bool:
    after = text[boundary.end() : min(end, boundary.end() + 40)].lstrip(_OPENERS + " \u00a0\u202f")
    if after[:1].islower():
        return False
    if boundary["mark"] != ".":
        return True
    token = _LAST_TOKEN.search(text, max(begin, boundary.start() - 25), boundary.start())
    if token is None:
        return True
    word = token.group().lower()
    if word in habits.titles or word.rpartition("'")[2].rpartition("’")[2] in habits.titles:
        return False
    ambiguous = (
        word in habits.abbreviations
        or _INITIALS.fullmatch(word) is not None
        or (habits.ordinal_dot and _SHORT_NUMBER.fullmatch(word) is not None)
    )
    if not ambiguous:
        return True
    first = _FIRST_WORD.match(after)
    return first is not None and first.group().lower() in function_words(language)
