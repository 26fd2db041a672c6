"""Sums of money that stand in words of another language: 57 millones de euros in French, 2 mln TL
in Polish.

The words for million and the like are those of `languages/<language>/quantities.tsv`, the short
ones for money those of `formats.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.data import FOLDER, function_words, languages_with
from mtcheck.language.formats import SPACE, foreign_money, is_foreign_matter
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

_FILE = "quantities.tsv"
_SHORTEST = 6
_LARGE = ("1e6", "1e9", "1e12")
_JOINT = r"(?P<joint>d['’]|(?:de|di|of|von|av|van) )?"
_CURRENCY = (
    r"(?:euros?|eur|dollars?|dollari|dólares|Dollar|Euro|dolarów|liv(?:re|ra)s|libras|Pfund|pounds?"
    r"|sterline|Franken|francs?|franchi|francos|pesos|reais|reales|rublos|roubles|rubli|Rubel"
    r"|rubles|liras|lires|Lira|yens?|yuans?|yuanes|złotych|euro|kronor|Kronen|avro|TL|[€$£])(?!\w)"
)

_SHORT_UNIT = late_pattern(
    r"(?<![A-Za-zÀ-ÿ\u0400-\u04ff\d.,])"
    r"\d[\d.,]*(?:[ \u00a0\u202f]\d{3}){0,5}(?:[ \u00a0\u202f]?(?:млрд|млн|тыс|тис"
    r"|mld|mln|mil|tys|tis|مليار|مليون|ألف|[万億亿萬千]+)\.?)?[ \u00a0\u202f]?"
    r"([^\W\d_]{2,4})(?!\w)"
)


class ForeignSum(NamedTuple):
    """A sum; sources: the languages that have its words."""

    start: int
    end: int
    sources: tuple[str, ...]


def foreign_sums(document: Document) -> Iterator[ForeignSum]:
    """All of them, in order of the text."""
    target = document.target
    if target in CHARACTERS_PER_WORD or not document.digit_starts:
        return
    words = own_large_words(target)
    known = _foreign_words(target)
    if not any(word in document.folded for word in known):
        return
    for found in _pattern(target).finditer(document.plain):
        word, joint = found["word"].lower(), found["joint"]
        is_own = word in words and _joins(joint, target)
        # The $100 Million Dollar Man
        is_title = found["word"][0].isupper() and document.is_quoted(*found.span())
        if not (is_own or is_title) and not is_foreign_matter(document, *found.span()):
            sources = tuple(tag for tag in known[word] if _joins(joint, tag))
            yield ForeignSum(*found.span(), sources or known[word])


def sum_hit(document: Document, found: ForeignSum) -> Hit:
    """What currency-format says of it."""
    form = document.text[found.start : found.end]
    names = " or ".join(map(language_name, found.sources[:2]))
    return Hit(
        found.start,
        found.end,
        f"“{form}” is written in {names}: the translation left the sum as it stood.",
        suggestion=f"the sum in {document.conventions.name}",
        sources=found.sources,
    )


class ForeignUnit(NamedTuple):
    """A sum; unit: the short word for its money, and the language that writes it so."""

    start: int
    end: int
    unit: str
    source: str


def foreign_units(document: Document) -> Iterator[ForeignUnit]:
    """48 млн zł, 2 mln TL: sums with the source's own short word for its money."""
    others = foreign_money(document.target)
    if not any(unit in document.text for unit in others) or document.is_about_code:
        return
    for found in _SHORT_UNIT.finditer(document.text):
        source = others.get(found[1])
        if source and not is_foreign_matter(document, *found.span()):
            yield ForeignUnit(*found.span(), found[1], source)


def unit_hit(found: ForeignUnit) -> Hit:
    """What currency-format says of it."""
    return Hit(
        found.start,
        found.end,
        f"“{found.unit}” is how {language_name(found.source)} shortens its money; here it is a "
        "foreign word.",
        suggestion="write the currency as this language names it",
        sources=(found.source,),
    )


def _joins(joint: str | None, language: str) -> bool:
    """Has the language this word between the number and the currency? d' is de before a vowel."""
    bare = (joint or "").strip().replace("’", "'").replace("'", "e")
    return not bare or bare in function_words(language)


@cache
def own_large_words(language: str) -> frozenset[str]:
    """What the language calls a million and more, in small letters."""
    path = FOLDER / language / _FILE
    if not path.is_file():
        return frozenset()
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(
        word.lower()
        for row in rows
        if row[0] == "magnitude" and row[1] in _LARGE
        for word in row[2].split("|")
        if len(word) >= _SHORTEST and word.isalpha() and word < "\u0250"
    )


@cache
def _foreign_words(target: str) -> dict[str, tuple[str, ...]]:
    """The words of all other languages, and who has them."""
    found: dict[str, tuple[str, ...]] = {}
    for language in languages_with(_FILE):
        for word in own_large_words(language) if language != target else ():
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def _pattern(target: str) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, _foreign_words(target)), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])\d[\d.,]*(?:{SPACE}\d{{3}}){{0,5}}{SPACE}(?P<word>(?i:{listed}))"
        rf"(?:{SPACE}{_JOINT})?{_CURRENCY}"
    )
