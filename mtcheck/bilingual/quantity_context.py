"""What stands around a number: does the text say "about", is it a sum in another currency?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtcheck.bilingual.quantity import Quantity
from mtcheck.bilingual.quantity_words import vocabulary
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_BEFORE, _AFTER = 30, 12
_MONEY = late_pattern(
    r"[$€£¥₽₴₺₹₩]|euro|dollar|dólar|доллар|долар|евро|євро|рубл|pound|yen|yuan|gbp|usd|eur|円|元|ドル|ユーロ"
    r"|ポンド|欧元|英镑|يورو|دولار|avro|dolar|funt|libr|livre|pfund|злот|zł|kč|korun"
)
_WINDOW_OF_MONEY = 14


def significant(quantity: Quantity) -> int:
    """How many digits of the number tell something: two in 1,200."""
    return len(f"{quantity.value:.10g}".replace(".", "").strip("0"))


def is_approximate(document: Document, quantity: Quantity) -> bool:
    start, end = quantity.start, quantity.end
    folded = document.folded
    around = f" {folded[max(0, start - _BEFORE) : start]} {folded[end : end + _AFTER]} "
    has_spaces = document.target not in ("zh", "ja")
    return any(
        (f" {word} " if has_spaces else word) in around
        for word in vocabulary(document.target).approx
    )


def is_money_in_brackets(document: Document, quantity: Quantity) -> bool:
    folded = document.folded
    opening = max(
        folded.rfind(mark, max(0, quantity.start - 40), quantity.start) for mark in "(（["
    )
    if opening < 0 or any(mark in folded[opening : quantity.start] for mark in ")）]"):
        return False
    start, end = max(opening, quantity.start - _WINDOW_OF_MONEY), quantity.end + _WINDOW_OF_MONEY
    return _MONEY.search(folded, start, end) is not None


def is_day_of_agency(document: Document, quantity: Quantity) -> bool:
    """ "26日": Chinese and Japanese news give the day alone, others say "on Sunday"."""
    return (
        document.target in ("zh", "ja") and document.text[quantity.end : quantity.end + 1] == "日"
    )
