"""Fixes carried into files: what would change, as a diff, and the writing itself.

A file is replaced whole or not at all, and keeps its encoding, byte-order mark, newlines and mode.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.finding import DocumentReport, ReadFailure
from mtcheck.fix import apply_fixes, compatible
from mtcheck.readers.files import STANDARD_INPUT, decoded, encoding_of
from mtcheck.rule import Fix
from mtcheck.writing import replace_file

if TYPE_CHECKING:
    from mtcheck.file_map import FileMap


class FixedFile(NamedTuple):
    """A file before and after its fixes. fixes: how many findings were mended."""

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
        before = document.text
        if document.file_map:
            before, fixes = document.file_map.raw, _carried(document.text, document.file_map, fixes)
        after = apply_fixes(before, fixes)
        if after != before:
            yield FixedFile(document.path or "", before, after, len(compatible(fixes)))


def _carried(text: str, file_map: FileMap, fixes: list[Fix]) -> list[Fix]:
    """The fixes of a text as those of its file: those that markup does not stand in the way of,
    and after which the file says what the mended text does."""
    pairs = [
        (fix, mapped) for fix in compatible(fixes) if (mapped := file_map.fix(fix)) is not None
    ]
    if _does_as_told(text, file_map, pairs):
        return [mapped for _, mapped in pairs]
    kept: list[tuple[Fix, Fix]] = []
    for pair in pairs:
        if _does_as_told(text, file_map, [*kept, pair]):
            kept.append(pair)
    return [mapped for _, mapped in kept]


def _does_as_told(text: str, file_map: FileMap, pairs: list[tuple[Fix, Fix]]) -> bool:
    if file_map.prose_of is None:
        return True
    try:
        prose = file_map.prose_of(apply_fixes(file_map.raw, [mapped for _, mapped in pairs]))
    except ValueError:
        return False
    return _blocks(prose) == _blocks(apply_fixes(text, [fix for fix, _ in pairs]))


def _blocks(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


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
        mark, codec = encoding_of(data, encoding)
        replace_file(path, mark + file.after.encode(codec))
    except UnicodeEncodeError as error:
        return ReadFailure(file.path, f"cannot hold the fix in its encoding: {error.reason}")
    except OSError as error:
        return ReadFailure(file.path, f"cannot be fixed: {error.strerror or error}")
    except ValueError as error:
        return ReadFailure(file.path, f"cannot be fixed: {error}")
    return None
