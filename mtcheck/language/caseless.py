"""Paragraphs and sentences torn apart, in scripts without capital letters.

In Arabic, Chinese and Japanese no small letter shows that a sentence goes on. What shows it: the
word or comma at which a paragraph stops, the word with which the next one begins, and the habit of
the article, whose other paragraphs all end in a mark.

The word lists, a phrase a line, of each such language: `never-last.txt` (what ends no paragraph;
in scripts without spaces the last characters), `never-first.txt` (what opens none, each line with
the longer forms that do),
`torn-pieces.txt` (whole sentences that are a torn-off piece: phrases in the notation of
`mtcheck.phrase`), `torn-patterns.txt` (the same, as regular expressions).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_lines, word_list
from mtcheck.language.words import CHARACTERS_PER_WORD, count_words
from mtcheck.patterns import late_pattern
from mtcheck.phrase import parsed_phrase

if TYPE_CHECKING:
    from mtcheck.document import Block, Document, Span

_CLOSED = late_pattern(r"[.!?…:;。！？؟؛；：।|｜%％€$£*)\]）】］〉》”»」』\"'’“‘›＞>～~♪／/]$|\d$")
_COMMA = late_pattern(r"[,，、،]$")
_INNER_COMMA = late_pattern(r"[，、،]")
_NO_PROSE = late_pattern(r"[：:|｜＝=／/●■◆▼▲★☆©@#]|https?|www\.|[^\W\d_]、[^\W\d_]+、[^\W\d_]+$")
_LABEL = late_pattern(r"[:：|｜]")
_FEWEST_WITNESSES = 3
_ENDED_SHARE = 0.7
_FEWEST_BESIDE_WORD = 1
_FEWEST_BESIDE_CLAUSE = 2
_WITNESS = 8
_SHORTEST_OPEN = 7
_SHORTEST_REST = 3
_SHORTEST_END = 2
_SHORTEST_CLAUSE = 12
_LONGER_LONE_CLAUSE = 20
_LONGEST_LINE_BELOW = 9
_FIRST_PARAGRAPH = 2
_SHORTEST_WHOLE = 3
_LONGEST_PIECE = 48
_LONGEST_PATTERNED = 70
_LONGEST_END = 10
_NEW_SENTENCE = ("و", "كما ", "حيث ", "لا ")
_STOPS = "。."
_END_MARKS = "。.！!？?"


def is_caseless(language: str) -> bool:
    """Is the language written without capitals, and are its word lists there?"""
    return bool(listed_lines(language, "never-first"))


def words_of(document: Document, start: int, end: int) -> int:
    return count_words(document.text[start:end], document.target)


def is_closed(document: Document, block: Block) -> bool:
    end = block.end
    return _CLOSED.search(document.text, max(block.start, end - 2), end) is not None or (
        document.in_link(end - 1, end)
    )


def _ends_a_sentence(document: Document, block: Block) -> bool:
    """Does it end in a mark, or its first sentence, where a line of the page follows this one?"""
    first = document.sentences_of(block)[0]
    return is_closed(document, block) or document.text[first.end - 1] in _END_MARKS


def is_broken(document: Document, above: Block, below: Block) -> bool:
    """Does the paragraph above stop in the middle of a sentence that the one below ends?"""
    if {above.kind, below.kind} != {"paragraph"} or is_closed(document, above):
        return False
    if words_of(document, above.start, above.end) < _SHORTEST_OPEN:
        return False
    if not _ends_a_sentence(document, below):
        return False
    is_one_word = words_of(document, below.start, below.end) < _SHORTEST_END
    if is_one_word and document.text[below.end - 1] not in _STOPS:
        return False
    if _is_line_of_many(document, above):
        return False
    stops, opens = _stops_short(document, above), _opens_inside(document, below)
    has_comma = _COMMA.search(document.text, above.start, above.end) is not None
    if (stops and not has_comma) or opens:
        return True
    if not _ends_elsewhere(document, above, *_witnesses_asked(document)):
        return False
    if document.text.startswith(_NEW_SENTENCE, below.start):
        return False
    if has_comma:
        return not document.is_sentence_a_paragraph
    # A deck under the headline has no full stop.
    return document.block_index(above.start) >= _FIRST_PARAGRAPH and _is_long_clause(
        document, above, _LONGER_LONE_CLAUSE
    )


def is_cut_off(document: Document, index: int) -> bool:
    """Does the article's last paragraph stop before its sentence ends?"""
    block = document.blocks[index]
    if block.kind != "paragraph" or is_closed(document, block) or index < 2:
        return False
    if _has_no_sentence(document, block) or not _is_last_prose(document, index):
        return False
    if words_of(document, block.start, block.end) < _SHORTEST_OPEN:
        return False
    if _stops_short(document, block):
        return _ends_elsewhere(document, block, fewest=_FEWEST_BESIDE_WORD, share=0.0)
    if _ends_elsewhere(document, block, *_witnesses_asked(document)):
        return _is_long_clause(document, block, _SHORTEST_CLAUSE)
    return (
        _is_long_clause(document, block, _LONGER_LONE_CLAUSE)
        and _INNER_COMMA.search(document.text, block.start, block.end) is not None
        and _ends_elsewhere(document, block, fewest=_FEWEST_BESIDE_CLAUSE, share=1.0)
    )


