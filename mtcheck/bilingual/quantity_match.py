"""Which numbers of a source and its translation correspond, and which are left over.

Within a bead each number takes one counterpart; what is left looks for a form of the same thing
(90 for 1990, kilometres for miles), then in the beads beside it, for an alignment may be off by
one and a translator moves a number to the next sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.quantities import quantities_of
from mtcheck.bilingual.quantity import Key, Quantity
from mtcheck.bilingual.quantity_context import (
    is_approximate,
    is_day_of_agency,
    is_money_in_brackets,
    significant,
)
from mtcheck.bilingual.quantity_unit_faults import changed_units
from mtcheck.bilingual.quantity_units import TIME_UNITS, converts

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.document import Document

_REACH = 2
_MEASURED = ("number", "unit")
_SMALL = 13
_FIRM = 10
_ROUNDED = 0.06
_SHARE_ERROR = 0.005
_NEAR_DATE = 20


class Mismatch(NamedTuple):
    """A number of the source that the target lacks (`target` is None), one of the target that the
    source lacks (`source` is None), or one that became another. bead: where it stands."""

    bead: Bead
    source: Quantity | None
    target: Quantity | None


class _Side(NamedTuple):
    """The numbers of one text, bead by bead, with those that are left over."""

    document: Document
    beads: list[list[Quantity]]
    left: list[list[Quantity]]


def mismatches(document: Document) -> list[Mismatch]:
    """All mismatches in order of the beads."""
    assert document.source is not None
    beads = document.beads
    source = _side(document.source, [bead.source for bead in beads])
    target = _side(document, [bead.target for bead in beads])
    for at in range(len(beads)):
        _pair(source.left[at], target.left[at], _are_equal)
    for at in range(len(beads)):
        if source.left[at] and target.left[at]:
            _pair(source.left[at], target.left[at], _are_alike)
    for reach in (1, 2):
        for at in range(len(beads) - reach):
            for one, other in ((at, at + reach), (at + reach, at)):
                if source.left[one] and target.left[other]:
                    _pair(source.left[one], target.left[other], _are_equal_and_telling)
    found: list[Mismatch] = []
    for at, bead in enumerate(beads):
        if source.beads[at] and target.beads[at]:
            faults = changed_units(source.document, document, source.beads[at], target.beads[at])
            found += [Mismatch(bead, *fault) for fault in faults]
        if source.left[at] or target.left[at]:
            found += _judged(source, target, at, bead)
    return found


def _side(document: Document, spans: Sequence[tuple[int, int]]) -> _Side:
    beads: list[list[Quantity]] = [[] for _ in spans]
    filled = [(start, at) for at, (start, end) in enumerate(spans) if end > start]
    filled.sort()
    starts = [start for start, _ in filled]
    for quantity in quantities_of(document):
        at = bisect_right(starts, quantity.start) - 1
        if at >= 0 and quantity.start < spans[filled[at][1]][1]:
            beads[filled[at][1]].append(quantity)
    return _Side(document, beads, [list(bead) for bead in beads])


def _pair(
    sources: list[Quantity], targets: list[Quantity], fit: Callable[[Quantity, Quantity], bool]
) -> None:
    """Take out of both lists what fits, one for one."""
    for source in sources[:]:
        for target in targets:
            if fit(source, target):
                targets.remove(target)
                sources.remove(source)
                break


def _are_equal(one: Quantity, other: Quantity) -> bool:
    if one.kind == "unit" or other.kind == "unit" or _is_article(one, other):
        return False
    return _share(one.keys, other.keys)


def _is_article(one: Quantity, other: Quantity) -> bool:
    """A figure 1 beside a word that may be nothing but "a"?"""
    return one.is_word != other.is_word and one.value == other.value == 1


def _are_equal_and_telling(one: Quantity, other: Quantity) -> bool:
    """Equal, and more than a small number that is spelt out."""
    is_small_word = (one.is_word or other.is_word) and max(one.value, other.value) < _SMALL
    return _are_equal(one, other) and (one.kind != "number" or not is_small_word)


def _are_alike(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind and "time" in (one.kind, other.kind):
        hour = other if one.kind == "time" else one
        if hour.unit not in ("", "h") or hour.kind != "number":
            return False
    return (
        _share(one.also, other.keys)
        or _share(one.keys, other.also)
        or _is_converted(one, other)
        or _is_same_hour(one, other)
    )


def _is_same_hour(one: Quantity, other: Quantity) -> bool:
    """ "5.30" and "17.30", "at 1" and "13 h", "13 h" and "in the second hour"."""
    for hour, ordinal in ((one, other), (other, one)):
        if hour.unit == "h" and ordinal.is_word and ordinal.is_loose and 0 < hour.value < 25:
            return ordinal.value == hour.value % 12 + 1
    if not one.kind == other.kind == "number" or max(one.value, other.value) > 24:
        return False
    if abs(abs(one.value - other.value) - 12) > 1e-6:
        return False
    return "h" in (one.unit, other.unit) or any(str(key)[0] == "t" for key in one.also)


def _is_converted(one: Quantity, other: Quantity) -> bool:
    if not one.keys or not other.keys or one.kind not in _MEASURED or other.kind not in _MEASURED:
        return False
    if "unit" in (one.kind, other.kind) and one.unit == other.unit:
        return one.value == other.value  # "1 year", "a year"
    return converts(one.value, one.unit, other.value, other.unit)


def _share(keys: tuple[Key, ...], others: tuple[Key, ...]) -> bool:
    return any(key in others for key in keys)


def _judged(source: _Side, target: _Side, at: int, bead: Bead) -> Iterable[Mismatch]:
    if bead.is_omission or bead.is_addition:
        return
    lost, repeated_source = _unexplained(source, target, at, bead.target, is_target=False)
    found, repeated_target = _unexplained(target, source, at, bead.source, is_target=True)
    shares = _only_share(source, target, at), _only_share(target, source, at)
    if shares[0] is not None and shares[1] is not None:
        yield Mismatch(bead, *shares)
    near_source, near_target = _near(source, at), _near(target, at)
    here_target = target.beads[at]
    for quantity in list(found):
        candidates = [*lost, *(each for each in repeated_source if _is_twin(each, source, at))]
        partner = _partner(quantity, candidates, found, near_source, here_target)
        if partner is not None:
            found.remove(quantity)
            (lost if partner in lost else repeated_source).remove(partner)
            yield Mismatch(bead, partner, quantity)
    for quantity in repeated_target:
        figures = [each for each in lost if _is_figure(each) and not _is_known(each, here_target)]
        partner = _partner(quantity, figures, repeated_target, [], []) if figures else None
        if partner is not None and _is_figure(quantity):
            lost.remove(partner)
            yield Mismatch(bead, partner, quantity)
    for quantity in found:
        is_added_year = _is_added_year(target, at, quantity, source.beads[at])
        if _is_firm(quantity) and not is_added_year and not _is_known(quantity, near_source):
            yield Mismatch(bead, None, quantity)
    for quantity in lost:
        is_day = is_day_of_agency(source.document, quantity)
        if _is_firm(quantity) and not is_day and not _is_known(quantity, near_target):
            yield Mismatch(bead, quantity, None)


def _only_share(side: _Side, other: _Side, at: int) -> Quantity | None:
    """The one fraction of a bead, if nothing in the other text is like it."""
    shares = [each for each in side.beads[at] if each.is_word and 0 < each.value < 1]
    if len(shares) != 1 or shares[0] not in side.left[at]:
        return None
    share = shares[0]
    is_same = any(abs(each.value - share.value) < _SHARE_ERROR for each in other.beads[at])
    return None if is_same or _is_known(share, other.beads[at]) else share


def _unexplained(
    side: _Side, other: _Side, at: int, span: tuple[int, int], *, is_target: bool
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left over in a bead: (what nothing explains, what only repeats another number)."""
    open_ones: list[Quantity] = []
    repeated: list[Quantity] = []
    theirs = other.beads[at]
    for quantity in side.left[at]:
        if _is_idle(quantity) or _is_rounded(side, quantity, other, theirs, is_target=is_target):
            continue
        if _is_money_beside(side, quantity, other, at) or _is_own_conversion(side, quantity, at):
            continue
        if _is_known(quantity, theirs) or _is_written(side, quantity, other.document, span):
            repeated.append(quantity)
        else:
            open_ones.append(quantity)
    return open_ones, repeated


