"""Chinese and Japanese in each other's text: kana and reformed Japanese characters in Chinese
(サプライズ, 経済), simplified Chinese ones in Japanese (下滑 in its own letters: 张伟).

`foreign-characters.txt` in the folder of Chinese lists the Japanese ones; those of Chinese are what
the standard character set of Japan lacks and that of China has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import listed_words
from mtcheck.language.mentions import is_named, is_set_apart
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_HAN = "\u3400-\u4dbf\u4e00-\u9fff々"
_KATAKANA = late_pattern(
    r"(?<![ァ-ヴー\u3041-\u3096])[ァ-ヴ][ァ-ヴー]+(?:[・＝][ァ-ヴー]+)*(?![\u3041-\u3096])"
)
_HIRAGANA_WORD = late_pattern(
    f"(?<=[{_HAN}])[\u3041-\u3096]{{2,}}(?:[{_HAN}]{{1,4}}[\u3041-\u3096]+)*"
)
_LONE_PARTICLE = late_pattern(f"(?<=[{_HAN}])[\u3041-\u306d\u306f-\u3096](?=[{_HAN}，])")
_HAN_RUN = late_pattern(f"[{_HAN}]+")
_TITLE_BEFORE = late_pattern(
    "(?:国务卿|國務卿|总统|總統|首相|总理|總理|部长|部長|外长|外長|防长|防長|主席|议员|議員|大使|教授|"
    "发言人|發言人|选手|選手|教练|教練|州长|州長|市长|市長|局长|局長|先生|女士|秘书长|秘書長|官|长|長|员|員|师|師)$"
)
_PERSON_AFTER = late_pattern(
    "(?:氏|先生|女士|小姐|致电|致電|表示|说|說|称|稱|指出|强调|強調|认为|認為|告诉|告訴|在|於|于|访问|訪問|总统|總統|首相|总理|總理|议员|議員)"
)
_KANA = late_pattern("[\u3041-\u30fa]")
_FEWEST_KANA = 3
_OWN_HAN = late_pattern("[\u4e00-\u9fff]")
_FEWEST_HAN = 8
_OPENERS, _CLOSERS = "「『《〈“‘（(【[", "」』》〉”’）)】]"


_FEWEST_OF_OWN = 30
_ODD_SHARE = 0.15


class StrangePlace(NamedTuple):
    """A passage in the other language's characters. is_name: of a person or place."""

    start: int
    end: int
    sources: tuple[str, ...]
    is_name: bool


def strange_places(document: Document) -> Iterator[StrangePlace]:
    if document.target == "zh":
        yield from _katakana(document)
        yield from _lone_particles(document)
        yield from _hiragana(document)
        yield from _by_characters(document, _only_japanese(), ("ja",))
    elif document.target == "ja":
        yield from _by_characters(document, _only_chinese(), ("zh",))


def _katakana(document: Document) -> Iterator[StrangePlace]:
    text = document.text
    for found in _KATAKANA.finditer(text):
        start, end = found.span()
        if _is_shown(document, start, end):
            continue
        is_name = (
            "・" in found.group()
            or _TITLE_BEFORE.search(text, max(0, start - 4), start) is not None
            or _PERSON_AFTER.match(text, end) is not None
        )
        yield StrangePlace(start, end, ("ja",), is_name)


def _hiragana(document: Document) -> Iterator[StrangePlace]:
    """大丈夫です: what `strange_scripts` does not take for a sentence."""
    for found in _HIRAGANA_WORD.finditer(document.text):
        if not _is_shown(document, *found.span()):
            yield StrangePlace(*found.span(), ("ja",), False)


def _lone_particles(document: Document) -> Iterator[StrangePlace]:
    """首相は演说: a particle of Japanese between Chinese words; の is seen in names of shops."""
    for found in _LONE_PARTICLE.finditer(document.text):
        if not _is_shown(document, *found.span()):
            yield StrangePlace(*found.span(), ("ja",), False)


def _by_characters(
    document: Document, pattern: re.Pattern[str], sources: tuple[str, ...]
) -> Iterator[StrangePlace]:
    text, last = document.text, 0
    for found in pattern.finditer(text):
        if found.start() < last:
            continue
        run = _run_around(text, *found.span())
        last = run[1]
        if document.target == "zh":
            run = max(run[0], found.start() - 1), min(run[1], found.end() + 1)
        if not _is_shown(document, *run):
            yield StrangePlace(*run, sources, False)


def _run_around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and _HAN_RUN.match(text[start - 1]):
        start -= 1
    while end < len(text) and _HAN_RUN.match(text[end]):
        end += 1
    return start, end


def other_variety(document: Document) -> Iterator[tuple[int, int, bool]]:
    """(start, end, is it traditional) of the words of a Chinese article in characters of the other
    variety, where there are few of them."""
    if document.target != "zh":
        return
    simplified, traditional = (
        re.compile(f"[{''.join(sorted(listed_words('zh', f'{name}-characters')))}]+")
        for name in ("simplified", "traditional")
    )
    text = document.text
    own, other = (
        sum(len(run) for run in pattern.findall(text)) for pattern in (simplified, traditional)
    )
    is_traditional = own >= other  # the odd ones
    odd = traditional if is_traditional else simplified
    most, fewest = max(own, other), min(own, other)
    if most < _FEWEST_OF_OWN or not 0 < fewest <= most * _ODD_SHARE:
        return
    last = 0
    for found in odd.finditer(text):
        if found.start() < last:
            continue
        start, end = found.span()
        while (more := odd.match(text, end + 1)) and _HAN_RUN.match(text[end]):
            end = more.end()
        last = end
        if not _is_shown(document, start, end):
            yield start, end, is_traditional


def _is_shown(document: Document, start: int, end: int) -> bool:
    """In quotation marks or brackets, in a link, or named as a word of the other language."""
    text = document.text
    low = max(document.block_at(start).start, start - 60)
    before = text[low:start]
    if _in_own_speech(document, start, end):
        return document.in_link(start, end)
    opened = max(before.rfind(mark) for mark in _OPENERS)
    closed = max(before.rfind(mark) for mark in _CLOSERS)
    return (
        opened > closed
        or document.in_link(start, end)
        or is_set_apart(document, start, end)
        or is_named(document, start, end)
        or text[end : end + 2].lstrip()[:1] in tuple("（(」》")
    )


def _in_own_speech(document: Document, start: int, end: int) -> bool:
    """In a quotation whose other words are plainly the article's own language."""
    around = document.quotations_around(start, end)
    if not around:
        return False
    inner = around[-1].inner
    rest = document.text[inner[0] : start] + document.text[end : inner[1]]
    if document.target == "ja":
        return len(_KANA.findall(rest)) >= _FEWEST_KANA
    return _KANA.search(rest) is None and len(_OWN_HAN.findall(rest)) >= _FEWEST_HAN


@cache
def _only_japanese() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(listed_words('zh', 'foreign-characters')))}]+")


@cache
def _only_chinese() -> re.Pattern[str]:
    found = []
    for code in range(0x4E00, 0x9FA6):
        char = chr(code)
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            continue
        try:
            is_japanese = len(char.encode("euc_jp")) == 2
        except UnicodeEncodeError:
            is_japanese = False
        try:
            char.encode("big5")
            is_simplified = False  # 圳 of 深圳 is the same everywhere
        except UnicodeEncodeError:
            is_simplified = True
        if not is_japanese and is_simplified:
            found.append(char)
    found += "她你您妳吗呢吧啊嘛"
    return re.compile(f"[{''.join(found)}]+")
