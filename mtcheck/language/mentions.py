"""Where a foreign word is no fault: in a quotation, a title, an address, a loan phrase, or where
the text speaks of the word, explains or translates it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.conventions import all_conventions
from mtcheck.language.data import listed_lines
from mtcheck.language.foreign_words import LETTERS, common_words, grammar_words, loan_phrases
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_LONGEST_TITLE = 8
_LONGEST_MOTTO = 7
_MOST_BETWEEN = 2
_LONGEST_LINE = 70
_FEWEST_PARAGRAPHS = 3
_PAIRS = ("()", "“”", '""', "''", "‘’", "«»", "„“", "„”", "””", "»«", "**", "__")
_WIDE_REACH = 20_000
"""In a very long text, so many characters before and after a word are looked at."""
_REACH = 40
_TWEET_REACH = 250
_TWEET = late_pattern(r"https?://|pic\.twitter|(?<![\w&])[#@]\w")
_GLOSS_AFTER = late_pattern(r"[\"”»’*_]?\s?[(\[=]")
_TRANSLATED_AFTER = late_pattern(r"\s?(?:[–—=-]\s?)?[\"“«„「『]{1,2}\w")
_TRANSLATION_AFTER = late_pattern(r"[\"”»’]?\s{0,2}[(\[–—=]")


def is_set_apart(document: Document, start: int, end: int) -> bool:
    """Does the passage stand in a link, or in quotation marks or brackets that hold nothing of
    the document's language?"""
    if document.in_link(start, end) or _is_in_address(document.text, start, end):
        return True
    for quotation in document.quotations_around(start, end):
        if not _speaks_target(document, *quotation.inner):
            return True
    opened = document.text.rfind("(", max(0, start - _REACH), start)
    if opened >= 0 and document.text.find(")", opened, start) < 0:
        closed = document.text.find(")", end, end + _REACH)
        if closed >= 0 and not _speaks_target(document, opened, closed):
            return True
    return start > 0 and document.text[start - 1] in "*_"


def _is_in_address(text: str, start: int, end: int) -> bool:
    """lenta.ru, @name, a path: no word of the sentence."""
    if start and text[start - 1] in "@#/\\_":
        return True
    if start > 1 and text[start - 1] == "." and text[start - 2].isalnum():
        return text[start].islower()
    after = text[end : end + 2]
    return (after[:1] == "." and after[1:].islower()) or after[:1] in ("/", "@", "_", "\\")


def _speaks_target(document: Document, start: int, end: int) -> bool:
    """Is the quoted passage a sentence of the document's language, and no title or citation?"""
    from mtcheck.document import Span

    words = LETTERS.findall(document.folded, start, end)
    own = sum(word in grammar_words(document.target) for word in words)
    if len(words) <= _LONGEST_TITLE:
        return own * 4 >= len(words) and own > 0
    return own * 8 >= len(words) and not document.is_foreign(Span(start, end))


def in_tweet(document: Document, sentence: Span) -> bool:
    """Do links, tags or handles of a post stand near by in the block?"""
    block = document.block_at(sentence.start)
    low = max(block.start, sentence.start - _TWEET_REACH)
    return (
        _TWEET.search(document.text, low, min(block.end, sentence.end + _TWEET_REACH)) is not None
    )


def is_spoken(document: Document, start: int, end: int) -> bool:
    """In quotation marks, or in a block that one which another block holds opens or closes."""
    if document.is_quoted(start, end):
        return True
    if not document.lone_quotation_marks:
        return False
    block = document.block_at(start)
    openers, closers = document.once("lone marks", lambda: _lone_marks(document))
    before, after = bisect_left(openers, block.start), bisect_left(closers, end)
    return (before < len(openers) and openers[before] < start) or (
        after < len(closers) and closers[after] < block.end
    )


def _lone_marks(document: Document) -> tuple[list[int], list[int]]:
    """Where those stand that open, and those that close."""
    marks = document.lone_quotation_marks
    return (
        sorted(mark.start for mark in marks if mark.opens),
        sorted(mark.start for mark in marks if not mark.opens),
    )


