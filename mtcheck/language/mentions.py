"""Where a foreign word is no fault: in a quotation, a title, an address, a loan phrase, or where
the text speaks of the word, explains or translates it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.conventions import all_conventions
from mtcheck.language.data import listed_lines
from mtcheck.language.foreign_words import LETTERS, grammar_words, loan_phrases

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_LONGEST_TITLE = 8
_LONGEST_MOTTO = 7
_REACH = 40
_TWEET_REACH = 250
_TWEET = re.compile(r"https?://|pic\.twitter|(?<!\w)[#@]\w")
_GLOSS_AFTER = re.compile(r"[\"”»’*_]?\s?[(\[=]")
_TRANSLATED_AFTER = re.compile(r"\s?(?:[–—=-]\s?)?[\"“«„「『]{1,2}\w")
_TRANSLATION_AFTER = re.compile(r"[\"”»’]?\s{0,2}[(\[–—=]")


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
    text, folded = document.text, document.folded
    if _GLOSS_AFTER.match(text, end):
        return True
    if _TRANSLATED_AFTER.match(text, end) and folded[start:end] not in _all_speech_verbs():
        return True
    before = folded[max(0, start - _REACH) : start].rstrip(" \"'“«„‘*_")
    if before.endswith((":", "：", "=")) and foreign <= _LONGEST_MOTTO:
        return True
    following = folded[end : end + _REACH].lstrip(" \"'”’»“*_,")
    for line in listed_lines(document.target, "mention-words"):
        if (
            before.endswith(line[:-1].rstrip())
            if line.endswith("…")
            else following.startswith(line[1:].lstrip())
        ):
            return True
    form = folded[start:end]
    return any(
        f"{opener}{form}{closer}" in folded
        for opener, closer in (
            "()",
            "“”",
            '""',
            "''",
            "‘’",
            "«»",
            "„“",
            "„”",
            "””",
            "»«",
            "**",
            "__",
        )
    )


@cache
def _all_speech_verbs() -> frozenset[str]:
    return frozenset(verb for _, habits in all_conventions() for verb in habits.speech_verbs)
