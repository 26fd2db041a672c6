"""What a run has seen so far: how each sentence of a source was first rendered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.renderings import Sentence, long_sentences

if TYPE_CHECKING:
    from mtcheck.document import Document


class Earlier(NamedTuple):
    """place: file and id of the article; text: its rendering; words: the same, to compare."""

    place: str
    text: str
    words: str


class RunMemory:
    """The renderings of the articles of a run, in order. A pair of languages is one memory."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str], Earlier] = {}

    def add(self, document: Document, place: str) -> None:
        """Remember what the document renders first."""
        for sentence in long_sentences(document):
            text = document.text[slice(*sentence.target)]
            self._seen.setdefault(_key(document, sentence), Earlier(place, text, sentence.words))

    def other_renderings(self, document: Document) -> Iterator[tuple[Sentence, Earlier]]:
        """Sentences of the document that an earlier article renders otherwise."""
        for sentence in long_sentences(document):
            earlier = self._seen.get(_key(document, sentence))
            if earlier and earlier.words != sentence.words:
                yield sentence, earlier


def _key(document: Document, sentence: Sentence) -> tuple[str, str, str]:
    return document.source.target if document.source else "", document.target, sentence.key
