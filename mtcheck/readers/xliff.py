"""XLIFF 1.2 (OASIS, 2008) and 2.x (OASIS, 2014 and 2018): each <file> is an article.

Notes, alternative translations, matches of other modules and units that are not to be translated
are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.finding import ReadFailure
from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.safe_xml import Element, Text, parse_xml
from mtcheck.readers.segments import Note, Pair, article_of_pairs, language_told
from mtcheck.readers.xml_notes import comment_of, comments_in, notes_in

_TEXT_BEARING = frozenset({"g", "mrk", "pc"})
"""Inline elements that hold text; the others hold or stand for codes of the original format."""
_LINE_BREAKS = frozenset({"lb", "xlf:lb"})
_WRAP = late_pattern(r"(?<![ \t])[ \t]*+\n\s*+")


def read_xliff(path: str, content: str, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """An article for each <file>. Raises ReadError where the XML is broken or no XLIFF."""
    root = parse_xml(content, with_comments=True)
    if root.name != "xliff":
        raise ReadError(f"line {root.line}: the root is <{root.name}>, not <xliff>")
    files = list(root.elements("file"))
    if not files:
        raise ReadError(f"line {root.line}: holds no <file>; this is no XLIFF 1.2 or 2.x")
    is_second = root.attributes.get("version", "").startswith("2")
    outside = [note for child in root.children if (note := comment_of(child))]
    seen: set[str] = set()
    for number, file in enumerate(files, 1):
        declared = root if is_second else file
        id = None
        if len(files) > 1:
            id = file.attributes.get("original") or file.attributes.get("id") or f"file {number}"
            id = id if id not in seen else f"{id} ({number})"
            seen.add(id)
        try:
            yield _article(path, file, declared, is_second, id, options, outside)
        except ReadError as error:
            yield ReadFailure(path, str(error))


def _article(
    path: str,
    file: Element,
    declared: Element,
    is_second: bool,
    id: str | None,
    options: ReadOptions,
    outside: list[Note],
) -> Article:
    names = ("trgLang", "srcLang") if is_second else ("target-language", "source-language")
    where = f"line {declared.line}: "
    target, source = (declared.attributes.get(name) for name in names)
    outside = [note for child in declared.children if (note := comment_of(child))]
    units = list(_units(file, is_second, _Habits(), []))
    return article_of_pairs(
        path,
        [pair for unit in units for pair in _pairs(unit, is_second)],
        language_told(target or _target_language(units), options.language, where),
        language_told(source, options.source_language, where),
        id=id,
        line=file.line,
        notes=[
            *outside,
            *notes_in(file),
            *notes_in(file.first("header")),
            *notes_in(file.first("notes")),
        ],
    )


def _notes(element: Element | None) -> tuple[Note, ...]:
    """What stands in the <note> elements."""
    return tuple(
        Note("".join(text.content for text in note.texts(lambda _: False)), note.line)
        for note in (element.elements("note") if element else ())
    )


def _target_language(units: list[_Unit]) -> str | None:
    """The xml:lang of a target, where <file> does not tell."""
    targets = (unit.element.first("target") for unit in units)
    return next((tag for one in targets if one and (tag := one.xml_attribute("lang"))), None)


class _Habits(NamedTuple):
    """What elements inherit."""

    is_translated: bool = True
    is_preserved: bool = False

    def of(self, element: Element) -> _Habits:
        translate, space = element.attributes.get("translate"), element.xml_attribute("space")
        return _Habits(
            self.is_translated if translate is None else translate != "no",
            self.is_preserved if space is None else space == "preserve",
        )


class _Unit(NamedTuple):
    element: Element
    habits: _Habits
    comments: tuple[Note, ...] = ()


def _units(
    element: Element, is_second: bool, habits: _Habits, before: list[Note]
) -> Iterator[_Unit]:
    """The units inside, each with the comments before it. before: those that no unit had yet."""
    habits = habits.of(element)
    for child in element.children:
        if comment := comment_of(child):
            before.append(comment)
        if isinstance(child, Text) or child.namespace != element.namespace:
            continue
        if child.name == ("unit" if is_second else "trans-unit"):
            if (own := habits.of(child)).is_translated:
                yield _Unit(child, own, tuple(before))
            before.clear()
        elif child.name in ("body", "group"):
            yield from _units(child, is_second, habits, before)


def _pairs(unit: _Unit, is_second: bool) -> Iterator[Pair]:
    notes = (
        *unit.comments,
        *comments_in(unit.element),
        *notes_in(unit.element),
        *notes_in(unit.element.first("notes")),
    )
    for pair in _pairs_alone(unit, is_second):
        yield pair._replace(notes=notes)


def _pairs_alone(unit: _Unit, is_second: bool) -> Iterator[Pair]:
    id = unit.element.attributes.get("id")
    if is_second:
        segments = list(unit.element.elements("segment"))
        for number, segment in enumerate(segments, 1):
            name = segment.attributes.get("id") or (str(number) if len(segments) > 1 else None)
            full = "/".join(part for part in (id, name) if part)
            yield _pair(segment, unit.habits.of(segment), full or None)
        return
    cut, target = unit.element.first("seg-source"), unit.element.first("target")
    sources = _marks(cut) if cut else {}
    targets = _marks(target) if target else {}
    if not (sources and targets):
        yield _pair(unit.element, unit.habits, id)
        return
    for mark in {**sources, **targets}:
        yield _of_sides(
            unit.element, sources.get(mark), targets.get(mark), unit.habits, f"{id or ''}/{mark}"
        )


def _marks(element: Element) -> dict[str, Element]:
    """The segments that <mrk mtype="seg"> marks, by their number, in order."""
    found: dict[str, Element] = {}
    for child in element.children:
        if isinstance(child, Element) and child.namespace == element.namespace:
            if child.name == "mrk" and child.attributes.get("mtype") == "seg":
                found.setdefault(child.attributes.get("mid", str(len(found))), child)
            elif child.name in _TEXT_BEARING:
                found |= _marks(child)
    return found


def _pair(element: Element, habits: _Habits, id: str | None) -> Pair:
    return _of_sides(element, element.first("source"), element.first("target"), habits, id)


def _of_sides(
    parent: Element,
    source: Element | None,
    target: Element | None,
    habits: _Habits,
    id: str | None,
) -> Pair:
    text, line = _text(target, habits)
    return Pair(
        text,
        _text(source, habits)[0],
        line=line or (target or source or parent).line,
        id=id,
    )


def _text(element: Element | None, habits: _Habits) -> tuple[str, int | None]:
    """(text without inline codes, the line where it begins). Unless white space is to be kept,
    that of the file's layout is not text."""
    if element is None:
        return "", None
    is_preserved = habits.of(element).is_preserved
    lines = [""]
    begin: int | None = None
    for piece in _pieces(element):
        if piece is None:
            lines.append("")
            continue
        lines[-1] += piece.content
        if begin is None and (is_preserved or piece.content.strip()):
            begin = piece.line
    return "\n".join(lines if is_preserved else map(_unwrapped, lines)), begin


def _pieces(element: Element) -> Iterator[Text | None]:
    """The character data without codes, and None for a code that breaks the line."""
    for child in element.children:
        if isinstance(child, Text):
            if not child.is_comment:
                yield child
        elif child.namespace != element.namespace:
            continue
        elif child.name in _TEXT_BEARING:
            yield from _pieces(child)
        elif {child.attributes.get("ctype"), child.attributes.get("subType")} & _LINE_BREAKS:
            yield None


def _unwrapped(text: str) -> str:
    if "\n" not in text:
        return text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    lead = "" if "\n" in text[:start] else text[:start]
    tail = "" if "\n" in text[end:] else text[end:]
    return lead + _WRAP.sub(" ", text[start:end]) + tail
