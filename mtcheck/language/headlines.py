"""Do two lines tell the same, as a headline and its second translation do?

The word lists are those of `mtcheck.language.sameness`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mtcheck.language.data import word_list
from mtcheck.language.sameness import Worded, worded
from mtcheck.language.words import CHARACTERS_PER_WORD

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_FEWEST_WORDS = 5
_MOST_WORDS_MORE = 3
_LIKE = 72
_MOST_STEMS_CHANGED = 2
_FEWEST_STEMS = 4
_FEWEST_BESIDE_EXCHANGED = 5
_SHARED = 0.7
_FEWEST_CHARACTERS = 10
_LIKE_CHARACTERS = 88
_MOST_CHARACTERS_CHANGED = 3


def tell_the_same(document: Document, headline: Span, line: Span, *, is_next: bool) -> bool:
    """In almost the same words, with the same numbers, but not in the very same words: those in
    another order say something else.

    is_next: the line stands right below the headline, where nobody says the same again in an order
        of words of his own.
    """
    first, second = worded(document, headline), worded(document, line)
    lost = Counter(first.words) - Counter(second.words)
    new = Counter(second.words) - Counter(first.words)
    if not (lost or new) or _differ_in_what_counts(document, lost, new):
        return False
    if document.target in CHARACTERS_PER_WORD:
        return _are_like_characters(first, second, lost + new)
    return _are_like_words(first, second, lost + new) or (is_next and _share_stems(first, second))


def _differ_in_what_counts(document: Document, lost: Counter[str], new: Counter[str]) -> bool:
    """Numbers on both sides (200 may be two hundred in the other), first and second, not."""
    if any(word[0].isdigit() for word in lost) and any(word[0].isdigit() for word in new):
        return True
    contrasts = word_list("contrasts", document.target)
    if not lost.keys().isdisjoint(contrasts) and not new.keys().isdisjoint(contrasts):
        return True
    return not {*lost, *new}.isdisjoint(word_list("negations", document.target))


def _are_like_words(first: Worded, second: Worded, changed: Counter[str]) -> bool:
    lengths = len(first.words), len(second.words)
    if min(lengths) < _FEWEST_WORDS or abs(lengths[0] - lengths[1]) > _MOST_WORDS_MORE:
        return False
    if any(word[0].isdigit() for word in changed):
        return False
    if len({*first.stems} ^ {*second.stems}) > _MOST_STEMS_CHANGED:
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(" ".join(first.words), " ".join(second.words)) >= _LIKE


def _share_stems(first: Worded, second: Worded) -> bool:
    ours, theirs = {*first.stems}, {*second.stems}
    most, shared = max(len(ours), len(theirs)), len(ours & theirs)
    # Where each has a word of its own, the second may be other news of the same people.
    lost, new = (any(map(str.isalpha, one)) for one in (ours - theirs, theirs - ours))
    fewest = _FEWEST_BESIDE_EXCHANGED if lost and new and not _has_number(ours ^ theirs) else 0
    return most >= _FEWEST_STEMS and shared >= max(fewest, _SHARED * most)


def _has_number(stems: set[str]) -> bool:
    """Two hundred is 200 in the other."""
    return any(stem[0].isdigit() for stem in stems)


def _are_like_characters(first: Worded, second: Worded, changed: Counter[str]) -> bool:
    if min(len(first.words), len(second.words)) < _FEWEST_CHARACTERS:
        return False
    if changed.total() > _MOST_CHARACTERS_CHANGED or any(len(word) > 1 for word in changed):
        return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first.words, second.words) * 100 >= _LIKE_CHARACTERS
