"""Lines and what they make up: headline, paragraphs, list items.

A text is cut at its lines, unless lines are wrapped at a width: then blank lines part it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from mtcheck.language.words import UNSPACED
from mtcheck.patterns import late_pattern

_LINE = late_pattern(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_NEWLINE = late_pattern(r"\r\n?|[\n\u2028\u2029\x0b\x0c\x85]")
BULLET = late_pattern(r"(?:[•·▪▫‣◦●○■□►▶➤→»✓*\-–—]|\(?\d{1,2}[.)]|[a-z]\))[ \t\u00a0\u202f]+")
_LONGEST_WRAPPED_LINE = 130
_LONGEST_HEADLINE = 220


class Span(NamedTuple):
    """A place in a document's text: start and end in code points, half-open."""

    start: int
    end: int


def block_spans(text: str) -> list[Span]:
    """A line is a block, unless lines are wrapped at a width: then blank lines part blocks."""
    lines = line_spans(text)
    width = max((line.end - line.start for line in lines), default=0)
    if width > _LONGEST_WRAPPED_LINE:
        return lines
    wraps = [_is_wrapped(text, above, line, width) for above, line in pairwise(lines)]
    breaks = [_is_single_break(text, above, line) for above, line in pairwise(lines)]
    if 2 * sum(wraps) < sum(breaks):
        return lines  # the longest line alone always looks wrapped
    spans = lines[:1]
    for span, is_wrapped in zip(lines[1:], wraps, strict=True):
        if is_wrapped:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
    return spans


def _is_single_break(text: str, above: Span, line: Span) -> bool:
    return len(_NEWLINE.findall(text, above.end, line.start)) == 1


def _is_wrapped(text: str, above: Span, line: Span, width: int) -> bool:
    """Did the line break fall only because the next word had no room?"""
    if not _is_single_break(text, above, line) or BULLET.match(text, line.start, line.end):
        return False
    last_line = max(text.rfind("\n", 0, above.end) + 1, above.start)
    if UNSPACED.match(text, line.start):
        return width > 20 and above.end - last_line + 2 > width  # a line may break anywhere
    words = text[line.start : line.end].split(maxsplit=1)
    return width > 40 and above.end - last_line + 1 + len(words[0]) > width


def looks_like_headline(line: str) -> bool:
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip("\"'”’»“ \u00a0").endswith(
        (".", ";", ",", ":", "。", "…", "，", "、", "；", "：", "،", "؛")
    )


def line_spans(text: str) -> list[Span]:
    """The lines that hold text, without the white space around it."""
    return [
        Span(match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip()))
        for match in _LINE.finditer(text)
        if (line := match.group()).strip()
    ]
