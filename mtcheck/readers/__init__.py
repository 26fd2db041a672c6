"""Readers: from paths to articles. What cannot be read becomes a failure, never an exception
that ends the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from mtcheck.document import Document, Segment
from mtcheck.finding import ReadFailure


class ReadError(ValueError):
    """A file, or a line of it, that cannot be read; the message says what to do about it."""


class Article(NamedTuple):
    """A document and where it came from.

    id, line, other: of a record of JSON Lines: its id, where it stands (from 1), and the fields
        that mean nothing to the reader.
    """

    path: str
    id: str | None
    document: Document
    line: int = 1
    other: Mapping[str, Any] = MappingProxyType({})


def make_document(
    text: str,
    language: str | None,
    *,
    source_language: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    segments: tuple[Segment, ...] = (),
    headline_end: int | None = None,
) -> Document:
    """A document from texts; a language that is None is found out.

    Raises LanguageTagError for a tag that is none.
    """
    language = language or _identified(text)
    original = None
    if source is not None:
        original = Document(source, source_language or _identified(source))
    return Document(
        text,
        language,
        source_language=source_language,
        source=original,
        reference=None if reference is None else Document(reference, language),
        segments=segments,
        headline_end=headline_end,
    )


def _identified(text: str) -> str:
    from mtcheck.language.identify import identify_language

    return identify_language(text)


class ReadOptions(NamedTuple):
    """language, source_language: for articles that do not say themselves; None: find out.
    encoding: in place of UTF-8 or the file's byte-order mark.
    source, reference: where those of the articles lie: a file, a folder or a pattern.
    """

    language: str | None = None
    source_language: str | None = None
    encoding: str | None = None
    source: str | None = None
    reference: str | None = None


def read_articles(paths: Iterable[str], options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """The articles under each path (file, folder, or - for standard input), in order."""
    from mtcheck.readers.files import content_of, find_files, is_json_lines
    from mtcheck.readers.text import read_text

    for path in paths:
        for file in find_files(path):
            if isinstance(file, ReadFailure):
                yield file
                continue
            try:
                content = content_of(file, options.encoding)
            except ReadError as error:
                yield ReadFailure(file, str(error))
                continue
            if is_json_lines(file, content):
                from mtcheck.readers.jsonl import read_json_lines

                yield from read_json_lines(file, content, options)
            else:
                yield read_text(file, content, options)
