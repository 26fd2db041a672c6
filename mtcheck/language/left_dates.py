"""What a date keeps of another language: im Oktober de 2023, 7 ottobre 2023 г., Oct. 7, 7 Ekim,
14u30, de 3 december."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.cache import remembered
from mtcheck.language.at_digits import at_digits
from mtcheck.language.data import languages
from mtcheck.language.date_faults import DateFault
from mtcheck.language.exonyms import own_short_months
from mtcheck.language.formats import calendar, formats, is_foreign_matter
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_LINKED_YEAR = late_pattern(
    r"(?<![^\W_])(?P<month>[^\W\d_]{3,12}) (?P<link>de|del|di|von|of) (?:1[89]|20)\d\d(?![\d.,]*\d)"
)
_LINKS = {
    "es": ("de", "del"), "pt": ("de", "del"), "ca": ("de", "del"), "it": ("di", "del"),
    "en": ("of",), "ro": ("de",),
}  # fmt: skip
_YEAR_LETTER = late_pattern(
    r"(?:(?<!\d)\d{1,2}\.? )?(?P<month>[^\W\d_]{3,12}) (?:1[89]|20)\d\d ?"
    r"(?P<letter>гг?\.|рр?\.|r\.)(?=[\s,;)]|$)"
)
_LETTERS = {"г": ("ru",), "р": ("uk",), "r": ("pl",)}
_ENGLISH_SHORT = late_pattern(
    r"(?<![\w.])(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\. (?:[12]\d|3[01]|[1-9])(?![\w:%]|[.,]\d)"
)
_ORDINAL = late_pattern(
    r"(?<![\w.,])(?:[12]\d|3[01]|[1-9])º(?: de)? (?P<month>[^\W\d_]{3,12})(?!\w)"
)
_TURKISH = late_pattern(
    r"(?<![\w.,])\d{1,2}(?: |\. ?)(?:Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos"
    r"|Eylül|Ekim|Kasım|Aralık)(?: 20\d\d)?(?!\w)"
)
_LEVANTINE = late_pattern(
    r"(?<![\w.,])(?:[12]\d|3[01]|[1-9])\.? (?:(?:[CŞS]h?|Sch)o?ubat|Adar|Adhar|Azar|Nis[sa]an"
    r"|Naysan|[AI]yyar|Ayar|Hazirane?|Houzayran|Huzairan|Tam?mou?z|Tammuz|Ayloul|Aylul"
    r"|T[ei]shr[ie]e?n(?: \w+)?|Tichrine(?: \w+)?|K[ae]n[ou]+n(?: \w+)?|Muharram|Safar"
    r"|Rabi['’]? \w+|Jumada \w+|Rajab|Sha['’]ban|Shawwal|Dhu[ -]al-\w+)(?!\w)"
)
_FLEMISH_TIME = late_pattern(r"(?<![\w.,:])(?:[01]?\d|2[0-4])u[0-5]\d(?!\w)")
_LINKING = (" de ", " del ", " di ", " von ", " of ")
_LONGEST_LINK = 5
_YEAR = 4
_DAY_AND_WORD = late_pattern(
    r"(?<![\w.,:/-])(?:[12]\d|3[01]|[1-9])\.? (?:(?:de|of|di|von|van|av) )?"
    r"(?P<month>[^\W\d_]{3,12})(?![\w-])"
)
_YEAR_FIRST = late_pattern(
    r"(?<![\w.,/-])(?:19|20)\d\d (?:(?P<month>[^\W\d_]{3,12}),? "
    r"(?:[12]\d|3[01]|[1-9])\.?|(?:[12]\d|3[01]|[1-9])\.? (?:de )?(?P<month2>[^\W\d_]{3,12}))"
    r"(?![\w%]|[.,:]\d| (?:19|20)\d\d)"
)
_MONTH_BEFORE = late_pattern(r"([^\W\d_]{1,24}),? $")
_BARE_DAY = late_pattern(r"(?:[12]\d|3[01]|[1-9])(?![\w%]|[.,:]\d)")
_DAY_OF_MONTH = late_pattern(
    r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)? (?:of )?(?P<month>[A-Z][a-z]{2,8})"
    r"(?P<year> of (?:this|last|the same) year)?(?!\w)"
)
_THIS_DAY = late_pattern(r"(?<!\w)[Tt]his (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?:the )?$")
_SHORTEST_NAME = 2
_OTHER_THINGS = frozenset(
    ("mars", "mart", "mei", "mayo", "marts", "lute", "august", "maja", "set", "may")
)
"""Months elsewhere, and other words here: 12 Mars missions."""
_SMALL_MONTHS = frozenset(("mars", "mayo", "marts", "mei"))
"""Those that with a small letter are nothing else."""
_BEFORE_YEAR, _BEHIND_YEAR = 24, 12
_DUTCH_ARTICLE = late_pattern(
    r"(?<![\w-])(?:de|het) (?:[12]\d|3[01]|[1-9]) (?P<month>[^\W\d_]{3,9})(?: 20\d\d)?"
    r"(?=[.,;:)]|$| (?:in|op|om|voor|van|na|bij|met|te|door|en|zal|werd|wordt|is|was)\b)",
    re.MULTILINE,
)
_PORTUGUESE_ARTICLE = late_pattern(
    r"(?<=-feira, )o (?:[12]\d|3[01]|[1-9]) de (?P<month>[^\W\d_]{4,9})(?!\w)"
)


def left_in_dates(document: Document) -> Iterator[DateFault]:
    """All of them, kind by kind."""
    if not document.digit_starts or not formats(document.language).is_known:
        return
    text, target = document.plain, document.target
    months = calendar(document.language).months
    for found in _beside_years(document, _LINKED_YEAR, _has_link):
        if found["month"].lower() in months and found["link"] not in _LINKS.get(target, ()):
            yield DateFault(
                *found.span(), f"sets “{found['link']}” before the year.", None, ("es", "pt", "it")
            )
    for found in _beside_years(document, _YEAR_LETTER, _has_letter):
        sources = _LETTERS[found["letter"][0]]
        if found["month"].lower() in months and target not in (*sources, "bg"):
            yield DateFault(
                *found.span(),
                f"has “{found['letter']}”, short for year, that the source sets after a date.",
                None,
                sources,
            )
    if target != "en":
        for found in _ENGLISH_SHORT.finditer(text) if _is_shortened(document) else ():
            yield DateFault(*found.span(), "is a date as English shortens it.", None, ("en",))
    if target not in ("es", "pt", "it", "en") and "º" in document.characters:
        for found in at_digits(_ORDINAL, document):
            if found["month"].lower() in months:
                yield DateFault(
                    *found.span(), "numbers the day as Spanish does.", None, ("es", "pt", "it")
                )
    if target != "tr":
        for found in at_digits(_TURKISH, document):
            yield DateFault(*found.span(), "is a date in Turkish; it was kept.", None, ("tr",))
    yield from _foreign_months(document)
    yield from _years_first(document)
    if target == "en":
        yield from _english_days(document)
    if target not in ("tr", "ar"):
        for found in at_digits(_LEVANTINE, document):
            yield DateFault(
                *found.span(),
                "names the month as Arabic does; it was kept.",
                None,
                ("ar",),
                "medium",
            )
    if target != "nl":
        for found in at_digits(_FLEMISH_TIME, document):
            yield DateFault(*found.span(), "is a time as Dutch writes it.", None, ("nl",))
    article = {"nl": _DUTCH_ARTICLE, "pt": _PORTUGUESE_ARTICLE}.get(target)
    for found in article.finditer(text) if article else ():
        if found["month"].lower() in months:
            yield DateFault(
                *found.span(),
                "has an article before the date, as in French or Spanish.",
                None,
                ("fr", "es", "it"),
                "medium",
            )


def _english_days(document: Document) -> Iterator[DateFault]:
    """this Tuesday 14 January; 7 October of this year; October the 7."""
    text = document.plain
    for start in document.digit_starts:
        before = text[max(0, start - 20) : start]
        if before.endswith(" the "):
            found = _BARE_DAY.match(text, start)
            month = before[:-5].rpartition(" ")[2]
            if found and month.istitle() and month.lower() in calendar("en").months:
                yield DateFault(
                    start - len(month) - 5, found.end(), "lacks the “th” of an ordinal.", None
                )
            continue
        found = _DAY_OF_MONTH.match(text, start)
        if found is None or found["month"].lower() not in calendar("en").months:
            continue
        this = _THIS_DAY.search(text, max(0, start - 20), start)
        if this or found["year"]:
            yield DateFault(
                this.start() if this else start, found.end(),
                "is a date as French and Spanish put it.", None, ("fr", "es", "it", "pt"), "medium",
            )  # fmt: skip


def _years_first(document: Document) -> Iterator[DateFault]:
    """ "on 2024 March 12", «2024 12 марта»: the year first, as in Chinese."""
    days = calendar(document.language)
    if days.order not in ("dmy", "mdy"):
        return
    for found in at_digits(_YEAR_FIRST, document):
        if (found["month"] or found["month2"]).lower() not in days.months:
            continue
        before = _MONTH_BEFORE.search(document.folded, max(0, found.start() - 26), found.start())
        if before and (before[1] in days.months or "," in before.group()):
            continue  # in October 2023 12 May was the day
        yield DateFault(
            *found.span(),
            "sets the year before the day and the month.",
            None,
            ("zh", "ja", "ko"),
            "medium",
        )


def _foreign_months(document: Document) -> Iterator[DateFault]:
    """14. Feber, 3 ottobre: the month has the name that another language gives it."""
    own = calendar(document.language).months
    if not own or document.target in CHARACTERS_PER_WORD:
        return
    for found in at_digits(_DAY_AND_WORD, document):
        word = found["month"].lower()
        is_small = found["month"] in _SMALL_MONTHS and document.target != "en"
        if word in own or (word in _OTHER_THINGS and not is_small):
            continue
        sources = _foreign_names_of_months(document.target).get(word)
        if sources and not is_foreign_matter(document, *found.span()):
            yield DateFault(
                *found.span(),
                "has the month's name in another language; it was kept.",
                None,
                tuple(sources),
            )


@cache
def _foreign_names_of_months(target: str) -> dict[str, list[str]]:
    """The names in all other languages that stand beside a day, and whose they are."""
    return remembered(f"foreign-months-{target}", [Path(__file__)], lambda: _gathered(target))


def _gathered(target: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    own = own_short_months(target)
    for tag in languages():
        for name in calendar(tag).months if tag not in (target, "tr") else ():
            if len(name) > _SHORTEST_NAME and name.isalpha() and name not in own:
                found.setdefault(name, []).append(tag)
    for name in ("feber", "jänner") if target != "de" else ():
        found.setdefault(name, []).append("de")
    return found


def _beside_years(
    document: Document, pattern: re.Pattern[str], is_near: Callable[[str, int], bool]
) -> Iterator[re.Match[str]]:
    """What the pattern finds around each number that `is_near` lets pass."""
    text, end = document.plain, 0
    for start in document.digit_starts:
        if is_near(text, start):
            found = pattern.search(text, max(end, start - _BEFORE_YEAR), start + _BEHIND_YEAR)
            if found:
                end = found.end()
                yield found


def _has_link(text: str, start: int) -> bool:
    return text.endswith(_LINKING, max(0, start - _LONGEST_LINK), start)


def _has_letter(text: str, start: int) -> bool:
    return text[start + _YEAR : start + _YEAR + 2].lstrip()[:1] in _LETTERS


def _is_shortened(document: Document) -> bool:
    """Does a full stop stand before a number?"""
    text = document.plain
    return any(text.endswith(". ", 0, start) for start in document.digit_starts)
