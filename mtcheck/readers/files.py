"""Paths, bytes and encodings."""

from __future__ import annotations

import codecs
import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from mtcheck.finding import ReadFailure
from mtcheck.limits import LARGEST_FILE, TooLargeError, read_at_most
from mtcheck.patterns import late_pattern
from mtcheck.readers import FileChoice, ReadError
from mtcheck.readers.detect import NEWS_SUFFIXES, SUFFIXES, is_news_file
from mtcheck.readers.path_patterns import files_of_pattern, is_pattern

STANDARD_INPUT = "-"

_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PO_CHARSET = re.compile(rb'(?m)^"Content-Type:[^"\n]{0,100}?charset=([A-Za-z0-9._-]+)')
_PO_HEADER = 4_000
_HTML_CHARSET = rb"(?is)<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?([A-Za-z0-9._:-]+)"
_HTML_HEAD = 4_000
_NO_ENCODINGS = ("idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape")
"""Python's own notations, which no file is saved in."""
_LATIN_ON_THE_WEB = (b"iso-8859-1", b"latin1", b"latin-1", b"us-ascii", b"ascii")
"""What browsers read as windows-1252 (WHATWG Encoding Standard)."""
_HTML_START = rb"(?is)\s*(?:<!--.{0,1000}?-->\s*|<\?xml.{0,200}?>\s*)*<(?:!doctype\s+html|html)\b"
_PEEK = 20_000
_ABOUT_THE_FOLDER = late_pattern(
    r"(?i)(?:README|CHANGELOG|CHANGES|HISTORY|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|LICEN[CS]E"
    r"|NOTICE|AUTHORS|MAINTAINERS|PULL_REQUEST_TEMPLATE|ISSUE_TEMPLATE)(?:[._-].*)?"
    r"\.(?:md|markdown|mdown|html?)"
)
"""Files that speak of a project or folder: they are read where they are named."""
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def find_files(path: str, choice: FileChoice | None = None) -> Iterator[str | ReadFailure]:
    """The path itself, or the articles in the folder or of the pattern ("news/{name}.fr.txt") that
    it names, in alphabetical order.

    Hidden files and folders are passed over, and what the choice leaves out, and links to nowhere;
    links to folders are not followed.
    """
    if is_pattern(path):
        files = files_of_pattern(path)
        yield from (file for file in files if _is_wanted(file, choice, named=True))
        if not files:
            yield ReadFailure(path, "no file is named so; check the pattern")
        return
    if path == STANDARD_INPUT or not os.path.isdir(path):  # noqa: PTH112  a name that is too long is no folder
        if path == STANDARD_INPUT or _is_wanted(path, choice, named=True):
            yield path
        return
    failures: list[ReadFailure] = []

    def unreadable(error: OSError) -> None:
        failures.append(ReadFailure(str(error.filename), f"cannot be opened: {error.strerror}"))

    found = False
    for folder, subfolders, names in os.walk(path, onerror=unreadable):
        subfolders[:] = sorted(
            name
            for name in subfolders
            if not name.startswith(".") and (not choice or choice.enters(str(Path(folder) / name)))
        )
        for name in sorted(names):
            file = str(Path(folder) / name)
            if (
                not name.startswith(".")
                and _is_wanted(file, choice, named=False)
                and not _is_special(file)
            ):
                found = True
                yield file
    yield from failures
    if not found and not failures:
        kinds = ", ".join(SUFFIXES)
        yield ReadFailure(path, f"no article in this folder; mtcheck looks for {kinds}")


def _is_wanted(file: str, choice: FileChoice | None, *, named: bool) -> bool:
    said = choice.takes(file, named=named) if choice else None
    return (named or _is_article(file)) if said is None else said


def _is_special(file: str) -> bool:
    """Is it a pipe, a socket or a device, of which a reader might wait for ever, or a link to
    nowhere? What a caller names is read all the same: a shell's <(...) is a pipe."""
    try:
        mode = os.stat(file).st_mode  # noqa: PTH116
    except OSError:
        return Path(file).is_symlink()  # anything else is told when it is read
    return not stat.S_ISREG(mode)


