"""The words of a language for numbers, months and units: `languages/<lang>/quantities.tsv`.

Each line holds a kind, a value and the forms; forms with a | between them mean the same, a * at the
end stands for a short ending, ** for any.

    cardinals, ordinals   successive numbers, from the value on
    ordinal-tens, tens, hundreds
                          successive numbers in steps of ten or a hundred
    hundred               what multiplies by a hundred
    magnitude             what multiplies by the value ("million")
    perhaps               what may be such a magnitude or something else ("m")
    fraction, dozen, word a fraction, a collective, a word that holds a number ("double")
    and                   words between the parts of a number
    months                the twelve months
    doubtful-months       forms that are no month unless a figure stands beside them ("may")
    approx                words that say a number is rounded; _ stands for a space
    am, pm                words for the halves of the day
    unit                  words for the unit that the second field names
    written               thousand, million, 10^9 and 10^12 as a suggestion writes them; - for none
    compound              number words are written together ("fünfundzwanzig")
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from mtcheck.language.data import FOLDER
from mtcheck.patterns import late_pattern

_STEPS = {"cardinals": 1, "ordinals": 1, "tens": 10, "hundreds": 100, "months": 1,
          "ordinal-tens": 10}  # fmt: skip
_ARABIC_PREFIX = late_pattern("(?:و|ف)?(?:ال|لل|بال|وال|ب|ل|ك)?(?=.{3})")
_PLAIN_ARABIC = str.maketrans("أإآ", "ااا", "ًٌٍَُِّْـ")
"""Arabic without vowel marks, and with one form of alif, as many papers print it."""
_TENS = frozenset(range(20, 100, 10))
_MOST_REMEMBERED = 100_000
_LONGEST_COMPOUND = 60


class Word(NamedTuple):
    """What a word can mean as part of a quantity; None and () for what it cannot.

    month: the numbers of the months. is_doubtful: it is often no month.
    is_wide: the word goes on, perhaps with a digit ("czterdziestodwuletni"). has_and: its first
    letter is the word "and", as in Arabic.
    """

    cardinal: float | None = None
    hundred: bool = False
    magnitude: float | None = None
    perhaps: float | None = None
    ordinal: float | None = None
    fraction: float | None = None
    dozen: float | None = None
    plain: float | None = None
    month: tuple[int, ...] = ()
    is_doubtful: bool = False
    is_wide: bool = False
    is_and: bool = False
    has_and: bool = False
    half_of_day: str = ""
    unit: str = ""


ROMAN = Word()
"""Stands for words that may be Roman numerals."""
ROMAN_FORM = late_pattern("([ivxlc]{2,7})(?:e|è|ème|th|er)?")


class Vocabulary:
    """The words of one language, and what was found out about the words of its texts."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.exact: dict[str, Word] = {}
        self.approx: tuple[str, ...] = ()
        self.written: tuple[str, ...] = ()
        self.units: dict[str, str] = {}
        self.halves_of_day: dict[str, str] = {}
        self._stems: dict[str, Word] = {}
        self._long_stems: set[str] = set()
        self._is_compound = False
        self.known: dict[str, Word | None] = {}
        self._read()
        self._stem_pattern = _alternatives(self._stems)
        parts = [form for form, word in self.exact.items() if _is_part(word)]
        self._part_pattern = _alternatives(parts) if self._is_compound else None

    def lookup(self, word: str) -> Word | None:
        """What a word in small letters means; None for nearly all."""
        try:
            return self.known[word]
        except KeyError:
            if len(self.known) > _MOST_REMEMBERED:
                self.known.clear()
            found = self._find(word)
            if found is None and ROMAN_FORM.fullmatch(word):
                found = ROMAN
            self.known[word] = found
            return found

    def _find(self, word: str) -> Word | None:
        word = word.translate(_PLAIN_ARABIC) if self.language == "ar" else word
        if word in self.exact:
            return self.exact[word]
        if self.language == "ar" and (prefix := _ARABIC_PREFIX.match(word)) and prefix.end():
            return self._without_prefix(word, prefix.end())
        if self._stem_pattern is not None:
            stem = self._stem_pattern.match(word)
            if stem is not None:
                form = stem.group()
                is_short = len(word) - len(form) <= 4
                found = self._stems[form]
                if form in self._long_stems and not is_short and found.cardinal in _TENS:
                    return found._replace(is_wide=True)
                if form in self._long_stems or is_short:
                    return found
        if self._part_pattern is not None and len(word) <= _LONGEST_COMPOUND:
            return self._compound(word)
        return None

    def _without_prefix(self, word: str, end: int) -> Word | None:
        for start in range(1, end + 1):
            found = self.exact.get(word[start:])
            if found is not None:
                return found._replace(has_and=word[0] == "و")
        return None

    def _compound(self, word: str) -> Word | None:
        """ "fünfundzwanzig": its parts, if it is nothing but numbers."""
        assert self._part_pattern is not None
        parts: list[Word] = []
        at = 0
        while at < len(word):
            found = self._part_pattern.match(word, at)
            if found is None:
                return self._ordinal_compound(word, at, parts)
            parts.append(self.exact[found.group()])
            at = found.end()
        return Word(cardinal=value) if (value := value_of_parts(parts)) is not None else None

    def _ordinal_compound(self, word: str, at: int, parts: list[Word]) -> Word | None:
        ending = word[at:]
        is_ending = ending.startswith(_ORDINAL_ENDINGS.get(self.language, "-"))
        if is_ending and len(parts) == 1 and parts[0].cardinal and parts[0].cardinal >= 10:
            return Word(ordinal=parts[0].cardinal)
        if parts and is_ending and (value := value_of_parts(parts)) is not None and value > 9:
            return Word(ordinal=value)
        return None

    def _read(self) -> None:
        path = FOLDER / self.language / "quantities.tsv"
        if not path.is_file():
            return
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                self._add(*line.split("\t"))

    def _add(self, kind: str, value: str, forms: str) -> None:
        if kind == "compound":
            self._is_compound = True
        elif kind == "approx":
            self.approx = tuple(form.replace("_", " ") for form in forms.split())
        elif kind == "written":
            self.written = tuple(forms.split())
        elif kind == "doubtful-months":
            for form in forms.split():
                self._merge(form, Word(is_doubtful=True))
        elif kind in _STEPS:
            for number, alternatives in enumerate(forms.split()):
                size = float(value) + number * _STEPS[kind]
                for form in alternatives.split("|"):
                    self._merge(form, _numbered(kind, size))
        else:
            for form in re.split(r"[ |]", forms):
                self._merge(form, _single(kind, value))
                if kind == "unit":
                    self.units[form.rstrip("*")] = value
                elif kind in ("am", "pm"):
                    self.halves_of_day[form] = kind

    def _merge(self, form: str, word: Word) -> None:
        form = form.translate(_PLAIN_ARABIC) if self.language == "ar" else form
        if form.endswith("**"):
            self._long_stems.add(form[:-2])
        table, form = (self._stems, form.rstrip("*")) if form[-1] == "*" else (self.exact, form)
        before = table.get(form, Word())
        fields: dict[str, Any] = {
            name: new if isinstance(new, bool) or not old else old
            for name, old, new in zip(Word._fields, before, word, strict=True)
            if new
        }
        if before.month and word.month:
            fields["month"] = before.month + word.month
        table[form] = before._replace(**fields)


