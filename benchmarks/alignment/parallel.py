"""NTREX-128 and FLORES-200: the same sentences in many languages."""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from pathlib import Path

CODES = {
    "eng": "en", "fra": "fr", "deu": "de", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "zho_Hans": "zh", "jpn": "ja", "arb": "ar",
    "tur": "tr", "swe": "sv", "dan": "da", "nob": "nb", "fin": "fi", "ell": "el", "hun": "hu",
    "ron": "ro", "bul": "bg", "slk": "sk", "hrv": "hr", "srp": "sr", "slv": "sl", "lit": "lt",
    "lav": "lv", "lvs": "lv", "est": "et", "isl": "is", "kor": "ko", "heb": "he", "fas": "fa",
    "pes": "fa", "hin": "hi", "ind": "id", "vie": "vi", "tha": "th", "cat": "ca",
}  # fmt: skip

Sentences = dict[str, str]
"""By set, document and number."""


def parallel_texts(data: Path) -> dict[str, Sentences]:
    """By language; `data` holds `clean_news.jsonl.gz`."""
    texts: defaultdict[str, Sentences] = defaultdict(dict)
    with gzip.open(data / "clean_news.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            code = record["lang"]
            language = CODES.get(code) or CODES.get(code.partition("_")[0], "")
            if not record["set"].startswith(("ntrex", "flores")) or not language:
                continue
            name = record["id"].replace(code, "")
            for number, sentence in enumerate(record["paragraphs"]):
                texts[language][f"{name} {number}"] = sentence
    return texts
