"""Sums of money that stand in words of another language: 57 millones de euros in French, 2 mln TL
in Polish.

The words for million and the like are those of `languages/<language>/quantities.tsv`, the short
ones for money those of `formats.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.data import FOLDER, function_words, languages_with
from mtcheck.language.formats import SPACE, foreign_money, is_foreign_matter, unit_after
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit

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

_UNIT_BEFORE = late_pattern(r"(?<![\w.])(?P<unit>TL|zł|Kč|hrn|JOD) ?\d[\d.,]*(?<=\d)(?![\w-])")
_CODES = {
    "JOD": "ar", "EGP": "ar", "SAR": "ar", "AED": "ar", "UAH": "uk", "PLN": "pl", "TRY": "tr",
    "RUB": "ru", "CNY": "zh", "JPY": "ja", "CZK": "cs", "SEK": "sv",
}  # fmt: skip
"""The codes of banks, which a news page does not set behind a sum."""


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
    confidence: Confidence = "high"


def foreign_units(document: Document) -> Iterator[ForeignUnit]:
    """48 млн zł, 2 mln TL: sums with the source's own short word for its money."""
    others: dict[str, str] = _CODES | foreign_money(document.target)
    if not any(unit in document.text for unit in others) or document.is_about_code:
        return
    spaceless = document.target in CHARACTERS_PER_WORD
    for found in chain(
        _short_units(document.target).finditer(document.text),
        () if spaceless else _UNIT_BEFORE.finditer(document.text),
    ):
        groups = found.groupdict()
        unit, word = groups["unit"], groups.get("word")
        source = others.get(unit)
        if not source or source == document.target or is_foreign_matter(document, *found.span()):
            continue
        if word and not _is_magnitude(document, found.start("word") - 1):
            continue
        # The press of Turkey in English prints 5 billion TL.
        is_sure = unit not in _CODES and (
            document.target != "en" or unit == "hrn" or (bool(word) and unit not in ("TL", "RMB"))
        )
        yield ForeignUnit(*found.span(), unit, source, "high" if is_sure else "medium")


def _is_magnitude(document: Document, end: int) -> bool:
    return unit_after(document.folded, end, document.target) == "magnitude"


@cache
def _short_units(target: str) -> re.Pattern[str]:
    """A number, perhaps a word such as million, and one of the words for money."""
    units = "|".join(
        re.escape(unit) for unit in sorted(_CODES | foreign_money(target), key=len, reverse=True)
    )
    return re.compile(
        r"(?<![A-Za-zÀ-ÿ\u0400-\u04ff\d.,])"
        r"\d[\d.,]*(?:[ \u00a0\u202f]\d{3}){0,5}(?:[ \u00a0\u202f]?(?:млрд|млн|тыс|тис"
        r"|mld|mln|mil|tys|tis|مليار|مليون|ألف|[万億亿萬千]+)\.?"
        r"|[ \u00a0](?P<word>[^\W\d_]{2,10}\.?))?[ \u00a0\u202f]?"
        rf"(?:(?<= )(?:de|di|von|van|av|of) )?(?P<unit>{units})"
        r"(?![A-Za-zÀ-ÿ\u0400-\u04ff\d])"
    )


def unit_hit(found: ForeignUnit) -> Hit:
    """What currency-format says of it."""
    return Hit(
        found.start,
        found.end,
        f"“{found.unit}” is how {language_name(found.source)} shortens its money; here it is a "
        "foreign word.",
        suggestion="write the currency as this language names it",
        sources=(found.source,),
        confidence=found.confidence,
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
