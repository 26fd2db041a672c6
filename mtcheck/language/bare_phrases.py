"""Short sentences that hold no verb at all, behind a whole sentence.

In a text that is known to be a translation they were torn off, whatever they name: "Una cadena
alemana." "A decision of the court."

Original news sets such phrases on purpose, for effect. What shows the purpose is left alone: the
words of `verbless-words.txt` but for plain determiners, set phrases, a row of several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_lines, listed_words, word_list
from mtcheck.language.finite import STRICT
from mtcheck.language.sentence_pieces import (
    LONGEST_SPAN,
    WHOLE_END,
    count_words,
    elided,
    is_prose,
    is_staccato,
    verb_probability,
    words_of,
)
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document, Span

_MARKS = late_pattern(
    r"[\"“”„‘«»()\[\]:;?!–—/…@#&*|]| - |^[-•]|\d[.:]\d|[1-2]\d{3}\.$|\d\.$"
    r"|,.*,|, (?:and|et|und|y|e)\b"
)
_HONORIFIC = late_pattern(r"[^\W\d_]{1,3}(?<=[A-ZÀ-ÝА-Я][a-zß-ÿа-я])[a-zß-ÿа-я]?|[A-ZÀ-ÝА-Я]")
_ENDS = '.!?”»"“’)'
_LONGEST = 9
_SHORTEST_BEFORE = 4
_SURE_OF_BODY, _SURE, _SURER = 0.4, 0.2, 0.1
_SURE_OF_REST = 0.5
_SHORT = 4
_LONGEST_ATTRIBUTION = 6
_FEWEST_OF_HEAD = 5
_LONG_WITHOUT_VERB = 5
_WITHOUT_COPULA = ("ru", "uk")
_PREDICATIVE = frozenset(("не", "ни", "ні", "это", "це", "у", "нет", "немає", "нема"))
"""Where "is" is left out, these show that something is said: кажаны не слепы, у команды 22 очка."""
_COMPOUNDING = ("de", "nl", "sv")


def bare_phrases(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence before it)"""
    before: Sequence[Span] = ()
    for block in document.blocks:
        if not is_prose(document, block):
            continue
        sentences = document.sentences_of(block)
        for whole, piece in pairwise([*before[-1:], *sentences]):
            if piece.end - piece.start <= LONGEST_SPAN and _is_bare(document, block, whole, piece):
                yield piece, whole
        if document.text[block.end - 1] in _ENDS:
            before = sentences  # a line of the page, without a mark, may stand between


def _is_bare(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    language, text = document.target, document.text
    if text[piece.end - 1] != "." or not text[piece.start].isupper():
        return False
    if _MARKS.search(text, piece.start, piece.end) or document.quotations_around(*piece):
        return False
    last = text[piece.start : piece.end - 1].rpartition(" ")[2]
    if len(last) == 1 or document.conventions.is_abbreviation(last):
        return False
    words = words_of(document, piece)
    plain = [word for word in words if word[0].isalpha()]
    if not plain or len(plain) > _LONGEST:
        return False
    before = words_of(document, whole)
    end = text[whole.start : whole.end - 1].rpartition(" ")[2]
    if _HONORIFIC.fullmatch(end) or document.conventions.is_abbreviation(end):
        return False
    may_lack_verb = language in _WITHOUT_COPULA and len(before) >= _LONG_WITHOUT_VERB
    return (
        (
            _is_bare_phrase(words, plain, language)
            or _is_body(plain, language)
            or _is_left_attribution(plain, language)
        )
        and count_words(before) >= _SHORTEST_BEFORE
        and text[whole.end - 1] not in "?!:"
        and WHOLE_END.search(text, whole.start, whole.end) is not None
        and (may_lack_verb or verb_probability(before, language) > STRICT)
        and not is_staccato(document, block, piece)
    )


def _is_bare_phrase(words: Sequence[str], plain: Sequence[str], language: str) -> bool:
    if len(plain) < 2 or _is_meant(plain, language):
        return False
    heads = _heads(language)
    first, second = (elided(word) for word in plain[:2])
    opener = plain[0].lower().replace("’", "'").partition("'")[0]
    is_determined = opener in {
        *word_list("determiners", language),
        *word_list("articles", language),
    }
    if first in heads or (is_determined and second in heads):
        limit = _SURE_OF_BODY if len(plain) <= _SHORT else _SURE
    elif language != "de" and all(word[0].isupper() for word in plain):
        return False  # names: a list, a credit
    elif is_determined or opener in listed_words(language, "prepositions"):
        limit = _SURE
    else:
        limit = _SURER
    is_set = " ".join(plain).lower() in listed_lines(language, "set-adverbials")
    return not is_set and verb_probability(words, language) < limit


def _is_body(plain: Sequence[str], language: str) -> bool:
    """One word that names who told it: Gewerkschaftsquellen."""
    if len(plain) > 1 or not word_list("articles", language):
        return False
    word, heads = plain[0].lower(), listed_words(language, "news-heads")
    return word in heads or (
        language in _COMPOUNDING
        and word.endswith(tuple(head for head in heads if len(head) >= _FEWEST_OF_HEAD))
    )


def _is_left_attribution(plain: Sequence[str], language: str) -> bool:
    """Said the minister. So the police."""
    told = _told_after(language)
    return (
        bool(told)
        and len(plain) <= _LONGEST_ATTRIBUTION
        and verb_probability(plain[1:], language) < _SURE_OF_REST
        and told.isdisjoint(map(str.lower, plain))
        and _opens_attribution(plain, language)
    )


def _opens_attribution(plain: Sequence[str], language: str) -> bool:
    lowered = f"{' '.join(plain).lower().replace('’', chr(39))} "
    determiners = {*word_list("articles", language), *word_list("determiners", language)}
    for opening in listed_lines(language, "left-attributions"):
        before_head = opening.startswith("= ")
        fixed = opening.removesuffix("A").removeprefix("= ")
        if not lowered.startswith(fixed if fixed[-1] in "' " else f"{fixed} "):
            continue
        rest = [word.lower() for word in plain[len(fixed.split()) :]]
        if before_head:
            named = rest[1:] if rest and rest[0] in determiners else rest
            if named and elided(named[0]) in _heads(language):
                return True
        elif fixed == opening or (rest and plain[-len(rest)][0].isupper()):
            return bool(rest)
    return False


@cache
def _heads(language: str) -> frozenset[str]:
    return listed_words(language, "news-heads") | listed_words(language, "noun-heads")


@cache
def _told_after(language: str) -> frozenset[str]:
    """The words that show that an attribution goes on to what was said."""
    lines = listed_lines(language, "left-attributions")
    return frozenset(line[2:] for line in lines if line.startswith("- "))


def _is_meant(words: Sequence[str], language: str) -> bool:
    if not {word.lower() for word in words}.isdisjoint(word_list("negations", language)):
        return True
    marks = _marks_of_purpose(language)
    if language in _WITHOUT_COPULA:
        return any(elided(word) in _PREDICATIVE for word in words) or elided(words[0]) in marks
    return elided(words[0]) in marks


@cache
def _marks_of_purpose(language: str) -> frozenset[str]:
    determiners = {*word_list("determiners", language), *word_list("joints", language)}
    return listed_words(language, "verbless-words") - determiners
