"""TSV and CSV: a segment a row, its sides in named or numbered columns.

TSV has no quoting (IANA, text/tab-separated-values): a quotation mark in a cell is text. CSV has
that of RFC 4180, parted by commas or semicolons.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mtcheck.finding import ReadFailure
from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.segments import Pair, article_of_pairs, language_told

Role = Literal["target", "source", "reference", "id", "lang", "source_lang", "doc"]

_NAMES: dict[Role, tuple[str, ...]] = {
    "target": ("target", "tgt", "translation", "mt", "hyp", "hypothesis", "text"),
    "source": ("source", "src", "original"),
    "reference": ("reference", "ref"),
    "id": ("id", "segment_id", "seg_id", "key"),
    "lang": ("lang", "language", "target_lang", "target_language", "tgt_lang"),
    "source_lang": ("source_lang", "source_language", "src_lang"),
    "doc": ("doc", "doc_id", "document", "document_id", "docid"),
}
ROLES = tuple(_NAMES)
_ROLE_OF = {name: role for role, names in _NAMES.items() for name in names}
_QUOTED_CELL = late_pattern(r'"([^"]*(?:""[^"]*)*)"')
_BARE_CELLS = {mark: late_pattern(rf"[^{mark}\r\n]*") for mark in ",;"}
_ROW_END = late_pattern(r"\r\n?|\n")

Columns = tuple[tuple[Role, str], ...]


class Cell(NamedTuple):
    """A cell and the line where it begins, from 1."""

    text: str
    line: int


def parse_columns(value: str) -> Columns:
    """ "source=1,target=2", also with names of columns. Raises ReadError for what is none."""
    columns: list[tuple[Role, str]] = []
    for part in value.split(","):
        name, sign, column = (piece.strip() for piece in part.partition("="))
        role = _ROLE_OF.get(name.lower())
        if role is None or not sign or not column or column == "0":
            raise ReadError(
                f"{part.strip()!r} is no column; write source=1,target=2 with numbers from 1 or "
                f"names of the header, for {', '.join(ROLES)}"
            )
        columns.append((role, column))
    if "target" not in dict(columns):
        raise ReadError("target is missing; write source=1,target=2")
    return tuple(columns)


def delimiter_of(first_line: str, preferred: str) -> str:
    """What parts the cells: the mark that yields columns with known names, else the preferred one
    where it stands in the line, else the commonest."""
    marks = (preferred, *(mark for mark in "\t,;" if mark != preferred))
    for mark in marks:
        if mark in first_line and _known(first_line.split(mark)):
            return mark
    if preferred in first_line:
        return preferred
    best = max(marks, key=first_line.count)
    return best if best in first_line else preferred


def _known(cells: list[str]) -> dict[Role, int]:
    """The columns of a header by what they hold; the first of each."""
    found: dict[Role, int] = {}
    for number, cell in enumerate(cells):
        if role := _ROLE_OF.get(_name(cell)):
            found.setdefault(role, number)
    return found


def is_header(cells: list[str]) -> bool:
    """Do the cells name all that a table needs, and nothing unknown?"""
    known = _known(cells)
    return len(cells) > 1 and "target" in known and all(_name(cell) in _ROLE_OF for cell in cells)


def _name(cell: str) -> str:
    return cell.strip().strip('"').strip().lower().replace(" ", "_").replace("-", "_")


def read_table(
    path: str, content: str, options: ReadOptions, preferred: str
) -> Iterator[Article | ReadFailure]:
    """An article, or one for each document and language that the rows name. Raises ReadError with
    the line of a row that cannot be read.

    preferred: the mark between cells where the header does not tell, a tab or a comma.
    """
    first_line = content.lstrip("\r\n").partition("\n")[0]
    delimiter = delimiter_of(first_line, preferred)
    rows = _tab_rows(content) if delimiter == "\t" else _quoted_rows(content, delimiter)
    first = next(rows, None)
    if first is None:
        raise ReadError("is empty; a table has a row for each segment")
    columns, has_header = _columns(first, options)
    if not has_header:
        rows = _before(first, rows)
    groups: dict[tuple[str, str, str], list[dict[Role, Cell]]] = {}
    for row in rows:
        record = _record(row, columns)
        groups.setdefault(_document_of(record), []).append(record)
    for (doc, language, source_language), records in (groups or {("", "", ""): []}).items():
        id = doc or (language if len(groups) > 1 else "")
        try:
            yield _article(path, id or None, language, source_language, records, options)
        except ReadError as error:
            yield ReadFailure(path, str(error))


def _before(row: list[Cell], rows: Iterator[list[Cell]]) -> Iterator[list[Cell]]:
    yield row
    yield from rows


def _columns(first: list[Cell], options: ReadOptions) -> tuple[dict[Role, int], bool]:
    """(the number of each column from 0, is the first row a header?)"""
    header, where = [cell.text for cell in first], f"line {first[0].line}: "
    names = [_name(cell) for cell in header]
    if not options.columns:
        found = _known(header)
        if "target" not in found:
            found |= _named_by_language(header, options)
        if "target" not in found:
            raise ReadError(
                f"{where}no column is named target (or text); name the columns with "
                "--columns source=1,target=2"
            )
        return found, True
    columns: dict[Role, int] = {}
    by_name = False
    for role, column in options.columns:
        if column.isascii() and column.isdigit():
            columns[role] = int(column) - 1
        elif _name(column) in names:
            columns[role] = names.index(_name(column))
            by_name = True
        else:
            raise ReadError(f"{where}no column is named {column!r}; it has {', '.join(header)}")
    return columns, by_name or is_header(header)


def _named_by_language(header: list[str], options: ReadOptions) -> dict[Role, int]:
    """The columns of a header that names languages, where --lang and --source-lang choose."""
    tags: list[str | None] = []
    for cell in header:
        try:
            tags.append(normalized_tag(cell.strip()))
        except LanguageTagError:
            tags.append(None)
    found: dict[Role, int] = {}
    if options.language in tags and options.language:
        found["target"] = tags.index(options.language)
    if options.source_language in tags and options.source_language:
        found["source"] = tags.index(options.source_language)
    return found


def _record(row: list[Cell], columns: dict[Role, int]) -> dict[Role, Cell]:
    needed = max(columns.values()) + 1
    if len(row) < needed:
        raise ReadError(
            f"line {row[0].line}: has {_counted(len(row))}, {needed} are needed; "
            "mend the row or see --columns"
        )
    return {role: row[number] for role, number in columns.items()}


def _counted(columns: int) -> str:
    return "1 column" if columns == 1 else f"{columns} columns"


def _document_of(record: dict[Role, Cell]) -> tuple[str, str, str]:
    doc, language, source_language = (
        record[role].text.strip() if role in record else ""
        for role in ("doc", "lang", "source_lang")
    )
    return doc, language, source_language


def _article(
    path: str,
    id: str | None,
    language: str,
    source_language: str,
    records: list[dict[Role, Cell]],
    options: ReadOptions,
) -> Article:
    line = records[0]["target"].line if records else 1
    where = f"line {line}: "
    return article_of_pairs(
        path,
        [_pair(record) for record in records],
        language_told(language, options.language, where),
        language_told(source_language, options.source_language, where),
        id=id,
        line=line,
    )


def _pair(record: dict[Role, Cell]) -> Pair:
    source, reference, id = record.get("source"), record.get("reference"), record.get("id")
    return Pair(
        record["target"].text,
        source.text if source else None,
        reference.text if reference else None,
        record["target"].line,
        id.text.strip() or None if id else None,
    )


def _tab_rows(content: str) -> Iterator[list[Cell]]:
    for number, line in enumerate(content.split("\n"), 1):
        line = line.removesuffix("\r")
        if line:
            yield [Cell(text, number) for text in line.split("\t")]


def _quoted_rows(content: str, delimiter: str) -> Iterator[list[Cell]]:
    """The rows of RFC 4180; empty lines are none. Raises ReadError."""
    bare = _BARE_CELLS[delimiter]
    at, line, size = 0, 1, len(content)
    row: list[Cell] = []
    while at < size:
        begin = line
        if content[at] == '"':
            quoted = _QUOTED_CELL.match(content, at)
            if quoted is None:
                raise ReadError(f'line {line}: a quoted cell that does not end; close it with "')
            row.append(Cell(quoted[1].replace('""', '"'), begin))
            line += len(_ROW_END.findall(quoted[1]))
            at = quoted.end()
        else:
            found = bare.match(content, at)
            assert found is not None  # the pattern matches an empty string
            row.append(Cell(found[0], begin))
            at = found.end()
        if content.startswith(delimiter, at):
            at += 1
            if at == size or content[at] in "\r\n":
                row.append(Cell("", line))
            else:
                continue
        ended = _ROW_END.match(content, at)
        if ended is None and at < size:
            raise ReadError(
                f'line {line}: text after a closing quotation mark; write "" for one in a cell'
            )
        if row != [Cell("", begin)]:
            yield row
        row = []
        if ended:
            at = ended.end()
            line += 1
