"""Quantities in words, for messages, and in the formats of a language, for suggestions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtcheck.bilingual.quantity import Quantity

if TYPE_CHECKING:
    from mtcheck.document import Document

_HAN = ("zh", "ja")
_MAGNITUDES = ((1e12, "兆", "trillion"), (1e9, "", "billion"), (1e6, "", "million"))
_FALSE_FRIEND = 1000.0
_FALSE_FRIENDS = {"bil", "tri", "бил", "три"}
_NUMBER = re.compile(r"\d[\d.,'’٫٬ \u00a0\u202f]*\d|\d")
_LARGEST_PLAIN = 999_999
_LEAST_SHARE = 0.01


def name_of(document: Document, quantity: Quantity) -> str:
    """'20.3 million (“2030万”)': what it means, and how it is written where that differs."""
    written = document.text[quantity.start : quantity.end]
    meant = _meant(quantity)
    if is_share(quantity):
        return f"“{written}”"
    sign = " %" if quantity.unit == "%" else ""
    if _digits(written) == _digits(meant) and not quantity.scale > 1:
        return f"“{written}{sign}”"
    return f"“{written}”" if written == meant else f"{meant}{sign} (“{written}”)"


def is_share(quantity: Quantity) -> bool:
    """A fraction that is spelt out?"""
    return quantity.is_word and 0 < quantity.value < 1


def _digits(written: str) -> str:
    """The digits of a number that is nothing but digits and marks, else the very form."""
    digits = "".join(char for char in written if char.isdigit())
    return written if any(char.isalpha() or char == ":" for char in written) else digits


def _meant(quantity: Quantity) -> str:
    from calendar import month_name

    key = quantity.keys[0] if quantity.keys else 0.0
    if isinstance(key, str):
        rest = int(key[1:])
        return month_name[rest] if key[0] == "m" else f"{rest // 60}:{rest % 60:02}"
    if key > _LARGEST_PLAIN:
        for size, _, name in _MAGNITUDES:
            if key >= size:
                return f"{key / size:.10g} {name}"
    if 1100 <= key <= 2100 or key != int(key):
        return f"{key:.10g}"
    return f"{int(key):,}"


def false_friend(document: Document, source: Quantity, target: Quantity) -> str:
    """What to say where a thousand times as much is meant, as with billion and Billion."""
    if source.kind != "number" or not source.value or not target.value:
        return ""
    ratio = max(source.value / target.value, target.value / source.value)
    if abs(ratio - _FALSE_FRIEND) > 1:
        return ""
    assert document.source is not None
    theirs = document.source.text[source.start : source.end]
    ours = document.text[target.start : target.end]
    words = re.findall(r"[^\W\d_]{4,}", theirs)[-1:] + re.findall(r"[^\W\d_]{4,}", ours)[-1:]
    heads = {word[:3].lower() for word in words}
    if len(words) == 2 and len(heads) == 1 and heads <= _FALSE_FRIENDS:
        return f" “{words[0]}” and “{words[1]}” are false friends."
    return ""


def in_format_of(document: Document, quantity: Quantity, instead: Quantity | None) -> str | None:
    """The number as the document's language writes it, in the manner of what stands there."""
    if is_share(quantity):
        return None
    key = quantity.keys[0] if quantity.keys else 0.0
    language = document.target
    if isinstance(key, str):
        number = int(key[1:])
        if key[0] == "m":
            return _month(document, number)
        return _time(document, number, instead)
    if instead is None or instead.is_word or language in _HAN:
        is_plain = key <= _LARGEST_PLAIN or language in _HAN
        return _figure(document, key) if is_plain else _with_word(document, key)
    written = document.text[instead.start : instead.end]
    figure = _NUMBER.search(written)
    if figure is None:
        return None
    scale = instead.scale or 1.0
    if (quantity.scale > 1 and quantity.scale != scale) or key / scale > _LARGEST_PLAIN:
        return _with_word(document, key)
    if key / scale < _LEAST_SHARE:
        return _figure(document, key)
    return written[: figure.start()] + _figure(document, key / scale) + written[figure.end() :]


def _month(document: Document, number: int) -> str:
    if document.target in _HAN:
        return f"{number}月"
    from mtcheck.language.formats import calendar

    return calendar(document.language).names[number - 1]


def _time(document: Document, minutes: int, instead: Quantity | None) -> str | None:
    if instead is None:
        return None
    written = document.text[instead.start : instead.end]
    numbers = list(re.finditer(r"\d+", written))
    if len(numbers) != 2:
        return None
    hour, minute = divmod(minutes, 60)
    if (
        int(numbers[0].group()) <= 12
        and hour > 12
        and "m" in document.folded[instead.end : instead.end + 5]
    ):
        hour -= 12
    one, two = numbers
    between, rest = written[one.end() : two.start()], written[two.end() :]
    return f"{written[: one.start()]}{hour}{between}{minute:02}{rest}"


def _with_word(document: Document, value: float) -> str | None:
    """ "2,5 milliards": with the largest word that the language has for it."""
    from mtcheck.bilingual.quantity_words import vocabulary

    sizes = zip((1e3, 1e6, 1e9, 1e12), vocabulary(document.target).written, strict=False)
    for size, word in reversed(list(sizes)):
        if value >= size and word != "-":
            return f"{_figure(document, value / size)} {word}"
    return None


def _figure(document: Document, value: float) -> str:
    from mtcheck.language.formats import formats

    if document.target in _HAN and value >= 10_000 and value % 100 == 0:
        return _in_myriads(value, document.target)
    own = formats(document.language)
    whole, _, decimals = f"{value:.6f}".rstrip("0").rstrip(".").partition(".")
    if len(whole) >= max(4, own.group_from) and (decimals or not 1100 <= value <= 2100):
        group = "\u00a0" if own.group and own.group[0] == " " else own.group[0] if own.group else ""
        whole = f"{int(whole):,}".replace(",", group)
    decimal = own.decimal[0] if own.decimal else "."
    return whole + (decimal + decimals if decimals else "")


def _in_myriads(value: float, language: str) -> str:
    """ "2億3480万", "2.348亿"."""
    if value < 1e8:
        return f"{value / 1e4:.10g}万"
    if language == "zh":
        return f"{value / 1e8:.10g}亿"
    rest = value % 1e8
    return f"{value // 1e8:.0f}億" + (f"{rest / 1e4:.10g}万" if rest else "")
