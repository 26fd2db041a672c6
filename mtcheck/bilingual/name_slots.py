"""Names of which a part stands in both texts and tells that the other part has been replaced.

Kyle Denham, Kyle Denver; Triana y Nervión, Triana und Macarena: the part that both have shows that
the two render each other, so that the rest may be compared more strictly than names that merely
stand in sentences that correspond, and need not be long.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.names import NO_CAPITALS, NameWord, is_common, is_title
from mtcheck.bilingual.romanization import romanized
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.name_matches import Side

_GAP = late_pattern(
    r" (?:\w\. ?)*(?:(?:de|da|di|del|della|dos|du|[lL]a|[lL]e|De|van|der|den|von|zu|bin|al|el) )*"
    "|[\u2019'-]|[・＝·•]"
)
_AND = late_pattern(
    " (?:and|und|y|e|et|и|і|та|й|i|oraz|en|och|og|ve|a) |[和と、](?![\u30a0-\u30ff])"
)
_NO_LATIN = ("ru", "uk", "bg", "mk", "be", "el", *NO_CAPITALS)
_RESPELT = ("sr", "lv", "lt", "az")
_SURELY_ALIKE = 0.75
_LONGEST_GAP = 14


class Parts(NamedTuple):
    """A name of several words, each with its place. is_list: two names that "and" joins."""

    words: tuple[NameWord, ...]
    is_list: bool


class Replaced(NamedTuple):
    source: tuple[int, int]
    target: tuple[int, int]


def parts_of(side: Side) -> list[Parts]:
    """The names of several words, and the pairs of names, in order."""
    names: list[Parts] = []
    run: list[NameWord] = []
    plain = side.document.plain
    for word in side.words:
        if run and word.start - run[-1].end < _LONGEST_GAP:
            gap = plain[run[-1].end : word.start]
            if _GAP.fullmatch(gap):
                if _is_part(side, word):
                    run.append(word)
                    continue
            elif _AND.fullmatch(gap) and _is_part(side, word):
                names.append(Parts((run[-1], word), True))
        if len(run) > 1:
            names.append(Parts(tuple(run), False))
        run = [word] if _is_part(side, word) else []
    if len(run) > 1:
        names.append(Parts(tuple(run), False))
    return sorted(names)


def _is_part(side: Side, word: NameWord) -> bool:
    """Is it no word of the language?"""
    if word.is_likely:
        return True
    form, language = word.form, side.language
    if language in NO_CAPITALS:
        return language == "ja"
    lowered = form.lower()
    return (
        not form.isupper()
        and lowered not in side.document.vocabulary
        and not is_common(lowered, language)
    )


def replaced_parts(source: Side, target: Side) -> Iterator[Replaced]:
    """The parts of the target's names that stand where those of the source have others."""
    ours = parts_of(target)
    theirs = parts_of(source) if ours else []
    if not theirs:
        return
    our_starts = [name.words[0].start for name in ours]
    their_starts = [name.words[0].start for name in theirs]
    beads = target.document.beads
    for index, bead in enumerate(beads):
        names = _between(ours, our_starts, *bead.target)
        if not names or not bead.source.start < bead.source.end:
            continue
        first, last = beads[max(0, index - 1)], beads[min(len(beads) - 1, index + 1)]
        near = _between(theirs, their_starts, first.source.start, last.source.end)
        here = _between(theirs, their_starts, *bead.source)
        for name in names:
            if _in_title(target, name):
                continue
            if any(_is_same(one, name, source, target) for one in near):
                continue
            for one in here:
                if one.is_list != name.is_list or _in_title(source, one):
                    continue
                found = _replaced(one, name, source, target)
                if found is None:
                    continue
                lost, invented = found
                is_last = not name.is_list and invented is name.words[-1]
                reach = bead.source if is_last else (first.source.start, last.source.end)
                if _stands(lost, target, *bead.target) or _stands(invented, source, *reach):
                    continue
                if not is_last and (source.names(invented) or target.names(lost)):
                    continue
                yield Replaced(lost[:2], invented[:2])
                break


def _between(names: list[Parts], starts: list[int], start: int, end: int) -> list[Parts]:
    return names[bisect_left(starts, start) : bisect_left(starts, end)]


def _in_title(side: Side, name: Parts) -> bool:
    """Does it stand where capitals tell nothing?"""
    if side.language in (*NO_CAPITALS, "de"):
        return False
    return is_title(side.document, name.words[0].start)


def _is_same(one: Parts, other: Parts, source: Side, target: Side) -> bool:
    """Has each a last word, or two words, that the other has?"""
    return _likeness(one.words[-1], other.words[-1], source, target) >= _least(source, target) and (
        _likeness(one.words[0], other.words[0], source, target) >= _least(source, target)
    )


def _replaced(
    one: Parts, other: Parts, source: Side, target: Side
) -> tuple[NameWord, NameWord] | None:
    """The last words where some before them are alike and no others are, or the first words where
    the last are."""
    least = _SURELY_ALIKE - 0.1 * (source.is_bare or target.is_bare)
    before = list(product(one.words[:-1], other.words[:-1]))
    for anchors, rest in ((before, -1), ([(one.words[-1], other.words[-1])], 0)):
        for first, second in anchors:
            if not one.is_list and (first.identities or second.identities):
                continue
            if _likeness(first, second, source, target) < least:
                continue
            left = [word for word in one.words if word is not first]
            right = [word for word in other.words if word is not second]
            if all(
                _likeness(*pair, source, target) < _least(source, target)
                for pair in product(left, right)
            ):
                return one.words[rest], other.words[rest]
    return None


def _least(source: Side, target: Side) -> float:
    if source.is_bare or target.is_bare:
        return 0.5
    if _is_spelt_alike(source, target):
        return 0.6
    return 0.55


def _is_spelt_alike(source: Side, target: Side) -> bool:
    """Do both leave names in Latin letters as they are?"""
    languages = {source.language, target.language}
    return not languages & {*_NO_LATIN} and not languages & {*_RESPELT}


def _likeness(one: NameWord, other: NameWord, source: Side, target: Side) -> float:
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    first, second = romanized(one.form), romanized(other.form)
    if not first or not second:
        return 1.0
    if one.identities and set(one.identities) & set(other.identities):
        return 1.0
    shorter, longer = sorted((first, second), key=len)
    if longer.startswith(shorter[: max(4, len(shorter) - 2)]):
        return 1.0
    if _is_spelt_alike(source, target):
        return float(normalized_similarity(first, second))
    codes = product(source.codes(one.form), target.codes(other.form))
    return max((float(normalized_similarity(*pair)) for pair in codes), default=1.0)


def _stands(word: NameWord, side: Side, start: int, end: int) -> bool:
    """Has the stretch of the other text, the side's, the word?"""
    return word.form.lower() in side.document.folded[start:end] or side.has(word, start, end)
