"""Measure what each rule finds in real texts; the figures that `mtcheck explain` prints.

    python -m benchmarks.evidence.measure --data DATA --output mtcheck/evidence.tsv

See README.md beside this file for the data and for what each column means.
"""

import argparse
from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.evidence.corpus import (
    KINDS,
    RatedText,
    Text,
    languages_of,
    read_corpus,
    read_rated,
)
from benchmarks.evidence.work import in_order
from mtcheck import __version__
from mtcheck.document import Document, Segment, Span
from mtcheck.engine import check_document
from mtcheck.finding import Finding
from mtcheck.registry import all_rules
from mtcheck.settings import Settings

TOLD = ("human_translation_told", "mt_told")
BESIDE = ("human_translation_beside", "mt_beside")
RATED = ("rated", "touching", "by_chance", "segments", "bad", "bad_expected")
COLUMNS = (*KINDS, *TOLD, *BESIDE, *RATED)
_LENGTH_CLASSES = 20
ALL = "(all)"
BESIDE_SOURCE = [rule for rule in all_rules() if rule.needs == ("source",)]
ON = frozenset(rule.name for rule in all_rules() if rule.confidence != "low")
_DATA = "WMT news 2008-2021, NTREX-128, FLORES-200, 10kGNAD; MQM ratings of WMT, TED, biomedical"


class Seen(NamedTuple):
    """What one text gave: the column's words, the rules' findings in it."""

    column: str
    words: int
    findings: Counter[str]


class RatedSegment(NamedTuple):
    """One rated segment: its length in characters, whether it holds a major error, and the rules
    that marked something in it."""

    length: int
    is_bad: bool
    rules: frozenset[str]


