"""Text made safe and measurable for a terminal."""

from __future__ import annotations

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
    r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Control characters, bidi marks and escape sequences as their code point, so that a text
    can neither command the terminal nor hide what it holds."""
    return _CONTROL.sub(lambda found: f"<U+{ord(found.group()):04X}>", text.replace("\t", " "))


def width(text: str) -> int:
    """Columns that the text takes on a terminal (East Asian Width, Unicode TR 11)."""
    return sum(map(_width_of, text)) if not text.isascii() else len(text)


def _width_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
