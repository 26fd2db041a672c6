"""Rules that are data: word lists with patterns, scanned in one pass.

A lexicon is a set of TSV files, one folder a target language:

    mtcheck/languages/<target>/<lexicon>.tsv            forms of the target language itself
    mtcheck/languages/<target>/<lexicon>.<source>.tsv   what a translation from <source> leaves;
                                                        "mul": from several, as each line says

The first line names the columns; lines that begin with # are comments. Columns, all but the
first optional:

    find        the phrase, in the notation below
    suggest     what to write instead
    confidence  high (speaks always), medium (only in a text translated from the source), low
    unless      a phrase in the same sentence that makes the entry innocent
    note        why this betrays a translation; one plain sentence
    sources     source languages, in place of the one in the file's name
    example     a text in which the entry speaks, the span marked with ⟦ ⟧; runs as a test
    counter     a text in which it stays silent; runs as a test; in both ¶ begins a paragraph

TSV because it is read in a tenth of the time of TOML, and every run reads it.

The notation of `find` and `unless` is that of `mtcheck.phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from pathlib import Path
from sys import byteorder
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from zlib import crc32

from mtcheck import anchors
from mtcheck.anchors import (
    Needs,
    anchor_texts,
    anchors_of,
    may_match,
    needs_of,
)
from mtcheck.cache import remembered
from mtcheck.language.data import FOLDER, file_names, languages_with
from mtcheck.language.words import small_letters
from mtcheck.patterns import late_pattern
from mtcheck.phrase import Phrase, PhraseError, parsed_phrase
from mtcheck.rule import CONFIDENCES, Confidence, Example, Hit, bad, good

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from mtcheck.document import Document

_COLUMNS = (
    "find", "suggest", "confidence", "unless", "note", "sources", "example", "counter"
)  # fmt: skip
_SEVERAL = "mul"
"""The code for multiple languages (ISO 639-2)."""
_WINDOW = 120
_MOST_MARKS = 4
"""So many signs may stand between the beginning of a phrase and its first word."""
_BEGINNING = 4
_LONGER_BEGINNING = 7
_HEAD = 16
_PIECE = 200_000
_FEW_LETTERS = 20_000
_BYTES = 4
_SENTENCE_BREAK = late_pattern(
    r"(?:^|[.!?…:;\n»”\"。！？：；」』】）؟؛])[\s\"“«„‘'(\[*_#>¡¿–—「『【（・■●◆▼▽-]{0,12}$"
)


class LexiconError(ValueError):
    """A line of a lexicon that cannot be used; the message names file and line."""


class Table(NamedTuple):
    """One TSV file of a lexicon, for texts in `language`.

    sources: the source languages that the file's name or folder tells.
    """

    lexicon: str
    language: str
    sources: tuple[str, ...]
    file: str
    columns: tuple[str, ...]


class Entry(NamedTuple):
    """One line of a table. Its cells are parted when they are asked for: a run reads thousands of
    lines and meets a few."""

    table: Table
    line: int
    text: str

    @property
    def find(self) -> str:
        return self.text.partition("\t")[0]

    def cell(self, column: str) -> str:
        """The text of a cell; empty where the line or the table has none."""
        cells = dict(zip(self.table.columns, self.text.split("\t"), strict=False))
        return cells.get(column, "")

    @property
    def suggest(self) -> str | None:
        return self.cell("suggest") or None

    @property
    def confidence(self) -> Confidence | None:
        return cast("Confidence | None", self.cell("confidence") or None)

    @property
    def unless(self) -> str | None:
        return self.cell("unless") or None

    @property
    def note(self) -> str:
        return self.cell("note")

    @property
    def sources(self) -> tuple[str, ...]:
        """The source languages that the form betrays; none where it tells nothing."""
        sources = tuple(self.cell("sources").split()) or self.table.sources
        return tuple(source for source in sources if source != self.table.language)

    @property
    def place(self) -> str:
        return f"{self.table.file}:{self.line}"

    def phrase(self, source: str) -> Phrase:
        """One of the entry's phrases, parsed. Raises LexiconError that names the line."""
        try:
            return parsed_phrase(source, self.table.language)
        except PhraseError as error:
            raise LexiconError(f"{self.place}: {source!r}: {error}") from None

    def validate(self) -> None:
        """Raise LexiconError unless every cell of the line can be used."""
        if self.text.count("\t") >= len(self.table.columns):
            raise LexiconError(f"{self.place}: more cells than columns")
        if self.confidence is not None and self.confidence not in CONFIDENCES:
            raise LexiconError(f"{self.place}: confidence is one of {', '.join(CONFIDENCES)}")
        self.phrase(self.find)
        if self.unless:
            self.phrase(self.unless)
        try:
            anchors_of(self.find, self.table.language)
        except PhraseError as error:
            raise LexiconError(f"{self.place}: {self.find!r}: {error}") from None

    def examples(self, confidence: Confidence = "high") -> Iterator[Example]:
        """The entry's example and counter-example, as a rule's own.

        confidence: the rule's, where the entry says none; with medium the source is told.
        """
        speaks_to_its_pair = (self.confidence or confidence) == "medium"
        source = self.sources[0] if self.sources and speaks_to_its_pair else None
        if example := self.cell("example").replace("¶", "\n\n"):
            yield bad(example, self.table.language, source_lang=source)
        if counter := self.cell("counter").replace("¶", "\n\n"):
            yield good(counter, self.table.language, source_lang=source)


