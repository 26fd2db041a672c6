"""Last names of people in the news, as the press of each language spells them.

`mtcheck/name-spellings.tsv` has a row a person: Gerasimov in English, Guérassimov in French,
Gerassimow in German. A spelling that belongs to another column betrays a translation, also where
no first name stands before it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.cache import remembered
from mtcheck.language.data import listed_words
from mtcheck.language.foreign_words import own_words
from mtcheck.language.names import first_name_before, first_name_of
from mtcheck.language.transcribed_names import slavic_first_names
from mtcheck.language.words import small_letters, whole_words
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

SPELLINGS = Path(__file__).parent.parent / "name-spellings.tsv"

_CASES = {
    "pl": ("a", "owi", "em", "u", "ą", "ie"),
    "cs": ("a", "ovi", "em", "u"),
    "de": ("s",),
    "nl": ("s",),
    "sv": ("s",),
}
_MIXED_PRESSES = frozenset(("es", "tr", "it", "pt"))
"""Their papers print many a name as the English agencies do."""
_SHORTEST = 6
_MEN_IN_A = ("lya", "lia", "lja", "ita", "yta", "ola", "oła", "zma")
_MEN = ("ov", "ev", "ow", "ew", "in", "ine", "ky", "ki", "kij", "kyj", "kiy")


class Spelling(NamedTuple):
    """A place of a foreign spelling; own: the target's spellings."""

    start: int
    end: int
    own: str
    sources: tuple[str, ...]
    confidence: Confidence


def foreign_spellings(document: Document) -> Iterator[Spelling]:
    """Where the article has another language's spelling; not where a first name shows that the
    bearer is somebody else."""
    table = _table(document.target)
    for form in table.keys() & document.vocabulary:
        own, sources, confidence = table[form]
        bearer = _bearer(document, first_name_of(document, form), form)
        if bearer == "another":
            continue
        for start in whole_words(document.plain, form):
            end = start + len(form)
            if document.in_link(start, end) or document.in_foreign_quotation(start, end):
                continue
            here = _bearer(document, first_name_before(document, start), form)
            if here == "another":
                continue
            is_sure = "unknown" not in (bearer, here)
            yield Spelling(start, end, own, tuple(sources), confidence if is_sure else "medium")


def _bearer(document: Document, first: str, last: str) -> str:
    """Of whom the word before tells: nothing; "another", as Paul Gerasimov, or Anna Gerasimov
    without the ending of a Russian woman's name; "unknown", where it may be an office too."""
    if not first or small_letters(first) in own_words(document.target):
        return ""
    if first not in slavic_first_names():
        return "another" if first in listed_words("ru", "latin-first-names") else "unknown"
    is_woman = first.endswith("a") and not first.endswith(_MEN_IN_A)
    return "another" if is_woman and last.endswith(_MEN) else ""


@cache
def _table(target: str) -> dict[str, tuple[str, list[str], Confidence]]:
    return remembered(f"surnames-{target}", [SPELLINGS], lambda: _made_table(target))


def _made_table(target: str) -> dict[str, tuple[str, list[str], Confidence]]:
    lines = SPELLINGS.read_text(encoding="utf-8").splitlines()
    head, *rows = (line.split("\t") for line in lines if not line.startswith("#"))
    if target not in head:
        return {}
    column = head.index(target)
    printed = {form for row in rows for form in re.split("[ |]", row[column])}
    sources: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for number, row in enumerate(rows):
        for language, cell in zip(head[1:], row[1:], strict=True):
            for form in cell.partition("|")[0].split():
                if form not in printed and len(form) >= _SHORTEST:
                    sources[form, number].append(language)
    table: dict[str, tuple[str, list[str], Confidence]] = {}
    for (form, number), languages in sources.items():
        own = rows[number][column].partition("|")[0].split()
        doubtful = "en" in languages and (target in _MIXED_PRESSES or rows[number][0] == "uk")
        found: tuple[str, list[str], Confidence] = (
            " or ".join(own),
            list(dict.fromkeys((*languages, *(("ru", "uk") if "en" in languages else ())))),
            "medium" if doubtful else "high",
        )
        for ending in ("", *_CASES.get(target, ())):
            if not ending or form[-1] not in "aeiouyáéíóúý":
                table.setdefault(form + ending, found)
    for form in printed:
        table.pop(form, None)
    return table
