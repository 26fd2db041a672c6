"""Where a foreign form is no fault: inside a foreign name, or where the text speaks of it.

The word lists: `particles` of the source language (Tribune de Genève), `naming` of the target's
(known by its French initials), both in `languages/<language>/word-lists.tsv`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import WORD

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.lexicon import Match

_WORD_BEFORE = re.compile(r"(\w+)(?:['’]|[ \u00a0])$")
_WORD_AFTER = re.compile(r"[ \u00a0](\w+)")
_REACH = 20
_LONGEST_TITLE = 6


def stands_in_foreign_name(document: Document, match: Match) -> bool:
    """Does a particle of the source language join the form to a name, as in Tribune de Genève?"""
    text = document.text
    before = _WORD_BEFORE.search(text[max(0, match.start - _REACH) : match.start])
    after = _WORD_AFTER.match(text, match.end)
    neighbours = {found[1] for found in (before, after) if found}
    neighbours -= function_words(document.target)
    return any(
        not neighbours.isdisjoint(word_list("particles", source)) for source in match.sources
    ) or _stands_in_title(document, match)


def _stands_in_title(document: Document, match: Match) -> bool:
    """A few words in quotation marks, none of them a function word of the target: the name of a
    film or book. What somebody says is seldom so."""
    for quotation in document.quotations_around(match.start, match.end):
        words = WORD.findall(document.text[slice(*quotation.inner)].lower())
        if len(words) <= _LONGEST_TITLE and function_words(document.target).isdisjoint(words):
            return True
    return False


def is_explained(document: Document, offset: int) -> bool:
    """Does the sentence speak of the form itself ("known by its French initials")?"""
    sentence = document.sentence_at(offset)
    passage = document.folded[sentence.start : sentence.end]
    return any(phrase in passage for phrase in word_list("naming", document.target))
