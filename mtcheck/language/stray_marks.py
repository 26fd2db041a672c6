"""Marks that were left over: two where one belongs, one where no words stand, empty brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.language.data import function_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_STOPS = "。।．."
_COMMAS = ",，、،"
_SEMICOLONS = ";；؛"
_COLONS = ":："
_CALLS = "?!？！؟"
_MARKS = _STOPS + _COMMAS + _SEMICOLONS + _COLONS + _CALLS
_SPACE = " \u00a0\u202f\u2009\u3000"
_ROW = late_pattern(rf"[{_MARKS}](?:[{_SPACE}]{{0,2}}[{_MARKS}])+")
_EMPTY = late_pattern(
    rf"[(\[（［【“«「『《„\"](?:(?<=[(\[（［【])[{_SPACE},;:]*[)\]）］】]"
    rf"|(?<=“)[{_SPACE},;]*”|(?<=«)[{_SPACE},;]*»|(?<=「)[{_SPACE}]*」|(?<=『)[{_SPACE}]*』"
    rf'|(?<=《)[{_SPACE}]*》|(?<=„)[{_SPACE},;]*[“”]|(?<=")(?<![^\s(].)"(?![^\s){_MARKS}]))'
)
_OPENERS, _CLOSERS = "([（［【“«「『《„", ")]）］】”»」』》“"
_OPENED = late_pattern(rf"[(（\[][{_SPACE}]*([,;、，，؛،])(?=[{_SPACE}]*[^\W_])")
_ALONE = late_pattern(rf"[{_MARKS}]{{1,2}}")
_BEGINS = late_pattern(rf"[,;:!?。，、；：！？،؛؟।](?=[{_SPACE}]|[^\W\d_])|\.(?=[{_SPACE}]+\w)")
_EMOTICON = late_pattern(r"[:;]['’,]?-?[()\[\]DPpOo/|*]|:\w+:")
_TWO_DOTS = ("ar", "fa", "ur", "ps", "ckb")
"""Where two dots are an ellipsis."""
_ELLIPSIS = late_pattern(r"\.{3,}|\. \. ?\.|…|。{3,}|[?!]\.\.")
_YEAR = late_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d$")
_WORD_BEFORE = late_pattern(r"[^\W\d_]{1,30}$")
_WORDS_OF_TITLE = 3
_LONG_WORD = 7
_LONG_ARABIC_WORD = 3
_ARABIC_ABBREVIATIONS = frozenset(("إلخ", "الخ", "ألخ", "تلف", "هات", "فاك"))
_QUESTION_IS_SEMICOLON = "el"
_STOP_IS_COLON = "hy"

Kind = Literal["doubled", "begins", "alone", "empty", "opened"]


class StrayMark(NamedTuple):
    """A place where a mark was left over. right: what belongs there instead, where it shows;
    is_sure: nobody could object to it."""

    start: int
    end: int
    kind: Kind
    right: str | None = None
    is_sure: bool = False


def stray_marks(document: Document) -> Iterator[StrayMark]:
    """All such places; each pattern is tried on the whole text, then on the blocks' edges."""
    text = document.text
    has_row = document.has_pair(_MARKS + _SPACE, _MARKS)
    for found in _ROW.finditer(text) if has_row else ():
        if _is_fault(document, found):
            yield _doubled(document, found)
    has_empty = '""' in text or document.has_pair(_OPENERS, f"{_CLOSERS}{_SPACE},;:")
    for found in _EMPTY.finditer(text) if has_empty else ():
        if not _is_no_gap(document, found):
            yield StrayMark(
                *found.span(),
                "empty",
                "",
                is_sure=not text[found.end() : found.end() + 1].isalnum(),
            )
    has_opened = document.has_pair("(（[", f"{_SPACE},;、，؛،")
    for found in _OPENED.finditer(text) if has_opened else ():
        yield StrayMark(*found.span(1), "opened", "")
    for block in document.blocks:
        yield from _at_the_edge(document, block)


def _at_the_edge(document: Document, block: Block) -> Iterator[StrayMark]:
    """A block that is only a mark, or that begins with one."""
    text = document.text
    if text[block.text_start] not in _MARKS:
        return
    if _ALONE.fullmatch(text, block.start, block.end):
        yield StrayMark(block.start, block.end, "alone")
        return
    found = _BEGINS.match(text, block.text_start, block.end)
    if found and not (
        _EMOTICON.match(text, block.text_start, block.end) or _is_low_quote(document, found)
    ):
        yield StrayMark(*found.span(), "begins")


