"""Text made safe and measurable for a terminal."""

from __future__ import annotations

import re
import unicodedata

from mtcheck.patterns import late_pattern

RESET = "\x1b[0m"
SEVERITY_COLOURS = {
    "critical": "\x1b[1;35m",
    "major": "\x1b[1;31m",
    "minor": "\x1b[33m",
    "neutral": "\x1b[36m",
}

_CONTROL = late_pattern(
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_LONGEST_MESSAGE = 600
_COMMAND_ANYWHERE = late_pattern(r"#(?=#(?:\[|vso\[|teamcity\[))")
"""GitHub's older form (and Azure's), Azure Pipelines, TeamCity: wherever in a line of the log."""
_COMMAND_FIRST = late_pattern(r"(?m)^([^\S\n]*+):(?=:[\w-]++[^\n]*?::)")
"""GitHub Actions: at the beginning of a line, white space before it or not."""


def visible(text: str) -> str:
    """Control characters, bidi marks and escape sequences as their code point, so that a text
    can neither command the terminal nor hide what it holds; nor can it command the CI server that
    reads the log (`::error::`, `##vso[`)."""
    return uncommanding(printable(text))


def in_short(message: str) -> str:
    """A message that repeats what a stranger wrote, without the most of it."""
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]}…"


def printable(text: str) -> str:
    """As `visible`, for where a CI server reads no command."""
    return _CONTROL.sub(_code_point, text.replace("\t", " "))


def uncommanding(lines: str) -> str:
    """The lines with no command to a CI server in them; text that was put together of visible parts
    can hold one again."""
    if "##" in lines:
        lines = _COMMAND_ANYWHERE.sub("<U+0023>", lines)
    return _COMMAND_FIRST.sub(r"\1<U+003A>", lines) if "::" in lines else lines


def _code_point(found: re.Match[str]) -> str:
    return f"<U+{ord(found.group()):04X}>"


def width(text: str) -> int:
    """Columns that the text takes on a terminal (East Asian Width, Unicode TR 11)."""
    return sum(map(_width_of, text)) if not text.isascii() else len(text)


def _width_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
