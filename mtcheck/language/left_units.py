"""What stands beside a number as only another language writes it: 80 qm, 120 км/ч, %3,5, 21st, 5-й.

The units are those of `formats.toml`: `left-units` of each other language but those that the own
one shares (its own, and `units-also`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.at_digits import at_digits
from mtcheck.language.conventions import language_name
from mtcheck.language.data import function_words, languages, listed_words
from mtcheck.language.formats import SPACE, formats, is_foreign_matter, listed, unit_after
from mtcheck.language.scripts import scripts_of
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

_JOINED = r"[A-Za-zÀ-ÿ\u0400-\u04ff\d.,:/-]"
_APART = rf"(?<!{_JOINED})"
"""Before a number: no letter of a script that parts its words."""
_ENDS = r"(?![A-Za-zÀ-ÿ\u0400-\u04ff\d])"
_NUMBER = rf"{_APART}\d[\d.,]*+(?:{SPACE}\d{{3}}){{0,3}}"
_LATIN_ORDINAL = late_pattern(
    rf"{_APART}(?:\d{{0,2}}(?:1st|2nd|3rd)|\d{{0,2}}[04-9]th|1[1-3]th)"
    r"(?= [^\W\d_A-Z]{3}|[,;)]|\.(?:\s|$)|[\u2e80-\u9fff])"
)
_BEFORE_A_WORD = r"(?= [^\W\d_A-Z]{3}|[,;)]|\.(?:\s|$)|[\u2e80-\u9fff])"
_FRENCH_ORDINAL = late_pattern(
    rf"{_APART}\d{{1,3}}(?:ème|ième|ère)s?(?= |[,;)]|\.(?:\s|$)|[\u2e80-\u9fff])"
)
_FRENCH_SHORT_ORDINAL = late_pattern(rf"{_APART}\d{{1,3}}e(?= [^\W\d_]{{4}})")
_IBERIAN_ORDINAL = late_pattern(rf"{_APART}\d{{1,3}}\.?ª(?= [^\W\d_]{{2}}|[,;.)])")
_DEGREE_ORDINAL = late_pattern(
    rf"{_APART}\d{{1,3}}[°º](?= (?:place|Platz|plaats|lugar|[ée]dition|edici[óo]n|edição|plats"
    r"|Ausgabe|editie|Rang|rang|anniversar|anniversaire|Geburtstag|Jubiläum)(?!\w{4}))"
)
_ENGLISH_BEFORE_A_NOUN = late_pattern(
    rf"{_APART}\d{{0,2}}(?:1st|2nd|3rd|[04-9]th) (?P<noun>[A-ZÄÖÜ][a-zäöüß]{{2,24}})"
)
_LATIN_MEASURE = late_pattern(
    rf"{_NUMBER}[ \u00a0\u202f]?(?:km/h|km²|km2|m²|m2|km|cm|mm|kg|ha|m)(?![\w/²³-]| [A-Za-z])"
)
_APOSTROPHE = late_pattern(r"(?<![\w.,'’])\d{1,3}['’]\d{1,2}(?=[ \u00a0%])")
_WORD_BEFORE = late_pattern(r"([^\W\d_]{1,9}) $")
_ROMAN_ORDINAL = late_pattern(rf"[XVI](?<!{_JOINED}.)[XVI]{{1,4}}e{_BEFORE_A_WORD}")
_CYRILLIC_ENDING = late_pattern(rf"{_APART}\d+%?-[а-яіїє]{{1,3}}{_ENDS}")
_SWEDISH_ENDING = late_pattern(r"(?<![\w.,:/-])\d{1,2}:(?:a|e|an|en|s)(?= [^\W\d_])")
_TURKISH_ENDING = late_pattern(
    r"(?<![\w.,:/-])\d+(?: ?%)?['’](?:[iıuü]nc[iıuü]|[td][ea]n?|[iıuü]n|n[iıuü]n|y[ea]|s[iı]n?[ea]?"
    r"|[sy]?[ıü]|l[eı]r?|l[iıuü][kğ]?)(?!\w)"
)
_PERCENT_BEFORE = late_pattern(r"(?<![^\s(«“„\"'\u2e80-\uffef])%\s?\d+(?:[.,]\d+)*(?![A-Za-z\d%])")
_CELSIUS = late_pattern(rf"{_APART}(?:-|−)?\d{{1,2}}[.,]\d ?[CF](?!°|\+){_ENDS}")
_NUMERO = late_pattern(r"№ ?\d+")
_ROMANCE_NUMERO = late_pattern(r"(?<!\w)n[°º] ?\d{1,5}(?![\w.,]*\d)")
_GERMAN_NUMERO = late_pattern(r"(?<!\w)Nr\. ?\d{1,5}(?!\w)")
_WITH_NR = ("de", "nl", "sv", "da", "nb", "pl", "ro", "lv", "hu")
_SPANISH_THOUSANDS = late_pattern(r"(?<![\w.,:/-])\d{1,3} mil (?=[^\W\d_A-Z]{4}|Euro|Dollar)")
_GLUED_THOUSANDS = late_pattern(
    r"(?<![\w.,:/-])\d{1,3}mil(?= )|(?<![\w.,:/-])\d{1,3}\.\d{3} mil(?= [^\W\d_A-Z]{4})(?! mil)"
)
_WHERE_MIL_MEANS_NOTHING = ("en", "fr", "de", "it", "nl", "ru", "uk", "ar", "zh", "ja")
_LATIN = "latin"
_SIGNS = tuple("$€£¥₹")


class LeftUnit(NamedTuple):
    """The number and what stands beside it. sources: the languages that write so."""

    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence = "high"


def left_units(document: Document) -> Iterator[LeftUnit]:
    """All of them, kind by kind."""
    if not document.digit_starts or not formats(document.language).is_known:
        return
    for found in _all(document):
        if document.text[found.start - 1 : found.start] in _SIGNS and found.start:
            continue  # a sum, which currency-format judges
        if not (
            _is_converted(document, found) or is_foreign_matter(document, found.start, found.end)
        ):
            yield found


def unit_hit(document: Document, found: LeftUnit) -> Hit:
    """What number-format says of it."""
    form = document.text[found.start : found.end]
    names = " or ".join(map(language_name, found.sources[:2]))
    return Hit(
        found.start,
        found.end,
        f"“{form}” is written as in {names}: the translation kept what stands beside the number.",
        suggestion=f"write it as {document.conventions.name} does",
        sources=found.sources,
        confidence=found.confidence,
    )


def _all(document: Document) -> Iterator[LeftUnit]:
    text, target = document.plain, document.target
    pattern, sources = _units(target)
    if pattern is not None:
        for found in at_digits(pattern, document):
            yield LeftUnit(*found.span(), sources[found["unit"]])
    is_latin = _LATIN in scripts_of(target)
    if target != "en":
        for found in at_digits(_LATIN_ORDINAL, document):
            yield LeftUnit(*found.span(), ("en",))
        for found in at_digits(_CELSIUS, document, "-−"):
            yield LeftUnit(*found.span(), ("en",))
    if target != "fr":
        for found in (*at_digits(_FRENCH_ORDINAL, document), *_ROMAN_ORDINAL.finditer(text)):
            yield LeftUnit(*found.span(), ("fr",))
    if target not in ("fr", "nl", "ca"):
        for found in at_digits(_FRENCH_SHORT_ORDINAL, document):
            if _small_word_before(document, found.start()):
                yield LeftUnit(*found.span(), ("fr", "nl"))
    if target not in ("es", "pt", "it", "ca", "gl") and not document.characters.isdisjoint("ªº°"):
        for ordinal in (_IBERIAN_ORDINAL, _DEGREE_ORDINAL):
            for found in at_digits(ordinal, document):
                yield LeftUnit(*found.span(), ("es", "pt", "it"))
    if target == "de":
        for found in at_digits(_ENGLISH_BEFORE_A_NOUN, document):
            if found["noun"] in listed_words("de", "nouns"):
                yield LeftUnit(found.start(), found.start("noun") - 1, ("en",))
    if target in ("ru", "uk", "ar"):
        for found in at_digits(_LATIN_MEASURE, document):
            yield LeftUnit(
                *found.span(), ("en", "de", "fr", "es"), "medium" if target == "ar" else "high"
            )
    if target not in ("es", "ca") and not document.characters.isdisjoint("'’"):
        for found in at_digits(_APOSTROPHE, document):
            if unit_after(document.folded, found.end(), target) in (
                "percent",
                "magnitude",
                "money",
            ):
                yield LeftUnit(*found.span(), ("es",))
    counted = _counting_words(target)
    for found in at_digits(counted, document) if counted else ():
        yield LeftUnit(*found.span(), ("zh", "ja", "hi", "en"))
    if target not in ("sv", "de", "tr") and ":" in document.characters:
        for found in at_digits(_SWEDISH_ENDING, document):
            yield LeftUnit(*found.span(), ("sv",))
    if target != "tr" and is_latin and not document.characters.isdisjoint("'’"):
        for found in at_digits(_TURKISH_ENDING, document):
            yield LeftUnit(*found.span(), ("tr",))
    if target not in ("tr", "ar", "fa", "he", "eu") and "%" in document.characters:
        for found in _PERCENT_BEFORE.finditer(text) if not document.is_about_code else ():
            yield LeftUnit(*found.span(), ("tr",))
    if target not in ("ru", "uk", "bg", "fr") and "№" in document.characters:
        for found in _NUMERO.finditer(text):
            yield LeftUnit(*found.span(), ("ru", "uk"))
    if target not in ("fr", "it", "es", "pt", "ca", "gl") and ("n°" in text or "nº" in text):
        for found in _ROMANCE_NUMERO.finditer(text):
            yield LeftUnit(*found.span(), ("fr", "it", "es"))
    if target not in _WITH_NR and "Nr." in text:
        for found in _GERMAN_NUMERO.finditer(text):
            yield LeftUnit(*found.span(), ("de",))
    if target not in ("ru", "uk", "bg"):
        for found in at_digits(_CYRILLIC_ENDING, document):
            yield LeftUnit(*found.span(), ("ru", "uk"))
    if target in ("es", "pt") and "mil " in text:
        for found in _GLUED_THOUSANDS.finditer(text):
            yield LeftUnit(*found.span(), ("pt", "es"))
    if target in _WHERE_MIL_MEANS_NOTHING and " mil " in text:
        for found in _SPANISH_THOUSANDS.finditer(text):
            yield LeftUnit(found.start(), found.end() - 1, ("es", "pt"))


def _small_word_before(document: Document, start: int) -> bool:
    found = _WORD_BEFORE.search(document.folded, max(0, start - 10), start)
    return found is not None and found[1] in function_words(document.target)


@cache
def _counting_words(target: str) -> re.Pattern[str] | None:
    """Words that render 万, 億, crore and lakh, behind a number."""
    words = listed(target, "eastern-magnitudes")
    alternatives = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    end = "" if words and words[0] >= "\u2e80" else _ENDS
    return re.compile(rf"{_NUMBER} ?(?:{alternatives}){end}") if words else None


def _is_converted(document: Document, found: LeftUnit) -> bool:
    """A measure with one of the reader's own in brackets, or in brackets itself."""
    text = document.text
    if text.startswith(" (", found.end) and text[found.end + 2 : found.end + 3].isdigit():
        return True
    block = document.block_at(found.start)
    opened = text.rfind("(", block.start, found.start)
    return opened > text.rfind(")", block.start, found.start) and ")" in text[found.end : block.end]


@cache
def _units(target: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, ...]]]:
    own = {*listed(target, "left-units"), *listed(target, "units-also")}
    sources: dict[str, tuple[str, ...]] = {}
    for language in languages():
        for unit in listed(language, "left-units") if language != target else ():
            if unit not in own:
                sources[unit] = (*sources.get(unit, ()), language)
    if not sources:
        return None, {}
    alternatives = "|".join(
        re.escape(unit) + ("" if unit[-1] == "." or unit >= "\u2e80" else rf"(?!/\w|-){_ENDS}")
        for unit in sorted(sources, key=len, reverse=True)
    )
    return re.compile(rf"{_NUMBER}[ \u00a0\u202f]?(?P<unit>{alternatives})"), sources