class Rated(NamedTuple):
    """What one rated translation gave; by_chance: of as many findings placed at random."""

    words: int
    findings: Counter[str]
    touching: Counter[str]
    by_chance: Counter[str]
    segments: tuple[RatedSegment, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--lang", nargs="+", help="instead of all of the data")
    parser.add_argument("--limit", type=int, help="how many texts of each language to read")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--date", default=date.today().isoformat(), help="for the header")
    options = parser.parse_args()
    lines = [
        f"# date: {options.date}",
        f"# version: {__version__}",
        f"# data: {_DATA}",
        "# Made by benchmarks/evidence/measure.py, where README.md tells what the columns mean.",
        "\t".join(("rule", "language", *COLUMNS)),
    ]
    for language in options.lang or languages_of(options.data):
        lines += measured(options.data, language, options.limit, options.processes)
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measured(data: Path, language: str, limit: int | None, processes: int) -> list[str]:
    """The table's lines for one target language: its words, then each rule that claims it."""
    words: Counter[str] = Counter()
    found: dict[str, Counter[str]] = {column: Counter() for column in COLUMNS}
    segments: list[RatedSegment] = []
    texts = islice(read_corpus(data, language), limit)
    for seen_of_text in in_order(_seen, texts, processes):
        for seen in seen_of_text:
            words[seen.column] += seen.words
            found[seen.column] += seen.findings
    for rated in in_order(_rated, islice(read_rated(data, language), limit), processes):
        words["rated"] += rated.words
        found["rated"] += rated.findings
        found["touching"] += rated.touching
        for rule, chance in rated.by_chance.items():
            found["by_chance"][rule] += chance
        segments += rated.segments
    for column, counts in bad_segments(segments).items():
        found[column] += counts
    lines = [_row("(words)", language, words)]
    claiming = [rule.name for rule in all_rules() if rule.claims(language)]
    for column in COLUMNS[: -len(RATED)]:
        found[column][ALL] = sum(found[column][rule] for rule in claiming if rule in ON)
    for name in (ALL, *claiming):
        figures = {column: found[column][name] for column in COLUMNS}
        lines.append(_row(name, language, figures))
    return lines


def bad_segments(segments: list[RatedSegment]) -> dict[str, Counter[str]]:
    """For each rule, and for all together: the segments that it marks, those of them with a major
    error, and how many such as many segments of the same lengths would hold.

    Long segments hold more errors and more findings; so each is compared with its twentieth of
    all segments by length.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in RATED[-3:]}
    ordered = sorted(segments, key=lambda segment: segment.length)
    for number in range(_LENGTH_CLASSES):
        start, end = (len(ordered) * (number + i) // _LENGTH_CLASSES for i in (0, 1))
        alike = ordered[start:end]
        base = sum(segment.is_bad for segment in alike) / max(1, len(alike))
        for segment in alike:
            for rule in segment.rules | ({ALL} if segment.rules & ON else set()):
                counts["segments"][rule] += 1
                counts["bad"][rule] += segment.is_bad
                counts["bad_expected"][rule] += base  # type: ignore[assignment]
    return counts


def _row(name: str, language: str, figures: dict[str, float]) -> str:
    cells = (f"{figures.get(column, 0):.1f}".removesuffix(".0") for column in COLUMNS)
    return "\t".join((name, language, *cells))


def findings_in(text: str, language: str, source_language: str | None) -> tuple[Finding, ...]:
    """What the rules say by default; those that must be asked for are asked."""
    document = Document(text, language, source_language=source_language)
    on = [rule for rule in all_rules() if rule.confidence != "low"]
    off = [rule for rule in all_rules() if rule.confidence == "low"]
    findings = check_document(document, on, Settings()).findings
    if off:
        findings += check_document(document, off, Settings(confidence="low")).findings
    return findings


def findings_beside(
    text: str, language: str, source: str, source_language: str
) -> tuple[Finding, ...]:
    """What the rules that need a source say of a translation beside it, both as plain articles."""
    document = Document(text, language, source=Document(source, source_language))
    return check_document(document, BESIDE_SOURCE, Settings()).findings


def _seen(text: Text) -> list[Seen]:
    words = Document(text.text, text.language).word_count
    sources = {text.kind: None}
    if text.source_language:
        sources[f"{text.kind}_told"] = text.source_language
    seen = [
        Seen(column, words, Counter(f.rule for f in findings_in(text.text, text.language, source)))
        for column, source in sources.items()
    ]
    if text.source and text.source_language:
        findings = findings_beside(text.text, text.language, text.source, text.source_language)
        seen.append(Seen(f"{text.kind}_beside", words, Counter(f.rule for f in findings)))
    return seen


def _rated(rated: RatedText) -> Rated:
    text, starts = _joined(rated.segments)
    source, source_starts = _joined(rated.sources)
    pairs = tuple(
        Segment(Span(at, at + len(segment)), Span(of, of + len(original)))
        for at, segment, of, original in zip(
            starts[:-1], rated.segments, source_starts[:-1], rated.sources, strict=True
        )
    )
    beside = Document(
        text, rated.language, source=Document(source, rated.source_language), segments=pairs
    )
    findings: Counter[str] = Counter()
    touching: Counter[str] = Counter()
    by_chance: Counter[str] = Counter()
    rules: list[set[str]] = [set() for _ in rated.segments]
    found = findings_in(text, rated.language, rated.source_language)
    found += check_document(beside, BESIDE_SOURCE, Settings()).findings
    for finding in found:
        index = max(i for i, start in enumerate(starts[:-1]) if start <= finding.start)
        length = len(rated.segments[index])
        start = finding.start - starts[index]
        end = min(finding.end - starts[index], length)
        errors = rated.errors[index]
        rules[index].add(finding.rule)
        findings[finding.rule] += 1
        touching[finding.rule] += any(start < b and a < end for a, b in errors)
        by_chance[finding.rule] += chance_to_touch(errors, end - start, length)
    segments = tuple(
        RatedSegment(len(segment), is_bad, frozenset(names))
        for segment, is_bad, names in zip(rated.segments, rated.is_bad, rules, strict=True)
    )
    words = Document(text, rated.language).word_count
    return Rated(words, findings, touching, by_chance, segments)


def _joined(segments: tuple[str, ...]) -> tuple[str, list[int]]:
    """(a paragraph a segment, where each begins and where one more would)."""
    starts = [0]
    for segment in segments:
        starts.append(starts[-1] + len(segment) + 2)
    return "\n\n".join(segments), starts


def chance_to_touch(spans: tuple[tuple[int, int], ...], width: int, length: int) -> float:
    """How likely a stretch of `width` placed anywhere in a text of `length` touches a span."""
    places = length - width + 1
    if places <= 0:
        return float(bool(spans))
    touching = 0
    reached = 0
    for start, end in sorted(spans):
        first, last = max(reached, start - width + 1, 0), min(end, places)
        if last > first:
            touching += last - first
            reached = last
    return touching / places


if __name__ == "__main__":
    main()
