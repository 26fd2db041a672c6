"""Plain text: one article a file."""

from __future__ import annotations

from mtcheck.document import Segment, Span
from mtcheck.readers import Article, ReadOptions, make_document
from mtcheck.readers.parallel import line_spans


def read_text(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article."""
    document = make_document(content, options.language, source_language=options.source_language)
    return Article(path, None, document)


def read_lines(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article, a segment a line."""
    document = make_document(
        content,
        options.language,
        source_language=options.source_language,
        segments=tuple(
            Segment(span, Span(0, 0), line) for line, span in enumerate(line_spans(content), 1)
        ),
        headline_end=0,
    )
    return Article(path, None, document)
