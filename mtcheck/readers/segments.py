"""From the pairs of a bilingual file to a document and its segments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtcheck.document import Comment, Segment, Span
from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.readers import Article, ReadError, make_document

PARTING = "\n\n"
"""What stands between two segments in a document's text."""


class Note(NamedTuple):
    """A comment of the file. line: where it begins, from 1."""

    text: str
    line: int


class Pair(NamedTuple):
    """A segment of a bilingual file. source, reference: None where the file has no such side.
    line: where the target begins, from 1. notes: what translators wrote beside it."""

    target: str
    source: str | None = None
    reference: str | None = None
    line: int | None = None
    id: str | None = None
    notes: tuple[Note, ...] = ()


def article_of_pairs(
    path: str,
    pairs: Sequence[Pair],
    language: str | None,
    source_language: str | None,
    *,
    id: str | None = None,
    line: int = 1,
    notes: Sequence[Note] = (),
) -> Article:
    """One document of all targets, with the sources as its source. notes: of the file as a whole.

    Raises ReadError for a tag that is none.
    """
    target, target_spans = _joined(pair.target for pair in pairs)
    source, source_spans = _joined(pair.source or "" for pair in pairs)
    reference, _ = _joined(pair.reference or "" for pair in pairs)
    has_source = any(pair.source is not None for pair in pairs)
    try:
        document = make_document(
            target,
            language,
            source_language=source_language,
            source=source if has_source else None,
            reference=reference if any(pair.reference is not None for pair in pairs) else None,
            segments=tuple(
                Segment(of_target, of_source if has_source else Span(0, 0), pair.line, pair.id)
                for pair, of_target, of_source in zip(
                    pairs, target_spans, source_spans, strict=True
                )
            ),
            headline_end=0,
            comments=(
                *(Comment(note.text, 0, note.line) for note in notes),
                *(
                    Comment(note.text, of_target.start, note.line)
                    for pair, of_target in zip(pairs, target_spans, strict=True)
                    for note in pair.notes
                ),
            ),
        )
    except LanguageTagError as error:
        raise ReadError(str(error)) from None
    return Article(path, id, document, line)


def _joined(texts: Iterable[str]) -> tuple[str, list[Span]]:
    pieces: list[str] = []
    spans: list[Span] = []
    start = 0
    for text in texts:
        pieces.append(text)
        spans.append(Span(start, start + len(text)))
        start += len(text) + len(PARTING)
    return PARTING.join(pieces), spans


def language_told(declared: str | None, asked: str | None, where: str = "") -> str | None:
    """The language that the file declares, else the one that was asked for.

    Raises ReadError where the file's is no tag and none was asked for. where: "line 3: " or so.
    """
    if not declared:
        return asked
    try:
        return normalized_tag(declared)
    except LanguageTagError as error:
        if asked:
            return asked
        raise ReadError(
            f"{where}{error} (in the file, or name it with --lang or --source-lang)"
        ) from None
