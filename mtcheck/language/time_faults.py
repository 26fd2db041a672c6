"""Times of day, decades and dates in figures that are written as in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages, region_subtag
from mtcheck.language.date_faults import DateFault
from mtcheck.language.formats import (
    SPACE,
    Formats,
    calendar,
    formats,
    formats_of,
    languages_with_format,
)
from mtcheck.language.numerals import LETTER, stands_apart
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_NO_LETTER = rf"(?!\d|{LETTER})"
_FORMS = (
    rf"(?P<half_hour>0?[1-9]|1[0-2])(?:[.:h](?P<half_minute>[0-5]\d))?{SPACE}?"
    rf"(?P<half>[ap]\.{SPACE}?m\.|[AP]\.{SPACE}?M\.|[AP]M|[ap]m){_NO_LETTER}",
    rf"(?P<h_hour>[01]?\d|2[0-4]){SPACE}?[hH]{SPACE}?(?P<h_minute>[0-5]\d)"
    rf"(?![:/]|['’](?!{LETTER}))"
    rf"{_NO_LETTER}(?!{SPACE}?(?:m|min|mn)\b)",
    rf"(?P<mixed_hour>[01]?\d|2[0-4])[.:](?P<mixed_minute>[0-5]\d){SPACE}?h{_NO_LETTER}",
    rf"(?P<bare_hour>[01]?\d|2[0-4]){SPACE}?[hH](?![/:'-]|’){_NO_LETTER}",
    rf"(?P<clock_hour>[01]?\d|2[0-4])(?:[:.](?P<clock_minute>[0-5]\d))?{SPACE}o(?:'|’)clock\b",
    rf"(?P<decade>(?:1[6-9]|20)?[1-9]0|(?:18|19|20)00)(?P<plural>s|-?er|-?ies)(?!['\d]|{LETTER})",
    r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<slash_year>(?:19|20)\d\d)(?![\w/-])",
    r"(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<dot_year>(?:19|20)\d\d)"
    r"(?![\w/-]|\.\d)",
)
_ENGLISH_YEARS = late_pattern(r"the years (?:'|’|‘)?[2-9]0s?(?![\w%.,:]*\d|\w)")
_CLOCK_HOURS = late_pattern(
    r"(?<![\d:])(?:[01]?\d|2[0-3])[:.][0-5]\d hours\b(?! and| of| later| per)"
)
_TOLD_TWICE = late_pattern(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])\s?[hH]\s?(?P<minute>[0-5]\d)?\s"
    r"(?:heures?|horas?|ore|uur|Uhr|hours?)\b(?! (?:de|of|di) )"
)
_CYRILLIC_HOUR = late_pattern(
    r"(?<![\w.,:])(?P<hour>[01]?\d|2[0-4])(?:ч|год)(?P<minute>[0-5]\d)(?![\w.,:]\d|\w)"
)
"""9ч30: the French h put into Cyrillic letters, without spaces."""
_SLASHED_MONTH = late_pattern(r"(?<![\w/])\d{1,2}/[^\W\d_]{3,9}\.?/(?:19|20)\d\d(?![\w/])")
_OF_YEAR = late_pattern(
    r"(?<=[^\W\d_] )(?:19|20)\d\d (?:año|année|anno|ano)(?=[.,;)]|$)", re.MULTILINE
)
_YEAR_YEAR = late_pattern(r"(?:19|20)\d\d year(?=[.,;)]|$)", re.MULTILINE)
_WORD_BEFORE = late_pattern(rf"([^\W\d_]{{1,20}})\.?{SPACE}(?:'|’|‘)?$")
_FOREIGN_BEFORE = late_pattern(rf"(?<!\w)(?P<word>godz\.|kl\.){SPACE}?$")
_BEFORE_WORDS = {"godz.": ("pl",), "kl.": ("sv", "da", "nb")}
_CALLED_BY_HOUR = ("Uhr", "uur")
_WITH_H = ("de", "es", "ca", "nl", "it")


def faulty_times(document: Document) -> Iterator[DateFault]:
    """The faults of all times, decades and dates in figures, in order of the text."""
    own = formats_of(document)
    if not own.is_known:
        return
    forms = _pattern(document.target)
    text = document.text
    for start in document.digit_starts:
        if not stands_apart(text, start):
            continue
        found = forms.match(text, start)
        if found is None or found.lastgroup is None:
            continue
        fault = _JUDGES[found.lastgroup](document, own, found)
        if fault is not None:
            yield fault
    if document.target in ("zh", "ja"):
        yield from _eastern(document)
    if document.target == "en" and "year" in text:
        yield from _english_years(document)
    for found in _OF_YEAR.finditer(text):
        yield DateFault(
            *found.span(), "sets the word for year behind the number, as Russian does.", None,
            ("ru", "uk"),
        )  # fmt: skip
    if document.target == "en" and " hours" in text:
        yield from _english_clock_hours(document)
    if "/" in document.characters:
        for found in _SLASHED_MONTH.finditer(text):
            yield DateFault(
                *found.span(), "sets a month's name between strokes, as pages stamp it.", None
            )
    for found in _TOLD_TWICE.finditer(text) if "h" in own.clock else ():
        yield DateFault(
            *found.span(),
            "says “hours” twice: the h says it already.",
            _time(document, own, int(found["hour"]), found["minute"] or ""),
        )
    for found in _CYRILLIC_HOUR.finditer(text) if document.target in ("ru", "uk") else ():
        yield DateFault(
            *found.span(),
            "is a time as French and Portuguese write it, letter for letter.",
            _time(document, own, int(found["hour"]), found["minute"]),
            ("fr", "pt"),
        )
    if "kl." in text or "godz." in text:
        yield from _foreign_before(document)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """All forms, and the hour words of the other languages after a time. The last group that
    takes part tells which form it is."""
    words = {formats(tag).hour_word for tag in languages() if tag != language}
    words -= {formats(language).hour_word, ""}
    foreign = (
        rf"(?:[01]?\d|2[0-4])(?:[.:h][0-5]\d)?{SPACE}"
        rf"(?P<hour_word>{'|'.join(map(re.escape, sorted(words)))})(?!\w)"
    )
    return re.compile("|".join((*_FORMS, foreign)))


def _english_clock_hours(document: Document) -> Iterator[DateFault]:
    """22:45 hours: the word that other languages set after a time."""
    for found in _CLOCK_HOURS.finditer(document.text):
        hour, minute = re.findall(r"\d+", found.group())
        yield DateFault(
            *found.span(),
            "has “hours” after a time of day, as Spanish and German do.",
            _time(document, formats(document.language), int(hour), minute),
            ("es", "de", "it", "pt", "nl", "fr", "ru", "uk", "pl", "tr", "sv"),
            "medium",
        )


def _word_before(document: Document, start: int) -> str:
    found = _WORD_BEFORE.search(document.folded, max(0, start - 20), start)
    return found[1] if found else ""


def _time(document: Document, own: Formats, hour: int, minute: str) -> str:
    """The time of day as the document's language writes it."""
    if document.target == "en" and document.variety == "US":
        half = "p.m." if 12 <= hour < 24 else "a.m."
        return f"{(hour - 1) % 12 + 1}{':' + minute if minute not in ('', '00') else ''} {half}"
    if document.target in ("zh", "ja"):
        return f"{hour}{'点' if document.target == 'zh' else '時'}{minute and minute + '分'}"
    if own.clock[0] == "h":
        return f"{hour}h{minute}"
    if own.hour_word in _CALLED_BY_HOUR:
        return f"{hour}{minute and '.' + minute} {own.hour_word}"
    return f"{hour}{'.' if own.hour_word else ':'}{minute or '00'}"


