"""People and places whose full name stands twice, in two spellings: Timothy Bailey and Timoty
Bailey, Xi Jinping and Xi Jin-ping, Дональд Трамп and Доналд Трамп.

One part is the same, in whatever case, and the other sounds like it; or the letters are the same
and are joined in another way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.foreign_words import own_words
from mtcheck.language.likeness_of_names import (
    are_a_slip_apart,
    are_in_one_script,
    bare_stem,
    may_be_cases,
    sound_alike,
)
from mtcheck.language.name_pairs import Pair, Place, share_a_sentence
from mtcheck.language.names import words_of_places
from mtcheck.language.place_frames import words_of_all_places
from mtcheck.language.spellings import first_names, known_variants, without_marks
from mtcheck.language.words import CHARACTERS_PER_WORD, small_letters
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_INFLECTED = frozenset({"ru", "uk", "pl", "cs"})
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
_WORD = rf"[{_CAPITAL}][^\W\d_]{{1,30}}(?:['’][{_CAPITAL}][^\W\d_]{{2,20}})?"
_PARTICLE = r"(?:[Aa]l|[Ee]l|[Aa][dnrstz]|[Aa]sh|[Bb]in|[Bb]en|[Dd]e|des|du|van|von|der|da|dos|di)"
_FULL = late_pattern(rf"(?<![\w'’-])({_WORD})(?= (?:{_PARTICLE}[ -]){{0,2}}({_WORD})(?![\w-]))")
_JOINED = late_pattern(
    rf"(?<![\w'’-])[{_CAPITAL}][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}}){{0,2}}"
    rf"(?: (?:(?:al|el)-)?[{_CAPITAL}][^\W\d_]{{1,20}}(?:-[^\W\d_]{{1,20}}){{0,2}}){{1,3}}"
    r"(?![\w'’-])"
)
_DOUBLE = late_pattern(
    rf"(?<![\w'’-])[{_CAPITAL}][^\W\d_]{{2,20}}-[{_CAPITAL}][^\W\d_]{{2,20}}(?![\w-])"
)
_HYPHENED = late_pattern(
    rf"[{_CAPITAL}](?<![\w'’-].)[^\W\d_]{{1,20}}-[^\W\d_]|(?<=[ae]l)-[{_CAPITAL}]"
)
_JOINTS = late_pattern(r"[ -]")
_MOST_NAMES = 120
_MOST_ALIKE = 12
_SHORTEST = 4
_SHORTEST_JOINED = 6


class _Full(NamedTuple):
    """A first and a last name; where they stand."""

    parts: tuple[str, str]
    starts: tuple[int, int]


def people_in_two_spellings(document: Document) -> Iterator[Pair]:
    """The places of the part that differs, the rarer or later spelling last; no sentence has
    both."""
    if document.target in CHARACTERS_PER_WORD or document.target == "ar":
        return
    names = _full_names(document)
    pairs = [*_same_but_one(document, names, 1, 0), *_same_but_one(document, names, 0, 1)]
    if "-" in document.characters and _HYPHENED.search(document.plain):
        pairs += [*_joined_in_two_ways(document), *_double_names(document)]
    for pair in pairs:
        usual, odd = _in_order(*pair)
        if not share_a_sentence(document, usual, odd):
            yield usual, odd


def _in_order(ones: list[Place], others: list[Place]) -> Pair:
    return (ones, others) if len(ones) >= len(others) else (others, ones)


def _full_names(document: Document) -> list[_Full]:
    return [
        _Full((found[1], found[2]), (found.start(1), found.start(2)))
        for found in islice(_FULL.finditer(document.plain), _MOST_NAMES)
        if not (found[1].isupper() or found[2].isupper())
    ]


def _same_but_one(document: Document, names: list[_Full], same: int, part: int) -> Iterator[Pair]:
    """Of the names that share one part, those whose other part is nearly the same."""
    by_same: defaultdict[str, dict[str, list[_Full]]] = defaultdict(dict)
    for name in names:
        stem = bare_stem(name.parts[same], document.target)
        by_same[stem].setdefault(name.parts[part], []).append(name)
    for forms in by_same.values():
        if len(forms) < 2:
            continue
        for one, other in combinations(sorted(forms)[:_MOST_ALIKE], 2):
            if _is_one(document, one, other, part) and not (
                _are_words(document, forms[one][0].parts[same], forms[one][0].starts[0])
                or min(len(forms[one]), len(forms[other])) > 1
            ):
                pair = _places(document, forms[one], part), _places(document, forms[other], part)
                if all(pair):
                    first, second = sorted(pair, key=lambda places: places[0].start)
                    yield first, second


def _places(document: Document, names: list[_Full], part: int) -> list[Place]:
    starts = [(name.parts[part], name.starts[part]) for name in names]
    return [
        Place(at, at + len(form), "", "")
        for form, at in starts
        if not document.in_link(at, at + 1) and not document.quotations_around(at, at + 1)
    ]


def _is_one(document: Document, one: str, other: str, part: int) -> bool:
    target = document.target
    if min(len(one), len(other)) < _SHORTEST - part or without_marks(one) == without_marks(other):
        return False
    lowered = {one.lower(), other.lower()}
    if lowered & document.vocabulary or lowered & own_words(target) or _is_known(one, other):
        return False
    bare = bare_stem(one, target), bare_stem(other, target)
    if bare[0] == bare[1] or not are_in_one_script(*bare):
        return False
    stems = bare if one[-1] != other[-1] or target == "de" else (one.lower(), other.lower())
    if target in _INFLECTED and may_be_cases(*stems):
        return False
    if min(lowered, key=len) + "s" == max(lowered, key=len) or not (
        sound_alike(*stems) or (part == 1 and are_a_slip_apart(*stems))
    ):
        return False
    return {one, other}.isdisjoint(words_of_places(target) | words_of_all_places(target))


def _is_known(one: str, other: str) -> bool:
    """Two spellings of the list, or two first names of which each is known."""
    sets, firsts = known_variants().sets, first_names()
    if sets.get(one, -1) == sets.get(other, -2):
        return True
    return one in firsts and other in firsts and firsts[one] != firsts[other]


def _are_words(document: Document, word: str, start: int) -> bool:
    """Is the part that both have a title or a word of the language: Präsident Mayer, Meier?"""
    target, low = document.target, small_letters(word)
    if low in function_words(target) or low in listed_words(target, "person-titles"):
        return True
    if low in document.vocabulary:
        return True
    opens = document.sentence_at(start).start == start
    return (opens or target == "de") and low in own_words(target)


def _joined_in_two_ways(document: Document) -> Iterator[Pair]:
    """Xi Jinping and Xi Jin-ping; Kim Jong Un and Kim Jong-un: hyphens and spaces apart."""
    by_letters: defaultdict[str, dict[str, list[Place]]] = defaultdict(dict)
    for found in islice(_JOINED.finditer(document.plain), _MOST_NAMES):
        words = found.group().split(" ")
        at = found.start()
        for first in range(len(words) - 1):
            form = " ".join(words[first:])
            key = form.replace("-", "").replace(" ", "").lower()
            if len(key) >= _SHORTEST_JOINED and not document.quotations_around(at, at + 1):
                places = by_letters[key].setdefault(form, [])
                places.append(Place(at, at + len(form), "", ""))
            at += len(words[first]) + 1
    taken: set[int] = set()
    for _, forms in sorted(by_letters.items(), key=lambda item: len(item[0])):
        for one, other in combinations(sorted(forms)[:_MOST_ALIKE], 2):
            ends = {place.end for place in forms[one] + forms[other]}
            if one.isupper() or other.isupper() or one.lower() == other.lower():
                continue
            if taken.isdisjoint(ends):
                taken |= ends
                yield _of_chinese(forms, one, other)


def _of_chinese(forms: dict[str, list[Place]], one: str, other: str) -> Pair:
    """Pinyin takes no hyphen (Xi Jin-ping): where both stand equally often, that is the odd one."""
    if len(forms[one]) == len(forms[other]):
        from mtcheck.bilingual.romanization import readings

        syllables = frozenset(readings().values())
        for hyphened, plain in ((one, other), (other, one)):
            parts = hyphened.rpartition(" ")[2].lower().split("-")
            if len(parts) > 1 and syllables.issuperset(parts):
                return forms[plain], forms[hyphened]
    first, second = sorted((forms[one], forms[other]), key=lambda places: places[0].start)
    return first, second


def _double_names(document: Document) -> Iterator[Pair]:
    """Grande-Marlaska and Grande-Marlasca."""
    forms: defaultdict[str, list[Place]] = defaultdict(list)
    for found in islice(_DOUBLE.finditer(document.plain), _MOST_NAMES):
        if not document.quotations_around(found.start(), found.end()):
            forms[found.group()].append(Place(*found.span(), "", ""))
    for one, other in combinations(sorted(forms)[: _MOST_ALIKE * 2], 2):
        parts = list(zip(one.split("-"), other.split("-"), strict=False))
        different = [pair for pair in parts if pair[0] != pair[1]]
        if len(different) == 1 < len(parts) and _is_one(document, *different[0], 1):
            first, second = sorted((forms[one], forms[other]))
            yield first, second
