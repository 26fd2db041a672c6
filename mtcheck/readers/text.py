"""Plain text: one article a file."""

from __future__ import annotations

from mtcheck.document import Document
from mtcheck.readers import Article, ReadOptions


def read_text(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article."""
    language = options.language
    if language is None:
        from mtcheck.language.identify import identify_language

        language = identify_language(content)
    return Article(path, None, Document(content, language, source_language=options.source_language))
