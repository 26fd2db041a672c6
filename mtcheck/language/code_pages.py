"""Words whose letters were read by the code page of another alphabet: pøed for před, baþkan for
başkan; and long runs of signs that UTF-8 gives when it is read so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_LETTERS = {
    "cs": "áčďéěíňóřšťúůýž",
    "de": "äöüß",
    "es": "áéíñóúü",
    "fr": "àâçéèêëîïôùûü",
    "it": "àèéìòù",
    "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõú",
    "sv": "åäö",
    "tr": "çğıöşü",
}
"""The letters beyond a to z of the languages whose code pages are taken for one another."""
_CODE_PAGES = {
    "cs": (("cp1250", "cp1252"), ("iso8859_2", "latin-1")),
    "pl": (("cp1250", "cp1252"), ("iso8859_2", "latin-1")),
    "tr": (("cp1254", "cp1252"),),
}
"""(as it was written, as it was read)"""
_WESTERN = (("cp1252", "cp1250"), ("mac_roman", "cp1252"), ("cp850", "cp1252"))
_SIGNS = "¹³¿±¶¼¾"
_FEWEST = 2
_SHORTEST = 4
_RUN_SIGNS = frozenset("ĐŃ╨╤ŘŮ╪┘ΠΡ锟縺繧繝")
_RUN = late_pattern(
    r"(?:[ĐŃ╨╤ŘŮ╪┘][^\x00-\x7f\s]){2,}|(?:[ΠΡ][^\x00-\x7f\s\u0370-\u03ff]){2,}|锟斤拷"
    r"|(?:[縺繧繝][^\s\x00-\x7f]){2,}"
)


class Misread(NamedTuple):
    """start, end: code points. mended: the word as it was meant, where that is known."""

    start: int
    end: int
    mended: str | None


def misread_words(document: Document) -> Iterator[Misread]:
    text = document.text
    if not _RUN_SIGNS.isdisjoint(text):
        yield from (Misread(*found.span(), None) for found in _RUN.finditer(text))
    for signs, pattern, letters in _tables(document.target):
        if signs.isdisjoint(text):
            continue
        found = [
            place
            for place in pattern.finditer(text)
            if place[0].translate(letters).islower() and not place[0][0].isupper()
        ]
        meant = {place[0].translate(letters) for place in found}
        own = frozenset(_LETTERS[document.target])
        plain = {word for word in meant if all(c < "\x80" or c in own for c in word)}
        usual = function_words(document.target) | listed_words(document.target, "news-words")
        long = [word for word in plain if len(word) >= _SHORTEST]
        if not plain & usual and len(long) < _FEWEST:
            continue
        for place in found:
            word = place[0].translate(letters)
            if word in plain and not document.in_foreign_quotation(*place.span()):
                yield Misread(*place.span(), word)


@cache
def _tables(language: str) -> tuple[tuple[frozenset[str], re.Pattern[str], dict[int, str]], ...]:
    """For each pair of code pages the signs of misread letters, the pattern of a word with one,
    and what letters they were."""
    own = _LETTERS.get(language, "")
    tables = []
    for written, read in _CODE_PAGES.get(language, _WESTERN) if own else ():
        letters: dict[int, str] = {}
        for letter in own:
            try:
                sign = letter.encode(written).decode(read)
            except UnicodeError:
                continue
            if sign not in own and (sign.isalpha() or sign in _SIGNS):
                letters[ord(sign)] = letter
        if letters:
            signs = re.escape("".join(map(chr, letters)))
            word = rf"[^\W\d_]{{0,30}}[{signs}](?:[^\W\d_]|[{signs}]){{1,30}}"
            short = rf"(?:[^\W\d_]|[{signs}]){{1,30}}[{signs}]"
            pattern = re.compile(rf"(?<!\w)(?:{word}|{short})(?!\w)")
            tables.append((frozenset(map(chr, letters)), pattern, letters))
    return tuple(tables)
