"""Dates in words whose order or dress is another language's: "Oktober 7, 2023", "7. October"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.data import function_words, listed_words, region_subtag
from mtcheck.language.dates import WrittenDate, written_dates
from mtcheck.language.formats import (
    SPACE,
    Calendar,
    Formats,
    calendar,
    formats,
    is_one_of,
    unit_after,
)
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_DOTTING = ("de", "cs", "da", "nb")
_LINKING = ("es", "pt", "ca")
_IBERIAN_LINKS = frozenset(("de", "of", "di", "von", "van", "af", "av", "d'", "d’"))
_WORD_BEFORE = late_pattern(rf"([^\W\d_]{{1,24}})\.?,?{SPACE}$")
_STOP_AFTER = late_pattern(rf"{SPACE}?(?:[.,;:!?)\]»”–—،。]|\n|$)|'|’")
_WORD_AFTER = late_pattern(rf"{SPACE}([^\W\d_]+)")
_YEAR_ALONE = late_pattern(r"(?:1[789]|20)\d\d(?![\w.,]*\d)")
_MONTH_AND_COMMA = late_pattern(r"(?<![^\W_])([^\W\d_]{3,}), $")
_OF_YEAR = late_pattern(rf"{SPACE}(?:года|году|г\.|року|році|р\.|roku)(?!\w)")
_DAY_BEFORE = late_pattern(r"\d[^\W\d_]{0,2}[.ºª°]?(?: de)? $|[-/–] ?$")
_ENGLISH_MONTH = late_pattern(
    rf"(?<![\w.-])(January|February|March|April|May|June|July|August|September|October|November|"
    rf"December){SPACE}$"
)
_DAY_AND_YEAR = late_pattern(r"(?:[12]\d|3[01]|[1-9]), (?:1[789]|20)\d\d(?!\d)")
_DAY_NEVER_LAST = frozenset(
    ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "ru", "uk", "pl", "cs")
)
_CAPITAL_AFTER = late_pattern(rf"{SPACE}(?:[a-zäöü]+{SPACE})?[A-ZÄÖÜ]")
_MONTH_AND_DAY = late_pattern(
    r"(?<![\w.,])(?P<day>\d{1,2}\.?) ?(?:de )?(?P<month>[^\W\d_]{3,12})(?: 20\d\d)? "
    r"(?P<weekday>[^\W\d_]{5,10})(?=[,.;:)]| [^\W\d_A-Z]|\s*$)"
)
_LONGEST_SMALL_WORD = 4
_CLAUSE_WORDS = frozenset(
    ("where", "after", "before", "during", "because", "until", "while", "against")
)
_JOINING = frozenset(("and", "or"))
_IN = frozenset(("im", "in", "en", "nel", "em", "i", "v", "ve", "w", "we", "в", "у"))
"""What a month without a day stands behind."""
_BEFORE_A_DAY = frozenset(("il", "le", "el", "am", "den", "dia", "dnia", "dne", "op"))
"""Words that stand before a day and not before the bare name of a month."""
_OF = frozenset(("von", "der", "van", "de", "di", "dei", "del", "do", "dos", "av", "af", "ze", "z"))
"""Words that a count of some out of many is followed by."""
_NUMBER_NEAR = late_pattern(r"[^\n.;]{0,14}?(?:\d{3}|\d+ [^\W\d_]{5})")


_SEEN_HERE_ALONE = frozenset(("nl", "cs", "sv"))
"""Where no other rule marks a month with a capital."""
_MONTH_FIRST = "sets the month before the day, as American English does; {} begins with the day."


class DateFault(NamedTuple):
    """A date or time that is not written as in the document's language.

    message: the end of a sentence that begins with the form.
    replacement: what a fix may put there, where that is safe.
    """

    start: int
    end: int
    message: str
    suggestion: str | None
    sources: tuple[str, ...] = ()
    confidence: Confidence = "high"
    is_safe: bool = False


def faulty_dates(document: Document) -> Iterator[DateFault]:
    """The faults of all dates in words, in order of the text; one a date."""
    days = calendar(document.language)
    if not days.months:
        return
    own = formats(document.language)
    if document.target != "en" and own.is_known and days.order == "dmy":
        yield from _commas_before_years(document, days)
    if document.target != "en":
        yield from _english_dates(document, days)
    if document.target in _DAY_NEVER_LAST:
        yield from _days_of_week_last(document, days)
    dates = written_dates(document.text, document.folded, document.digit_starts, days)
    for date in dates:
        fault = (
            _of_english(document, date)
            if document.target == "en"
            else _of_order(document, own, days, date) or _of_dress(document, own, days, date)
        )
        if fault is not None:
            yield fault


def _days_of_week_last(document: Document, days: Calendar) -> Iterator[DateFault]:
    """11. August Montag, 9 février lundi: the day of the week is last, as in Turkish."""
    for found in _MONTH_AND_DAY.finditer(document.plain):
        if found["month"].lower() in days.months and found["weekday"].lower() in days.weekdays:
            yield DateFault(
                *found.span(),
                "has the day of the week behind the month, where this language sets it first.",
                f"{found['weekday']}, {found['day']} {found['month']}",
                ("tr", "zh", "ja"),
            )


def _commas_before_years(document: Document, days: Calendar) -> Iterator[DateFault]:
    """ "June, 2030": a month, a comma and the year, where no day stands."""
    text = document.text
    for start in document.digit_starts:
        if text[start - 2 : start] != ", " or not _YEAR_ALONE.match(text, start):
            continue
        month = _MONTH_AND_COMMA.search(document.folded, max(0, start - 24), start)
        if month is None or not _names_month(month[1], days):
            continue
        if not (_stands_alone(document, start + 4) or _OF_YEAR.match(document.folded, start + 4)):
            continue
        if _DAY_BEFORE.search(text, max(0, month.start() - 12), month.start()):
            continue
        if _word_before(document, month.start()) not in function_words(document.target):
            continue  # a row of words, a line of a list
        name = language_name(document.target)
        yield DateFault(
            month.start(),
            start + 4,
            f"has a comma before the year, as in English; {name} has none.",
            None,
            ("en",),
        )


def _english_dates(document: Document, days: Calendar) -> Iterator[DateFault]:
    """ "April 15, 2023": the whole date left in English; a first name (April) has no such dress."""
    for start in document.digit_starts:
        found = _DAY_AND_YEAR.match(document.text, start)
        month = found and _ENGLISH_MONTH.search(document.text, max(0, start - 12), start)
        if not found or not month or month[1].lower() in days.months:
            continue
        if _DAY_BEFORE.search(document.text, max(0, month.start() - 12), month.start()):
            continue
        if document.text.endswith(("«", "“", "„", '"', "‘", "「"), 0, month.start()):
            continue  # a date that is shown: «October 6, 2025» in America
        yield DateFault(
            month.start(),
            found.end(),
            "is a date in English; the translation kept it.",
            None,
            ("en",),
        )


def _names_month(word: str, days: Calendar) -> bool:
    """A month, in whatever case of a language that has several (октябре)."""
    return word in days.months or (
        bool(days.alone)
        and len(word) > _LONGEST_SMALL_WORD
        and any(
            word[:-1] == month[:-1] or (word.startswith(month[:-1]) and len(word) <= len(month) + 2)
            for month in days.months
        )
    )


def _fault(
    document: Document,
    date: WrittenDate,
    message: str,
    sources: tuple[str, ...],
    confidence: Confidence = "high",
) -> DateFault:
    right = own_form(document, date)
    return DateFault(date.start, date.end, message, right, sources, confidence, is_safe=True)


def own_form(document: Document, date: WrittenDate) -> str:
    """The date as the document's language writes it."""
    own, days = formats(document.language), calendar(document.language)
    name = days.names[date.month - 1]
    day = str(int(date.day))
    if document.target == "en" and document.variety == "US":
        return f"{name} {day}" + (f", {date.year}" if date.year else "")
    if day == "1" and own.first_day:
        day = own.first_day
    link = f" {own.date_link} " if own.date_link else " "
    if document.target == "ca" and name[0] in "ao":
        link = " d’"
    day += "." if days.has_day_dot else ""
    return f"{day}{link}{name}" + (
        f" {own.date_link} {date.year}".replace("  ", " ") if date.year else ""
    )


