"""From a file to its articles, whatever its format. A format is imported when a file is in it."""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.finding import ReadFailure
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.detect import Format, format_of
from mtcheck.readers.files import bytes_of, decoded

_TELL_THEIR_LANGUAGES = ("xliff", "tmx")
_ZIP = b"PK\x03\x04"
"""What a DOCX file begins with."""


def read_file(file: str, options: ReadOptions) -> tuple[Format, Iterable[Article | ReadFailure]]:
    """The file's format and its articles. Raises ReadError, also while they are read."""
    data = bytes_of(file, options.max_file_size)
    asked = options.input_format
    is_named_so = file.lower().endswith(".docx")  # what it holds may be damaged
    if asked == "docx" or (asked == "auto" and (is_named_so or data.startswith(_ZIP))):
        from mtcheck.readers.docx import read_docx

        return "docx", [read_docx(file, data, _with_tag_of(file, options))]
    return read_content(file, decoded(data, options.encoding), options)


def read_content(
    file: str, content: str, options: ReadOptions
) -> tuple[Format, Iterable[Article | ReadFailure]]:
    """As `read_file`, with the content that the file has or, in an editor, is to have."""
    format = format_of(file, content, options.input_format, has_columns=bool(options.columns))
    if format not in _TELL_THEIR_LANGUAGES:
        options = _with_tag_of(file, options)
    return format, _articles(format, file, content, options)


def _with_tag_of(file: str, options: ReadOptions) -> ReadOptions:
    """With the language that the file's name tells, where the caller told none."""
    if options.language is not None or "." not in file:
        return options
    from mtcheck.readers.pairing import name_parts

    return options._replace(language=name_parts(file).tag)


def _articles(
    format: Format, file: str, content: str, options: ReadOptions
) -> Iterable[Article | ReadFailure]:
    if format == "jsonl":
        from mtcheck.readers.jsonl import read_json_lines

        return read_json_lines(file, content, options)
    if format == "xliff":
        from mtcheck.readers.xliff import read_xliff

        return read_xliff(file, content, options)
    if format == "tmx":
        from mtcheck.readers.tmx import read_tmx

        return [read_tmx(file, content, options)]
    if format == "po":
        from mtcheck.readers.po import read_po

        return [read_po(file, content, options)]
    if format in ("tsv", "csv"):
        from mtcheck.readers.tables import read_table

        return read_table(file, content, options, "\t" if format == "tsv" else ",")
    if format == "markdown":
        from mtcheck.readers.markdown import read_markdown

        return [read_markdown(file, content, options)]
    if format == "html":
        from mtcheck.readers.html import read_html

        return [read_html(file, content, options)]
    if format == "ninjs":
        from mtcheck.readers.ninjs import read_ninjs

        return [read_ninjs(file, content, options)]
    if format in ("newsml", "nitf"):
        from mtcheck.readers.news_xml import read_news_xml

        return read_news_xml(file, content, options)
    if format == "docx":
        raise ReadError("is no DOCX file; leave --input-format out, or save it as .docx")
    from mtcheck.readers.text import read_lines, read_text

    return [(read_lines if format == "parallel" else read_text)(file, content, options)]
