"""Numbers that stayed while their unit became another: 8 miles made 8 km, two hours two minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.quantity import Quantity
from mtcheck.bilingual.quantity_units import converts, measure_the_same
from mtcheck.bilingual.quantity_words import vocabulary
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_UNIT_WORD = late_pattern(r"[ -]?([^\W\d_]{1,14})(?![\w²³])")
_DEGREES = late_pattern(r" ?° ?[cf]\b")
_DEGREE_SCALES = ("c", "f")
_UNSPACED = ("zh", "ja")
_LEAST = 2.0
_WEAK = frozenset({"st", "in", "dec", "cen"})
"""Units whose words mean much else."""


class UnitFault(NamedTuple):
    """source, target: the same number; their ends are those of its units."""

    source: Quantity
    target: Quantity


def changed_units(
    source: Document, target: Document, theirs: list[Quantity], ours: list[Quantity]
) -> Iterator[UnitFault]:
    """The faults among the numbers of a stretch and its translation."""
    for one in theirs:
        if not _is_measured(one):
            continue
        for other in ours:
            if (
                _is_measured(other)
                and one.value == other.value
                and one.unit != other.unit
                and measure_the_same(one.unit, other.unit)
                and not converts(one.value, one.unit, other.value, other.unit)
                and not _is_explained(one, ours)
                and not _is_explained(other, theirs)
            ):
                ends = _unit_end(source, one), _unit_end(target, other)
                if ends[0] and ends[1]:
                    yield UnitFault(one._replace(end=ends[0]), other._replace(end=ends[1]))
                break


def is_unit_alone(one: Quantity, other: Quantity) -> bool:
    """Are the two the same number in different units?"""
    return one.kind == other.kind == "number" and one.value == other.value


def _is_measured(quantity: Quantity) -> bool:
    is_number = quantity.kind == "number" and not quantity.is_loose and quantity.value >= _LEAST
    return is_number and bool(quantity.unit) and quantity.unit not in _WEAK


def _is_explained(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    """Does the other text give it too, in its own unit or converted?"""
    return any(
        (quantity.unit == other.unit and quantity.value == other.value)
        or converts(quantity.value, quantity.unit, other.value, other.unit)
        for other in others
        if other.unit
    )


def _unit_end(document: Document, quantity: Quantity) -> int:
    """Where the unit ends that stands right after the number; 0 if something else does."""
    text, end = document.folded, quantity.end
    if found := _DEGREES.match(text, end):
        return found.end()
    if document.target in _UNSPACED:
        units = vocabulary(document.target).units
        at = end + (text[end : end + 1] == " ")
        sought = {quantity.unit, "deg"} if quantity.unit in _DEGREE_SCALES else {quantity.unit}
        fitting = [form for form, unit in units.items() if unit in sought]
        return max((at + len(form) for form in fitting if text.startswith(form, at)), default=0)
    word = _UNIT_WORD.match(text, end)
    if word is None:
        return 0
    meaning = vocabulary(document.target).lookup(word[1])
    if meaning is None:
        return 0
    if quantity.unit in _DEGREE_SCALES and meaning.unit == "deg":
        scale = _UNIT_WORD.match(text, word.end())
        return scale.end() if scale else word.end()
    return word.end() if meaning.unit == quantity.unit else 0
