"""Words and word counts."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.patterns import late_pattern

TOKEN = late_pattern(r"[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[^\w\s]")
"""A word (with its inner apostrophes and hyphens), a number, or one mark."""

WORD = late_pattern(r"[^\W\d_]+(?:[’'\-‐][^\W\d_]+)*")


def whole_words(text: str, word: str) -> Iterator[int]:
    """Where the word, or several with what parts them, stands in the text with no letter or digit
    beside it: the offset of each place."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        is_whole = not (at and _is_of_word(text[at - 1])) and not _is_of_word(text[end : end + 1])
        if is_whole:
            yield at
        at = text.find(word, end if is_whole else at + 1)


def find_all(text: str, form: str) -> Iterator[int]:
    """Where the form stands in the text, within words too: the offset of each place."""
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def before_spaces(text: str, start: int, end: int) -> int:
    """Where the text between the offsets ends without the space at its end. Takes as long as that
    space is, however long the text before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets of the text between the two without the space at both of its ends."""
    while start < end and text[start].isspace():
        start += 1
    return start, before_spaces(text, start, end)


def _is_of_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def small_letters(text: str) -> str:
    """The text in small letters, as long as it was: İ, whose small form is two signs, is i."""
    lowered = text.replace("İ", "i").lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


_ONLY_MARKS = late_pattern(r"[^\w\s](?<!\S.)[^\w\s]*+(?!\S)")
UNSPACED = late_pattern(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
"""A letter of a script that does not part words."""
_UNSPACED_RUN = late_pattern(f"{UNSPACED.pattern}+")

CHARACTERS_PER_WORD = {"zh": 1.6, "ja": 2.4, "th": 4.0}
"""How many characters of an unspaced script count as one word of English. zh, ja: characters in
WMT21's human translations over words of their English sources, 73,466 / 46,496 and
56,616 / 23,305; th: a rule of thumb."""


def count_words(text: str, language: str) -> int:
    """Words between spaces that hold a letter or digit; for scripts without spaces their
    characters divided by `CHARACTERS_PER_WORD`, at least 1 where there are any."""
    ratio = CHARACTERS_PER_WORD.get(language)
    if ratio is None:
        return _count_spaced(text)
    between = _UNSPACED_RUN.split(text)
    unspaced = len(text) - sum(map(len, between))
    spaced = _count_spaced(" ".join(between))
    return spaced + (max(1, round(unspaced / ratio)) if unspaced else 0)


def _count_spaced(text: str) -> int:
    """What white space parts, less what is marks alone. Line by line, since a list of all words
    takes ten times the room of the text."""
    marks = sum(1 for _ in _ONLY_MARKS.finditer(text))
    return sum(len(line.split()) for line in text.split("\n")) - marks
