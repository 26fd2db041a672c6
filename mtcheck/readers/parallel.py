"""Two plain files of which each line renders the line of the same number, as MT toolkits keep
them. Only a newline ends a line."""

from __future__ import annotations

from bisect import bisect_right
from math import log, sqrt

from mtcheck.document import Document, Segment, Span
from mtcheck.readers import ReadError

_FEWEST = 4
_SHORTEST = 15
_MOST_BLANK = 0.2
_FURTHEST = log(2)
_PAIRED_SHARE = 0.85
_CORRELATION = 0.5


def line_spans(text: str) -> list[Span]:
    """The lines without what ends them; a newline at the very end begins no new one."""
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line.removesuffix("\r"))))
        start += len(line) + 1
    if spans[-1] == (len(text), len(text)):
        spans.pop()
    return spans


def line_segments(text: str, source: str, source_path: str) -> tuple[Segment, ...]:
    """The pairs of lines. Raises ReadError where one text has more."""
    targets, sources = line_spans(text), line_spans(source)
    if len(targets) != len(sources):
        raise ReadError(
            f"parallel files have a segment a line, but this has {len(targets)} of them and its "
            f"source {source_path} has {len(sources)}"
        )
    return tuple(
        Segment(target, of_source, number)
        for number, (target, of_source) in enumerate(zip(targets, sources, strict=True), 1)
    )


def is_parallel(document: Document) -> bool:
    """Do the document's lines clearly pair with its source's? As many of them, no blank lines that
    part paragraphs, lengths that go together, and sentences whose counterparts stand in the line
    of the same number."""
    source = document.source
    return (
        source is not None
        and _have_like_lines(document.text, source.text)
        and _keep_their_lines(document, source)
    )


def _have_like_lines(text: str, source: str) -> bool:
    lines = [[text[slice(*span)].strip() for span in line_spans(text)] for text in (text, source)]
    targets, sources = lines
    if not _FEWEST <= len(targets) == len(sources):
        return False
    if any(not target and not of_source for target, of_source in zip(*lines, strict=True)):
        return False
    if any(side.count("") > _MOST_BLANK * len(side) for side in lines):
        return False
    lengths = [(len(a), len(b)) for a, b in zip(*lines, strict=True) if a and b]
    ratio = sum(a for a, _ in lengths) / max(1, sum(b for _, b in lengths))
    long = [(a, b) for a, b in lengths if max(a, b * ratio) >= _SHORTEST]
    near = sum(abs(log(a / (b * ratio))) <= _FURTHEST for a, b in long)
    return near >= _PAIRED_SHARE * len(long) and _correlation(lengths) >= _CORRELATION


def _keep_their_lines(document: Document, source: Document) -> bool:
    starts = [[span.start for span in line_spans(side.text)] for side in (document, source)]
    return all(
        [bisect_right(starts[0], at) for at in (bead.target.start, bead.target.end - 1)]
        == [bisect_right(starts[1], at) for at in (bead.source.start, bead.source.end - 1)]
        for bead in document.beads
        if not (bead.is_omission or bead.is_addition)
    )


def _correlation(pairs: list[tuple[int, int]]) -> float:
    """Pearson's; 0 where one side does not vary, as the lines of a wrapped text do not."""
    count = max(1, len(pairs))
    mean_a, mean_b = sum(a for a, _ in pairs) / count, sum(b for _, b in pairs) / count
    spread_a = sqrt(sum((a - mean_a) ** 2 for a, _ in pairs))
    spread_b = sqrt(sum((b - mean_b) ** 2 for _, b in pairs))
    if not spread_a or not spread_b:
        return 0.0
    return sum((a - mean_a) * (b - mean_b) for a, b in pairs) / (spread_a * spread_b)
