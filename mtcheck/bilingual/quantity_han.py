"""Numbers of Chinese and Japanese texts: 2030万, 三百二十, 百分之五, 令和5年, 午後2時30分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from math import isfinite

from mtcheck.bilingual.quantity import Key, Quantity, month, number, time_of_day
from mtcheck.bilingual.quantity_words import vocabulary
from mtcheck.patterns import late_pattern

_DIGITS = dict(zip("〇零一二三四五六七八九两兩壱弐参", (0, *range(10), 2, 2, 1, 2, 3), strict=True))
_SMALL = {"十": 10, "百": 100, "千": 1000, "拾": 10}
_LARGE = {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12}
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911,
         "民國": 1911}  # fmt: skip

_FIGURE = r"\d+(?:[,，٬] ?\d{3})+(?:[.．]\d+)?|\d+(?:[.．・]\d+)?"
_NO_PREFIX = "(?![瓦克米卡赫帕伏])"
"""千瓦 is a kilowatt, not a thousand."""
_HAN = f"(?:[〇零一二三四五六七八九十百两兩]|千{_NO_PREFIX})"
_HEAD = rf"(?:(?:{_FIGURE}) ?(?:[十百千](?!数|數){_NO_PREFIX})*|{_HAN}+)[多余餘]?"
_PART = rf"(?:{_HEAD} ?[万萬亿億兆]+ ?)+(?:{_HEAD})?|{_HEAD}"
_NUMBER = late_pattern(
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"|(?P<clock>(?<!\d)\d{1,2}[:：]\d{2}(?![\d:：]))"
    r"|(?P<slash>(?<![\d/])\d{1,2}/\d{1,2}(?![\d/]))"
    r"|(?P<batting>\d割\d分(?:\d厘)?|\d割\d[～~]\d分)"
    rf"|(?P<number>{_PART})"
)
_SCORE = late_pattern(r"[-–—:：比対]\d")
_WEEKDAY_BEFORE = ("星期", "周", "礼拜", "週", "禮拜")
_NO_NUMBER = late_pattern(
    r"一(?:些|样|樣|般|直|定|起|方|部|旦|边|切|致|番|緒|同|体|旦|概|度|再|共|向|度|瞬|生|贯|味)|十分|万一|千万(?!元|人|美|吨|円)"
    r"|一[两兩](?![百千万亿萬億])|三菱|四川|五輪|八百长|九州|四国|三星|六本|七夕|百度|十字|三井|千葉|千叶|百老|百货|一带|[一二]酸化|二氧化"
)
_AFTER = late_pattern(
    r"(?P<percent> ?[%％]| ?パーセント| ?ポイント| ?個百分點| ?个百分点)|(?P<month> ?月)"
    r"|(?P<hour> ?(?:時(?!間)|时(?!间|期)|点(?!的|に)|點))|(?P<teens> ?代)"
    r"|(?P<tenth>割|成(?!功|立|为|員|员|長|果|本|績|绩|交|年|都))|(?P<fraction>分の|分之)"
    r"|(?P<dozen>打(?!破|击))|(?P<half>年半|个半|個半|倍半|時間半|半)"
)
_MINUTES = late_pattern(rf" ?(?:(\d{{1,2}}|{_HAN}+) ?分(?!の|之)|(半))")
_DENOMINATOR = late_pattern("(?:百|千|万)(?:分之)")
_HALF = late_pattern("半(?!导体|島|岛|導體|端|径|信)|一半")
_PAIR = late_pattern("[二三四五六七八九][二三四五六七八九](?=[十百千万亿億])")
_SHARED = late_pattern(r" ?[-–~～〜至到、或] ?\d+(?:[.．]\d+)?([万萬亿億兆]+)")
_FULL = str.maketrans("０１２３４５６７８９，．：", "0123456789,.:")


def quantities_of_han(text: str, language: str) -> Iterator[Quantity]:
    """All quantities in order. text: in small letters, with plain spaces."""
    end_of_last = 0
    for found in _NUMBER.finditer(text):
        if found.start() < end_of_last:
            continue
        for quantity in _read(text, found, language):
            end_of_last = max(end_of_last, quantity.end)
            yield quantity
    for found in _HALF.finditer(text):
        yield number(*found.span(), (0.5,), (50.0, 30.0, 6.0), is_word=True)


def _read(text: str, found: re.Match[str], language: str) -> Iterator[Quantity]:
    start, end = found.span()
    kind = found.lastgroup
    if kind == "date":
        year, month_number, day = (int(part) for part in re.split(r"[-/.]", found[0]))
        yield number(start, start + 4, (year,), _of_year(year))
        yield month(start + 5, end, (month_number,))
        yield number(end - 2, end, (day,))
    elif kind == "clock":
        hour, minute = (int(part) for part in re.split("[:：]", found[0]))
        yield time_of_day(start, end, hour, minute, _half_before(text, start, language))
    elif kind == "slash":
        one, two = (int(part) for part in found[0].split("/"))
        keys: tuple[Key, ...] = (one / two,) if two else ()
        yield number(start, end, keys, (one, two, f"m{one}", f"m{two}"), is_loose=True)
    elif kind == "batting":
        digits = "".join(char for char in found[0] if char.isdigit())
        yield number(start, end, (int(digits),), (int(digits) / 10 ** len(digits),), is_loose=True)
    else:
        yield from _number(text, start, end, language)


def _number(text: str, start: int, end: int, language: str) -> Iterator[Quantity]:
    if text[max(0, start - 2) : start].endswith(_WEEKDAY_BEFORE) and text[start] in _DIGITS:
        return
    if _NO_NUMBER.match(text, start):
        return
    denominator = _DENOMINATOR.match(text, start)
    if denominator is not None:
        numerator = re.compile(_PART).match(text, denominator.end())
        if numerator is None or (value := value_of(numerator[0])) is None:
            return
        per_cent = {"百": 1.0, "千": 0.1, "万": 0.01}[text[start]]
        yield number(start, numerator.end(), (value * per_cent, value), unit="%")
        return
    written = text[start:end].rstrip()
    value = value_of(written)
    if value is None:
        return
    end = start + len(written)
    is_word = not any(char.isdigit() for char in written)
    values: tuple[Key, ...] = (value,)
    also: set[Key] = set(_of_year(value)) if value == int(value) else set()
    era = next((base for era, base in _ERAS.items() if text.endswith(era, 0, start)), None)
    if era:
        values = (value, era + value)
    if (pair := _PAIR.match(written)) is not None:
        one, two = (value_of(digit + written[2:]) or 0.0 for digit in pair[0])
        values = (one, two, value)
    if shared := _SHARED.match(text, end):
        also.add(value * (value_of(shared[1]) or 1.0))
    if written == "911":
        also.add("name")
    if written[0] in "0０" and len(written) > 2 and "." not in written:
        also.add("name")
    before = text[max(0, start - 1) : start]
    if before and before in "数數几幾何":
        is_word = True
        also.add("vague")
    if before and before.isascii() and before.isalpha():
        also.add("name")
    if is_word and "〇" in written and len(written) == 4:
        is_word = False
    yield from _with_unit(text, start, end, values, also, is_word, language)


def _with_unit(
    text: str, start: int, end: int, values: tuple[Key, ...], also: set[Key], is_word: bool,
    language: str,
) -> Iterator[Quantity]:  # fmt: skip
    value = float(values[0])
    after = _AFTER.match(text, end)
    kind = after.lastgroup if after else None
    if kind == "month" and value in range(1, 13):
        assert after is not None
        yield month(start, after.end(), (int(value),))
    elif kind == "hour" and value <= 24:
        assert after is not None
        minutes = _MINUTES.match(text, after.end())
        minute = 0 if not minutes else 30 if minutes[2] else int(value_of(minutes[1]) or 0)
        half = _half_before(text, start, language)
        if after[0].strip() in "点點" and not minutes and not half:
            yield number(start, end, values, (f"t{int(value * 60)}", f"t{int(value * 60) + 720}"))
            return
        last = minutes.end() if minutes else after.end()
        yield time_of_day(start, last, int(value), minute, half)
    elif kind == "teens":
        yield number(start, end, values, is_word=is_word, is_loose=value == 10)
    elif kind == "tenth":
        yield number(start, end + 1, (value * 10,), (value,), is_word=is_word)
    elif kind == "fraction":
        assert after is not None
        numerator = re.compile(_PART).match(text, after.end())
        top = value_of(numerator[0]) if numerator else None
        if numerator and top is not None and value:
            share = top / value
            rest: tuple[Key, ...] = (top, value, round(share * 100), share * 100)
            yield number(start, numerator.end(), (share,), rest, is_word=True)
    elif kind == "dozen":
        yield number(start, end, (value * 12,), (value,), is_word=is_word)
    elif kind == "half":
        yield number(start, end, values, (value + 0.5, *also), is_word=is_word)
    else:
        unit = "%" if kind == "percent" else _unit_after(text, start, end, language)
        yield number(start, end, values, tuple(also), is_word=is_word, unit=unit)


def value_of(written: str) -> float | None:
    """2030万 is 20,300,000; 二〇二三 is 2023. None for what is no number."""
    written = written.translate(_FULL).replace(" ", "").replace(",", "").replace("・", ".")
    total = section = 0.0
    digits = ""
    pending = False
    for char in written:
        if char.isdigit() or char == ".":
            digits += char
        elif char in _DIGITS:
            digits += str(_DIGITS[char])
        elif char in _SMALL:
            section += (_float(digits) if digits else 1) * _SMALL[char]
            digits, pending = "", True
        elif char in _LARGE:
            section += _float(digits) if digits else 0
            if not section:
                section = 1.0 if not total else 0.0
            if total and not section:
                total *= _LARGE[char]
            else:
                total += section * _LARGE[char]
            section, digits, pending = 0.0, "", True
    if not digits and not pending:
        return None
    value = total + section + (_float(digits) if digits else 0)
    return float(f"{value:.10g}") if isfinite(value) else None


def _float(digits: str) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def _of_year(value: float) -> tuple[Key, ...]:
    if 1100 <= value <= 2100:
        return (value % 100, value // 100 + 1) if value % 100 == 0 else (value % 100,)
    return ()


def _half_before(text: str, start: int, language: str) -> str:
    before = text[max(0, start - 3) : start].rstrip()
    halves = vocabulary(language).halves_of_day
    return next((half for word, half in halves.items() if before.endswith(word)), "")


def _unit_after(text: str, start: int, end: int, language: str) -> str:
    found = _units(language).match(text, end)
    unit = vocabulary(language).units[found[1]] if found else ""
    return _scale_before(text, start, language) or unit if unit == "deg" else unit


def _scale_before(text: str, start: int, language: str) -> str:
    """ "c" for 摄氏30度."""
    units = vocabulary(language).units
    before = text[max(0, start - 4) : start].rstrip("零下-− ")
    return next(
        (units[form] for form in units if units[form] in "cf" and before.endswith(form)), ""
    )


@cache
def _units(language: str) -> re.Pattern[str]:
    words = sorted(vocabulary(language).units, key=len, reverse=True)
    return re.compile(rf" ?(?:平方)?({'|'.join(map(re.escape, words))})")