def _word_before(document: Document, start: int) -> str:
    found = _WORD_BEFORE.search(document.folded, max(0, start - 24), start)
    return found[1] if found else ""


def _stands_alone(document: Document, end: int) -> bool:
    """Does no noun follow that a number or date could belong to?"""
    if _STOP_AFTER.match(document.text, end):
        return True
    after = _WORD_AFTER.match(document.folded, end)
    return (
        after is not None
        and (len(after[1]) <= _LONGEST_SMALL_WORD or after[1] in _CLAUSE_WORDS)
        and after[1] not in _JOINING
        and after[1] in function_words(document.target)
    )


def _of_english(document: Document, date: WrittenDate) -> DateFault | None:
    if not date.is_day_first:
        return None
    text, end = document.text, date.end
    before = _word_before(document, date.start)
    if date.ending == "." and (
        date.year or is_one_of(before, "en", "date-words") or before == "the"
    ):
        return _fault(document, date, "has a full stop after the day, as in German.", _DOTTING)
    if date.ending in ("er", "e", "ème", "eme", "re"):
        return _fault(document, date, "numbers the day as French does.", ("fr",))
    if date.ending in ("º", "ª", "°", ".º", "o"):
        return _fault(document, date, "numbers the day as Spanish does.", ("es", "pt", "it"))
    if date.link and date.link != "of":
        return _fault(document, date, f"sets “{date.link}” before the month.", _LINKING)
    if date.link == "of" and not date.ending and text[end : end + 2] not in ("'s", "’s"):
        return _fault(document, date, "sets “of” as Spanish and Portuguese do.", _LINKING)
    if date.gap.strip() == "of" and not date.link:
        return _fault(document, date, "sets “of” before the year as Spanish does.", _LINKING)
    if date.ending or date.link or before != "the" or not _stands_alone(document, end):
        return None
    the = text.lower().rindex("the", 0, date.start)
    is_dated = is_one_of(_word_before(document, the), "en", "date-words")
    if not (is_dated or date.year):
        return None
    return DateFault(
        the,
        end,
        "has an article before the date, as in French or Spanish.",
        own_form(document, date),
        ("fr", "es", "it", "pt"),
        "high" if is_dated else "medium",
        is_safe=True,
    )


