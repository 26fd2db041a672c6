"""Sums of money with the sign of a currency: $10, 10 €, US$ 2.5 million."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.language.formats import SPACE, unit_after
from mtcheck.language.numerals import LETTER
from mtcheck.patterns import late_pattern

_SIGN = late_pattern(r"[$€£¥￥₽₴₺₹₩]")
_PREFIX = late_pattern(rf"(?<!{LETTER})(?:US|U\.S\.|CA|AU|NZ|HK|NT|MX|R|C|A|S){SPACE}?$")
_NUMBER = r"\d{1,36}(?:(?:[.,']|’|[^\S\r\n])\d{3}(?!\d)){0,9}(?:[.,]\d{1,36})?"
_AFTER = late_pattern(
    rf"(?P<space>{SPACE}?)(?P<number>{_NUMBER})(?P<range>{SPACE}?(?:-|–|—){SPACE}?\d)?"
)
_MAGNITUDE_AFTER = late_pattern(
    rf"{SPACE}?[^\W\d_]+(?:(?<={SPACE}\w\w\w)\.(?={SPACE}[^\W\d_A-Z]))?"
)
_LETTERS = late_pattern(rf"{LETTER}{{1,3}}(?!\w)")
_BEFORE = late_pattern(
    rf"(?<![\d.,])(?P<number>{_NUMBER})(?P<magnitude>{SPACE}[^\W\d_]{{2,12}}\.?)?(?P<space>{SPACE}?)$"
)
_LONGEST_SUM = 36


class Sum(NamedTuple):
    """A number and the sign of a currency beside it.

    prefix: the letters before the sign ("US").
    sign_start, sign_end: the sign with its letters.
    is_before: the sign stands before the number.
    is_spaced: a space parts the two.
    magnitude: "millions", with the sums of more than the number alone; else "".
    is_range: another number follows: the sign may mean both.
    """

    start: int
    end: int
    prefix: str
    sign: str
    is_before: bool
    is_spaced: bool
    number: str
    magnitude: str
    is_range: bool


def sums(text: str, folded: str, language: str) -> Iterator[Sum]:
    """All sums, in order. Where a sign stands between two numbers that are both as near, nobody
    can tell whose it is."""
    for found in _SIGN.finditer(text):
        start, end = found.span()
        sign = found.group()
        letters_before = _PREFIX.search(text, max(0, start - 6), start)
        prefix = letters_before.group().strip() if letters_before else ""
        start -= len(letters_before.group()) if letters_before else 0
        after = _AFTER.match(text, end)
        window = text[max(0, start - _LONGEST_SUM) : start]
        before = _BEFORE.search(window)
        if after is not None and before is not None:
            if prefix:
                before = None
            elif after["space"] and not before["space"]:
                after = None
            elif before["space"] and not after["space"]:
                before = None
            else:
                continue
        if after is not None:
            number_end = end_of_magnitudes = after.end("number")
            if letters := _LETTERS.match(text, number_end):  # $2.5bn
                end_of_magnitudes = letters.end()
            while (
                not letters
                and unit_after(folded, end_of_magnitudes, language) == "magnitude"
                and (word := _MAGNITUDE_AFTER.match(text, end_of_magnitudes))
            ):
                end_of_magnitudes = word.end()
            yield Sum(
                start, end_of_magnitudes, prefix, sign, True, bool(after["space"]),
                after["number"], text[number_end:end_of_magnitudes].strip(), bool(after["range"]),
            )  # fmt: skip
        elif before is not None:
            magnitude = (before["magnitude"] or "").strip()
            number_end = start - len(window) + before.end("number")
            if magnitude and unit_after(folded, number_end, language) != "magnitude":
                continue
            number_start = start - len(window) + before.start("number")
            behind = text[max(0, number_start - 2) : number_start].strip()
            if behind[-1:] in tuple("$€£¥-–—:/") and behind:
                continue  # part of something longer
            yield Sum(
                number_start, end, prefix, sign, False, bool(before["space"]),
                before["number"], magnitude, False,
            )  # fmt: skip
