"""Two spellings of one name: known ones, and those that differ as transliterations do.

Known names lie in `mtcheck/name-variants.txt`. Two unknown words are taken for one name where they
come out alike once marks are taken off and the letters that transcriptions exchange are made one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.patterns import late_pattern

VARIANTS = Path(__file__).parent.parent / "name-variants.txt"
FIRST_NAMES = Path(__file__).parent.parent / "first-names.txt"

_FIRST_MADE_ONE = (
    (late_pattern("ou|oo|oe|w(?=[aeiou])"), "u"),
    (late_pattern("ph"), "f"),
    (late_pattern("gh"), "g"),
    (late_pattern("dj"), "j"),
    (late_pattern("(?<=[aeiou])h$", re.MULTILINE), ""),
    (late_pattern("kh|ch(?=[aeiou])"), "h"),
    (late_pattern("[iyj]+"), "i"),
    (late_pattern("ck|q|c(?=[aoulr])"), "k"),
    (late_pattern(r"([a-z])\1+"), r"\1"),
)
_COARSE = str.maketrans(
    {"q": "k", "c": "k", "z": "s", "v": "f", "d": "t"} | dict.fromkeys("aeiouywjh'-")
)
_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"})


_CYRILLIC_MADE_ONE = (
    (late_pattern("я"), "иа"),
    (late_pattern("ю"), "иу"),
    (late_pattern("[эєё]"), "е"),
    (late_pattern("ґ|х"), "г"),
    (late_pattern("[ъ'’ʼ]"), ""),
    (late_pattern("[иійыїь]+"), "и"),
    (late_pattern(r"([^\W\d_])\1+"), r"\1"),
)
_CYRILLIC_ENDING = late_pattern(
    r"(?<=[^\W\d_]{3})(?:[оеё](?:го|му|ю|й|м|в|ві)|[ыи](?:ми|м|х|й)|[ая](?:ми|м|х)|[ую]ю|[иі]й|[аеиуыіїюяйє])$"
)

_SLAVIC_END = late_pattern(
    r"(?:[oe](?:v|w|ff)|[iy]ne?|sk(?:y|i|ij|yj|iy|yi|ii|aia|aja|aya|a)|t?ski|n(?:y|yi|yj|iy|i)"
    r"|enk?o|k[oh]|ts?ki|an|[uo]k|ouk|[iy]ts?ch|[iy]tj|[oe]wa|[oe]va)$"
)
_SLAVIC_MADE_ONE = (
    (late_pattern("ou|oe"), "u"),
    (late_pattern("w|ff"), "v"),
    (late_pattern("ine$", re.MULTILINE), "in"),
    (late_pattern("gu(?=[eiy])|gh"), "g"),
    (
        late_pattern(
            "s?t?schts?ch|chtch|shch|szcz|stsj|tsch|tch|tsj|sch|sh|sj|zj|zh|sz|cz|rz|kh|ch|x"
        ),
        "#",
    ),
    (late_pattern("(?<=[aeiou])[jh](?=[aeiou])"), "#"),
    (late_pattern("[jhcz](?=[bdgklmnprtv]|$)|(?<![a-z])[jh](?=[aeou])", re.MULTILINE), "#"),
    (late_pattern("[iyj]+"), "i"),
    (late_pattern("i(?=[aeou])"), ""),
    (late_pattern(r"([a-z#])\1+"), r"\1"),
    (late_pattern("[cz]"), "s"),
)


class Variants(NamedTuple):
    """sets: for each form, the number of its line. kinds: by number, "" (a person), "@", "+"."""

    sets: dict[str, int]
    kinds: tuple[str, ...]


@cache
def known_variants() -> Variants:
    sets: dict[str, int] = {}
    kinds: list[str] = []
    for line in VARIANTS.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        words = line.split()
        kind = words.pop(0) if words[0] in ("@", "+") else ""
        for word in words:
            sets.setdefault(word, len(kinds))
        kinds.append(kind)
    return Variants(sets, tuple(kinds))


def without_marks(words: str) -> str:
    """In small letters, without accents and the like."""
    small = words.lower().translate(_PLAIN_LETTERS)
    if small.isascii():
        return small
    folded = unicodedata.normalize("NFD", small)
    return "".join(char for char in folded if not unicodedata.combining(char))


def sound_keys(words: Iterable[str]) -> list[str]:
    """For each word a key that its other transcriptions share; all in one pass."""
    joined = without_marks("\n".join(words))
    for pattern, key in _FIRST_MADE_ONE:
        joined = pattern.sub(key, joined)
    return joined.split("\n") if joined else []


def slavic_keys(words: Iterable[str]) -> dict[str, str]:
    """For each word with the ending of a Slavic last name a key that it shares with the spellings
    of other presses: Minnijánov, Minnikhanov; Michoustine, Mishustin."""
    bare = {word: without_marks(word) for word in words}
    kept = [word for word, plain in bare.items() if _SLAVIC_END.search(plain)]
    joined = "\n".join(bare[word] for word in kept)
    for pattern, key in _SLAVIC_MADE_ONE:
        joined = pattern.sub(key, joined)
    return dict(zip(kept, joined.split("\n"), strict=True)) if kept else {}


@cache
def consonants(word: str) -> str:
    """The consonants alone, those that transcriptions exchange made one."""
    bare = re.sub("^w", "v", without_marks(word)).replace("x", "ks").translate(_COARSE)
    return re.sub(r"(.)\1+", r"\1", bare)


def differ_only_at_the_end(one: str, other: str, letters: int) -> bool:
    """May the difference be an ending, of case or number?"""
    stem = min(len(one), len(other)) - letters
    return stem < 1 or one[:stem] == other[:stem]


def cyrillic_stem(word: str) -> str:
    """In small letters, without an ending of case."""
    return _CYRILLIC_ENDING.sub("", word.lower().replace("ё", "е"))


def cyrillic_key(stem: str) -> str:
    """A key that the stem shares with its other transcriptions."""
    for pattern, key in _CYRILLIC_MADE_ONE:
        stem = pattern.sub(key, stem)
    return stem


@cache
def first_names() -> dict[str, int]:
    """For each first name, the number of the line that has its forms in other languages."""
    lines = FIRST_NAMES.read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {name: number for number, row in enumerate(rows) for name in row}
