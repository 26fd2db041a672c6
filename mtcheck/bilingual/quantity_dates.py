"""Dates and times of day that are written in figures: 07.10.2023, 14h30, "8 p.m.", "0200 GMT"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.bilingual.quantity import Key, Quantity, month, number, time_of_day
from mtcheck.patterns import late_pattern

_MERIDIEM = late_pattern(r" ?([ap])\.? ?m\b\.?")
_ZONE = late_pattern(r" ?(?:gmt|utc|hrs|hours|est|cet)\b")
_CENTURY_FROM, _LAST_YEAR = 1100, 2100


def date_in_figures(text: str, first: int, last: int) -> Iterator[Quantity]:
    """Day, month and year of a date, in the order of the text or the year's first."""
    numbers = [
        (first + found.start(), first + found.end(), int(found[0]))
        for found in re.finditer(r"\d+", text[first:last])
    ]
    if numbers[0][1] - numbers[0][0] == 4:
        numbers.reverse()
    days = [value for _, _, value in numbers[:2]]
    months = [value for value in days if 1 <= value <= 12]
    if not months or max(days) > 31:
        for start, end, value in numbers:
            yield number(start, end, (value,), is_loose=True)
        return
    for (start, end, value), other in zip(numbers[:2], reversed(days), strict=True):
        keys: list[Key] = [value, other] if len(months) == 2 else [value]
        also: list[Key] = [f"m{each}" for each in (value, other) if each <= 12]
        if value > 12 or len(months) == 2 or value not in months:
            yield number(start, end, keys, also)
        else:
            yield month(start, end, (value,))
    start, end, year = numbers[2]
    yield number(
        start, end, (year,) if year > 99 else (year, 2000 + year, 1900 + year), (year % 100,)
    )


def clock_time(text: str, start: int, end: int, half_after: str) -> Quantity:
    """ "14:30", "2h30"; half_after: the half of the day that a word after it tells."""
    hour, minute = (int(part) for part in re.findall(r"\d+", text[start:end]))
    if hour > 24 or minute > 59:
        return number(start, end, (hour + minute / 100,), (hour, minute), is_loose=True)
    meridiem = _MERIDIEM.match(text, end)
    return time_of_day(start, end, hour, minute, meridiem[1] + "m" if meridiem else half_after)


class Time(NamedTuple):
    """is_by_word: the word after the figure is part of it ("3 de la tarde")."""

    quantities: list[Quantity]
    is_by_word: bool = False


def time_in_figures(text: str, start: int, end: int, value: float, half: str) -> Time | None:
    """ "8 p.m.", "0200 GMT", "3 de la tarde"; half: what the word after the figure tells."""
    written = text[start:end]
    if len(written) == 4 and written.isdecimal() and _ZONE.match(text, end):
        hour, minute = int(written[:2]), int(written[2:])
        return Time([time_of_day(start, end, hour, minute)] if minute < 60 else [])
    if value >= 13:
        return None
    minute = round(value % 1 * 100)
    if meridiem := _MERIDIEM.match(text, end):
        return Time([time_of_day(start, end, int(value), minute, meridiem[1] + "m")])
    if half:
        return Time([time_of_day(start, end, int(value), minute, half)], is_by_word=True)
    return None


def beside_year(value: float) -> list[Key]:
    """What a year may be called: 90 for 1990, the 19th century for the 1800s."""
    if not _is_year(value):
        return []
    return [value % 100, value // 100 + 1] if value % 100 == 0 else [value % 100]


def _is_year(value: float) -> bool:
    return _CENTURY_FROM <= value <= _LAST_YEAR


def may_be_time(written: str) -> bool:
    whole, _, rest = written.partition(".")
    return (
        whole.isdecimal()
        and rest.isdecimal()
        and len(rest) == 2
        and int(whole) < 25
        and int(rest) < 60
    )
