"""The chains of beads that two texts can be aligned by, and the best of them.

Dynamic programming after W. A. Gale and K. W. Church, "A Program for Aligning Sentences in
Bilingual Corpora", Computational Linguistics 19(1), 1993, along the likely course.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.course import likely_course, limits_along, widen
from mtcheck.bilingual.likeness import Likeness

if TYPE_CHECKING:
    from mtcheck.document import Document

_COSTS = {
    (1, 1): 0.05, (1, 2): 5.0, (2, 1): 5.0, (2, 2): 8.0, (1, 3): 8.0, (3, 1): 8.0,
    (1, 0): 5.0, (0, 1): 5.0,
}  # fmt: skip
"""What a bead of so many sentences of source and target costs: how rare it is, as a negative
logarithm."""
_MERGES = tuple(kind for kind in _COSTS if min(kind) and max(kind) > 1)
_PARAGRAPH_HELD, _PARAGRAPH_BROKEN = 0.6, 0.6
_BREAK_IN_A_BEAD = 0.5
_LEAST_DOUBT, _ASSUMED_BREAKS = 0.02, 2
_GAP_BESIDE_GAP = (((1, 0), (0, 1)), ((0, 1), (1, 0)))
_ONE_SENTENCE, _MAY_GO_ALONG = 3.0, -2.0
_MOST_MOVES_TRIED = 400
_BEYOND_DOUBT = 4.0
_FIRST_REACH = 2
_MOST_ROUNDS = 12


class Step(NamedTuple):
    """A bead in numbers of sentences: from (i, j), so many of the source and of the target."""

    i: int
    j: int
    of_source: int
    of_target: int
    certainty: float = 0.0


class Lattice:
    """All chains of beads that are looked at, and the best of them."""

    def __init__(self, source: Document, target: Document) -> None:
        self.likeness = likeness = Likeness(source, target)
        self.size = (len(source.sentences), len(target.sentences))
        self.source_breaks = _breaks(source)
        self.target_breaks = _breaks(target)
        self.has_paragraphs = len(source.blocks) > 1 and len(target.blocks) > 1
        self.source_sums = [0, *accumulate(likeness.source_lengths)]
        self.target_sums = [0, *accumulate(likeness.target_lengths)]
        self.source_lost_sums = [0.0, *accumulate(likeness.source_lost)]
        self.target_lost_sums = [0.0, *accumulate(likeness.target_lost)]
        weight = likeness.weight
        self.source_weight_sums = [0.0, *accumulate(map(weight, likeness.source_keys))]
        self.target_weight_sums = [0.0, *accumulate(map(weight, likeness.target_keys))]
        self.most_of_a_merge = likeness.most_of_lengths() + _PARAGRAPH_HELD
        self.held, self.broken = _PARAGRAPH_HELD, _PARAGRAPH_BROKEN
        self.shared: dict[tuple[int, int], tuple[float, frozenset[str]]] = {}

    def best_chain(self) -> list[Step]:
        n, m = self.size
        if not n or not m:
            return [Step(i, 0, 1, 0, inf) for i in range(n)] + [
                Step(0, j, 0, 1, inf) for j in range(m)
            ]
        course = likely_course(
            self.likeness.source_keys, self.likeness.target_keys, self.source_sums, self.target_sums
        )
        reaches = [_FIRST_REACH] * (n + 1)
        steps, course = self._best_along(course, reaches)
        if self.has_paragraphs and any(step[2:4] != (1, 1) for step in steps):
            self._learn_paragraphs(steps)
            steps, _ = self._best_along(course, reaches)
        return self._with_certainties(self._rejoined(steps))

    def _rejoined(self, steps: list[Step]) -> list[Step]:
        """An omission beside an addition that shares something with it is one sentence, rendered
        freely or in part."""
        joined: list[Step] = []
        for step in steps:
            last = joined[-1] if joined else None
            if last and (last[2:4], step[2:4]) in _GAP_BESIDE_GAP:
                i, j = min(last.i, step.i), min(last.j, step.j)
                if self._evidence(i, j)[0] >= _ONE_SENTENCE:
                    joined[-1] = Step(i, j, 1, 1)
                    continue
            joined.append(step)
        return joined

    def _best_along(self, course: list[int], reaches: list[int]) -> tuple[list[Step], list[int]]:
        """The best chain, and the course along which it was found. Where the chain comes to the
        edge of what was looked at, that stretch is looked at again, and farther from its middle."""
        ends = (0, 0), self.size
        steps, at_edge = self._chain(limits_along(course, reaches, self.size[1]), *ends)
        for _ in range(_MOST_ROUNDS):
            if not at_edge:
                break
            course = _course_of(steps, len(course))
            widen(reaches, at_edge)
            limits = limits_along(course, reaches, self.size[1])
            again: list[Step] = []
            done, still_at_edge = 0, []
            for first, last in self._stretches(steps, at_edge, reaches):
                end = steps[last] if last < len(steps) else Step(*self.size, 0, 0)
                found, places = self._chain(limits, steps[first][:2], end[:2])
                again += steps[done:first] + found
                still_at_edge += places
                done = last
            steps, at_edge = again + steps[done:], still_at_edge
        return steps, course

    def _stretches(
        self, steps: list[Step], places: list[int], reaches: list[int]
    ) -> list[tuple[int, int]]:
        """The steps around the places (sentences of the source), to the nearest that are beyond
        doubt on either side: (first, last), half-open, in order."""
        firm = [
            number
            for number in range(1, len(steps))
            if self._is_firm(steps[number - 1]) and self._is_firm(steps[number])
        ]
        rows = [steps[number].i for number in firm]
        stretches: list[tuple[int, int]] = []
        for place in sorted(places):
            before = bisect_right(rows, place - 2 * reaches[place]) - 1
            after = bisect_right(rows, place + 2 * reaches[place])
            first = firm[before] if before >= 0 else 0
            last = firm[after] if after < len(firm) else len(steps)
            if stretches and first <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], max(last, stretches[-1][1]))
            else:
                stretches.append((first, last))
        return stretches

    def _is_firm(self, step: Step) -> bool:
        return step[2:4] == (1, 1) and self.gain(*step[:4]) >= _BEYOND_DOUBT

    def _learn_paragraphs(self, steps: list[Step]) -> None:
        """How faithfully does this translation keep the paragraphs? So much they tell."""
        pairs = [
            (step.i in self.source_breaks, step.j in self.target_breaks)
            for step in steps
            if step.of_source and step.of_target
        ]
        breaks = sum(map(any, pairs))
        doubt = (breaks - sum(map(all, pairs)) + 1) / (breaks + _ASSUMED_BREAKS)
        self.broken = max(_PARAGRAPH_BROKEN, -log(max(_LEAST_DOUBT, doubt)))

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

    def _chain(
        self, limits: list[tuple[int, int]], start: tuple[int, int], end: tuple[int, int]
    ) -> tuple[list[Step], list[int]]:
        """The best chain from start to end within the limits, and the sentences of the source
        where it touches them."""
        (n, m), (first, least) = end, start
        best: dict[int, dict[int, float]] = {}
        chosen: dict[int, dict[int, tuple[int, int]]] = {}
        gain, omission, addition = self.gain, _COSTS[1, 0], _COSTS[0, 1]
        most = self._most_gain
        for i in range(first, n + 1):
            low, high = limits[i]
            row: dict[int, float] = {}
            steps: dict[int, tuple[int, int]] = {}
            above = best.get(i - 1, {})
            best[i], chosen[i] = row, steps
            for j in range(max(low, least), min(high, m) + 1):
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
                    if i - of_source >= first:
                        before = best[i - of_source].get(j - of_target)
                        if before is not None and before + most(i, j, of_source, of_target) > top:
                            total = before + gain(i - of_source, j - of_target, *kind)
                            if total > top:
                                top, step = total, kind
                if i == first and j == least:
                    top = 0.0
                if top > -inf:
                    row[j] = top
                    steps[j] = step
        found: list[Step] = []
        at_edge: list[int] = []
        i, j = n, m
        while (i, j) != start:
            of_source, of_target = chosen[i][j]
            low, high = limits[i]
            if j == low > 0 or j == high < m:
                at_edge.append(i)
            i, j = i - of_source, j - of_target
            found.append(Step(i, j, of_source, of_target))
        return found[::-1], at_edge

    def _most_gain(self, i: int, j: int, of_source: int, of_target: int) -> float:
        """What a bead of several sentences that ends there can gain at most: a quick look."""
        a, b = i - of_source, j - of_target
        weights, weights_too = self.source_weight_sums, self.target_weight_sums
        lost, lost_too = self.source_lost_sums, self.target_lost_sums
        return (
            min(weights[i] - weights[a], weights_too[j] - weights_too[b])
            - (lost[i] - lost[a])
            - (lost_too[j] - lost_too[b])
            + self.most_of_a_merge
            - _COSTS[of_source, of_target]
        )

    def _with_certainties(self, steps: list[Step]) -> list[Step]:
        moved = self._moved(steps)
        return [
            step._replace(certainty=0.0 if step in moved else self._certainty(steps, at))
            for at, step in enumerate(steps)
        ]

    def _moved(self, steps: list[Step]) -> set[Step]:
        """The omissions that come as additions elsewhere: the translator put sentences in another
        place; and the sentences beside them that may have gone along."""
        omitted = {step.i: step for step in steps if not step.of_target}
        added = {step.j: step for step in steps if not step.of_source}
        if len(omitted) * len(added) > _MOST_MOVES_TRIED:
            return set()
        pairs = [
            (i, j)
            for i in omitted
            for j in added
            if self._evidence(i, j)[0] >= _ONE_SENTENCE and self.gain(i, j, 1, 1) >= _ONE_SENTENCE
        ]
        moved: set[Step] = set()
        for i, j in pairs:
            for by in (-1, 1):
                a, b = i, j
                while a in omitted and b in added and self.gain(a, b, 1, 1) >= _MAY_GO_ALONG:
                    moved |= {omitted[a], added[b]}
                    a, b = a + by, b + by
        return moved

    def _certainty(self, steps: list[Step], at: int) -> float:
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

    def _joined(self, first: Step, second: Step, neighbour: Step) -> float:
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


def _course_of(steps: list[Step], count: int) -> list[int]:
    """Where a chain leads each sentence of the source, and what comes after the last."""
    course = [0] * count
    for step in steps:
        for at in range(step.of_source):
            course[step.i + at] = step.j + min(at, step.of_target)
    course[-1] = steps[-1].j + steps[-1].of_target
    return course