_ORDINAL_ENDINGS = {
    "de": ("st", "t", "jähr", "er"), "nl": ("st", "d", "jarig"), "it": ("esim", "enn"),
    "sv": ("nde", "de", "år"), "cs": ("let", "ilet", "tilet", "krát"),
}  # fmt: skip
"""What may follow a number in the word for a place in an order or an age."""


def _numbered(kind: str, size: float) -> Word:
    if kind in ("ordinals", "ordinal-tens"):
        return Word(ordinal=size)
    if kind == "months":
        return Word(month=(int(size),))
    return Word(cardinal=size)


def _single(kind: str, value: str) -> Word:
    if kind == "unit":
        return Word(unit=value)
    if kind in ("am", "pm"):
        return Word(half_of_day=kind)
    if kind == "and":
        return Word(is_and=True)
    if kind == "hundred":
        return Word(hundred=True)
    name = "plain" if kind == "word" else kind
    fields: dict[str, Any] = {name: float(value)}
    return Word(**fields)


def _is_part(word: Word) -> bool:
    return bool(word.cardinal or word.hundred or word.magnitude or word.is_and)


def _alternatives(forms: object) -> re.Pattern[str] | None:
    listed = sorted(forms, key=len, reverse=True)  # type: ignore[call-overload]
    return re.compile("|".join(map(re.escape, listed))) if listed else None


def value_of_parts(parts: list[Word]) -> float | None:
    """The number that a word is composed of; None where the parts make none."""
    total = current = 0.0
    last = None
    for part in parts:
        if part.is_and and part.cardinal is None:
            continue
        if part.hundred and (part.cardinal is None or current):
            if current >= 100:
                return None
            current = (current or 1) * 100
        elif part.magnitude and part.cardinal is None:
            total += (current or 1) * part.magnitude
            current = 0.0
        elif part.cardinal is not None:
            below = current % 100
            if below and not _fit(below, part.cardinal):
                return None
            current += part.cardinal
        last = part
    if last is None or (last.is_and and last.cardinal is None) or len(parts) < 2:
        return None
    return total + current


def _fit(below: float, added: float) -> bool:
    """Twenty and five, or five and twenty."""
    tens, ones = max(below, added), min(below, added)
    return tens >= 20 and tens < 100 and tens % 10 == 0 and 0 < ones < 10


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language (a primary subtag)."""
    return Vocabulary(language)
