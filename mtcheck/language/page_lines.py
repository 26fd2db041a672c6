"""Lines of web pages that are made of nothing but the vocabulary of web pages.

Page owners word their buttons and boxes anew, and engines render them in ever other words; so a
short line is cut into words, and is furniture where next to nothing of it is left. In Chinese and
Japanese, which do not part words, it is cut into the longest words of the lists.

The word lists, in `languages/<language>/word-lists.tsv`: `page-marks` (hardly ever in news),
`page-rest` (what joins them; a star stands for any ending); `link-verbs`, `link-adverbs`,
`link-nouns`, `link-modals`, and for scripts without spaces `link-fillers`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import CHARACTERS_PER_WORD, small_letters
from mtcheck.patterns import late_pattern

_LONGEST_LINE = 60
_LONGEST_SPACED_LINE = 160
_FEWEST_LETTERS = 4
_FEWEST_WORDS = 2
_LETTERS_FOR_A_STRANGER = 12
_MOST_STRANGERS = 2
_WORDS_FOR_A_STRANGER = 6
_MOST_NAMES = 3
_LONGEST_ENDING = 9
_QUOTE = late_pattern(r"[“”„«»「」『』《》\"]")
_LETTER = late_pattern(r"[^\W\d_]")
_WORD = late_pattern(r"[^\W\d_]+\d*")
_HEAVY_LETTER = late_pattern(r"[^\W\d_\u3041-\u309f]")
"""All but hiragana, which hold the grammar."""
_ARABIC_PREFIX = late_pattern(r"^[وف]?(?:لل|[بكل]?ال|[بكلس](?=\w{3}))?")


_TO_THE_READER = {
    "zh": late_pattern("[您你请請]|我们|我們|本[文网網站]|[这這此]|已|不再|不得|禁止"),
    "ja": late_pattern("(?:ください|下さい|ます|ました|ません|です|でした)[。！]?$"),
}
"""Whole sentences of pages speak to the reader, or of themselves; Japanese news is not polite."""


class _Vocabulary(NamedTuple):
    words: re.Pattern[str]
    marks: frozenset[str]


class _Stems(NamedTuple):
    """Whole words, and the beginnings of words."""

    words: frozenset[str]
    stems: frozenset[str]

    def holds(self, word: str) -> bool:
        bare = _ARABIC_PREFIX.sub("", word)
        return self._holds(word) or (bare != word and self._holds(bare))

    def _holds(self, word: str) -> bool:
        shortest = max(3, len(word) - _LONGEST_ENDING)
        return word in self.words or any(
            word[:length] in self.stems for length in range(shortest, len(word) + 1)
        )


def marks_of_page_line(line: str, language: str) -> frozenset[str]:
    """The words of the line that are hardly ever in news, in small letters, where it is made of
    the vocabulary of web pages; else none."""
    if _QUOTE.search(line) or not word_list("page-marks", language):
        return frozenset()
    if language not in CHARACTERS_PER_WORD:
        return _marks_of_words(line, language)
    if len(line) > _LONGEST_LINE or (
        line.endswith("。") and not _TO_THE_READER[language].search(line)
    ):
        return frozenset()
    vocabulary = _page_vocabulary(language)
    found = vocabulary.words.findall(line)
    marks = vocabulary.marks.intersection(found)
    if not marks:
        return frozenset()
    letters = len(_LETTER.findall(line))
    strangers = len(_HEAVY_LETTER.findall(vocabulary.words.sub("", line)))
    allowed = min(letters // _LETTERS_FOR_A_STRANGER, _MOST_STRANGERS)
    is_whole = letters >= _FEWEST_LETTERS and strangers <= allowed
    return frozenset(map(str.lower, marks)) if is_whole else frozenset()


def _marks_of_words(line: str, language: str) -> frozenset[str]:
    """Names may stand in it, and in a long line one other word."""
    if len(line) > _LONGEST_SPACED_LINE:
        return frozenset()
    marks, rest = _stems("page-marks", language), _stems("page-rest", language)
    found = list(_WORD.finditer(line))
    words = [small_letters(word.group()) for word in found]
    told = frozenset(filter(marks.holds, words))
    if len(words) < _FEWEST_WORDS or not told:
        return frozenset()
    common = function_words(language)
    unknown = [
        place
        for place, word in zip(found, words, strict=True)
        if not (marks.holds(word) or rest.holds(word) or word in common or len(word) == 1)
    ]
    names = [place for place in unknown if place.start() and place.group()[0].isupper()]
    strangers = len(unknown) - len(names)
    allowed = len(words) // (_WORDS_FOR_A_STRANGER + 1)
    return told if len(names) <= _MOST_NAMES and strangers <= allowed else frozenset()


def is_label_of_unspaced_link(label: str, language: str) -> bool:
    """Is the label made of a verb of reading, or a word for an article, and of what adds to it?"""
    kinds = [
        word_list(f"link-{kind}", language) for kind in ("verbs", "adverbs", "nouns", "modals")
    ]
    verbs, adverbs, nouns, modals = map(frozenset, kinds)
    if not verbs:
        return False
    found = _link_words(language).findall(label)
    if len("".join(found)) < len(_LETTER.findall(label)):
        return False
    said = frozenset(found)
    more, asks = bool(said & adverbs), bool(said & modals)
    return (bool(said & verbs) and (more or asks)) or (bool(said & nouns) and more)


@cache
def _stems(name: str, language: str) -> _Stems:
    listed = word_list(name, language)
    return _Stems(
        frozenset(word for word in listed if not word.endswith("*")),
        frozenset(word[:-1] for word in listed if word.endswith("*")),
    )


@cache
def _page_vocabulary(language: str) -> _Vocabulary:
    marks = word_list("page-marks", language)
    return _Vocabulary(_any_of((*marks, *word_list("page-rest", language))), frozenset(marks))


@cache
def _link_words(language: str) -> re.Pattern[str]:
    kinds = ("verbs", "adverbs", "nouns", "modals", "fillers")
    return _any_of(tuple(word for kind in kinds for word in word_list(f"link-{kind}", language)))


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(set(words), key=lambda w: (-len(w), w)))))
