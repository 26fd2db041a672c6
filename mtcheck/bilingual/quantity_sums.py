"""Numbers that are spelt out: what "two million three hundred thousand" comes to."""

from __future__ import annotations

from mtcheck.bilingual.quantity_words import Word


class NumberInWords:
    """A number that is spelt out, word by word.

    is_bare: it began with a magnitude ("million"). is_loose: it is an ordinal or a fraction.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.total = 0.0
        self.current: float | None = None
        self.last_scale = 0.0
        self.also: list[float] = []
        self.is_loose = False
        self.is_bare = False
        self.is_wide = False
        self.is_closed = False

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def add(self, word: Word, *, has_and: bool) -> bool:
        """Take the word in; False where it does not go on with this number."""
        if self.is_closed:
            return False
        if word.hundred and (word.cardinal is None or self.current in range(2, 20)):
            if self.current is not None and self.current >= 20:
                return False
            self.is_bare |= self.current is None and not self.total
            self.current = (self.current or 1.0) * 100
            return True
        if word.magnitude and (word.cardinal is None or self.current is not None):
            self._scale(word.magnitude)
            return True
        if word.cardinal is not None and self._add_cardinal(word.cardinal, has_and):
            self.is_wide |= word.is_wide
            if word.ordinal:
                self.also.append(word.ordinal)
            if word.fraction:
                self.also.append(word.fraction)
            return True
        if word.dozen:
            self.current = (self.current or 1.0) * word.dozen
            self.is_loose = self.is_closed = True
            return True
        if word.fraction:
            return self._add_fraction(word.fraction, word.ordinal, has_and)
        if word.ordinal:
            return self._add_ordinal(word.ordinal)
        if word.plain and self.current is None and not self.total:
            self.current = word.plain
            self.is_loose = word.plain <= 20
            return True
        return False

    def _scale(self, size: float) -> None:
        if self.current is None and not self.total:
            self.total, self.is_bare = size, True
        elif self.current is None or (self.last_scale and size > self.last_scale):
            self.total = self.value * size
        else:
            self.total += self.current * size
        self.current, self.last_scale = None, size

    def _add_cardinal(self, value: float, has_and: bool) -> bool:
        current = self.current
        if current is None:
            self.current = value
            return True
        below = current % 100
        if (
            (below == 0 and current and value < 100)
            or _fits(below, value)
            or (
                self.language == "ar"
                and ((below < 10 and value == 10) or (has_and and _fits(value, below)))
            )
        ):
            self.current = current + value
        elif self.language == "ar" and current < 100 and value % 100 == 0 and not has_and:
            self.current = current * value
        elif (self.language == "ar" and has_and and current >= 100 and below == 0) or (
            self.language == "fr" and below in (60, 80) and 10 <= value < 20
        ):
            self.current = current + value
        elif self.language == "fr" and below == 4 and value == 20:
            self.current = current + 76
        else:
            return False
        return True

    def _add_fraction(self, share: float, ordinal: float | None, has_and: bool) -> bool:
        current = self.current
        if ordinal:
            self.also += [ordinal]
        if current is None and not self.total:
            self.current = share
            self.is_loose = True
        elif has_and and current is not None:
            self.current = current + share
            return True
        elif current is not None and current < 10:
            self.also += [current, current + share]
            self.current = current * share
            self.is_loose = True
        else:
            return False
        return True

    def _add_ordinal(self, value: float) -> bool:
        current = self.current
        self.is_loose = True
        if current is None and not self.total:
            self.current = value
            if value > 2:
                self.also += [1 / value, round(100 / value)]
        elif (current is not None and _fits(current % 100, value)) or (
            current is not None and current % 100 == 0 and current
        ):
            self.current = current + value
        elif current is not None and current < 10 and value > 2:
            share = current / value
            self.also += [current, value, share * 100, round(share * 100)]
            self.current = share
        else:
            self.is_loose = False
            return False
        self.is_closed = self.language != "ar" and (value < 20 or value % 10 != 0)
        return True


def _fits(below: float, value: float) -> bool:
    return 20 <= below < 100 and below % 10 == 0 and 0 < value < 10


def begins_number(word: Word) -> bool:
    return bool(
        word.cardinal is not None
        or word.hundred
        or word.magnitude
        or word.dozen
        or word.fraction
        or word.ordinal
        or word.plain
    )