def _is_article(file: str) -> bool:
    """Is a file of a folder by its name an article, or by what it begins with?"""
    if file.lower().endswith(NEWS_SUFFIXES):
        if _is_special(file):
            return False
        try:
            with Path(file).open("rb") as stream:
                return is_news_file(stream.read(_PEEK).decode("utf-8", "replace"))
        except OSError:
            return False
    return file.lower().endswith(SUFFIXES) and not _ABOUT_THE_FOLDER.fullmatch(Path(file).name)


def content_of(path: str, encoding: str | None) -> str:
    """The decoded content of a file or of standard input. Raises ReadError."""
    return decoded(bytes_of(path), encoding)


def bytes_of(path: str, most: int = LARGEST_FILE) -> bytes:
    """The content of a file or of standard input. most: MB that it may have. Raises ReadError."""
    if path == STANDARD_INPUT:
        return _standard_input(most)
    try:
        return read_at_most(path, most)
    except FileNotFoundError:
        raise ReadError("there is no such file; check the path") from None
    except TooLargeError as error:
        raise ReadError(_too_large(error)) from None
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be read: {_reason(error)}") from None


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)


def _too_large(error: TooLargeError) -> str:
    return f"is not read: {error.strerror}; part it, or allow more with max-file-size"


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise ReadError("standard input is closed; hand it a text")
    # Not its size: a caller may hand over a file of which the beginning was read.
    data = sys.stdin.buffer.read(most * 1024**2 + 1)
    if len(data) > most * 1024**2:
        raise ReadError(_too_large(TooLargeError(STANDARD_INPUT, most)))
    return data


def decoded(data: bytes, encoding: str | None) -> str:
    """Bytes as text: by the encoding asked for, else a byte-order mark, else what the file itself
    declares (XML, PO, HTML), else UTF-8.

    Raises ReadError where the bytes are no text in that encoding; nothing is guessed.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    codec = encoding or marked or _declared(data) or "utf-8"
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"line {line}: byte 0x{data[error.start]:02X} is no {codec.upper()}; "
            "save the file as UTF-8, or name its encoding with --encoding"
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ReadError(f"line {line}: holds a NUL character; this is no text file")
    return text.removeprefix("\ufeff")


def encoding_of(data: bytes, encoding: str | None) -> tuple[bytes, str]:
    """(the mark that the bytes begin with, the encoding of what follows it): that which `decoded`
    reads them in."""
    mark, codec = byte_order_mark(data)
    return mark, encoding or (codec if mark else _declared(data) or codec)


def byte_order_mark(data: bytes) -> tuple[bytes, str]:
    """(the mark that the bytes begin with, the encoding of what follows it)."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            order = {codecs.BOM_UTF32_LE: "-le", codecs.BOM_UTF32_BE: "-be"} | {
                codecs.BOM_UTF16_LE: "-le",
                codecs.BOM_UTF16_BE: "-be",
            }
            return mark, name.removesuffix("-sig") + order.get(mark, "")
    return b"", "utf-8"


def is_text_encoding(name: str) -> bool:
    """Does Python know an encoding of that name, and does it make text of bytes?"""
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return False
    return codec._is_text_encoding and codec.name not in _NO_ENCODINGS


def _declared(data: bytes) -> str | None:
    """The encoding that an XML declaration, the header of a PO file or HTML names. Raises
    ReadError for one that Python does not know."""
    if data.startswith((b"<\0?\0", b"\0<\0?")):
        return "utf-16-le" if data[1] == 0 else "utf-16-be"
    found = _XML_ENCODING.match(data)
    if found is None and b"msgid" in data[:_PO_HEADER]:
        found = _PO_CHARSET.search(data, 0, _PO_HEADER)
    if found is None and re.match(_HTML_START, data[:_HTML_HEAD]):
        found = re.search(_HTML_CHARSET, data[:_HTML_HEAD])
        if found and found[1].lower() in _LATIN_ON_THE_WEB:
            return "windows-1252"
    name = found[1].decode("ascii") if found else "utf-8"
    if name == "CHARSET" or name.lower().startswith("utf-16"):
        return None  # gettext's template; and UTF-16 would not have let its name be read
    if not is_text_encoding(name):
        raise ReadError(f"line 1: declares the encoding {name!r}, which is unknown; see --encoding")
    return name
