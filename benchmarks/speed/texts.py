"""Writes the texts that mtcheck and its peers are timed on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

_SOURCES = ("ja", "ru", "zh")
_TENTH = 10
_TINY = "Ministers met in Geneva on Friday.\n\nThey agreed on a new port.\n"
_PO_HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Language: en\\n"\n"X-Source-Language: {}\\n"\n\n'
)


class Texts(NamedTuple):
    """whole: all articles in one file, a blank line after each paragraph; tenth: its beginning;
    articles: a folder with a file for each; pairs: a folder with a PO file for each source
    language; tiny, tiny_pair: two sentences, to time the start."""

    whole: Path
    tenth: Path
    articles: Path
    pairs: Path
    tiny: Path
    tiny_pair: Path
    words: int
    tenth_words: int
    pair_words: int
    article_count: int


def written_texts(data: Path, work: Path, words: int) -> Texts:
    """The MT into English of `data/news_docs.jsonl.gz`, up to so many words. Raises OSError."""
    articles = work / "articles"
    pairs = work / "pairs"
    articles.mkdir(exist_ok=True)
    pairs.mkdir(exist_ok=True)
    paragraphs: list[str] = []
    entries: dict[str, list[str]] = {source: [] for source in _SOURCES}
    count = pair_words = number = 0
    for record in _by_turns(data / "news_docs.jsonl.gz"):
        own = record["paragraphs"]
        (articles / f"{number:04}.txt").write_text("\n\n".join(own) + "\n", encoding="utf-8")
        number += 1
        paragraphs += own
        count += _words(own)
        sources = record.get("src_paragraphs") or []
        if len(sources) == len(own):
            entries[record["src_lang"]] += map(_entry, sources, own)
            pair_words += _words(own)
        if count >= words:
            break
    whole, tenth = work / "whole.txt", work / "tenth.txt"
    whole.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    beginning = paragraphs[: len(paragraphs) // _TENTH]
    tenth.write_text("\n\n".join(beginning) + "\n", encoding="utf-8")
    for source, of_source in entries.items():
        text = _PO_HEAD.format(source) + "\n".join(
            f'msgctxt "{index}"\n{entry}' for index, entry in enumerate(of_source)
        )
        (pairs / f"{source}-en.po").write_text(text, encoding="utf-8")
    tiny, tiny_pair = work / "tiny.txt", work / "tiny.po"
    tiny.write_text(_TINY, encoding="utf-8")
    tiny_pair.write_text(
        _PO_HEAD.format("de") + _entry("Die Minister trafen sich.", "The ministers met."),
        encoding="utf-8",
    )
    return Texts(
        whole, tenth, articles, pairs, tiny, tiny_pair, count, _words(beginning), pair_words, number
    )


def _by_turns(path: Path) -> Iterator[dict[str, Any]]:
    """The MT into English, an article from each source language in turn."""
    by_source: dict[str, list[dict[str, Any]]] = {source: [] for source in _SOURCES}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            if record["tgt_lang"] == "en" and record["kind"] == "mt":
                by_source.get(record["src_lang"], []).append(record)
    for several in zip_longest(*by_source.values()):
        yield from (record for record in several if record)


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _entry(source: str, target: str) -> str:
    return f"msgid {_quoted(source)}\nmsgstr {_quoted(target)}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
