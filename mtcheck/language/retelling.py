"""Is a sentence told again in other words: does a later one hold nothing that an earlier one does
not hold?

Two renderings of one sentence of the source share their names, their numbers and most of their
weighty words, and the second adds nothing. A sentence that goes on with the story shares a name
and a noun, and adds the news. In 450,000 words of original news and human translation some twenty
sentences pass for such a retelling, most of them a caption or a summary of the page.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, word_list
from mtcheck.language.sameness import (
    STEM,
    TOKEN,
    Worded,
    are_neighbours,
    are_parallel,
    is_sentence,
    is_statement,
    marked_words,
)
from mtcheck.language.words import CHARACTERS_PER_WORD

if TYPE_CHECKING:
    from mtcheck.document import Document

FEWEST_WEIGHTY = 3
_SHORT, _LONG = 4, 9
_FEWEST_CHARACTERS = 10
_FEWEST_QUOTED = 6
_OF_LATER, _OF_EARLIER = 0.75, 0.5
_OF_LONG_LATER, _OF_LONG_EARLIER = 0.58, 0.55
_OF_FRAMED, _OF_FRAME = 0.9, 0.6
_OF_CHARACTERS = 0.6
_LIKE_NAME = 4
_FEWEST_DRAWN = 12
_ONE_FOR_ANOTHER = 2


def tells_again(document: Document, first: Worded, second: Worded) -> bool:
    """Does the second sentence say again, in other words, what the first one said?"""
    said = _said(document.target)
    ours, theirs = {*first.stems} - said, {*second.stems} - said
    shared = len(ours & theirs)
    if shared < FEWEST_WEIGHTY or first.words == second.words:
        return False
    of_first, of_second = shared / len(ours), shared / len(theirs)
    if document.target in CHARACTERS_PER_WORD:
        enough = (
            shared >= _FEWEST_CHARACTERS and of_second >= _OF_LATER and of_first >= _OF_CHARACTERS
        ) or _is_drawn_together(first, second)
    elif len(theirs) < _SHORT:
        enough = ours == theirs
    else:
        enough = (
            (of_second >= _OF_LATER and of_first >= _OF_EARLIER)
            or (
                len(theirs) >= _LONG
                and of_second >= _OF_LONG_LATER
                and of_first >= _OF_LONG_EARLIER
            )
            or (len(theirs) >= _LONG and of_first >= _OF_FRAMED and of_second >= _OF_FRAME)
            or (of_second >= _OF_LATER and any(map(_is_figure, ours & theirs)))
        )
    return (
        enough
        and not _new_names(document, first, second)
        and not _differ_on_purpose(document, first, second)
        and (
            all(is_statement(document, sentence) for sentence in (first, second))
            or (
                len(theirs) >= _FEWEST_QUOTED
                and all(is_sentence(document, sentence) for sentence in (first, second))
                and are_neighbours(document, first.span, second.span)
            )
        )
    )


def _is_figure(stem: str) -> bool:
    return len(stem) > 1 and stem[0].isdigit()


def _is_drawn_together(first: Worded, second: Worded) -> bool:
    """The characters of the first with the same number, a few small ones left out or moved."""
    new = Counter(second.words) - Counter(first.words)
    return (
        new.total() <= _ONE_FOR_ANOTHER
        and not any(map(_is_figure, new))
        and any(map(_is_figure, second.words))
        and len(second.words) >= max(_FEWEST_DRAWN, _OF_LATER * len(first.words))
    )


def _differ_on_purpose(document: Document, first: Worded, second: Worded) -> bool:
    """Two statements side by side: the first and the second one, with and without."""
    changed = {*first.words} ^ {*second.words}
    if len(changed) <= _ONE_FOR_ANOTHER:
        return are_parallel(document, first, second)
    small = function_words(document.target)
    contrasts = {*word_list("contrasts", document.target)} - small
    return not changed.isdisjoint(contrasts | {*word_list("negations", document.target)})


@cache
def _said(language: str) -> frozenset[str]:
    """How words of saying begin: "according to", "said", which a retelling may exchange."""
    return frozenset(word[:STEM] for word in word_list("says", language))


def _new_names(document: Document, first: Worded, second: Worded) -> bool:
    """Has the second a number or a name that the first has not; a name in another case is none."""
    whole = {*first.words}
    begun = {word[:_LIKE_NAME] for word in first.words}
    figures = "".join(TOKEN.findall(document.folded, *first.span))
    return any(
        word not in whole
        and (
            word.strip("0") != "" and word not in figures
            if word[0].isdigit()
            else word[:_LIKE_NAME] not in begun
        )
        for word in marked_words(document, second.span)
    )
