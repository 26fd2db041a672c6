"""From a file to its articles, whatever its format. A format is imported when a file is in it."""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.finding import ReadFailure
from mtcheck.readers import Article, ReadOptions
from mtcheck.readers.detect import Format, format_of
from mtcheck.readers.files import content_of

_TELL_THEIR_LANGUAGES = ("xliff", "tmx")


def read_file(file: str, options: ReadOptions) -> tuple[Format, Iterable[Article | ReadFailure]]:
    """The file's format and its articles. Raises ReadError, also while they are read."""
    return read_content(file, content_of(file, options.encoding), options)


def read_content(
    file: str, content: str, options: ReadOptions
) -> tuple[Format, Iterable[Article | ReadFailure]]:
    """As `read_file`, with the content that the file has or, in an editor, is to have."""
    format = format_of(file, content, options.input_format, has_columns=bool(options.columns))
    if options.language is None and format not in _TELL_THEIR_LANGUAGES and "." in file:
        from mtcheck.readers.pairing import name_parts

        options = options._replace(language=name_parts(file).tag)
    return format, _articles(format, file, content, options)


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
    from mtcheck.readers.text import read_lines, read_text

    return [(read_lines if format == "parallel" else read_text)(file, content, options)]
