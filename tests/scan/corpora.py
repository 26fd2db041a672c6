"""Small corpora, and ways to look at what a scan made of them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import zstandard

CLEAN = "Talks open in Moscow\n\nDelegates met in Moscow on Friday, the Kremlin said."
FAULTY = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met on Friday."
Record = Mapping[str, Any]


def records(count: int) -> list[dict[str, Any]]:
    """Each third is faulty; numbers in the texts make every one another."""
    return [
        {
            "id": f"n{number}",
            "lang": "en" if number % 2 else "en-GB",
            "url": f"https://www.paper{number % 3}.example/{number}",
            "text": (CLEAN if number % 3 else FAULTY).replace("Friday", f"Friday {number}"),
        }
        for number in range(count)
    ]


def lines_of(items: Iterable[Record]) -> bytes:
    return b"".join(json.dumps(item, ensure_ascii=False).encode() + b"\n" for item in items)


def write(path: Path, items: Iterable[Record]) -> Path:
    """The records in the format that the name tells."""
    items = list(items)
    if path.name.endswith(".parquet"):
        names = list(dict.fromkeys(name for item in items for name in item))
        columns = {name: [item.get(name) for item in items] for name in names}
        pyarrow.parquet.write_table(pa.table(columns), path, row_group_size=70)
        return path
    data = lines_of(items)
    if path.suffix == ".gz":
        data = gzip.compress(data)
    if path.suffix == ".zst":
        # Two frames, as programs that compress in parallel write them.
        middle = len(data) // 2
        data = b"".join(map(zstandard.ZstdCompressor().compress, (data[:middle], data[middle:])))
    path.write_bytes(data)
    return path


def table(output: Path, name: str) -> list[dict[str, Any]]:
    """All rows of a table that a scan wrote."""
    rows: list[dict[str, Any]] = []
    for path in sorted((output / name).iterdir()):
        if path.suffix == ".parquet":
            rows += pyarrow.parquet.read_table(path).to_pylist()
        else:
            rows += [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return rows


def files(output: Path) -> dict[str, bytes]:
    """Every file below the folder, and what it holds."""
    return {
        str(path.relative_to(output)): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }
