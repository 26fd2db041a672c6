"""Characters that nobody sees: where a script, an emoji or text from right to left needs them,
and where they were left behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

Kind = Literal[
    "zero-width", "translator", "direction", "soft hyphen", "object", "control", "private"
]

_INVISIBLE = late_pattern(
    "[\x00-\x08\x0e-\x1f\x7f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ue000-\uf8ff"
    "\U000e0000-\U000e01ef\U000f0000-\U0010fffd]+"
)
_MARKS = "\u061c\u200e\u200f"
_OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSERS = "\u202c\u2069"
_DIRECTION = frozenset(_MARKS + _OPENERS + _CLOSERS)
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH_SPACE = "\u200b"
_RIGHT_TO_LEFT = late_pattern("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_WANTS_JOINERS = late_pattern(
    "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1700-\u18af\ua8e0-\uabff\ufb50-\ufefc\U00011000-\U00011fff]"
)
_BREAKS_WITHOUT_SPACE = late_pattern(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u1aaf\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]"
)
_NEARBY = 12
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    ("ar", "he", "fa", "ur", "ps", "sd", "ug", "ckb", "yi", "dv", "ks", "arz", "prs", "azb", "pnb")
)
_DECODED_WRONGLY = ("Ã", "Â")
"""Ã and a soft hyphen were one letter: that is another rule's matter."""
_LONG_TEXT = 200
_STRAY = 3
"""Up to so many places where a line may break are no habit in Chinese and Japanese."""
_HOUSE_STYLE_FROM = 4
_WORDS_A_SOFT_HYPHEN = 60


class Invisible(NamedTuple):
    """A run of characters that nobody sees and nothing needs."""

    start: int
    end: int
    kind: Kind
    is_house_style: bool = False


def idle_characters(document: Document) -> Iterator[Invisible]:
    """All runs that do no work where they stand."""
    text = document.text
    if not _INVISIBLE.search(document.distinct):
        return
    idle: list[Invisible] = []
    for found in _INVISIBLE.finditer(text):
        kept = _needed(document, found)
        if rest := found.group()[kept:]:
            idle.append(Invisible(found.start() + kept, found.end(), _kind(rest)))
    hyphens = sum(run.kind == "soft hyphen" for run in idle)
    is_style = hyphens >= max(_HOUSE_STYLE_FROM, document.word_count / _WORDS_A_SOFT_HYPHEN)
    for run in idle:
        is_hyphen = run.kind == "soft hyphen" and _in_word(text, run)
        yield run._replace(is_house_style=is_style and is_hyphen)


def _in_word(text: str, run: Invisible) -> bool:
    return text[run.start - 1 : run.start].isalpha() and text[run.end : run.end + 1].isalpha()


def _kind(run: str) -> Kind:
    first = run[0]
    if run.startswith(_ZERO_WIDTH_SPACE * 2):
        return "translator"
    if first in _DIRECTION:
        return "direction"
    if first == "\u00ad":
        return "soft hyphen"
    if first == "\ufffc":
        return "object"
    category = unicodedata.category(first)
    return "control" if category == "Cc" else "private" if category == "Co" else "zero-width"


def _needed(document: Document, found: re.Match[str]) -> int:
    """How many characters of the run, from its beginning, have work to do."""
    if found.start() == 0 and found.group()[0] == "\ufeff":
        return 1
    for index, char in enumerate(found.group()):
        if not _works(document, char, found, found.start() + index):
            return index
    return len(found.group())


def _works(document: Document, char: str, run: re.Match[str], at: int) -> bool:
    text = document.text
    before = text[max(0, run.start() - _NEARBY) : run.start()]
    after = text[run.end() : run.end() + _NEARBY]
    near = before[-2:] + after[:2]
    if char in _JOINERS:
        return _WANTS_JOINERS.search(near) is not None or _is_emoji(before[-1:])
    if "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef":
        return _takes_variation(before[-1:])
    if "\U000e0020" <= char <= "\U000e007f":
        previous = text[at - 1 : at]
        return previous == "\U0001f3f4" or "\U000e0020" <= previous <= "\U000e007f"
    if char in _DIRECTION:
        return _is_beside_right_to_left(document, char, at, before + after)
    if char in (_ZERO_WIDTH_SPACE, "\u2060"):
        if (
            document.target in ("zh", "ja")
            and document.once(("count of", char), lambda: text.count(char)) <= _STRAY
            and len(text) > _LONG_TEXT
        ):
            return False
        return _BREAKS_WITHOUT_SPACE.search(near) is not None
    if char == "\u00ad":
        return before[-1:] in _DECODED_WRONGLY
    if char == "\u034f":
        return _RIGHT_TO_LEFT.search(near) is not None
    return char == "\u180e" and document.target == "mn"


def _is_emoji(char: str) -> bool:
    return bool(char) and unicodedata.category(char) in ("So", "Sk", "Sm", "Mn")


def _takes_variation(char: str) -> bool:
    """Emoji, symbols, the digits of keycaps, and Chinese characters have variants."""
    if not char:
        return False
    category = unicodedata.category(char)
    return (
        category in ("So", "Sm", "Po", "Pd", "Sk", "No")
        or char in "0123456789#*"
        or _BREAKS_WITHOUT_SPACE.match(char) is not None
        or _WANTS_JOINERS.match(char) is not None
        or "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uffef"
    )


def _is_beside_right_to_left(document: Document, char: str, at: int, near: str) -> bool:
    """In an article from right to left all but overrides; elsewhere beside words of that kind."""
    if char in "\u202d\u202e":
        return False
    if document.target in _RIGHT_TO_LEFT_LANGUAGES:
        return True
    if char in _MARKS:
        return _RIGHT_TO_LEFT.search(near) is not None
    block = document.block_at(at)
    return document.once(
        ("right to left", block.start),
        lambda: _RIGHT_TO_LEFT.search(document.text, block.start, block.end) is not None,
    )
