"""How a name sounds, whatever script it is written in: rough, for comparing it with its renderings.

A name is first written in Latin letters (`romanized`), then turned into a code (`sound`) of two
signs a consonant, the class of sounds and the sound, and one for vowels: so p and b differ by one
sign, p and t by two, and how far two codes are apart says how likely one name renders the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from mtcheck.patterns import late_pattern

PINYIN = Path(__file__).parent / "pinyin.tsv"
LETTERS = Path(__file__).parent / "letters.tsv"

_SPELLINGS = str.maketrans(
    {"č": "tch", "ć": "tch", "ç": "ts", "š": "sh", "ş": "sh", "ś": "sh", "ș": "sh", "ž": "zh"}
    | {"ż": "zh", "ź": "zh", "ł": "l", "ğ": "gh", "đ": "d", "ð": "th", "þ": "th", "ı": "i"}
    | {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ţ": "ts", "ț": "ts", "İ": "i", "ř": "rzh"}
)
_SMALL_KANA = {
    "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o",
    "ャ": "a", "ュ": "u", "ョ": "o", "ヮ": "a",
}  # fmt: skip
_DIGRAPHS = (
    ("дж", "dzh"),
    ("цз", "dzh"),  # Jiang, Zhang in Cyrillic
    ("чж", "dzh"),
    ("γκ", "g"),
    ("μπ", "b"),
    ("ντ", "d"),
    ("τζ", "dzh"),
    ("ου", "u"),
)
_HANGUL_INITIALS = (
    "k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "tch", "tch", "tch", "k", "t",
    "p", "h",
)  # fmt: skip
_HANGUL_FINALS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "p", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "n", "t", "t", "k", "t", "p", "t",
)  # fmt: skip

_SOUND = late_pattern(
    "tsch|tch|sch|dzh|cz|sz|ch|sh|zh|dj|gj|ph|th|ck|kh|gh|qu|tz|ts|(?P<soft>[cg](?=[eiy]))"
    "|[aeiouy]+|[b-df-hj-np-tv-xz]"
)
_CODES = {
    "tsch": "Sc", "tch": "Sc", "sch": "Sh", "dzh": "Sj", "cz": "Sc", "sz": "Sh", "ch": "Sk",
    "sh": "Sh", "zh": "Sz", "dj": "Sj", "gj": "Kj", "ph": "Bf", "th": "Ts", "ck": "Kk", "kh": "Kh",
    "gh": "Kg", "qu": "Kk", "tz": "Sc", "ts": "Sc", "b": "Bb", "c": "Kk", "d": "Td", "f": "Bf",
    "g": "Kg", "h": "h", "j": "Sj", "k": "Kk", "l": "Ll", "m": "Nm", "n": "Nn", "p": "Bp",
    "q": "Kk", "r": "Lr", "s": "Ss", "t": "Tt", "v": "Bv", "w": "v", "x": "KkSs", "z": "Sz",
}  # fmt: skip
_SOFT = {"c": "Ss", "g": "Kj"}
_OTHERWISE = _CODES | {
    "ch": "Kh", "gh": "a", "j": "a", "qu": "Kkv", "th": "Tt", "w": "Bv", "x": "Sh", "z": "Sc",
    "h": "Kh", "sch": "Sk", "sz": "Ss",
}  # fmt: skip
_SOFT_OTHERWISE = {"c": "Sc", "g": "Sj"}
_DOUBLED = late_pattern(r"([A-Z][a-z])\1")
_PINYIN_INITIALS = {
    "zh": "Sj", "ch": "Sc", "sh": "Sh", "x": "Sh", "q": "Sc", "j": "Kj", "z": "Sz", "c": "Sc",
    "s": "Ss", "b": "Bb", "p": "Bp", "m": "Nm", "f": "Bf", "d": "Td", "t": "Tt", "n": "Nn",
    "l": "Ll", "g": "Kg", "k": "Kk", "h": "h", "r": "Lr", "w": "v", "y": "",
}  # fmt: skip


def romanized(word: str) -> str:
    """The word in small ASCII letters as it roughly sounds; what has no reading is left out."""
    word = word.lower()
    if word.isascii():
        return word
    first = max(word)
    if first < "\u0300" or "\u1e00" <= first < "\u1f00":
        return _without_marks(word.translate(_SPELLINGS))
    if "\u3040" <= first <= "\u30ff":
        return _from_kana(word)
    if "\uac00" <= first <= "\ud7a3":
        return "".join(map(_from_hangul, word))
    if "\u3400" <= first <= "\u9fff":
        return "".join(readings().get(char, "") for char in word)
    for digraph, reading in _DIGRAPHS:
        if digraph in word:
            word = word.replace(digraph, reading)
    spelt = word.translate(letters())
    if spelt.isascii():
        return spelt
    return _without_marks(_without_marks(word).translate(letters()))


def _without_marks(word: str) -> str:
    if word.isascii():
        return word
    word = word.replace("й", "y").replace("ї", "i")
    parts = unicodedata.normalize("NFD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))


def _from_kana(word: str) -> str:
    out = ""
    for char in word:
        if "\u3041" <= char <= "\u3096":
            char = chr(ord(char) + 0x60)
        small = _SMALL_KANA.get(char)
        out = out[:-1] + small if small and out else out + letters().get(ord(char), "")
    return out


def _from_hangul(char: str) -> str:
    index = ord(char) - 0xAC00
    if not 0 <= index <= 11171:
        return ""
    initial, vowel, final = index // 588, index % 588 // 28, index % 28
    glide = "w" if vowel in (9, 10, 11, 14, 15, 16) else ""
    return f"{_HANGUL_INITIALS[initial]}{glide}a{_HANGUL_FINALS[final]}"


@cache
def letters() -> dict[int, str]:
    """How each letter of the other alphabets roughly sounds, for str.translate."""
    table: dict[int, str] = {}
    for line in LETTERS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            reading, same = line.split("\t")
            table.update(dict.fromkeys(map(ord, same), reading))
    return table


@cache
def readings() -> dict[str, str]:
    """The usual pinyin of each character, without tones."""
    table: dict[str, str] = {}
    for line in PINYIN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            reading, characters = line.split("\t")
            table.update(dict.fromkeys(characters, reading))
    return table


@lru_cache(maxsize=20_000)
def sound(word: str) -> str:
    """The code of a word in any script: vowels are a, h and w one sign, other consonants two."""
    if "\u3400" <= max(word, default="") <= "\u9fff":
        return "".join(map(syllable_sound, word))
    return _DOUBLED.sub(r"\1", _SOUND.sub(_code, romanized(word)))


@lru_cache(maxsize=20_000)
def other_sound(word: str) -> str:
    """The code of a word in Latin letters read by other languages' rules, where it differs from
    the first: j as in Jan, ch as in Bach, no e at the end; else the same."""
    if max(word, default="") >= "\u0250":
        return sound(word)
    letters = romanized(word)
    coded = _SOUND.sub(_code_otherwise, letters).replace("aa", "a")
    if letters.endswith(("e", "es")) and len(coded) > 4:
        coded = coded.removesuffix("Ss").removesuffix("a")
    return _DOUBLED.sub(r"\1", coded)


def _code(found: re.Match[str]) -> str:
    if found["soft"]:
        return _SOFT[found["soft"]]
    return _CODES.get(found[0], "a")


def _code_otherwise(found: re.Match[str]) -> str:
    if found["soft"]:
        return _SOFT_OTHERWISE[found["soft"]]
    return _OTHERWISE.get(found[0], "a")


@cache
def syllable_sound(char: str) -> str:
    """The code of a Chinese character, after its reading; nothing where it has none."""
    reading = readings().get(char, "")
    if reading == "er":
        return "aLr"
    initial = reading[:2] if reading[:2] in _PINYIN_INITIALS else reading[:1]
    code = _PINYIN_INITIALS.get(initial, "")
    final = "aNn" if reading.endswith(("n", "ng")) and reading != initial else "a"
    return code + final if reading else ""


def bare(code: str) -> str:
    """A code without its vowels, for scripts that drop them or add their own."""
    return code.replace("a", "")
