"""Anchors: the fixed strings by which one automaton finds the phrases that a text may hold.

Every run takes the anchors of thousands of phrases and parses the few whose anchor it meets, so
this reads a phrase in pieces, without building its pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import small_letters
from mtcheck.phrase import PhraseError, is_exact

_NOTATION = re.compile(r"[(){}|<>\\^’]")
_PIECE = re.compile(r"\\.|<[^>]*>|[(){}|]|[^\\(){}<>|]+")
_NESTED = re.compile(r"\\|\([^()]*\(")
_STRETCH = re.compile(r"(\([^()]*\)|<[^>]*>)|[{}]")
_INNER_NOTATION = re.compile(r"[<>{}\\]")
_SHORTEST = 2
_WIDEST_GAP = 70
_GOOD = 6.0**-3
_LONGEST_COMMON = 12
_LETTER_WEIGHT = 6.0
_COMMON_WORD = 2


def anchors_of(source: str, language: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the phrase is exact, and its anchors: literal strings of which every match holds at
    least one, as they stand in `Document.plain` (exact) or `Document.folded`.

    Raises PhraseError where a phrase has no fixed part.
    """
    if _NOTATION.search(source) is None:
        exact = source != source.lower()
        anchors: tuple[str, ...] = (_without_small_first(source) if exact else source,)
    else:
        exact = is_exact(source)
        plain = source.removeprefix("^").replace("’", "'")
        anchors = _plain_anchor(plain, language, exact) or _Finder(plain, language, exact).find()
    if min((len(anchor.strip()) for anchor in anchors), default=0) < _SHORTEST:
        raise PhraseError("a phrase needs a fixed part of two letters or more")
    return exact, anchors


def _without_small_first(literal: str) -> str:
    """What stays the same where the phrase's first letter is a capital."""
    return literal[1:].lstrip() if literal[:1].islower() else literal


def may_match(source: str, language: str, folded: str, start: int, end: int) -> bool:
    """Can the phrase stand around its anchor, folded[start:end]? A cheap test before a pattern is
    compiled: its other fixed parts, groups and word lists must follow one another near by."""
    parts = _required_parts(source, language)
    anchor = folded[start:end]
    places = [number for number, part in enumerate(parts) if anchor in part]
    return not places or any(
        _follows(parts[place + 1 :], folded, end) and _precedes(parts[:place], folded, start)
        for place in places
    )


def _follows(parts: tuple[tuple[str, ...], ...], folded: str, position: int) -> bool:
    for part in parts:
        limit = position + _WIDEST_GAP
        found = [i for text in part if (i := folded.find(text, position, limit + len(text))) >= 0]
        if not found:
            return False
        position = min(found)
    return True


def _precedes(parts: tuple[tuple[str, ...], ...], folded: str, position: int) -> bool:
    for part in reversed(parts):
        found = []
        for text in part:
            at = folded.rfind(text, max(0, position - _WIDEST_GAP - len(text)), position)
            if at >= 0:
                found.append(at + len(text))
        if not found:
            return False
        position = max(found)
    return True


@cache
def _required_parts(source: str, language: str) -> tuple[tuple[str, ...], ...]:
    """Of each tuple a match holds one string, in this order, in small letters."""
    plain = small_letters(source.removeprefix("^").replace("’", "'"))
    if _NESTED.search(plain):
        return tuple((text,) for text in _outer_stretches(plain) if text.strip())
    parts: list[tuple[str, ...]] = []
    for piece in _STRETCH.split(plain):
        if piece and piece[0] == "<":
            words = word_list(piece[1:-1], language)
            parts.append(tuple(small_letters(word).replace("’", "'") for word in words))
        elif piece and not _INNER_NOTATION.search(piece):
            parts.append(tuple(piece[1:-1].split("|")) if piece[0] == "(" else (piece,))
    return tuple(part for part in parts if part and all(map(str.strip, part)))


