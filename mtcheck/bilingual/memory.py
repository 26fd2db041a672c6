"""What a run has seen so far: how each sentence of a source was first rendered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.renderings import Sentence, long_sentences

if TYPE_CHECKING:
    from mtcheck.document import Document


class Earlier(NamedTuple):
    """place: file and id of the article; text: its rendering; words: the same, to compare."""

    place: str
    text: str
    words: str


class EarlierRenderings:
    """For one document: by the key of a sentence of its source, how an earlier article renders it
    otherwise."""

    def __init__(self, by_key: Mapping[str, Earlier]) -> None:
        self._by_key = by_key

    def other_renderings(self, document: Document) -> Iterator[tuple[Sentence, Earlier]]:
        """Sentences of the document that an earlier article renders otherwise."""
        for sentence in long_sentences(document):
            earlier = self._by_key.get(sentence.key)
            if earlier and earlier.words != sentence.words:
                yield sentence, earlier


class RunMemory:
    """The renderings of the articles of a run, in order. A pair of languages is one memory."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str], Earlier] = {}

    def add(self, document: Document, sentences: Iterable[Sentence], place: str) -> None:
        """Remember what the document renders first. sentences: its `long_sentences`."""
        for sentence in sentences:
            text = document.text[slice(*sentence.target)]
            self._seen.setdefault(_key(document, sentence), Earlier(place, text, sentence.words))

    def otherwise(self, document: Document, sentences: Iterable[Sentence]) -> dict[str, Earlier]:
        """What `EarlierRenderings` of the document is made of; {} for nearly all."""
        found: dict[str, Earlier] = {}
        for sentence in sentences:
            earlier = self._seen.get(_key(document, sentence))
            if earlier and earlier.words != sentence.words:
                found[sentence.key] = earlier
        return found


def _key(document: Document, sentence: Sentence) -> tuple[str, str, str]:
    return document.source.target if document.source else "", document.target, sentence.key
