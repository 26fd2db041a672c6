"""Which words betray that a passage was left in another language?

From four lists a language, in `languages/<language>/`: its function words, the usual and the rarer
words of its news (`news-words.txt`, `rare-words.txt`), and the words of other languages that it has
too (`shared-words.txt`).
Loans that many languages print lie beside the folders (`loan-words.txt`, `loan-phrases.txt`). A
word of a source language that the target has in none of its own lists is foreign to the target.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import cache
from itertools import chain
from pathlib import Path

from mtcheck.cache import remembered
from mtcheck.language.data import (
    FOLDER,
    function_words,
    languages,
    languages_with,
    listed_words,
    words_listed,
)
from mtcheck.patterns import late_pattern

LETTERS = late_pattern(r"[A-Za-z\u00c0-\u024f]+|[^\W\d_A-Za-z\u00c0-\u024f]+")
"""A word without its apostrophes and hyphens (l'accord holds two), cut where Latin letters end, as
in `Document.vocabulary`."""

CYRILLIC_LANGUAGES = frozenset(("ru", "uk", "bg", "be", "mk", "sr", "kk"))
_LISTS = ("function-words", "news-words", "rare-words", "shared-words", "connectives")
_BEGINNING = 3
_SHORTEST_OPENER = 4
_MOST_REMEMBERED = 10_000
_LOAN_WORDS = FOLDER / "loan-words.txt"
_LOAN_PHRASES = FOLDER / "loan-phrases.txt"


@cache
def source_languages(target: str) -> tuple[str, ...]:
    """The languages whose words are looked for in a text of the target language; words in
    Cyrillic only beside others in Cyrillic, the scripts tell the rest."""
    cyrillic = target in CYRILLIC_LANGUAGES
    return tuple(
        language
        for language in languages_with("news-words.txt", "function-words.txt")
        if language != target and (cyrillic or language not in CYRILLIC_LANGUAGES)
    )


class CommonWords(Container[str]):
    """The function words of a language and the words of its news, in small letters, parted at
    apostrophes and hyphens. They are looked up in the table of all languages' words: a set of
    each language's own would take ten times the room."""

    def __init__(self, language: str) -> None:
        self._language = language

    def __contains__(self, word: object) -> bool:
        return self._language in _languages_that_have(str(word))

    def isdisjoint(self, words: Iterable[str]) -> bool:
        """Is none of the words among them?"""
        return not any(word in self for word in words)

    def issuperset(self, words: Iterable[str]) -> bool:
        """Are all of the words among them?"""
        return all(word in self for word in words)


@cache
def common_words(language: str) -> CommonWords:
    """The commonest words of the language and of its news."""
    return CommonWords(language)


def _listed_common_words(language: str) -> frozenset[str]:
    listed = chain.from_iterable(
        words_listed(language, name) for name in ("news-words", "rare-words", "connectives")
    )
    return _parted(function_words(language)) | _in_small_letters(listed)


@cache
def rare_words(language: str) -> frozenset[str]:
    """Words of its news that are seldom, in small letters: by itself such a word is no sure sign
    of the language."""
    return _in_small_letters(words_listed(language, "rare-words"))


def _in_small_letters(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word if word.islower() else word.lower() for word in words)


@cache
def openers(language: str) -> frozenset[str]:
    """Adverbs and conjunctions of four letters or more that open a sentence, in small letters."""
    words = listed_words(language, "connectives")
    return frozenset(word for word in words if len(word) >= _SHORTEST_OPENER)


@cache
def has_word_lists(target: str) -> bool:
    """Is enough known of the target's own words to call others foreign?"""
    return target in languages_with("shared-words.txt")


@cache
def own_words(target: str) -> frozenset[str]:
    """All words that the target's lists know, those that it shares with others among them."""
    shared = words_listed(target, "shared-words")
    return _listed_common_words(target).union(shared, loan_words())


@cache
def loan_words() -> frozenset[str]:
    """Words that many languages print (online)."""
    return frozenset(word for line in _lines(_LOAN_WORDS) for word in line.split())


@cache
def grammar_words(language: str) -> frozenset[str]:
    """The function words, parted at apostrophes and hyphens."""
    return _parted(function_words(language))


@cache
def loan_phrases() -> frozenset[str]:
    """Phrases that are at home in many languages (coup d'état), and words with a hyphen."""
    joined = (word for line in _lines(_LOAN_WORDS) for word in line.split() if "-" in word)
    return frozenset((*_lines(_LOAN_PHRASES), *joined))


@cache
def any_grammar(target: str) -> frozenset[str]:
    """The function words of all languages whose words are looked for in the target."""
    return frozenset[str]().union(*map(grammar_words, source_languages(target)))


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def is_foreign_word(word: str, target: str) -> bool:
    """Is it a word of another language that is foreign to the target, as it is printed: in small
    letters, or with a capital where its language writes nouns so?"""
    return f" {word} " in _foreign_words(target).get(word[:_BEGINNING], "")


def foreign_words_of(vocabulary: frozenset[str], target: str) -> frozenset[str]:
    """The words that are foreign to the target."""
    table, innocent = _foreign_words(target), _innocent_words(target)
    asked = vocabulary - innocent
    foreign = {word for word in asked if f" {word} " in table.get(word[:_BEGINNING], "")}
    if len(innocent) < _MOST_REMEMBERED:
        innocent |= asked - foreign
    return frozenset(foreign)


@cache
def _innocent_words(target: str) -> set[str]:
    """Words that earlier texts held and that are not foreign: most words of the next are."""
    return set()


@cache
def _foreign_words(target: str) -> dict[str, str]:
    """The words by their first letters, a space around each: tens of thousands, of which an
    article holds a few, so they stay together."""
    files = [
        path
        for language in languages()
        for name in _LISTS
        if (path := FOLDER / language / f"{name}.txt").is_file()
    ]
    return remembered(
        f"foreign-words-{target}",
        [*files, _LOAN_WORDS, Path(__file__)],
        lambda: _by_beginning(_foreign(target)),
    )


def _by_beginning(words: Iterable[str]) -> dict[str, str]:
    groups: dict[str, str] = {}
    for word in sorted(words):
        groups[word[:_BEGINNING]] = f"{groups.get(word[:_BEGINNING], ' ')}{word} "
    return groups


def _foreign(target: str) -> frozenset[str]:
    words: set[str] = set()
    own = own_words(target)
    for source in source_languages(target):
        words |= _listed_common_words(source)
        for name in ("news-words", "rare-words"):
            words |= {word for word in words_listed(source, name) if not word.islower()}
        words |= {word.capitalize() for word in openers(source)}
    return frozenset(word for word in words if len(word) > 1 and word.lower() not in own)


def languages_of(word: str, target: str) -> tuple[str, ...]:
    """The source languages that have the word, which is in small letters."""
    theirs = _languages_that_have(word)
    return tuple(source for source in source_languages(target) if source in theirs)


def _languages_that_have(word: str) -> tuple[str, ...]:
    group = _languages_of_words().get(word[:_BEGINNING], "")
    start = group.find(mark := f" {word}\t") + len(mark)
    return tuple(group[start : group.index(" ", start)].split(",")) if start >= len(mark) else ()


@cache
def _languages_of_words() -> dict[str, str]:
    """The `common_words` of all languages by their first letters, each with its languages: the
    lists themselves would take ten times the room."""
    files = [
        path
        for language in languages()
        for name in (*_LISTS[:3], _LISTS[-1])
        if (path := FOLDER / language / f"{name}.txt").is_file()
    ]
    return remembered("words-of-languages", [*files, Path(__file__)], _languages_by_word)


def _languages_by_word() -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for language in languages():
        for word in _listed_common_words(language):
            found.setdefault(word, []).append(language)
    groups: dict[str, str] = {}
    for word in sorted(found):
        start = word[:_BEGINNING]
        groups[start] = f"{groups.get(start, '')} {word}\t{','.join(found[word])}"
    return {start: f"{group} " for start, group in groups.items()}


def _parted(words: Iterable[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in LETTERS.findall(word))
