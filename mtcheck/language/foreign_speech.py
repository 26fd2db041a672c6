"""What somebody said, left in the language of the source: « On ne pense qu'à ça », sagte er.

Good writers quote a foreigner in his own words too, and then tell what they mean; so it tells only
in a text that is known to come from that language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import languages
from mtcheck.language.foreign_words import (
    LETTERS,
    common_words,
    foreign_words_of,
    languages_of,
    own_words,
)
from mtcheck.language.identify import reads_as
from mtcheck.language.scripts import foreign_script, languages_in_script
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.language.passages import Passage
    from mtcheck.rule import Confidence

_FEWEST, _MOST = 3, 40
_FEWEST_INSIDE = 5
_FEWEST_CHARACTERS = 8
_FEWEST_FOREIGN = 3
_MOST_OF_IT = 0.6
_ATTRIBUTED = late_pattern(
    r",? [^\W\d_A-ZÀ-Þ]\w*|[.,،。，]?\s*(?:\n|$)|\.? [—–-] |[,،，と]|[.。] ?"
)
_INTRODUCED = late_pattern(r"(?:[:：,،，、]\s?|[—–] )$")
_DASH = late_pattern(r"[–—-]\s?(?=\w)")
_LONGEST_SPEECH = 300
_STOPS = frozenset(".!?。！？؟")
_LATIN_WORDS = late_pattern(r"[A-Za-z\u00c0-\u024f]{2,}")


class Speech(NamedTuple):
    """A quotation with its marks, and the languages that it may be in."""

    start: int
    end: int
    sources: tuple[str, ...]


def if_spoken(document: Document, passage: Passage) -> Confidence:
    """Of medium confidence at most where all from the dash that opens the line is in the language
    of the passage, or all from a colon to the end of a quotation: – I can't open them, säger han;
    „Ik zei: c'est de la folie”."""
    if passage.confidence == "high" and _is_said_in_speech(document, passage):
        return "medium"
    dash = _DASH.match(document.text, document.block_at(passage.start).start)
    if passage.confidence != "high" or dash is None or dash.end() > passage.start:
        return passage.confidence
    before = document.plain[dash.end() : min(passage.start, dash.end() + _LONGEST_SPEECH)].lower()
    words = [word for word in LETTERS.findall(before) if len(word) > 1]
    is_speech = any(common_words(source).issuperset(words) for source in passage.sources)
    return "medium" if is_speech else "high"


def _is_said_in_speech(document: Document, passage: Passage) -> bool:
    around = list(document.quotations_around(passage.start, passage.end))
    if not around:
        return False
    start, end = around[-1].inner
    colon = document.text.rfind(": ", start, passage.start)
    words = LETTERS.findall(document.plain[colon + 1 : end].lower())
    return (
        colon >= 0
        and len(words) >= _FEWEST
        and any(
            sum(word in common_words(source) for word in words) >= _MOST_OF_IT * len(words)
            for source in passage.sources
        )
    )


def foreign_speech(document: Document) -> Iterator[Speech]:
    """The quotations that are attributed to somebody and not explained."""
    foreign: frozenset[str] | None = None
    for quotation in document.quotations:
        start, end = quotation.inner
        sentence = document.sentence_at(quotation.start)
        opens = sentence.start == quotation.start
        before = document.text[max(0, quotation.start - 3) : quotation.start]
        if not opens and not _INTRODUCED.search(before):
            continue
        words = LETTERS.findall(document.folded, start, end)
        fewest = _FEWEST if opens else _FEWEST_INSIDE
        is_unspaced = len(words) < fewest and document.text[start:end] >= "\u3040"
        if not (
            fewest <= len(words) <= _MOST
            or (is_unspaced and _FEWEST_CHARACTERS <= end - start <= _MOST * 2)
        ):
            continue
        is_closed = not opens and document.text[end - 1 : end] in _STOPS
        if not is_closed and not _ATTRIBUTED.match(document.text, quotation.end):
            continue
        after = document.text[quotation.end : document.sentence_at(quotation.end - 1).end + 2]
        if "(" in after or "（" in after:
            continue
        if foreign is None:
            foreign = foreign_words_of(document.vocabulary, document.target)
        sources = _languages(document, start, end, words, foreign)
        if sources:
            yield Speech(quotation.start, quotation.end, sources)


def _languages(
    document: Document, start: int, end: int, words: list[str], foreign: frozenset[str]
) -> tuple[str, ...]:
    passage = document.text[start:end]
    letters = sum(map(str.isalpha, passage))
    strange = sum(
        sum(map(str.isalpha, found)) for found in foreign_script(document.target).findall(passage)
    )
    if strange >= _MOST_OF_IT * letters:
        return languages_in_script(passage)
    source = reads_as(passage, document.target, languages())
    if source is not None:
        return (source,)
    if foreign.isdisjoint(words) and not _is_latin_elsewhere(document, passage, letters):
        return ()
    votes = Counter(tag for word in words for tag in languages_of(word, document.target))
    if not votes:
        return ()
    own = own_words(document.target)
    best, _ = max(
        votes.items(), key=lambda vote: (sum(w in common_words(vote[0]) for w in words), vote[0])
    )
    theirs = sum(word in common_words(best) and word not in own for word in words)
    ours = sum(word in own and word not in common_words(best) for word in words)
    return (best,) if theirs >= _FEWEST_FOREIGN and theirs >= 2 * ours + 1 else ()


def _is_latin_elsewhere(document: Document, passage: str, letters: int) -> bool:
    return document.target in ("ru", "uk", "ar", "zh", "ja") and (
        sum(map(len, _LATIN_WORDS.findall(passage))) >= _MOST_OF_IT * letters
    )