def _is_low_quote(document: Document, found: re.Match[str]) -> bool:
    """,Wort‘: the low mark is typed as a comma."""
    printed = any("‚" in pair for pair in document.conventions.quotes)
    after = document.text[found.end() : found.end() + 1]
    return found.group() == "," and printed and bool(after.strip())


def _is_no_gap(document: Document, found: re.Match[str]) -> bool:
    """[ ], a box to tick; print(), a function; "", marks of two quotations."""
    text = document.text
    if found.group() == '""':
        block = document.block_at(found.start())
        return text.count('"', block.start, block.end) > 2  # the end of a quotation in another
    if text[found.start()] == "[":
        return found.start() == document.block_at(found.start()).text_start
    before = text[max(0, found.start() - 1) : found.start()]
    return text[found.start()] == "(" and ((before.isascii() and before.isalnum()) or before == "_")


def _is_fault(document: Document, found: re.Match[str]) -> bool:
    row, text = found.group(), document.text
    if _ELLIPSIS.search(row) or text[found.start() - 1 : found.start()] == "…":
        return False
    marks = [char for char in row if char in _MARKS]
    if text[found.end() : found.end() + 1].isalnum() and (
        len(row) > len(marks) or "," in row or row == "::"
    ):
        return False  # .NET, std::sort, and the low quotation marks typed as ,, and ,
    if row == ".." and (
        text[found.end() : found.end() + 1].isalnum() or document.target in _TWO_DOTS
    ):
        return False
    if row.startswith(",,") and not text[max(0, found.start() - 1) : found.start()].strip():
        return False
    if _EMOTICON.match(text, found.start()) or _EMOTICON.match(text, found.end() - 1):
        return False
    return any(
        _is_faulty_pair(document, found.start(), first, second, spaced=len(row) > len(marks))
        for first, second in pairwise(marks)
    )


def _is_faulty_pair(
    document: Document, start: int, first: str, second: str, *, spaced: bool
) -> bool:
    if first in _COMMAS:
        return True
    if first in _SEMICOLONS:
        is_entity = document.text.rfind("&", max(0, start - 8), start) >= 0
        return second not in _CALLS and document.target != _QUESTION_IS_SEMICOLON and not is_entity
    if first in _COLONS:
        return second not in _CALLS and document.target != _STOP_IS_COLON
    if first in _CALLS:
        return second in _STOPS and not _may_be_title(document, start)
    if second in _STOPS:
        return not (spaced and _may_be_numbering(document.text, start))
    if spaced:
        return second in _COMMAS
    if first != ".":
        return second not in _CALLS or first != "।"
    return second not in _COLONS and _is_whole_word(document, start)


def _may_be_numbering(text: str, start: int) -> bool:
    """1. . : a figure before, which is no year that ends a sentence."""
    if not text[start - 1].isdigit():
        return False
    return not (
        _YEAR.search(text, max(0, start - 6), start) and not text[start + 3 : start + 4].strip()
    )


def _may_be_title(document: Document, start: int) -> bool:
    """Yahoo!. and Hello, Dolly!. end in a mark that belongs to the name."""
    line = document.block_at(start).text_start
    before = document.text[max(line, start - 40) : start]
    words = before.split()[-_WORDS_OF_TITLE:]
    return before[-1:] in "?!" or any(word[0].isupper() for word in words)


def _is_whole_word(document: Document, stop: int) -> bool:
    """Is it surely no abbreviation that the full stop ends?"""
    found = _WORD_BEFORE.search(document.text, max(0, stop - 30), stop)
    if found is None or document.text[found.start() - 1 : found.start()] in (".", "-", "‑"):
        return False
    word = found.group()
    if "\u0600" <= word[0] <= "\u06ff":
        return len(word) >= _LONG_ARABIC_WORD and word not in _ARABIC_ABBREVIATIONS
    if not word.islower() or document.conventions.is_abbreviation(word):
        return False
    return len(word) >= _LONG_WORD or (len(word) > 2 and word in function_words(document.target))


def _doubled(document: Document, found: re.Match[str]) -> StrayMark:
    """The mark that fits what follows takes the place of all."""
    marks = [char for char in found.group() if char in _MARKS]
    if len(set(marks)) == 1:
        return StrayMark(*found.span(), "doubled", marks[0], is_sure=marks[0] not in ".")
    after = document.text[found.end() : found.end() + 3]
    follower = after.lstrip("\"'”’»“ \u00a0")[:1]
    inner = _COMMAS + _SEMICOLONS + _COLONS
    ends = not after.strip() or "\n" in after or follower.isupper()
    wanted = _CALLS + _STOPS if ends else inner if follower.islower() else ""
    right = min((mark for mark in marks if mark in wanted), key=wanted.index, default=None)
    return StrayMark(*found.span(), "doubled", right, is_sure=ends and right is not None)
