"""The notation of phrases in the lexicons: what it means, and what it compiles to.

    press release       these words; any letter case, where the phrase has no capital itself
    Khan Younes         exactly these letters, because it has capitals
    call(s|ed|ing)      alternatives; an empty one makes the group optional: the (main |)trigger
    <name>              one to three capitalised words; <word> one word; <number> a number;
                        <quote> a quotation mark; <X> a word of the list X in word-lists.tsv
    {recalled} <quote>  braces enclose what is reported, where it is not all
    ^In effect          at the beginning of a sentence or block
    \\                   takes its meaning from the sign after it

A space is one white-space sign, a line break among them; an apostrophe or hyphen any of its kind.
A phrase begins and ends at the border of a word, in scripts that part words.
"""

from __future__ import annotations

import re
from functools import cache

from mtcheck.language.data import FOLDER
from mtcheck.language.words import CHARACTERS_PER_WORD

_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚА-ЯЁІЇЄҐ"
_SLOTS = {
    "name": rf"(?-i:[{_CAPITAL}][\w’'\-]*(?: [{_CAPITAL}][\w’'\-]*){{0,2}})",
    "word": r"\w[\w’'\-]*",
    "number": r"\d+(?:[.,]\d+)*",
    "quote": "[\"“«„‘'”»]",
}
_SPACE = r"\s"
_APOSTROPHE = "['’‘ʼ]"
_HYPHEN = "[-‐‑]"
_NOTATION = re.compile(r"[(){}|<>\\^’]")
_SLOT_OR_ESCAPE = re.compile(r"<[^>]*>|\\.")
_VARIABLE = re.compile(r"\\.|\([^()]*\)|<[^>]*>|[{}]")
_NESTED = re.compile(r"\([^()]*(?<!\\)\(")
_SHORTEST_ANCHOR = 2
_GOOD_ANCHOR = 4


class PhraseError(ValueError):
    """A phrase that does not follow the notation."""


class Phrase:
    """A parsed phrase.

    opens_sentence: it counts only at the beginning of a sentence.
    regex: what it matches; the group "span", where there is one, is what is reported.
    anchors: see `anchors_of`.

    Raises PhraseError.
    """

    __slots__ = ("_compiled", "_flags", "_pattern", "anchors", "opens_sentence")

    def __init__(self, source: str, language: str) -> None:
        exact = is_exact(source)
        self.opens_sentence = source.startswith("^")
        parser = _Parser(source.removeprefix("^"), language, exact)
        self._pattern, self.anchors = parser.parse()
        self._flags = re.NOFLAG if exact else re.IGNORECASE
        self._compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """Compiled when it is first asked for: few of the phrases are seen in a text."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return self._compiled


@cache
def parsed_phrase(source: str, language: str) -> Phrase:
    """The phrase, parsed once. Raises PhraseError."""
    return Phrase(source, language)


def is_exact(source: str) -> bool:
    """A phrase with a capital letter of its own is matched letter by letter."""
    return source != source.lower() and any(map(str.isupper, _SLOT_OR_ESCAPE.sub("", source)))


def anchors_of(source: str, language: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the phrase is exact, and its anchors: literal strings of which every match holds at
    least one, as they stand in `Document.plain` (exact) or `Document.folded`.

    Most phrases show theirs without being parsed, which spares a run the parsing of all those
    that its text does not hold. Raises PhraseError.
    """
    if _NOTATION.search(source) is None:
        lowered = source.lower()
        return lowered != source, (source if lowered != source else lowered,)
    exact = is_exact(source)
    plain = source.removeprefix("^").replace("’", "'")
    if not _NESTED.search(plain):
        fixed = max(_VARIABLE.split(plain), key=len).strip()
        if len(fixed) >= _GOOD_ANCHOR and not _NOTATION.search(fixed):
            return exact, (fixed if exact else fixed.lower(),)
    return exact, parsed_phrase(source, language).anchors


