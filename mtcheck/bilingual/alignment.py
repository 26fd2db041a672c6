"""Which sentences of a source correspond to which of its translation.

The best chain of beads is found by dynamic programming over the sentences of both texts (W. A. Gale
and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics
19(1), 1993). A bead is judged by what its sides share and by their lengths (`likeness`) and, softly,
by the paragraphs. Only sentences near the likely course are compared, so that the time grows with
the length of the text alone: what stands once in each text (a figure, a name) shows the course, as
in I. D. Melamed, "Bitext Maps and Alignment via Pattern Recognition", Computational Linguistics
25(1), 1999; where the chain comes to the edge of what was compared, more is compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from mtcheck.bilingual.likeness import Likeness
    from mtcheck.document import Document, Segment, Span

_COSTS = {
    (1, 1): 0.05, (1, 2): 4.0, (2, 1): 4.0, (2, 2): 6.5, (1, 3): 6.5, (3, 1): 6.5,
    (1, 0): 6.0, (0, 1): 6.0,
}  # fmt: skip
"""What a bead of so many sentences of source and target costs: how rare it is, as a negative
logarithm."""
_MERGES = tuple(kind for kind in _COSTS if min(kind) and max(kind) > 1)
_PARAGRAPH_HELD, _PARAGRAPH_BROKEN = 0.6, 0.6
_BREAK_IN_A_BEAD = 0.5
_LEAST_DOUBT, _ASSUMED_BREAKS = 0.02, 2
_FIRST_REACH = 2
_MOST_REACH = 400
_MOST_ROUNDS = 12


class Bead(NamedTuple):
    """A stretch of the source and the stretch of the target that renders it: one or two
    sentences on each side, rarely three, or none on one of them ("bead": Gale and Church 1993).

    source, target: spans into the two texts, half-open, code points. An empty span says that
        nothing corresponds, and stands where the counterpart would be: at the end of the bead
        before, or at the very start of the text.
    certainty: of a bead with an empty side, by how much (in natural logarithms) this is likelier
        than that the stretch belongs to a bead beside it; of any other, how much likelier it is
        that its sides render each other than not. 0 where a file gives the pairs.
    """

    source: Span
    target: Span
    certainty: float = 0.0

    @property
    def is_omission(self) -> bool:
        """Has the source no counterpart in the target?"""
        return self.target.start == self.target.end

    @property
    def is_addition(self) -> bool:
        """Has the target no counterpart in the source?"""
        return self.source.start == self.source.end


def beads_of_segments(segments: Iterable[Segment]) -> tuple[Bead, ...]:
    """The pairs of a bilingual file as they stand there."""
    return tuple(Bead(segment.source, segment.target) for segment in segments)


def align(source: Document, target: Document) -> tuple[Bead, ...]:
    """The beads of two texts, in order; each sentence stands in exactly one."""
    from mtcheck.bilingual.likeness import Likeness

    steps = _Lattice(source, target, Likeness(source, target)).best_chain()
    return tuple(_spans(source, target, steps))


class _Step(NamedTuple):
    """A bead in numbers of sentences: from (i, j), so many of the source and of the target."""

    i: int
    j: int
    of_source: int
    of_target: int
    certainty: float = 0.0


def _spans(source: Document, target: Document, steps: Iterable[_Step]) -> Iterable[Bead]:
    for i, j, of_source, of_target, certainty in steps:
        yield Bead(
            _span(source.sentences, i, of_source), _span(target.sentences, j, of_target), certainty
        )


def _span(sentences: tuple[Span, ...], first: int, count: int) -> Span:
    from mtcheck.document import Span

    if count:
        return Span(sentences[first].start, sentences[first + count - 1].end)
    place = sentences[first - 1].end if first else 0
    return Span(place, place)


class _Lattice:
    """All chains of beads that are looked at, and the best of them."""

    def __init__(self, source: Document, target: Document, likeness: Likeness) -> None:
        self.likeness = likeness
        self.size = (len(source.sentences), len(target.sentences))
        self.source_breaks = _breaks(source)
        self.target_breaks = _breaks(target)
        self.has_paragraphs = len(source.blocks) > 1 and len(target.blocks) > 1
        self.source_sums = [0, *accumulate(likeness.source_lengths)]
        self.target_sums = [0, *accumulate(likeness.target_lengths)]
        self.source_lost_sums = [0.0, *accumulate(likeness.source_lost)]
        self.target_lost_sums = [0.0, *accumulate(likeness.target_lost)]
        self.held, self.broken = _PARAGRAPH_HELD, _PARAGRAPH_BROKEN
        self.shared: dict[tuple[int, int], tuple[float, frozenset[str]]] = {}

    def best_chain(self) -> list[_Step]:
        n, m = self.size
        if not n or not m:
            return [_Step(i, 0, 1, 0, inf) for i in range(n)] + [
                _Step(0, j, 0, 1, inf) for j in range(m)
            ]
        course, reaches = self._course(), [_FIRST_REACH] * (n + 1)
        steps, course = self._best_along(course, reaches)
        if self.has_paragraphs and any(step[2:4] != (1, 1) for step in steps):
            self._learn_paragraphs(steps)
            steps, _ = self._best_along(course, reaches)
        return self._with_certainties(steps)

    def _best_along(self, course: list[int], reaches: list[int]) -> tuple[list[_Step], list[int]]:
        """The best chain, and the course along which it was found. Where the chain comes to the
        edge of what was looked at, it is looked for there again, and farther."""
        for _ in range(_MOST_ROUNDS):
            steps, at_edge = self._chain(_limits(course, reaches, self.size[1]))
            if not at_edge:
                break
            course = _course_of(steps, len(course))
            _widen(reaches, at_edge)
        return steps, course

    def _learn_paragraphs(self, steps: list[_Step]) -> None:
        """How faithfully does this translation keep the paragraphs? So much they tell."""
        pairs = [
            (step.i in self.source_breaks, step.j in self.target_breaks)
            for step in steps
            if step.of_source and step.of_target
        ]
        breaks = sum(map(any, pairs))
        doubt = (breaks - sum(map(all, pairs)) + 1) / (breaks + _ASSUMED_BREAKS)
        self.broken = max(_PARAGRAPH_BROKEN, -log(max(_LEAST_DOUBT, doubt)))

    def _course(self) -> list[int]:
        """For each sentence of the source, and after the last, where about its translation begins:
        between what stands once in both texts in step with the lengths."""
        n, m = self.size
        points = [(0, 0), *self._anchors(), (n, m)]
        course: list[int] = []
        for (i, j), (next_i, next_j) in zip(points, points[1:], strict=False):
            length = max(1, self.source_sums[next_i] - self.source_sums[i])
            begin, end = self.target_sums[j], self.target_sums[next_j]
            for at in range(i, next_i):
                share = (self.source_sums[at] - self.source_sums[i]) / length
                course.append(
                    bisect_left(self.target_sums, begin + share * (end - begin), j, next_j)
                )
        return [*course, m]

    def _anchors(self) -> list[tuple[int, int]]:
        """Pairs of sentences that share a key which stands nowhere else in either text: the longest
        chain of them that goes forward in both."""
        places: list[dict[str, int]] = []
        for sentences in (self.likeness.source_keys, self.likeness.target_keys):
            counts = Counter(key for keys in sentences for key in keys)
            places.append(
                {
                    key: number
                    for number, keys in enumerate(sentences)
                    for key in keys
                    if counts[key] == 1
                }
            )
        common = places[0].keys() & places[1].keys()
        return _rising(sorted({(places[0][key], places[1][key]) for key in common}))

    def _evidence(self, i: int, j: int) -> tuple[float, frozenset[str]]:
        known = self.shared.get((i, j))
        if known is None:
            keys = self.likeness.source_keys[i] & self.likeness.target_keys[j]
            known = self.shared[i, j] = (self.likeness.weight(keys) if keys else 0.0, keys)
        return known

    def _shared(self, i: int, j: int, of_source: int, of_target: int) -> float:
        """The weight of the keys that the two sides of a bead share."""
        if of_source == of_target == 1:
            return self._evidence(i, j)[0]
        total, seen = 0.0, frozenset[str]()
        for a in range(i, i + of_source):
            for b in range(j, j + of_target):
                weight, keys = self._evidence(a, b)
                if keys:
                    total += weight
                    twice = seen & keys
                    if twice:
                        total -= self.likeness.weight(twice)
                    seen |= keys
        return total

    def gain(self, i: int, j: int, of_source: int, of_target: int) -> float:
        """How much likelier it is that these sentences render each other than not, and how common
        such a bead is."""
        cost = _COSTS[of_source, of_target]
        if not of_source or not of_target:
            return -cost
        likeness = self.likeness
        gain = self._shared(i, j, of_source, of_target) - cost
        gain -= self.source_lost_sums[i + of_source] - self.source_lost_sums[i]
        gain -= self.target_lost_sums[j + of_target] - self.target_lost_sums[j]
        gain += likeness.of_lengths(
            self.source_sums[i + of_source] - self.source_sums[i],
            self.target_sums[j + of_target] - self.target_sums[j],
            is_merged=of_source + of_target > 2,
        )
        if self.has_paragraphs:
            opens, opens_too = i in self.source_breaks, j in self.target_breaks
            if opens or opens_too:
                gain += self.held if opens == opens_too else -self.broken
            for at in range(i + 1, i + of_source):
                if at in self.source_breaks:
                    gain -= self.broken + _BREAK_IN_A_BEAD
            for at in range(j + 1, j + of_target):
                if at in self.target_breaks:
                    gain -= self.broken + _BREAK_IN_A_BEAD
        return gain

    def _chain(self, limits: list[tuple[int, int]]) -> tuple[list[_Step], list[int]]:
        """The best chain within the limits, and the sentences of the source where it touches
        them."""
        n, m = self.size
        best: list[dict[int, float]] = []
        chosen: list[dict[int, tuple[int, int]]] = []
        gain, omission, addition = self.gain, _COSTS[1, 0], _COSTS[0, 1]
        most = self._most_gain
        for i in range(n + 1):
            low, high = limits[i]
            row: dict[int, float] = {}
            steps: dict[int, tuple[int, int]] = {}
            best.append(row)
            chosen.append(steps)
            above = best[i - 1] if i else {}
            for j in range(low, high + 1):
                top, step = -inf, (0, 0)
                before = above.get(j - 1)
                if before is not None:
                    top, step = before + gain(i - 1, j - 1, 1, 1), (1, 1)
                before = above.get(j)
                if before is not None and before - omission > top:
                    top, step = before - omission, (1, 0)
                before = row.get(j - 1)
                if before is not None and before - addition > top:
                    top, step = before - addition, (0, 1)
                for kind in _MERGES:
                    of_source, of_target = kind
                    if of_source <= i:
                        before = best[i - of_source].get(j - of_target)
                        if before is not None and before + most(i, j, of_source, of_target) > top:
                            total = before + gain(i - of_source, j - of_target, *kind)
                            if total > top:
                                top, step = total, kind
                if i == j == 0:
                    top = 0.0
                if top > -inf:
                    row[j] = top
                    steps[j] = step
        found: list[_Step] = []
        at_edge: list[int] = []
        i, j = n, m
        while i or j:
            of_source, of_target = chosen[i][j]
            low, high = limits[i]
            if j == low > 0 or j == high < m:
                at_edge.append(i)
            i, j = i - of_source, j - of_target
            found.append(_Step(i, j, of_source, of_target))
        return found[::-1], at_edge

    def _most_gain(self, i: int, j: int, of_source: int, of_target: int) -> float:
        """What a bead of several sentences that ends there can gain at most."""
        most = self.likeness.most_of_lengths + self.held - _COSTS[of_source, of_target]
        sums = self.source_lost_sums
        most -= sums[i] - sums[i - of_source]
        sums = self.target_lost_sums
        most -= sums[j] - sums[j - of_target]
        for a in range(i - of_source, i):
            for b in range(j - of_target, j):
                most += self._evidence(a, b)[0]
        return most

    def _with_certainties(self, steps: list[_Step]) -> list[_Step]:
        return [
            step._replace(certainty=self._certainty(steps, at)) for at, step in enumerate(steps)
        ]

    def _certainty(self, steps: list[_Step], at: int) -> float:
        i, j, of_source, of_target, _ = steps[at]
        gain = self.gain(i, j, of_source, of_target)
        if of_source and of_target:
            return gain
        others = [-inf]
        if at:
            before = steps[at - 1]
            others.append(self._joined(before, steps[at], before))
        if at + 1 < len(steps):
            after = steps[at + 1]
            others.append(self._joined(steps[at], after, after))
        return gain - max(others) if max(others) > -inf else inf

    def _joined(self, first: _Step, second: _Step, neighbour: _Step) -> float:
        """What is gained where two steps become one bead, over the neighbour alone."""
        of_source = first.of_source + second.of_source
        of_target = first.of_target + second.of_target
        if (of_source, of_target) not in _COSTS or not of_source or not of_target:
            return -inf
        alone = self.gain(neighbour.i, neighbour.j, neighbour.of_source, neighbour.of_target)
        return self.gain(first.i, first.j, of_source, of_target) - alone


def _breaks(document: Document) -> frozenset[int]:
    """The sentences that begin a paragraph, the first of the text left out."""
    numbers = accumulate(len(document.sentences_of(block)) for block in document.blocks[:-1])
    return frozenset(numbers)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of sorted pairs that rises on both sides (patience sorting)."""
    tops: list[int] = []
    heads: list[int] = []
    before: list[int] = []
    for number, (i, j) in enumerate(pairs):
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
    return [
        pair for above, pair in zip([(-1, -1), *chain], chain, strict=False) if pair[0] > above[0]
    ]


def _course_of(steps: list[_Step], count: int) -> list[int]:
    """Where a chain leads each sentence of the source, and what comes after the last."""
    course = [0] * count
    for step in steps:
        for at in range(step.of_source):
            course[step.i + at] = step.j + min(at, step.of_target)
    course[-1] = steps[-1].j + steps[-1].of_target
    return course


def _widen(reaches: list[int], places: list[int]) -> None:
    """Twice as far as before, at the places and as far around them."""
    wanted: dict[int, int] = {}
    for place in places:
        reach = min(_MOST_REACH, 2 * reaches[place] + 1)
        for near in range(max(0, place - reach), min(len(reaches), place + reach + 1)):
            wanted[near] = max(reach, wanted.get(near, 0))
    for place, reach in wanted.items():
        reaches[place] = max(reach, reaches[place])


def _limits(course: list[int], reaches: list[int], m: int) -> list[tuple[int, int]]:
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
