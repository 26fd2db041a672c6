"""Paths, bytes and encodings."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mtcheck.finding import ReadFailure
from mtcheck.patterns import late_pattern
from mtcheck.readers import ReadError

STANDARD_INPUT = "-"
ARTICLE_SUFFIXES = (".txt", ".jsonl", ".ndjson")

_JSON_FIELD = late_pattern(r'"(?:text|headline|body)"\s*:')
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def find_files(path: str) -> Iterator[str | ReadFailure]:
    """The path itself, or the articles in the folder it names, in alphabetical order.

    Hidden files and folders are passed over; links to folders are not followed.
    """
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path
        return
    failures: list[ReadFailure] = []

    def unreadable(error: OSError) -> None:
        failures.append(ReadFailure(str(error.filename), f"cannot be opened: {error.strerror}"))

    found = False
    for folder, subfolders, names in os.walk(path, onerror=unreadable):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(ARTICLE_SUFFIXES) and not name.startswith("."):
                found = True
                yield str(Path(folder) / name)
    yield from failures
    if not found and not failures:
        kinds = ", ".join(ARTICLE_SUFFIXES)
        yield ReadFailure(path, f"no article in this folder; mtcheck looks for {kinds}")


def is_json_lines(path: str, content: str) -> bool:
    """By the file's name; for standard input by its first line."""
    if path != STANDARD_INPUT:
        return path.lower().endswith((".jsonl", ".ndjson"))
    first = content.lstrip().partition("\n")[0]
    return first.startswith("{") and _JSON_FIELD.search(first) is not None


def content_of(path: str, encoding: str | None) -> str:
    """The decoded content of a file or of standard input. Raises ReadError."""
    try:
        data = sys.stdin.buffer.read() if path == STANDARD_INPUT else Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError("there is no such file; check the path") from None
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror}") from None
    return decoded(data, encoding)


def decoded(data: bytes, encoding: str | None) -> str:
    """Bytes as text: by the encoding asked for, else a byte-order mark, else UTF-8.

    Raises ReadError where the bytes are no text in that encoding; nothing is guessed.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    codec = encoding or marked or "utf-8"
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
