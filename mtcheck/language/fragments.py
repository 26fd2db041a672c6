"""Is a short sentence a piece that was torn from the one beside it?

Sentences without a verb are also good style (Not a chance.), so word lists of each language
decide: `verbless-words.txt` (what deliberate ones hold), `news-heads.txt`, `news-subjects.txt`,
`noun-heads.txt` and `nation-stems.txt` (what torn ones are built on), `attributions.txt` and
`torn-openers.txt` (how they begin), `prepositions.txt` and `articles.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.adverbials import is_of_two_parts, is_torn_adverbial
from mtcheck.language.data import function_words, listed_words
from mtcheck.language.finite import BALANCED, STRICT
from mtcheck.language.sentence_pieces import (
    LONGEST,
    LONGEST_PHRASE,
    SHORTEST_WHOLE,
    SMALL,
    WHOLE_END,
    count_words,
    elided,
    is_deliberate,
    is_piece,
    is_prose,
    is_staccato,
    opens_with,
    verb_probability,
    words_of,
)
from mtcheck.language.torn import ends_no_sentence, goes_on, has_end_mark
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_FEWEST_BEFORE_ADVERBIAL = 5
_SHORT = 2
_SHORTEST_PLACE = 3
_LONGEST_PARAGRAPH = 6
_LONGEST_WHOLE = 3
_KNOWN = 0.9
_ADVERBIAL_LIMITS = {"de": (7, STRICT)}
"""Words and share of a verb: a German clause may open with an adverbial, its verb in the middle."""
_PREDICATES = {
    "ru": late_pattern(r"(?:[льрстжчнв]н|ен|ив|ов)[аоы]$"),
    "uk": late_pattern(r"(?:(?:[нлв]|[^с]т)і|(?:[льрстжчнв]н|ен|ив|ов)[ао])$"),
}
"""Ends of adjectives that say something of a noun, where "is" is left out: врачи бессильны."""
_SURE_OF_PHRASE = {"ru": 0.15, "pl": 0.19, "cs": 0.14}
_LONGEST_ATTRIBUTION = 7
_SURE_OF_ATTRIBUTION = {"sv": 0.9, "nl": 0.9, "de": 0.9, "pt": 0.9, "cs": 0.9, "it": 0.5, "es": 0.5}
"""Below which share of a verb "according to ..." is no sentence: a real one has a sure verb."""
_MARK_OF_SENSE = late_pattern(r"[\"“”„‘«»()\[\]:;?!–—…@#&*]|, (?!\d{4}\.?$)\d[\d.,]*$")
_LOWER_PIECE = late_pattern(
    rf"\. (?<=[{SMALL}]{{4}}\. )(?P<piece>[{SMALL}][^.!?:;\"“”„«»\n]{{3,80}})(?=\.(?:\s|$))"
)


def torn_pieces(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence it was torn from) of each torn-off piece."""
    for block in document.blocks:
        if is_prose(document, block):
            for whole, piece in pairwise(document.sentences_of(block)):
                is_torn = is_piece(document, piece) and _is_torn(document, block, whole, piece)
                if is_torn or _is_adverbial(document, block, whole, piece):
                    yield piece, whole
            yield from _small_letter_pieces(document, block)
    for above, below in pairwise(document.blocks):
        if _is_stray_block(document, above, below) or _is_stray_phrase(document, above, below):
            yield Span(below.start, below.end), document.sentences_of(above)[-1]
        elif _is_torn_paragraph(document, above, below):
            yield document.sentences_of(below)[0], document.sentences_of(above)[-1]


