"""Quotations: which mark opens and which closes, in any of the styles that the press prints.

“…”, "…", ‘…’, «…», »…«, „…“, „…”, ”…”, ‚…‘, ‹…›, 「…」, 『…』, 《…》. Apostrophes, primes and marks
of feet and inches are told apart by their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_CLOSERS = {
    "“": "”“",
    "”": "”",
    '"': '"',
    "‘": "’",
    "’": "’",
    "'": "'",
    "«": "»",
    "»": "«»",
    "„": "“”„",
    "‚": "‘’",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "〝": "〞〟",
}
_MARK = re.compile("[" + "".join(sorted(set("".join(_CLOSERS) + "".join(_CLOSERS.values())))) + "]")
_SINGLE = frozenset("‘’'‚‹›")
_OPENS_AFTER = frozenset("([{—–-/…:“„«\"'‘‚‹¿¡")
_SPACES = frozenset(" \t\n\r\u00a0\u202f\u2009\u3000")


class Quotation(NamedTuple):
    """A quotation with its marks. start, end: code points, the marks included."""

    start: int
    end: int
    opener: str
    closer: str

    @property
    def inner(self) -> tuple[int, int]:
        return self.start + 1, self.end - 1


class LoneMark(NamedTuple):
    """A double quotation mark that found no partner; `opens` tells which side is missing."""

    start: int
    mark: str
    opens: bool


def pair_quotation_marks(
    text: str, start: int, end: int
) -> tuple[list[Quotation], list[LoneMark]]:
    """Pair the marks of text[start:end], one block: (quotations by start, marks left over).

    Single marks without a partner are apostrophes and are not reported.
    """
    quotations: list[Quotation] = []
    lone: list[LoneMark] = []
    opened: list[tuple[int, str]] = []
    for found in _MARK.finditer(text, start, end):
        position, mark = found.start(), found.group()
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        if mark in "’'" and before.isalnum() and after.isalnum():
            continue
        partner = _partner(opened, mark, before, after)
        if partner is not None:
            lone += (LoneMark(at, m, True) for at, m in opened[partner + 1 :] if m not in _SINGLE)
            opened_at, opener = opened[partner]
            del opened[partner:]
            quotations.append(Quotation(opened_at, position + 1, opener, mark))
        elif mark in _CLOSERS and _can_open(mark, before, after):
            opened.append((position, mark))
        elif mark not in _SINGLE and not (mark in '"”“' and before.isdigit()):
            lone.append(LoneMark(position, mark, False))
    lone += (LoneMark(at, mark, True) for at, mark in opened if mark not in _SINGLE)
    quotations.sort()
    lone.sort()
    return quotations, lone


def _partner(
    opened: list[tuple[int, str]], mark: str, before: str, after: str
) -> int | None:
    """The index of the opened mark that this one closes."""
    for index in range(len(opened) - 1, max(-1, len(opened) - 4), -1):
        opener = opened[index][1]
        if mark in _CLOSERS[opener]:
            if mark == opener or mark in "’'“«»":
                return index if _can_close(mark, before, after) else None
            return index
    return None


def _can_open(mark: str, before: str, after: str) -> bool:
    if mark in "«»「『《〈„":
        return True
    if mark in "’'":
        return before in _SPACES and after.isalnum() and mark == "'"
    return (before in _SPACES or before in _OPENS_AFTER or not before.isalnum()) and (
        after not in _SPACES or mark in "“‘"
    )


def _can_close(mark: str, before: str, after: str) -> bool:
    if mark in "«»":
        return True
    return before not in _SPACES and not after.isalnum()


def each_mark(text: str) -> Iterator[tuple[int, str]]:
    """Every quotation mark or apostrophe of the text, as (offset, mark)."""
    for found in _MARK.finditer(text):
        yield found.start(), found.group()