def _outer_stretches(source: str) -> Iterator[str]:
    """The fixed stretches outside all groups, whatever is nested in these."""
    depth = 0
    for piece in _PIECE.findall(source):
        depth += (piece == "(") - (piece == ")")
        if not depth and piece not in "(){}|" and piece[0] not in "<\\":
            yield piece


def _parts(source: str) -> list[tuple[str, ...]]:
    """The fixed stretches and the groups of a phrase without nested groups, in order."""
    return [
        tuple(piece[1:-1].split("|")) if piece[0] == "(" else (piece,)
        for piece in _STRETCH.split(source)
        if piece and not _INNER_NOTATION.search(piece)
    ]


def _plain_anchor(source: str, language: str, exact: bool) -> tuple[str, ...]:
    """The rarest fixed part, for phrases that need no closer look."""
    if _NESTED.search(source) or (exact and source[:1] in "({<"):
        return ()
    parts = _parts(source)
    if exact and parts:
        parts[0] = (_without_small_first(parts[0][0]),)
    best = min(parts, key=lambda part: _frequency(part, language), default=())
    if not best or _frequency(best, language) > _GOOD:
        return ()
    return best if exact else tuple(small_letters(literal) for literal in best)


def _frequency(anchors: tuple[str, ...], language: str) -> float:
    """A rough measure: each letter more makes an anchor some six times rarer, a capital as
    much again, common words are common, and the chances of a set add up."""
    common = function_words(language)
    total = 0.0
    for anchor in anchors:
        if len(anchor.strip()) < _SHORTEST:
            return float("inf")
        lowered = anchor.lower()
        rarity = len(anchor) + (anchor != lowered)
        words = lowered.split()
        if len(anchor) < _LONGEST_COMMON and common.issuperset(words):
            rarity = min(rarity, _COMMON_WORD * len(words))
        total += _LETTER_WEIGHT**-rarity
    return total if anchors else float("inf")


class _Finder:
    """Weighs all fixed parts of a phrase, groups among them."""

    def __init__(self, source: str, language: str, exact: bool) -> None:
        self._pieces = _PIECE.findall(source)
        self._language = language
        self._exact = exact
        self._at = 0
        self._opening = True

    def find(self) -> tuple[str, ...]:
        return self._sequence("")

    def _sequence(self, closers: str) -> tuple[str, ...]:
        best: tuple[str, ...] = ()
        run = ""
        while self._at < len(self._pieces) and self._pieces[self._at] not in closers:
            piece = self._pieces[self._at]
            self._at += 1
            if piece in "{}|)":
                continue
            if piece not in "(" and piece[0] != "<":
                run += self._literal(piece.removeprefix("\\"))
                continue
            best, run = self._rarer(best, (run,)), ""
            if piece == "(":
                best = self._rarer(best, self._group())
            else:
                best = self._rarer(best, self._listed(piece))
                self._opening = False
        return self._rarer(best, (run,))

    def _literal(self, piece: str) -> str:
        # A space at its edge stands in the text too: " the " is rarer than "the".
        opening, self._opening = self._opening, False
        if not self._exact:
            return small_letters(piece)
        return _without_small_first(piece) if opening else piece

    def _listed(self, slot: str) -> tuple[str, ...]:
        """The words of a slot that names a word list; none for an open slot."""
        words = word_list(slot[1:-1], self._language)
        return tuple(
            (word if self._exact else small_letters(word)).replace("’", "'") for word in words
        )

    def _group(self) -> tuple[str, ...]:
        anchors: tuple[str, ...] = ()
        is_fixed = True
        opening, still_opening = self._opening, False
        while True:
            self._opening = opening
            own = self._sequence("|)")
            is_fixed = is_fixed and bool(own)
            anchors += own
            still_opening = still_opening or self._opening
            if self._at == len(self._pieces):
                raise PhraseError("a ')' is missing")
            self._at += 1
            if self._pieces[self._at - 1] == ")":
                self._opening = still_opening
                return anchors if is_fixed else ()

    def _rarer(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        """Of two sets the one that a text holds more seldom."""
        language = self._language
        return other if _frequency(other, language) < _frequency(one, language) else one
