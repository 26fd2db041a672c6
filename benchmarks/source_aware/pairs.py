"""Faithful pairs: news that people translated, beside its source, segment by segment."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtcheck.document import Document


class Pair(NamedTuple):
    """An article and its translation. segments: (source, target), in order; lengths: how many
    segments make a paragraph."""

    id: str
    source_language: str
    target_language: str
    segments: tuple[tuple[str, str], ...]
    lengths: tuple[int, ...]

    def document(self) -> Document:
        """The two as plain articles, as a user has them: nothing says what renders what."""
        source = Document(self.text(0), self.source_language)
        return Document(self.text(1), self.target_language, source=source)

    def text(self, side: int) -> str:
        """The source (0) or the target (1), its segments joined to paragraphs; a segment that is
        empty leaves nothing behind."""
        paragraphs = []
        start = 0
        join = "" if (self.source_language, self.target_language)[side] in ("zh", "ja") else " "
        for length in self.lengths:
            segments = [pair[side] for pair in self.segments[start : start + length]]
            paragraphs.append(join.join(segment for segment in segments if segment))
            start += length
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)

    def with_target(self, index: int, target: str) -> "Pair":
        """With another target in one segment."""
        return self.with_segment(index, self.segments[index][0], target)

    def with_segment(self, index: int, source: str, target: str) -> "Pair":
        segments = list(self.segments)
        segments[index] = (source, target)
        return self._replace(segments=tuple(segments))

    def place(self, index: int) -> tuple[int, int]:
        """Where the target of a segment begins and ends in the target's text; where it is empty,
        the end of what stands before it, twice."""
        before = self._replace(
            segments=tuple(
                (source, target if at < index else "")
                for at, (source, target) in enumerate(self.segments)
            )
        ).text(1)
        target = self.segments[index][1]
        if not target:
            return len(before), len(before)
        start = self.text(1).find(target, len(before))
        return start, start + len(target)


def read_pairs(data: Path, source: str, target: str) -> Iterator[Pair]:
    """The human translations of WMT21's articles in one direction."""
    with gzip.open(data / "news_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["kind"] != "human_translation":
                continue
            if (record["src_lang"], record["tgt_lang"]) != (source, target):
                continue
            sources, targets = record["src_paragraphs"], record["paragraphs"]
            if not sources or len(sources) != len(targets):
                continue
            lengths = record["para_lens"]
            if not lengths or sum(lengths) != len(targets):
                lengths = [1] * len(targets)
            segments = tuple(zip(sources, targets, strict=True))
            yield Pair(str(record["id"]), source, target, segments, tuple(lengths))