def _is_own_conversion(side: _Side, quantity: Quantity, at: int) -> bool:
    """ "380 kilograms (840 pounds)": the text itself converts what it gives."""
    opening = side.document.folded[max(0, quantity.start - 2) : quantity.start]
    if not opening.strip().endswith(("(", "（")):
        return False
    return any(each is not quantity and _is_converted(each, quantity) for each in side.beads[at])


def _is_known(quantity: Quantity, others: Iterable[Quantity]) -> bool:
    return any(_fits(quantity, other) for other in others)


def _is_figure(quantity: Quantity) -> bool:
    return not quantity.is_word or quantity.kind == "month"


def _is_idle(quantity: Quantity) -> bool:
    return (quantity.is_loose and not quantity.is_name) or quantity.kind == "unit"


def _fits(one: Quantity, other: Quantity) -> bool:
    is_equal = one.kind == other.kind and _share(one.keys, other.keys)
    return (is_equal and not _is_article(one, other)) or _are_alike(one, other)


def _is_twin(quantity: Quantity, side: _Side, at: int) -> bool:
    """Is the number there twice, so that one of them can have become another?"""
    return sum(_share(quantity.keys, other.keys) for other in side.beads[at]) > 1


def _near(side: _Side, at: int, reach: int = _REACH) -> list[Quantity]:
    return [each for bead in side.beads[max(0, at - reach) : at + reach + 1] for each in bead]


