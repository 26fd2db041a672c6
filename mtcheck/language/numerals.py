"""Numbers with marks in them, and how they can be read: 24,762 or 3.5 or 1.234,56."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mtcheck.language.formats import SPACE
from mtcheck.patterns import late_pattern

LETTER = "[A-Za-zÀ-ÖØ-öø-ÿ]"
"""In a pattern: what may not stand right beside a number; a Chinese character may."""
_SCRIPTS_WITHOUT_SPACES = "\u2e80"
_NUMERAL = late_pattern(
    rf"(?:(?<!\d{SPACE})[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+(?:[.,]\d+)?(?!{SPACE}?-?\d)"
    r"|\d+(?:(?:[.,']|’)\d+)+)"
    r"(?!\d|(?:[.,:/'^×]|’)\d|(?:-|–)\d+(?:[-/]|–))"
)
_JOINTS = ".,:/'’٫٬^×#_"
_NAME_JOINTS = "-–"
_PLAIN_MARKS = str.maketrans("'\u00a0\u202f\u2009", "’   ")


class Numeral(NamedTuple):
    """A number as it is written.

    group, decimal: the marks between groups of digits and before the decimals; empty where there
        is none.
    is_ambiguous: one mark and three digits after it: 24,762 can be either.
    is_lakh: grouped as in India: 1,00,000.
    parts: the groups of digits, the decimals last.
    """

    start: int
    end: int
    group: str
    decimal: str
    parts: tuple[str, ...]
    is_ambiguous: bool = False
    is_lakh: bool = False

    def written(self, group: str, decimal: str, group_from: int) -> str:
        """The number with other marks; of fewer digits than `group_from` none are grouped."""
        whole, decimals = (self.parts[:-1], self.parts[-1]) if self.decimal else (self.parts, "")
        digits = "".join(whole)
        mark = "\u00a0" if group == " " else group
        if len(digits) >= group_from:
            first = len(digits) % 3 or 3
            rest = [digits[at : at + 3] for at in range(first, len(digits), 3)]
            digits = mark.join([digits[:first], *rest])
        return digits + (decimal + decimals if decimals else "")


def stands_apart(text: str, start: int) -> bool:
    """Do the digits that begin there begin a number, not go on with a name (A320, GPT-4) or with
    a longer number?"""
    before = text[max(0, start - 2) : start]
    last = before[-1:]
    if last in _JOINTS and last:
        return False
    if last in _NAME_JOINTS:
        last = before[:1] if len(before) == 2 else ""
    return not (last.isalpha() and last < _SCRIPTS_WITHOUT_SPACES)


def numerals(text: str, starts: Iterable[int]) -> Iterator[Numeral]:
    """All numbers with marks that can be nothing but numbers by their form.

    starts: where the runs of digits in the text begin.
    """
    last_end = 0
    for start in starts:
        if start < last_end or not stands_apart(text, start):
            continue
        found = _NUMERAL.match(text, start)
        if found is None:
            continue
        last_end = found.end()
        numeral = _numeral(found)
        if numeral is not None:
            yield numeral


def _numeral(found: re.Match[str]) -> Numeral | None:
    written = found.group().translate(_PLAIN_MARKS)
    parts = tuple(re.split(r"[.,’ ]", written))
    marks = [char for char in written if not char.isdigit()]
    start, end = found.span()
    if not all(part.isascii() for part in parts):
        return None  # Arabic and other digits have marks of their own
    are_groups = 1 <= len(parts[0]) <= 3 and parts[0][0] != "0"
    if len(set(marks)) == 1:
        mark = marks[0]
        if len(marks) == 1 and mark in ".,":
            if len(parts[0]) > 1 and parts[0][0] == "0":
                return None
            is_ambiguous = are_groups and len(parts[1]) == 3
            return Numeral(start, end, "", mark, parts, is_ambiguous)
        if are_groups and all(len(part) == 3 for part in parts[1:]):
            return Numeral(start, end, mark, "", parts)
        if mark == "," and _are_lakh(parts):
            return Numeral(start, end, mark, "", parts, is_lakh=True)
        return None
    group, decimal = marks[0], marks[-1]
    if decimal not in ".," or marks.count(decimal) > 1 or set(marks[:-1]) != {group}:
        return None
    if are_groups and all(len(part) == 3 for part in parts[1:-1]):
        return Numeral(start, end, group, decimal, parts)
    if group == "," and _are_lakh(parts[:-1]):
        return Numeral(start, end, group, decimal, parts, is_lakh=True)
    return None


def _are_lakh(parts: tuple[str, ...]) -> bool:
    return (
        len(parts) > 2
        and len(parts[0]) < 3
        and parts[0][0] != "0"
        and len(parts[-1]) == 3
        and all(len(part) == 2 for part in parts[1:-1])
    )
