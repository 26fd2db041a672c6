"""Is the whole article in another language than it was said to be?

First the cheap question: does the beginning hold the function words of its language as often as
any text of it does? Only where it does not are its blocks asked one by one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.data import languages
from mtcheck.language.foreign_words import grammar_words
from mtcheck.language.identify import UNKNOWN, function_word_votes, identify_language
from mtcheck.language.scripts import LATIN, ONLY, SISTER, foreign_script, scripts_of
from mtcheck.language.words import WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_BEGINNING = 2_500
_USUAL_SHARE = 0.03
_LOW_SHARE = 0.03
_CLEAR_SHARE = 0.15
_CLEARER_SHARE = 0.33
_LEAD = 2.5
_FEWEST_WORDS = 40
_FEWEST_LETTERS = 150
_BLOCK_WORDS = 6
_MOST_OF_IT = 0.8
_LONGEST_READ = 20_000
_LATIN_LETTER = late_pattern(f"[{LATIN}]")
_CLOSE = (
    "nb da nn no sv", "cs sk", "hr sr bs sh sl me", "es gl ca ast an oc eu", "pt gl", "id ms jv su",
    "ru be bg mk sr kk ky mn tg", "uk be ru bg mk", "zh yue ja", "ar fa ur ps ckb sd ug",
    "hi mr ne", "af nl", "it scn co", "et fi", "lv lt", "tr az uz tk", "fil tl ceb",
    "fr oc ht", "en sco", "de lb nds", "ro mo",
)  # fmt: skip
"""Languages that are mistaken for one another where only a few words or letters are counted."""
_HALF = 0.5
_JAPANESE_SHARE = 0.25
_KANA = late_pattern("[\u3040-\u30ff]")
_FEWEST_TELLING = 8


def other_language(document: Document) -> str | None:
    """The language that nearly all of the article is in, where it is surely not the document's."""
    target = document.target
    text = document.folded[:_LONGEST_READ]
    if target in SISTER and _tells(text, SISTER[target]) >= _FEWEST_TELLING:
        sister = SISTER[target]
        if _tells(text, target) <= _tells(text, sister) * (1 - _MOST_OF_IT):
            return sister
    if target == "zh" and len(_KANA.findall(text)) >= _JAPANESE_SHARE * len(text):
        return "ja"
    if _is_in(text[:_BEGINNING], target):
        return None
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return None
    strange = sum(sum(map(str.isalpha, found)) for found in foreign_script(target).findall(text))
    latin = len(_LATIN_LETTER.findall(text))
    if "latin" not in scripts_of(target) and letters - strange - latin >= _HALF * letters:
        return _by_kana(text, target, letters)
    if strange >= _MOST_OF_IT * letters or (
        # A wrong decoding has no plain Latin letters.
        "latin" not in scripts_of(target)
        and _plain(text) >= _HALF * letters
        and latin >= _MOST_OF_IT * letters
    ):
        return _unless_close(identify_language(document.text), target)
    if strange + (0 if "latin" in scripts_of(target) else latin) > letters * (1 - _MOST_OF_IT):
        return None  # two scripts side by side
    return _by_blocks(document)


def _plain(text: str) -> int:
    return sum(char.isascii() and char.isalpha() for char in text)


def _by_kana(text: str, target: str, letters: int) -> str | None:
    """Japanese given as Chinese, or the reverse."""
    kana = len(_KANA.findall(text))
    return "zh" if target == "ja" and kana < _LOW_SHARE * letters else None


def _tells(text: str, language: str) -> int:
    """How many letters and function words the text has that only one of two sisters has."""
    beginning = text[:_BEGINNING]
    grammar = grammar_words(language) - grammar_words(SISTER[language])
    words = sum(word in grammar for word in WORD.findall(beginning))
    return words + len(ONLY[language].findall(beginning))


def _is_in(text: str, target: str) -> bool:
    """Does the text hold enough function words that no other language has?"""
    telling = _telling_words(target)
    words = WORD.findall(text)
    return bool(words) and _share(words, telling) >= _USUAL_SHARE


@cache
def _telling_words(target: str) -> frozenset[str]:
    others = (grammar_words(language) for language in languages() if language != target)
    return grammar_words(target).difference(*others)


def _by_blocks(document: Document) -> str | None:
    target = document.target
    words = WORD.findall(document.folded[:_LONGEST_READ])
    if len(words) < _FEWEST_WORDS:
        return None
    votes = function_word_votes(document.text[:_LONGEST_READ], {*languages(), target})
    own = votes.pop(target, 0)
    best, count = votes.most_common(1)[0] if votes else (UNKNOWN, 0)
    if count < (_CLEAR_SHARE if grammar_words(target) else _CLEARER_SHARE) * len(words):
        if not grammar_words(target) or own > _LOW_SHARE * len(words):
            return None
        return _unless_close(identify_language(document.text), target)
    only_best = grammar_words(best) - grammar_words(target)
    only_own = grammar_words(target) - grammar_words(best)
    if _share(words, only_best) < _LEAD * _share(words, only_own):
        return None
    wanted = asked = 0
    for block in document.blocks:
        passage = WORD.findall(document.folded[block.text_start : block.end])
        if len(passage) >= _BLOCK_WORDS:
            asked += len(passage)
            is_other = _share(passage, only_best) > _share(passage, only_own)
            wanted += len(passage) if is_other else 0
    return _unless_close(best, target) if wanted >= _MOST_OF_IT * asked else None


def _share(words: list[str], listed: frozenset[str]) -> float:
    return sum(word in listed for word in words) / len(words)


def _unless_close(language: str, target: str) -> str | None:
    if language in (target, UNKNOWN):
        return None
    close = any(language in group.split() and target in group.split() for group in _CLOSE)
    return None if close else language
