"""Does a stretch of words hold a finite verb?

A verb is finite when it carries the clause: "said", "is", "didn't", but not "saying" or
"to say". Czech l-participles, Russian short participles and Russian and Polish predicatives
("можно", "trzeba") count as finite, because they carry a clause there without any other verb.

The model is one logistic regression per token. Each feature (the word, its endings and
beginnings, its shape, its two neighbours on either side) belongs to one word alone, so a word
casts six votes, whole numbers that depend on nothing but the word: as the token itself, first
in the sentence or later, and as the neighbour at -2, -1, +1 and +2. A token's score is the sum
of the votes for it, the sentence's score is that of its best token, and one logistic curve makes
a probability of it. Votes are remembered, so that text costs little more than a dictionary
lookup a word.

The tables are made by `benchmarks/finite_verbs/train.py` from Universal Dependencies
treebanks; the measured quality is in `benchmarks/finite_verbs/README.md`.
"""

from __future__ import annotations

import math
import struct
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.language.data import FOLDER, listed_words
from mtcheck.patterns import late_pattern

STRICT = 0.1
"""Below it, half a percent of real short clauses is flagged: for "this is a fragment"."""
BALANCED = 0.5
"""Below it, two percent of real short clauses is flagged: for a test with other evidence."""

_LIKELY = 0.6
"""What a word with the ending of a verb is worth, where endings are all that is known."""

HEADER = struct.Struct("<4sBxxxdd")
"""Magic, log2 of the number of buckets, then gain and bias of the logistic curve. The rest
of the file is the weights, one signed byte a bucket, deflated."""
MAGIC = b"FVT1"

_SENTENCE_START, _SENTENCE_END = "<s>", "</s>"
_JOINTS = late_pattern(r"['-]")
_UNIFORM_JOINTS = str.maketrans({"’": "'", "‐": "-"})
_REMEMBERED_WORDS = 1 << 16


class Votes(NamedTuple):
    """What a word says about a token: about itself, or from a place beside that token."""

    as_first_word: int
    as_later_word: int
    two_before: int
    one_before: int
    one_after: int
    two_after: int


class Table(NamedTuple):
    """The votes of all words of a language and the curve that makes probabilities of them."""

    votes: Callable[[str], Votes]
    gain: float
    bias: float


def has_table(language: str) -> bool:
    """Whether `finite_verb_probability` can judge `language` (a primary subtag, "en")."""
    return language.isalpha() and _table_path(language).is_file()


def finite_verb_probability(words: Sequence[str], language: str) -> float | None:
    """How sure it is, from 0 to 1, that `words` hold a finite verb.

    `words` are the surface tokens of one sentence or fragment in order and in their own case,
    as `mtcheck.language.words.TOKEN` finds them: a word with its inner apostrophes and hyphens
    is one token ("didn't", "l'homme", "a-t-il"), so are a number and each mark of punctuation.
    Final punctuation is evidence too, so leave it in. `language` is the primary subtag.

    The value is calibrated alike in every language: below `STRICT` lies 0.5 %, below `BALANCED`
    2 % of real short clauses (those of at most 12 words, the hardest). None means that there is
    no table for the language, 0 that there are no words. Where only `finite-endings.txt` is
    known, the answer is 0 (nothing looks like a verb) or `_LIKELY`.
    """
    table = _table(language)
    if table is None:
        return _by_endings(words, language)
    if not words:
        return 0.0
    return _logistic(table.gain * max(_token_scores(words, table.votes)) + table.bias)


def _by_endings(words: Sequence[str], language: str) -> float | None:
    forms, endings, false_forms, false_endings = _verb_forms(language)
    if not forms:
        return None
    for word in words:
        lower = word.lower().translate(_UNIFORM_JOINTS)
        if lower in forms:
            return _LIKELY
        looks_so = lower.endswith(endings) and not lower.endswith(false_endings)
        if looks_so and lower not in false_forms:
            return _LIKELY
    return 0.0


