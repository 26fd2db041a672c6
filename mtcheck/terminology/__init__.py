"""A newsroom's own terms: how a term of the source must be rendered, what must never be written,
what must stay as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import primary_subtag
from mtcheck.terminology.forms import Finder, TermMatch

if TYPE_CHECKING:
    from mtcheck.document import Document


class Term(NamedTuple):
    """One concept.

    source: the term in the source language; "" for a term that is only forbidden.
    required: the renderings that are right, the preferred one first; for a term that is not to be
        translated, its own form.
    forbidden: renderings that must not be written.
    is_kept: it must stay as it is in the source.
    source_language, target_language: BCP 47 tags; "" for any.
    note: what the newsroom wants to say about it.
    place: file and line, for messages.
    """

    source: str = ""
    required: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    is_kept: bool = False
    source_language: str = ""
    target_language: str = ""
    note: str = ""
    place: str = ""

    def serves(self, source: str | None, target: str) -> bool:
        """Is the term one for this pair of languages (primary subtags; None: not known)?"""
        return _fits(self.target_language, target) and (
            source is None or _fits(self.source_language, source)
        )


def _fits(tag: str, language: str) -> bool:
    return not tag or primary_subtag(tag) == language


class Glossary:
    """The terms of a run, and where they stand in a text. Each language's finder is built once."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self.terms = terms
        self._finders: dict[tuple[str, ...], Finder[Term]] = {}

    def __reduce__(self) -> tuple[type[Glossary], tuple[tuple[Term, ...]]]:
        """Goes to another process without its finders, which are built there."""
        return Glossary, (self.terms,)

    def in_source(self, document: Document) -> list[TermMatch[Term]]:
        """The terms in the document's source; of terms that overlap the longest."""
        source = document.source
        if source is None:
            return []
        key = ("source", source.target, document.target)
        if key not in self._finders:
            chosen = self._of(source.target, document.target)
            self._finders[key] = Finder(((t.source, t) for t in chosen if t.source), source.target)
        return self._finders[key].find(source.text)

    def forbidden_in(self, document: Document) -> list[TermMatch[Term]]:
        """Forbidden renderings in the document."""
        original = primary_subtag(document.source_language) if document.source_language else None
        key = ("forbidden", original or "", document.target)
        if key not in self._finders:
            pairs = [(f, t) for t in self._of(original, document.target) for f in t.forbidden]
            self._finders[key] = Finder(pairs, document.target)
        return self._finders[key].find(document.text)

    def _of(self, source: str | None, target: str) -> Iterator[Term]:
        return (term for term in self.terms if term.serves(source, target))
