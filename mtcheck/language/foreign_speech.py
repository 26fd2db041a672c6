"""What somebody said, left in the language of the source: « On ne pense qu'à ça », sagte er.

Good writers quote a foreigner in his own words too, and then tell what they mean; so it tells only
in a text that is known to come from that language.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import languages
from mtcheck.language.identify import reads_as
from mtcheck.language.words import CHARACTERS_PER_WORD, WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_FEWEST, _MOST = 3, 40
_ATTRIBUTED = late_pattern(r",? [^\W\d_A-ZÀ-Þ]\w*|[.,]?\s*(?:\n|$)|\.? [—–-] ")


class Speech(NamedTuple):
    """A quotation with its marks, and its language."""

    start: int
    end: int
    source: str


def foreign_speech(document: Document) -> Iterator[Speech]:
    """The quotations that open a sentence, are attributed to somebody, and not explained."""
    if document.target in CHARACTERS_PER_WORD:
        return
    for quotation in document.quotations:
        start, end = quotation.inner
        opens = document.sentence_at(quotation.start).start == quotation.start
        if not opens or not _FEWEST <= len(WORD.findall(document.text, start, end)) <= _MOST:
            continue
        if not _ATTRIBUTED.match(document.text, quotation.end):
            continue
        source = reads_as(document.text[start:end], document.target, languages())
        after = document.text[quotation.end : document.sentence_at(quotation.end - 1).end + 2]
        if source is not None and "(" not in after:
            yield Speech(quotation.start, quotation.end, source)
