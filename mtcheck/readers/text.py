"""Plain text: one article a file."""

from __future__ import annotations

from mtcheck.readers import Article, ReadOptions, make_document


def read_text(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article."""
    document = make_document(content, options.language, source_language=options.source_language)
    return Article(path, None, document)