def _of_order(
    document: Document, own: Formats, days: Calendar, date: WrittenDate
) -> DateFault | None:
    """The month before the day where the day comes first."""
    if date.is_day_first or days.order != "dmy" or not (own.is_known or date.year):
        return None
    before = document.text[max(0, date.start - 2) : date.start].strip()
    if before[-1:].isdigit() or before.endswith("."):
        return None  # a day stands before the month too
    name = language_name(document.target)
    is_american = document.target == "es" and region_subtag(document.language) not in (None, "ES")
    is_dated = bool(date.year) or date.ending != ""
    weekday = _word_before(document, date.start) in days.weekdays
    is_sure = is_dated or weekday
    # "prosince 15", "декабря 15": where a month has a case for dates, that case shows one.
    month = document.folded[date.month_start : date.month_end]
    is_genitive = bool(days.alone) and month not in days.alone
    has_no_case = is_genitive or document.target == "ar"
    ends = _stands_alone(document, date.end) if has_no_case else None
    # "el junio 3", "bis Oktober 1": the word before wants a day, so it does not count things.
    before_word = _word_before(document, date.start)
    names_day = is_one_of(before_word, document.target, "date-words")
    is_bare_name = bool(days.alone) and not is_genitive
    if names_day or is_bare_name:
        is_day = names_day and before_word in _BEFORE_A_DAY
        ends = (is_day or _goes_on_small(document, date.end)) and not _counts(document, date)
    is_capital = _is_capital_inside(document, days, date)
    if before_word in _IN and not (is_sure or is_capital or is_genitive):
        if document.target == "de" or not _goes_on_as_a_day(document, date):
            return None  # im April 12: so many in that month
        return _fault(document, date, _MONTH_FIRST.format(name), ("en",), "medium")
    if not (is_sure or ends or is_capital or _STOP_AFTER.match(document.text, date.end)):
        goes_on = _goes_on_as_a_day(document, date)
        if not goes_on and _counts_a_unit(document, date):
            return None
        return _fault(
            document, date, _MONTH_FIRST.format(name), ("en",), "high" if goes_on else "medium"
        )
    if is_genitive or is_capital or (names_day and ends):
        confidence: Confidence = "high"
    elif not is_sure and (int(date.day) > 12 or not document.text[date.end : date.end + 1].strip()):
        confidence = "medium"  # it may be a year
    else:
        confidence = "medium" if is_american else "high"
    return _fault(
        document,
        date,
        _MONTH_FIRST.format(name),
        () if is_genitive and not is_sure else ("en",),
        confidence,
    )


def _is_capital_inside(document: Document, days: Calendar, date: WrittenDate) -> bool:
    """Květen 9, Février 12: a month with a capital that only English gives it."""
    return (
        days.names[0].islower()
        and document.text[date.start].isupper()
        and date.start > document.sentence_at(date.start).start
        and document.text[date.start - 2 : date.start - 1].islower()
        and not _counts_a_unit(document, date)
    )


