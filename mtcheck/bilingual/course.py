"""Where about in the target a sentence of the source is rendered, and how far from there to look.

What stands once in each text (a figure, a name) shows the course, between such places the lengths
do: I. D. Melamed, "Bitext Maps and Alignment via Pattern Recognition", Computational Linguistics
25(1), 1999.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from mtcheck.bilingual.keys import Keys

_MOST_REACH = 400


def likely_course(
    source_keys: Sequence[Keys],
    target_keys: Sequence[Keys],
    source_sums: Sequence[int],
    target_sums: Sequence[int],
) -> list[int]:
    """For each sentence of the source, and after the last, where about its translation begins.

    source_sums, target_sums: the characters before each sentence, and in all.
    """
    end = (len(source_keys), len(target_keys))
    course: list[int] = []
    for (i, j), (next_i, next_j) in pairwise([(0, 0), *_anchors(source_keys, target_keys), end]):
        length = max(1, source_sums[next_i] - source_sums[i])
        begin, size = target_sums[j], target_sums[next_j] - target_sums[j]
        for at in range(i, next_i):
            share = (source_sums[at] - source_sums[i]) / length
            course.append(bisect_left(target_sums, begin + share * size, j, next_j))
    return [*course, end[1]]


def _anchors(source: Sequence[Keys], target: Sequence[Keys]) -> list[tuple[int, int]]:
    """Pairs of sentences that share a key which stands nowhere else in either text: the longest
    chain of them that goes forward in both."""
    here, there = _single_places(source), _single_places(target)
    return _rising(sorted({(here[key], there[key]) for key in here.keys() & there.keys()}))


def _single_places(sentences: Sequence[Keys]) -> dict[str, int]:
    counts = Counter(key for keys in sentences for key in keys)
    return {
        key: number for number, keys in enumerate(sentences) for key in keys if counts[key] == 1
    }


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of sorted pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(heads[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            heads.append(number)
        else:
            tops[pile], heads[pile] = j, number
    chain: list[tuple[int, int]] = []
    at = heads[-1] if heads else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    chain.reverse()
    return [pair for above, pair in pairwise([(-1, -1), *chain]) if pair[0] > above[0]]


def widen(reaches: list[int], places: list[int]) -> None:
    """Twice as far as before, at the places and as far around them."""
    wanted: dict[int, int] = {}
    for place in places:
        reach = min(_MOST_REACH, 2 * reaches[place] + 1)
        for near in range(max(0, place - reach), min(len(reaches), place + reach + 1)):
            wanted[near] = max(reach, wanted.get(near, 0))
    for place, reach in wanted.items():
        reaches[place] = max(reach, reaches[place])


def limits_along(course: list[int], reaches: list[int], m: int) -> list[tuple[int, int]]:
    """Which sentences of the target are looked at for each of the source: always such that a way
    leads through."""
    limits: list[tuple[int, int]] = []
    last_high = 0
    for centre, reach in zip(course, reaches, strict=True):
        low, high = max(0, centre - reach), min(m, centre + reach)
        low, last_high = min(low, last_high), max(high, last_high)
        limits.append((low, last_high))
    limits[0] = (0, limits[0][1])
    limits[-1] = (limits[-1][0], m)
    return limits
