"""How well are sentences aligned, and what was omitted or added found?

    python -m benchmarks.alignment.measure --data DATA [--pair en-de ...] [--limit N]

DATA holds `news_docs.jsonl.gz`: human translations, segment by segment. Each is made a plain
article whose paragraphs are put together at random on either side, and of whose segments some are
dropped. Printed for each pair: precision and recall of beads (a bead is right where it holds the
whole of the same segments on both sides), of omissions and additions (sentences), and the speed.
"""

from __future__ import annotations

import argparse
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.alignment.disturb import Disturbed, disturbed, pairs
from mtcheck.document import Span

DROPPED = (0.0, 0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pair", action="append", default=[])
    parser.add_argument("--limit", type=int, default=1000, help="articles of a pair")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print")
    options = parser.parse_args()
    by_pair = defaultdict(list)
    for pair in pairs(options.data / "news_docs.jsonl.gz"):
        name = f"{pair.source_language}-{pair.target_language}"
        if (not options.pair or name in options.pair) and len(by_pair[name]) < options.limit:
            by_pair[name].append(pair)
    print(
        "pair\tdropped\tarticles\tlinks_P\tlinks_R\tomitted_P\tomitted_R\tadded_P\tadded_R\twords_per_s"
    )
    for name, articles in sorted(by_pair.items()):
        for dropped in DROPPED:
            counts: Counter[str] = Counter()
            seconds = 0.0
            words = 0
            for pair in articles:
                case = disturbed(pair, dropped=dropped)
                _ = case.source.sentences, case.target.sentences
                started = time.perf_counter()
                _ = case.target.beads
                seconds += time.perf_counter() - started
                words += case.target.word_count
                count(case, counts, options.errors)
            print(
                f"{name}\t{dropped}\t{len(articles)}"
                f"\t{_share(counts, 'linked', 'links')}\t{_share(counts, 'linked', 'true_links')}"
                f"\t{_share(counts, 'omitted_right', 'omitted')}"
                f"\t{_share(counts, 'omitted_found', 'true_omitted')}"
                f"\t{_share(counts, 'added_right', 'added')}"
                f"\t{_share(counts, 'added_found', 'true_added')}\t{words / seconds:.0f}",
                flush=True,
            )


def _share(counts: Counter[str], part: str, whole: str) -> str:
    return (
        f"{counts[part]}/{counts[whole]}={100 * counts[part] / counts[whole]:.1f}"
        if counts[whole]
        else "-"
    )


def _segments(places: tuple[tuple[int, int, int], ...], span: Span) -> set[int]:
    """The segments that the span touches."""
    if span.start == span.end:
        return set()
    starts = [start for _, start, _ in places]
    first = max(0, bisect_right(starts, span.start) - 1)
    return {n for n, start, end in places[first:] if start < span.end and span.start < end}


def count(case: Disturbed, counts: Counter[str], errors: int) -> None:
    """Links are pairs of segments, one of either text, that a bead joins."""
    joined: set[tuple[int, int]] = set()
    for bead in case.target.beads:
        of_source = _segments(case.source_places, bead.source)
        of_target = _segments(case.target_places, bead.target)
        if not of_target:
            counts["omitted"] += 1
            right = of_source <= case.omitted
            counts["omitted_right"] += right
            if not right and counts["shown"] < errors:
                counts["shown"] += 1
                print("-", f"{bead.certainty:.1f}", case.source.text[slice(*bead.source)])
        elif not of_source:
            counts["added"] += 1
            counts["added_right"] += of_target <= case.added
            if not of_target <= case.added and counts["shown"] < errors:
                counts["shown"] += 1
                print("+", f"{bead.certainty:.1f}", case.target.text[slice(*bead.target)])
        joined |= {(a, b) for a in of_source for b in of_target}
    true = {(n, n) for n, _, _ in case.source_places} & {(n, n) for n, _, _ in case.target_places}
    counts["links"] += len(joined)
    counts["true_links"] += len(true)
    counts["linked"] += len(joined & true)
    empty_source = [b for b in case.target.beads if b.is_addition]
    empty_target = [b for b in case.target.beads if b.is_omission]
    for number, start, end in case.source_places:
        if number in case.omitted:
            counts["true_omitted"] += 1
            counts["omitted_found"] += _covers(empty_target, start, end, "source")
    for number, start, end in case.target_places:
        if number in case.added:
            counts["true_added"] += 1
            counts["added_found"] += _covers(empty_source, start, end, "target")


def _covers(beads: list, start: int, end: int, side: str) -> bool:  # type: ignore[type-arg]
    covered = sum(
        max(0, min(end, getattr(b, side).end) - max(start, getattr(b, side).start)) for b in beads
    )
    return covered > 0.5 * (end - start)


if __name__ == "__main__":
    main()
