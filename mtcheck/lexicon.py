"""Rules that are data: word lists with patterns, scanned in one pass.

A lexicon is a set of TSV files, one folder a target language:

    mtcheck/languages/<target>/<lexicon>.tsv            forms of the target language itself
    mtcheck/languages/<target>/<lexicon>.<source>.tsv   what a translation from <source> leaves

The first line names the columns; lines that begin with # are comments. Columns, all but the
first optional:

    find        the phrase, in the notation below
    suggest     what to write instead
    confidence  high (speaks always), medium (only in a text translated from the source), low
    unless      a phrase in the same sentence that makes the entry innocent
    note        why this betrays a translation; one plain sentence
    sources     source languages, in place of the one in the file's name
    example     a text in which the entry speaks, the span marked with ⟦ ⟧; runs as a test
    counter     a text in which it stays silent; runs as a test

TSV because it is read in a tenth of the time of TOML, and every run reads it.

The notation of `find` and `unless` is that of `mtcheck.phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.language.data import FOLDER, languages
from mtcheck.phrase import Phrase, PhraseError, is_exact
from mtcheck.rule import CONFIDENCES, Confidence, Example, Hit, bad, good

if TYPE_CHECKING:
    from mtcheck.document import Document

_COLUMNS = (
    "find", "suggest", "confidence", "unless", "note", "sources", "example", "counter"
)  # fmt: skip
_WINDOW = 120
_SENTENCE_BREAK = re.compile(r"(?:^|[.!?…:;\n»”\"])[\s\"“«„‘'(\[–—-]*$")


class LexiconError(ValueError):
    """A line of a lexicon that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a lexicon. `sources` is empty for a form that tells nothing of its origin."""

    lexicon: str
    find: str
    suggest: str | None
    confidence: Confidence | None
    unless: str | None
    note: str
    sources: tuple[str, ...]
    example: str
    counter: str
    language: str
    place: str

    def examples(self) -> Iterator[Example]:
        """The entry's example and counter-example, as a rule's own."""
        source = self.sources[0] if self.sources and self.confidence == "medium" else None
        if self.example:
            yield bad(self.example, self.language, source_lang=source)
        if self.counter:
            yield good(self.counter, self.language, source_lang=source)


@dataclass(frozen=True, slots=True)
class Match:
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


class Scanner:
    """All entries of some lexicons for one target language, found in one pass over a text."""

    def __init__(self, entries: Sequence[Entry], language: str) -> None:
        from ahocorasick_rs import AhoCorasick

        self._language = language
        self._anchored: dict[bool, list[list[Entry]]] = {True: [], False: []}
        self._automata = {}
        for exact in (True, False):
            by_anchor: dict[str, list[Entry]] = {}
            for entry in entries:
                if is_exact(entry.find) is exact:
                    for anchor in _parsed(entry, entry.find, language).anchors:
                        by_anchor.setdefault(anchor, []).append(entry)
            self._anchored[exact] = list(by_anchor.values())
            self._automata[exact] = AhoCorasick(list(by_anchor))

    def scan(self, document: Document) -> dict[str, list[Match]]:
        """The matches of each lexicon, in order of the text; of those that overlap in one
        lexicon the longest stays."""
        found: dict[tuple[str, int, int], Match] = {}
        for exact, text in ((True, document.plain), (False, document.folded)):
            anchored = self._anchored[exact]
            hits = self._automata[exact].find_matches_as_indexes(text, overlapping=True)
            for index, start, end in hits:
                for entry in anchored[index]:
                    for match in self._verified(document, entry, start, end):
                        key = (entry.lexicon, match.start, match.end)
                        found[key] = _merged(found[key], match) if key in found else match
        by_lexicon: dict[str, list[Match]] = {}
        for match in sorted(found.values(), key=lambda match: (match.start, -match.end)):
            matches = by_lexicon.setdefault(match.entry.lexicon, [])
            if not matches or match.start >= matches[-1].end:
                matches.append(match)
        return by_lexicon

    def _verified(self, document: Document, entry: Entry, start: int, end: int) -> Iterator[Match]:
        phrase = _parsed(entry, entry.find, self._language)
        low, high = max(0, start - _WINDOW), min(len(document.text), end + _WINDOW)
        for found in phrase.regex.finditer(document.text, low, high):
            if not found.start() <= start < found.end():
                continue
            if phrase.opens_sentence and not _SENTENCE_BREAK.search(
                document.text[max(0, found.start() - 12) : found.start()]
            ):
                continue
            span = found.span("span") if "span" in phrase.regex.groupindex else found.span()
            if self._is_innocent(document, entry, *span):
                continue
            yield Match(entry, *span, entry.sources)

    def _is_innocent(self, document: Document, entry: Entry, start: int, end: int) -> bool:
        if document.in_link(start, end) or document.in_foreign_quotation(start, end):
            return True
        if not entry.unless:
            return False
        sentence = document.sentence_at(start)
        unless = _parsed(entry, entry.unless, self._language).regex
        return unless.search(document.text, sentence.start, sentence.end) is not None


def _merged(first: Match, second: Match) -> Match:
    """One match of two lines with the same form: it tells of both lines' sources."""
    sources = first.sources + tuple(s for s in second.sources if s not in first.sources)
    entry = max(first.entry, second.entry, key=_confidence_rank)
    return Match(entry, first.start, first.end, sources)


