"""How a number is meant whose marks are not those of the language: 24.762 people, 3.5 per cent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, region_subtag
from mtcheck.language.formats import (
    SPACE,
    Formats,
    Unit,
    is_month,
    is_one_of,
    percent_before,
    unit_after,
    words_pattern,
)
from mtcheck.language.numerals import LETTER, Numeral
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_RANGE = late_pattern(
    rf"(?:{SPACE}?[-–]{SPACE}?|{SPACE}[^\W\d_]{{1,5}}{SPACE})\d\d?(?:[.:]\d\d)?(?!\d)"
)
_WORD_BEFORE = late_pattern(rf"(\S{{0,30}}[^\W\d_]\S{{0,30}}){SPACE}$")
_LETTER_AFTER = late_pattern(LETTER)
_ONE_LETTER_AFTER = late_pattern(rf"[a-z](?!{LETTER})")
_SIGN_BEFORE = late_pattern(rf"[$€£¥₽₴₺₹]{SPACE}?$")
_TECHNICAL_UNITS = ("ghz", "mhz", "ггц", "мгц", "gb", "гб", "mm", "мм", "bit", "l ")
_LAKH = frozenset(("en", "hi", "bn", "mr", "gu", "ta", "te", "ur", "pa", "ne", "si", "kn", "ml"))
_HECTARES = late_pattern(
    rf"{SPACE}?-?(?:hectare|hect[áa]rea|hektar|ettari|гектар|公顷|公頃|ヘクタール|هكتار|acre)"
)
"""Land is told in whole ones."""
_TONS = late_pattern(
    rf"{SPACE}?-?(?:tons?|tonnes?|tonnen?|toneladas?|tonnellate|ton|tuna?y?|тонн\w*|طن\w*)(?!\w)"
)
_NOUN_AFTER = late_pattern(rf"{SPACE}([^\W\d_]{{4,}})")
_PLURALS = {
    "en": late_pattern("(?!goals|points|runs|times|wins|yards|games|innings)[a-z]{2,40}[^us]s"),
    "de": late_pattern("(?=[A-ZÄÖÜ]).{1,40}(?:en|er|e|s)"),
    "fr": late_pattern("[a-zà-ÿ]{1,40}[sx]"),
    "es": late_pattern("[a-zà-ÿ]{1,40}s"),
    "pt": late_pattern("[a-zà-ÿ]{1,40}s"),
    "it": late_pattern("[a-zà-ÿ]{1,40}[ie]"),
    "nl": late_pattern("[a-zà-ÿ]{1,40}(?:en|s)"),
    "sv": late_pattern("[a-zà-ÿ]{1,40}(?:ar|er|or)"),
    "pl": late_pattern("[^A-Z]{1,40}(?:ów|ek|ni|ych|ich)"),
    "cs": late_pattern("[^A-Z]{1,40}(?:ů|ek|ních|ých)"),
    "ru": late_pattern("[а-яё]{1,40}(?:ов|ев|ей|ий|ек|ых|их)"),
    "uk": late_pattern("[а-яіїєґ]{1,40}(?:ів|їв|ей|ій|ок|их)"),
}
"""What the plural of a thing that is counted looks like: 1,108 Namen."""
_WORDS_BEFORE = late_pattern(rf"([^\W\d_]{{4,24}}){SPACE}[^\W\d_]{{1,3}}{SPACE}$")
_NUMBER_BEFORE = late_pattern(rf"\d{SPACE}[^\W\d_]{{1,5}}{SPACE}$")
_SMALL_WORD_AFTER = late_pattern(rf"{SPACE}(?!\w{{1,2}}\b)[^\W\d_A-ZÀ-ÞА-Я]{{3,}}")
_SURE_UNITS: tuple[Unit, ...] = ("percent", "magnitude", "money", "measure")
_REACH_OF_RATES = 40


class Reading(NamedTuple):
    """How a foreign number is meant, and how sure that is."""

    is_grouped: bool
    is_sure: bool


def foreign_reading(document: Document, own: Formats, numeral: Numeral) -> Reading | None:
    """How a number is meant that is not written as this language does; None for one that is,
    or that cannot be told."""
    if numeral.is_lakh:
        return None if document.target in _LAKH else Reading(True, True)
    if numeral.group == "’" and "’" not in own.group:
        is_regional = "’" in own.regional_group and not region_subtag(document.language)
        return None if is_regional and "ß" not in document.text else Reading(True, True)
    if numeral.is_ambiguous:
        return None if numeral.decimal in own.group else _of_ambiguous(document, own, numeral)
    if numeral.group and numeral.group not in own.group:
        return _of_spaced(document, numeral) if numeral.group == " " else Reading(True, True)
    if numeral.decimal and numeral.decimal not in own.decimal:
        return Reading(True, True) if numeral.group else _of_decimal(document, own, numeral)
    return None


def _of_ambiguous(document: Document, own: Formats, numeral: Numeral) -> Reading | None:
    """24.762: foreign grouping, unless the words about it want decimals."""
    whole, last = numeral.parts
    unit = unit_after(document.folded, numeral.end, document.target)
    if unit == "counted":
        return Reading(True, True)
    if unit == "magnitude" and last.endswith("00"):
        return Reading(True, last == "000")  # 8.000 million: nobody writes such decimals
    if unit in ("percent", "magnitude") or _has_percent_before(document, numeral):
        return None if numeral.decimal in own.decimal else Reading(False, True)
    if unit is None and _LETTER_AFTER.match(document.text, numeral.end):
        return None
    if not own.is_known:
        return None
    is_full, has_sign = last.endswith("00"), _has_sign_before(document, numeral)
    if unit == "measure" and _HECTARES.match(document.folded, numeral.end):
        return Reading(True, True)
    if unit == "measure" and not is_full and _TONS.match(document.folded, numeral.end):
        return Reading(True, last.endswith("0")) if len(whole) > 1 else None
    if unit == "measure":
        return Reading(True, last == "000") if is_full else None
    if unit == "money" and not is_full and _is_rate(document, numeral):
        return None
    is_bare = unit is None and not has_sign
    if len(whole) == 1 and is_bare and not is_full:
        # 3.125 is as often a rate or a result as a number of things
        return Reading(True, False) if _counts_things(document, own, numeral) else None
    if is_bare and last == "000" and whole in ("1", "10"):
        return Reading(True, False)  # the best mark there is, in some sports
    is_money = has_sign or unit == "money"
    is_sum = (len(whole) > 1 and (is_full or is_money)) or (is_full and is_money)
    return Reading(True, is_sum or last == "000")


def _counts_things(document: Document, own: Formats, numeral: Numeral) -> bool:
    """Does a noun in the plural follow; or, where the mark is neither that of decimals nor that
    of groups, any small word?"""
    if is_one_of(_word_before(document, numeral).lower(), document.target, "references"):
        return False
    if _is_rate(document, numeral):
        return False
    if numeral.decimal not in own.decimal:
        return _SMALL_WORD_AFTER.match(document.text, numeral.end) is not None
    noun = _NOUN_AFTER.match(document.text, numeral.end)
    plural = _PLURALS.get(document.target)
    return bool(noun and plural and plural.fullmatch(noun[1])) and (
        noun is not None and noun[1].lower() not in function_words(document.target)
    )


def _of_spaced(document: Document, numeral: Numeral) -> Reading | None:
    """24 762 where no space groups digits: it may be two numbers, or one of a telephone."""
    before = _word_before(document, numeral)
    unit = unit_after(document.folded, numeral.end, document.target)
    if (before[:1].isupper() and unit is None) or is_month(before, document.target):
        return None
    inside = document.text[numeral.start : numeral.end]
    is_sure = (
        unit is not None
        or "\u00a0" in inside
        or "\u202f" in inside
        or _has_sign_before(document, numeral)
        or (len(numeral.parts) > 2 and len(numeral.parts[0]) < 3)
    )
    return Reading(True, is_sure)


def _of_decimal(document: Document, own: Formats, numeral: Numeral) -> Reading | None:
    """3.5 where a comma parts off decimals: it may be a time, a date, a version."""
    text, unit = document.folded, unit_after(document.folded, numeral.end, document.target)
    if unit is None and _LETTER_AFTER.match(document.text, numeral.end):
        return None
    if _ONE_LETTER_AFTER.match(text, numeral.end) or _is_time(document, numeral):
        return None
    if document.target in ("zh", "ja") and unit != "percent" and _may_be_a_pair(numeral):
        return None
    if is_one_of(_word_before(document, numeral).lower(), document.target, "references"):
        return None
    if (
        unit in _SURE_UNITS
        or _has_sign_before(document, numeral)
        or _has_percent_before(document, numeral)
        or is_one_of(_word_before(document, numeral).lower(), document.target, "scales")
        or is_one_of(_scale_before(document, numeral), document.target, "scales")
    ):
        after = text[numeral.end : numeral.end + 6].lstrip()
        is_technical = document.target != "en" and after.startswith(_TECHNICAL_UNITS)
        return Reading(False, not is_technical)  # "2.4 GHz" is a name as much as a measure
    if unit is not None or not own.is_known or _may_be_no_number(document, own, numeral):
        return None
    return Reading(False, False)


def _may_be_no_number(document: Document, own: Formats, numeral: Numeral) -> bool:
    """A date, a time, a version, a score?"""
    whole, last = numeral.parts
    if numeral.decimal != "." or last == "0" or len(whole) > 3 or len(last) > 2:
        return True  # "Web 2.0"
    if own.dotted_times and _has_form_of_time(numeral):
        return True
    is_date = own.date_mark == "." and int(whole) < 32 and int(last) < 13
    if is_date and not (len(last) == 1 and _SMALL_WORD_AFTER.match(document.text, numeral.end)):
        return True
    if is_one_of(_word_before(document, numeral), document.target, "date-words"):
        return True
    if _NUMBER_BEFORE.search(document.text, max(0, numeral.start - 12), numeral.start):
        return True  # Windows 8 and 8.1
    return not _word_before(document, numeral).islower()


def _has_form_of_time(numeral: Numeral) -> bool:
    whole, last = numeral.parts
    return len(last) == 2 and len(whole) < 3 and int(whole) < 25 and last < "60"


def _is_time(document: Document, numeral: Numeral) -> bool:
    hours = words_pattern(document.target, "hours")
    if hours is None or not _has_form_of_time(numeral):
        return False
    other = _RANGE.match(document.text, numeral.end)
    end = other.end() if other else numeral.end
    end += document.text[end : end + 1].isspace()
    return hours.match(document.folded, end) is not None


def _may_be_a_pair(numeral: Numeral) -> bool:
    """ "2,3日": two or three days."""
    whole, last = numeral.parts
    return len(whole + last) == 2 and int(last) == int(whole) + 1


def _is_rate(document: Document, numeral: Numeral) -> bool:
    """A rate of exchange or the price of a litre, which have three decimals."""
    rates = words_pattern(document.target, "rates")
    start, end = numeral.start - _REACH_OF_RATES, numeral.end + _REACH_OF_RATES // 2
    return rates is not None and rates.search(document.folded, max(0, start), end) is not None


def _word_before(document: Document, numeral: Numeral) -> str:
    found = _WORD_BEFORE.search(document.text, max(0, numeral.start - 30), numeral.start)
    return found[1].lstrip('([«„“"') if found else ""


def _scale_before(document: Document, numeral: Numeral) -> str:
    """The word before a small one: Magnitude von 4.2."""
    found = _WORDS_BEFORE.search(document.folded, max(0, numeral.start - 30), numeral.start)
    return found[1] if found else ""


def _has_sign_before(document: Document, numeral: Numeral) -> bool:
    return bool(_SIGN_BEFORE.search(document.text, max(0, numeral.start - 3), numeral.start))


def _has_percent_before(document: Document, numeral: Numeral) -> bool:
    return percent_before(document.folded, numeral.start, document.target)
