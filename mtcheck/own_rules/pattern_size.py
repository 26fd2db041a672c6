"""How large a regular expression grows when its counted repetitions are written out: an engine does
that before it looks at any text, and no time limit stops it."""

from __future__ import annotations

from mtcheck.patterns import late_pattern

_TOKEN = late_pattern(
    r"(?s)\\.|\[\]?(?:\\.|[^\]\\])*\]|\{(?P<least>\d*+)(?P<comma>,?)(?P<most>\d*+)\}|."
)
_CALL = late_pattern(r"\(\?(?:R\b|[+-]?\d|&|P>)")
_LONGEST_COUNT = 9
"""Digits of a count; a longer one is as large as any limit."""


def written_out(pattern: str) -> int:
    """How many signs the pattern has, each counted as often as the counts around it say."""
    sizes = [0]
    last = 0
    for found in _TOKEN.finditer(pattern):
        token = found.group()
        if token == "(":
            sizes.append(0)
            continue
        if token == ")" and len(sizes) > 1:
            last = sizes.pop() + 1
        elif found["least"] or found["most"]:
            times = max(_count(found["least"]), _count(found["most"]), 1)
            sizes[-1] += last * (times - 1)
            last *= times
            continue
        else:
            last = 1
        sizes[-1] += last
    return sum(sizes)


def calls_itself(pattern: str) -> bool:
    """Does the pattern call itself or a group of its own, as "(?R)", "(?1)" and "(?&name)" do?"""
    return any(
        found.group() == "(" and _CALL.match(pattern, found.start())
        for found in _TOKEN.finditer(pattern)
    )


def _count(digits: str) -> int:
    return int(digits[:_LONGEST_COUNT]) if digits else 0
