"""Anchors: the fixed strings by which a text shows which of thousands of phrases it may hold.

Only phrases whose anchor stands in the text are parsed and compiled. An anchor is made of the
neighbouring parts of a phrase that are rarest together, alternatives multiplied out, and of the
borders of words at the phrase's ends: "on the (fields|margins) of the <name>" is looked for as
" on the fields of the " and " on the margins of the ".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod
from sys import intern
from typing import NamedTuple

from mtcheck.language.data import function_words, listed_words, word_list
from mtcheck.language.scripts import scripts_of
from mtcheck.language.words import CHARACTERS_PER_WORD, small_letters
from mtcheck.patterns import late_pattern
from mtcheck.phrase import PhraseError, is_exact

_PIECE = late_pattern(r"\\.|<[^<>]*>|[(){}|]|[^\\(){}<>|]+")
_NO_WORD = late_pattern(r"\W")
_DIGIT = late_pattern(r"\d")
_MARK = late_pattern(r"[^\w\s]")
_SHORTEST = 2
_WIDEST_GAP = 70
_LONGEST_WORD = 100
_MOST_ANCHORS = 128
_MANY_SIGNS = 400
_LETTER_WEIGHT = 6.0
"""Each letter more makes a string some six times rarer ..."""
_EAST_ASIAN = "⺀"
_EAST_ASIAN_LETTERS = 3
"""... and a Chinese character as much as three."""
_ANY_DIGIT = "0"
_DIGITS, _QUOTES = tuple("0123456789"), tuple("\"“«„'”»")
_WRITTEN_WITH_THESE = frozenset(("latin", "cyrillic", "greek"))
_DIGIT_WEIGHT, _MARK_WEIGHT = 2, 3
_COMMON_WORD, _NEWS_WORD = 1, 3
"""Such words are as common as short strings, however long they are."""
_VISITS_PER_ANCHOR = 1e6
"""Another anchor to store is worth it where it saves one visit in so many places of a text."""


class Part(NamedTuple):
    """A literal, a group or a slot of a phrase.

    options: all that may stand there; None where that is open, or too much.
    anchors: of a group of which some is open: strings of which each match of it holds one.
    needs: of what is open: the same, but short ones will do, in small letters.
    is_literal: it is neither group nor slot.
    edge: what it begins and ends with in `anchor_text`, whatever it is: a number with a digit.
    """

    options: tuple[str, ...] | None
    anchors: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_literal: bool = False
    edge: str = ""


class Anchors(NamedTuple):
    """exact: they are looked for in `anchor_text(document.plain)`, otherwise in that of `folded`.
    texts: every match of the phrase holds one of them.
    first, end: the parts of the phrase that they are made of (`parts_of(...)[first:end]`).
    """

    exact: bool
    texts: tuple[str, ...]
    first: int
    end: int


def anchor_text(text: str) -> str:
    """The text in which anchors are looked for: a space before and after it and in place of each
    sign that is no part of a word, and one digit for all."""
    return f" {_spaced(text)} "


def anchor_texts(text: str, length: int, overlap: int) -> Iterator[tuple[str, int, int]]:
    """`anchor_text(text)` piece by piece: (the piece and what follows it as far as `overlap`, the
    offset that its first sign has in the anchor text, how many signs of it are the piece).

    length: of a piece, in signs; they end between words. Of a short text there is one.
    """
    whole = len(text) + 2
    start = 0
    while start < whole:
        end = start + length
        if end < whole:
            border = text.find(" ", end, end + _LONGEST_WORD)
            end = border + 1 if border >= 0 else end
        end = min(end, whole)
        before = " " if start == 0 else ""
        stop = end + overlap
        after = " " if stop >= whole else ""
        yield f"{before}{_spaced(text[max(0, start - 1) : stop - 1])}{after}", start, end - start
        start = end


def _spaced(text: str) -> str:
    signs = set(text)
    if len(signs) > _MANY_SIGNS:
        return _DIGIT.sub(_ANY_DIGIT, _NO_WORD.sub(" ", text))
    for sign in signs:  # many times faster than a pattern
        if not sign.isalnum():
            if sign not in "_ ":
                text = text.replace(sign, " ")
        elif sign.isdecimal():
            text = text.replace(sign, _ANY_DIGIT)
    return text


def anchors_of(source: str, language: str) -> Anchors:
    """The anchors of a phrase for texts in the language.

    Raises PhraseError where a phrase has no fixed part.
    """
    exact = is_exact(source)
    parts = parts_of(source, language)
    if len(parts) == 1 and parts[0].is_literal:
        ranges: Iterable[tuple[int, int]] = ((0, 1),)
    else:
        ranges = _cheapest_first(parts, language)
    for first, end in ranges:
        texts = _texts(parts[first:end])
        if all(map(_is_long_enough, texts)):
            # The anchors of a group that is open in part may stand anywhere in it.
            has_borders = language not in CHARACTERS_PER_WORD
            at_start = has_borders and first == 0 and parts[first].options is not None
            at_end = has_borders and end == len(parts) and parts[end - 1].options is not None
            bordered = dict.fromkeys(_bordered(text, at_start, at_end) for text in texts)
            return Anchors(exact, tuple(bordered), first, end)
    raise PhraseError("a phrase needs a fixed part of two letters or more")


def _texts(parts: tuple[Part, ...]) -> list[str]:
    """Strings of which every match of these parts holds one."""
    if parts[0].options is None and not parts[0].edge:
        return list(parts[0].anchors)
    return ["".join(chosen) for chosen in product(*(_options(part) or () for part in parts))]


def _is_long_enough(text: str) -> bool:
    return len(text.strip()) >= _SHORTEST and _NO_WORD.sub("", text) != ""


def _bordered(text: str, at_start: bool, at_end: bool) -> str:
    """The text as in `anchor_text`, with a space at the border of a word that a phrase's end is."""
    spaced = _spaced(text)
    before = " " if at_start and spaced[:1] not in ("", " ") else ""
    after = " " if at_end and spaced[-1:] not in ("", " ") else ""
    return f"{before}{spaced}{after}"