def _counts_a_unit(document: Document, date: WrittenDate) -> bool:
    """May the number be one of what follows it: in Mai 16 Prozent, im März 12 Menschen?"""
    if _word_before(document, date.start) in _BEFORE_A_DAY:
        return False
    if _counts(document, date):
        return True
    if document.target == "de" and _CAPITAL_AFTER.match(document.text, date.end):
        return True
    return unit_after(document.folded, date.end, document.target) is not None


def _goes_on_as_a_day(document: Document, date: WrittenDate) -> bool:
    """octobre 12 à Genève, Ekim 12 günü: no thing that is counted comes next."""
    after = _WORD_AFTER.match(document.folded, date.end)
    if after is None:
        return False
    if is_one_of(after[1], document.target, "date-words"):
        return True
    is_joint = after[1] in listed_words(document.target, "prepositions")
    return is_joint and not _counts(document, date)


def _goes_on_small(document: Document, end: int) -> bool:
    """Does a mark follow, or a small word of any length: il ottobre 12 davanti al giudice?"""
    after = _WORD_AFTER.match(document.folded, end)
    small = function_words(document.target) | listed_words(document.target, "prepositions")
    return _stands_alone(document, end) or (after is not None and after[1] in small)


def _counts(document: Document, date: WrittenDate) -> bool:
    """May the number be one of things: "bis Mai 16 der 20 Verträge", a row of months?"""
    after = _WORD_AFTER.match(document.folded, date.end)
    if after is not None:
        end = after.end()
        return bool(_NUMBER_NEAR.match(document.text, end)) or after[1] in _OF
    return _NUMBER_NEAR.match(document.text, date.end) is not None


def _of_dress(
    document: Document, own: Formats, days: Calendar, date: WrittenDate
) -> DateFault | None:
    """A full stop, an ending, a small word or a comma too many or too few."""
    if not date.is_day_first or days.order != "dmy":
        return None
    text, name = document.text, language_name(document.target)
    month = text[date.month_start : date.month_end]
    if date.ending in ("st", "nd", "rd", "th"):
        return _fault(document, date, "numbers the day as English does.", ("en",))
    if days.has_day_dot and not date.ending and not text.startswith("-", date.end):
        return _fault(document, date, f"lacks the full stop that {name} sets after the day.", ())
    if not own.is_known:
        return None
    if (
        document.target in _SEEN_HERE_ALONE
        and days.names[0].islower()
        and month[0].isupper()
        and month[1:].islower()
        and (date.ending == "." or _is_dated(document, date))
    ):
        what = "has the month with the capital of English and German."
        return _fault(document, date, what, ("en", "de"))
    if date.ending in ("er", "ère") and document.target != "fr":
        return _fault(document, date, "numbers the day as French does.", ("fr",))
    if date.ending in ("e", "è", "ème", "eme") and document.target == "fr" and not date.link:
        return _fault(document, date, "numbers the day as English does.", ("en",), "medium")
    if date.ending == "." and not days.has_day_dot:
        is_sure = (
            month[0].islower()
            or bool(date.year)
            or document.target == "ar"
            or _is_dated(document, date)  # den 7. November
        )
        if date.day == "1" and not _is_dated(document, date):
            return None
        message = "has a full stop after the day, as in German."
        return _fault(document, date, message, _DOTTING, "high" if is_sure else "medium")
    if date.ending:
        return None
    if own.date_link and not date.link:
        if not month[0].islower():
            return None
        return _fault(document, date, f"lacks the “{own.date_link}” of a date in {name}.", ())
    is_linked = date.link in _IBERIAN_LINKS or date.gap.strip() in ("de", "von", "van", "av", "af")
    if is_linked and not own.date_link:
        return _fault(document, date, "has small words as in a Spanish date.", _LINKING)
    if own.first_day and date.day == "1" and _is_dated(document, date):
        return _fault(
            document, date, f"has the bare figure; {name} writes {own.first_day} for the first.", ()
        )
    if document.target == "pt" and "del" in (date.link, date.gap.strip()):
        return _fault(document, date, "has “del”, as in a Spanish date.", ("es",))
    form = document.folded[date.month_start : date.month_end]
    if own.month_case and form in days.alone:
        return _fault(document, date, "has the month in the form that stands alone.", ())
    if date.gap.strip() in (",", "،") and (
        _stands_alone(document, date.end) or _goes_on_as_a_day(document, date)
    ):
        confidence: Confidence = "medium" if own.date_link or document.target == "ar" else "high"
        return _fault(
            document,
            date,
            f"has a comma before the year, as in English; {name} has none.",
            ("en",),
            confidence,
        )
    return None


def _is_dated(document: Document, date: WrittenDate) -> bool:
    before = _word_before(document, date.start)
    return is_one_of(before, document.target, "date-words")
