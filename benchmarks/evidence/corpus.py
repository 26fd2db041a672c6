"""Reads the measuring data: news without MT, and MT output with its human translation.

The data lie outside the repository; see README.md beside this file for their form.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

KINDS = ("original", "human_translation", "mt", "mixed")
_THREE_LETTERS = {
    "eng": "en", "fra": "fr", "deu": "de", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "rus": "ru", "ukr": "uk", "pol": "pl", "ces": "cs", "swe": "sv", "tur": "tr", "zho": "zh",
    "jpn": "ja", "arb": "ar", "ara": "ar", "est": "et",
}  # fmt: skip


class Text(NamedTuple):
    """One article. source_language is None for originals and where the data do not say."""

    kind: str
    language: str
    source_language: str | None
    text: str
    id: str


def read_corpus(data: Path, language: str) -> Iterator[Text]:
    """All texts in the language: clean news first, then translations and originals of WMT21."""
    yield from _clean_news(data / "clean_news.jsonl.gz", language)
    yield from _news_docs(data / "news_docs.jsonl.gz", language)


def _records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _clean_news(path: Path, language: str) -> Iterator[Text]:
    for number, record in enumerate(_records(path)):
        code = record["lang"].replace("_", "-").split("-")[0]
        if _THREE_LETTERS.get(code, code) != language:
            continue
        origin = record["origin"]
        kind = (
            "original"
            if origin == "original"
            else ("human_translation" if origin.startswith("translated") else "mixed")
        )
        source = "en" if origin == "translated_from_en" else None
        text = "\n\n".join(record["paragraphs"])
        yield Text(kind, language, source, text, f"clean_news:{number}:{record.get('doc')}")


def _news_docs(path: Path, language: str) -> Iterator[Text]:
    for record in _records(path):
        if record["tgt_lang"] != language:
            continue
        source = record["src_lang"] if record["kind"] != "original" else None
        text = "\n\n".join(record["paragraphs"])
        yield Text(record["kind"], language, source, text, str(record["id"]))