def _cheapest_first(parts: tuple[Part, ...], language: str) -> list[tuple[int, int]]:
    """The ranges of parts that anchors can be made of, by how often a text holds these and by
    their number."""
    found: list[tuple[float, int, int]] = []
    chances = [
        _chance(part, language, index == 0, index + 1 == len(parts))
        for index, part in enumerate(parts)
    ]
    for first, part in enumerate(parts):
        if part.options is None and not part.edge:
            if part.anchors:
                cost = chances[first] * _VISITS_PER_ANCHOR + len(part.anchors)
                found.append((cost, first, first + 1))
            continue
        chance, count = 1.0, 1
        for end in range(first + 1, len(parts) + 1):
            if end - 2 > first and parts[end - 2].edge:
                break  # only at the edges of an anchor is it known what a number looks like
            options = _options(parts[end - 1])
            if options is None:
                break
            chance *= chances[end - 1]
            count *= len(options)
            if count > _MOST_ANCHORS and end > first + 1:
                break
            found.append((chance * _VISITS_PER_ANCHOR + count, first, end))
    return [(first, end) for _, first, end in sorted(found)]


def _options(part: Part) -> tuple[str, ...] | None:
    """What may stand for the part in an anchor that it begins or ends."""
    return (part.edge,) if part.edge else part.options


def _chance(part: Part, language: str, at_start: bool, at_end: bool) -> float:
    """Roughly how probable it is that a place of a text holds one of the part's strings."""
    if part.edge:
        texts: tuple[str, ...] = (part.edge,)
        at_start = at_end = False
    elif part.options is None:
        texts, at_start, at_end = part.anchors, False, False
    else:
        texts = part.options
        has_borders = language not in CHARACTERS_PER_WORD
        at_start, at_end = at_start and has_borders, at_end and has_borders
    chances = (
        _LETTER_WEIGHT ** -_rarity(_bordered(text, at_start, at_end), text, language)
        for text in texts
    )
    return min(1.0, sum(chances))


