"""Words and word counts."""

from __future__ import annotations

from mtcheck.patterns import late_pattern

TOKEN = late_pattern(r"[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
"""A word (with its inner apostrophes and hyphens), a number, or one mark."""

WORD = late_pattern(r"[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*")


def small_letters(text: str) -> str:
    """The text in small letters, as long as it was: İ, whose small form is two signs, is i."""
    lowered = text.replace("İ", "i").lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


_COUNTED = late_pattern(r"\S*\w\S*")
UNSPACED = late_pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
"""A letter of a script that does not part words."""

CHARACTERS_PER_WORD = {"zh": 1.6, "ja": 2.4, "th": 4.0}
"""How many characters of an unspaced script count as one word of English. zh, ja: characters in
WMT21's human translations over words of their English sources, 73,466 / 46,496 and
56,616 / 23,305; th: a rule of thumb."""


def count_words(text: str, language: str) -> int:
    """Words between spaces that hold a letter or digit; for scripts without spaces their
    characters divided by `CHARACTERS_PER_WORD`, at least 1 where there are any."""
    ratio = CHARACTERS_PER_WORD.get(language)
    if ratio is None:
        return sum(1 for _ in _COUNTED.finditer(text))
    unspaced = len(UNSPACED.findall(text))
    spaced = sum(1 for _ in _COUNTED.finditer(UNSPACED.sub(" ", text)))
    return spaced + (max(1, round(unspaced / ratio)) if unspaced else 0)