class Match(NamedTuple):
    """An entry found in a document. start, end: code points, half-open."""

    entry: Entry
    start: int
    end: int
    sources: tuple[str, ...]

    def hit(self, message: str) -> Hit:
        """The hit with the entry's own suggestion, confidence and sources."""
        return Hit(
            self.start,
            self.end,
            message,
            suggestion=self.entry.suggest,
            sources=self.sources,
            confidence=self.entry.confidence,
        )


class Index(NamedTuple):
    """The lines of some lexicons and the anchors that lead to them: plain values that are stored,
    and few of them, because every run loads them. Of a line only what is asked for is read.

    tables: what makes each `Table`.
    texts: the lines, one after another, in UTF-8.
    places: five numbers a line: its table, its number there, where it begins in `texts`, and the
        range of its phrase's parts that its anchors are made of.
    anchors: for the folded and for the plain text: by its first letters, the anchors that begin
        so, each with the numbers of its lines ("anchor\t12 455", one a line).
    """

    tables: list[tuple[Any, ...]]
    texts: bytes
    places: bytes
    anchors: tuple[dict[str, str], dict[str, str]]


def index_of(entries: Iterable[Entry], language: str) -> Index:
    """The index of entries for texts in the language. Raises PhraseError."""
    tables: dict[Table, int] = {}
    texts: list[bytes] = []
    places: list[int] = []
    length = 0
    by_anchor: tuple[dict[str, list[int]], dict[str, list[int]]] = ({}, {})
    for number, entry in enumerate(entries):
        found = anchors_of(entry.find, language)
        for anchor in found.texts:
            by_anchor[found.exact].setdefault(anchor, []).append(number)
        table = tables.setdefault(entry.table, len(tables))
        places += (table, entry.line, length, found.first, found.end)
        texts.append(entry.text.encode())
        length += len(texts[-1])
    return Index(
        [tuple(table) for table in tables],
        b"".join(texts),
        b"".join(place.to_bytes(_BYTES, byteorder) for place in (*places, 0, 0, length)),
        (_by_beginning(by_anchor[False]), _by_beginning(by_anchor[True])),
    )


def _by_beginning(numbers: dict[str, list[int]]) -> dict[str, str]:
    rows: dict[str, list[str]] = {}
    for anchor, lines in numbers.items():
        row = f"{anchor}\t{' '.join(map(str, lines))}"
        rows.setdefault(anchor[:_BEGINNING], []).append(row)
    return {beginning: "\n".join(group) for beginning, group in rows.items()}


class _Line(NamedTuple):
    """A line that an anchor led to: its entry, and what its phrase needs."""

    entry: Entry
    phrase: str
    needs: Needs


