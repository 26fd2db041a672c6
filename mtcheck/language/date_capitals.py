"""Days and months with a capital where other words of the sentence show that they are no names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words
from mtcheck.language.mentions import is_named
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.language.capitals import Capitals

DATE_BEFORE = late_pattern(r"(?<![\d.,:/-])(?:[12]\d|3[01]|[1-9])(?:\.|er|[º°ª])? (?:de )?$")
"""A day of the month: 1º de, 12., 1er."""
YEAR_AFTER = late_pattern(r" (?:de |del )?(?:19|20)\d\d(?!\d)")
_DAY_BEFORE = late_pattern(r"(?<![\d.,:/-])(?:[12]\d|3[01]|[1-9])\.? $")
_DAY_AFTER = late_pattern(
    r" (?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:/-]\d)(?! [a-z]{3,}s\b)"
)
_DAY_OPENERS = {
    "es": "hasta el|desde el|el|este|a partir del",
    "pt": "em|a partir de|até o|desde o|no dia|do dia|dia|desde",
    "it": "dal|al|il|entro il|l'|dall'|all'",
    "fr": "jusqu'au|dès le|le",
    "nl": "op|vanaf|tot|sinds|per|tot en met",
    "sv": "den",
}
_TOLD_DAY = r"(?:^|[\s(])(?:{})(?: |(?<='))(?:(?:[12]\d|3[01]|[1-9]|1er|1[º°])(?: de)?) $"
_YEAR_NOT_NAME = late_pattern(r" (?:19|20)\d\d(?![\d-])")
_ENGLISH_OPENERS = frozenset(("on", "from", "until", "since", "by", "between", "before", "after"))
_AFTER_ENGLISH_MONTH = frozenset((
    "and", "or", "at", "when", "after", "before", "for", "with", "as", "to", "this", "last", "in",
    "of", "but", "while", "he", "she", "it", "they", "the", "a", "that", "we", "by", "from", "on",
    "because", "his", "her", "their", "its",
))  # fmt: skip
_NO_NAME_AFTER = late_pattern(
    r"[,.;:!?…)»”\"]|\s*$|[ \u00a0](?:\d+(?![\d-])|[–—-] |[(]|([^\W\d_]+))"
)
_NEXT_WORD = late_pattern(r" ([^\W\d_]+)")
_NAME_BEFORE = late_pattern(r"(?<!\w)[^\W\d_a-zß-ÿ]\w{1,30}[ -]$")
_ARTICLES = frozenset(("il", "o", "a", "al", "no"))
_REACH = 60
_NEAR = 3


def is_date(document: Document, listed: Capitals, kind: str, start: int, end: int) -> bool:
    """Does the sentence make a date of a word that is a name, too?"""
    sentence = document.sentence_at(start)
    before = document.plain[max(sentence.start, start - _REACH) : start]
    after = document.plain[end : min(sentence.end, end + _REACH)]
    if _is_framed(document, listed, kind, before, after):
        return True
    return kind == "month" and (
        _is_dated_month(document, listed, before, start, end)
        or _follows_day(listed, before)
        or _is_told_day(document, before)
        or _has_english_day(document, before, after)
    )


def is_day_of_no_street(listed: Capitals, before: str) -> bool:
    """Does a day stand before the month, and no word for a street before it (via 20 Settembre)?"""
    day = DATE_BEFORE.search(before)
    words = before[: day.start()].lower().split()[-1:] if day else []
    streets = (*listed.listed("street"), *listed.listed("never-after"))
    return day is not None and not (
        words
        and (words[0] in streets or words[0].startswith(tuple(listed.listed("street"))))
        and words[0] not in _ARTICLES
    )


def is_doubtful_day(document: Document, start: int, end: int) -> bool:
    """Saturday's name as a day or somebody's name (ha detto Sabato): a day, where the article
    names nobody so."""
    word = document.plain[start:end]
    before = document.plain[max(0, start - _REACH) : start]
    after = document.plain[end : end + _REACH]
    following = _NEXT_WORD.match(after)
    return (
        not before.rstrip().endswith((".", ":", "\n"))
        and before[-1:] == " "
        and before.split()[-1].islower()
        and after[:1] not in ("-", "'")
        and not (following and following[1][0].isupper())
        and not any(
            _NAME_BEFORE.search(document.plain, max(0, found.start() - _REACH), found.start())
            for found in re.finditer(re.escape(word), document.plain)
        )
    )


def _is_framed(document: Document, listed: Capitals, kind: str, before: str, after: str) -> bool:
    """em Maio, | noite de Domingo, | Domenica sera: and no word of a name behind it."""
    following = _NEXT_WORD.match(after)
    if following and following[1] in listed.listed(f"{kind}-next"):
        return before[-1:] == " " and before.rstrip()[-1:] not in tuple('.?!…:»”"')
    frames = listed.listed(f"{kind}-frame")
    words = before.lower().split()[-2:]
    if not frames or not words or not (words[-1] in frames or " ".join(words) in frames):
        return False
    closed = _NO_NAME_AFTER.match(after)
    if closed is None:
        return False
    word = closed[1]
    if document.target == "en":
        return not word or word in _AFTER_ENGLISH_MONTH  # those who come late may be turned away
    return not word or (word.islower() and word in function_words(document.target))


def _is_dated_month(
    document: Document, listed: Capitals, before: str, start: int, end: int
) -> bool:
    """i Mars 2031: a small word before, and a year."""
    last_word = before.rstrip(" ").rpartition(" ")[2]
    return (
        "month" in listed.listed("small")
        and last_word.islower()
        and last_word in function_words(document.target)
        and _YEAR_NOT_NAME.match(document.plain, end) is not None
    )


def _follows_day(listed: Capitals, before: str) -> bool:
    """5 Марта, but not улица 8 Марта."""
    day = _DAY_BEFORE.search(before)
    streets = tuple(listed.listed("street"))
    return (
        bool(streets)
        and day is not None
        and not any(
            word.startswith(streets) for word in before[: day.start()].lower().split()[-_NEAR:]
        )
    )


def _is_told_day(document: Document, before: str) -> bool:
    """tomará posesión el 6 de Enero: a verb and the date, and no street or school of that name."""
    openers = _DAY_OPENERS.get(document.target)
    return openers is not None and _told_day(openers).search(before) is not None


@cache
def _told_day(openers: str) -> re.Pattern[str]:
    return re.compile(_TOLD_DAY.format(openers))


def _has_english_day(document: Document, before: str, after: str) -> bool:
    """on may 12"""
    return (
        document.target == "en"
        and before.rstrip().rpartition(" ")[2].lower() in _ENGLISH_OPENERS
        and _DAY_AFTER.match(after) is not None
    )


def undated_capitals(document: Document, listed: Capitals) -> Iterator[tuple[int, int]]:
    """Days and months with the capital that they have in a date alone: Cumartesi akşamı."""
    if not (following := listed.listed("small-before")):
        return
    pattern = _undated(document.target, "|".join(sorted(following)))
    for found in pattern.finditer(document.plain):
        start, end = found.span(1)
        before = document.plain[max(0, start - _REACH) : start].split()
        if (
            document.sentence_at(start).start != start
            and not any(word[-1].isdigit() for word in before[-_NEAR:])
            and not document.in_link(start, end)
            and not is_named(document, start, end)
        ):
            yield start, end


@cache
def _undated(language: str, following: str) -> re.Pattern[str]:
    from mtcheck.language.capitals import cldr_words

    words = {w for kind in ("day", "month") for w in cldr_words(language, kind)}
    capital = "|".join(sorted(word for word in words if word[0].isupper()))
    return re.compile(rf"(?<![\w'-])({capital}) (?:{following})(?!\w)")
