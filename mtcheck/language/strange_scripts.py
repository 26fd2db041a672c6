"""Passages left in another script than the article's: 总统 in an English sentence, an English
sentence in a Russian or Chinese article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from mtcheck.document import Document, Span
from mtcheck.language.foreign_words import LETTERS, grammar_words, languages_of
from mtcheck.language.mentions import is_cited, is_mention, is_set_apart
from mtcheck.language.passages import Passage
from mtcheck.language.scripts import (
    LATIN,
    ONLY,
    SISTER,
    foreign_script,
    languages_in_script,
    scripts_of,
)
from mtcheck.patterns import late_pattern

_LAST_LATIN = "\u024f"
_MOST_OF_IT = 0.6
_SENTENCE_LETTERS = 10
_UNSPACED_LETTERS = 6
_FEWEST_LETTERS = 3
# fmt: off
_SMALL_WORDS = frozenset((
    "и", "в", "у", "с", "к", "о", "а", "і", "й", "з", "та", "на", "за", "до", "по", "из", "от",
    "не", "но", "об", "як", "що", "و", "في", "من", "ما", "لا", "عن", "أن", "إن", "لم", "أو",
))
# fmt: on
"""Of Cyrillic and Arabic; their letters are no symbols, as those of Greek are."""
_BETWEEN = r"[\s,'’\-–]"
_LATIN_RUN = late_pattern(rf"[{LATIN}]++(?:{_BETWEEN}++[{LATIN}]++)*+")
_SMALL_IN_A_ROW = late_pattern(rf"(?<!{_BETWEEN})(?:{_BETWEEN}++(?=[a-zß-ÿ])[{LATIN}]++){{4}}")
_SMALL_LATIN = late_pattern(r"(?<![^\W\d_])[a-zß-ÿ]{2,}(?![^\W\d_])")
_FEWEST_SMALL = 5
_SISTER_SHARE = 4
_HIRAGANA = late_pattern("[\u3041-\u3096]{2}")
_KANA_LETTERS = 4
_KANA_SHARE = 0.15
_STOPS = '.!?…。！？"”’»'
_CHINESE = late_pattern(
    "[们这说时为对过还给让从个吗呢吧您她它么們這說沒會來對嗎麼预测续击关伤员谈话议总统长东车门问间进运电报纪组织"
    "级边请题领飞马权选两严产亲众优传论设评试该详语误调责败货质购贸费资赛达远连银错际难项须顾驻验]"
)
"""Characters that Japanese does not write."""
_HAN_SENTENCE = late_pattern("[\u4e00-\u9fff，、0-9A-Za-z“”《》]{8,}")
_KANA = late_pattern("[\u3040-\u30ff]")


def passages_by_script(document: Document) -> Iterator[Passage]:
    """The passages whose letters are not those of the document's language."""
    found = [
        Span(*place.span())
        for place in _places_in_other_scripts(document)
        if (_is_long_enough(place.group()) or _is_small_word(document, place))
        and not is_set_apart(document, *place.span())
    ]
    for sentence, places in groupby(found, lambda place: document.sentence_at(place.start)):
        yield from _in_sentence(document, sentence, list(places))
    if document.target in SISTER:
        yield from _sister_passages(document)
    if document.target == "ja":
        yield from _chinese_sentences(document)
    elif "latin" not in scripts_of(document.target):
        yield from _latin_sentences(document)


def _places_in_other_scripts(document: Document) -> Iterator[re.Match[str]]:
    if scripts_of(document.target) == ("latin",) and not any(
        char > _LAST_LATIN and char.isalpha() for char in document.characters
    ):
        return iter(())
    return foreign_script(document.target).finditer(document.text)


def _is_long_enough(passage: str) -> bool:
    """One letter of an alphabet is a symbol (α, Ω); one Chinese character is a word."""
    letters = sum(map(str.isalpha, passage))
    return letters >= _FEWEST_LETTERS or (letters > 0 and passage >= "\u3040")


def _is_small_word(document: Document, place: re.Match[str]) -> bool:
    """A preposition or conjunction between two words of the sentence: escribió у Telegram."""
    start, end = place.span()
    return (
        place.group() in _SMALL_WORDS
        and document.text[start - 1 : start] == " "
        and document.text[end : end + 1] == " "
        and document.text[start - 2 : start - 1].isalpha()
        and document.text[end + 1 : end + 2].isalnum()
    )