def _of_half(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """3 p.m. where the day has twenty-four hours."""
    half = found["half"]
    if "ampm" in own.clock or (half == "am" and document.target in ("de", "ro")):
        return None
    hour = int(found["half_hour"]) % 12 + (12 if half[0] in "pP" else 0)
    return DateFault(
        *found.span(),
        f"is a time as English writes it; {language_name(document.target)} does it otherwise.",
        _time(document, own, hour, found["half_minute"] or ""),
        ("en",),
        "medium" if document.target == "es" and own.varieties else "high",
    )


def _of_h(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """14h30 where no h parts hours and minutes."""
    doubtful = document.target == "es" and "ampm" in own.clock
    if "h" in own.clock and not doubtful:
        return None
    return DateFault(
        *found.span(),
        "parts hours and minutes with an h, as French and Portuguese do.",
        _time(document, own, int(found["h_hour"]), found["h_minute"]),
        languages_with_format("clock", "h", document.target),
        "medium"
        if doubtful or document.target in ("zh", "ja", "ko")
        else "high",  # Macao prints 08H00
    )


def _of_mixed(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """14:30h in English."""
    if document.target in _WITH_H or "h" in own.clock:
        return None
    return DateFault(
        *found.span(),
        "has the h that German and Spanish set after a time.",
        _time(document, own, int(found["mixed_hour"]), found["mixed_minute"]),
        ("de", "es", "ca"),
    )


def _of_bare_hour(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """ "at 14h": without the small word it may be how long something takes."""
    if "h" in own.clock or _word_before(document, found.start()) not in own.at:
        return None
    return DateFault(
        *found.span(),
        "tells the hour with an h, as French and Portuguese do.",
        _time(document, own, int(found["bare_hour"]), ""),
        languages_with_format("clock", "h", document.target),
    )


def _of_clock(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """ "14 o'clock"; and "3 o'clock" in another language than English."""
    hour, minute = int(found["clock_hour"]), found["clock_minute"] or ""
    right = _time(document, own, hour, minute)
    if document.target != "en":
        return DateFault(*found.span(), "is a time as English writes it.", right, ("en",))
    if hour < 13 and not minute:
        return None
    return DateFault(
        *found.span(),
        "joins the 24-hour clock or minutes to “o’clock”, as a rendering of “Uhr” does.",
        right,
        ("de", "nl"),
    )


def _of_decade(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    year, plural = found["decade"], found["plural"]
    start, text = found.start(), document.text
    is_english = document.target == "en"
    if plural != "s":
        if document.target in ("de", "da", "nb") or (not is_english and len(year) < 4):
            return None
        if not is_english and plural.endswith("ies"):
            return None
        right = f"{year}s" if is_english else own.decade.format(year)
        return DateFault(*found.span(), "is a decade as German writes it.", right or None, ("de",))
    if is_english:
        return None
    confidence: Confidence = "high"
    if len(year) == 2:
        if _word_before(document, start) not in own.decade_words:
            return None
        start -= text[start - 1] in "'’‘"
        confidence = "medium" if document.target == "es" else "high"
    return DateFault(
        start,
        found.end(),
        "is a decade with the s of the English plural.",
        own.decade.format(year) or None,
        ("en",),
        confidence,
    )


def _of_slashes(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """10/23/2023 where the day comes first, 23/10/2023 in American English."""
    sources: tuple[str, ...] = ("en",)
    confidence: Confidence = "high"
    first, second, year = int(found["first"]), int(found["second"]), found["slash_year"]
    is_month_first, is_day_first = first <= 12 < second <= 31, second <= 12 < first <= 31
    if document.target == "en":
        if is_month_first and region_subtag(document.language) == "GB":
            right, sources = f"{second}/{first}/{year}", ()
        elif is_day_first and document.variety == "US":
            right, sources = f"{second}/{first}/{year}", ("fr", "es", "it", "pt")
            confidence = "high" if region_subtag(document.language) == "US" else "medium"
        else:
            return None
    elif document.target in ("zh", "ja", "ko"):
        if not is_month_first and not is_day_first:
            return None
        month, day = (first, second) if is_month_first else (second, first)
        marks = "년 월 일" if document.target == "ko" else "年 月 日"
        units = marks.split()
        right = f"{year}{units[0]}{month}{units[1]}{day}{units[2]}"
        sources = ("en",) if is_month_first else ()
    elif is_month_first:
        right = own.date_mark.join((str(second), str(first), year))
    else:
        return None
    return DateFault(
        *found.span(),
        f"does not have the order of a date in {language_name(document.target)}.",
        right,
        sources,
        confidence,
    )


def _of_dots(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    """07.10.2023 in English, Chinese or Japanese."""
    day, month, year = int(found["day"]), int(found["month"]), found["dot_year"]
    if document.target in ("zh", "ja"):
        return DateFault(
            *found.span(),
            "is a date in figures with full stops, the day first, as in German and Russian.",
            f"{year}年{month}月{day}日",
            languages_with_format("date_mark", ".", document.target),
        )
    if document.target != "en":
        return None
    name = calendar("en").names[month - 1]
    return DateFault(
        *found.span(),
        "is a date in figures with full stops, as German and Russian write it.",
        f"{name} {day}, {year}" if document.variety == "US" else f"{day} {name} {year}",
        languages_with_format("date_mark", ".", "en"),
        is_safe=True,
    )


def _of_hour_word(document: Document, own: Formats, found: re.Match[str]) -> DateFault | None:
    word = found["hour_word"]
    sources = languages_with_format("hour_word", word, document.target)
    names = " or ".join(language_name(source) for source in sources)
    return DateFault(
        *found.span(), f"has “{word}”, a word of {names} that was left standing.", None, sources
    )


def _foreign_before(document: Document) -> Iterator[DateFault]:
    """ "kl. 14.30", "godz. 14" in another language than their own."""
    for start in document.digit_starts:
        found = _FOREIGN_BEFORE.search(document.text, max(0, start - 8), start)
        if found is None or document.target in _BEFORE_WORDS[found["word"]]:
            continue
        sources = _BEFORE_WORDS[found["word"]]
        names = " or ".join(language_name(source) for source in sources)
        end = start
        while document.text[end : end + 1].isdigit() or (
            document.text[end : end + 1] in (".", ":")
            and document.text[end + 1 : end + 2].isdigit()
        ):
            end += 1
        yield DateFault(
            found.start(),
            end,
            f"has “{found['word']}”, a word of {names} that was left standing.",
            None,
            sources,
        )


def _english_years(document: Document) -> Iterator[DateFault]:
    for found in _ENGLISH_YEARS.finditer(document.folded):
        yield DateFault(
            *found.span(),
            "renders “années 90” or “años 90” word for word.",
            f"the {re.sub('[^0-9]', '', found.group())}s",
            ("fr", "es", "it", "pt"),
        )
    for found in _YEAR_YEAR.finditer(document.folded):
        yield DateFault(
            *found.span(),
            "has the word “year” that Russian and Ukrainian set after a date.",
            found.group()[:4],
            ("ru", "uk"),
        )


@cache
def _eastern_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?P<day>[12]\d|3[01]|0?[1-9])[日号號] ?(?P<month>1[0-2]|0?[1-9])月(?! ?\d{1,2}[日号號])"
        r"|(?P<month2>1[0-2]|0?[1-9])月(?P<day2>[12]\d|3[01]|0?[1-9])[日号號]?, ?"
        r"(?P<year2>(?:19|20)\d\d)(?![\d年])"
    )


def _eastern(document: Document) -> Iterator[DateFault]:
    """Chinese and Japanese dates in Western order."""
    text, pattern = document.text, _eastern_pattern()
    for start in document.digit_starts:
        found = pattern.match(text, start)
        if found is None or text[start - 1 : start] in ("月", "/", "-"):
            continue
        month, day = found["month"] or found["month2"], found["day"] or found["day2"]
        year = f"{found['year2']}年" if found["year2"] else ""
        yield DateFault(
            *found.span(),
            "has the order of a Western date.",
            f"{year}{int(month)}月{int(day)}日",
            ("en",),
        )


_JUDGES: dict[str, Callable[[Document, Formats, re.Match[str]], DateFault | None]] = {
    "half": _of_half,
    "h_minute": _of_h,
    "mixed_minute": _of_mixed,
    "bare_hour": _of_bare_hour,
    "clock_hour": _of_clock,
    "clock_minute": _of_clock,
    "plural": _of_decade,
    "slash_year": _of_slashes,
    "dot_year": _of_dots,
    "hour_word": _of_hour_word,
}