class Scanner:
    """All entries of some lexicons for one target language, found in one pass over a text."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._places = memoryview(index.places).cast("I")
        self._finders = [_AnchorFinder(anchors) for anchors in index.anchors]
        self._lines: dict[int, _Line] = {}

    def scan(self, document: Document) -> dict[str, list[Match]]:
        """The matches of each lexicon, in order of the text; of those that overlap in one
        lexicon the surest stays, and of equally sure ones the first and longest."""
        verified: list[tuple[int, int, int, Match]] = []
        for visits in self._visits(document.plain):
            for number, start, end in visits:
                line = self._lines.get(number) or self._read(number)
                if may_match(line.needs, document.folded, start, end):
                    verified += (
                        (number, start, end, match)
                        for match in self._verified(document, line, start, end)
                    )
        found: dict[tuple[str, int, int], Match] = {}
        for _, _, _, match in sorted(verified, key=lambda each: each[:3]):
            key = (match.entry.table.lexicon, match.start, match.end)
            text = document.text[match.start : match.end]
            found[key] = _merged(found[key], match, text) if key in found else match
        by_lexicon: dict[str, list[Match]] = {}
        for match in sorted(found.values(), key=lambda match: (match.start, -match.end)):
            _keep(match, by_lexicon.setdefault(match.entry.table.lexicon, []))
        return by_lexicon

    def _visits(self, plain: str) -> Iterator[set[tuple[int, int, int]]]:
        """The lines whose anchors stand in the text, and where: a piece of the text at a time."""
        overlap = self._longest if len(plain) > _PIECE else 0
        for piece, first, length in anchor_texts(plain, _PIECE, overlap):
            yield {
                (number, first + start, first + end)
                for finder, text in zip(self._finders, (small_letters(piece), piece), strict=True)
                for numbers, start, end in finder.find(text, length)
                for number in numbers
            }

    @cached_property
    def _longest(self) -> int:
        """No anchor has more letters."""
        return max((finder.longest for finder in self._finders), default=0)

    def _read(self, number: int) -> _Line:
        table, row, start, first, end, _, _, stop = self._places[5 * number : 5 * number + 8]
        text = self._index.texts[start:stop].decode()
        entry = Entry(Table(*self._index.tables[table]), row, text)
        needs = needs_of(entry.find, entry.table.language, first, end)
        line = self._lines[number] = _Line(entry, entry.find, needs)
        return line

    def _verified(self, document: Document, line: _Line, start: int, end: int) -> Iterator[Match]:
        low, high = max(0, start - _WINDOW), min(len(document.text), end + _WINDOW)
        entry = line.entry
        phrase = entry.phrase(line.phrase)
        matches: Iterable[re.Match[str]]
        if line.needs.opens:
            matches = _beginning_at(phrase.regex, document.text, start, high)
        else:
            matches = phrase.regex.finditer(document.text, low, high)
        for found in matches:
            if not found.start() <= start < found.end():
                continue
            if phrase.opens_sentence and not opens_sentence(document.text, found.start()):
                continue
            span = found.span("span") if "span" in phrase.regex.groupindex else found.span()
            if self._is_innocent(document, entry, *span):
                continue
            yield Match(entry, *span, entry.sources)

    def _is_innocent(self, document: Document, entry: Entry, start: int, end: int) -> bool:
        if document.in_link(start, end) or document.in_foreign_quotation(start, end):
            return True
        unless = entry.unless
        if not unless:
            return False
        sentence = document.sentence_at(start)
        return document.once(  # a sentence may be a whole text without a full stop
            (unless, sentence.start),
            lambda: entry.phrase(unless).regex.search(document.text, *sentence) is not None,
        )


def _beginning_at(
    regex: re.Pattern[str], text: str, start: int, high: int
) -> Iterator[re.Match[str]]:
    """The match that begins there, or at a mark before."""
    for at in range(max(0, start - _MOST_MARKS), start + 1):
        found = regex.match(text, at, high)
        if found and found.end() > start:
            yield found
            return


class _AnchorFinder:
    """Finds the anchors of one index in texts.

    To make an automaton of all anchors takes longer than to check an article. So the first texts
    are asked which beginnings of anchors they hold, and these anchors are looked for one by one;
    the automaton is made when there is more to read.
    """

    def __init__(self, anchors: dict[str, str]) -> None:
        self._anchors = anchors
        self._lengths = sorted(set(map(len, anchors)))
        self._letters_read = 0
        self._rows: dict[str, tuple[tuple[str, _Row], ...]] = {}

    @property
    def longest(self) -> int:
        """How many letters the longest anchor has, or a few more."""
        rows = (max(group.split("\n"), key=len) for group in self._anchors.values())
        return max(map(len, rows), default=0)

    def find(self, text: str, length: int) -> Iterator[tuple[tuple[int, ...], int, int]]:
        """The numbers of an anchor's lines, and where it stands in the text that `anchor_text`
        was made of, white space at its edges left out.

        length: only anchors that begin in so many first signs of the text are wanted.
        """
        self._letters_read += length
        few = self._letters_read <= _FEW_LETTERS
        for (numbers, lead, signs), at in (
            self._one_by_one(text) if few else self._by_automaton(text)
        ):
            if at < length:
                yield numbers, at + lead, at + lead + signs

    def _one_by_one(self, text: str) -> Iterator[tuple[_Row, int]]:
        longer = _stretches(text, _LONGER_BEGINNING)
        for length in self._lengths:
            for beginning in _stretches(text, length) & self._anchors.keys():
                for row in self._anchors[beginning].split("\n"):
                    head = row[:_LONGER_BEGINNING]
                    if head not in longer and "\t" not in head:
                        continue
                    anchor = row[: row.index("\t")]
                    at = text.find(anchor)
                    while at >= 0:
                        yield _row(row), at
                        at = text.find(anchor, at + 1)

    def _by_automaton(self, text: str) -> Iterator[tuple[_Row, int]]:
        """The automaton knows how anchors begin: whole ones would make it larger, and no faster."""
        for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            head = text[start:end]
            rows = self._rows.get(head)
            if rows is None:
                rows = self._rows[head] = self._rows_of(head)
            for anchor, row in rows:
                if text.startswith(anchor, start):
                    yield row, start

    def _rows_of(self, head: str) -> tuple[tuple[str, _Row], ...]:
        """The anchors that begin so; those that are no longer, where it is short."""
        start = head if len(head) == _HEAD else f"{head}\t"
        return tuple(
            (row[: row.index("\t")], _row(row))
            for row in self._anchors[head[:_BEGINNING]].split("\n")
            if row.startswith(start)
        )

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        heads = {
            row[: min(row.index("\t"), _HEAD)]
            for group in self._anchors.values()
            for row in group.split("\n")
        }
        return AhoCorasick(
            sorted(heads), implementation=Implementation.ContiguousNFA, store_patterns=False
        )


class _Row(NamedTuple):
    """An anchor that a text held: the numbers of its lines, and the place of what it says in it,
    from where it was found; a space was put before the text."""

    numbers: tuple[int, ...]
    lead: int
    length: int


def _row(text: str) -> _Row:
    anchor, _, numbers = text.partition("\t")
    lead = len(anchor) - len(anchor.lstrip()) - 1
    return _Row(tuple(map(int, numbers.split())), lead, len(anchor.strip()))


def opens_sentence(text: str, offset: int) -> bool:
    """Does a sentence or block begin at the offset (code points), opening marks left out?"""
    return _SENTENCE_BREAK.search(text[max(0, offset - 12) : offset]) is not None


def _stretches(text: str, length: int) -> set[str]:
    """All that stands in the text in so many letters."""
    return {text[at : at + length] for at in range(len(text) - length + 1)}


def _keep(match: Match, kept: list[Match]) -> None:
    """Add the match to those kept, unless the last of them overlaps it and speaks for it."""
    if not kept or match.start >= kept[-1].end:
        kept.append(match)
        return
    surer = _confidence_rank(match.entry) - _confidence_rank(kept[-1].entry)
    if surer > 0:
        kept[-1] = match
    elif surer == 0 and not set(match.sources) <= set(kept[-1].sources):
        kept.append(match)  # each may be heard only in a text from its own source language


def _merged(first: Match, second: Match, text: str) -> Match:
    """One match of two lines with the same form: it tells of both lines' sources, or of none,
    where to one of them the form is the target's own. Of equally sure ones that line speaks which
    is written as the text is ("Le PM", not "le PM")."""
    sources: tuple[str, ...] = ()
    if first.sources and second.sources:
        sources = first.sources + tuple(s for s in second.sources if s not in first.sources)
    entry = max(
        first.entry, second.entry, key=lambda entry: (_confidence_rank(entry), entry.find == text)
    )
    return Match(entry, first.start, first.end, sources)


def _confidence_rank(entry: Entry) -> float:
    """An entry that says none has its rule's, high or medium: it ranks between the two."""
    return CONFIDENCES.index(entry.confidence or "high") - (0.5 if not entry.confidence else 0)


