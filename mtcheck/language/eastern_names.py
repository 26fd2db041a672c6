"""Foreign names that a Chinese, Japanese or Arabic article writes in two ways.

Katakana: a Chinese name beside its characters (リー・ウェンタオ, 李文涛); the same consonants,
of two people with titles, or all alike but for ー, ッ and ヴ.
Chinese: four characters or more that write foreign sounds, one of which differs, not the last
(伊万诺夫 and 伊万诺娃 are man and wife). Arabic: آرسنال and أرسنال, غوتيريش and جوتيريش.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_lines
from mtcheck.language.doubles import SOUNDS
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_KATAKANA = late_pattern("[ァ-ヴ][ァ-ヴー]{2,}")
_PERSON = late_pattern(
    "(?:前|元|新|次期|)(?:氏|さん|選手|監督|容疑者|被告|大統領|首相|議員|教授|長官|知事|市長|外相|国防相|財務相|報道官|国務長官|委員|"
    "事務総長|事務局長|総裁|代表|会長|社長|大使|将軍|司令官|国王|皇太子|CEO)"
)
_ROWS = (
    ("カキクケコ", "k"), ("ガギグゲゴ", "g"), ("サスセソシ", "s"), ("ザジズゼゾヂヅ", "z"),
    ("タチツテト", "t"),
    ("ダデド", "d"), ("ナニヌネノ", "n"), ("ン", "n"), ("ハヒヘホ", "h"), ("フ", "f"),
    ("バビブベボヴ", "b"),
    ("パピプペポ", "p"), ("マミムメモ", "m"), ("ヤユヨ", "y"), ("ラリルレロ", "r"), ("ワ", "w"),
)  # fmt: skip
_CONSONANTS = str.maketrans(
    {char: sound for chars, sound in _ROWS for char in chars}
    | dict.fromkeys("アイウエオァィゥェォャュョーッヮ", "")
)
_LONG = str.maketrans(
    {"ー": "", "ッ": "", "ヴ": "ブ", "ァ": "", "ィ": "", "ゥ": "", "ェ": "", "ォ": ""}
)
_FEWEST_CONSONANTS = 3
_SHORTEST = 4
_LIKE = 60
_ARABIC_WORD = late_pattern("[\u0621-\u064a]{6,}")
_ALEFS = str.maketrans("آأإ", "ااا")
_G = str.maketrans("غ", "ج")
_ALEFS_WITH_SIGN = frozenset("آأإ")
_MADDA = "آ"


_KATAKANA_NAME = late_pattern("([ァ-ヴ][ァ-ヴー]{0,4})・([ァ-ヴ][ァ-ヴー]{1,8})")


def spelt_twice(document: Document) -> Iterator[tuple[str, str]]:
    """(one form, the other) of each such name."""
    if document.target == "ja":
        yield from _japanese(document.text)
        yield from _chinese_in_japanese(document.text)
    elif document.target == "zh":
        yield from _chinese(document.text)
    elif document.target == "ar":
        yield from _arabic(document.text)


def _japanese(text: str) -> Iterator[tuple[str, str]]:
    forms: dict[str, bool] = {}
    for found in _KATAKANA.finditer(text):
        is_person = _PERSON.match(text, found.end()) is not None
        forms[found.group()] = forms.get(found.group(), False) or is_person
    by_consonants: defaultdict[str, set[str]] = defaultdict(set)
    by_length: defaultdict[str, set[str]] = defaultdict(set)
    for form, is_person in forms.items():
        skeleton = form.translate(_CONSONANTS)
        if is_person and len(skeleton) >= _FEWEST_CONSONANTS and len(form) >= _SHORTEST:
            by_consonants[skeleton].add(form)
        if len(plain := form.translate(_LONG)) >= _SHORTEST:
            by_length[plain].add(form)
    for group in by_consonants.values():
        yield from combinations(sorted(group), 2)
    for group in by_length.values():
        for one, other in combinations(sorted(group), 2):
            persons = forms[one] or forms[other]
            if persons and one.rstrip("ー") != other.rstrip("ー"):
                yield one, other


def _chinese_in_japanese(text: str) -> Iterator[tuple[str, str]]:
    """リー・ウェンタオ会長 beside 李文涛会長: one surname, one office."""
    for found in _KATAKANA_NAME.finditer(text):
        office = _PERSON.match(text, found.end())
        if office is None or text[max(0, found.start() - 1) : found.start()] in ("（", "(", "・"):
            continue
        surnames = "".join(_chinese_surnames().get(part, "") for part in found.groups())
        if not surnames:
            continue
        name = re.search(rf"([{surnames}][\u4e00-\u9fff]{{1,2}})(?:{office.group()})", text)
        if name is not None and f"{name[1]}（" not in text and f"{name[1]}(" not in text:
            yield name[1], found.group()


@cache
def _chinese_surnames() -> dict[str, str]:
    """For each sound in katakana the characters of the surnames."""
    table: dict[str, str] = {}
    for line in listed_lines("ja", "chinese-surnames"):
        sound, *characters = line.split()
        table[sound] = table.get(sound, "") + "".join(characters)
    return table


def _chinese(text: str) -> Iterator[tuple[str, str]]:
    runs = set(re.findall(f"[{''.join(sorted(SOUNDS))}]{{4,8}}", text))
    by_place: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
    for run in runs:
        for place in range(1, len(run) - 1):
            by_place[place, run[:place], run[place + 1 :]].add(run)
    for group in by_place.values():
        yield from combinations(sorted(group), 2)


def _arabic(text: str) -> Iterator[tuple[str, str]]:
    words = set(_ARABIC_WORD.findall(text))
    by_alef: defaultdict[str, set[str]] = defaultdict(set)
    by_g: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        if word[0] in _ALEFS_WITH_SIGN:
            by_alef[word.translate(_ALEFS)].add(word)
        if ("غ" in word or "ج" in word) and not word.startswith(("ال", "وال", "بال")):
            by_g[word.translate(_G)].add(word)
    for group in by_alef.values():
        # أفريقيا beside إفريقيا is a habit of many writers.
        yield from (pair for pair in combinations(sorted(group), 2) if pair[0][0] == _MADDA)
    for group in by_g.values():
        yield from combinations(sorted(group), 2)
