"""The label of fresh news in another language, before the colon that opens a line: SON DAKİKA: ...

The labels of each language lie in `languages/flash-labels.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import FOLDER
from mtcheck.language.foreign_words import LETTERS, own_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_LABEL = late_pattern(r"[^\W\d_][^\n:|–—.!]{1,24}?(?=\s?(?:[:|–—!]|\.\s|\s-\s))")
_LISTED = FOLDER / "flash-labels.tsv"


class FlashLabel(NamedTuple):
    start: int
    end: int
    sources: tuple[str, ...]


def flash_labels(document: Document) -> Iterator[FlashLabel]:
    """Those that open a headline or a paragraph; a label that has a word of the document's own
    language is none."""
    for block in document.blocks:
        found = _LABEL.match(document.text, block.text_start, block.end)
        if found is None:
            continue
        label = _key(found.group())
        sources = _labels().get(label, ())
        if not sources or document.target in sources:
            continue
        if own_words(document.target).isdisjoint(LETTERS.findall(label)):
            yield FlashLabel(*found.span(), sources)


def _key(label: str) -> str:
    return label.strip().replace("İ", "i").replace("I\u0307", "i").lower().replace("’", "'")


@cache
def _labels() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in _LISTED.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        language, _, labels = line.partition("\t")
        for label in labels.split("|"):
            table[label] = (*table.get(label, ()), language)
    return table