def _is_torn(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    language = document.target
    before, words = words_of(document, whole), words_of(document, piece)
    end = WHOLE_END.search(document.text, whole.start, whole.end)
    if end is None or len(before) < SHORTEST_WHOLE or document.quotations_around(*piece):
        return False
    last = end[1] or ""
    if ends_no_sentence(last, language):
        return False  # broken-sentence tells it
    cut = last in listed_words(language, "prepositions") - listed_words(language, "verb-particles")
    if len(last) == _SHORT and not cut and last not in function_words(language):
        return False  # an abbreviation
    opens = opens_with(document, piece, "torn-openers")
    names_source = opens_with(document, piece, "attributions")
    wants = names_source or ((cut or opens) and not is_deliberate(words, language))
    is_last = piece == document.sentences_of(block)[-1]
    sure = STRICT if wants else _threshold(words, is_last, language)
    if names_source and listed_words(language, "noun-heads"):
        sure = BALANCED  # the nouns of these languages look like verbs to the table
    elif names_source and len(words) <= _LONGEST_ATTRIBUTION:
        sure = _SURE_OF_ATTRIBUTION.get(language, sure)
    is_attribution = names_source and len(words) <= _LONGEST_ATTRIBUTION
    return (
        verb_probability(words, language) < sure
        and (is_attribution or verb_probability(before, language) > BALANCED)
        and not is_staccato(document, block, piece)
    )


def _is_adverbial(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    """An adverbial by itself, behind a sentence that it may belong to."""
    text = document.text[piece.start : piece.end]
    longest, sure = _ADVERBIAL_LIMITS.get(document.target, (LONGEST, BALANCED))
    if not text.endswith(".") or len(text.split()) > longest or _MARK_OF_SENSE.search(text):
        return False
    before, words = words_of(document, whole), words_of(document, piece)
    return (
        count_words(before) >= max(_fewest_before(document.target), count_words(words))
        and WHOLE_END.search(document.text, whole.start, whole.end) is not None
        and is_torn_adverbial(text, words, document.target)
        and verb_probability(words, document.target) < sure
        and verb_probability(before, document.target) > BALANCED
        and not document.quotations_around(*piece)
        and not is_staccato(document, block, piece)
    )


def _fewest_before(language: str) -> int:
    """Four words are as much as five where there are no articles."""
    return _FEWEST_BEFORE_ADVERBIAL - bool(listed_words(language, "noun-heads"))


def _threshold(words: list[str], is_last: bool, language: str) -> float:
    """Below which share of a verb the words are a torn phrase; 0 where they may be meant so."""
    bodies, subjects = listed_words(language, "news-heads"), listed_words(language, "news-subjects")
    is_somebody = _is_somebody(words, language)
    if is_deliberate(words[is_somebody:], language) or is_of_two_parts(words, language):
        return 0.0
    first, plain = words[0].lower(), [word for word in words if word[0].isalpha()]
    if _is_told_of(plain, language) or (is_somebody and _leaves_out_verb(plain, language)):
        return 0.0
    if _is_noun_phrase(plain, language):
        return _SURE_OF_PHRASE.get(language, STRICT)
    forms = {form for w in plain for form in (w.lower(), w.lower().rpartition("-")[2], elided(w))}
    is_national = any(_is_of_nation(word.lower(), language) for word in plain)
    is_named = is_national or (language != "de" and any(word[0].isupper() for word in plain[1:]))
    is_definite = first in listed_words(language, "articles")
    opens_with_preposition = first in listed_words(language, "prepositions")
    if opens_with_preposition and listed_words(language, "adverbial-ends"):
        return 0.0  # В Москве снегопад: the test for adverbials decides
    leads_on = is_definite or opens_with_preposition
    if is_named and not forms.isdisjoint(bodies | subjects):
        known = bodies | subjects | listed_words(language, "articles")
        all_known = all(w.lower() in known or _is_of_nation(w.lower(), language) for w in plain)
        return _KNOWN if all_known else BALANCED
    if not is_last and not is_somebody:
        return 0.0
    if not forms.isdisjoint(bodies):
        return STRICT
    return STRICT if is_national and leads_on and len(plain) >= _SHORTEST_PLACE else 0.0


def _is_somebody(words: list[str], language: str) -> bool:
    """A spokesman for the police, local sources: no figure of speech opens so."""
    bodies = listed_words(language, "news-heads")
    openers = listed_words(language, "indefinites") | listed_words(language, "articles")
    return len(words) > _SHORT and (
        words[0].lower() in bodies or (words[1].lower() in bodies and words[0].lower() in openers)
    )


def _is_noun_phrase(plain: list[str], language: str) -> bool:
    """Is it a plain thing or person of the news, with nothing said of it: жители города?"""
    heads = listed_words(language, "noun-heads")
    at = next((at for at, word in enumerate(plain[:_SHORT]) if word.lower() in heads), None)
    if at is None or len(plain) < _SHORT or plain[0].lower() in function_words(language):
        return False
    prepositions = listed_words(language, "prepositions")
    return language not in _PREDICATES or (
        prepositions.isdisjoint(word.lower() for word in plain)  # Жители в шоке
        and not _is_told_of(plain, language)
    )


def _is_told_of(plain: list[str], language: str) -> bool:
    """Are they a noun and its predicate: врачи бессильны?"""
    predicates = _PREDICATES.get(language)
    return (
        predicates is not None
        and len(plain) == _SHORT
        and plain[1].islower()
        and predicates.search(plain[1]) is not None
    )


def _leaves_out_verb(plain: list[str], language: str) -> bool:
    """The town gave sand. The fire brigade water. Where no adjective follows its noun, a bare noun
    after it is what somebody does it to."""
    if not listed_words(language, "verb-particles"):
        return False
    bodies = listed_words(language, "news-heads")
    at = next((at for at, word in enumerate(plain[:_SHORT]) if word.lower() in bodies), len(plain))
    common = function_words(language) | listed_words(language, "prepositions")
    return any(word.islower() and word not in common for word in plain[at + 1 : at + 2])


def _is_of_nation(word: str, language: str) -> bool:
    word, (whole, stems) = elided(word), _nation_stems(language)
    return word in whole or word.startswith(stems)


@cache
def _nation_stems(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    stems = listed_words(language, "nation-stems")
    whole = frozenset(stem for stem in stems if len(stem) <= _LONGEST_WHOLE)
    return whole, tuple(sorted(stems - whole))


def _small_letter_pieces(document: Document, block: Block) -> Iterator[tuple[Span, Span]]:
    """Pieces that begin with a small letter after a full stop: "on Friday. of the Council." """
    for found in _LOWER_PIECE.finditer(document.text, block.text_start, block.end):
        piece = Span(found.start("piece"), found.end("piece") + 1)
        if _follows_abbreviation(document, piece):
            continue
        if _starts_torn(document, piece) and is_piece(document, piece):
            before = Span(document.sentence_at(piece.start).start, piece.start)
            if len(words_of(document, before)) >= SHORTEST_WHOLE:
                yield piece, Span(before.start, piece.start - 1)


def _follows_abbreviation(document: Document, piece: Span) -> bool:
    words = document.text[max(0, piece.start - 30) : piece.start].split()
    return bool(words) and document.conventions.is_abbreviation(words[-1].removesuffix("."))


def _is_stray_block(document: Document, above: Block, below: Block) -> bool:
    """A paragraph that begins with a small letter, has no verb, and goes on with nothing."""
    span = Span(below.start, below.end)
    return (
        {above.kind, below.kind} == {"paragraph"}
        and document.text[below.start].islower()
        and has_end_mark(document, below)
        and has_end_mark(document, above)
        and document.text[above.end - 1] != ":"
        and not goes_on(document, above, below)
        and is_piece(document, span)
        and _starts_torn(document, span)
    )


def _is_torn_paragraph(document: Document, above: Block, below: Block) -> bool:
    """A torn piece with its full stop in a paragraph of its own; the last one may be a sign-off."""
    text = document.text
    if {above.kind, below.kind} != {"paragraph"} or below == document.blocks[-1]:
        return False
    if text[below.end - 1] != "." or text[above.end - 1] != ".":
        return False
    piece = document.sentences_of(below)[0]
    return (
        piece.end >= below.end
        and is_piece(document, piece)
        and count_words(words_of(document, piece)) <= _LONGEST_PARAGRAPH
        and _is_torn(document, below, document.sentences_of(above)[-1], piece)
    )


def _is_stray_phrase(document: Document, above: Block, below: Block) -> bool:
    """A paragraph that is a torn-off phrase with its full stop: "Rzecznik resortu." """
    if not listed_words(document.target, "noun-heads"):
        return False
    span, language = Span(below.start, below.end), document.target
    if {above.kind, below.kind} != {"paragraph"} or not document.text.endswith(".", *span):
        return False
    words = words_of(document, span)
    plain = [word for word in words if word[0].isalpha()]
    before = document.sentences_of(above)[-1]
    return (
        len(plain) <= LONGEST_PHRASE
        and all(word.islower() for word in plain[1:])
        and is_piece(document, span)
        and has_end_mark(document, above)
        and document.text[above.end - 1] != ":"
        and not document.is_sentence_a_paragraph
        and not is_deliberate(words, language)
        and _is_noun_phrase(plain, language)
        and len(words_of(document, before)) >= SHORTEST_WHOLE
        and verb_probability(words, language) < _SURE_OF_PHRASE.get(language, STRICT)
        and below != document.blocks[-1]
    )


def _starts_torn(document: Document, piece: Span) -> bool:
    """A function word opens it, a plain word follows (by Jane Doe), and there is no verb."""
    words = words_of(document, piece)
    common = function_words(document.target) | listed_words(document.target, "prepositions")
    return (
        words[0] in common
        and any(word[0].islower() for word in words[1:])
        and verb_probability(words, document.target) < STRICT
    )
