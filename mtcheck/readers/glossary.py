"""Glossaries: TSV, CSV and TBX (ISO 30042).

A table has a header. Known columns: source, target (renderings parted by |), forbidden (likewise),
keep (yes: not to be translated), source_lang, target_lang, note.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.readers import ReadError
from mtcheck.readers.files import content_of
from mtcheck.readers.safe_xml import Element, parse_xml
from mtcheck.terminology import Glossary, Term

_COLUMNS = ("source", "target", "forbidden", "keep", "source_lang", "target_lang", "note")
_YES = frozenset(("yes", "true", "1", "y", "x"))
_NO = frozenset(("", "no", "false", "0", "n"))
_NEVER = ("deprecatedTerm", "supersededTerm")


def read_glossaries(paths: tuple[str, ...]) -> Glossary | None:
    """The terms of all files, in order; None where there are none.

    Raises ReadError, whose message names the file and the line.
    """
    terms = [term for path in paths for term in _terms(path)]
    return Glossary(tuple(terms)) if terms else None


def _terms(path: str) -> Iterator[Term]:
    try:
        content = content_of(path, None)
        if content.lstrip().startswith("<"):
            yield from tbx_terms(content, path)
        else:
            yield from table_terms(content, path)
    except ReadError as error:
        raise ReadError(f"{path}: {error}") from None


def table_terms(content: str, path: str = "glossary") -> Iterator[Term]:
    """The terms of a table; its first line names the columns, parted by tabs or commas.

    Raises ReadError for an unknown column or a line that says nothing.
    """
    delimiter = "\t" if "\t" in content.partition("\n")[0] else ","
    rows = csv.DictReader(StringIO(content, newline=""), delimiter=delimiter)
    try:
        columns = [name.strip().lower() for name in rows.fieldnames or ()]
    except csv.Error as error:
        raise ReadError(f"line 1: {error}; is this a glossary?") from None
    unknown = [name for name in columns if name not in _COLUMNS]
    if unknown or not columns:
        known = ", ".join(_COLUMNS)
        if not columns:
            raise ReadError(f"is empty; its first line names the columns: {known}")
        raise ReadError(f"line 1: no column is called {unknown[0]!r}; known are {known}")
    rows.fieldnames = columns
    for row in _whole(rows):
        cells = {name: (row.get(name) or "").strip() for name in columns}
        if any(cells.values()):
            yield _term(cells, f"{path}:{rows.line_num}", rows.line_num)


def _whole(rows: csv.DictReader[str]) -> Iterator[dict[str, str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise ReadError(f"line {rows.line_num}: {error}; a quotation mark may not end") from None


def _term(cells: dict[str, str], place: str, line: int) -> Term:
    keep = cells.get("keep", "").lower()
    if keep not in _YES | _NO:
        raise ReadError(f"line {line}: keep is {keep!r}; write yes or no")
    source = cells.get("source", "")
    required, forbidden = _parted(cells.get("target", "")), _parted(cells.get("forbidden", ""))
    is_kept = keep in _YES
    if is_kept and not source:
        raise ReadError(f"line {line}: what is to be kept? its source is empty")
    if not (is_kept or forbidden or (source and required)):
        raise ReadError(f"line {line}: says neither a target nor what is forbidden")
    return Term(
        source=source,
        required=required or ((source,) if is_kept else ()),
        forbidden=forbidden,
        is_kept=is_kept,
        source_language=_tag(cells.get("source_lang", ""), line),
        target_language=_tag(cells.get("target_lang", ""), line),
        note=cells.get("note", ""),
        place=place,
    )


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _tag(tag: str, line: int) -> str:
    try:
        return normalized_tag(tag) if tag else ""
    except LanguageTagError as error:
        raise ReadError(f"line {line}: {error}") from None


def tbx_terms(content: str, path: str = "glossary") -> Iterator[Term]:
    """The terms of a TBX file, version 2 or 3: for each pair of languages of a concept, the
    renderings by their administrative status. Raises ReadError."""
    for element in _inside(parse_xml(content)):
        if element.name in ("termEntry", "conceptEntry"):
            yield from _concept_terms(element, path)


def _inside(element: Element) -> Iterator[Element]:
    """The element and all in it, in order."""
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _inside(child)


def _concept_terms(concept: Element, path: str) -> Iterator[Term]:
    good: dict[str, list[str]] = {}
    bad: dict[str, list[str]] = {}
    for section in concept.elements("langSet", "langSec"):
        tag = section.xml_attribute("lang") or section.attributes.get("lang", "")
        language = _tag(tag, section.line)
        for term, is_good in _statuses(section):
            (good if is_good else bad).setdefault(language, []).append(term)
    place = f"{path}:{concept.line}"
    for target in sorted(good.keys() | bad.keys()):
        required, forbidden = tuple(good.get(target, ())), tuple(bad.get(target, ()))
        if forbidden:
            yield Term(forbidden=forbidden, required=required, target_language=target, place=place)
        for source in sorted(good.keys() - {target}):
            for term in good[source] if required else ():
                yield Term(term, required, (), False, source, target, place=place)


def _statuses(section: Element) -> Iterator[tuple[str, bool]]:
    """(term, may it be written?) of one language."""
    for group in _inside(section):
        if group.name not in ("tig", "ntig", "termSec"):
            continue
        inside = list(_inside(group))
        words = [text for e in inside if e.name == "term" and (text := _text(e))]
        notes = " ".join(
            _text(e) for e in inside if "administrativeStatus" in (e.name, e.attributes.get("type"))
        )
        for word in words[:1]:
            yield word, not any(status in notes for status in _NEVER)


def _text(element: Element) -> str:
    return "".join(text.content for text in element.texts(lambda _: True)).strip()
