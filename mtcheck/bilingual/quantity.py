"""What a quantity is: a place in a text and what is meant there, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Key = float | str
"""A value: a number, "m7" for July or "t870" for half past two in the afternoon."""
Kind = Literal["number", "month", "time", "unit"]

_HOURS = 24
_EXACT_FROM = 1000


class Quantity(NamedTuple):
    """A number, a month or a time of day.

    keys: what it can mean; the likeliest first.
    also: what it may stand for in a translation: 90 for 1990, 14 for 14:30.
    is_word: it is spelt out.
    is_loose: it is part of a name, or may be no quantity, and says nothing by itself.
    is_name: it is the figure of a name, 19 in COVID-19; such a one is loose.
    scale: what its figure is multiplied by, 1e6 in "2.3 million"; 0 where that is not told.
    """

    start: int
    end: int
    keys: tuple[Key, ...]
    also: tuple[Key, ...] = ()
    kind: Kind = "number"
    unit: str = ""
    is_word: bool = False
    is_loose: bool = False
    scale: float = 1.0
    is_name: bool = False

    @property
    def value(self) -> float:
        """The likeliest number; 0 for a month or time."""
        key = self.keys[0] if self.keys else 0.0
        return key if not isinstance(key, str) else 0.0


def number(
    start: int, end: int, keys: Iterable[Key], also: Iterable[Key] = (), *, is_word: bool = False,
    is_loose: bool = False, unit: str = "", scale: float = 1.0,
) -> Quantity:  # fmt: skip
    rest = tuple(also)
    is_loose = is_loose or "name" in rest or "vague" in rest
    return Quantity(
        start, end, _plain(keys), _plain(rest), "number", unit, is_word, is_loose, scale
    )


def _plain(keys: Iterable[Key]) -> tuple[Key, ...]:
    return tuple(key if isinstance(key, str) else _rounded(key) for key in keys)


def _rounded(value: float) -> float:
    """Without what calculation leaves in the last digits."""
    return float(f"{value:.12g}" if value >= _EXACT_FROM else f"{value:.7g}")


def month(start: int, end: int, numbers: Iterable[int], *, is_loose: bool = False) -> Quantity:
    numbers = tuple(numbers)
    keys = tuple(f"m{number}" for number in numbers)
    return Quantity(start, end, keys, (), "month", is_word=True, is_loose=is_loose)


def time_of_day(start: int, end: int, hour: int, minute: int, half: str = "") -> Quantity:
    """half: "am" or "pm" where that is told."""
    if half == "pm" and hour < 12:
        hours: tuple[int, ...] = (hour + 12,)
    elif half == "am" and hour == 12:
        hours = (0, 12, 24)
    elif not half and hour <= 12:
        hours = (hour, (hour + 12) % _HOURS)
    else:
        hours = (hour % _HOURS, hour)
    keys = tuple(f"t{each * 60 + minute}" for each in dict.fromkeys(hours))
    also = {float(hour), *map(float, hours), float(f"{hour + minute / 100:.4g}")}
    return Quantity(start, end, keys, tuple(also), "time")
