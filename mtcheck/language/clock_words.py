"""Times of day and years that are told in words for how long something lasts: um 17:40 Stunden,
a las 1 hora 50 minutos de la noche, at hour 19:00, in 1985 year.

The words stand in the table `clock-words` of `formats.toml`:

    at                        words before a time of day
    lengths                   words for hours that last, which never follow a time of day
    hours, minutes            the words for them behind plain figures
    named                     words for an hour that never stand before a time of day
    day-parts                 words behind a time: of the night
    years, before-years       a word for year, and words before a year, where the two never meet
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.at_digits import at_digits
from mtcheck.language.date_faults import DateFault
from mtcheck.language.formats import calendar, clock_words, formats_of
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_TIME = r"(?:[01]?\d|2[0-4])"
_MINUTES = r"[0-5]?\d"
_NOT_LONGER = r"(?! (?:ver|läng|kürz|früh|spät|plus |de plus|more|later))"
"""um 2:30 Stunden verlängert: no time of day."""
_NO_WAY = r"(?! ?(?:de |d['’]|von |van |from |da |di |od |от |från |to |per |and )|-)"
"""à 1 heure 50 minutes de Paris: how far it is."""
_LOCAL_TIME = (
    r"(?: local time| (?:GMT|UTC|CET|EST|EDT|BST|hrs)\b| in the (?:morning|afternoon|evening)"
    r"| on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_DOTTED = late_pattern(
    r"(?<=[a-zà-ÿ] )(?P<time>(?P<zero>0\d|[01]?\d|2[0-3])\.(?:[0-5]\d))"
    rf"(?:(?P<told>{_LOCAL_TIME})|(?=[,;)]|\.(?:\s|$)"
    r"| (?:and|in|on|at|the|until|till|when|after|as|to|à|au|en|dans|le|et|em|no|na|do|da|e|de)\b))"
)
_BEFORE_TIMES = (
    "at",
    "around",
    "from",
    "until",
    "till",
    "by",
    "before",
    "after",
    "since",
    "and",
    "about",
)
_ALWAYS_TIMES = ("at", "around", "from", "until")
_PRICES = late_pattern(
    r"(?<!\w)(?:clos|trad|shares?|index|yields?|points?|pric|rate|odds|averag|stood|valued|quot|stock"
    r"|cours|bourse|action|bolsa|a[çc]ões|cota|indice|índice|lowest|highest|record|rose|fell|down|up)"
)
_NOON = 13
_ZONE = late_pattern(
    r"(?<![\w.,:])(?<!h )(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?: ?(?i:[ap]\.? ?m\.?))?(?: Uhr| uur)? "
    r"(?:PT|ET|PST|PDT|EST|EDT|CST|CDT|MST|MDT|BST)(?![\w-])"
)
_ZONES = frozenset(("PT", "ET", "PST", "PDT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "BST"))
_REIGN = late_pattern(
    r"(?<![\w-])(?:Reiwa|Heisei|Minguo|Рэйва|Рейва|Хэйсэй) \d{1,2}(?![\w,.]*\d| \()"
)
_REIGNS = frozenset(("Reiwa", "Heisei", "Minguo", "Рэйва", "Рейва", "Хэйсэй"))
_LONGEST_BEFORE = 16


def clock_faults(document: Document) -> Iterator[DateFault]:
    """All of them, kind by kind."""
    pattern = _pattern(document.target)
    if pattern is None or not document.digit_starts:
        return
    for found in at_digits(pattern, document):
        fault = _judged(document, found)
        if fault is not None:
            yield fault
    if document.target == "en" or "dot" not in formats_of(document).clock:
        yield from _dotted_times(document)
    if document.target != "en" and not document.vocabulary.isdisjoint(_ZONES):
        for found in at_digits(_ZONE, document):
            yield DateFault(
                *found.span(), "has a time zone as English shortens it.", None, ("en",), "medium"
            )
    if not document.vocabulary.isdisjoint(_REIGNS):
        for found in _REIGN.finditer(document.plain):
            yield DateFault(
                *found.span(), "counts the years as the source's country does.",
                "the common year", ("ja", "zh"), "medium",
            )  # fmt: skip


def _judged(document: Document, found: re.Match[str]) -> DateFault | None:
    form, words = found.lastgroup, clock_words(document.target)
    before = f" {document.plain[max(0, found.start() - _LONGEST_BEFORE) : found.start()].lower()}"
    if form == "year":
        word = before.split()[-1] if before.strip() else ""
        if word in words.get("before-years", ()) or word in calendar(document.language).months:
            return DateFault(
                *found.span(), "sets the word for year behind the number, as Russian does.",
                found["figure"], ("ru", "uk", "pl"),
            )  # fmt: skip
        return None
    start = found.start()
    if form == "short":
        return DateFault(
            *found.span(), "has the short word for hours of another language.", None, ("es", "en")
        )
    if form == "clock":
        names = tuple(f"{name} " for name in words.get("named", ()))
        name = next((name for name in names if before.endswith(name)), "")
        if not name:
            return None
        before, start = before.removesuffix(name), start - len(name)
    if not before.endswith(tuple(f" {word} " for word in words["at"])):
        return None
    if form == "clock":
        return DateFault(
            start, found.end(), "has a word for the hour before a time of day.",
            None, ("pl", "it", "tr"),
        )  # fmt: skip
    if form == "length":
        return DateFault(
            *found.span(), "has a word for how long something lasts after a time of day.", None,
            ("es", "it", "pt", "de", "cs", "uk", "ru"),
        )  # fmt: skip
    return DateFault(
        *found.span(), "tells the time of day as a length of time.", None,
        ("ru", "uk", "tr", "zh", "ja", "ar", "fr"), "high" if found["part"] else "medium",
    )  # fmt: skip


def _dotted_times(document: Document) -> Iterator[DateFault]:
    """ "at 03.27 local time", « à 20.45 »: a full stop in a time of twenty-four hours."""
    text = document.plain
    known = document.target == "en"
    words = tuple(f" {word} " for word in clock_words(document.target)["at"])
    for found in _DOTTED.finditer(text) if "." in document.characters else ():
        if _PRICES.search(document.folded, max(0, found.start() - 60), found.start()):
            continue
        whole = text[max(0, found.start() - 12) : found.start()].lower()
        before = whole.split()[-1]
        if before not in _BEFORE_TIMES if known else not whole.endswith(words):
            continue
        has_zero, is_told = found["zero"][0] == "0", found["told"] is not None
        is_late = int(found["zero"]) >= _NOON and (before in _ALWAYS_TIMES or not known)
        if not (is_told or has_zero or is_late):
            continue
        is_sure = known and is_told and has_zero and document.variety != "GB"
        yield DateFault(
            *found.span("time"), "parts hours and minutes with a full stop.",
            found["time"].replace(".", ":"), ("de", "it", "tr", "pl", "sv", "nl", "cs", "es", "ru"),
            "high" if is_sure else "medium",
        )  # fmt: skip


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """The forms of the language, from their first digit on; the group closed last tells which."""
    words = {key: _listed(value) for key, value in clock_words(language).items()}
    if not words:
        return None
    forms = []
    if language not in ("en", "es"):
        forms.append(rf"(?P<short>{_TIME}[:.][0-5]\d ?(?:hrs|Hrs|hs))")
    if "lengths" in words:
        forms.append(rf"(?P<length>{_TIME}[:.][0-5]\d (?:{words['lengths']})){_NOT_LONGER}")
    if "hours" in words:
        forms.append(
            rf"(?P<spelt>{_TIME} (?:{words['hours']}),?(?: (?:{words['and']}))? {_MINUTES} "
            rf"(?:{words['minutes']})(?:(?P<part> (?:{words['day-parts']}))|{_NO_WAY}))"
        )
    if "years" in words:
        forms.append(
            rf"(?P<year>(?P<figure>(?:19|20)\d\d) (?:{words['years']}))"
            r"(?=[.,;:)]|\s*$| [^\W\d_]{1,4} )(?! (?:on|over|to|old|alt|oud) )"
            rf"(?! [^\W\d_]{{1,7}} (?:{words['years']}))"
        )
    if "named" in words:
        minutes = r"[:.][0-5]\d" + ("" if language in ("en", "de") else r"|(?![.,:]\d)")
        forms.append(rf"(?P<clock>{_TIME}(?:{minutes}))")
    return re.compile("|".join(rf"(?<![\w.,:/-]){form}(?!\w)" for form in forms), re.MULTILINE)


def _listed(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
