"""Dates in words: a day beside the name of a month, in whatever order and dress they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtcheck.language.formats import SPACE, Calendar
from mtcheck.patterns import late_pattern

_DAY = late_pattern(r"(?<![\w.,:/+$€£-])(?:[12]\d|3[01]|0?[1-9])(?![\d/%:]|[.,]\d)")
_MONTH_AFTER = late_pattern(
    rf"(?P<ending>[^\W\d_]{{1,3}}|-[^\W\d_]{{1,2}}|\.?[ºª°]|\.)?{SPACE}"
    rf"(?:(?P<link>(?:de|of|di|del|van|von|af|av|z)(?={SPACE})|d'|d’){SPACE}?)?(?P<month>[^\W\d_]+)"
)
_MONTH_BEFORE = late_pattern(rf"(?P<month>[^\W\d_]{{1,24}}){SPACE}$")
_YEAR = late_pattern(
    rf"(?P<gap>,?{SPACE}(?:(?:de|of|del|von|van|af|av){SPACE})?|،{SPACE})(?P<year>(?:1[789]|20)\d\d)(?!(?:[\d'.,]|’)?\d|{SPACE}\d{{3}}\b)"
)
_ENDING = late_pattern(r"(?:st|nd|rd|th)(?!\w)")
_LONGEST_MONTH = 24


class WrittenDate(NamedTuple):
    """A day and a month that stand side by side.

    is_day_first: "7 October", not "October 7".
    ending: what hangs on the day: "th", ".", "º", "er".
    link: the word between day and month: "of", "de".
    month: 1 to 12; month_start, month_end: where its name stands.
    year: the four digits, or "".
    gap: what stands before the year: ", " or " de ".
    """

    start: int
    end: int
    is_day_first: bool
    day: str
    ending: str
    link: str
    month: int
    month_start: int
    month_end: int
    year: str
    gap: str


def written_dates(
    text: str, folded: str, starts: Iterable[int], calendar: Calendar
) -> Iterator[WrittenDate]:
    """All dates in words, in order.

    text, folded: of the same length. starts: where the runs of digits in them begin.
    """
    months = calendar.months
    last_end = 0
    for start in starts:
        found = _DAY.match(text, start)
        if found is None:
            continue
        end = found.end()
        after = _MONTH_AFTER.match(folded, end)
        if after is not None and after["month"] in months:
            year = _YEAR.match(folded, after.end())
            date = WrittenDate(
                start,
                year.end() if year else after.end(),
                True,
                found.group(),
                after["ending"] or "",
                after["link"] or "",
                months[after["month"]],
                after.start("month"),
                after.end("month"),
                year["year"] if year else "",
                year["gap"] if year else "",
            )
            last_end = date.end
            yield date
            continue
        before = _MONTH_BEFORE.search(folded, max(last_end, start - _LONGEST_MONTH), start)
        if before is None or before["month"] not in months:
            continue
        ending = _ENDING.match(folded, end)
        day_end = ending.end() if ending else end
        year = _YEAR.match(folded, day_end)
        last_end = year.end() if year else day_end
        yield WrittenDate(
            before.start("month"),
            last_end,
            False,
            found.group(),
            ending.group() if ending else "",
            "",
            months[before["month"]],
            before.start("month"),
            before.end("month"),
            year["year"] if year else "",
            year["gap"] if year else "",
        )
