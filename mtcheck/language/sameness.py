"""Do two sentences say the same, in almost the same words?

Letters alone do not tell: "The first defendant was sentenced to five years" and "The second
defendant ..." differ in one word and are two statements. Numbers, names and the words that
parallel sentences differ in must agree.

The word lists, in `languages/<language>/word-lists.tsv`: `contrasts` (first and second, he and
she), `negations`, `articles` (where nouns have capitals: what follows one is hardly a name).

Scripts that do not part words are compared by characters.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, word_list
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

TOKEN = late_pattern(r"[^\W_]+")
_CHARACTER = late_pattern(r"(?:\.{0,20}+[0-9A-Za-zÀ-ɏ０-９]++)++|[ァ-ヴー]+|[^\W_]")
LIKE = 84
"""From this likeness (percent) on, two sentences with the same names and numbers are one."""

_RATHER_LIKE = 74
_FEWEST_MARKED = 2
_LONGEST_PARALLEL = 14
_MOSTLY_QUOTED = 0.5
_MOSTLY_SHARED = 0.7
_FEWEST_WORDS = 12
_FEWEST_AT_ONCE = 5
_FEWEST_WEIGHTY = 3
_FEWEST_WITHIN = 6
_MOSTLY_WITHIN = 0.9
STEM = 5
_FEWEST_CHARACTERS = 18
_NUMERALS = frozenset("一二三四五六七八九十百千万萬亿億两兩半零〇")


class Worded(NamedTuple):
    """A sentence, its words in small letters, and what its weighty words begin with, each once; in
    scripts that do not part words, its characters, and these by two."""

    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]


def worded(document: Document, span: Span) -> Worded:
    if document.target in CHARACTERS_PER_WORD:
        characters = tuple(map(intern, _CHARACTER.findall(document.folded, *span)))
        pairs = map(intern, map("".join, pairwise(characters)))
        return Worded(span, characters, tuple(dict.fromkeys(pairs)))
    words = tuple(map(intern, TOKEN.findall(document.folded, *span)))
    common = function_words(document.target)
    stems = dict.fromkeys(
        intern(word[:STEM])
        for word in words
        if word not in common and (len(word) > 2 or word.isdigit())
    )
    return Worded(span, words, tuple(stems))


def are_the_same(document: Document, first: Worded, second: Worded) -> bool:
    """Is the second sentence the first one over again, translated a little differently?"""
    if document.target in CHARACTERS_PER_WORD:
        return _are_alike_by_characters(document, first, second)
    return (
        _are_alike(document, first, second)
        or _hold_the_same(document, first, second)
        or _is_within(document, first, second)
    )


def say_the_same_at_once(document: Document, first: Worded, second: Worded) -> bool:
    """Two short sentences that stand side by side and differ in small words alone."""
    if first.words[:2] != second.words[:2] or first.words == second.words:
        return False
    common = function_words(document.target)
    changed = {*first.words} ^ {*second.words}
    weighty = [word for word in second.words if word not in common]
    return (
        min(len(first.words), len(second.words)) >= _FEWEST_AT_ONCE
        and len(set(weighty)) >= _FEWEST_WEIGHTY
        and changed <= common
        and not changed & {*word_list("negations", document.target)}
        and not changed & {*word_list("contrasts", document.target)}
        and is_statement(document, first)
        and is_statement(document, second)
    )


def _are_alike_by_characters(document: Document, first: Worded, second: Worded) -> bool:
    """The same but for a few characters here and there, with the same numbers and Latin or
    katakana names; one stretch exchanged for another may be another name."""
    if min(len(first.words), len(second.words)) < _FEWEST_CHARACTERS:
        return False
    if not all(is_statement(document, sentence) for sentence in (first, second)):
        return False
    lost = Counter(first.words) - Counter(second.words)
    new = Counter(second.words) - Counter(first.words)
    changed = {*lost, *new}
    if any(len(word) > 1 or word.isdigit() or word in _NUMERALS for word in changed):
        return False
    for name in ("contrasts", "negations"):
        if any(word in changed for word in word_list(name, document.target)):
            return False
    from rapidfuzz.distance import Indel

    if Indel.normalized_similarity(first.words, second.words) * 100 < LIKE:
        return False
    stretches = [op for op in Indel.opcodes(first.words, second.words) if op.tag != "equal"]
    return len(stretches) > 2 or not (lost and new)


def _hold_the_same(document: Document, first: Worded, second: Worded) -> bool:
    """Two renderings of one long sentence: in another order, some words exchanged, but with the
    same numbers, names and most other words; one may have a name more."""
    shared = len({*first.stems} & {*second.stems})
    if shared < _MOSTLY_SHARED * max(len(first.stems), len(second.stems)):
        return False
    ours, theirs = marked_words(document, first.span), marked_words(document, second.span)
    more, less = ours - Counter(second.words), theirs - Counter(first.words)
    return (
        min(len(first.words), len(second.words)) >= _FEWEST_WORDS
        and (ours & theirs).total() >= _FEWEST_MARKED
        and not (more and less)
        and (more + less).total() <= 1
        and not any(word[0].isdigit() for word in more + less)
        and all(is_sentence(document, sentence) for sentence in (first, second))
        and not are_parallel(document, first, second)
    )


def _is_within(document: Document, first: Worded, second: Worded) -> bool:
    """Does one say, in the same order, all that the other says, and more? Only of neighbours: an
    article may come back to what it said far above."""
    shorter, longer = sorted((first, second), key=lambda sentence: len(sentence.words))
    if len(shorter.stems) < _FEWEST_WITHIN or len({*shorter.stems} - {*longer.stems}) > 1:
        return False
    if not are_neighbours(document, first.span, second.span):
        return False
    from rapidfuzz.distance import LCSseq

    return (
        LCSseq.similarity(shorter.words, longer.words) >= _MOSTLY_WITHIN * len(shorter.words)
        and not marked_words(document, shorter.span) - Counter(longer.words)
        and all(is_statement(document, sentence) for sentence in (first, second))
        and not are_parallel(document, first, second)
    )


def are_neighbours(document: Document, first: Span, second: Span) -> bool:
    """Do they stand side by side, or does each open a paragraph, one after the other?"""
    blocks = [document.block_index(span.start) for span in (first, second)]
    if blocks[0] == blocks[1]:
        return not document.text[first.end : second.start].strip()
    opens = all(
        span.start == document.blocks[index].text_start
        for span, index in zip((first, second), blocks, strict=True)
    )
    return opens and blocks[1] - blocks[0] == 1


def _are_alike(document: Document, first: Worded, second: Worded) -> bool:
    from rapidfuzz.fuzz import ratio, token_sort_ratio

    one, other = " ".join(first.words), " ".join(second.words)
    likeness = max(ratio(one, other), token_sort_ratio(one, other))
    return (
        likeness >= _RATHER_LIKE
        and _share_names(document, first, second, surely=likeness >= LIKE)
        and all(is_statement(document, sentence) for sentence in (first, second))
        and not are_parallel(document, first, second)
    )


def _share_names(document: Document, first: Worded, second: Worded, *, surely: bool) -> bool:
    """The less alike they are, the more they must have in common."""
    ours, theirs = marked_words(document, first.span), marked_words(document, second.span)
    if ours - Counter(second.words) or theirs - Counter(first.words):
        return False
    openers = {first.words[0], second.words[0]} - function_words(document.target)
    lengths = [sum(map(len, sentence.words)) for sentence in (first, second)]
    return surely or (
        ours.total() >= _FEWEST_MARKED
        and max(lengths) < 1.2 * min(lengths)
        and openers <= set(first.words) & set(second.words)
    )


def marked_words(document: Document, span: Span) -> Counter[str]:
    """Numbers and names."""
    marked: list[str] = []
    before = ""
    articles = word_list("articles", document.target)
    for number, token in enumerate(TOKEN.finditer(document.text, *span)):
        word = token.group()
        if word[0].isdigit() or (number and word[0].isupper() and before not in articles):
            marked.append(word.lower())
        before = word.lower()
    return Counter(marked)


def is_sentence(document: Document, sentence: Worded) -> bool:
    """No question, no line without a full stop."""
    end = sentence.span.end
    return "?" not in document.text[end - 2 : end] and not document.text[end - 1].isalnum()


def is_statement(document: Document, sentence: Worded) -> bool:
    """A sentence, and no quotation: lead and body may both quote."""
    if not is_sentence(document, sentence):
        return False
    start, end = sentence.span
    quoted = 0
    for quotation in document.quotations_over(start, end):
        quoted += min(quotation.end, end) - max(quotation.start, start)
        if quoted > _MOSTLY_QUOTED * (end - start):
            return False
    return True


def are_parallel(document: Document, first: Worded, second: Worded) -> bool:
    """Do they differ just in what parallel sentences differ in?"""
    lost = Counter(first.words) - Counter(second.words)
    new = Counter(second.words) - Counter(first.words)
    contrasts = word_list("contrasts", document.target)
    if not lost.keys().isdisjoint(contrasts) and not new.keys().isdisjoint(contrasts):
        return True
    if not {*lost, *new}.isdisjoint(word_list("negations", document.target)):
        return True
    if lost.total() != 1 or new.total() != 1:
        return False
    (one,), (other,) = lost, new
    if one[:2] == other[:2] or not {one, other}.isdisjoint(function_words(document.target)):
        return False
    # One word for another: a synonym, or the second of two statements?
    together = document.block_index(first.span.start) == document.block_index(second.span.start)
    return together or len(second.words) <= _LONGEST_PARALLEL
