"""Sums whose words of size stayed in another language: 57 millones de euros in French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.formats import SPACE, is_foreign_matter
from mtcheck.rule import Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

_WORDS: dict[str, tuple[str, ...]] = {
    "en": ("billion", "trillion", "thousand"),
    "fr": ("millions d[’']", "milliards d[’']", "millions de", "milliards de", "milliards"),
    "de": ("Millionen", "Milliarden", "Milliarde"),
    "es": ("mil millones de", "millones de", "billones de", "millones"),
    "it": ("milioni di", "miliardi di", "milioni", "miliardi"),
    "pt": ("mil milhões de", "milhões de", "bilhões de", "milhões", "bilhões", "bilhão"),
    "nl": ("miljoen", "miljard", "miljoenen"),
    "sv": ("miljoner", "miljarder", "miljard"),
    "tr": ("milyon", "milyar", "bin"),
    "pl": ("milionów", "miliony", "miliardów", "miliardy", "tysięcy"),
}
"""The words of size, with the small word that joins the currency where there is one."""
_CURRENCY = (
    r"(?:[Ee]uros?|EUR|[Dd]ol[lł]?ar\w{0,3}|[Dd]ólares|USD|[Pp]ounds?|livres|libras|sterline|Pfund|pesos"
    r"|reais|yuanes|yuan|yen(?:es)?|roubles|rublos|Rubel|rubli|złotych|Zloty|zł|kronor|Kronen"
    r"|avro|dolar|lira|TL|[€$£])"
)
_SIGNS = tuple("$€£¥")


class LeftSum(NamedTuple):
    """start, end: the number, the words left and the currency, where one follows."""

    start: int
    end: int
    word: str
    sources: tuple[str, ...]


def left_sums(document: Document) -> Iterator[LeftSum]:
    """Those that name a currency, in order of the text."""
    pattern = _pattern(document.target)
    if not document.digit_starts or pattern is None:
        return
    for found in pattern.finditer(document.plain):
        if is_foreign_matter(document, *found.span()):
            continue
        word = found["word"]
        sources = tuple(
            language
            for language, words in _WORDS.items()
            if language != document.target and any(re.fullmatch(form, word) for form in words)
        )
        start = found.start() - (document.text[found.start() - 1 : found.start()] in _SIGNS)
        yield LeftSum(start, found.end(), word, sources)


def left_sum_hit(left: LeftSum) -> Hit:
    """What currency-format says of it."""
    names = " or ".join(map(language_name, left.sources[:2]))
    return Hit(
        left.start,
        left.end,
        f"“{left.word}” is {names}: the sum was copied from the source as it stood.",
        suggestion="write the sum in the words of the article's language",
        sources=left.sources,
    )


@cache
def _pattern(target: str) -> re.Pattern[str] | None:
    own = _WORDS.get(target)
    if own is None:
        return None
    words = {
        word
        for language, forms in _WORDS.items()
        if language != target
        for word in forms
        if word not in own and word.split()[0] not in {form.split()[0] for form in own}
    }
    listed = "|".join(sorted(words, key=len, reverse=True)).replace(" ", SPACE)
    return re.compile(rf"(?<![\w.,])\d[\d.,]*{SPACE}(?P<word>{listed}){SPACE}?{_CURRENCY}(?!\w)")
