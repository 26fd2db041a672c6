"""What does it cost to scan a corpus, in time, memory and disk?

    python -m benchmarks.corpora.measure --data FOLDER [--articles 2000]

Whole `mtcheck scan` processes over machine-translated news of many languages
(FOLDER/news_docs.jsonl.gz). Time is that of the processors, all workers together; memory that of
the largest process. The last row has each article ten times over: its memory is to be that of the
row above it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from mtcheck.config import InForce
from mtcheck.readers import ReadOptions
from mtcheck.scan.checking import Checker
from mtcheck.scan.inputs import find_inputs
from mtcheck.scan.run import scan
from mtcheck.scan.work import Work
from mtcheck.settings import Settings


class Cost(NamedTuple):
    """processor: seconds. memory: megabytes. disk: bytes of what was written."""

    processor: float
    memory: float
    disk: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--tenfold", action="store_true", help="the last row too: takes long")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        measure(given.data, Path(folder), given.articles, tenfold=given.tenfold)


def measure(data: Path, folder: Path, count: int, *, tenfold: bool) -> None:
    """Print a table in Markdown."""
    chosen = random.Random(1).sample(list(articles(data)), count)
    lines = [json.dumps(article, ensure_ascii=False) + "\n" for article in chosen]
    (folder / "a.jsonl").write_text("".join(lines), encoding="utf-8")
    size = (folder / "a.jsonl").stat().st_size
    print("| scan | articles | articles a second | words a second | MB | bytes out, an article |")
    print("|---|--:|--:|--:|--:|--:|")
    runs: list[tuple[str, Sequence[str]]] = [
        ("Parquet, one worker", ["--jobs", "1"]),
        ("Parquet, two workers", ["--jobs", "2"]),
        ("JSON Lines, one worker", ["--jobs", "1", "--format", "jsonl"]),
        ("--lang en", ["--jobs", "1", "--lang", "en"]),
    ]
    words = 0
    for name, options in runs:
        cost, words = scanned(folder, "a.jsonl", options)
        row(name, count, words, cost)
    if tenfold:
        (folder / "b.jsonl").write_text("".join(lines * 10), encoding="utf-8")
        cost, words = scanned(folder, "b.jsonl", ["--jobs", "1"])
        row("Parquet, one worker", 10 * count, words, cost)
    print(f"\n{size / count:,.0f} bytes in, {words / count / (10 if tenfold else 1):,.0f} words")
    print(f"The process that reads and writes: {parent_rate(folder, count):,.0f} articles a second")


def parent_rate(folder: Path, count: int) -> float:
    """Articles a second of the time of the process that feeds two workers."""
    output = str(folder / "own")
    inputs = find_inputs([str(folder / "a.jsonl")], output)
    # What is loaded once, however long the scan is, does not count.
    for settings in (Settings(select=("debris",)), Settings()):
        before = processor_time()
        work = Work(Checker(InForce(settings, ReadOptions())), "parquet")
        scan(inputs, output, work, jobs=2, restart=Path(output).exists())
    return count / (processor_time() - before)


def processor_time() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def articles(data: Path) -> Iterator[dict[str, str]]:
    with gzip.open(data / "news_docs.jsonl.gz", "rt", encoding="utf-8") as stream:
        for document in map(json.loads, stream):
            if document["kind"] == "mt":
                text = "\n\n".join(filter(None, document["paragraphs"]))
                yield {"id": document["id"], "lang": document["tgt_lang"], "text": text}


def scanned(folder: Path, corpus: str, options: Sequence[str]) -> tuple[Cost, int]:
    """(the cost, how many words there were). In a process of its own, which alone knows the
    memory of its children."""
    program = (
        "import json, resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))\n"
    )
    command = [sys.executable, "-m", "mtcheck", "scan", corpus, "-o", "out", "-q", "--no-config"]
    told = subprocess.run(
        [sys.executable, "-c", program, *command, "--restart", *options],
        cwd=folder, env=os.environ, capture_output=True, check=True,
    )  # fmt: skip
    processor, memory = json.loads(told.stdout)
    report = json.loads((folder / "out" / "report.json").read_text())
    tables = [folder / "out" / name for name in ("documents", "findings", "errors")]
    disk = sum(path.stat().st_size for table in tables for path in table.iterdir())
    return Cost(processor, memory, disk), report["words"]


def row(name: str, count: int, words: int, cost: Cost) -> None:
    rates = f"{count / cost.processor:,.0f} | {words / cost.processor:,.0f}"
    print(f"| {name} | {count:,} | {rates} | {cost.memory:.0f} | {cost.disk / count:,.0f} |")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
