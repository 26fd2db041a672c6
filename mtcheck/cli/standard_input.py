"""`mtcheck check -` where the text is needed as a whole: it has a name, or is to be mended."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

from mtcheck.cli.fixes import MOST_ROUNDS
from mtcheck.cli.options import UNREADABLE, complain
from mtcheck.readers.files import STANDARD_INPUT, byte_order_mark, bytes_of, decoded

if TYPE_CHECKING:
    from mtcheck.finding import DocumentReport, Report
    from mtcheck.readers import ReadOptions

_NAMELESS = "standard input"


class Input(NamedTuple):
    """What stood on standard input. name: what it is called in reports."""

    name: str
    data: bytes
    content: str


def read_input(name: str | None, options: ReadOptions) -> Input:
    """Standard input, read once and whole. Ends the command where it is no text."""
    from mtcheck.readers import ReadError

    try:
        data = bytes_of(STANDARD_INPUT, options.max_file_size)
        return Input(name or STANDARD_INPUT, data, decoded(data, options.encoding))
    except ReadError as error:
        complain(name or STANDARD_INPUT, str(error))
        raise typer.Exit(UNREADABLE) from None


def require_alone(paths: Sequence[str], option: str) -> None:
    """Ends the command where standard input is not the one path."""
    if list(paths) != [STANDARD_INPUT]:
        raise typer.BadParameter(f"{option} is for standard input alone: give - as the one path")


def say_if_empty(report: Report, name: str) -> None:
    """That standard input held no text, on standard error."""
    texts = [each.text for each in report.documents if each.path in (name, STANDARD_INPUT)]
    if not report.errors and not any(text.strip() for text in texts):
        complain(_NAMELESS, "nothing to check: it is empty")


def fix_input(given: Input, check: Callable[[str], Report], *, unsafe: bool) -> tuple[Report, str]:
    """(the report on what is left, the mended text): checked and mended until no fix is left."""
    from mtcheck.fixing import fixed_files

    content = given.content
    report = check(content)
    for _ in range(MOST_ROUNDS):
        changed = list(fixed_files(named(report.documents), unsafe=unsafe))
        if len(changed) != 1 or changed[0].before != content:
            break
        content = changed[0].after
        report = check(content)
    return report, content


def named(documents: Sequence[DocumentReport]) -> list[DocumentReport]:
    """The documents with a name for standard input, which no fix is otherwise made for."""
    return [
        document._replace(path=_NAMELESS) if document.path == STANDARD_INPUT else document
        for document in documents
    ]


def print_mended(given: Input, content: str, encoding: str | None) -> bool:
    """Print the mended text as the bytes that a file would get. Could it be? If it could not, the
    text is printed as it came."""
    mark, codec = byte_order_mark(given.data)
    is_written = True
    try:
        data = mark + content.encode(encoding or codec)
    except UnicodeEncodeError as error:
        complain(given.name, f"cannot hold the fix in its encoding: {error.reason}")
        data, is_written = given.data, False
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return is_written
