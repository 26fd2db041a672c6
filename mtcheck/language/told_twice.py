"""A clause that tells again what the clause before it told, in the same sentence: "they burned
tyres, and tyres were burned by the protesters".

The word lists, in `languages/<language>/word-lists.tsv`: `clause-joints` (the words that join two
main clauses), `agents` (the words before the one who does it, in the passive).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_WORD = late_pattern(r"[^\W_]+")
_NUMBER = late_pattern(r"\d+")
_COMMA = late_pattern(r"[，、；,]")
_HAN = late_pattern(r"[\u3400-\u9fff\u30a1-\u30fa]")
_STEM = 4
_FEWEST, _FEWEST_LONG = 3, 2
_FEWEST_IN_A_ROW = 4
_FEWEST_CHARACTERS = 5
_MOSTLY = 0.85
_SHORTEST_SENTENCE = 40


def clauses_told_again(document: Document, sentence: Span) -> Iterator[Span]:
    """The second of two clauses side by side, all of whose weighty words stand in the first: in the
    same order, or turned into the passive."""
    if document.target in CHARACTERS_PER_WORD:
        yield from _again_by_characters(document, sentence)
        return
    joints, agents = _joints(document.target)
    if joints is None or sentence.end - sentence.start < _SHORTEST_SENTENCE:
        return
    words = document.folded[sentence.start : sentence.end].split()
    beginnings = [word[:_STEM] for word in words if len(word) >= _STEM]
    if len(beginnings) - len(set(beginnings)) < _FEWEST_LONG and document.target != "ar":
        return
    stems = _weighty(document, *sentence)
    if len(stems) - len(set(stems)) < _FEWEST:
        return
    places = [sentence.start]
    for joint in joints.finditer(document.folded, *sentence):
        places.append(joint.start())
    places.append(sentence.end)
    for before, start, end in zip(places, places[1:], places[2:], strict=False):
        first = _weighty(document, before, start)
        second = _weighty(document, start, end)
        if len(second) < _FEWEST or not {*second} <= {*first}:
            continue
        numbers = {*_NUMBER.findall(document.text, start, end)}
        if not numbers <= {*_NUMBER.findall(document.text, before, start)}:
            continue
        is_passive = not agents.isdisjoint(
            _WORD.findall(document.folded, start, end)
        ) and agents.isdisjoint(_WORD.findall(document.folded, before, start))
        in_a_row = [stem for stem in dict.fromkeys(first) if stem in second]
        same_order = in_a_row == list(dict.fromkeys(second)) and len(in_a_row) >= _FEWEST_IN_A_ROW
        if is_passive or same_order:
            yield Span(start, end - len(_end_mark(document, end)))


def _end_mark(document: Document, end: int) -> str:
    return "." if document.text[end - 1] in ".!" else ""


def _weighty(document: Document, start: int, end: int) -> list[str]:
    """What the words begin with that tell something."""
    language = document.target
    common = _light(language)
    return [
        _stem(word, language)
        for word in _WORD.findall(document.folded, start, end)
        if word not in common and len(word) > 2
    ]


@cache
def _light(language: str) -> frozenset[str]:
    light = {*word_list("clause-verbs", language), *word_list("agents", language)}
    return frozenset(light | function_words(language))


def _stem(word: str, language: str) -> str:
    if language == "ar":
        word = word.removeprefix("و").removeprefix("ال")
    return word[:_STEM]


def _again_by_characters(document: Document, sentence: Span) -> Iterator[Span]:
    passive = word_list("agents", document.target)
    if not any(document.text.find(word, *sentence) >= 0 for word in passive):
        return
    places = [sentence.start - 1]
    places += [comma.start() for comma in _COMMA.finditer(document.text, *sentence)]
    places.append(sentence.end)
    for before, start, end in zip(places, places[1:], places[2:], strict=False):
        first = {*_HAN.findall(document.text, before + 1, start)}
        second = _HAN.findall(document.text, start + 1, end)
        weighty = [sign for sign in second if sign not in "被由了的"]
        known = sum(sign in first for sign in weighty)
        if (
            len({*weighty}) >= _FEWEST_CHARACTERS
            and known >= _MOSTLY * len(weighty)
            and any(document.text.find(word, start, end) >= 0 for word in passive)
            and not any(document.text.find(word, before + 1, start) >= 0 for word in passive)
        ):
            yield Span(start + 1, end - (document.text[end - 1] in "。！"))


@cache
def _joints(language: str) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    joints = "|".join(map(re.escape, word_list("clause-joints", language)))
    if not joints:
        return None, frozenset()
    return re.compile(rf"(?<=\s)(?:{joints})(?=\s)|(?<=[,،;]\s)(?!(?:{joints})\s)"), frozenset(
        word_list("agents", language)
    )
