"""The notation of phrases in the lexicons: what it means, and what it compiles to.

    press release       these words; any letter case, where the phrase has no capital itself
    Khan Younes         exactly these letters, because it has capitals; where the first one is
                        small (the Hebrew state), it may be a capital too
    call(s|ed|ing)      alternatives; an empty one makes the group optional: the (main |)trigger
    <name>              one to three capitalised words; <word> one word; <number> a number;
                        <quote> a quotation mark; <X> a word of the list X in word-lists.tsv
    {recalled} <quote>  braces enclose what is reported, where it is not all
    ^In effect          at the beginning of a sentence or block
    \\                   takes its meaning from the sign after it

A space is one white-space sign, a line break among them; an apostrophe or hyphen any of its kind.
A phrase begins and ends at the border of a word; in scripts that do not part words only Latin
letters and digits have such a border (NATO is not in SENATO).
"""

from __future__ import annotations

import re
from functools import cache

from mtcheck.language.data import word_list
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁІЇЄҐ"
_SLOTS = {
    "name": rf"(?-i:[{_CAPITAL}][\w’'\-]*(?: [{_CAPITAL}][\w’'\-]*){{0,2}})",
    "word": r"\w[\w’'\-]*",
    "number": r"\d+(?:[.,]\d+)*",
    "quote": "[\"“«„‘'”»]",
}
_SPACE = r"\s"
_NO_LATIN_BEFORE, _NO_LATIN_AFTER = "(?<![0-9A-Za-z])", "(?![0-9A-Za-z])"
_APOSTROPHE = "['’‘ʼ]"
_HYPHEN = "[-‐‑]"
_SLOT_OR_ESCAPE = late_pattern(r"<[^<>]*>|\\.")


class PhraseError(ValueError):
    """A phrase that does not follow the notation."""


class Phrase:
    """A parsed phrase.

    opens_sentence: it counts only at the beginning of a sentence.
    regex: what it matches; the group "span", where there is one, is what is reported.

    Raises PhraseError.
    """

    __slots__ = ("opens_sentence", "regex")

    def __init__(self, source: str, language: str) -> None:
        exact = is_exact(source)
        self.opens_sentence = source.startswith("^")
        pattern = _Parser(source.removeprefix("^"), language, exact).parse()
        self.regex = re.compile(pattern, re.NOFLAG if exact else re.IGNORECASE)


@cache
def parsed_phrase(source: str, language: str) -> Phrase:
    """The phrase, parsed and compiled once. Raises PhraseError."""
    return Phrase(source, language)


def is_exact(source: str) -> bool:
    """A phrase with a capital letter of its own is matched letter by letter."""
    return source != source.lower() and any(map(str.isupper, _SLOT_OR_ESCAPE.sub("", source)))


class _Parser:
    """Recursive descent over the notation; builds the pattern."""

    def __init__(self, source: str, language: str, exact: bool) -> None:
        self._source = source
        self._language = language
        self._exact = exact
        self._at = 0
        self._opening = True

    def parse(self) -> str:
        pattern = self._sequence("")
        if self._at < len(self._source):
            raise PhraseError(f"{self._source[self._at]!r} closes nothing")
        if self._language in CHARACTERS_PER_WORD:
            border = f"(?:{_NO_LATIN_BEFORE}|{_NO_LATIN_AFTER})"
            return f"{border}{pattern}{border}"
        return rf"(?:(?<!\w)|(?!\w)){pattern}(?:(?<=\W)|(?!\w))"

    def _sequence(self, closers: str) -> str:
        pattern: list[str] = []
        while self._at < len(self._source) and self._source[self._at] not in closers:
            char = self._source[self._at]
            if char == "(":
                pattern.append(self._group())
            elif char == "<":
                pattern.append(self._slot())
            elif char == "{":
                self._at += 1
                inside = self._sequence("}")
                self._expect("}")
                pattern.append(f"(?P<span>{inside})")
            elif char in ")|}":
                break
            else:
                pattern.append(self._character())
        return "".join(pattern)

    def _character(self) -> str:
        char = self._source[self._at]
        self._at += 1
        opening, self._opening = self._opening, False
        if char == "\\":
            if self._at == len(self._source):
                raise PhraseError("nothing follows the backslash")
            char = self._source[self._at]
            self._at += 1
        if char == " ":
            return _SPACE
        if char in "'’":
            return _APOSTROPHE
        if char == "-":
            return _HYPHEN
        if self._exact and opening and char.islower():
            return f"[{char}{char.upper()}]"
        return re.escape(char)

    def _group(self) -> str:
        self._at += 1
        alternatives: list[str] = []
        opening, still_opening = self._opening, False
        while True:
            self._opening = opening
            alternatives.append(self._sequence("|)"))
            still_opening = still_opening or self._opening
            if self._at < len(self._source) and self._source[self._at] == "|":
                self._at += 1
                continue
            break
        self._expect(")")
        self._opening = still_opening
        return f"(?:{'|'.join(alternatives)})"

    def _slot(self) -> str:
        end = self._source.find(">", self._at)
        if end < 0:
            raise PhraseError("a < is not closed")
        name = self._source[self._at + 1 : end]
        self._at = end + 1
        self._opening = False
        if name in _SLOTS:
            return _SLOTS[name]
        words = word_list(name, self._language)
        if not words:
            raise PhraseError(f"there is no word list {name!r} for {self._language}")
        return f"(?:{'|'.join(re.escape(word) for word in words)})"

    def _expect(self, char: str) -> None:
        if self._at >= len(self._source) or self._source[self._at] != char:
            raise PhraseError(f"a {char!r} is missing")
        self._at += 1
