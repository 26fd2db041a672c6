"""Phrases and short clauses that stand as sentences of their own: In the night. Among them a child.

Good writers do this too: it tells only in a text that is known to be translated. The words that
open such phrases are listed by language: `lone-openers.txt`, `clause-openers.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.adverbials import is_of_two_parts
from mtcheck.language.data import listed_words, word_list
from mtcheck.language.finite import BALANCED
from mtcheck.language.sentence_pieces import (
    LONGEST_PHRASE,
    SHORTEST_WHOLE,
    WHOLE_END,
    count_words,
    is_deliberate,
    is_piece,
    is_prose,
    is_staccato,
    opens_with,
    verb_probability,
    words_of,
)
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_SHORTEST_BEFORE_PHRASE = 4
_SHORTEST_BODY = 2
_PARTICIPLES: dict[str, tuple[str, ...]] = {
    "en": ("ed", "en", "wn", "ing"),
    "fr": ("é", "és", "ée", "ées"),
    "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    "pt": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    "it": ("ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute"),
}
_LONE_OPENED = 0.8
"""Below which share of a verb "among them the family of ..." is no sentence."""
_LONGEST_CLAUSE = 7
_MARK_OR_LETTERED = late_pattern(
    r"[\"“”„‘«»()\[\]:;?!–—/…,@#&*|]| - |^[-•]|\d[.:]\d|[1-2]\d{3}\.$|\d$|\d\.$"
)
"""Marks, and figures that are a date or an hour; an age may stand in a torn phrase."""


def lone_phrases(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence before it) of each prepositional or participial phrase, of each
    short subordinate clause, and of each noun that news is about, with its own full stop."""
    before: Sequence[Span] = ()
    for block in document.blocks:
        if not is_prose(document, block):
            before = ()
            continue
        above = before[-1:] if block.kind == "paragraph" else []
        before = document.sentences_of(block)
        for whole, piece in pairwise([*above, *before]):
            if _is_lone_phrase(document, block, whole, piece) or _is_lone_word(
                document, block, whole, piece
            ):
                yield piece, whole


def _is_lone_phrase(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    language = document.target
    if not is_piece(document, piece, _MARK_OR_LETTERED) or document.text[piece.end - 1] != ".":
        return False
    before, words = words_of(document, whole), words_of(document, piece)
    first = _elided_head(words[0])
    opens = first in listed_words(language, "prepositions") or (
        first.endswith(_PARTICIPLES.get(language, "\0"))
        and words[1].lower() in listed_words(language, "prepositions")
    )
    has_verb = verb_probability(words, language)
    is_phrase = (has_verb < _LONE_OPENED and opens_with(document, piece, "lone-openers")) or (
        has_verb < BALANCED
        and (
            _is_body_alone(words, language)
            or (
                opens
                and not is_deliberate(_unjoined(words, language), language)
                and not is_of_two_parts(words, language)
            )
        )
    )
    is_clause = count_words(words) <= _LONGEST_CLAUSE and opens_with(
        document, piece, "clause-openers"
    )
    return (
        (is_phrase or is_clause)
        and WHOLE_END.search(document.text, whole.start, whole.end) is not None
        and len(before) >= _SHORTEST_BEFORE_PHRASE
        and verb_probability(before, language) > BALANCED
        and not document.quotations_around(*piece)
        and not is_staccato(document, block, piece)
    )


def _is_body_alone(words: Sequence[str], language: str) -> bool:
    """The fire brigade. The spokesman for the ministry. Nothing is said of whom it names."""
    plain = [word for word in words if word[0].isalpha()]
    return (
        bool(listed_words(language, "articles"))
        and _SHORTEST_BODY <= len(plain) <= LONGEST_PHRASE
        and plain[0].lower() in listed_words(language, "articles")
        and plain[1].lower() in listed_words(language, "news-heads")
        and not is_deliberate(plain, language)
    )


def _is_lone_word(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    """One noun with a full stop, of those that news is about, behind a whole sentence: Strażacy."""
    word, language = document.text[piece.start : piece.end], document.target
    return (
        word.endswith(".")
        and word[:-1].isalpha()
        and word[:-1].lower() in listed_words(language, "noun-heads")
        and document.text[whole.end - 1] == "."
        and len(before := words_of(document, whole)) >= SHORTEST_WHOLE
        and verb_probability(before, language) > BALANCED
        and not document.quotations_around(*piece)
        and not document.quotations_around(whole.start, whole.start + 1)
        and not is_staccato(document, block, piece)
    )


def _unjoined(words: Sequence[str], language: str) -> list[str]:
    """Without "and" and the determiners inside: for food and shelter, on this route are no figures
    of speech."""
    joints = {*word_list("joints", language), *word_list("determiners", language)}
    return [word for at, word in enumerate(words) if not at or word not in joints]


def _elided_head(word: str) -> str:
    """d' of d'Aix, lower-cased."""
    head, apostrophe, _ = word.lower().replace("’", "'").partition("'")
    return head + apostrophe
