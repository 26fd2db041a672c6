"""Foreign people whom a Chinese, Japanese or Arabic article names in two spellings: 劳伦斯·德卡尔
and 劳伦斯·德斯卡斯, コレット・クレス and クレッス, جوهر بن مبارك and جوهار بن مبارك.

One part of the full name is the same and the other sounds like it; or the last name comes again
alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING
from unicodedata import normalize

from mtcheck.language.arabic_people import arabic_people
from mtcheck.language.data import listed_lines
from mtcheck.language.name_pairs import Pair, share_a_sentence
from mtcheck.language.name_parts import Part, places_of_parts, sounds_like
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_DOTS = "·‧・•"
_KATAKANA_NAME = late_pattern(r"[ァ-ヺー]{2,16}(?:[・＝=][ァ-ヺー]{2,16}){1,3}(?![ァ-ヺー・＝])")
_KATAKANA_ALONE = late_pattern(
    r"(?<![ァ-ヺー・＝=])[ァ-ヺー]{3,16}(?=氏|さん|容疑者|被告|選手|監督|議員|教授|館長|長官|知事|市長"
    r"|大臣|首相|大統領|会長|社長|代表|報道官|大使|外相|委員)"
)
_KATAKANA_JOINTS = late_pattern("[・＝=]")
_SPEAKS = (
    "表示|说|說|称|稱|指出|认为|認為|透露|强调|強調|补充|補充|回忆|回憶|先生|女士|在|则|則|曾|还|還|也|向|对|對|对此"
    "|告诉|告訴|承认|承認|解释|解釋|的|将|將|是|已|和|与|與|因|等|及|离|離|，|、|。"
)
_TITLE_AFTER = {
    "ja": "(?:氏|さん|容疑者|被告|選手|監督|議員|教授|会長|社長|市長|知事)",
    "zh": "(?:表示|说|說|指出|认为|認為|先生|女士|强调|強調|称，|稱，|介绍|介紹|坦言)",
}
_WORDS_AFTER = late_pattern("(?<=..)[曾当當因本日的多在于於和与及将是已][^夫斯尔爾]?$")
_MOST_NAMES = 80
_MOST_ALIKE = 10
_FEMALE = frozenset("娜拉亚婭娅妮丽麗莎萨薩塔玛瑪ラナアヤタカマサバダ")
_VOICED = late_pattern("[\u3099\u309a]")
_SAME_KANA = str.maketrans({"ヴ": "ブ"})
_SHORTEST_PLAIN, _SHORTEST_KANA = 3, 4


def eastern_people(document: Document) -> Iterator[Pair]:
    """The places of the part that differs, the rarer or later spelling last; no sentence has
    both."""
    if document.target == "ja":
        pairs = _japanese(document) if _KATAKANA_JOINTS.search(document.text) else iter(())
    elif document.target == "zh":
        pairs = _chinese(document) if any(dot in document.characters for dot in _DOTS) else iter(())
    elif document.target == "ar":
        pairs = arabic_people(document)
    else:
        return
    for pair in chain(pairs, _homophones(document)):
        usual, odd = sorted(pair, key=lambda places: (-len(places), places[0].start))
        if not share_a_sentence(document, usual, odd):
            yield usual, odd


def _japanese(document: Document) -> Iterator[Pair]:
    by_first: defaultdict[str, list[Part]] = defaultdict(list)
    by_last: defaultdict[str, list[Part]] = defaultdict(list)
    lasts: list[Part] = []
    for found in islice(_KATAKANA_NAME.finditer(document.text), _MOST_NAMES):
        parts = _KATAKANA_JOINTS.split(found.group())
        first = Part(found.group()[: -len(parts[-1]) - 1], found.start())
        last = Part(parts[-1], found.end() - len(parts[-1]))
        by_first[first.form].append(last)
        by_last[last.form].append(first)
        lasts.append(last)
    for several in by_first.values():
        yield from _kana_pairs(several, 3, False)
    for several in by_last.values():
        yield from _kana_pairs(several, 2, True)
    known = {part.form for part in lasts}
    alone = [
        Part(found.group(), found.start())
        for found in islice(_KATAKANA_ALONE.finditer(document.text), _MOST_NAMES)
        if found.group() not in known
    ]
    for part in alone:
        near = [last for last in lasts if _is_near_kana(part.form, last.form, 3)]
        if len({last.form for last in near}) == 1:
            yield places_of_parts(near), places_of_parts([p for p in alone if p.form == part.form])


def _kana_pairs(parts: list[Part], most: int, is_first: bool) -> Iterator[Pair]:
    by_form: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_form[part.form].append(part)
    for one, other in combinations(sorted(by_form)[:_MOST_ALIKE], 2):
        if is_first and one[-1] != other[-1] and (one[-1] in _FEMALE) != (other[-1] in _FEMALE):
            continue
        if _is_near_kana(one, other, most):
            yield places_of_parts(by_form[one]), places_of_parts(by_form[other])


def _is_near_kana(one: str, other: str, most: int) -> bool:
    """Long vowels and doubled consonants apart (クレス, クレッス), or nearly the same sound."""
    if one == other:
        return False
    plain = [re.sub("[ーッ]", "", form.translate(_SAME_KANA)) for form in (one, other)]
    if plain[0] == plain[1]:
        return len(plain[0]) >= _SHORTEST_PLAIN
    voiceless = {_VOICED.sub("", normalize("NFD", form)) for form in plain}
    if len(voiceless) == 1 and len(plain[0]) >= _SHORTEST_KANA:
        return True
    longest = max(len(one), len(other))
    if longest < _SHORTEST_KANA:
        return False
    from rapidfuzz.distance import Levenshtein

    from mtcheck.bilingual.romanization import bare, sound

    if bare(sound(plain[0])) == bare(sound(plain[1])):
        return sounds_like(plain[0], plain[1], most)
    is_longer = longest > _SHORTEST_KANA and len(plain[0]) != len(plain[1])
    return is_longer and most > 2 and Levenshtein.distance(*plain, score_cutoff=1) == 1


def _homophones(document: Document) -> Iterator[Pair]:
    """石雨桐 and 石雨同さん: one character of a Chinese or Japanese name became another of its
    sound."""
    if document.target not in _TITLE_AFTER:
        return
    text = document.text
    pattern = re.compile(
        rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{{3,4}}(?={_TITLE_AFTER[document.target]})"
    )
    for found in islice(pattern.finditer(text), _MOST_NAMES):
        name = found.group()
        for at in range(1, len(name)):
            wild = re.escape(name[:at]) + "[\u4e00-\u9fff]" + re.escape(name[at + 1 :])
            others = {other for other in re.findall(wild, text) if other != name}
            for other in others:
                if _same_reading(name[at], other[at]) and text.count(name) <= text.count(other):
                    where = text.find(other)
                    usual = places_of_parts([Part(other, where)])
                    yield usual, places_of_parts([Part(name, found.start())])


def _same_reading(one: str, other: str) -> bool:
    from mtcheck.bilingual.romanization import readings

    return readings().get(one, "1") == readings().get(other, "2")


@cache
def _chinese_name() -> re.Pattern[str]:
    """A last name behind a dot, of the characters that spell foreign names."""
    return re.compile(rf"([\u4e00-\u9fff]{{2,6}})([{_DOTS}])([{_characters()}]{{2,7}})")


@cache
def _characters() -> str:
    from mtcheck.language.doubles import SOUNDS

    listed = (line.partition(" ")[2] for line in listed_lines("zh", "transliteration-characters"))
    return "".join(sorted(set("".join(listed)) | SOUNDS))


def _chinese(document: Document) -> Iterator[Pair]:
    firsts: list[Part] = []
    lasts: list[Part] = []
    heads: list[str] = []
    for found in islice(_chinese_name().finditer(document.text), _MOST_NAMES):
        spelt = re.search(f"[{_characters()}]{{0,6}}$", found[1])
        at = spelt.start() if spelt else 0
        firsts.append(Part(found[1][at:], found.start(1) + at))
        lasts.append(Part(_WORDS_AFTER.sub("", found[3]), found.start(3)))
        heads.append(found[1][-2:])
    for one, other in combinations(range(len(lasts)), 2):
        first, again = firsts[one].form, firsts[other].form
        last, later = lasts[one].form, lasts[other].form
        if heads[one] == heads[other] and last != later:
            is_part = last.startswith(later) or later.startswith(last)
            if not is_part and (_share_characters(last, later) or sounds_like(last, later, 2)):
                yield places_of_parts([lasts[one]]), places_of_parts([lasts[other]])
        elif last == later and first != again:
            yield from _first_names(firsts[one], firsts[other])
    yield from _chinese_alone(document, lasts)


def _share_characters(one: str, other: str) -> bool:
    """The first and half of them all: 德卡尔, 德斯卡斯."""
    if one[0] != other[0]:
        return False
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity(one, other) * 4 > len(one) + len(other)


def _first_names(one: Part, other: Part) -> Iterator[Pair]:
    """They end at the dot; where they begin only their likeness tells."""
    if (one.form[-1] in _FEMALE) != (other.form[-1] in _FEMALE):
        return
    for length in range(min(len(one.form), len(other.form)), 1, -1):
        mine, theirs = one.form[-length:], other.form[-length:]
        if mine != theirs and mine[0] != theirs[0] and mine[1:] == theirs[1:] and length > 3:
            continue
        if mine != theirs and sounds_like(mine, theirs, 2 if length > 2 else 1):
            yield (
                places_of_parts([Part(mine, one.start + len(one.form) - length)]),
                places_of_parts([Part(theirs, other.start + len(other.form) - length)]),
            )
            return


def _chinese_alone(document: Document, lasts: list[Part]) -> Iterator[Pair]:
    """克瑞斯表示, beside 科莱特·克雷斯."""
    text = document.text
    known = {part.form for part in lasts}
    beside = re.compile(
        rf"(?<![{_characters()}{_DOTS}])[{_characters()}]{{3,6}}?(?={_SPEAKS})(?![{_DOTS}])"
    )
    for found in islice(beside.finditer(text), _MOST_NAMES):
        form = found.group()
        if any(last.startswith(form) or form.startswith(last) for last in known):
            continue
        near = [
            last
            for last in lasts
            if len(last.form) >= 2
            and (_one_character_apart(form, last.form) or sounds_like(form, last.form, 1))
        ]
        if len({last.form for last in near}) == 1:
            yield places_of_parts(near), places_of_parts([Part(form, found.start())])


def _one_character_apart(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if min(len(one), len(other)) < 3 or one[0] != other[0]:
        return False
    return Levenshtein.distance(one, other, score_cutoff=1) == 1 and one[-1] == other[-1]
