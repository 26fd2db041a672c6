"""What tests of bilingual formats share: segments as (source, target), and how to read them."""

from pathlib import Path

from mtcheck.document import Document
from mtcheck.readers import Article, ReadOptions, read_articles

OPTIONS = ReadOptions(language="en", source_language="fr")


def pairs(document: Document) -> list[tuple[str, str]]:
    source = document.source.text if document.source else ""
    return [
        (source[slice(*segment.source)], document.text[slice(*segment.target)])
        for segment in document.segments
    ]


def lines(document: Document) -> list[int | None]:
    return [segment.line for segment in document.segments]


def ids(document: Document) -> list[str | None]:
    return [segment.id for segment in document.segments]


def read(path: Path, options: ReadOptions = OPTIONS) -> list[Document]:
    """The documents of a file that can be read."""
    return [article.document for article in articles(path, options)]


def articles(path: Path, options: ReadOptions = OPTIONS) -> list[Article]:
    found = list(read_articles([str(path)], options))
    assert all(isinstance(article, Article) for article in found), found
    return [article for article in found if isinstance(article, Article)]


def failure(path: Path, options: ReadOptions = OPTIONS) -> str:
    """The one line that says why nothing was read."""
    (found,) = read_articles([str(path)], options)
    assert not isinstance(found, Article)
    assert "\n" not in found.message
    return found.message


def saved(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path
