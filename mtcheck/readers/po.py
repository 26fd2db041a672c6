"""Gettext PO: msgid is the source, msgstr the target. Obsolete and fuzzy entries are no translation
that anybody reads, so they are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.segments import Note, Pair, article_of_pairs, language_told

_STATEMENT = late_pattern(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?|domain)\s*(".*")\s*')
_QUOTED = late_pattern(r'"(?:[^"\\]|\\.)*"')
_ESCAPE = late_pattern(r"\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(.))")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_LANGUAGE = late_pattern(r"(?m)^Language:[ \t]*([\w-]+)")
_SOURCE_LANGUAGE = late_pattern(r"(?m)^X-Source-Language:[ \t]*([\w-]+)")


class _String(NamedTuple):
    text: str
    line: int


class _Entry:
    def __init__(self, is_fuzzy: bool = False, notes: tuple[Note, ...] = ()) -> None:
        self.strings: dict[str, _String] = {}
        self.is_fuzzy = is_fuzzy
        self.notes = notes


def read_po(path: str, content: str, options: ReadOptions) -> Article:
    """All entries as one article. Raises ReadError with the line of what is no PO."""
    pairs: list[Pair] = []
    notes: tuple[Note, ...] = ()
    language, source_language = options.language, options.source_language
    for entry in _entries(content):
        if not entry.strings["msgid"].text and "msgctxt" not in entry.strings:
            notes = entry.notes
            header = entry.strings.get("msgstr")
            if header:
                language = _told(_LANGUAGE, header, language)
                source_language = _told(_SOURCE_LANGUAGE, header, source_language)
        elif not entry.is_fuzzy:
            pairs += _pairs(entry)
    return article_of_pairs(path, pairs, language, source_language, notes=notes)


def _told(pattern: re.Pattern[str], header: _String, asked: str | None) -> str | None:
    found = pattern.search(header.text)
    return language_told(found and found[1], asked, f"line {header.line}: ")


def _pairs(entry: _Entry) -> Iterator[Pair]:
    strings = entry.strings
    context = strings.get("msgctxt")
    id = context.text if context else None
    singular, plural = strings["msgid"], strings.get("msgid_plural")
    targets = [name for name in strings if name.startswith("msgstr")]
    for name in targets:
        source = singular
        if plural and (name != "msgstr[0]" or len(targets) == 1):
            source = plural
        target = strings[name]
        yield Pair(target.text, source.text, line=target.line, id=id, notes=entry.notes)


def _entries(content: str) -> Iterator[_Entry]:
    entry = _Entry()
    is_fuzzy = False
    notes: list[Note] = []
    name: str | None = None
    for number, line in enumerate(content.split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            if line.startswith("#,"):
                is_fuzzy |= "fuzzy" in [flag.strip() for flag in line[2:].split(",")]
            elif line.startswith("#~"):
                is_fuzzy = False  # the flag was that of an obsolete entry
                notes.clear()
            elif line.startswith(("# ", "#.")):
                notes.append(Note(line[2:], number))
            continue
        name, text = _statement(line, number, name)
        if name == "domain":
            continue
        if name == "msgctxt" or (name == "msgid" and set(entry.strings) != {"msgctxt"}):
            if not line.startswith('"'):
                yield from _finished(entry)
                entry = _Entry(is_fuzzy, tuple(notes))
                is_fuzzy = False
                notes.clear()
        elif name != "msgid" and "msgid" not in entry.strings:
            raise ReadError(f"line {number}: {name} without a msgid before it")
        before = entry.strings.get(name)
        if before and not line.startswith('"'):
            raise ReadError(f"line {number}: a second {name} for one msgid")
        begin = before.line if before and before.text else number
        entry.strings[name] = _String((before.text if before else "") + text, begin)
    yield from _finished(entry)


def _statement(line: str, number: int, last: str | None) -> tuple[str, str]:
    """(keyword, string); a string by itself goes on with the last keyword."""
    if line.startswith('"'):
        if last is None:
            raise ReadError(f"line {number}: a string that belongs to no msgid or msgstr")
        return last, _unquoted(line, number)
    found = _STATEMENT.fullmatch(line)
    if found is None:
        raise ReadError(f'line {number}: no PO: expected msgid, msgstr or a string in "..."')
    return found[1], _unquoted(found[2], number)


def _finished(entry: _Entry) -> Iterator[_Entry]:
    if not entry.strings:
        return
    if not any(name.startswith("msgstr") for name in entry.strings):
        begin = next(iter(entry.strings.values())).line
        raise ReadError(f"line {begin}: this msgid has no msgstr; the file may be cut off")
    yield entry


def _unquoted(quoted: str, number: int) -> str:
    if not _QUOTED.fullmatch(quoted):
        raise ReadError(f'line {number}: a string that does not end, or a " without \\ before it')
    return _ESCAPE.sub(_character, quoted[1:-1])


def _character(found: re.Match[str]) -> str:
    hexadecimal, octal, letter = found.groups()
    if hexadecimal or octal:
        return chr(int(hexadecimal, 16) if hexadecimal else int(octal, 8))
    return _LETTERS.get(letter, letter)
