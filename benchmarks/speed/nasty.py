"""Texts that a careless pattern or loop takes too long over, at any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice

_NEWS = {
    "en": (
        "Ministers met in Geneva on Friday, 12 May, and agreed to spend $3.5 million on the port. ",
        "“We will not wait,” said Anna Berg, who leads the council of the region. ",
        "The report (published in 2021) says that 45% of the ships were late. ",
    ),
    "zh": ("部长们周五在日内瓦会面，同意拨款350万美元用于港口。", "“我们不会等待，”安娜·贝格说。"),
    "ar": (
        "التقى الوزراء في جنيف يوم الجمعة، ووافقوا على إنفاق المال. ",
        "«لن ننتظر»، قالت آنا بيرغ. ",
    ),
}


def _repeated(text: str) -> Callable[[int], str]:
    return lambda length: (text * (length // len(text) + 1))[:length]


def _numbered(line: str) -> Callable[[int], str]:
    def make(length: int) -> str:
        lines: list[str] = []
        room, number = length, 0
        while room > 0:
            lines.append(line.format(number))
            room -= len(lines[-1])
            number += 1
        return "".join(lines)[:length]

    return make


def _nested(opener: str, closer: str) -> Callable[[int], str]:
    return lambda length: opener * (length // 2) + closer * (length // 2)


def _news(language: str, end: str) -> Callable[[int], str]:
    def make(length: int) -> str:
        pieces: list[str] = []
        for number, sentence in enumerate(islice(cycle(_NEWS[language]), length)):
            pieces.append(sentence + (end if number % 3 == 2 else ""))
            length -= len(pieces[-1])
            if length <= 0:
                break
        return "".join(pieces)

    return make


TEXTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "news": ("en", _news("en", "\n\n")),
    "one line": ("en", _news("en", "")),
    "straight quotes": ("en", _repeated('"')),
    "quotes between words": ("en", _repeated('a " b ')),
    "opening quotes": ("en", _repeated("“")),
    "low and high quotes": ("de", _repeated("„“ ")),
    "apostrophes": ("en", _repeated("'")),
    "the same sentence": ("en", _repeated("The council will meet again on Friday at noon. ")),
    "the same line": ("en", _repeated("The council will meet again on Friday at noon.\n")),
    "nearly the same sentence": (
        "en", _numbered("The council of ward {} will meet again on Friday in the town hall. ")
    ),
    "brackets": ("en", _nested("(", ")")),
    "square brackets": ("en", _nested("[", "]")),
    "tags never closed": ("en", _repeated("<a b ")),
    "braces": ("en", _nested("{", "}")),
    "combining marks": ("en", lambda length: "e" + "\u0301" * (length - 1)),
    "spaces": ("en", _repeated(" ")),
    "spaces before a mark": ("fr", lambda length: " " * (length - 1) + "!"),
    "digits": ("en", _repeated("1234567890")),
    "groups of digits": ("en", _repeated("123,456 ")),
    "dots": ("en", _repeated(".")),
    "dots and spaces": ("en", _repeated(". ")),
    "hyphens": ("en", _repeated("-")),
    "stars": ("en", _repeated("*")),
    "underlines": ("en", _repeated("_")),
    "at signs": ("en", _repeated("a@")),
    "slashes": ("en", _repeated("a/")),
    "short lines": ("en", _repeated("Yes\n")),
    "short numbered lines": ("en", _numbered("Line {}\n")),
    "one letter": ("en", _repeated("a")),
    "one capital letter": ("en", _repeated("A")),
    "capitalised words": ("en", _numbered("Berg{} ")),
    "full names": ("en", _numbered("Anna Berg{} said. ")),
    "one word": ("en", _repeated("very ")),
    "two words": ("en", _repeated("in Gaza ")),
    "line breaks": ("en", _repeated("\n")),
    "bullets": ("en", _repeated("- a\n")),
    "no-break spaces": ("fr", _repeated("\u00a0")),
    "zero-width signs": ("en", _repeated("\u200b")),
    "wrong decoding": ("fr", _repeated("Ã©")),
    "entities": ("en", _repeated("&amp;")),
    "links": ("en", _repeated("www.example.com ")),
    "one long link": ("en", lambda length: "https://" + "a/" * (length // 2)),
    "Chinese": ("zh", _news("zh", "\n\n")),
    "Chinese without a break": ("zh", _repeated("部长们周五在日内瓦会面同意拨款用于港口")),
    "one Chinese sign": ("zh", _repeated("的")),
    "Chinese digits": ("zh", _repeated("一二三")),
    "Chinese brackets": ("zh", _nested("（", "）")),
    "Japanese": ("ja", _repeated("閣僚らは金曜日にジュネーブで会談し、港への支出で合意した。")),
    "katakana": ("ja", _repeated("ア")),
    "Arabic": ("ar", _news("ar", "\n\n")),
    "Arabic without a space": ("ar", _repeated("الوزراء")),
    "Arabic guillemets": ("ar", _repeated("«")),
    "Russian": ("ru", _repeated("Министры встретились в Женеве и договорились о расходах. ")),
    "one Russian letter": ("ru", _repeated("а")),
    "Latin in Russian": ("ru", _repeated("Он сказал hello и ушёл. ")),
}  # fmt: skip
"""By name: the language that it is checked in, and what makes the text of a given length."""


def texts(length: int) -> Iterator[tuple[str, str, str]]:
    """(name, language, text) of each."""
    for name, (language, make) in TEXTS.items():
        yield name, language, make(length)