def _in_sentence(document: Document, sentence: Span, places: list[Span]) -> Iterator[Passage]:
    text = document.text
    strange = sum(char.isalpha() for place in places for char in text[slice(*place)])
    letters = sum(map(str.isalpha, text[slice(*sentence)]))
    start, end = places[0].start, places[-1].end
    is_unspaced = text[start] >= "\u3040"
    if document.target == "zh" and is_unspaced:
        # Katakana alone is a word or a name that was left (`strange_characters`).
        is_japanese = any(_HIRAGANA.search(text[slice(*place)]) for place in places)
        if is_japanese and strange >= _KANA_LETTERS and strange >= _KANA_SHARE * letters:
            yield Passage("sentence", *sentence, ("ja",), "high")
        return
    if (
        strange >= (_UNSPACED_LETTERS if is_unspaced else _SENTENCE_LETTERS)
        and strange >= _MOST_OF_IT * letters
    ):
        if not is_cited(document, sentence) and not is_cited(document, Span(start, end)):
            end = _with_stop(document, end)
            yield Passage("sentence", start, end, languages_in_script(text[start:end]), "high")
        return
    for place in places:
        passage = text[slice(*place)]
        if _is_sentence_of_its_own(text, place):
            if not is_cited(document, place):
                end = _with_stop(document, place.end)
                yield Passage("sentence", place.start, end, languages_in_script(passage), "high")
            continue
        if not is_mention(document, *place, len(passage.split())):
            yield Passage("words", *place, languages_in_script(passage), "high")


def _is_sentence_of_its_own(text: str, place: Span) -> bool:
    """Where no space parts the sentences: 部长拒绝了。Дожди продлятся до вторника.学校停课。"""
    return (
        len(text[slice(*place)].split()) >= _FEWEST_LETTERS
        and text[place.end : place.end + 1] in tuple(".!?؟。")
        and (place.start == 0 or text[place.start - 1] in "\n.!?。！？」”")
    )


def _sister_passages(document: Document) -> Iterator[Passage]:
    """Russian in a Ukrainian text and the reverse, told by letters that only one of them has."""
    sister = SISTER[document.target]
    places = [found.start() for found in ONLY[sister].finditer(document.folded)]
    if not places:
        return
    telling = ONLY[sister], ONLY[document.target]
    for sentence in sorted({document.sentence_at(place) for place in places}):
        words = [
            found
            for found in LETTERS.finditer(document.folded, *sentence)
            if not is_set_apart(document, *found.span())
        ]
        strange = [found for found in words if telling[0].search(found.group())]
        grammar = grammar_words(document.target) - grammar_words(sister)
        own = sum(
            telling[1].search(found.group()) is not None or found.group() in grammar
            for found in words
        )
        if not own and len(strange) >= 2 and len(strange) * _SISTER_SHARE >= len(words) >= 4:
            if not is_cited(document, sentence):
                yield Passage("sentence", *sentence, (sister,), "high")
            continue
        for found in strange:
            start, end = found.span()
            if document.text[start].islower() and not is_mention(document, start, end, 1):
                yield Passage("words", start, end, (sister,), "high")


def _with_stop(document: Document, end: int) -> int:
    while document.text[end : end + 1] and document.text[end] in _STOPS:
        end += 1
    return end


def _latin_sentences(document: Document) -> Iterator[Passage]:
    """Sentences in Latin letters, of any language: five small words, so no list of names."""
    if _SMALL_LATIN.search(document.text) is None:
        return
    for found in _LATIN_RUN.finditer(document.text):
        is_row = _SMALL_IN_A_ROW.search(found.group()) is not None
        is_whole = _is_sentence_of_its_own(document.text, Span(*found.span()))
        if not is_row and not is_whole:
            continue
        sentence = document.sentence_at(found.start())
        small = _SMALL_LATIN.findall(found.group())
        if (
            (len(small) >= _FEWEST_SMALL or (is_whole and len(small) >= _FEWEST_LETTERS))
            and (is_row or _is_of_one_language(small, document.target))
            and not is_set_apart(document, *found.span())
            and not is_cited(document, sentence)
            and not is_cited(document, Span(*found.span()))
        ):
            votes = [s for word in small for s in languages_of(word, document.target)]
            if not votes and not found.group().isascii():
                continue  # a wrong decoding looks so
            best = (max(sorted(set(votes)), key=votes.count),) if votes else ()
            end = _with_stop(document, found.end())
            yield Passage("sentence", found.start(), end, best, "high")


def _is_of_one_language(words: list[str], target: str) -> bool:
    """Are most of the words those of one language? Of a title or a name they hardly are."""
    known = Counter(tag for word in words for tag in languages_of(word, target))
    return bool(known) and 2 * max(known.values()) > len(words)


def _chinese_sentences(document: Document) -> Iterator[Passage]:
    """In a Japanese text: a sentence without kana that has characters of simplified Chinese."""
    for found in _HAN_SENTENCE.finditer(document.text):
        sentence = document.sentence_at(found.start())
        passage = document.text[sentence.start : sentence.end]
        if (
            _KANA.search(passage) is None
            and len(_CHINESE.findall(passage)) >= 2
            and not is_set_apart(document, *found.span())
        ):
            yield Passage("sentence", *sentence, ("zh",), "high")