def _confidence_rank(entry: Entry) -> int:
    return CONFIDENCES.index(entry.confidence) if entry.confidence else len(CONFIDENCES)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names the word list that feeds a rule.

    of_every_language: the target's own forms and those of all other languages are looked for
        (a line left untranslated); otherwise only the files of the target's folder.
    """

    name: str
    of_every_language: bool = False

    def entries(self, target: str) -> tuple[Entry, ...]:
        """The entries for texts in the target language. Raises LexiconError."""
        return _entries(self, target)


@cache
def _entries(lexicon: Lexicon, target: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    folder = FOLDER / target
    own = folder / f"{lexicon.name}.tsv"
    if own.is_file():
        entries += read_entries(own, lexicon.name, target, ())
    for path in sorted(folder.glob(f"{lexicon.name}.*.tsv")):
        entries += read_entries(path, lexicon.name, target, (path.name.split(".")[-2],))
    if lexicon.of_every_language:
        for language in languages():
            path = FOLDER / language / f"{lexicon.name}.tsv"
            if language != target and path.is_file():
                entries += read_entries(path, lexicon.name, target, (language,))
    return tuple(entries)


def read_entries(
    path: Path, lexicon: str, language: str, sources: tuple[str, ...]
) -> Iterator[Entry]:
    """The entries of one TSV file, for texts in `language`. Raises LexiconError."""
    columns: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            if cells[0] != "find" or not set(cells) <= set(_COLUMNS):
                raise LexiconError(f"{path}:{number}: the columns are {', '.join(_COLUMNS)}")
            continue
        if len(cells) > len(columns):
            raise LexiconError(f"{path}:{number}: more cells than columns")
        row = dict(zip(columns, cells, strict=False))
        confidence = row.get("confidence") or None
        if confidence is not None and confidence not in CONFIDENCES:
            raise LexiconError(f"{path}:{number}: confidence is one of {', '.join(CONFIDENCES)}")
        own_sources = tuple(row["sources"].split()) if row.get("sources") else sources
        yield Entry(
            lexicon=lexicon,
            find=row["find"],
            suggest=row.get("suggest") or None,
            confidence=confidence,
            unless=row.get("unless") or None,
            note=row.get("note", ""),
            sources=tuple(source for source in own_sources if source != language),
            example=row.get("example", ""),
            counter=row.get("counter", ""),
            language=language,
            place=f"{path.parent.name}/{path.name}:{number}",
        )


def scanner(lexicons: Iterable[Lexicon], target: str) -> Scanner:
    """A scanner for these lexicons over texts in the target language, built once."""
    return _scanner(tuple(sorted(set(lexicons), key=lambda lexicon: lexicon.name)), target)


@cache
def _scanner(lexicons: tuple[Lexicon, ...], target: str) -> Scanner:
    return Scanner([e for lexicon in lexicons for e in lexicon.entries(target)], target)


_PHRASES: dict[tuple[str, str], Phrase] = {}


def _parsed(entry: Entry, source: str, language: str) -> Phrase:
    key = (source, language)
    if key not in _PHRASES:
        try:
            _PHRASES[key] = Phrase(source, language)
        except PhraseError as error:
            raise LexiconError(f"{entry.place}: {source!r}: {error}") from None
    return _PHRASES[key]
