"""Fixes carried into files: what would change, as a diff, and the writing itself.

A file is replaced whole or not at all, and keeps its encoding, byte-order mark, newlines and mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from mtcheck.finding import DocumentReport, ReadFailure
from mtcheck.fix import apply_fixes, compatible
from mtcheck.readers.files import STANDARD_INPUT, byte_order_mark, decoded
from mtcheck.writing import replace_file


class FixedFile(NamedTuple):
    """A plain-text file before and after its fixes. fixes: how many findings were mended."""

    path: str
    before: str
    after: str
    fixes: int


def fixed_files(documents: Iterable[DocumentReport], *, unsafe: bool) -> Iterator[FixedFile]:
    """The files that fixes change, in order.

    Only articles that are a file of their own are fixed: a record of JSON Lines or a segment of a
    bilingual file is data of another program. unsafe: take the fixes too that choose words.
    """
    for document in documents:
        if document.path in (None, STANDARD_INPUT) or document.id is not None or document.segments:
            continue
        fixes = [f.fix for f in document.findings if f.fix and (unsafe or f.fix.safe)]
        after = apply_fixes(document.text, fixes)
        if after != document.text:
            count = len(compatible(fixes))
            yield FixedFile(document.path or "", document.text, after, count)


def diff(file: FixedFile) -> str:
    """A unified diff of the file, with its own newlines shown as plain ones."""
    before, after = file.before.splitlines(), file.after.splitlines()
    lines = unified_diff(before, after, file.path, file.path, lineterm="")
    return "".join(f"{line}\n" for line in lines)


def write_fixed(file: FixedFile, encoding: str | None) -> ReadFailure | None:
    """Replace the file by its fixed text; what kept it from being written, if anything did."""
    path = Path(file.path)
    try:
        data = path.read_bytes()
        if decoded(data, encoding) != file.before:
            return ReadFailure(file.path, "changed while it was checked; it was left as it is")
        mark, codec = byte_order_mark(data)
        replace_file(path, mark + file.after.encode(encoding or codec))
    except UnicodeEncodeError as error:
        return ReadFailure(file.path, f"cannot hold the fix in its encoding: {error.reason}")
    except (OSError, ValueError) as error:
        return ReadFailure(file.path, f"cannot be fixed: {error}")
    return None
