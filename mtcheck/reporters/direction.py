"""Which way a text is written: from left to right or from right to left."""

from __future__ import annotations

from typing import Literal

from mtcheck.patterns import late_pattern

Direction = Literal["ltr", "rtl"]

_SCRIPTS = {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"}
_LANGUAGES = {
    "ar", "arc", "ary", "arz", "azb", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks",
    "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "syr", "ug", "ur", "yi",
}  # fmt: skip
"""Those usually written from right to left (CLDR, likely subtags)."""
_RIGHT_TO_LEFT = late_pattern(
    r"[\u05d0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LETTER = late_pattern(r"[^\W\d_]")
_PLAINLY = 0.8


def direction(language: str, text: str) -> Direction:
    """That of a text in this language; where the tag does not tell, the letters do."""
    primary, *subtags = language.lower().split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():
            return "rtl" if subtag in _SCRIPTS else "ltr"
    if primary in _LANGUAGES:
        return "rtl"
    return "rtl" if primary == "und" and _share(text) > 0.5 else "ltr"


def block_direction(text: str, usual: Direction) -> Direction:
    """That of a paragraph: the article's, unless nearly all its letters run the other way."""
    if usual == "ltr" and not _RIGHT_TO_LEFT.search(text):
        return usual
    share = _share(text)
    if usual == "ltr":
        return "rtl" if share > _PLAINLY else "ltr"
    return "ltr" if share < 1 - _PLAINLY and _LETTER.search(text) else "rtl"


def _share(text: str) -> float:
    """How many of the letters run from right to left, 0 to 1."""
    letters = len(_LETTER.findall(text))
    return len(_RIGHT_TO_LEFT.findall(text)) / letters if letters else 0.0
