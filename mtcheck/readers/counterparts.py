"""Articles beside their source and their reference, which lie in other files."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from mtcheck.document import Document
from mtcheck.finding import ReadFailure
from mtcheck.language.data import primary_subtag
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.detect import Format
from mtcheck.readers.formats import read_file
from mtcheck.readers.pairing import counterpart, name_parts
from mtcheck.readers.parallel import is_parallel, line_segments


def is_passed_over(file: str, path: str, options: ReadOptions) -> bool:
    """Where sources and translations lie in one folder: is the file, by the tag in its name, in
    the source language, or in none that was asked for?"""
    folder, source = Path(path), Path(options.source or "")
    if not (options.source and folder.is_dir() and source.is_dir() and folder.samefile(source)):
        return False
    tag = name_parts(Path(file).name).tag
    if tag is None:
        return False
    if options.source_language and _is_language(tag, options.source_language):
        return True
    return options.language is not None and not _is_language(tag, options.language)


def _is_language(tag: str, language: str) -> bool:
    return primary_subtag(tag) == primary_subtag(language)


class _NoSuchArticleError(ReadError):
    """One of a file's articles has no counterpart."""


class Counterparts:
    """The sources and references of one file's articles; looked for when an article needs one."""

    def __init__(self, file: str, path: str, format: Format, options: ReadOptions) -> None:
        self.file = file
        self.path = path
        self.format = format
        self.options = options

    def joined(self, article: Article) -> Article | ReadFailure:
        """The article with what it lacks, or a failure where the other file holds nothing for it.

        Raises ReadError where there is no other file or it cannot be read.
        """
        document = article.document
        try:
            if self.options.source and document.source is None:
                document = self._with_source(document, self._sources.of(article))
            if self.options.reference and document.reference is None:
                reference = Document(self._references.of(article).text, document.language)
                document = document.beside(reference=reference)
        except _NoSuchArticleError as error:
            return ReadFailure(self.file, str(error))
        return article._replace(document=document)

    def _with_source(self, document: Document, source: Document) -> Document:
        paired = document.beside(source=source)
        are_texts = self.format == self._sources.format == "text"
        if self.format == "parallel" or (are_texts and is_parallel(paired)):
            segments = line_segments(document.text, source.text, self._sources.path)
            return document.beside(source=source, segments=segments)
        return paired

    @cached_property
    def _sources(self) -> _Side:
        language = self.options.source_language
        return self._side("source", self.options.source or "", language)

    @cached_property
    def _references(self) -> _Side:
        return self._side("reference", self.options.reference or "", self.options.language)

    def _side(self, side: str, given: str, language: str | None) -> _Side:
        path = counterpart(self.file, self.path, given, side, language)
        return _Side(path, side, self.format, self.options, language)


class _Side:
    """The file that holds the counterparts of another file's articles. Raises ReadError."""

    def __init__(
        self, path: str, side: str, format: Format, options: ReadOptions, language: str | None
    ) -> None:
        self.path = path
        self.side = side
        try:
            self.format, found = read_file(
                path,
                ReadOptions(
                    language,
                    encoding=options.encoding,
                    input_format="text" if format == "parallel" else "auto",
                    max_file_size=options.max_file_size,
                ),
            )
            self.articles = [self._article(article) for article in found]
        except ReadError as error:
            raise ReadError(f"its {side} {path}: {error}") from None

    def _article(self, article: Article | ReadFailure) -> Article:
        if isinstance(article, ReadFailure):
            raise ReadError(article.message)
        return article

    def of(self, article: Article) -> Document:
        """The document with the article's id; without ids the only one, or that of its line."""
        if article.id is None and len(self.articles) == 1:
            return self.articles[0].document
        if article.id is None:
            found = next((other for other in self.articles if other.line == article.line), None)
        else:
            found = self._by_id.get(article.id)
            if found is None and len(self.articles) == 1 and self.articles[0].id is None:
                found = self.articles[0]
        if found is None:
            name = f"line {article.line}" if article.id is None else f"the id {article.id!r}"
            raise _NoSuchArticleError(
                f"line {article.line}: its {self.side} is missing: {self.path} holds no article "
                f"with {name}"
            )
        return found.document

    @cached_property
    def _by_id(self) -> dict[str | None, Article]:
        return {other.id: other for other in reversed(self.articles)}