def _rarity(spaced: str, text: str, language: str) -> int:
    """A rough measure of how rare a string is, in letters."""
    words = spaced.lower().split(" ")
    rarity = len(words) - 1 + (text != text.lower())
    for word in words:
        letters = sum(_EAST_ASIAN_LETTERS if sign >= _EAST_ASIAN else 1 for sign in word)
        if word in function_words(language):
            letters = min(letters, _COMMON_WORD)
        elif word in listed_words(language, "news-words"):
            letters = min(letters, _NEWS_WORD)
        rarity += letters
    return rarity


def parts_of(source: str, language: str) -> tuple[Part, ...]:
    """The parts of a phrase, in order. Raises PhraseError where a ")" is missing."""
    plain = source.removeprefix("^").replace("’", "'")
    return tuple(_Reader(plain, language, is_exact(source)).sequence(""))


Words = tuple[tuple[str, ...], ...]
"""Of each tuple one string is needed, in this order, in small letters."""


class Needs(NamedTuple):
    """What a phrase needs around and at its anchor; a cheap test before its pattern is compiled.

    before, after: what must follow one another near by.
    marked: the strings with punctuation of which one must stand there, where all have some: the
        anchor text tells "more:" and "more" not apart.
    opens: the phrase begins with its anchor, but for marks before its first word.
    """

    before: Words
    after: Words
    marked: tuple[str, ...]
    opens: bool


def needs_of(source: str, language: str, first: int, end: int) -> Needs:
    """The needs of a phrase whose anchors are made of its parts[first:end]."""
    parts = parts_of(source, language)
    at_edges = f" {_ANY_DIGIT}"  # it stands for any digit there
    texts = tuple({small_letters(text.strip(at_edges)): None for text in _texts(parts[first:end])})
    is_marked = all(map(_MARK.search, texts))
    return Needs(
        _needed_words(parts[:first]),
        _needed_words(parts[end:]),
        texts if is_marked else (),
        first == 0 and parts[0].options is not None,
    )


def _needed_words(parts: tuple[Part, ...]) -> Words:
    """Those left out that may be empty or anything."""
    return tuple(
        tuple({intern(small_letters(text)): None for text in part.options or part.needs})
        for part in parts
        if (part.options or part.needs) and all(map(str.strip, part.options or ()))
    )


def may_match(needs: Needs, folded: str, start: int, end: int) -> bool:
    """Can the phrase stand around its anchor, folded[start:end]?"""
    if needs.marked and not any(
        text in folded[max(0, start - len(text)) : end + len(text)] for text in needs.marked
    ):
        return False
    return _follows(needs.after, folded, end) and _precedes(needs.before, folded, start)


def _follows(needed: Words, folded: str, position: int) -> bool:
    for texts in needed:
        limit = position + _WIDEST_GAP
        nearest = -1
        for text in texts:
            at = folded.find(text, position, limit + len(text))
            if at >= 0 and not 0 <= nearest <= at:
                nearest = at
        if nearest < 0:
            return False
        position = nearest
    return True


def _precedes(needed: Words, folded: str, position: int) -> bool:
    for texts in reversed(needed):
        nearest = -1
        for text in texts:
            length = len(text)
            at = folded.rfind(text, max(0, position - _WIDEST_GAP - length), position)
            if at >= 0 and at + length > nearest:
                nearest = at + length
        if nearest < 0:
            return False
        position = nearest
    return True


