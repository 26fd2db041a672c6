"""Real, clean articles to plant artifacts in."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.evidence.corpus import read_corpus
from mtcheck.document import Document
from mtcheck.language.quotations import Quotation

SOURCES = ("en", "fr", "es", "de", "it", "pt", "ru", "uk", "ar", "zh", "ja", "pl", "tr")
_SHORTEST, _LONGEST = 4, 40
_HEADLINE_END = re.compile(r"[.!;:,]$")


@dataclass(frozen=True)
class Article:
    """A headline and paragraphs of one article, written or translated by people.

    others: headlines of other articles in the language.
    parallel: the same article, segment by segment, in other languages, where the data have it.
    """

    id: str
    language: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    parallel: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return join(self.paragraphs)

    @property
    def document(self) -> Document:
        return Document(self.text, self.language)

    def quotations(self, least_words: int = 2) -> list[Quotation]:
        """The quotations in double marks of some length that hold no other."""
        document = self.document
        found = [q for q in document.quotations if not q.is_single]
        return [
            quotation
            for quotation in found
            if len(self.text[slice(*quotation.inner)].split()) >= least_words
            and not any(
                q != quotation and quotation.start <= q.start < quotation.end for q in found
            )
        ]


def join(paragraphs: tuple[str, ...] | list[str]) -> str:
    return "\n\n".join(paragraphs)


def clean_articles(data: Path, language: str) -> list[Article]:
    """All articles of the language that have a headline and paragraphs, in a fixed order."""
    found = [
        (text.id, tuple(text.text.split("\n\n")))
        for text in read_corpus(data, language)
        if text.is_article and text.kind in ("original", "human_translation")
    ]
    whole = [(name, paragraphs) for name, paragraphs in found if _is_whole(paragraphs)]
    headlines = tuple(paragraphs[0] for _, paragraphs in whole)
    Random(0).shuffle(whole)
    parallel = _parallel(data)
    return [
        Article(name, language, paragraphs, headlines, parallel.get(_document(name), {}))
        for name, paragraphs in whole
    ]


def _document(name: str) -> str:
    return name.partition(":")[2].partition(":")[2]


@cache
def _parallel(data: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each document of NTREX-128: its segments in each source language."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for language in SOURCES:
        for text in read_corpus(data, language):
            is_ntrex = text.source_language == "en" or (language == "en" and text.is_article)
            if text.id.startswith("clean_news:") and is_ntrex and "-" not in text.language:
                segments = tuple(text.text.split("\n\n"))
                found.setdefault(_document(text.id), {}).setdefault(language, segments)
    return found


def _is_whole(paragraphs: tuple[str, ...]) -> bool:
    headline = paragraphs[0]
    return (
        _SHORTEST <= len(paragraphs) <= _LONGEST
        and 20 <= len(headline) <= 140
        and not _HEADLINE_END.search(headline)
        and sum(map(len, paragraphs)) > 600
    )


def sentences(article: Article, *, skip_headline: bool = True) -> Iterator[tuple[int, int]]:
    """The sentences of the article's body."""
    document = article.document
    for block in document.blocks[1 if skip_headline else 0 :]:
        yield from document.sentences_of(block)
