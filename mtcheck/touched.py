"""Findings that touch what a branch changed, in the article's file or in that of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.changes import ChangedLines, Changes, ChangesError
from mtcheck.finding import Finding, ReadFailure
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.pairing import counterpart
from mtcheck.reporters.position import LineIndex

if TYPE_CHECKING:
    from mtcheck.config import Configuration
    from mtcheck.document import Document

_LAST_LINE = 1 << 40
_Listed = tuple[str | ReadFailure, str]


class _Changed(NamedTuple):
    """What changed of a file and of the one that holds its source."""

    own: ChangedLines
    source: ChangedLines


class ChangedFiles:
    """The files of a run that changed, or whose source did."""

    def __init__(self, changes: Changes, configuration: Configuration) -> None:
        self._changes = changes
        self._configuration = configuration
        self._of: dict[str, _Changed] = {}

    def of(self, files: Iterable[_Listed]) -> Iterator[_Listed]:
        """Those of the listed files that are to be checked, or why one cannot be judged."""
        for file, path in files:
            if isinstance(file, ReadFailure):
                yield file, path
                continue
            try:
                if self._is_changed(file, path):
                    yield file, path
            except ChangesError as error:
                yield ReadFailure(file, str(error)), path

    def _is_changed(self, file: str, path: str) -> bool:
        if self._changes.is_outside(file):
            raise ChangesError(f"is not in {self._changes.root}, so git knows no changes of it")
        source = self._source(file, path, self._configuration.of_file(file).options)
        own = self._changes.holds(file)
        if own or (source and self._changes.holds(source)):
            self._of[file] = _Changed(
                self._changes.lines_of(file),
                self._changes.lines_of(source) if source else ChangedLines(),
            )
        return file in self._of

    def _source(self, file: str, path: str, options: ReadOptions) -> str | None:
        if not options.source:
            return None
        try:
            return counterpart(file, path, options.source, "source", options.source_language)
        except ReadError:
            return None  # the reader complains of it

    def touched(self, article: Article) -> Touched:
        """The findings of the article that touch what changed."""
        return Touched(article, self._of.get(article.path, _Changed(*[ChangedLines()] * 2)))


class Touched:
    """Which findings of one article touch what changed."""

    def __init__(self, article: Article, changed: _Changed) -> None:
        self._changed = changed
        self._article = article
        self._document = document = article.document
        self._index = LineIndex(document.text, document.segments, document.file_map)

    def __contains__(self, finding: Finding) -> bool:
        return self._touches_own(finding) or self._touches_source(finding)

    def _touches_own(self, finding: Finding) -> bool:
        changed = self._changed.own
        if changed.is_whole or not changed.spans:
            return changed.is_whole
        if self._article.is_record:
            return changed.touch(self._article.line, self._article.line)
        if _has_other_lines(self._document):
            return True
        return changed.touch(*self._lines_of(finding))

    def _lines_of(self, finding: Finding) -> tuple[int, int]:
        if finding.file_span:
            first, last = self._index.region_of(finding)
            return first.line, last.line
        return self._lines(finding.start, finding.end)

    def _lines(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last line of the file that a span stands on. A segment of a file with
        markup may stand on any from its neighbour to its neighbour."""
        if not self._index.has_columns and self._document.segments:
            lines = [segment.line or 0 for segment in self._document.segments]
            here = [
                segment.line or 0
                for segment in (
                    self._index.segment_at(start),
                    self._index.segment_at(max(start, end - 1)),
                )
                if segment
            ]
            before = max((line for line in lines if line < here[0]), default=0)
            after = min((line for line in lines if line > here[-1]), default=_LAST_LINE)
            return before + 1, after - 1
        first, last = self._index.region(start, max(start, end - 1))
        return first.line, last.line

    def _touches_source(self, finding: Finding) -> bool:
        """A change of the source touches what is found beside the changed place."""
        changed, source = self._changed.source, self._document.source
        if source is None or not (changed.is_whole or changed.spans):
            return False
        places = [related for related in finding.related if related.side == "source"]
        if changed.is_whole or self._article.is_record or _has_other_lines(source):
            return bool(places)
        index = LineIndex(source.text, source.segments, source.file_map)
        for place in places:
            first, last = index.region(place.start, max(place.start, place.end - 1))
            if changed.touch(first.line, last.line):
                return True
        return False


def _has_other_lines(document: Document) -> bool:
    """Are there line ends in the file that git does not count as such?"""
    text = document.file_map.raw if document.file_map else document.text
    return "\r" in text.replace("\r\n", "")
