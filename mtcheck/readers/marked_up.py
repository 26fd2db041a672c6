"""From the prose that a reader took out of a file to the article."""

from __future__ import annotations

from collections.abc import Callable

from mtcheck.document import Document, Span
from mtcheck.file_map import Extent, FileMap, whole_lines
from mtcheck.language.data import LanguageTagError, normalized_tag, primary_subtag
from mtcheck.readers import Article, ReadOptions
from mtcheck.readers.prose import Prose


def article_of_prose(
    path: str,
    raw: str,
    prose: Prose,
    options: ReadOptions,
    *,
    language: str | None = None,
    source_language: str | None = None,
    escape: Callable[[str], str | None] | None = None,
    prose_of: Callable[[str], str] | None = None,
    id: str | None = None,
) -> Article:
    """The article. language, source_language: what the file says; a tag that is none is passed
    over. escape, prose_of: see `FileMap`."""
    told = _told(language, options.language) or _identified(prose.text)
    target = primary_subtag(normalized_tag(told))
    extents = tuple(
        Extent(start, end, *whole_lines(raw, file_start, file_end))
        for start, end, file_start, file_end in prose.extents
    )
    document = Document(
        prose.text,
        told,
        source_language=_told(source_language, options.source_language),
        comments=prose.comments,
        blocks=prose.blocks,
        asides=tuple(
            Span(aside.start, aside.end)
            for aside in prose.asides
            if aside.language is None or _primary(aside.language) != target
        ),
        file_map=FileMap(raw, prose.pieces, extents=extents, escape=escape, prose_of=prose_of),
    )
    return Article(path, id, document)


def _told(declared: str | None, asked: str | None) -> str | None:
    """What the file says, unless it is no tag; with the region that the caller knows."""
    try:
        tag = normalized_tag(declared) if declared else None
    except LanguageTagError:
        tag = None
    if tag is None or (asked and asked.startswith(f"{tag}-")):
        return asked
    return tag


def _primary(tag: str) -> str:
    try:
        return primary_subtag(normalized_tag(tag))
    except LanguageTagError:
        return ""


def _identified(text: str) -> str:
    from mtcheck.language.identify import identify_language

    return identify_language(text)


def markup_escaped(text: str) -> str | None:
    """Text as HTML and XML hold it; None for what they would show otherwise (line breaks)."""
    if "\n" in text or "\r" in text:
        return None
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
