"""Does a regular expression take longer than its text is long?

    python -m benchmarks.speed.backtracking

Python's `re` goes back and tries again: `(a|aa)+$` takes twice as long for each letter more, and
`a+b`, looked for in a line of a's, runs to its end from every place of it. Here each pattern is
run, step by step as `re` does it but counting, over texts made to hurt it: what its repetitions
repeat, again and again. Twice the text may take twice the steps, not four times as many.

Counts do not depend on the machine, so a test asks the same. Prints the patterns that grow faster,
each with the text that shows it; exit 1 where there are any.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from random import Random
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from benchmarks.speed.written import written_patterns

_SIZES = (8, 16, 32)
_MOST_STEPS = 20_000
_DEEPEST = 20_000
_GROWTH = 2.7
"""More than this many times the steps for each doubling: linear is 2, quadratic 4."""
_UNBOUNDED = 1_000
_BOUND = 4
"""A repetition with a limit costs a constant: it is counted as one of so many."""
_PLAIN_SIGNS = "aA1 .,-é'\"\n的я"
_SAMPLES = 2
_MOST_SIGNS = 9
_LONGEST_PUMP = 12
_ENDS = ("", "\x00")

Tree = Sequence[tuple[Any, Any]]
Going = Callable[[int], bool]
"""What is to be matched after a place."""
Matching = Callable[[int, Going], bool]


class _TooManyStepsError(Exception):
    """The counting was given up."""


class Slow(NamedTuple):
    """A text that a pattern takes ever longer for: `pump` repeated between `head` and `tail`.

    growth: how many times the steps for twice the text.
    """

    head: str
    pump: str
    tail: str
    growth: float


def slowest(pattern: str, flags: int = 0, *, anywhere: bool = True) -> Slow | None:
    """The text on which the pattern grows fastest, or None where all its steps are linear.

    anywhere: it is searched for; otherwise it is tried at the beginning of the text alone.
    """
    state = _parser.parse(pattern, flags)
    tree, flags = _bounded(state), state.state.flags
    if not _repeats(tree):
        return None
    worst: Slow | None = None
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _DEEPEST))
    for head, pump, tail in _attacks(tree, flags):
        growth = _growth(tree, flags, (head, pump, tail), anywhere=anywhere)
        if growth > _GROWTH and (worst is None or growth > worst.growth):
            worst = Slow(head, pump, tail, round(growth, 1))
            if growth >= 2 * _GROWTH:
                break
    return worst


def _growth(tree: Tree, flags: int, attack: tuple[str, str, str], *, anywhere: bool) -> float:
    head, pump, tail = attack
    counts = []
    for size in _SIZES:
        try:
            counts.append(steps(tree, flags, head + pump * size + tail, anywhere=anywhere))
        except _TooManyStepsError:
            return float(_UNBOUNDED)
    first, second, third = counts
    return (third - second) / max(second - first, 1)


def steps(tree: Tree, flags: int, text: str, *, anywhere: bool) -> int:
    """How many signs are looked at to find all that the pattern matches in the text."""
    run = _Run(text, flags)
    match = run.sequence(tree)
    at = 0
    while at <= len(text):
        ends: list[int] = []

        def done(end: int, ends: list[int] = ends) -> bool:
            ends.append(end)
            return True

        run.groups.clear()
        match(at, done)
        if not anywhere:
            break
        at = max(ends[0], at + 1) if ends else at + 1
    return run.count


class _Run:
    """A backtracking matcher over the tree that `re` itself parses, which counts its steps."""

    def __init__(self, text: str, flags: int) -> None:
        self.text = text
        self.flags = flags
        self.count = 0
        self.groups: dict[int, tuple[int, int]] = {}

    def sequence(self, tree: Tree) -> Matching:
        parts = [self._node(op, argument) for op, argument in tree]

        def match(at: int, then: Going, index: int = 0) -> bool:
            if index == len(parts):
                return then(at)
            return parts[index](at, lambda end: match(end, then, index + 1))

        return parts[0] if len(parts) == 1 else match

    def _node(self, op: Any, argument: Any) -> Matching:
        if op in _ONE_SIGN:
            fits = _sign_test(op, _key(argument), self.flags)
            return self._sign(fits)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            return self._repeat(op, *argument)
        if op is sre.SUBPATTERN:
            group, on, off, tree = argument
            inner = _Run.sequence
            if on or off:
                saved, self.flags = self.flags, (self.flags | on) & ~off
                matching = inner(self, tree)
                self.flags = saved
            else:
                matching = inner(self, tree)
            return self._group(group, matching)
        if op is sre.ATOMIC_GROUP:
            return self._atomic(self.sequence(argument))
        if op is sre.BRANCH:
            branches = [self.sequence(tree) for tree in argument[1]]
            return lambda at, then: any(branch(at, then) for branch in branches)
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            return self._look(op is sre.ASSERT, *argument)
        if op is sre.AT:
            return self._place(argument)
        if op is sre.GROUPREF:
            return self._reference(argument)
        if op is sre.GROUPREF_EXISTS:
            group, yes, no = argument
            ways = self.sequence(yes), self.sequence(no or [])
            return lambda at, then: ways[group not in self.groups](at, then)
        raise NotImplementedError(str(op))

    def _step(self) -> None:
        self.count += 1
        if self.count > _MOST_STEPS:
            raise _TooManyStepsError

    def _sign(self, fits: Callable[[str], bool]) -> Matching:
        text = self.text

        def match(at: int, then: Going) -> bool:
            self._step()
            return at < len(text) and fits(text[at]) and then(at + 1)

        return match

    def _repeat(self, op: Any, least: int, most: int, tree: Tree) -> Matching:
        item = self.sequence(tree)

        def greedy(at: int, then: Going, times: int = 0, before: int = -1) -> bool:
            may_repeat = times < most and (times < least or at != before)
            if may_repeat and item(at, lambda end: greedy(end, then, times + 1, at)):
                return True
            return times >= least and then(at)

        def lazy(at: int, then: Going, times: int = 0, before: int = -1) -> bool:
            if times >= least and then(at):
                return True
            if times < most and (times < least or at != before):
                return item(at, lambda end: lazy(end, then, times + 1, at))
            return False

        if op is sre.POSSESSIVE_REPEAT:
            return self._atomic(greedy)
        return greedy if op is sre.MAX_REPEAT else lazy

    def _group(self, group: int | None, inner: Matching) -> Matching:
        if group is None:
            return inner

        def match(at: int, then: Going) -> bool:
            def close(end: int) -> bool:
                old = self.groups.get(group)
                self.groups[group] = (at, end)
                if then(end):
                    return True
                if old is None:
                    del self.groups[group]
                else:
                    self.groups[group] = old
                return False

            return inner(at, close)

        return match

    def _atomic(self, inner: Matching) -> Matching:
        def match(at: int, then: Going) -> bool:
            ends: list[int] = []
            return inner(at, lambda end: not ends.append(end)) and then(ends[0])  # type: ignore[func-returns-value]

        return match

    def _look(self, wanted: bool, direction: int, tree: Any) -> Matching:
        inner = self.sequence(tree)
        width = tree.getwidth()[0] if direction < 0 else 0

        def match(at: int, then: Going) -> bool:
            start = at - width
            found = start >= 0 and inner(start, lambda end: direction > 0 or end == at)
            return found == wanted and then(at)

        return match

    def _place(self, place: Any) -> Matching:
        text, flags = self.text, self.flags

        def is_word(at: int) -> bool:
            return 0 <= at < len(text) and (text[at].isalnum() or text[at] == "_")

        def match(at: int, then: Going) -> bool:
            if place in (sre.AT_BEGINNING, sre.AT_BEGINNING_STRING):
                fits = at == 0 or (
                    place is sre.AT_BEGINNING
                    and bool(flags & re.MULTILINE)
                    and text[at - 1] == "\n"
                )
            elif place in (sre.AT_END, sre.AT_END_STRING):
                fits = at == len(text) or (
                    place is sre.AT_END
                    and text[at] == "\n"
                    and (bool(flags & re.MULTILINE) or at == len(text) - 1)
                )
            else:
                fits = (is_word(at - 1) != is_word(at)) == (place is sre.AT_BOUNDARY)
            return fits and then(at)

        return match

    def _reference(self, group: int) -> Matching:
        def match(at: int, then: Going) -> bool:
            if group not in self.groups:
                return False
            self._step()
            written = self.text[slice(*self.groups[group])]
            return self.text.startswith(written, at) and then(at + len(written))

        return match


_ONE_SIGN = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)


def _key(argument: Any) -> Any:
    return tuple(argument) if isinstance(argument, list) else argument


@cache
def _sign_test(op: Any, argument: Any, flags: int) -> Callable[[str], bool]:
    """Does a sign fit? Asked of `re` itself, once for each."""
    tree = _parser.SubPattern(_parser.State(), [(op, _list(argument))])
    tree.state.flags = flags | re.UNICODE
    from re import _compiler

    code = _compiler._code(tree, flags)
    compiled = _compiler._sre.compile(None, flags, code, 0, {}, ())
    return cache(lambda sign: compiled.match(sign) is not None)


def _list(argument: Any) -> Any:
    return list(argument) if isinstance(argument, tuple) else argument


def _bounded(tree: Any) -> list[tuple[Any, Any]]:
    """The tree with repetitions that have a limit made short."""
    nodes: list[tuple[Any, Any]] = []
    for op, argument in tree:
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = argument
            most = most if most >= _UNBOUNDED else min(most, _BOUND)
            nodes.append((op, (min(least, _BOUND), most, _bounded(inner))))
        elif op is sre.SUBPATTERN:
            nodes.append((op, (*argument[:3], _bounded(argument[3]))))
        elif op is sre.ATOMIC_GROUP:
            nodes.append((op, _bounded(argument)))
        elif op is sre.BRANCH:
            nodes.append((op, (None, [_bounded(inner) for inner in argument[1]])))
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = argument
            # What stands behind has one width, which must stay.
            nodes.append((op, (direction, _bounded(inner) if direction > 0 else inner)))
        else:
            nodes.append((op, argument))
    return nodes


def _inner_trees(op: Any, argument: Any) -> Iterable[Tree]:
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return (argument[2],)
    if op is sre.SUBPATTERN:
        return (argument[3],)
    if op is sre.ATOMIC_GROUP:
        return (argument,)
    if op is sre.BRANCH:
        return tuple(argument[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return (argument[1],)
    if op is sre.GROUPREF_EXISTS:
        return tuple(tree for tree in argument[1:] if tree)
    return ()


def _repeats(tree: Tree) -> list[tuple[Tree, Tree]]:
    """(what stands before, what is repeated) of each repetition without a limit."""
    found: list[tuple[Tree, Tree]] = []
    for index, (op, argument) in enumerate(tree):
        if (
            op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
            and argument[1] >= _UNBOUNDED
        ):
            found.append((tree[:index], argument[2]))
        for inner in _inner_trees(op, argument):
            found += [([*tree[:index], *before], item) for before, item in _repeats(inner)]
    return found


def _attacks(tree: Tree, flags: int) -> Iterator[tuple[str, str, str]]:
    """(head, pump, tail) of texts that repeat what the pattern's repetitions do."""
    random = Random(1)
    seen: set[tuple[str, str]] = set()
    signs = list(dict.fromkeys(_PLAIN_SIGNS + "".join(_literals(tree))))[:_MOST_SIGNS]
    for before, item in _repeats(tree):
        heads = dict.fromkeys(("", _sample(before, flags, random)))
        pumps = [_sample(item, flags, random) for _ in range(_SAMPLES)]
        pumps.append(_sample(before, flags, random) + pumps[0])  # begun again and again
        pumps += [sign for sign in signs if _begins(item, flags, sign)]
        for pump in dict.fromkeys(pumps):
            if not 0 < len(pump) <= _LONGEST_PUMP:
                continue
            for head in heads:
                if (head, pump) not in seen:
                    seen.add((head, pump))
                    yield from ((head, pump, end) for end in _ENDS)


