"""What tests of marked-up formats share: a document from a content, and the same article in every
format."""

import html
import io
import json
import zipfile
from pathlib import Path

from mtcheck.document import Document
from mtcheck.readers import Article, ReadOptions
from mtcheck.readers.formats import read_content

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def document(name: str, content: str, options: ReadOptions | None = None) -> Document:
    """The one document of a file with this name and content."""
    (article,) = read_content(name, content, options or ReadOptions())[1]
    assert isinstance(article, Article), article
    return article.document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def held(document: Document, words: str) -> str:
    """What the file holds where the prose has these words."""
    assert document.file_map is not None
    start = document.text.index(words)
    begin, end = document.file_map.span(start, start + len(words))
    return document.file_map.raw[begin:end]


def docx(body: str, styles: str = "") -> bytes:
    """A package with this body and these styles."""
    return package(
        {
            "word/document.xml": f"<w:document {WORD}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {WORD}>{styles}</w:styles>",
        }
    )


def package(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def in_every_format(folder: Path, name: str, headline: str, paragraphs: list[str]) -> list[Path]:
    """The article as .md, .html, .docx, ninjs (text and XHTML), NewsML-G2 and NITF."""
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in paragraphs)
    title = html.escape(headline)
    heading = '<w:style w:styleId="Ttl"><w:name w:val="Title"/></w:style>'
    runs = [
        f'<w:p><w:pPr><w:pStyle w:val="Ttl"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>',
        *(
            f'<w:p><w:r><w:t xml:space="preserve">{html.escape(line)}</w:t></w:r></w:p>'
            for line in paragraphs
        ),
    ]
    contents: dict[str, str | bytes] = {
        f"{name}.md": f"# {headline}\n\n" + "\n\n".join(map(as_markdown, paragraphs)) + "\n",
        f"{name}.front.md": f"---\ntitle: {json.dumps(headline, ensure_ascii=False)}\n---\n"
        + "\n\n".join(map(as_markdown, paragraphs)),
        f"{name}.html": f"<!DOCTYPE html><html><head><title>{title}</title></head><body><article>"
        f"<h1>{title}</h1>{body}</article></body></html>",
        f"{name}.docx": docx("".join(runs), heading),
        f"{name}.json": json.dumps(
            {"uri": "x", "headline": headline, "body_text": "\n\n".join(paragraphs)}
        ),
        f"{name}.xhtml.json": json.dumps({"uri": "x", "headline": headline, "body_xhtml": body}),
        f"{name}.g2.xml": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
        f"<headline>{title}</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
        "</inlineXML></contentSet></newsItem>",
        f"{name}.nitf.xml": f"<nitf><body><body.head><hedline><hl1>{title}</hl1></hedline>"
        f"</body.head><body.content>{body}</body.content></body></nitf>",
    }
    paths = []
    for file, content in contents.items():
        path = folder / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        paths.append(path)
    return paths


def as_markdown(line: str) -> str:
    for mark in "\\`*_[]<>#&":
        line = line.replace(mark, f"\\{mark}")
    return line