@cache
def _verb_forms(
    language: str,
) -> tuple[frozenset[str], tuple[str, ...], frozenset[str], tuple[str, ...]]:
    """Words and endings of finite verbs, then those that only look so."""
    listed = listed_words(language, "finite-endings")
    false = {entry[1:] for entry in listed if entry[0] == "!"}
    true = {entry for entry in listed if entry[0] != "!"}
    return (
        frozenset(entry for entry in true if entry[0] != "-"),
        tuple(sorted(entry[1:] for entry in true if entry[0] == "-")),
        frozenset(entry for entry in false if entry[0] != "-"),
        tuple(sorted(entry[1:] for entry in false if entry[0] == "-")),
    )


def feature_buckets(word: str, bits: int) -> tuple[list[int], ...]:
    """The buckets of a word's features in a table of 2**bits, one list for each of `Votes`."""
    return tuple(
        [zlib.crc32(name.encode("utf-8", "surrogatepass")) & ((1 << bits) - 1) for name in names]
        for names in _feature_names(word)
    )


def padded(words: Sequence[str]) -> list[str]:
    """`words` with the two neighbours that every token needs on either side."""
    return [_SENTENCE_START] * 2 + list(words) + [_SENTENCE_END] * 2


def first_word_index(words: Sequence[str]) -> int:
    """Where the sentence's first real word stands: its capital says nothing. -1: nowhere."""
    return next((index for index, word in enumerate(words) if word[:1].isalpha()), -1)


@cache
def _table(language: str) -> Table | None:
    if not has_table(language):
        return None
    content = _table_path(language).read_bytes()
    magic, bits, gain, bias = HEADER.unpack_from(content)
    if magic != MAGIC:
        raise ValueError(f"{_table_path(language)} is not a table of finite verbs")
    weights = array("b", zlib.decompress(content[HEADER.size :]))

    @lru_cache(maxsize=_REMEMBERED_WORDS)
    def votes(word: str) -> Votes:
        return Votes(*(sum(weights[b] for b in role) for role in feature_buckets(word, bits)))

    return Table(votes, gain, bias)


def _table_path(language: str) -> Path:
    return FOLDER / language / "finite-verbs.bin"


def _token_scores(words: Sequence[str], votes: Callable[[str], Votes]) -> Iterator[int]:
    cast = [votes(word) for word in padded(words)]
    first = first_word_index(words)
    for index in range(len(words)):
        own = cast[index + 2]
        yield (
            (own.as_first_word if index == first else own.as_later_word)
            + cast[index].two_before
            + cast[index + 1].one_before
            + cast[index + 3].one_after
            + cast[index + 4].two_after
        )


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))


def _feature_names(word: str) -> tuple[list[str], ...]:
    shape = _shape(word)
    lower = word.lower().translate(_UNIFORM_JOINTS)
    parts = _JOINTS.split(lower) if len(lower) > 1 else [lower]
    joined = [f"a{parts[0]}", f"z{parts[-1]}"] if len(parts) > 1 else []
    own = [f"w{lower}", *_endings(lower), *_beginnings(lower), *joined]
    if len(parts) > 1:
        own += [name for part in parts for name in (f"w{part}", f"s{part[-3:]}")]
    near = [f"w{lower}", f"s{lower[-2:]}", f"t{lower[-3:]}", f"h{shape}", *joined]
    far = [f"w{lower}", f"t{lower[-3:]}", *joined]
    return (
        [*own, f"h{shape}1"],
        [*own, f"h{shape}0"],
        [f"-2{name}" for name in far],
        [f"-1{name}" for name in near],
        [f"+1{name}" for name in near],
        [f"+2{name}" for name in far],
    )


def _endings(lower: str) -> list[str]:
    return [f"s{lower[-size:]}" for size in range(1, 6) if len(lower) > size or size == 1]


def _beginnings(lower: str) -> list[str]:
    return [f"p{lower[:size]}" for size in range(1, 4) if len(lower) > size]


def _shape(word: str) -> str:
    if not word[:1].isalnum():
        return word if len(word) == 1 else "other"
    if word[0].isdigit():
        return "digits"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "initial"
    return "title" if word[1:].islower() else "mixed"