class Lexicon(NamedTuple):
    """Names the word list that feeds a rule.

    of_every_language: the target's own forms and those of all other languages are looked for
        (a line left untranslated); otherwise only the files of the target's folder.
    folder: where the folders of the languages lie; None: they ship with mtcheck.
    rows: the lines themselves, of the columns find and suggest, in place of files.
    """

    name: str
    of_every_language: bool = False
    folder: Path | None = None
    rows: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Tells the lexicon from all others, those of the same name elsewhere among them."""
        if self.folder is None and not self.rows:
            return self.name
        return f"{self.folder or 'rows'}\t{self.name}"

    def languages(self) -> tuple[str, ...]:
        """The target languages that it has a file for, in alphabetical order: what a rule that it
        feeds can claim."""
        if self.folder is None:
            return languages_with(f"{self.name}.*")
        files = self.folder.glob(f"*/{self.name}.*tsv")
        return tuple(sorted({file.parent.name for file in files}))

    def entries(self, target: str) -> tuple[Entry, ...]:
        """The entries for texts in the target language. Raises LexiconError."""
        return _entries(self, target)


@cache
def _entries(lexicon: Lexicon, target: str) -> tuple[Entry, ...]:
    return tuple(_all_entries(lexicon, target))


def _all_entries(lexicon: Lexicon, target: str) -> Iterator[Entry]:
    table = Table(lexicon.key, target, (), lexicon.name, _COLUMNS[:2])
    for number, row in enumerate(lexicon.rows, 1):
        yield Entry(table, number, row)
    for path, sources in _files(lexicon, target):
        yield from read_entries(path, lexicon.key, target, sources)


def _files(lexicon: Lexicon, target: str) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The lexicon's files for texts in the target language, and the sources that each tells."""
    if lexicon.rows:
        return
    folder, name = (lexicon.folder or FOLDER) / target, f"{lexicon.name}.tsv"
    files = file_names(target) if lexicon.folder is None else _names_in(folder)
    if name in files:
        yield folder / name, ()
    for file in sorted(files):
        if file.startswith(f"{lexicon.name}.") and file.endswith(".tsv") and file != name:
            source = file.split(".")[-2]
            yield folder / file, () if source == _SEVERAL else (source,)
    if lexicon.of_every_language:
        for language in lexicon.languages() if lexicon.folder else languages_with(name):
            if language != target and (path := folder.parent / language / name).is_file():
                yield path, (language,)