def _begins(item: Tree, flags: int, sign: str) -> bool:
    for op, argument in item:
        if op in _ONE_SIGN:
            return _sign_test(op, _key(argument), flags)(sign)
        if any(_begins(inner, flags, sign) for inner in _inner_trees(op, argument)):
            return True
        if op not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            return False
    return False


def _literals(tree: Tree) -> Iterator[str]:
    for op, argument in tree:
        if op is sre.LITERAL:
            yield chr(argument)
        elif op is sre.IN:
            for kind, value in argument:
                if kind is sre.LITERAL:
                    yield chr(value)
                elif kind is sre.RANGE:
                    yield chr(value[0])
        for inner in _inner_trees(op, argument):
            yield from _literals(inner)


_POOL = (
    _PLAIN_SIGNS
    + "b0bZ\t\r_:;!?()[]{}<>/\\@#&*+=|~%$€«»“”„‘’—–…\u00a0\u202f\u3000\u200b，。、「」（）"
    "あアｱ가ا،؟אαŁđßÜ٣３²"
)


def _sample(tree: Tree, flags: int, random: Random) -> str:
    """A short text that the tree may match, looking about left aside."""
    text = ""
    for op, argument in tree:
        if op is sre.LITERAL:
            text += chr(argument)
        elif op in _ONE_SIGN:
            text += _fitting(op, argument, flags, random)
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            least, most, inner = argument
            times = max(least, min(most, random.choice((0, 1, 1))))
            text += "".join(_sample(inner, flags, random) for _ in range(times))
        elif op is sre.BRANCH:
            text += _sample(random.choice(argument[1]), flags, random)
        elif op in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            (inner,) = _inner_trees(op, argument)
            text += _sample(inner, flags, random)
    return text


def _fitting(op: Any, argument: Any, flags: int, random: Random) -> str:
    test = _sign_test(op, _key(argument), flags)
    own = list(_literals([(op, argument)])) if op is sre.IN else []
    fitting = [sign for sign in (*own, *_POOL) if test(sign)]
    return random.choice(fitting) if fitting else "a"


def main() -> None:
    found = 0
    for written in written_patterns():
        slow = slowest(written.pattern, written.flags, anywhere=written.anywhere)
        if slow:
            found += 1
            print(f"{written.name}: {slow.growth:g} times the steps for twice the text")
            print(f"    {slow.head!r} + {slow.pump!r} * n + {slow.tail!r}")
    print(f"{found} patterns grow faster than their text")
    sys.exit(found > 0)


if __name__ == "__main__":
    main()
