"""Phrases that stand twice or more at once: "in the Gaza Strip in the Gaza Strip".

The word lists: `articles.txt` and `repeated-phrases.txt` (set phrases) of each language.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import eq
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, listed_lines, listed_words, word_list
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_TOKEN = late_pattern(r"\S+")
_LONGEST = 14
_PAIR = 2
_LONG = 4
_LONG_PAIR = 12
_LONG_NOUN = 5
_COMMAS = (",", "،")
_END_MARKS = "\"'“”„‘’«»()[].,;:!?…،؛؟"
_QUOTES = "\"'“”„‘’«»)"
_LONG_WORD = 4
_SENTENCE_MARKS = frozenset(".!?…:;")


def repeated_phrases(document: Document, block: Block) -> Iterator[tuple[int, int, int]]:
    """(start of the first copy, end of the first, end of the last) of each repeated phrase."""
    words = document.folded[block.text_start : block.end].split()
    if not _may_repeat(words):
        return
    starts: list[int] = []
    seen: dict[str, tuple[int, ...]] = {}
    resume = 0
    for index, word in enumerate(words):
        earlier = seen.get(word, ())
        seen[word] = (*earlier[-2:], index)
        for first in reversed(earlier):
            length = index - first
            if first < resume or not 2 <= length <= _LONGEST or index + length > len(words):
                continue
            if length > 2 and words[first + 1] != words[index + 1]:
                continue
            copies = _copies(words, first, length)
            if copies > 1:
                resume = first + length * copies
                starts = starts or _word_starts(document, block)
                place = _place(document, block, starts, first, length, copies)
                if not _is_figure(words, first, length, copies, document.target) or (
                    length == _PAIR and copies == _PAIR and _is_of_place(document, place)
                ):
                    yield place
                break


def _may_repeat(words: list[str]) -> bool:
    """A cheap first question: is a word the same as the next but one, or do two neighbours stand
    side by side once more?"""
    neighbours = len(words) - 1
    return any(map(eq, words, words[_PAIR:])) or len(set(pairwise(words))) < neighbours


def _copies(words: list[str], first: int, length: int) -> int:
    """How many times words[first : first + length] stands there, one copy after the other."""
    body, last = words[first : first + length - 1], words[first + length - 1].rstrip(",،")
    if any(word.rstrip(_QUOTES)[-1:] in _SENTENCE_MARKS for word in (*body, last)):
        return 1
    copies = 1
    while True:
        start = first + length * copies
        end = start + length - 1
        if words[start:end] != body or end >= len(words):
            return copies
        if words[end].rstrip(",،") == last:
            copies += 1
        else:
            return copies + (words[end].rstrip(_END_MARKS) == last)


def _is_figure(words: list[str], first: int, length: int, copies: int, language: str) -> bool:
    """Set phrases: on and on and on, hand in hand in, a friend of a friend of a friend. In a
    language whose set phrases nobody has listed, only long ones are none."""
    common = function_words(language)
    phrase = [word.strip(_END_MARKS) for word in words[first : first + length]]
    after = [word.rstrip(_END_MARKS) for word in words[first + length * copies :][:1]]
    commas = [word.endswith(_COMMAS) for word in words[first : first + length]]
    articles = listed_words(language, "articles")
    # Without articles two words are as much as three elsewhere: местных властей.
    is_pair = length == 2 and not (
        copies == 2 and not articles and sum(map(len, phrase)) >= _LONG_PAIR
    )
    linked = is_pair and copies == 2 and phrase[0] not in articles
    if copies == 2 and f"!{' '.join(phrase)}" in listed_lines(language, "repeated-phrases"):
        return False
    if length == _PAIR and copies == _PAIR and not commas[0] and _is_owned(phrase, language):
        return False
    if length == _PAIR and copies == _PAIR and commas[1] and _hangs(words, first, phrase, language):
        return False
    if is_pair and not commas[0] and _is_adverbial(phrase, language):
        return " ".join(phrase) in listed_lines(language, "repeated-phrases")
    return (
        (length < _LONG and not common)
        or (length < _LONG and phrase[-1] in common and after == phrase[:1])
        or phrase[0] == phrase[-1]
        or (linked and (phrase[0] in common) != (phrase[1] in common))
        or (is_pair and any(commas) and language != "ar")
        or (length <= 4 and any(commas[:-1]))
        or sum(map(str.isalpha, phrase)) < 2
        or " ".join(phrase) in listed_lines(language, "repeated-phrases")
    )


def _hangs(words: list[str], first: int, phrase: list[str], language: str) -> bool:
    """böter på, böter på 200 pund: the sentence goes on after a preposition, so nobody calls."""
    return (
        phrase[1] in listed_words(language, "prepositions")
        and phrase[0] not in function_words(language)
        and len(phrase[0]) >= _LONG_WORD
        and words[first + 3] == phrase[1]
        and first + 4 < len(words)
    )


def _is_of_place(document: Document, place: tuple[int, int, int]) -> bool:
    """A preposition and a name or month, a comma between the copies (de Azov, de Azov), or a day
    without one (on Sunday on Sunday); or two plain words: nine months, nine months."""
    first, second = document.text[place[0] : place[1]].split()
    name = second.rstrip(",")
    if not listed_words(document.target, "articles"):
        return False
    has_comma = second.endswith(",")
    if first in listed_words(document.target, "prepositions"):
        is_date = name.lower() in word_list("date-words", document.target) and name.isalpha()
        return (has_comma and name.istitle()) or (is_date and (has_comma or len(name) >= _LONG))
    return has_comma and _are_plain(first, name, document.target)


def _are_plain(first: str, second: str, language: str) -> bool:
    """Two words of the dictionary that nobody calls out twice: no names, no small words."""
    common = function_words(language)
    return (
        len(first) >= _LONG
        and len(second) >= _LONG_NOUN
        and first.isalpha()
        and first.islower()
        and second.isalpha()
        and common.isdisjoint((first, second.lower()))
        and not second.endswith(("ing", "ly"))
    )


def _is_owned(phrase: list[str], language: str) -> bool:
    """A possessive and its noun: nobody says "his daughter his daughter"."""
    first, second = phrase
    return (
        len(second) >= _LONG
        and first in word_list("owners", language)
        and second not in function_words(language)
    )


def _is_adverbial(phrase: list[str], language: str) -> bool:
    """A preposition and its noun, where nouns have no article: podle svazu, podle svazu."""
    return (
        not listed_words(language, "articles")
        and phrase[0] in listed_words(language, "prepositions")
        and len(phrase[1]) >= _LONG_NOUN
        and phrase[1] not in function_words(language)
    )


def _word_starts(document: Document, block: Block) -> list[int]:
    return [word.start() for word in _TOKEN.finditer(document.text, block.text_start, block.end)]


def _place(
    document: Document, block: Block, starts: list[int], first: int, length: int, copies: int
) -> tuple[int, int, int]:
    """starts: where each word of the block begins."""
    last_of_first, final = (
        _TOKEN.match(document.text, starts[first + words - 1], block.end)
        for words in (length, length * copies)
    )
    assert last_of_first and final
    word = final.group().rstrip(_END_MARKS)
    return starts[first], last_of_first.end(), final.start() + len(word)
