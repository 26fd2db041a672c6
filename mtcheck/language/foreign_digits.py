"""Figures in the digits of another script: ٣٠ percent, १२ Menschen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import decimal

from mtcheck.language.mentions import is_set_apart
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_DIGITS = (
    ("٠-٩", ("ar", "fa", "ur", "ps", "ckb", "sd")),
    ("۰-۹", ("fa", "ur", "ps", "ar", "ckb", "sd")),
    ("०-९", ("hi", "mr", "ne", "sa")),
    ("০-৯", ("bn", "as")),
    ("๐-๙", ("th",)),
)
"""The digits of a script, and the languages whose press prints them."""
_ANY = late_pattern(f"[{''.join(digits for digits, _ in _DIGITS)}]")
_FIGURE = {
    digits: late_pattern(rf"(?<!\w)[{digits}]+(?:[.,٫٬:/][{digits}]+)*(?!\w)")
    for digits, _ in _DIGITS
}
_MARKS = str.maketrans("٫٬", ".,")


class ForeignDigits(NamedTuple):
    """A figure; own: in the digits 0 to 9, its marks as they stood. start, end: code points."""

    start: int
    end: int
    own: str
    sources: tuple[str, ...]


def foreign_digits(document: Document) -> Iterator[ForeignDigits]:
    """The figures of a text whose press prints 0 to 9."""
    if _ANY.search(document.distinct) is None:
        return
    for digits, theirs in _DIGITS:
        if document.target in theirs:
            continue
        for found in _FIGURE[digits].finditer(document.text):
            start, end = found.span()
            if not (
                document.in_link(start, end)
                or document.in_foreign_quotation(start, end)
                or is_set_apart(document, start, end)
            ):
                own = "".join(
                    str(decimal(sign)) if sign.isdecimal() else sign for sign in found.group()
                )
                yield ForeignDigits(start, end, own.translate(_MARKS), theirs)
