"""The numbers, months and times of day of a text, each read as a value.

"2.3 million", "2,3 Mio.", "два миллиона триста тысяч" and "230万" are one value; so are "14h30",
"2:30 p.m." and "午後2時30分". What a form may mean beside that (90 for 1990) is kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.quantity import Key, Quantity, month, number, time_of_day
from mtcheck.bilingual.quantity_dates import (
    beside_year,
    clock_time,
    date_in_figures,
    may_be_time,
    time_in_figures,
)
from mtcheck.bilingual.quantity_figures import values_of_figure
from mtcheck.bilingual.quantity_sums import NumberInWords, begins_number
from mtcheck.bilingual.quantity_units import TIME_UNITS
from mtcheck.bilingual.quantity_words import ROMAN, ROMAN_FORM, Vocabulary, Word, vocabulary
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_HAN = frozenset({"zh", "ja"})
_FIGURE = (
    r"(?P<date>\d{4}-\d{2}-\d{2}(?!\d)"
    r"|\d{1,2}(?:[./-]\d{1,2}[./-]|\. \d{1,2}\. )(?:\d{4}|\d{2})(?![\d./]\d|\d))"
    r"|(?P<clock>(?<![\d:])\d{1,2}(?::| ?h ?)\d{2}(?!\d|:\d|%))"
    r"|(?P<slash>(?<![\d/])\d{1,2}/\d{1,3}(?![\d/]))"
    r"|(?P<spaced>(?<![\d.,])(?<!\d )(?:\d{1,3}(?: \d{3})+|\d{1,2}(?: \d{2})+ \d{3})"
    r"(?:[.,]\d+)?(?!\d| \d{3}))"
    r"|(?P<number>\d{1,2}(?=,(?:19|20)\d\d(?!\d))|\d+(?:[.,'٫٬]\d+)*)"
)
_TOKEN = late_pattern(rf"{_FIGURE}|(?P<mark>[½¼¾⅓⅔])|[^\W\d_]+")
_TOKEN_WITH_APOSTROPHE = late_pattern(rf"{_FIGURE}|(?P<mark>[½¼¾⅓⅔])|[^\W\d_]+(?:'[^\W\d_]+)?")
_MARKS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_ARTICLE = late_pattern(r"\b(?:an?|une?|eine[rnms]?|één|een|uma?|en|bir) $")
_YEAR_AFTER = late_pattern(r"/\d{4}(?!\d)")
_NAME_AFTER = late_pattern(r"[^\W\d_]{4,}")
_DEGREES = late_pattern(r" ?° ?([cf]\b)?")
_NEXT_WORD = late_pattern(r" ([^\W\d_]+)")
_PERCENT = late_pattern(
    r" ?[%٪]|[ -](?:per ?cent|prozent|pour cent|por ciento|por cento|per cento|procent|процент"
    r"|відсот|yüzde|في المئة|في المائة|بالمئة|بالمائة)"
)
_PERCENT_BEFORE = ("%", "yüzde ", "٪")
_JOINTS = frozenset((" ", "-", "", "–", " -", "- ", "‑", ". "))
_UNKNOWN = Word(is_and=True)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_FORM = late_pattern("(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


class _Token(NamedTuple):
    """A figure (word is None) or a word that can be part of a quantity."""

    start: int
    end: int
    kind: str
    word: Word | None


def quantities_of(document: Document) -> tuple[Quantity, ...]:
    """All quantities of the text in order."""
    if document.target in _HAN:
        from mtcheck.bilingual.quantity_han import quantities_of_han

        return tuple(quantities_of_han(document.folded, document.target))
    return tuple(_Reader(document).quantities())


class _Reader:
    """Reads a text whose words have spaces between them."""

    def __init__(self, document: Document) -> None:
        self.text = document.folded
        self.written = document.text
        self.language = document.target
        self.decimal_comma = document.target not in ("en", "ar", "he", "th", "hi")
        self.vocabulary: Vocabulary = vocabulary(document.target)
        self.tokens = self._tokens()

    def _tokens(self) -> list[_Token]:
        pattern = _TOKEN_WITH_APOSTROPHE if self.language == "uk" else _TOKEN
        found: list[_Token] = []
        known, lookup = self.vocabulary.known, self.vocabulary.lookup
        for match in pattern.finditer(self.text):
            form = match.group()
            word = known.get(form, _UNKNOWN)
            if word is None:
                continue  # nearly all words
            if word is _UNKNOWN:
                kind = match.lastgroup
                if kind:
                    found.append(_Token(match.start(), match.end(), kind, None))
                    continue
                word = lookup(form)
            if word is not None:
                kind = "roman" if word is ROMAN else "word"
                found.append(_Token(match.start(), match.end(), kind, word))
        return found

    def quantities(self) -> Iterator[Quantity]:
        at = 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.kind == "word":
                at, found = self._of_words(at)
            elif token.kind == "date":
                at, found = at + 1, list(date_in_figures(self.text, token.start, token.end))
            elif token.kind == "clock":
                half = self._half_of_day(token.end, at + 1)
                at, found = at + 1, [clock_time(self.text, token.start, token.end, half)]
            elif token.kind == "roman":
                at, found = at + 1, list(self._of_roman(token))
            else:
                at, found = self._of_figure(at)
            yield from found

    def _of_roman(self, token: _Token) -> Iterator[Quantity]:
        found = ROMAN_FORM.fullmatch(self.text, token.start, token.end)
        written = found[1] if found else ""
        end = token.start + len(written)
        if self.written[token.start : end].isupper() and _ROMAN_FORM.fullmatch(written):
            total = 0
            for char, after in zip(written, written[1:] + "i", strict=True):
                value = _ROMAN_VALUES[char]
                total += -value if value < _ROMAN_VALUES[after] else value
            yield number(token.start, token.end, (total,), is_word=True, is_loose=True)

    def _of_figure(self, at: int) -> tuple[int, list[Quantity]]:
        token = self.tokens[at]
        if token.kind in ("mark", "slash"):
            return at + 1, [self._of_share(token)]
        start, end = token.start, token.end
        written = self.text[start:end]
        is_spaced = token.kind == "spaced"
        values = values_of_figure(written, decimal_comma=self.decimal_comma, is_spaced=is_spaced)
        if (time := self._of_hour(at, values[0])) is not None:
            return time
        also = self._beside(token, values)
        scale, end, at, extra = self._magnitude(end, at + 1)
        also += [value * other for value in values for other in extra]
        if scale == 1.0 and not extra:
            scale_after = self._shared_scale(end, at)
            also += [value * scale_after for value in values if scale_after != 1.0]
        if scale == 1.0 and at < len(self.tokens) and self._is_next(end, at):
            share = self.tokens[at]
            if share.kind == "mark":
                values = [values[0] + _MARKS[self.text[share.start : share.end]]]
                at, end = at + 1, share.end
        also += [value + 0.5 for value in values if scale == 1.0 and self._has_half(end, at)]
        before = self.text[max(0, start - 6) : start]
        is_percent = _PERCENT.match(self.text, end) or before.endswith(_PERCENT_BEFORE)
        keys = [value * scale for value in values]
        unit = "%" if is_percent else self._unit(end, at)
        is_loose = self._is_name(start, token.end)
        found = number(start, end, keys, also, is_loose=is_loose, unit=unit, scale=scale)
        before = self.text[max(0, start - 2) : start]
        is_name = is_loose and len(before) == 2 and before[1] == "-" and before[0].isalpha()
        return at, [found._replace(is_name=is_name)]

    def _of_share(self, token: _Token) -> Quantity:
        """ "½", "2/3"."""
        start, end = token.start, token.end
        written = self.text[start:end]
        if token.kind == "mark":
            share = _MARKS[written]
            return number(start, end, (share,), (share * 100,), is_word=True)
        top, bottom = (int(part) for part in written.split("/"))
        also: list[Key] = [top, bottom, f"m{top}", f"m{bottom}"]
        also += [int(f"{top}{bottom}"), float(f"{top}.{bottom}")]
        return number(start, end, [top / bottom] if bottom else [], also, is_loose=True)

    def _of_hour(self, at: int, value: float) -> tuple[int, list[Quantity]] | None:
        token = self.tokens[at]
        after = self.tokens[at + 1].word if at + 1 < len(self.tokens) else None
        half = after.half_of_day if after is not None and self._is_next(token.end, at + 1) else ""
        found = time_in_figures(self.text, token.start, token.end, value, half)
        if found is None:
            return None
        return at + (2 if found.is_by_word else 1), found.quantities

    def _half_of_day(self, end: int, next_at: int) -> str:
        """The half of the day that a word after the time tells."""
        if next_at < len(self.tokens):
            after = self.tokens[next_at]
            if after.word is not None and after.start - end <= 4:
                return after.word.half_of_day
        return ""

    def _beside(self, token: _Token, values: list[float]) -> list[Key]:
        """What the figure may stand for beside its values: 1990 for 90, a time for 14.30."""
        written = self.text[token.start : token.end]
        value = values[0]
        also: list[Key] = []
        if written.isdecimal():
            also += beside_year(value)
            if value <= 12 and _YEAR_AFTER.match(self.text, token.end):
                also.append(f"m{int(value)}")
            if len(written) == 2:
                also += [1900 + value, 2000 + value]
        elif token.kind == "spaced" and not self.decimal_comma:
            also += [float(part) for part in written.split(" ") if part.isdecimal()]
        elif may_be_time(written):
            whole, rest = written.split(".")
            also += time_of_day(token.start, token.end, int(whole), int(rest)).keys
        return also

    def _is_name(self, start: int, end: int) -> bool:
        """Does the figure belong to a name (F-16, COVID-19, G7, 737-800, 911) or a telephone?"""
        written = self.text[start:end]
        if written == "911" or (written.isdecimal() and written[0] == "0" and len(written) > 2):
            return True
        before = self.text[start - 1] if start else " "
        if before.isalpha() and self.language != "ar":
            return True
        if before == "-" and start > 1 and (self.text[start - 2].isalpha()):
            return True
        if _NAME_AFTER.match(self.text, end) and self.language not in ("ar", "tr"):
            following = re.match(r"[^\W\d_]+", self.text[end : end + 30])
            return following is None or self.vocabulary.lookup(following[0]) is None
        after = self.text[end : end + 2]
        return len(after) == 2 and after[0] == "-" and after[1].isdigit() and before == "-"

    def _is_next(self, end: int, at: int) -> bool:
        return at < len(self.tokens) and self.text[end : self.tokens[at].start] in _JOINTS

    def _magnitude(self, end: int, at: int) -> tuple[float, int, int, list[float]]:
        """The magnitudes that follow: (scale, end, index after them, other scales it may have)."""
        scale = 1.0
        extra: list[float] = []
        while self._is_next(end, at) and (word := self.tokens[at].word) is not None:
            if word.magnitude:
                gap = self.tokens[at].start - end
                if word.unit and gap and word.magnitude == 1e6 and self.language == "cs":
                    extra.append(1.0)
                scale *= word.magnitude
            elif word.dozen and scale == 1.0:
                scale *= word.dozen
            elif word.perhaps and self.tokens[at].start - end <= 1 and scale == 1.0:
                extra.append(word.perhaps)
                break
            elif word.hundred and scale == 1.0:
                extra.append(100.0)
                break
            else:
                break
            end, at = self.tokens[at].end, at + 1
        return scale, end, at, extra

    def _shared_scale(self, end: int, at: int) -> float:
        """The magnitude that follows a second figure: "2 or 3 million"."""
        if at + 1 >= len(self.tokens):
            return 1.0
        for next_at in range(at, min(at + 3, len(self.tokens) - 1)):
            other, after = self.tokens[next_at], self.tokens[next_at + 1]
            if other.word is None and other.start - end <= 12:
                word = after.word
                if word is not None and self._is_next(other.end, next_at + 1):
                    return word.magnitude or word.perhaps or 1.0
                return 1.0
        return 1.0

    def _has_half(self, end: int, at: int) -> bool:
        """ "3 and a half", "2 ans et demi"."""
        for token in self.tokens[at : at + 4]:
            if token.start - end > 25:
                return False
            if token.word is not None and token.word.fraction == 0.5:
                return True
        return False

    def _unit(self, end: int, at: int) -> str:
        degrees = _DEGREES.match(self.text, end)
        if degrees:
            return degrees[1] or "deg"
        is_first = True
        for token in self.tokens[at : at + 3]:
            if token.start - end > 12:
                break
            if token.word is None:  # the second figure of a range
                if not is_first:
                    break
                end, is_first = token.end, False
                continue
            if "," in self.text[end : token.start]:
                break
            if token.word.unit:
                return self._scale_of_degrees(token) or token.word.unit
        return ""

    def _scale_of_degrees(self, token: _Token) -> str:
        """ "c" for "degrees Celsius"."""
        assert token.word is not None
        after = _NEXT_WORD.match(self.text, token.end) if token.word.unit == "deg" else None
        word = self.vocabulary.lookup(after[1]) if after else None
        return word.unit if word is not None and word.unit in ("c", "f") else ""

    def _of_words(self, at: int) -> tuple[int, list[Quantity]]:
        token = self.tokens[at]
        word = token.word
        assert word is not None
        if word.month and (found := self._of_month(at, word)) is not None:
            return at + 1, [found]
        if begins_number(word):
            return self._of_number_words(at)
        if word.unit in TIME_UNITS:
            return at + 1, [
                Quantity(token.start, token.end, (1.0,), (), "unit", word.unit, True, True)
            ]
        return at + 1, []

    def _of_month(self, at: int, word: Word) -> Quantity | None:
        token = self.tokens[at]
        has_capital = self.written[token.start].isupper()
        if self.language in ("en", "de") and not has_capital:
            return None
        is_doubtful = word.is_doubtful and not self._is_beside_figure(token)
        if is_doubtful and (word.cardinal or word.magnitude or word.unit or word.ordinal):
            return None
        return month(token.start, token.end, word.month, is_loose=is_doubtful)

    def _is_beside_figure(self, token: _Token) -> bool:
        before = self.text[max(0, token.start - 6) : token.start]
        after = self.text[token.end : token.end + 5]
        return any(char.isdigit() for char in before[-4:] + after[:4])

    def _of_number_words(self, at: int) -> tuple[int, list[Quantity]]:
        """A run of words that make one number, and where it ends."""
        first = self.tokens[at]
        sums = NumberInWords(self.language)
        end, after = first.end, at
        while after < len(self.tokens):
            token = self.tokens[after]
            if after > at and self.text[end : token.start] not in _JOINTS:
                break
            if token.word is None:
                break
            if token.word.is_and and not begins_number(token.word):
                following = self._after_and(after) if after > at else None
                word = self.tokens[following].word if following else None
                if following is None or word is None or not sums.add(word, has_and=True):
                    break
                end, after = self.tokens[following].end, following + 1
                continue
            if not sums.add(token.word, has_and=token.word.has_and):
                break
            end, after = token.end, after + 1
        if after == at:
            return at + 1, []
        value = sums.value
        keys: list[Key] = [value]
        also: list[Key] = list(sums.also)
        if value < 1:
            also += [value * 100, round(value * 100), value * 60]
        if self._has_half(end, after) and value == int(value):
            also.append(value + 0.5)
        scale_after = self._shared_scale_of_words(end, after)
        also += [value * scale_after] if scale_after != 1.0 else []
        if sums.is_wide:
            also += [value + ones for ones in range(1, 10)]
        if value % 10 == 0 and 10 < value < 100:
            also += [1900 + value, 1800 + value]
        unit = self._unit(end, after)
        is_bare = sums.is_bare and after == at + 1 and not self._is_one(first.start, value)
        is_loose = sums.is_loose or sums.is_wide or is_bare
        quantity = number(
            first.start, end, keys, also, is_word=True, is_loose=is_loose, unit=unit, scale=0.0
        )
        return after, [quantity]

    def _is_one(self, start: int, value: float) -> bool:
        """ "a billion", which is a number as "billions" is none."""
        return value >= 1e6 and bool(_ARTICLE.search(self.text, max(0, start - 6), start))

    def _after_and(self, at: int) -> int | None:
        """The index of the number word after "and", "and a"; None where there is none."""
        while at + 1 < len(self.tokens) and self._is_next(self.tokens[at].end, at + 1):
            at += 1
            word = self.tokens[at].word
            if word is None:
                return None
            if begins_number(word) or not word.is_and:
                return at
        return None

    def _shared_scale_of_words(self, end: int, at: int) -> float:
        for after in self.tokens[at : at + 3]:
            if after.start - end > 14 or after.word is None:
                return 1.0
            if after.word.magnitude:
                return after.word.magnitude
            end = after.end
        return 1.0
