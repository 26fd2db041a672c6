"""Which terms of the source have no rendering of the glossary in the target."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.terminology.forms import TermMatch, has_form

if TYPE_CHECKING:
    from mtcheck.document import Document, Span
    from mtcheck.terminology import Term


def unrendered(document: Document) -> Iterator[tuple[Span, TermMatch[Term]]]:
    """(the target's sentence, the term in the source) for each term without its rendering there.

    In an article the sentence before and the one after count too: sentences are cut anew, and a
    pronoun stands for a term that was just named. A bilingual file is held to its segments.
    """
    glossary = document.glossary
    beads = document.beads
    if glossary is None or not beads:
        return
    starts = [bead.source.start for bead in beads]
    for match in glossary.in_source(document):
        index = max(0, bisect_right(starts, match.start) - 1)
        reach = 0 if document.segments else 1
        around = beads[max(0, index - reach) : index + 1 + reach]
        passage = document.text[around[0].target.start : around[-1].target.end]
        forms = match.value.required
        if not any(_is_there(document, passage, form, match.value) for form in forms):
            yield _sentence(document, index), match


def _is_there(document: Document, passage: str, form: str, term: Term) -> bool:
    if term.is_kept:
        return form in passage
    return has_form(passage, form, document.target)


def _sentence(document: Document, index: int) -> Span:
    bead = document.beads[index]
    return document.sentence_at(bead.target.start) if bead.is_omission else bead.target