def _is_last_prose(document: Document, index: int) -> bool:
    """Is it the last paragraph, or do only short lines of the page stand below it?"""
    return all(
        words_of(document, below.start, below.end) < _LONGEST_LINE_BELOW
        and not is_closed(document, below)
        and not _opens_inside(document, below)
        for below in document.blocks[index + 1 :]
    )


def end_of_piece(document: Document, block: Block) -> int:
    """Where the last words of a paragraph begin: after its last mark, or a few characters back."""
    text = document.text
    if document.target not in CHARACTERS_PER_WORD:
        tail = text[block.start : block.end].rsplit(maxsplit=1)[-1]
        return block.end - len(tail)
    at = block.end - 1
    while at > max(block.start, block.end - _LONGEST_END) and text[at - 1].isalnum():
        at -= 1
    return at


def start_of_piece(document: Document, block: Block) -> int:
    """Where the first words of a paragraph end."""
    text = document.text
    at = block.start + 1
    stop = min(block.end, block.start + _LONGEST_END)
    while at < stop and text[at].isalnum():
        at += 1
    return at


def torn_by_list(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence before it) of each sentence that is nothing but a listed piece."""
    if not listed_lines(document.target, "torn-pieces"):
        return
    for block in document.blocks:
        if block.kind != "paragraph":
            continue
        sentences = document.sentences_of(block)
        for (whole, piece), after in zip_longest(pairwise(sentences), sentences[2:]):
            is_one_of_many = after is not None and words_of(document, *after) < _SHORTEST_END
            if is_one_of_many:
                continue  # The leader. His wife.
            if _is_listed_piece(document, piece) and _is_whole(document, whole):
                yield piece, whole
    for above, below in pairwise(document.blocks):
        span = document.sentences_of(below)[0]
        if (
            {above.kind, below.kind} == {"paragraph"}
            and span == (below.start, below.end)
            and document.text[span.end - 1] in _END_MARKS
            and _is_listed_piece(document, span)
            and _is_whole(document, document.sentences_of(above)[-1])
        ):
            yield span, document.sentences_of(above)[-1]


def torn_by_pattern(document: Document) -> Iterator[tuple[Span, Span, bool]]:
    """(the piece, the sentence before it, is it sure) by the patterns of `torn-patterns.txt`; what
    is not sure may also be meant so, and is torn only where the text is a translation."""
    sure, likely = _torn_patterns(document.target)
    if sure is None or likely is None:
        return
    for above, block in zip((None, *document.blocks), document.blocks, strict=False):
        if block.kind != "paragraph":
            continue
        sentences = document.sentences_of(block)
        if len(sentences) == 1 and above is not None and above.kind == "paragraph":
            sentences = (document.sentences_of(above)[-1], *sentences)
        for whole, piece in pairwise(sentences):
            end = piece.end - 1
            if (
                document.text[end] not in "。."
                or end - piece.start > _LONGEST_PATTERNED
                or document.quotations_around(*piece)
                or not _is_whole(document, whole)
            ):
                continue
            is_sure = sure.fullmatch(document.text, piece.start, end) is not None
            if is_sure or likely.fullmatch(document.text, piece.start, end) is not None:
                yield piece, whole, is_sure


@cache
def _torn_patterns(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    lines = listed_lines(language, "torn-patterns")
    sure = [line for line in lines if not line.startswith("? ")]
    likely = [line.removeprefix("? ") for line in lines if line.startswith("? ")]
    if not lines:
        return None, None
    return re.compile("|".join(sure)), re.compile("|".join(likely))


def _is_listed_piece(document: Document, span: Span) -> bool:
    end = span.end
    if end - span.start > _LONGEST_PIECE:
        return False
    is_ended = document.text[end - 1] in "。."
    if not is_ended and end != document.blocks[-1].end:
        return False
    if document.quotations_around(*span):
        return False
    return any(
        parsed_phrase(line, document.target).regex.fullmatch(
            document.text, span.start, end - is_ended
        )
        for line in listed_lines(document.target, "torn-pieces")
    )


def _is_whole(document: Document, span: Span) -> bool:
    """A plain sentence of some length, no question and no quotation that asks for an answer."""
    last = document.text[span.end - 1]
    return last in "。." and words_of(document, *span) >= _SHORTEST_WHOLE


def _stops_short(document: Document, block: Block) -> bool:
    text, language = document.text, document.target
    if _COMMA.search(text, max(block.start, block.end - 1), block.end):
        return True
    ends = _never_last(language)
    if language in CHARACTERS_PER_WORD:
        return text[max(block.start, block.end - 12) : block.end].endswith(ends)
    words = text[block.start : block.end].rsplit(maxsplit=3)
    return words[-1] in ends or _has_just_opened(words, language)


def _has_just_opened(words: list[str], language: str) -> bool:
    """A comma, a word that opens a clause, and a word or two: ", ancak sonuçlar"."""
    openers = word_list("clause-openers", language)
    return any(
        words[at] in openers and words[at - 1].endswith((",", "،"))
        for at in (-2, -3)
        if -at < len(words)
    )


def _opens_inside(document: Document, block: Block) -> bool:
    text, language = document.text, document.target
    rows = map(str.split, listed_lines(language, "never-first"))
    if language not in CHARACTERS_PER_WORD:
        return text[block.start : block.end].split(maxsplit=1)[0] in {row[0] for row in rows}
    return any(
        text.startswith(first, block.start) and not text.startswith(tuple(innocent), block.start)
        for first, *innocent in rows
    )


@cache
def _never_last(language: str) -> tuple[str, ...]:
    return tuple(word for line in listed_lines(language, "never-last") for word in line.split())


def _is_long_clause(document: Document, block: Block, shortest: int) -> bool:
    """Has it sentences before its open end, or is it long and has a comma, as no caption has?"""
    last = document.sentences_of(block)[-1]
    long = words_of(document, *last)
    if last.start > block.start:
        return long >= _SHORTEST_REST
    if _has_no_sentence(document, block):
        return False
    if document.target not in CHARACTERS_PER_WORD:
        return long >= _SHORTEST_CLAUSE
    return long >= shortest and _INNER_COMMA.search(document.text, *last) is not None


def _has_no_sentence(document: Document, block: Block) -> bool:
    return _NO_PROSE.search(document.text, block.start, block.end) is not None


def _witnesses_asked(document: Document) -> tuple[int, float]:
    """Where each paragraph is one sentence, a headline of another article may stand among them:
    then all must end in a mark. So they must where a forgotten full stop is common (Arabic)."""
    if document.is_sentence_a_paragraph or document.target not in CHARACTERS_PER_WORD:
        return 4, 1.0
    return _FEWEST_WITNESSES, _ENDED_SHARE


def _ends_elsewhere(
    document: Document, block: Block, fewest: int = _FEWEST_WITNESSES, share: float = _ENDED_SHARE
) -> bool:
    """Do the article's other paragraphs end in a mark?"""
    witnesses = [
        is_ended
        for other in document.blocks
        if other.kind == "paragraph"
        and other != block
        and words_of(document, other.start, other.end) >= _WITNESS
        and ((is_ended := is_closed(document, other)) or _may_be_prose(document, other))
    ]
    return sum(witnesses) >= max(fewest, len(witnesses) * share)


def _may_be_prose(document: Document, block: Block) -> bool:
    """Neither a labelled line (Read also: ...) nor the last one, which may be cut off."""
    label = _LABEL.search(document.text, block.start, block.end)
    return label is None and block.start not in (
        document.blocks[1].start,  # the headline again, or a deck
        document.blocks[-1].start,
    )


def _is_line_of_many(document: Document, block: Block) -> bool:
    """One of several lines without a mark: a list or a poem."""
    index = document.block_index(block.start)
    near = document.blocks[max(0, index - 2) : index] + document.blocks[index + 1 : index + 3]
    return sum(not is_closed(document, other) for other in near if other.kind != "headline") > 1
