"""Readers: from paths to articles. What cannot be read becomes a failure, never an exception
that ends the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from mtcheck.document import Comment, Document, Segment
from mtcheck.finding import ReadFailure
from mtcheck.limits import LARGEST_FILE

if TYPE_CHECKING:
    from mtcheck.readers.detect import Format
    from mtcheck.readers.tables import Columns


class ReadError(ValueError):
    """A file, or a line of it, that cannot be read; the message says what to do about it."""


class Article(NamedTuple):
    """A document and where it came from.

    id, line: of one of several articles in a file: its name there, and where it stands (from 1).
    other: of a record of JSON Lines: the fields that mean nothing to the reader.
    is_record: it is one line of the file, however many its text has.
    """

    path: str
    id: str | None
    document: Document
    line: int = 1
    other: Mapping[str, Any] = MappingProxyType({})
    is_record: bool = False


def make_document(
    text: str,
    language: str | None,
    *,
    source_language: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    segments: tuple[Segment, ...] = (),
    headline_end: int | None = None,
    comments: tuple[Comment, ...] = (),
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
        comments=comments,
    )


def _identified(text: str) -> str:
    from mtcheck.language.identify import identify_language

    return identify_language(text)


class ReadOptions(NamedTuple):
    """language, source_language: for articles that do not say themselves; None: find out.
    encoding: in place of what the file declares, or UTF-8.
    source, reference: where those of the articles lie: a file, a folder or a pattern.
    input_format: one of `detect.INPUT_FORMATS`; "auto": told by the content.
    columns: which columns of a table hold what (see `tables.parse_columns`); (): its header says.
    max_file_size: MB that a file may have.
    """

    language: str | None = None
    source_language: str | None = None
    encoding: str | None = None
    source: str | None = None
    reference: str | None = None
    input_format: str = "auto"
    columns: Columns = ()
    max_file_size: int = LARGEST_FILE


class FileChoice(Protocol):
    """Which files are articles, where the caller says it."""

    def takes(self, path: str, *, named: bool) -> bool | None:
        """Is the file one to read? None: its name decides. named: the caller named it."""

    def enters(self, folder: str) -> bool:
        """Are there files to look for in the folder?"""


def listed_files(
    paths: Iterable[str], choice: FileChoice | None = None
) -> Iterator[tuple[str | ReadFailure, str]]:
    """Each file under each path (file, folder, pattern, or - for standard input), in order, beside
    the path. A file that several paths name is there once: it would count twice in the score."""
    from mtcheck.readers.files import STANDARD_INPUT, find_files

    seen = set()
    for path in paths:
        for file in find_files(path, choice):
            if isinstance(file, str) and file != STANDARD_INPUT:
                place = os.path.abspath(file)  # noqa: PTH100
                if place in seen:
                    continue
                seen.add(place)
            yield file, path


def read_articles(paths: Iterable[str], options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """The articles under each path, all read alike."""
    return articles_of(listed_files(paths), lambda path: options)


def articles_of(
    files: Iterable[tuple[str | ReadFailure, str]], of_file: Callable[[str], ReadOptions]
) -> Iterator[Article | ReadFailure]:
    """The articles of the files (see `listed_files`), in order. of_file: how to read the one at a
    path."""
    for file, path in files:
        if isinstance(file, ReadFailure):
            yield file
            continue
        try:
            yield from _read(file, path, of_file(file))
        except ReadError as error:
            yield ReadFailure(file, str(error))


def articles_of_content(
    path: str, content: str, options: ReadOptions
) -> Iterator[Article | ReadFailure]:
    """The articles of a content, as though the file at the path held it."""
    try:
        yield from _read(path, path, options, content)
    except ReadError as error:
        yield ReadFailure(path, str(error))


def _read(
    file: str, path: str, options: ReadOptions, content: str | None = None
) -> Iterator[Article | ReadFailure]:
    from mtcheck.readers.formats import read_content, read_file

    def read() -> tuple[Format, Iterable[Article | ReadFailure]]:
        if content is None:
            return read_file(file, options)
        return read_content(file, content, options)

    if not (options.source or options.reference):
        yield from read()[1]
        return
    from mtcheck.readers.counterparts import Counterparts, is_passed_over

    if is_passed_over(file, path, options):
        return
    format, articles = read()
    counterparts = Counterparts(file, path, format, options)
    for article in articles:
        yield counterparts.joined(article) if isinstance(article, Article) else article