class _Parser:
    """Recursive descent over the notation: builds the pattern and the anchors together.

    Anchors are literal strings of which each match holds at least one; the automaton looks for
    them, the pattern for the rest.
    """

    def __init__(self, source: str, language: str, exact: bool) -> None:
        self._source = source
        self._language = language
        self._exact = exact
        self._at = 0

    def parse(self) -> tuple[str, tuple[str, ...]]:
        pattern, anchors = self._sequence("")
        if self._at < len(self._source):
            raise PhraseError(f"{self._source[self._at]!r} closes nothing")
        if not anchors or min(map(len, anchors)) < _SHORTEST_ANCHOR:
            raise PhraseError("a phrase needs a fixed part of two letters or more")
        if self._language in CHARACTERS_PER_WORD:
            return pattern, anchors
        return rf"(?:(?<!\w)|(?!\w)){pattern}(?:(?<=\W)|(?!\w))", anchors

    def _sequence(self, closers: str) -> tuple[str, tuple[str, ...]]:
        pattern: list[str] = []
        literal: list[str] = []
        best: tuple[str, ...] = ()

        def settle() -> None:
            nonlocal best
            run = "".join(literal).strip()
            literal.clear()
            best = _better(best, (run,) if run else ())

        while self._at < len(self._source) and self._source[self._at] not in closers:
            char = self._source[self._at]
            if char in "(<{}":
                settle()
            if char == "(":
                group, anchors = self._group()
                pattern.append(group)
                best = _better(best, anchors)
            elif char == "<":
                pattern.append(self._slot())
            elif char == "{":
                self._at += 1
                inside, anchors = self._sequence("}")
                self._expect("}")
                pattern.append(f"(?P<span>{inside})")
                best = _better(best, anchors)
            elif char in ")|}":
                break
            else:
                pattern.append(self._character(literal))
        settle()
        return "".join(pattern), best

    def _character(self, literal: list[str]) -> str:
        char = self._source[self._at]
        self._at += 1
        if char == "\\":
            if self._at == len(self._source):
                raise PhraseError("nothing follows the backslash")
            char = self._source[self._at]
            self._at += 1
        if char == " ":
            literal.append(" ")
            return _SPACE
        if char in "'’":
            literal.append("'")
            return _APOSTROPHE
        if char == "-":
            literal.append("-")
            return _HYPHEN
        literal.append(char if self._exact else char.lower())
        return re.escape(char)

    def _group(self) -> tuple[str, tuple[str, ...]]:
        self._at += 1
        alternatives: list[str] = []
        anchors: tuple[str, ...] = ()
        every_one_anchored = True
        while True:
            pattern, own = self._sequence("|)")
            alternatives.append(pattern)
            every_one_anchored = every_one_anchored and bool(own)
            anchors += own
            if self._at < len(self._source) and self._source[self._at] == "|":
                self._at += 1
                continue
            break
        self._expect(")")
        return f"(?:{'|'.join(alternatives)})", anchors if every_one_anchored else ()

    def _slot(self) -> str:
        end = self._source.find(">", self._at)
        if end < 0:
            raise PhraseError("a < is not closed")
        name = self._source[self._at + 1 : end]
        self._at = end + 1
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


def _better(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """Of two sets of anchors the one that a text holds more seldom: whose shortest is longer, a
    capital counting as three letters and each further alternative as a letter less."""

    def rarity(anchors: tuple[str, ...]) -> tuple[bool, int]:
        usable = min(map(len, anchors), default=0) >= _SHORTEST_ANCHOR
        lengths = [len(anchor) + 2 * any(map(str.isupper, anchor)) for anchor in anchors]
        return usable, min(lengths, default=0) - len(anchors)

    return other if rarity(other) > rarity(one) else one


@cache
def _word_lists(language: str) -> dict[str, tuple[str, ...]]:
    path = FOLDER / language / "word-lists.tsv"
    if not path.is_file():
        return {}
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    return {name: tuple(words.split("|")) for name, words in rows}


def word_list(name: str, language: str) -> tuple[str, ...]:
    """A named list of `languages/<language>/word-lists.tsv`; empty where there is none."""
    return _word_lists(language).get(name, ())
