"""Where quotations meet full stops and commas: inside the closing mark or outside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.quotations import Quotation
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_SPACE = " \u00a0\u202f\u2009"
_CLOSERS = "”\"’'“‘»«›‹"
_STOPS = (".", ",")
_SENTENCE_END_INSIDE = late_pattern(r"[.!?…][\"'”’“»]*\s")
_LAST_WORD = late_pattern(r"[^\s(\[“„«\"'‘]+$")
_NO_PROSE = late_pattern(
    r"[\w.-]*[@/\\_=<>{}][\w./-]*|\W*\w?\W*|[\d\W]+|\S+\.\w{2,4}"
    r"|\s?[^\W\d_aeiouyAEIOUY\u00c0-\u0fff]{1,4}\.\s?"  # no vowel: Mr.
)
_FEW_WORDS = 3
_LONGEST_FRAGMENT = 400
_LONGEST_CODE = 60
_MOST_CLOSERS = 5


class QuoteStop(NamedTuple):
    """A full stop or comma at the end of a quotation.

    start, end: its closing marks and the stop.
    is_inside, is_doubled: does it stand before the closing mark; on both sides of it?
    is_fragment: is the quotation a part of the sentence around it?
    """

    start: int
    end: int
    mark: str
    is_inside: bool
    is_doubled: bool
    is_fragment: bool


def quote_stops(document: Document) -> Iterator[QuoteStop]:
    """All of them, in order. Quotations of keys, numbers, codes and addresses are left out, and
    single marks save in a double quotation."""
    text = document.text
    for quotation in document.quotations:
        start, end = quotation.inner
        if quotation.glyphs not in document.conventions.quotes or (
            quotation.is_single and not _is_nested(document, quotation)
        ):
            continue
        if end - start < _LONGEST_CODE and _NO_PROSE.fullmatch(text, start, end):
            continue
        inside, lowest = end - 1, max(start, end - _MOST_CLOSERS)
        while inside > lowest and text[inside] in _CLOSERS + _SPACE:
            inside -= 1
        last, after = text[inside], text[quotation.end : quotation.end + 1]
        following = text[quotation.end + 1 : quotation.end + 2]
        if following.isalnum() or following in _STOPS:
            after = ""
        fragment = _is_fragment(document, quotation)
        if last in _STOPS and text[inside - 1] not in ".,!?…":
            doubled = after in _STOPS
            yield QuoteStop(inside, quotation.end + doubled, last, True, doubled, fragment)
        elif after in _STOPS and (last.isalnum() or last in ")]%"):
            if last == ")" and document.is_about_code:
                continue
            yield QuoteStop(inside + 1, quotation.end + 1, after, False, False, fragment)


def _is_nested(document: Document, quotation: Quotation) -> bool:
    around = document.quotations_around(quotation.start, quotation.end)
    return any(not outer.is_single for outer in around)


def _is_fragment(document: Document, quotation: Quotation) -> bool:
    """Part of the sentence around it, rather than a sentence of its own?"""
    start, end = quotation.inner
    words = document.text[start:end].strip() if end - start < _LONGEST_FRAGMENT else ""
    if not words or _SENTENCE_END_INSIDE.search(words):
        return False
    line = document.block_at(quotation.start).text_start
    before = document.text[max(line, quotation.start - 30) : quotation.start]
    before = before.rstrip(_CLOSERS + _SPACE)
    is_resumed = before.endswith(",") and document.target != "es"
    if not before or is_resumed or before[-1] in ":.!?…":
        return False
    return words[0].islower() or len(words.split()) <= _FEW_WORDS


def is_abbreviated(document: Document, stop: QuoteStop) -> bool:
    """Does the full stop inside belong to an abbreviation ("EE. UU.")?"""
    word = _LAST_WORD.search(document.text[max(0, stop.start - 20) : stop.start])
    if word is None or stop.mark != ".":
        return False
    return document.conventions.is_abbreviation(word.group())


def sentence_goes_on(document: Document, stop: QuoteStop) -> bool:
    """.“ sagte er: does a small letter follow?"""
    after = document.text[stop.end : stop.end + 3]
    return after[:1] in _SPACE and after.strip()[:1].islower()
