"""Numbers whose marks are another language's, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.data import region_subtag
from mtcheck.language.formats import (
    SPACE,
    Formats,
    formats_of,
    is_foreign_matter,
    languages_writing,
)
from mtcheck.language.number_readings import Reading, foreign_reading
from mtcheck.language.numerals import Numeral, numerals
from mtcheck.option import Option
from mtcheck.origin import ANY_SOURCE
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Edit, Fix, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

ALSO_GROUPED_BY = Option(
    "also-grouped-by",
    "none",
    "A mark that may group digits beside the language's own.",
    choices=("none", "space", "full stop", "comma", "apostrophe"),
)
GROUP_FROM = Option(
    "group-from",
    0,
    "The fewest digits that a fix groups; 0 is what the language's press does.",
)
_MARKS = {"space": " ", "full stop": ".", "comma": ",", "apostrophe": "’"}
_MARK_NAMES = {" ": "a space", ".": "a full stop", ",": "a comma", "’": "an apostrophe"}
_SIGN_BEFORE = late_pattern(rf"(?:(?:US|A|C|HK|R)?[$€£¥₽₴₺₹]){SPACE}?$")
_SIGN_AFTER = late_pattern(rf"{SPACE}?[$€£¥₽₴₺](?![\d\w])")


class ForeignNumber(NamedTuple):
    """A number, how it is meant and how sure that is; own: the formats of its article."""

    numeral: Numeral
    reading: Reading
    own: Formats
    confidence: Confidence


def foreign_numbers(document: Document) -> tuple[ForeignNumber, ...]:
    """All of them, in order of the text; sums and other figures are for two rules."""
    return document.once(
        "foreign numbers", lambda: tuple(_found(document, _house_formats(document)))
    )


def _house_formats(document: Document) -> Formats:
    """Those of the article, and what the house allows."""
    own = formats_of(document)
    also = _MARKS.get(document.option(ALSO_GROUPED_BY))
    group_from = document.option(GROUP_FROM) or own.group_from
    return own._replace(group=(*own.group, also) if also else own.group, group_from=group_from)


def _found(document: Document, own: Formats) -> Iterator[ForeignNumber]:
    foreign: list[tuple[Numeral, Reading]] = []
    own_sure = foreign_sure = 0
    for numeral in numerals(document.text, document.digit_starts):
        reading = foreign_reading(document, own, numeral)
        if reading is None:
            own_sure += not numeral.is_ambiguous and numeral.group != " "
        else:
            foreign_sure += reading.is_sure
            foreign.append((numeral, reading))
    is_mostly_foreign = own_sure == 0 or foreign_sure > own_sure
    for numeral, reading in foreign:
        if is_foreign_matter(document, numeral.start, numeral.end):
            continue
        kind, mark = _foreign_mark(own, numeral, reading)
        is_seen = mark in (own.seen_group if kind == "group" else own.seen_decimal)
        may_be_own = is_mostly_foreign and f"{kind} {mark}" in own.varieties
        alike = may_be_own and sum(_foreign_mark(own, *each) == (kind, mark) for each in foreign)
        if kind == "decimal" and _is_of_other_country(document, own):
            continue
        if alike > 1 and (kind != "decimal" or document.target == "es"):
            continue  # a paper of a country with other marks
        is_sure = reading.is_sure and not is_seen and not may_be_own
        yield ForeignNumber(numeral, reading, own, "high" if is_sure else "medium")


def sum_around(document: Document, number: ForeignNumber) -> tuple[int, int] | None:
    """The number with the sign of a currency beside it."""
    numeral = number.numeral
    before = _SIGN_BEFORE.search(document.text, max(0, numeral.start - 4), numeral.start)
    if before:
        return before.start(), numeral.end
    after = _SIGN_AFTER.match(document.text, numeral.end)
    return (numeral.start, after.end()) if after else None


def written_here(number: ForeignNumber) -> str:
    """The number as its article's language writes it."""
    own = number.own
    return _as_read(number).written(own.group[0], own.decimal[0], own.group_from)


def _as_read(number: ForeignNumber) -> Numeral:
    numeral = number.numeral
    if number.reading.is_grouped and numeral.is_ambiguous:
        return numeral._replace(group=numeral.decimal, decimal="", is_ambiguous=False)
    return numeral


def number_hit(document: Document, number: ForeignNumber, start: int, end: int) -> Hit:
    """What is said of it; start, end: of the number, or of the sum that it belongs to."""
    reading, own, confidence = number.reading, number.own, number.confidence
    numeral, right = _as_read(number), written_here(number)
    group, decimal = numeral.group, numeral.decimal
    name = language_name(document.target)
    if group and group not in own.group:
        what = (
            f"groups its digits with {_MARK_NAMES[group]}; {name} uses {_MARK_NAMES[own.group[0]]}"
        )
    elif numeral.is_lakh:
        what = f"is grouped as in India; {name} groups by thousands"
    else:
        what = (
            f"parts off its decimals with {_MARK_NAMES[decimal]}; "
            f"{name} uses {_MARK_NAMES[own.decimal[0]]}"
        )
    form = document.text[numeral.start : numeral.end]
    return Hit(
        start,
        end,
        f"“{form}” {what}: the figure was copied from the source as it stood.",
        suggestion=document.text[start : numeral.start] + right + document.text[numeral.end : end],
        fix=Fix((Edit(numeral.start, numeral.end, right),), safe=True) if reading.is_sure else None,
        sources=_sources(document, number, group, decimal),
        confidence=confidence,
    )


def _sources(
    document: Document, number: ForeignNumber, group: str, decimal: str
) -> tuple[str, ...]:
    """Who writes so. A mark that the language never sets tells no reading and so no source."""
    numeral, own = number.numeral, number.own
    if numeral.is_lakh:
        return ("hi",)
    is_whole = numeral.is_ambiguous and numeral.parts[-1].endswith("00")
    other = ("", *own.group) if is_whole else ("", *own.group, *own.decimal)
    if number.confidence == "medium" and numeral.decimal not in other:
        return ANY_SOURCE
    return languages_writing(group, decimal, document.target)


def _is_of_other_country(document: Document, own: Formats) -> bool:
    """Does an article without a region speak of the money of a country with other decimals?"""
    return (
        bool(own.regional_money)
        and not region_subtag(document.language)
        and "ß" not in document.text
        and any(money in document.text for money in own.regional_money)
    )


def _foreign_mark(own: Formats, numeral: Numeral, reading: Reading) -> tuple[str, str]:
    """Which of the two marks is foreign, "group" or "decimal", and the mark."""
    if reading.is_grouped:
        mark = numeral.group or numeral.decimal
        if mark not in own.group:
            return "group", mark
    return "decimal", numeral.decimal
