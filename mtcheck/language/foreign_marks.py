"""Marks of another script: full-width ones in Latin text, Latin ones in Chinese or Arabic text.

Which marks a script has is the same in all its languages. A mark is foreign where the letters next
to it are of a script that does not print it; so a quotation in Arabic keeps its ، in English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.speech_dashes import speech_dashes
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.rule import Confidence

_HAN = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_ARABIC = (
    "\u0600-\u060b\u060d-\u061a\u061c-\u061e\u0620-\u06d3\u06d5-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
)
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_SPACE = " \u00a0\u202f\u2009\u200f\u200e"
_HAN_LANGUAGES = frozenset(("zh", "ja", "yue", "wuu", "lzh", "hak", "nan", "gan"))
_ARABIC_LANGUAGES = frozenset(
    ("ar", "fa", "ur", "ps", "ckb", "ug", "sd", "ks", "arz", "prs", "lrc", "mzn", "azb", "pnb")
)
_DANDA_LANGUAGES = frozenset(("hi", "bn", "ne", "pa", "or", "as", "sa", "mai", "bho", "brx", "doi"))

_PLAIN = {
    "，": ",", "。": ".", "！": "!", "？": "?", "：": ":", "；": ";", "（": "(", "）": ")",
    "、": ",", "．": ".", "％": "%", "［": "[", "］": "]", "＂": '"', "＇": "'", "＆": "&",
    "－": "-", "／": "/", "｡": ".", "､": ",", "\u3000": " ",
    "،": ",", "؛": ";", "؟": "?", "٪": "%", "۔": ".",
    "।": ".", "॥": ".", "։": ".", "՝": ",", "՞": "?", "՜": "!",
    "\u037e": ";", "\u0387": ";", "።": ".", "፣": ",", "၊": ",", "။": ".", "។": ".", "׃": ".",
}  # fmt: skip
"""Marks of other scripts and the Latin ones that mean the same."""

_SCRIPTS = (
    (
        "Chinese and Japanese",
        "，。！？：；（）、．％［］＂＇＆－／｡､\u3000",
        _HAN + "\uff10-\uff5a",
    ),
    ("Arabic", "،؛؟٪۔", _ARABIC),
    ("Hindi and Bengali", "।॥", _INDIC + "\ua8e0-\ua8ff\u1cd0-\u1cff\u1c50-\u1c7f\uabc0-\uabff"),
    ("Armenian", "։՝՞՜", "\u0531-\u0587"),
    ("Greek", "\u037e\u0387", "\u0370-\u037d\u0386\u0388-\u03ff\u1f00-\u1fff"),
    ("Amharic", "።፣", "\u1200-\u135f"),
    ("Burmese", "၊။", "\u1000-\u1049\u1050-\u109f"),
    ("Khmer", "។", "\u1780-\u17d3"),
    ("Hebrew", "׃", "\u05d0-\u05ea"),
)
_SOURCES = {
    "Chinese and Japanese": ("zh", "ja"),
    "Arabic": ("ar", "fa", "ur"),
    "Hindi and Bengali": ("hi", "bn"),
    "Armenian": ("hy",),
    "Greek": ("el",),
    "Amharic": ("am",),
    "Burmese": ("my",),
    "Khmer": ("km",),
    "Hebrew": ("he",),
}
_ANY_FOREIGN = late_pattern(
    "[" + "".join(re.escape(marks) for _, marks, _ in _SCRIPTS) + "]|[０-９Ａ-Ｚａ-ｚ]+"
)
_OWN = {
    **{tag: {",": "،", ";": "؛", "?": "؟"} for tag in _ARABIC_LANGUAGES},
    "el": {"?": ";"},
}
_OPENING = frozenset("（［(")
_BARE = frozenset("\u3000－／＇＂")
_HALF = late_pattern(
    rf"(?<=[{_HAN}”」』》）])(?P<mark>[,?!:;]|\.(?!\.))"
    rf"(?=[{_HAN}“「『《（”」』]|[{_SPACE}]?[”」』]?(?:$|\n| [{_HAN}]))"
    rf"|(?<=[A-Za-z%％)])(?P<other>[,;])(?=[{_HAN}])",
    re.MULTILINE,
)
_HALF_BRACKETS = late_pattern(
    rf"(?<=[{_HAN}])\((?=[^()（）\n]{{0,60}}[{_HAN}])[^()（）\n]{{1,60}}\)"
)
_MIXED_BRACKETS = late_pattern(r"（[^()（）\n]{1,60}(\))|(\()[^()（）\n]{1,60}）")
_FULL = {",": "，", "?": "？", "!": "！", ":": "：", ";": "；", ".": "。"}
_ARABIC_HALF = late_pattern(
    rf"(?<=[{_ARABIC}])[»”\"’)\]]?[{_SPACE}]?(?P<mark>[,;?])"
    rf"(?=[»”\"’)\]!.،]*(?:\s|$)|[{_SPACE}]*[{_ARABIC}«“])"
)
_URDU_STOP = late_pattern(rf"(?<=[{_ARABIC}]{{3}})(?P<mark>\.)(?=[”\"’]?(?:\s|$))", re.MULTILINE)
_GREEK_QUESTION = late_pattern('(?<=[\u0370-\u03ff\u1f00-\u1fff])[»”"]?(?P<mark>\\?)(?!\\w)')
_DANDA_TYPED = late_pattern(rf"(?<=[{_INDIC}]) ?(?P<mark>\|)(?=[”\"’]?\s*$)", re.MULTILINE)
_STOP_FOR_DANDA = late_pattern(rf"(?<=[{_INDIC}]{{2}}) ?(?P<mark>\.)(?=[”\"’]?\s*$)", re.MULTILINE)
_ASKING = frozenset("吗嗎呢么麼吧啊谁誰何几幾哪否か")
_FEW = 3
_STRICT = frozenset(("ar", "fa", "ur"))
"""Their press never prints Latin commas; elsewhere some papers do throughout."""


class ForeignMark(NamedTuple):
    """A mark that its text's script does not print. right: what it prints instead, spaces
    included. of: whose mark it is. sources: the languages that it betrays."""

    start: int
    end: int
    right: str
    of: str
    sources: tuple[str, ...] = ()
    confidence: Confidence = "high"
    is_safe: bool = True


def foreign_marks(document: Document) -> Iterator[ForeignMark]:
    """All of them, kind by kind."""
    target = document.target
    yield from _of_other_scripts(document)
    for start, end, of, sources in speech_dashes(document):
        yield ForeignMark(start, end, ",", of, sources)
    if target in _HAN_LANGUAGES:
        yield from _half_width(document)
    elif target in _ARABIC_LANGUAGES:
        yield from _latin(document, _ARABIC_HALF, _OWN[target], "،؛؟", times=target not in _STRICT)
        if target == "ur":
            yield from _latin(document, _URDU_STOP, {".": "۔"}, "۔", times=_FEW)
    elif target in _DANDA_LANGUAGES:
        yield from _latin(document, _DANDA_TYPED, {"|": "।"}, "।", times=1)
        yield from _latin(document, _STOP_FOR_DANDA, {".": "।"}, "।", times=_FEW)
    elif target == "el":
        yield from _latin(document, _GREEK_QUESTION, _OWN[target], ";\u037e")


def _of_other_scripts(document: Document) -> Iterator[ForeignMark]:
    if not _ANY_FOREIGN.search(document.distinct):
        return
    for found in _ANY_FOREIGN.finditer(document.text):
        if found.group()[0] not in _PLAIN:
            yield from _wide_letters(document, found)
            continue
        mark = found.group()
        if mark == "\u3000" and not _parts_words(document.text, found):
            continue
        script, _, letters = next(row for row in _SCRIPTS if mark in row[1])
        if _is_at_home(document, script) or _touches(document, found, letters):
            continue
        yield ForeignMark(*_in_place(document, found), script, _sources(script, document.target))


def _parts_words(text: str, found: re.Match[str]) -> bool:
    around = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    return bool(around[0].strip() and around[1].strip())


def _sources(script: str, target: str) -> tuple[str, ...]:
    return tuple(tag for tag in _SOURCES[script] if tag != target)


def _is_at_home(document: Document, script: str) -> bool:
    target = document.target
    if script == "Chinese and Japanese":
        return target in _HAN_LANGUAGES
    if script == "Arabic":
        return target in _ARABIC_LANGUAGES
    return target in _SOURCES[script] or (
        script == "Hindi and Bengali" and target in _DANDA_LANGUAGES
    )


@cache
def _letters_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")


def _touches(document: Document, found: re.Match[str], letters: str) -> bool:
    """Is the nearest letter before or after it of the script that has the mark?"""
    text = document.text
    before = next(
        (c for c in text[max(0, found.start() - 12) : found.start()][::-1] if c.isalpha()), ""
    )
    after = next((c for c in text[found.end() : found.end() + 12] if c.isalpha()), "")
    return _letters_of(letters).match(before) is not None or (
        _letters_of(letters).match(after) is not None
    )


def _wide_letters(document: Document, found: re.Match[str]) -> Iterator[ForeignMark]:
    """２０２３ in Latin text; full-width letters beside Chinese words are at home."""
    is_east = document.target in _HAN_LANGUAGES or document.target == "ko"
    if is_east or _touches(document, found, _HAN):
        return
    plain = "".join(chr(ord(char) - 0xFEE0) for char in found.group())
    yield ForeignMark(*found.span(), plain, "Chinese and Japanese", ("zh", "ja"))


def _in_place(document: Document, found: re.Match[str]) -> tuple[int, int, str]:
    """(start, end, what stands there instead), with the spaces that the plain mark needs."""
    text, (start, end), mark = document.text, found.span(), found.group()
    plain = _PLAIN[mark]
    around = text[start - 1 : start], text[end : end + 1]
    if around[0].isdigit() and around[1].isdigit():
        return start, end, ":" if mark == "։" else plain
    right = _OWN.get(document.target, {}).get(plain, plain)
    if plain == "." and document.target in _DANDA_LANGUAGES:
        right = "।"
    if mark in _BARE:
        return start, end, right
    if mark in _OPENING:
        return start, end, " " * bool(around[0].strip() and around[0].isalnum()) + right
    while start and text[start - 1] in _SPACE and text[start - 1] != "\u00a0":
        start -= 1
    return start, end, right + " " * (around[1].isalnum() and plain != "%")


def _half_width(document: Document) -> Iterator[ForeignMark]:
    """Half-width marks between Chinese or Japanese letters, where the article prints full-width
    ones: an article that prints half-width ones throughout has that habit."""
    text = document.text
    full = Counter(char for char in text if char in "，。？！：；（、")
    commas = full["，"] + full["、"]
    yield from _commas_of_chinese(document, full)
    found_marks = [found for found in _HALF.finditer(text) if not document.in_link(*found.span())]
    half = Counter(found["mark"] or found["other"] for found in found_marks)
    for found in found_marks:
        mark = found["mark"] or found["other"]
        right = "、" if mark == "," and document.target == "ja" else _FULL[mark]
        others = commas if mark == "," else full[_FULL[mark]]
        if mark in "?!":
            others = others or commas
        if others < half[mark] or (mark in ":;" and others < _FEW * half[mark]):
            confidence: Confidence = "low" if mark in ":;" else "medium"
        else:
            confidence = "high"
        # 约翰?史密斯: a lost encoding left ? in the place of the point in a name.
        may_be_point = mark == "?" and text[found.start() - 1] not in _ASKING
        is_safe = not may_be_point or found.end() == document.block_at(found.start()).end
        yield ForeignMark(*found.span(), right, "Latin", (), confidence, is_safe)
    yield from _half_kana_marks(document, full)
    yield from _half_brackets(document, full["（"])


def _half_kana_marks(document: Document, full: Counter[str]) -> Iterator[ForeignMark]:
    """､ and ｡, the half-width marks of Japanese machines, where the article prints full ones."""
    for found in re.finditer(rf"(?<=[{_HAN}\d）」』”])[､｡]", document.text):
        is_comma = found.group() == "､"
        if not (full["，"] + full["、"] if is_comma else full["。"]):
            continue
        right = ("、" if document.target == "ja" else "，") if is_comma else "。"
        sources = () if document.target == "ja" else ("ja",)
        yield ForeignMark(*found.span(), right, "half-width Japanese", sources)


def _commas_of_chinese(document: Document, full: Counter[str]) -> Iterator[ForeignMark]:
    """，in Japanese news, which prints 、."""
    if document.target == "ja" and 0 < full["，"] * _FEW <= full["、"]:
        for found in re.finditer(rf"(?<=[{_HAN}])，(?=[{_HAN}])", document.text):
            yield ForeignMark(*found.span(), "、", "Chinese", ("zh",))


def _half_brackets(document: Document, full: int) -> Iterator[ForeignMark]:
    text = document.text
    for found in _MIXED_BRACKETS.finditer(text):
        group = 1 if found[1] else 2
        yield ForeignMark(*found.span(group), "）" if group == 1 else "（", "Latin", ())
    half = [found for found in _HALF_BRACKETS.finditer(text) if not document.in_link(*found.span())]
    is_slip = document.target == "ja" and full >= len(half)
    for found in half:
        right = f"（{found.group()[1:-1]}）"
        confidence: Confidence = "high" if is_slip else "low"
        yield ForeignMark(*found.span(), right, "Latin", (), confidence)


def _latin(
    document: Document,
    pattern: re.Pattern[str],
    own: dict[str, str],
    printed: str,
    times: int = 0,
) -> Iterator[ForeignMark]:
    """Latin marks between words of another script, where the article prints that script's, too;
    times: so many times as often."""
    text = document.text
    found_marks = [found for found in pattern.finditer(text) if not document.in_link(*found.span())]
    if not found_marks:
        return
    others = sum(text.count(mark) for mark in printed)
    is_slip = others >= times * len(found_marks) if times else others or len(found_marks) < _FEW
    confidence: Confidence = "high" if is_slip else "medium"
    for found in found_marks:
        mark = found["mark"]
        start, end = found.span("mark")
        right = own[mark]
        if text[end : end + 1].isalpha():
            right += " "
        yield ForeignMark(start, end, right, "Latin", (), confidence)
