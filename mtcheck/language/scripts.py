"""Scripts: which letters look alike in two of them, and which languages a script betrays.

What is said here is universal: it is a property of Unicode's scripts, not of one language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mtcheck.patterns import late_pattern

_PAIRS_CYRILLIC = (
    "АA ВB СC ЕE НH ІI ЈJ КK МM ОO РP ЅS ТT ХX УY ЁË ЇÏ ӘƏ "
    "аa сc еe іi јj оo рp ѕs хx уy кk ёë їï әə"
)
_PAIRS_GREEK = "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo νv αa ρp ιi κk υu χx όó ίí άá έé"

TO_LATIN = {pair[0]: pair[1] for pair in f"{_PAIRS_CYRILLIC} {_PAIRS_GREEK}".split()}
"""Cyrillic and Greek letters, each with the Latin letter that looks like it."""
TO_CYRILLIC = {pair[1]: pair[0] for pair in _PAIRS_CYRILLIC.split()}
TO_GREEK = {pair[1]: pair[0] for pair in _PAIRS_GREEK.split()}

LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_LETTERS_OF = {
    "І": "uk be kk", "і": "uk be kk", "Ї": "uk", "ї": "uk", "Ё": "ru be kk", "ё": "ru be kk",
    "Ј": "sr mk", "ј": "sr mk", "Ѕ": "mk", "ѕ": "mk", "Ә": "kk", "ә": "kk",
}  # fmt: skip
"""Cyrillic letters that only some languages have."""

CYRILLIC = "Ѐ-ԯ"
GREEK = "Ͱ-Ͽἀ-῿"
_CYRILLIC_LETTER = late_pattern(f"[{CYRILLIC}]")
_GREEK_LETTER = late_pattern(f"[{GREEK}]")
_LATIN_LETTER = late_pattern(f"[{LATIN}]")

_NOT_LATIN_LETTER = late_pattern("[Ͱ-ԯἀ-῿]")
_MIXED = late_pattern(
    f"[{LATIN}][{CYRILLIC}{GREEK}]|[{CYRILLIC}][{LATIN}{GREEK}]|[{GREEK}][{LATIN}{CYRILLIC}]"
)
_TOKEN = late_pattern(r"[^\W_]+")
_NUMERAL_WITH_ENDING = late_pattern(rf"[IVXLCDM]+[{CYRILLIC}]{{1,4}}")
_ABBREVIATION_WITH_ENDING = late_pattern(r"[A-Z]{2,}[а-яёіїєґ]+")
_LONGEST_UNIT = 5
_FEWEST_LETTERS_GLUED = 5


class MixedWord(NamedTuple):
    """A word of letters of two scripts. start, end: code points, half-open.

    mended: the word in one script, where all letters of the other have look-alikes in it.
    """

    start: int
    end: int
    mended: str | None


def mixed_words(text: str, language: str) -> list[MixedWord]:
    """The words of the text in which the letters of two scripts stand side by side by mistake."""
    if (
        text.isascii()
        or _NOT_LATIN_LETTER.search("".join(set(text))) is None
        or _MIXED.search(text) is None
    ):
        return []
    found: list[MixedWord] = []
    end = 0
    for place in _MIXED.finditer(text):
        if place.start() < end:
            continue
        start, end = _word_around(text, place.start(), place.end())
        word = text[start:end]
        if _is_meant(word):
            continue
        mended = _in_one_script(word, language)
        if mended is not None or _is_glued(word):
            found.append(MixedWord(start, end, mended))
    return found


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _TOKEN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _TOKEN.match(text[end]):
        end += 1
    return start, end


def _is_meant(word: str) -> bool:
    """Codes with digits, units (μm, kΩ), Roman numerals and abbreviations with an ending."""
    if any(map(str.isdigit, word)):
        return True
    greek = len(_GREEK_LETTER.findall(word))
    if greek and 2 * greek <= len(word):
        return not _has_only_look_alikes(word) or len(word) < _LONGEST_UNIT
    return (
        _NUMERAL_WITH_ENDING.fullmatch(word) is not None
        or _ABBREVIATION_WITH_ENDING.fullmatch(word) is not None
    )


def _has_only_look_alikes(word: str) -> bool:
    return all(letter in TO_LATIN for letter in word if _GREEK_LETTER.match(letter))


def _in_one_script(word: str, language: str) -> str | None:
    """The word in the script of most of its letters, or of the language's where it is even."""
    latin = len(_LATIN_LETTER.findall(word))
    greek = len(_GREEK_LETTER.findall(word))
    cyrillic = len(word) - latin - greek
    other = max(cyrillic, greek)
    back = TO_CYRILLIC if cyrillic >= greek else TO_GREEK
    to_latin = _replaced(word, TO_LATIN, _CYRILLIC_LETTER if cyrillic >= greek else _GREEK_LETTER)
    from_latin = _replaced(word, back, _LATIN_LETTER)
    if from_latin and any(language not in _LETTERS_OF.get(c, language) for c in from_latin):
        from_latin = None
    if cyrillic and greek:
        return to_latin if latin > other else None
    if latin > other or (latin == other and language not in _NOT_LATIN):
        return to_latin or from_latin
    return from_latin or (to_latin if latin > 1 else None)