def _needs_of_each(alternatives: list[list[Part]]) -> tuple[str, ...]:
    """The rarest of the needs of each alternative; none where one has none."""
    needs: list[str] = []
    for parts in alternatives:
        words = _needed_words(tuple(parts))
        if not words:
            return ()
        needs += max(words, key=lambda texts: min(map(_weight, texts)))
    return tuple(dict.fromkeys(needs))


def _weight(text: str) -> int:
    """As `_rarity`, without regard to the language."""
    if len(text) > 1 or text.isalpha():
        return len(text.strip())
    return _DIGIT_WEIGHT if text.isdecimal() else _MARK_WEIGHT


class _Reader:
    """Reads a phrase into its parts. It takes what `mtcheck.phrase` takes and builds no pattern."""

    def __init__(self, source: str, language: str, exact: bool) -> None:
        self._pieces = _PIECE.findall(source)
        self._language = language
        self._exact = exact
        self._at = 0
        self._opening = True

    def sequence(self, closers: str) -> list[Part]:
        parts: list[Part] = []
        while self._at < len(self._pieces) and self._pieces[self._at] not in closers:
            piece = self._pieces[self._at]
            self._at += 1
            if piece in "{}|)":
                continue
            if piece == "(":
                parts.append(self._group())
            elif piece[0] == "<":
                parts.append(self._slot(piece))
            else:
                options = self._literal(piece.removeprefix("\\"))
                if parts and parts[-1].is_literal:
                    left = parts.pop().options or ()
                    options = tuple(one + other for one in left for other in options)
                parts.append(Part(options, is_literal=True))
        return parts

    def _literal(self, text: str) -> tuple[str, ...]:
        opening, self._opening = self._opening, False
        if not self._exact:
            return (small_letters(text),)
        if opening and text[0].islower():
            return text, text[0].upper() + text[1:]
        return (text,)

    def _slot(self, slot: str) -> Part:
        """The words of a slot that names a word list; any other is open."""
        self._opening = False
        words = word_list(slot[1:-1], self._language)
        if not words:
            edge = _ANY_DIGIT if slot == "<number>" else ""
            return Part(None, needs=self._needs_of_slot(slot), edge=edge)
        return Part(
            tuple(
                (word if self._exact else small_letters(word)).replace("’", "'") for word in words
            )
        )

    def _needs_of_slot(self, slot: str) -> tuple[str, ...]:
        if slot == "<number>" and (not _WRITTEN_WITH_THESE.isdisjoint(scripts_of(self._language))):
            return _DIGITS
        return _QUOTES if slot == "<quote>" else ()

    def _group(self) -> Part:
        alternatives: list[list[Part]] = []
        opening, still_opening = self._opening, False
        while True:
            self._opening = opening
            alternatives.append(self.sequence("|)"))
            still_opening = still_opening or self._opening
            if self._at == len(self._pieces):
                raise PhraseError("a ')' is missing")
            self._at += 1
            if self._pieces[self._at - 1] == ")":
                self._opening = still_opening
                return self._joined(alternatives)

    def _joined(self, alternatives: list[list[Part]]) -> Part:
        options: list[str] = []
        for parts in alternatives:
            own = [part.options for part in parts]
            if None in own or prod(len(texts or ()) for texts in own) > _MOST_ANCHORS:
                return Part(None, self._of_each(alternatives), _needs_of_each(alternatives))
            options += map("".join, product(*(texts or () for texts in own)))
        return Part(tuple(dict.fromkeys(options)))

    def _of_each(self, alternatives: list[list[Part]]) -> tuple[str, ...]:
        """Anchors of a group: the best of each alternative; none where one has none."""
        anchors: list[str] = []
        for alternative in alternatives:
            parts = tuple(alternative)
            for first, end in _cheapest_first((Part(None), *parts, Part(None)), self._language):
                texts = _texts(parts[first - 1 : end - 1])
                if all(map(_is_long_enough, texts)):
                    anchors += texts
                    break
            else:
                return ()
        return tuple(dict.fromkeys(anchors))
