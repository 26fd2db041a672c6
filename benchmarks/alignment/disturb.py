"""Real pairs of articles, disturbed: paragraphs put together, segments dropped on one side. Their
translators merged and split sentences already. What corresponds to what is known."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtcheck.document import Document

CLOSERS = "\"'”’»“)]」』"


class Pair(NamedTuple):
    """An article and its human translation, segment by segment."""

    id: str
    source_language: str
    target_language: str
    source: tuple[str, ...]
    target: tuple[str, ...]


class Disturbed(NamedTuple):
    """Two texts, and where each segment stands in them: (segment, start, end)."""

    source: Document
    target: Document
    source_places: tuple[tuple[int, int, int], ...]
    target_places: tuple[tuple[int, int, int], ...]
    omitted: frozenset[int]
    added: frozenset[int]


def pairs(path: Path, *, kind: str = "human_translation") -> Iterator[Pair]:
    """The pairs of `news_docs.jsonl.gz`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["kind"] == kind and record.get("src_paragraphs"):
                yield Pair(
                    record["id"],
                    record["src_lang"],
                    record["tgt_lang"],
                    tuple(record["src_paragraphs"]),
                    tuple(record["paragraphs"]),
                )


def disturbed(
    pair: Pair, *, dropped: float = 0.0, is_scrambled: bool = True, seed: int = 0
) -> Disturbed:
    """The pair with paragraphs put together at random (each side in its own way; a headline stays
    one) and a share of the segments dropped, half on either side."""
    luck = random.Random(f"{pair.id}{seed}")
    omitted: set[int] = set()
    added: set[int] = set()
    for number in range(1, len(pair.source)):
        if luck.random() < dropped:
            (omitted if luck.random() < 0.5 else added).add(number)
    source, source_places = _joined(pair.source, added, luck, pair.source_language, is_scrambled)
    target, target_places = _joined(pair.target, omitted, luck, pair.target_language, is_scrambled)
    original = Document(source, pair.source_language)
    return Disturbed(
        original,
        Document(target, pair.target_language, source=original),
        source_places,
        target_places,
        frozenset(omitted),
        frozenset(added),
    )


def _joined(
    segments: tuple[str, ...],
    left_out: set[int],
    luck: random.Random,
    language: str,
    is_scrambled: bool,
) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    text = ""
    places: list[tuple[int, int, int]] = []
    share = luck.choice((0.2, 0.5, 0.8))
    for number, segment in enumerate(segments):
        segment = " ".join(segment.split())
        if number in left_out or not segment:
            continue
        if text:
            ends = text.rstrip(CLOSERS)[-1:] in tuple(".!?。！？…؟") and number > 1
            joins = is_scrambled and ends and luck.random() < share
            text += ("" if language in ("zh", "ja") else " ") if joins else "\n\n"
        places.append((number, len(text), len(text) + len(segment)))
        text += segment
    return text, tuple(places)