_NOT_LATIN = frozenset(("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "mn", "tg", "el"))


def _replaced(word: str, table: dict[str, str], wanted: re.Pattern[str]) -> str | None:
    letters = [table.get(letter) if wanted.match(letter) else letter for letter in word]
    return None if None in letters else "".join(letter for letter in letters if letter)


def _is_glued(word: str) -> bool:
    """Pieces of words of two scripts run together in small letters (экsperт); a brand that plays
    with scripts has capitals inside."""
    return len(word) >= _FEWEST_LETTERS_GLUED and word[1:].islower()


_BY_SCRIPT = {
    "greek": "Ͱ-Ͽἀ-῿",
    "cyrillic": "Ѐ-ԯ",
    "armenian": "\u0530-\u058f",
    "hebrew": "\u0590-\u05ff",
    "arabic": "\u0600-\u06ff\u0750-\u077f",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "gurmukhi": "\u0a00-\u0a7f",
    "gujarati": "\u0a80-\u0aff",
    "tamil": "\u0b80-\u0bff",
    "telugu": "\u0c00-\u0c7f",
    "sinhala": "\u0d80-\u0dff",
    "thai": "\u0e00-\u0e7f",
    "lao": "\u0e80-\u0eff",
    "burmese": "\u1000-\u109f",
    "georgian": "\u10a0-\u10ff",
    "ethiopic": "\u1200-\u137f",
    "khmer": "\u1780-\u17ff",
    "kana": "\u3040-\u30fa\u30fc-\u30ff",
    "han": "\u3400-\u4dbf\u4e00-\u9fff",
    "hangul": "\uac00-\ud7af",
}
_WRITTEN_IN = {
    "el": ("greek",), "ru": ("cyrillic",), "uk": ("cyrillic",), "bg": ("cyrillic",),
    "be": ("cyrillic",), "mk": ("cyrillic",), "sr": ("cyrillic", "latin"), "kk": ("cyrillic",),
    "ky": ("cyrillic",), "mn": ("cyrillic",), "tg": ("cyrillic",), "hy": ("armenian",),
    "he": ("hebrew",), "yi": ("hebrew",), "ar": ("arabic",), "fa": ("arabic",), "ur": ("arabic",),
    "ps": ("arabic",), "ckb": ("arabic",), "sd": ("arabic",), "ug": ("arabic",),
    "hi": ("devanagari",), "mr": ("devanagari",), "ne": ("devanagari",), "bn": ("bengali",),
    "as": ("bengali",), "pa": ("gurmukhi", "arabic"), "gu": ("gujarati",), "ta": ("tamil",),
    "te": ("telugu",), "si": ("sinhala",), "th": ("thai",), "lo": ("lao",), "my": ("burmese",),
    "ka": ("georgian",), "am": ("ethiopic",), "ti": ("ethiopic",), "km": ("khmer",),
    "ja": ("kana", "han"), "zh": ("han",), "yue": ("han",), "ko": ("hangul", "han"),
}  # fmt: skip
_LANGUAGES_IN = {
    "greek": ("el",), "cyrillic": ("ru", "uk"), "armenian": ("hy",), "hebrew": ("he",),
    "arabic": ("ar",), "devanagari": ("hi",), "bengali": ("bn",), "thai": ("th",),
    "georgian": ("ka",), "kana": ("ja",), "han": ("zh",), "hangul": ("ko",),
}  # fmt: skip
_UKRAINIAN = late_pattern("[іїєґІЇЄҐ]")
_RUSSIAN = late_pattern("[ыэъёЫЭЪЁ]")
_PERSIAN = late_pattern("[پچژگ]")
_KANA = late_pattern(f"[{_BY_SCRIPT['kana']}]")


SISTER = {"ru": "uk", "uk": "ru"}
"""Languages that share a script and are told apart by a few letters,"""
ONLY = {"ru": late_pattern("[ыэъё]"), "uk": late_pattern("[іїєґ]")}
"""those, in small letters."""


def scripts_of(language: str) -> tuple[str, ...]:
    """The scripts that a language is written in; Latin for those that are not known here."""
    return _WRITTEN_IN.get(language, ("latin",))


@cache
def foreign_script(language: str) -> re.Pattern[str]:
    """Words, with the spaces between them, in scripts that the language is not written in; Latin
    letters are at home in every language's press."""
    own = scripts_of(language)
    strange = "".join(letters for script, letters in _BY_SCRIPT.items() if script not in own)
    return re.compile(rf"[{strange}]+(?:[\s,，、'’\-–]+[{strange}]+)*")


def languages_in_script(passage: str) -> tuple[str, ...]:
    """The languages that a passage in another script than Latin can be in, by its letters."""
    if _KANA.search(passage):
        return ("ja",)
    first = next(char for char in passage if char.isalpha())
    script = next(
        (name for name, letters in _BY_SCRIPT.items() if re.match(f"[{letters}]", first)), ""
    )
    if script == "cyrillic":
        ukrainian, russian = _UKRAINIAN.search(passage), _RUSSIAN.search(passage)
        if bool(ukrainian) != bool(russian):
            return ("uk",) if ukrainian else ("ru",)
    if script == "arabic" and _PERSIAN.search(passage):
        return ("fa",)
    return _LANGUAGES_IN.get(script, ())