def _is_firm(quantity: Quantity) -> bool:
    """Does it say something that no rephrasing can take away?"""
    if quantity.is_word or quantity.kind != "number" or quantity.is_loose:
        return False
    if quantity.unit == "%" and quantity.value == 100:
        return False  # "wholly"
    if quantity.unit in TIME_UNITS and quantity.value in _ROUND_TIMES:
        return False
    value = quantity.value
    return value >= _FIRM or value != int(value) or (quantity.unit == "%" and value > 1)


_ROUND_TIMES = frozenset(
    (7.0, 8.0, 12.0, 14.0, 15.0, 18.0, 24.0, 30.0, 36.0, 48.0, 60.0, 72.0, 90.0)
)


def _partner(
    quantity: Quantity, sources: list[Quantity], targets: list[Quantity],
    near_source: list[Quantity], near_target: list[Quantity],
) -> Quantity | None:  # fmt: skip
    """The number of the source that became this one, of those that are left over."""
    fitting = [
        each
        for each in sources
        if _is_of_same_class(each, quantity) and _may_be_changed(each, quantity, sources, targets)
    ]
    if _is_known(quantity, near_source):
        fitting = [
            each for each in fitting if _is_figure(each) and not _is_known(each, near_target)
        ]
    return max(fitting, key=lambda each: _likeness(each, quantity), default=None)


def _is_of_same_class(one: Quantity, other: Quantity) -> bool:
    if one.is_name != other.is_name:
        return False
    if one.kind != other.kind:
        return "time" in (one.kind, other.kind) and "h" in (one.unit, other.unit)
    if one.kind != "number":
        return True
    return _is_year(one) == _is_year(other) or (one.scale > 1) == (other.scale > 1) == 0


def _is_year(quantity: Quantity) -> bool:
    return 1100 <= quantity.value <= 2100 and quantity.value == int(quantity.value)


def _may_be_changed(
    one: Quantity, other: Quantity, sources: list[Quantity], targets: list[Quantity]
) -> bool:
    if one.kind != "number":
        return True
    if (one.unit == "%") != (other.unit == "%") and not (one.is_word or other.is_word):
        return False
    if not one.is_word and not other.is_word:
        return True
    smaller, larger = sorted((one.value, other.value))
    if smaller >= _SMALL:
        return True
    if len(_without_articles(sources)) > 1 or len(_without_articles(targets)) > 1 or smaller < 2:
        return False
    if one.is_word and other.is_word:
        return larger >= _FIRM or bool(one.unit and one.unit == other.unit)
    return True


def _without_articles(quantities: list[Quantity]) -> list[Quantity]:
    return [each for each in quantities if not (each.is_word and each.value == 1)]


def _likeness(one: Quantity, other: Quantity) -> tuple[int, float]:
    same = sum(
        char == char_too for char, char_too in zip(_digits(one), _digits(other), strict=False)
    )
    biggest = max(abs(one.value), abs(other.value), 1.0)
    return same, -abs(one.value - other.value) / biggest


def _digits(quantity: Quantity) -> str:
    return f"{quantity.value:.7g}" if quantity.kind == "number" else str(quantity.keys)


def _is_written(side: _Side, quantity: Quantity, other: Document, span: tuple[int, int]) -> bool:
    """Do the very digits stand in the other text's bead, read otherwise there?"""
    if quantity.is_word or quantity.scale != 1:
        return False
    form = side.document.folded[quantity.start : quantity.end]
    digits = form if len(form) >= 2 else ""
    at = other.folded.find(digits, *span) if digits else -1
    if at < 0:
        return False
    around = (
        other.folded[max(0, at - 1) : at] + other.folded[at + len(digits) : at + len(digits) + 1]
    )
    return not any(char.isdigit() for char in around)


def _is_rounded(
    side: _Side, quantity: Quantity, other: _Side, others: list[Quantity], *, is_target: bool
) -> bool:
    """Did the translation make the number rounder, and does it say "about"?"""
    if quantity.kind != "number" or not quantity.value:
        return False
    for each in others:
        if each.kind == "number" and abs(each.value - quantity.value) <= _ROUNDED * quantity.value:
            rounder, exact = (quantity, each) if is_target else (each, quantity)
            document = side.document if is_target else other.document
            if significant(rounder) < significant(exact) and is_approximate(document, rounder):
                return True
    return False


def _is_money_beside(side: _Side, quantity: Quantity, other: _Side, at: int) -> bool:
    """A sum in another currency that one text gives beside the first: "(about €20)"."""
    return is_money_in_brackets(side.document, quantity) and not any(
        is_money_in_brackets(other.document, each) for each in other.left[at]
    )


def _is_added_year(side: _Side, at: int, quantity: Quantity, theirs: list[Quantity]) -> bool:
    """A year that the translator adds to a date of which the source leaves it out."""
    if not _is_year(quantity) or any(_is_year(other) for other in theirs):
        return False
    months = [
        each
        for each in side.beads[at]
        if each.kind == "month" and abs(each.start - quantity.start) < _NEAR_DATE
    ]
    return any(_share(each.keys, other.keys) for each in months for other in theirs)
