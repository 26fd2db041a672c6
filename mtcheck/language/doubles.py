"""Words and phrases that stand twice running, in scripts without spaces: 的的, 进行进行, のの.

Most doubled characters are good Chinese or Japanese (现在在, 天天, ますます), so single ones are
listed. The lists: `doubled-characters.txt` (each line a doubled character, then the words in which
it is right), `doubled-words.txt` (words that good prose says twice running, or that may be the end
of one word and the beginning of the next).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import listed_lines, listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_HAN = "々\u4e00-\u9fff"
_KATAKANA = "ァ-ヴー"
_HIRAGANA = "\u3041-\u3096"
_TWICE = late_pattern(rf"([{_HAN}{_HIRAGANA}{_KATAKANA}]{{2,30}}?)\1")
_NO_BREAK_BEFORE = late_pattern(rf"[{_HAN}{_KATAKANA}」』）)0-9A-Za-z]")
_NO_BREAK_AFTER = late_pattern(rf"[{_HAN}ァ-ヴ「『（0-9A-Za-z]")
_TWICE_BEHIND_COMMA = late_pattern(rf"([{_HAN}{_HIRAGANA}{_KATAKANA}0-9]{{4,24}})[、，,]\1")
_HAN_AND_KANA = late_pattern(rf"[{_HAN}]{{1,2}}[\u3041-\u3096]{{1,2}}(?<!くて)")
_WITH_COUNTS = frozenset(
    (
        *("每年", "每月", "每周", "每週", "数時間", "数日間", "数年間", "数か月", "数カ月"),
        *("一時", "一部", "一方", "一般", "一定", "一致", "一斉", "一連", "一層", "一因", "統一"),
        *("一些", "一定", "一般", "一旦", "一方", "一项", "一項", "一系", "唯一", "统一", "統一"),
        *("第一", "第二", "第三", "周一", "周二", "周三", "周四", "周五", "週一", "週二", "週三"),
        *(
            "億円",
            "万円",
            "兆円",
            "亿元",
            "万元",
            "億元",
            "萬元",
            "万人",
            "十分",
            "一度",
            "两国",
            "兩國",
            "三名",
            "四名",
            "五名",
            "十多",
        ),
    )
)
"""Words with a number in them that nothing counts one by one, as 一个一个 does."""
_PARTICLES = frozenset(
    (
        "にも",
        "には",
        "では",
        "とは",
        "への",
        "との",
        "での",
        "へは",
        "からの",
        "までの",
        "をも",
        "よりも",
        "からも",
    )
)
_FIGURE_TWICE = late_pattern(r"(?<![\d.,])(\d{2,4}[日人年月円名歳岁元件時时点點])\1")
_FIRST_HIRAGANA = late_pattern("[ぁ-ゖ]")
_HAN_ONLY = late_pattern(rf"[{_HAN}]+")
_HIRAGANA_ONLY = late_pattern(rf"[{_HIRAGANA}ー]+")
_KATAKANA_ONLY = late_pattern(rf"[{_KATAKANA}]+")
_COUNTS = frozenset("一二三四五六七八九十百千万億亿兩两几幾每数數半层層")
# Characters by whose sound foreign names are written: 法赫法赫 is a name.
SOUNDS = frozenset(
    "巴法赫萨薩加多拉马馬卡尔爾斯克特里利达達贝貝布迪丁杜丹诺諾莫姆米尼纳納妮娜娅婭亚亞伊埃"
    "奥奧库庫科可戈古格瓦维維威沃塔泰托蒂基吉帕佩皮波普鲁魯罗羅洛列雷莱萊兰蘭森桑索苏蘇希胡"
    "霍哈图圖约約尤扎泽澤祖齐齊切恰查丘菲费費弗夫坎肯根金腾騰伦倫林隆摩穆"
)
_GOES_ON = {
    "ja": late_pattern("(?:[でにをがはへ]|から|まで|より|として|によると)$"),
    "zh": late_pattern("(?:^[^为為]|[^了吧啊])$"),
}
"""What ends in such a way is no refrain."""
_SHORTEST_LOOP = 5
_WORD_LENGTHS = (2, 3)
_SHORTEST_PHRASE = 4
_SHORTEST_HIRAGANA = 5
_TAILS = frozenset("长長部局厅廳员員")


class Doubled(NamedTuple):
    """text[start:middle] stands again in text[middle:end]."""

    start: int
    middle: int
    end: int


def doubled_characters(document: Document) -> Iterator[Doubled]:
    """A character that nothing allows to stand twice: 的的, をを."""
    text = document.text
    pattern, innocent = _characters(document.target)
    if pattern is None:
        return
    for found in pattern.finditer(text):
        start, end = found.span()
        double = found.group()
        if text[start - 1 : start] == double[0] or text[end : end + 1] == double[0]:
            continue
        if _HIRAGANA_ONLY.match(double) and double != "をを" and not _is_enclosed(text, start, end):
            continue
        if not any(_covers(text, word, start, end) for word in innocent[double]):
            yield Doubled(start, start + 1, end)


def doubled_words(document: Document) -> Iterator[Doubled]:
    """A word of two or three characters twice running: 进行进行."""
    for doubled in _twice(document):
        if doubled.middle - doubled.start in _WORD_LENGTHS:
            word = document.text[doubled.start : doubled.middle]
            if _is_word(document, doubled, word):
                yield doubled


def doubled_figures(document: Document) -> Iterator[Doubled]:
    """A number with its unit twice running: 10日10日. One by one (1人1人) is no fault."""
    for found in _FIGURE_TWICE.finditer(document.text):
        yield Doubled(found.start(), found.end(1), found.end())


def doubled_behind_comma(document: Document) -> Iterator[Doubled]:
    """A phrase, a comma and the phrase again: 为了团结、为了团结. What a speaker repeats, or what
    ends a sentence as a refrain, is left."""
    for found in _TWICE_BEHIND_COMMA.finditer(document.text):
        phrase = found[1]
        if len(set(phrase)) < _SHORTEST_PHRASE - 1 or phrase[: len(phrase) // 2] * 2 == phrase:
            continue
        before = document.text[max(0, found.start() - 1) : found.start()]
        after = document.text[found.end() : found.end() + 1]
        is_refrain = (not before or before in "。！？\n，、,") and (
            not after or after in "。！？\n，、…"
        )
        if is_refrain and (found[0][len(phrase)] != "、" or after not in "，,"):
            comma = found[0][len(phrase)]
            is_loop = len(phrase) >= _SHORTEST_LOOP and after == comma
            if not is_loop or not _GOES_ON[document.target].search(phrase):
                continue
        yield Doubled(found.start(), found.end(1) + 1, found.end())


def doubled_phrases(document: Document) -> Iterator[Doubled]:
    """Longer ones: 加沙地带的加沙地带的."""
    for doubled in _twice(document):
        phrase = document.text[doubled.start : doubled.middle]
        listed = listed_words(document.target, "doubled-phrases")
        if len(phrase) < _SHORTEST_PHRASE and phrase not in listed:
            continue
        if _HIRAGANA_ONLY.fullmatch(phrase) and len(phrase) < _SHORTEST_HIRAGANA:
            if phrase not in listed:
                continue
        elif phrase not in listed and (_KATAKANA_ONLY.fullmatch(phrase) or _sounds_foreign(phrase)):
            continue
        if len(set(phrase)) > 2 and phrase[: len(phrase) // 2] * 2 != phrase:
            yield doubled


def _twice(document: Document) -> tuple[Doubled, ...]:
    return _twice_in(document.text)


@lru_cache(maxsize=2)
def _twice_in(text: str) -> tuple[Doubled, ...]:
    return tuple(
        Doubled(found.start(), found.end(1), found.end())
        for found in _TWICE.finditer(text)
        if len(set(found[1])) > 1
    )


def _is_word(document: Document, doubled: Doubled, word: str) -> bool:
    after = document.text[doubled.end : doubled.end + 1]
    if document.target == "ja" and len(word) > 2 and _HAN_AND_KANA.fullmatch(word):
        return _COUNTS.isdisjoint(word) and word not in listed_words("ja", "doubled-words")
    if word in _WITH_COUNTS or word in _PARTICLES:
        return True
    if word in listed_words(document.target, "doubled-phrases"):
        return not _FIRST_HIRAGANA.match(document.text, doubled.end)
    if not _HAN_ONLY.fullmatch(word) or not _COUNTS.isdisjoint(word) or "々" in word:
        return False
    if (
        _sounds_foreign(word)
        or after in _TAILS
        or word in listed_words(document.target, "doubled-words")
    ):
        return False
    around = document.text[doubled.start - 1 : doubled.start] + after
    return word[0] not in around and word[-1] not in around


def _sounds_foreign(word: str) -> bool:
    return SOUNDS.issuperset(word)


def _is_enclosed(text: str, start: int, end: int) -> bool:
    """Between letters of other scripts a hiragana pair is no part of a word in hiragana."""
    return (
        _NO_BREAK_BEFORE.match(text[start - 1 : start]) is not None
        and _NO_BREAK_AFTER.match(text[end : end + 1]) is not None
    )


def _covers(text: str, word: str, start: int, end: int) -> bool:
    """Does the word stand around text[start:end]?"""
    offset = -1
    while (offset := word.find(text[start:end], offset + 1)) >= 0:
        if text.startswith(word, start - offset):
            return True
    return False


@cache
def _characters(language: str) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, ...]]]:
    rows = [line.split() for line in listed_lines(language, "doubled-characters")]
    innocent = {double: tuple(words) for double, *words in rows}
    return (re.compile("|".join(innocent)) if innocent else None), innocent
