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
_MOST_CHARACTERS_CHANGED_NEXT = 7
_LIKE_CHARACTERS_NEXT = 80
_SHARED_PAIRS = 0.6
_SHARED_BESIDE_NUMBER = 0.6
_PARTS_OF_NUMBER = 2
_DIGITS_OF_GROUP = 3
_DIGITS_OF_YEAR = 4
_FEWEST_BESIDE_NUMBER = 3
_HALF = 0.5
_ALEFS = str.maketrans("أإآ", "ااا")


def tell_the_same(document: Document, headline: Span, line: Span, *, is_next: bool) -> bool:
    """In almost the same words, with the same numbers. The very same words in another order say
    something else (dog bites man), unless one stretch of them alone has changed its place.

    is_next: the line stands right below the headline, where nobody says the same again in an order
        of words of his own.
    """
    first, second = (_with_whole_numbers(worded(document, line)) for line in (headline, line))
    lost = Counter(first.words) - Counter(second.words)
    new = Counter(second.words) - Counter(first.words)
    if not (lost or new):
        return is_next and len(first.words) >= _FEWEST_WORDS and _is_moved(first, second)
    if _differ_in_what_counts(document, lost, new):
        return False
    if is_next and _tell_one_number(document, first, second):
        return True
    if document.target in CHARACTERS_PER_WORD:
        return _are_like_characters(first, second, lost + new) or (
            is_next and _share_pairs(first, second, lost + new)
        )
    return _are_like_words(first, second, lost + new) or (is_next and _share_stems(first, second))


def _with_whole_numbers(line: Worded) -> Worded:
    """7 600, 7.600 and 7600 are one number."""
    groups = [word for word in line.words if word.isdigit()]
    if len(groups) < _PARTS_OF_NUMBER:
        return line
    words: list[str] = []
    for word in line.words:
        if words and words[-1].isdigit() and word.isdigit() and len(word) == _DIGITS_OF_GROUP:
            words[-1] += word
        else:
            words.append(word)
    stems = [stem for stem in line.stems if not stem.isdigit()]
    return line._replace(words=tuple(words), stems=(*stems, *filter(str.isdigit, words)))


def _differ_in_what_counts(document: Document, lost: Counter[str], new: Counter[str]) -> bool:
    """Numbers on both sides (200 may be two hundred in the other), first and second, not."""
    if any(word[0].isdigit() for word in lost) and any(word[0].isdigit() for word in new):
        return True
    contrasts = word_list("contrasts", document.target)
    if not lost.keys().isdisjoint(contrasts) and not new.keys().isdisjoint(contrasts):
        return True
    return not {*lost, *new}.isdisjoint(word_list("negations", document.target))


def _tell_one_number(document: Document, first: Worded, second: Worded) -> bool:
    """Has the line the same large number and most other words, and hardly one of its own? A deck
    is longer and adds news."""
    numbers = [
        {word for word in line.words if word.isdigit() and len(word) >= _DIGITS_OF_GROUP}
        for line in (first, second)
    ]
    if not numbers[0] or numbers[0] != numbers[1] or len(second.words) > len(first.words) + 1:
        return False
    if all(len(number) == _DIGITS_OF_YEAR and number[0] in "12" for number in numbers[0]):
        return False  # a year
    ours, theirs = {*first.stems}, {*second.stems}
    if document.target in CHARACTERS_PER_WORD:
        ours, theirs = {*first.words}, {*second.words}
        names = {word for word in theirs - ours if len(word) > 1}
        return not names and len(theirs & ours) >= _SHARED_BESIDE_NUMBER * len(theirs)
    shared = ours & theirs
    return (
        len(shared) >= _FEWEST_BESIDE_NUMBER
        and len(shared) >= _HALF * max(len(ours), len(theirs))
        and len(theirs - ours) <= _MOST_STEMS_CHANGED
    )


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


def _is_moved(first: Worded, second: Worded) -> bool:
    """Has one stretch of the words changed its place, the others keeping their order?"""
    one, other = list(first.words), list(second.words)
    while one and one[-1] == other[-1]:
        del one[-1], other[-1]
    begins = next(
        (at for at, pair in enumerate(zip(one, other, strict=True)) if len({*pair}) > 1), 0
    )
    one, other = one[begins:], other[begins:]
    return any(one[at:] + one[:at] == other for at in range(1, len(one)))


def _share_stems(first: Worded, second: Worded) -> bool:
    ours, theirs = ({stem.translate(_ALEFS) for stem in one.stems} for one in (first, second))
    most, shared = max(len(ours), len(theirs)), len(ours & theirs)
    # Where each has a word of its own, the second may be other news of the same people.
    lost, new = (any(map(str.isalpha, one)) for one in (ours - theirs, theirs - ours))
    numbered = _has_number(ours ^ theirs)
    fewest = _FEWEST_BESIDE_EXCHANGED if lost and new and not numbered else 0
    share = _SHARED_BESIDE_NUMBER if numbered and shared >= _FEWEST_BESIDE_EXCHANGED else _SHARED
    return most >= _FEWEST_STEMS and shared >= max(fewest, share * most)


def _has_number(stems: set[str]) -> bool:
    """Two hundred is 200 in the other."""
    return any(stem[0].isdigit() for stem in stems)


def _share_pairs(first: Worded, second: Worded, changed: Counter[str]) -> bool:
    """The same characters but for a few, most of them side by side as before."""
    lengths = len(first.words), len(second.words)
    pairs = {*first.stems}, {*second.stems}
    return (
        min(lengths) >= _FEWEST_CHARACTERS
        and changed.total() <= _MOST_CHARACTERS_CHANGED_NEXT
        and not any(len(word) > 1 for word in changed)
        and changed.total() * 100 <= (100 - _LIKE_CHARACTERS_NEXT) * sum(lengths)
        and len(pairs[0] & pairs[1]) >= _SHARED_PAIRS * max(map(len, pairs))
    )


def _are_like_characters(first: Worded, second: Worded, changed: Counter[str]) -> bool:
    if min(len(first.words), len(second.words)) < _FEWEST_CHARACTERS:
        return False
    if changed.total() > _MOST_CHARACTERS_CHANGED or any(len(word) > 1 for word in changed):
        return False
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(first.words, second.words) * 100 >= _LIKE_CHARACTERS
