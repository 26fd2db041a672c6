"""A word that stands twice in one clause in other ways than side by side.

Two kinds: an auxiliary that comes again a few words later ("werd de werkweek werd ingevoerd"),
and one word in two forms side by side ("российские российских").

The word lists, in `languages/<language>/word-lists.tsv`: `clause-verbs` (forms of the verbs that a
clause has once), `subordinators` (words behind which another clause may stand, and those that
join two verbs), `inflections` (endings of adjectives and nouns of one declension).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words, word_list
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document, Span

_TOKEN = late_pattern(r"[^\W_]+(?:[’'‐-][^\W_]+)*|[^\w\s]")
_LONGEST_GAP = 5
_VERB_SECOND = frozenset(("de", "nl", "sv"))
_SHORTEST_STEM = 5
_LONGEST_ENDING = 3


def auxiliaries_again(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """The second of two like auxiliaries of one clause, the words between them told by no mark,
    conjunction or relative."""
    verbs = _words("clause-verbs", document.target)
    if not verbs:
        return
    words = document.folded[block.text_start : block.end].split()
    if not any(words.count(verb) > 1 for verb in verbs.intersection(words)):
        return
    for sentence in document.sentences_of(block):
        yield from _auxiliaries_again(document, sentence, verbs)


def _auxiliaries_again(
    document: Document, sentence: Span, verbs: frozenset[str]
) -> Iterator[tuple[int, int]]:
    joins = _words("subordinators", document.target)
    seen: dict[str, int] = {}
    for number, token in enumerate(_TOKEN.finditer(document.folded, *sentence)):
        word = token.group()
        head, apostrophe, _ = word.replace("’", "'").partition("'")
        if not word[0].isalnum():
            seen.clear()
        elif word in joins or (apostrophe and f"{head}'" in joins):
            seen.clear()
            seen[""] = number  # a clause that depends on another may stand before the verb of that
        elif word in verbs and number:
            if number == 1 and document.target in _VERB_SECOND:
                seen.pop("", None)  # Toen werd de week ...: an adverb here
            gap = number - seen.get(word, number) - 1
            if 1 < gap <= _LONGEST_GAP and "" not in seen:
                yield token.span()
            seen[word] = number


def one_word_in_two_forms(document: Document, block: Block) -> Iterator[tuple[int, int]]:
    """Two words side by side that differ in nothing but the ending of their declension."""
    endings = _words("inflections", document.target)
    if not endings:
        return
    words = document.folded[block.text_start : block.end].split()
    if not any(
        first[:_SHORTEST_STEM] == second[:_SHORTEST_STEM] and len(first) > _SHORTEST_STEM
        for first, second in pairwise(words)
    ):
        return
    before = None
    for token in _TOKEN.finditer(document.text, block.text_start, block.end):
        if before and _are_forms(before.group(), token.group(), endings, document.target):
            yield before.start(), token.end()
        before = token


def _are_forms(first: str, second: str, endings: frozenset[str], language: str) -> bool:
    if first == second or not second.islower() or not first[1:].islower():
        return False
    first = first.lower()
    common = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        common += 1
    longest = max(len(first), len(second)) - common
    if common < _SHORTEST_STEM or longest > _LONGEST_ENDING or second in function_words(language):
        return False
    return {first[common:], second[common:]} <= endings


@cache
def _words(name: str, language: str) -> frozenset[str]:
    return frozenset(word.replace("0", "") for word in word_list(name, language))