def _names_in(folder: Path) -> tuple[str, ...]:
    return tuple(path.name for path in folder.iterdir()) if folder.is_dir() else ()


def read_entries(
    path: Path, lexicon: str, language: str, sources: tuple[str, ...]
) -> Iterator[Entry]:
    """The entries of one TSV file, for texts in `language`. Raises LexiconError."""
    name = f"{path.parent.name}/{path.name}"
    table: Table | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line or line[0] == "#":
            continue
        if table is not None:
            yield Entry(table, number, line)
            continue
        columns = tuple(line.split("\t"))
        if columns[0] != "find" or not set(columns) <= set(_COLUMNS):
            raise LexiconError(f"{path}:{number}: the columns are {', '.join(_COLUMNS)}")
        table = Table(lexicon, language, sources, name, columns)


def scan(document: Document, lexicons: Iterable[Lexicon]) -> dict[str, list[Match]]:
    """The matches of these lexicons in the document, by their keys. What ships is looked for in
    one pass, rows in another, so that the stored index of the first serves everyone."""
    groups: dict[tuple[bool, bool], list[Lexicon]] = {}
    for lexicon in sorted(set(lexicons), key=lambda lexicon: lexicon.key):
        groups.setdefault((lexicon.folder is None, not lexicon.rows), []).append(lexicon)
    matches: dict[str, list[Match]] = {}
    for group in groups.values():
        matches |= _scanner(tuple(group), document.target).scan(document)
    return matches


@cache
def _scanner(lexicons: tuple[Lexicon, ...], target: str) -> Scanner:
    made_by = [
        Path(anchors.__file__),
        *(FOLDER / target / f"{name}.txt" for name in ("function-words", "news-words")),
    ]
    files = [path for lexicon in lexicons for path, _ in _files(lexicon, target)]
    if lexicons[0].rows:
        rows = (entry for lexicon in lexicons for entry in _all_entries(lexicon, target))
        return Scanner(index_of(rows, target))
    names = "+".join(lexicon.key for lexicon in lexicons)
    stored = remembered(
        f"lexicons-{target}-{crc32(names.encode()):08x}",
        [path for path in (*made_by, *files) if path.is_file()],
        lambda: tuple(
            index_of(
                # Read anew: what is stored must be what the files hold now.
                (entry for lexicon in lexicons for entry in _all_entries(lexicon, target)),
                target,
            )
        ),
    )
    return Scanner(Index._make(stored))
