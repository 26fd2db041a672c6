"""What of the source stands in the target as it was: sentences and words that nobody translated.

Names, numbers, links and what both languages print are left aside: they are rightly the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words
from mtcheck.language.foreign_words import own_words
from mtcheck.language.mentions import is_mention, is_set_apart
from mtcheck.language.scripts import CYRILLIC, LATIN
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_WORD = late_pattern(rf"[{LATIN}]+|[{CYRILLIC}]+|[^\W\d_{LATIN}{CYRILLIC}]+")
_IDEOGRAPHS = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff\u0600-\u06ff\uac00-\ud7a3]")
_FEWEST_WORDS, _FEWEST_SMALL, _FEWEST_IDEOGRAPHS = 4, 3, 7
_LONGEST_COMPARED = 400
_ALIKE = 92
_NEARLY = 0.85
_NO_LATIN = ("ru", "uk", "bg", "zh", "ja", "ko", "ar", "el", "he", "th")
_SHORTEST_WORD = 4
_RUN = 3
_FEWEST_TITLES = 3
_PIECE = late_pattern(r"[,;:]")
_NAME_BEFORE = late_pattern(r"[-‐‑./@_\d'’!&(（]$|[A-Za-z.] $")
_NAME_AFTER = late_pattern(r"[-‐‑./@_\d'’&)）]|\s?[(（]| [A-Z]")


def copied_sentences(document: Document) -> Iterator[tuple[Span, Span]]:
    """(sentence of the target, sentence of the source) where the two are the same words."""
    source = document.source
    if source is None or source.target == document.target:
        return
    shared = document.vocabulary & source.vocabulary
    if sum(map(str.islower, shared)) < _FEWEST_SMALL and not _IDEOGRAPHS.search(source.text):
        return
    originals = {_key(source, span): span for span in reversed(source.sentences)}
    for span in document.sentences:
        if not _is_prose(document, span):
            continue
        original = originals.get(_key(document, span)) or _nearly_same(document, span)
        if original and not source.is_foreign(original):
            yield span, original


def _key(document: Document, span: Span) -> str:
    return " ".join(_WORD.findall(document.folded[span.start : span.end]))


def _is_prose(document: Document, span: Span) -> bool:
    """A list of names, a result or a title may stay as it is."""
    text = document.text[span.start : span.end]
    words = _WORD.findall(text)
    if len(_IDEOGRAPHS.findall(text)) >= _FEWEST_IDEOGRAPHS:
        return True
    if _is_list_of_titles(text):
        return False
    small = [word for word in words if word[0].islower()]
    return len(words) >= _FEWEST_WORDS and len(small) >= _FEWEST_SMALL


def _is_list_of_titles(text: str) -> bool:
    """Let it be, All you need is love, Here comes the sun: each piece begins with a capital."""
    pieces = [piece.strip() for piece in _PIECE.split(text) if piece.strip(" .")]
    return len(pieces) >= _FEWEST_TITLES and all(piece[0].isupper() for piece in pieces)


def _nearly_same(document: Document, span: Span) -> Span | None:
    """The source's sentence beside this one, where only a name or a mark differs."""
    source = document.source
    assert source is not None
    starts = document.bead_starts
    bead = document.beads[max(0, bisect_right(starts, span.start) - 1)] if starts else None
    if bead is None or bead.is_addition or span.end - span.start > _LONGEST_COMPARED:
        return None
    near = source.sentence_at(bead.source.start)
    if not _NEARLY <= (near.end - near.start) / (span.end - span.start) <= 1 / _NEARLY:
        return None
    theirs = source.vocabulary
    words = set(_WORD.findall(document.plain[span.start : span.end]))
    if len(words & theirs) < 0.7 * len(words):
        return None
    from rapidfuzz.fuzz import ratio

    key = _key(document, span)
    return near if ratio(key, _key(source, near), score_cutoff=_ALIKE) else None


def copied_words(document: Document) -> Iterator[tuple[int, int]]:
    """Words of the source in a target of another script, and runs of its words, function words
    among them, in one of the same: start and end."""
    source = document.source
    if source is None or source.target == document.target:
        return
    if document.target in _NO_LATIN:
        yield from _latin_words(document, source)
    else:
        yield from _runs(document, source)


def _latin_words(document: Document, source: Document) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(document.text):
        word = found[0]
        if not word.isascii() or not word.islower() or len(word) < _SHORTEST_WORD:
            continue
        start, end = found.span()
        if (
            word in source.vocabulary
            and not _NAME_BEFORE.search(document.text, max(0, start - 2), start)
            and not _NAME_AFTER.match(document.text, end)
            and _is_plain(document, start, end)
        ):
            yield start, end


def _runs(document: Document, source: Document) -> Iterator[tuple[int, int]]:
    """Three words and more that follow one another in both texts, in small letters, one of them a
    function word of the source that the target has not."""
    telling = function_words(source.target) - own_words(document.target)
    candidates = telling & document.vocabulary & source.vocabulary
    if not candidates:
        return
    theirs = _trigrams(source)
    words = list(_WORD.finditer(document.plain))
    index = 0
    while index + _RUN <= len(words):
        length = _run_at(words, index, theirs)
        if length >= _RUN and candidates & {w[0] for w in words[index : index + length]}:
            start, end = words[index].start(), words[index + length - 1].end()
            if _is_plain(document, start, end):
                yield start, end
        index += max(1, length)


def _trigrams(document: Document) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(document.plain)
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _run_at(words: list[re.Match[str]], index: int, theirs: frozenset[tuple[str, ...]]) -> int:
    """How many words from here on are the source's, in small letters and in one stretch."""
    length = 0
    while index + length + _RUN <= len(words):
        three = tuple(word[0] for word in words[index + length : index + length + _RUN])
        if three not in theirs or not all(map(str.islower, three)):
            break
        length += 1
    return length + _RUN - 1 if length else 0


def _is_plain(document: Document, start: int, end: int) -> bool:
    return not (
        document.is_quoted(start, end)
        or document.in_link(start, end)
        or is_set_apart(document, start, end)
        or is_mention(document, start, end, 1)
    )
