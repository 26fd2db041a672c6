"""What a kind of artifact is, and what the planters of all kinds share."""

import re
from collections.abc import Callable, Container
from random import Random
from typing import NamedTuple

from benchmarks.planted.articles import Article, join

Span = tuple[int, int]


class Planted(NamedTuple):
    """An article with one artifact. It counts as found if a finding touches one of the spans.

    source_language: the language that leaves this artifact, to be told where origin is told.
    """

    text: str
    spans: tuple[Span, ...]
    source_language: str


Planter = Callable[[Article, Random], Planted | None]


class Kind(NamedTuple):
    """rules: those that may find it, the likeliest first.
    languages: the targets that it can be planted in; None: all."""

    name: str
    rules: tuple[str, ...]
    plant: Planter
    languages: Container[str] | None = None

    def serves(self, language: str) -> bool:
        return self.languages is None or language in self.languages


_KINDS: list[Kind] = []


def kinds() -> tuple[Kind, ...]:
    """All kinds, in the order in which their modules name them."""
    from benchmarks.planted import (  # noqa: F401
        characters,
        debris,
        formats,
        names,
        structure,
        typography,
        untranslated,
        words,
    )

    return tuple(_KINDS)


def kind(*rules: str, languages: Container[str] | None = None) -> Callable[[Planter], Planter]:
    """Make the function below a kind, which these rules may find."""

    def register(planter: Planter) -> Planter:
        _KINDS.append(Kind(planter.__name__.replace("_", "-"), rules, planter, languages))
        return planter

    return register


def source_of(article: Article, language: str | None = None) -> str:
    return language or ("fr" if article.language == "en" else "en")


def with_paragraph(article: Article, at: int, line: str, language: str | None = None) -> Planted:
    """The article with a line as its paragraph number `at`."""
    before = join(article.paragraphs[:at])
    start = len(before) + 2 if at else 0
    text = join([*article.paragraphs[:at], line, *article.paragraphs[at:]])
    return Planted(text, ((start, start + len(line)),), source_of(article, language))


def replaced(
    article: Article, start: int, end: int, new: str, language: str | None = None
) -> Planted:
    """The article with text[start:end] replaced; the new piece is the place."""
    text = article.text[:start] + new + article.text[end:]
    return Planted(text, ((start, start + max(1, len(new))),), source_of(article, language))


def body_start(article: Article) -> int:
    return len(article.paragraphs[0]) + 2


def picked(article: Article, rng: Random, pattern: str) -> re.Match[str] | None:
    """One of the places in the body where the pattern stands."""
    found = list(re.finditer(pattern, article.text))
    found = [match for match in found if match.start() >= body_start(article)]
    return rng.choice(found) if found else None


def middle_of(article: Article, rng: Random) -> int:
    return rng.randrange(2, len(article.paragraphs))