def is_in_verse(document: Document, start: int) -> bool:
    """Is it a short line among others, in a text that parts its paragraphs by blank lines, and
    does a colon lead to them, or is a line beside it foreign too?"""
    index = document.block_index(start)
    blocks = document.blocks
    if document.text.count("\n\n") < _FEWEST_PARAGRAPHS:
        return False
    first = last = index
    while first and _are_lines(document, first - 1, first):
        first -= 1
    while last + 1 < len(blocks) and _are_lines(document, last, last + 1):
        last += 1
    if first == last:
        return False
    if first and document.text[blocks[first - 1].end - 1] in ":：":
        return True
    common = common_words(document.target)
    strange = [
        common.isdisjoint(LETTERS.findall(document.folded, block.start, block.end))
        for block in blocks[first : last + 1]
    ]
    return sum(strange) > 1


def _are_lines(document: Document, above: int, below: int) -> bool:
    one, two = document.blocks[above], document.blocks[below]
    longest = max(one.end - one.start, two.end - two.start)
    return longest <= _LONGEST_LINE and document.text.count("\n", one.end, two.start) == 1


def is_cited(document: Document, sentence: Span) -> bool:
    """Is it introduced by a colon, or followed by its translation?"""
    text = document.text
    if in_tweet(document, sentence):
        return True
    before = text[max(0, sentence.start - 4) : sentence.start].rstrip()
    if before.endswith((":", "：")):
        return True
    return _TRANSLATION_AFTER.match(text, sentence.end) is not None


def is_loan(document: Document, start: int, end: int) -> bool:
    low, high = max(0, start - _REACH), end + _REACH
    around = document.folded[low:high]
    for phrase in loan_phrases():
        at = around.find(phrase)
        if at >= 0 and at + low <= start and end <= at + low + len(phrase):
            return True
    return False


def is_mention(document: Document, start: int, end: int, foreign: int) -> bool:
    """Does the text speak of the word itself, explain it, or cite it elsewhere?"""
    return is_explained(document, start, end, foreign) or is_named(document, start, end)


def is_explained(document: Document, start: int, end: int, foreign: int) -> bool:
    """Does the text explain the word, or cite it elsewhere?"""
    text, folded = document.text, document.folded
    if _GLOSS_AFTER.match(text, end):
        return True
    if _TRANSLATED_AFTER.match(text, end) and folded[start:end] not in _all_speech_verbs():
        return True
    before = folded[max(0, start - _REACH) : start].rstrip(" \"'“«„‘*_")
    if before.endswith((":", "：", "=")) and foreign <= _LONGEST_MOTTO:
        return True
    form = folded[start:end]
    around = folded[max(0, start - _WIDE_REACH) : end + _WIDE_REACH]
    return any(pair[0] in around and f"{pair[0]}{form}{pair[1]}" in around for pair in _PAIRS)


def is_named(document: Document, start: int, end: int) -> bool:
    """Do words before or after it say that something is called so: the French call him le vieux
    lion? A few words of the name may stand between."""
    before, after = _mention_patterns(document.target)
    folded = document.folded
    following = folded[end : end + _REACH].lstrip(" \"'”’»“*_,")
    if after and after.match(following):
        return True
    low = max(0, start - _REACH)
    found = before.search(folded, low, start) if before else None
    if found is None:
        return False
    between = LETTERS.findall(folded, found.end(), start)
    return len(between) <= _MOST_BETWEEN and common_words(document.target).isdisjoint(between)


@cache
def _mention_patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What stands before, and what stands after, a word of which the text speaks."""
    lines = listed_lines(language, "mention-words")
    opens, ends = r"(?<!\w)", r"(?!\w)[^.!?:;…,()\n]{0,30}"
    if language in CHARACTERS_PER_WORD:
        opens, ends = "", r"[\s“「『《]{0,3}"
    before = "|".join(_pattern_of(line[:-1]) for line in lines if line.endswith("…"))
    after = "|".join(_pattern_of(line[1:]) for line in lines if line.startswith("…"))
    return (
        re.compile(f"{opens}(?:{before}){ends}$") if before else None,
        re.compile(after) if after else None,
    )


def _pattern_of(phrase: str) -> str:
    """A phrase in the notation of the list: "a|b" is one of them, "a?" may be left out."""
    pattern = ""
    for word in phrase.split():
        forms = "|".join(map(re.escape, word.removesuffix("?").split("|")))
        part = f"(?:{forms})"
        is_needed = not word.endswith("?")
        if pattern:
            pattern += f" {part}" if is_needed else f"(?: {part})?"
        else:
            pattern = part if is_needed else f"(?:{part} )?"
    return pattern


@cache
def _all_speech_verbs() -> frozenset[str]:
    return frozenset(verb for _, habits in all_conventions() for verb in habits.speech_verbs)
