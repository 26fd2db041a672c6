"""Marks set close where the language wants a space: : ; ! ? % and « » in French; and words that
were glued together, by a comma, a full stop or a hyphen.

What the article does elsewhere tells a slip from the style of a house: Canadian papers set ; ! ?
close, Libération sets « » close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.at_digits import at_digits
from mtcheck.language.data import function_words, listed_words, region_subtag
from mtcheck.language.foreign_quotations import is_brief_foreign
from mtcheck.language.formats import listed
from mtcheck.language.words import WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_SPACE = " \u00a0\u202f\u2009"
_CLOSE_MARK = late_pattern(r"(?<=[\w)\]”’\"%])([:;!?])[:;!?]*(?=[\s\"”’»),.…]|$)")
_CLOSE_PERCENT = late_pattern(r"(?<=\d)(%)(?!\w)")
_SPACED_MARK = late_pattern(rf"[{_SPACE}]([:;!?%])")
_CLOSE_ABROAD = ";!?"
_ENOUGH_SPACED = 3
_CLASSES = (":", _CLOSE_ABROAD, "%")
_ENTITY = late_pattern(r"&#?\w{1,8}$")
_PRODUCT = late_pattern(r"(?:Yahoo|Jeopardy|Joomla|Kahoot)!")
_LONGEST_SPAN = 80


_GLUED_UNIT = late_pattern(
    r"(?<![\w.,/:$€£-])\d+(?:[.,]\d+)?(?P<unit>km/h|km²|km|kg|cm|mm|m|ha|MW|км/ч|км|кг|см|мм|м|га)"
    r"(?![\w/²-])"
)


class MissingSpace(NamedTuple):
    """A mark, or a quotation with its marks, that lacks a space.

    places: where the spaces belong. is_sure: the article spaces such marks elsewhere, or the
    region of its language tag does.
    """

    start: int
    end: int
    mark: str
    places: tuple[int, ...]
    is_sure: bool


def glued_units(document: Document) -> Iterator[re.Match[str]]:
    """45km, where a space parts number and unit."""
    if listed(document.target, "unit-apart") and not document.is_about_code:
        yield from at_digits(_GLUED_UNIT, document)


def missing_spaces(document: Document) -> Iterator[MissingSpace]:
    """The marks that lack a space, class by class."""
    text, required = document.text, document.conventions.space_before
    close = [
        found
        for pattern in (_CLOSE_MARK, _CLOSE_PERCENT)
        for found in pattern.finditer(text)
        if found[1] in required and not _is_close_by_right(document, found)
    ]
    guillemets, spaced_guillemets = _guillemets(document)
    spaced = [found[1] for found in _SPACED_MARK.finditer(text)]
    for marks in _CLASSES:
        own = [found for found in close if found[1] in marks]
        of_class = sum(mark in marks for mark in spaced)
        is_sure = _is_sure(
            document,
            len(own),
            of_class,
            habit=marks == _CLOSE_ABROAD and len(spaced) + spaced_guillemets >= _ENOUGH_SPACED,
        )
        for found in own:
            yield MissingSpace(*found.span(), found[1], (found.start(),), is_sure)
    is_sure = _is_sure(document, len(guillemets), spaced_guillemets)
    for start, end, places in guillemets:
        yield MissingSpace(start, end, "»", places, is_sure)


def _is_sure(document: Document, close: int, spaced: int, *, habit: bool = False) -> bool:
    """Without a region an article that sets a class close throughout may be Canadian or Swiss.

    habit: the article spaces other marks, and this class is one that those two set close.
    """
    is_sure = region_subtag(document.language) is not None or spaced >= close
    if is_sure or not habit:
        return is_sure
    places = listed_words(document.target, "close-setting-places")
    return places.isdisjoint(WORD.findall(document.folded))


def _is_close_by_right(document: Document, found: re.Match[str]) -> bool:
    """An entity, an address, a product, a passage in another language."""
    before = document.text[max(0, found.start() - 10) : found.start()]
    return (
        document.in_link(*found.span())
        or _ENTITY.search(before) is not None
        or _PRODUCT.search(before + found[1]) is not None
        or document.in_foreign_quotation(*found.span())
        or any(
            is_brief_foreign(document, quotation, ("en", "de", "es", "it"))
            for quotation in document.quotations_around(*found.span())
        )
    )


_GLUING = late_pattern(r"[,.;:!?،](?<=[^\W\d_].)(?=[^\W\d_]{2})")
_LAST_WORD = late_pattern(r"(?<![\w.@/&#-])[^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,20}$")
_NEXT_WORD = late_pattern(r"[^\W\d_]{2,40}(?![^\W\d_]|[.@/\\]\w)")
_LONGEST_WORD = 40
_LONGEST_ABBREVIATION = 4
_SHORTEST_BEFORE_STOP = 2
_SHORTEST_BEFORE_COMMA = 2


class Glued(NamedTuple):
    """A mark with a word close on both sides; place: where the space is missing."""

    start: int
    end: int
    place: int


def glued_words(document: Document) -> Iterator[Glued]:
    """said,but and end.The: no space follows a comma or full stop."""
    if document.is_about_code:
        return
    text = document.text
    for found in _GLUING.finditer(text):
        before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        after = _NEXT_WORD.match(text, found.end())
        if before is None or after is None or document.in_link(*found.span()):
            continue
        if _is_glued(document, before, found.group(), after.group()):
            yield Glued(before.start(), after.end(), found.end())


class Joined(NamedTuple):
    """Two words joined by a hyphen that was a dash, or that stands for the rest of the first;
    place: after the hyphen."""

    start: int
    end: int
    place: int
    is_dash: bool


def joined_words(document: Document) -> Iterator[Joined]:
    """the universe-this series, Bau-und Ausbau: no space stands beside the hyphen."""
    joining = _joining(document.target) if "-" in document.text else None
    if joining is None or document.is_about_code:
        return
    hanging = listed_words(document.target, "after-a-hyphen")
    for found in joining.finditer(document.text):
        before, after = found.groups()
        if before != after and not document.in_link(*found.span()):
            is_dash = after not in hanging
            if is_dash or document.text[found.end() + 1 : found.end() + 2].isalpha():
                yield Joined(*found.span(), found.start(2), is_dash)


@cache
def _joining(language: str) -> re.Pattern[str] | None:
    """A word, a hyphen, and a word of the language that no hyphen joins to another."""
    words = listed_words(language, "after-a-dash") | listed_words(language, "after-a-hyphen")
    if not words:
        return None
    return re.compile(rf"(?<![\w’'&/.-])([^\W\d_]{{3,30}})-({'|'.join(sorted(words))})(?=[\s,])")


def _is_glued(document: Document, found: re.Match[str], mark: str, after: str) -> bool:
    """Two words of prose, rather than an address, a name, an abbreviation or a pair of forms."""
    before = found.group()
    if mark in ",;":
        is_entity = document.text[found.start() - 1 : found.start()] == "&"
        starts = after.islower() or after.istitle()
        return len(before) >= _SHORTEST_BEFORE_COMMA and starts and not is_entity
    if mark == "،" or not after.istitle() or not before.islower():
        return False
    is_short = document.conventions.is_abbreviation(before) or len(before) < _SHORTEST_BEFORE_STOP
    return not is_short and not _may_be_shortened(document, found)


def _may_be_shortened(document: Document, found: re.Match[str]) -> bool:
    """z něm.Taschenfederkern: is it a short word, and none of the commonest?"""
    word = found.group()
    return len(word) <= _LONGEST_ABBREVIATION and word not in function_words(document.target)


_Place = tuple[int, int, tuple[int, ...]]


def _guillemets(document: Document) -> tuple[list[_Place], int]:
    """The quotations in «» and the lone marks that are set close, and how many are spaced."""
    close: list[_Place] = []
    spaced = 0
    if "»" not in document.conventions.space_before:
        return close, spaced
    for quotation in document.quotations:
        if quotation.glyphs != "«»":
            continue
        start, end = quotation.inner
        places = _after(document, start) + _before(document, end)
        spaced += not places
        if places and not document.in_foreign_quotation(quotation.start, quotation.end):
            if quotation.end - quotation.start <= _LONGEST_SPAN:
                close.append((quotation.start, quotation.end, places))
            elif places[0] == start:
                close.append((quotation.start, start, places))
            else:
                close.append((end, quotation.end, places))
    for mark in document.lone_quotation_marks:
        if mark.mark == ("«" if mark.opens else "»"):
            after = mark.start + 1
            places = _after(document, after) if mark.opens else _before(document, mark.start)
            spaced += not places
            close += [(mark.start, after, places)] if places else []
    return close, spaced


def _after(document: Document, place: int) -> tuple[int, ...]:
    return (place,) if document.text[place : place + 1].strip(_SPACE + "\n") else ()


def _before(document: Document, place: int) -> tuple[int, ...]:
    return (place,) if document.text[place - 1 : place].strip(_SPACE + "\n") else ()
