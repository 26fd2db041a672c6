"""Names of Chinese people, a surname and one or two characters, in pinyin or Cyrillic: 周启明,
Zhou Qiming, Чжоу Цимин."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtcheck.bilingual.romanization import readings
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.name_matches import Side
    from mtcheck.document import Document

Place = tuple[int, int]

_SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾"
    "彭吕苏蘇卢蒋蔡贾丁魏薛叶葉阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙龍万段雷钱"
    "汤尹黎易常武乔贺赖龚文"
)
_TWO_WORDS = late_pattern(
    "(?<![^\\W_])([A-ZА-ЯІ][a-zа-яіьї]{1,6}) ([A-ZА-ЯІ][a-zа-яіїь']{1,14})(?![\\w-])"
)
_HAN_NAME = late_pattern("[\u3400-\u9fff]{3}")
_INITIALS = (
    ("zh", "чж"), ("ch", "ч"), ("sh", "ш"), ("b", "б"), ("p", "п"), ("m", "м"), ("f", "ф"),
    ("d", "д"), ("t", "т"), ("n", "н"), ("l", "л"), ("g", "г"), ("k", "к"), ("h", "х"),
    ("j", "цз"), ("q", "ц"), ("x", "с"), ("z", "цз"), ("c", "ц"), ("s", "с"), ("r", "ж"),
    ("y", ""), ("w", "в"),
)  # fmt: skip
_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань",
    "en": "энь", "ang": "ан", "eng": "эн", "ong": "ун", "er": "эр", "i": "и", "ia": "я", "ie": "е",
    "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь", "iang": "ян", "ing": "ин", "iong": "юн",
    "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань", "un": "унь",
    "uang": "уан", "ü": "юй", "v": "юй", "üe": "юэ", "ue": "юэ",
}  # fmt: skip
_SAME = str.maketrans(
    {"э": "е", "і": "и", "ї": "и", "ы": "и", "й": "и", "ь": "", "ю": "у", "'": ""}
)
_LEAST_IN_LATIN = 0.7
_LEAST_IN_CYRILLIC = 0.6


@cache
def _in_cyrillic(reading: str) -> str:
    """A syllable of pinyin as Russian writes it, roughly."""
    for initial, letters in _INITIALS:
        if reading.startswith(initial):
            final = _FINALS.get(reading[len(initial) :], "")
            return (letters + final).translate(_SAME) if final else ""
    return _FINALS.get(reading, "").translate(_SAME)


@cache
def _syllables() -> re.Pattern[str]:
    known = sorted(set(readings().values()), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(known)}){{1,2}}")


@lru_cache(maxsize=1)
def _people(document: Document) -> list[tuple[Place, Place]]:
    """(surname, name) of whoever may be Chinese in a text that has an alphabet."""
    return [
        (found.span(1), found.span(2))
        for found in _TWO_WORDS.finditer(document.plain)
        if found[1].lower().translate(_SAME) in _surnames()
    ]


@cache
def _surnames() -> dict[str, str]:
    """For each way to write a surname, its characters."""
    table: dict[str, str] = {}
    for char in _SURNAMES:
        reading = readings().get(char, "")
        for written in {reading, _in_cyrillic(reading)} - {""}:
            table[written] = table.get(written, "") + char
    return table


def replaced_chinese_names(source: Side, target: Side) -> Iterator[tuple[Place, Place]]:
    """(place in the source, place in the target) of the names that stand beside one surname and
    are not one."""
    languages = source.language, target.language
    if (languages[0] == "zh") == (languages[1] == "zh") or {*languages} & {"ja", "ko", "ar"}:
        return
    ours = 0 if languages[0] == "zh" else 1
    chinese, other = (source, target) if ours == 0 else (target, source)
    people = _people(other.document)
    if not people:
        return
    text = chinese.document.text
    for bead in target.document.beads:
        here, there = (bead.source, bead.target) if ours == 0 else (bead.target, bead.source)
        first, last = (bisect_left(people, ((at, 0), (0, 0))) for at in there)
        for surname, name in people[first:last]:
            form = other.document.plain[slice(*name)].lower()
            family = _surnames()[other.document.plain[slice(*surname)].lower().translate(_SAME)]
            if form.isascii() and not _syllables().fullmatch(form.replace("'", "")):
                continue
            places = [at for at in range(here.start, here.end) if text[at] in family]
            if len(places) != 1 or _is_named_anywhere(form, text, family):
                continue
            found = _HAN_NAME.match(text, places[0])
            if found is not None:
                yield (found.span(), name) if ours == 0 else (name, found.span())


def _is_named_anywhere(form: str, text: str, family: str) -> bool:
    return any(
        _renders(form, text[at + 1 : at + 1 + length])
        for at, char in enumerate(text)
        if char in family
        for length in (1, 2)
    )


def _renders(form: str, characters: str) -> bool:
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    spelt = [readings().get(char, "") for char in characters]
    if form.isascii():
        return normalized_similarity(form.replace("'", ""), "".join(spelt)) >= _LEAST_IN_LATIN
    written = "".join(map(_in_cyrillic, spelt))
    form = form.translate(_SAME)
    forms = (form, form[:-1], form[:-2])
    return any(normalized_similarity(one, written) >= _LEAST_IN_CYRILLIC for one in forms)
