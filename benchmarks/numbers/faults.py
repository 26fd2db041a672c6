"""Faults in the numbers of a faithful translation, one at a time, at a known place."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from mtcheck.language.formats import calendar

_FIGURE = re.compile(r"(?<![\w.,:/-])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?(?![\w/:-]|[.,]\d)")
_FIGURE_OF_HAN = re.compile(r"(?<![\d.,:/A-Za-z-])\d+(?:,\d{3})*(?:\.\d+)?(?![\d/:A-Za-z-]|[.,]\d)")
_TIME = re.compile(r"(?<![\d:.,])(\d{1,2})([:h]|時|点)(\d{2})(?![\d:])")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?(?=[\u00a0\u202f ]?[%％])")
_MONTH_OF_HAN = re.compile(r"(?<!\d)(1[0-2]|[1-9])月")
_HAN = ("zh", "ja")
_MAGNITUDES: dict[str, tuple[str, ...]] = {
    "en": ("million", "billion"), "fr": ("millions", "milliards"),
    "de": ("Millionen", "Milliarden"), "es": ("millones", "billones"),
    "it": ("milioni", "miliardi"), "pt": ("milhões", "bilhões"), "nl": ("miljoen", "miljard"),
    "ru": ("миллионов", "миллиардов"), "uk": ("мільйонів", "мільярдів"),
    "pl": ("milionów", "miliardów"), "cs": ("milionů", "miliard"), "sv": ("miljoner", "miljarder"),
    "tr": ("milyon", "milyar"), "ar": ("مليون", "مليار"), "zh": ("万", "亿"), "ja": ("万", "億"),
}  # fmt: skip


class Fault(NamedTuple):
    """A target text with a fault. start, end: where it is; twice the same place where a number
    went out."""

    text: str
    start: int
    end: int


Planter = Callable[[str, str, str, Random], Fault | None]
"""(source, target, the target's language, random) to a fault, or None where nothing fits."""


def _figures(text: str, language: str) -> list[re.Match[str]]:
    return list((_FIGURE_OF_HAN if language in _HAN else _FIGURE).finditer(text))


def _shared(source: str, target: str, language: str) -> list[re.Match[str]]:
    """Figures of the target whose digits the source has too: so they render it."""
    digits = {
        re.sub(r"\D", "", found[0]) for found in re.finditer(r"\d[\d.,\u00a0\u202f ]*", source)
    }
    return [f for f in _figures(target, language) if re.sub(r"\D", "", f[0]) in digits]


def _replaced(text: str, start: int, end: int, form: str) -> Fault:
    return Fault(text[:start] + form + text[end:], start, start + len(form))


def _other_digit(form: str, random: Random) -> str:
    at = random.choice([i for i, char in enumerate(form) if char.isdigit()])
    new = random.choice([digit for digit in "123456789" if digit != form[at]])
    return form[:at] + new + form[at + 1 :]


def changed_digit(source: str, target: str, language: str, random: Random) -> Fault | None:
    """A digit of a figure of two digits or more."""
    figures = [f for f in _shared(source, target, language) if len(f[0]) > 1]
    if not figures:
        return None
    found = random.choice(figures)
    return _replaced(target, *found.span(), _other_digit(found[0], random))


def changed_small_number(source: str, target: str, language: str, random: Random) -> Fault | None:
    """A figure of one digit."""
    figures = [f for f in _shared(source, target, language) if len(f[0]) == 1]
    if not figures:
        return None
    found = random.choice(figures)
    return _replaced(target, *found.span(), _other_digit(found[0], random))


def changed_percentage(source: str, target: str, language: str, random: Random) -> Fault | None:
    figures = list(_PERCENT.finditer(target))
    if not figures:
        return None
    found = random.choice(figures)
    return _replaced(target, *found.span(), _other_digit(found[0], random))


def added_zero(source: str, target: str, language: str, random: Random) -> Fault | None:
    """Ten times as much."""
    figures = [f for f in _shared(source, target, language) if f[0].isdecimal() and len(f[0]) > 1]
    figures = [f for f in figures if len(f[0]) < 4]
    if not figures:
        return None
    found = random.choice(figures)
    return _replaced(target, *found.span(), found[0] + "0")


def changed_magnitude(source: str, target: str, language: str, random: Random) -> Fault | None:
    """Millions become billions, or the reverse."""
    small, large = _MAGNITUDES[language]
    pattern = re.compile(rf"\d[\u00a0\u202f ]?({small}|{large})")
    for found in pattern.finditer(target):
        other = large if found[1] == small else small
        start = found.start(1)
        return _replaced(target, start, start + len(found[1]), other)
    return None


def changed_month(source: str, target: str, language: str, random: Random) -> Fault | None:
    if language in _HAN:
        for found in _MONTH_OF_HAN.finditer(target):
            other = random.choice([n for n in range(1, 13) if str(n) != found[1]])
            return _replaced(target, *found.span(), f"{other}月")
        return None
    names = calendar(language).names
    for found in re.finditer(rf"\d{{1,2}}\.? (?:de )?({'|'.join(names)})\b", target):
        other_name = random.choice([name for name in names if name != found[1]])
        return _replaced(target, found.start(1), found.end(1), other_name)
    return None


def changed_time(source: str, target: str, language: str, random: Random) -> Fault | None:
    for found in _TIME.finditer(target):
        hour = int(found[1])
        other = random.choice([h for h in range(1, 12) if h % 12 != hour % 12])
        if hour < 25 and int(found[3]) < 60:
            return _replaced(target, *found.span(), f"{other}{found[2]}{found[3]}")
    return None


def lost_number(source: str, target: str, language: str, random: Random) -> Fault | None:
    """A figure of two digits or more goes out; it stands only once there."""
    figures = [f for f in _shared(source, target, language) if len(f[0]) > 1]
    figures = [f for f in figures if target.count(f[0]) == 1]
    if not figures:
        return None
    found = random.choice(figures)
    text = (target[: found.start()].rstrip(" ") + target[found.end() :]).strip()
    return Fault(text, found.start(), found.start())


def invented_number(source: str, target: str, language: str, random: Random) -> Fault | None:
    """A number from nowhere before a word."""
    value = random.choice([random.randrange(21, 99), random.randrange(110, 990)])
    if language in _HAN:
        at = target.find("的")
        return _replaced(target, at, at, f"{value}人") if at > 0 else None
    spaces = [found.end() for found in re.finditer(r"(?<=[^\W\d_]) (?=[^\W\d_])", target)]
    if len(spaces) < 4 or str(value) in source:
        return None
    at = random.choice(spaces[1:-1])
    fault = _replaced(target, at, at, f"{value} ")
    return fault._replace(end=fault.end - 1)


PLANTERS: dict[str, Planter] = {
    "digit": changed_digit,
    "small number": changed_small_number,
    "percentage": changed_percentage,
    "ten times": added_zero,
    "magnitude": changed_magnitude,
    "month": changed_month,
    "time": changed_time,
    "lost": lost_number,
    "invented": invented_number,
}
