"""All passages of an article that were left in another language, found once for all rules."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mtcheck.language.foreign_words import foreign_words_of, has_word_lists
from mtcheck.language.passages import Passage, passages_by_words
from mtcheck.language.strange_scripts import passages_by_script
from mtcheck.language.whole_language import other_language

if TYPE_CHECKING:
    from mtcheck.document import Document


def untranslated_passages(document: Document) -> tuple[Passage, ...]:
    """In order of the text; none where the whole article is in another language. Sentences that
    follow one another in a block are one passage."""
    found = [*passages_by_script(document)]
    if has_word_lists(document.target) and foreign_words_of(document.vocabulary, document.target):
        found += passages_by_words(document)
    if not found or other_language(document) is not None:
        return ()
    return tuple(_merged(document, _apart(found)))


def _apart(passages: list[Passage]) -> list[Passage]:
    """Of passages that overlap, the first and longest."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda passage: (passage.start, -passage.end)):
        if not kept or passage.start >= kept[-1].end:
            kept.append(passage)
    return kept


def _merged(document: Document, passages: list[Passage]) -> list[Passage]:
    result: list[Passage] = []
    for (kind, _), group in groupby(
        passages, key=lambda passage: (passage.kind, document.block_index(passage.start))
    ):
        for passage in group:
            if (
                kind == "sentence"
                and result
                and result[-1].kind == "sentence"
                and document.block_index(result[-1].start) == document.block_index(passage.start)
                and not document.text[result[-1].end : passage.start].strip()
            ):
                result[-1] = result[-1]._replace(end=passage.end)
            else:
                result.append(passage)
    return result
