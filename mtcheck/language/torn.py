"""Does a paragraph stop in the middle of a sentence, and does the next one go on with it?

The word lists: `never-last.txt` (words that end no sentence) and `seldom-last.txt` (words that
end none unless a full stop follows) of each language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_FINAL = late_pattern(r"[.!?…:;。！？؟।|%€$£*)\]”»\"'’“‘›]$|[:;=]-?[(DPp/|]$")
_EMOTICON = late_pattern(r"[:;=]-?[(\[]$")
_OPEN_END = late_pattern(r"(?:,[”»\"'’“]?|[^\W\d_]-|[(\[])$")
_LAST_WORD = late_pattern(r"[^\W\d_]{1,40}(?:[’'‐-][^\W\d_]{1,40}){0,20}$")
_FIRST_WORD = late_pattern(r"[\"“„«‘']?([^\W\d_][\w’'‐-]*)")
_NO_PLAIN_WORD = late_pattern(r"[a-zß-ÿа-яёіїєґ]+[A-ZА-ЯЁІЇЄҐ]|\w+[.’'-]\w")
_LONGEST_BYLINE = 8
_SHORTEST_START = 6
_LONGEST_VERSE = 70
_SHORTEST_REST = 3
_LONG_BEFORE_SCRAP = 8
_SHORTEST_OPEN_REST = 9


def last_word(text: str, start: int, end: int) -> re.Match[str] | None:
    """The word at the very end of text[start:end], if no mark follows it."""
    return _LAST_WORD.search(text, max(start, end - 40), end)


def ends_no_sentence(word: str, language: str) -> bool:
    """Is it a word after which even a full stop cannot end a sentence ("of the.")?"""
    never = listed_words(language, "never-last")
    if language in CHARACTERS_PER_WORD:
        return word.endswith(tuple(never))
    return word.lower() in never


def has_end_mark(document: Document, block: Block) -> bool:
    """Does the block end in a mark that can end one, a closing quote or bracket included?"""
    if document.text[block.end - 1] in ".!?":
        return True
    end = document.text[max(block.start, block.end - 3) : block.end]
    return _FINAL.search(end) is not None and (
        _OPEN_END.search(end) is None or _EMOTICON.search(end) is not None
    )


def stops_short(document: Document, block: Block) -> bool:
    """Does the block end in a comma, a hyphen, an opened bracket or a word that wants another?"""
    end = document.text[max(block.start, block.end - 3) : block.end]
    if _OPEN_END.search(end) and not _EMOTICON.search(end):
        return True
    found = last_word(document.text, block.text_start, block.end)
    if found is None or not found[0].islower():
        return False
    word, language = found[0], document.target
    return ends_no_sentence(word, language) or word in listed_words(language, "seldom-last")


def word_total(document: Document, block: Block) -> int:
    return len(document.text[block.text_start : block.end].split())


def first_word(document: Document, block: Block) -> re.Match[str] | None:
    """The word that opens the block, as group 1; an opening quote may stand before it."""
    return _FIRST_WORD.match(document.text, block.start, block.end)


def is_verse(document: Document, above: Block, below: Block) -> bool:
    """Two short lines that follow closely, where blank lines part the paragraphs."""
    longest = max(above.end - above.start, below.end - below.start)
    gap = document.text[above.end : below.start]
    return longest <= _LONGEST_VERSE and gap.count("\n") == 1 and document.text.count("\n\n") > 2


def goes_on(document: Document, above: Block, below: Block) -> bool:
    """Does the paragraph below go on with the sentence that the one above left open?"""
    if has_end_mark(document, above):
        return False
    first = first_word(document, below)
    if first is None:
        return False
    word, cut = first[1], stops_short(document, above)
    kinds = ("paragraph", "headline") if cut and word[0].islower() else ("paragraph",)
    rest = word_total(document, below)
    if above.kind not in kinds or below.kind != "paragraph":
        return False
    before = word_total(document, above)
    if rest < _SHORTEST_REST and not _is_last_scrap(document, above, below, before):
        return False
    if not word[0].islower():
        # A function word with a capital opens a new sentence; any other may be a name or noun.
        new_sentence = word.lower() in function_words(document.target)
        ended_by_word = document.text[above.end - 1] not in '-"”’»“'
        return cut and ended_by_word and before > _SHORTEST_START and not new_sentence
    if (_NO_PLAIN_WORD.match(word) and not cut) or _is_byline(
        document.text[first.end() : below.end]
    ):
        return False  # iPhone, d'Artagnan; "by Jane Doe"
    whole = rest >= _SHORTEST_OPEN_REST or has_end_mark(document, below)
    in_list = document.text[above.start].islower() and not cut
    return whole and not in_list and (cut or before >= _SHORTEST_START)


def _is_last_scrap(document: Document, above: Block, below: Block, before: int) -> bool:
    """A word or two with the full stop of the long sentence above, in a text of sentences."""
    text = document.text
    return (
        before >= _LONG_BEFORE_SCRAP
        and text[below.end - 1] == "."
        and text[above.start].isupper()
        and text[above.end - 1].isalpha()
        and not document.conventions.is_abbreviation(text[below.start : below.end].split()[-1][:-1])
    )


def _is_byline(rest: str) -> bool:
    """Are the words after the first few and all capitalised?"""
    words = [word for word in rest.split() if word[0].isalnum()]
    return 0 < len(words) <= _LONGEST_BYLINE and all(not word[0].islower() for word in words)
