"""Reads the measuring data: news without MT, and MT output with its human translation.

The data lie outside the repository; see README.md beside this file for their form.
"""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mtcheck.language.data import primary_subtag

LANGUAGES = (
    "en", "fr", "de", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "zh", "ja", "ar", "tr", "sv",
)  # fmt: skip
"""The target languages that mtcheck serves in full."""
KINDS = ("original", "human_translation", "mt", "mixed")


class Text(NamedTuple):
    """One article. language: BCP 47, with the region or script where the data name one.

    source_language is None for originals and where the data do not say.

    source: the original, where the data hold it beside the translation.
    is_article: the paragraphs are those of one article, headline first; otherwise the text is a
        block of lines that may span articles, an excerpt, or an article run into one paragraph.
    """

    kind: str
    language: str
    source_language: str | None
    text: str
    id: str
    is_article: bool = True
    source: str | None = None


class RatedText(NamedTuple):
    """Machine-translated segments of one document, one paragraph each, their sources, and the
    errors that professional raters marked, as half-open spans into each segment.

    is_bad: for each segment, whether a rater marked a major or critical error there, be it in the
        target or in what is missing from it.
    """

    language: str
    source_language: str
    segments: tuple[str, ...]
    errors: tuple[tuple[tuple[int, int], ...], ...]
    is_bad: tuple[bool, ...]
    id: str
    sources: tuple[str, ...]


def read_corpus(data: Path, language: str) -> Iterator[Text]:
    """All texts in the language: clean news first, then translations and originals of WMT21."""
    yield from _clean_news(data / "clean_news.jsonl.gz", language)
    yield from _news_docs(data / "news_docs.jsonl.gz", language)


def read_rated(data: Path, language: str) -> Iterator[RatedText]:
    """All rated machine translations into the language: news, talks, then biomedical abstracts.

    Segments that differed between raters are left out, and so are those of human translators.
    """
    for name in ("mqm_spans.jsonl.gz", "mqm_spans_bio.jsonl.gz"):
        documents: dict[tuple[str, ...], list[dict]] = {}
        for number, record in enumerate(_records(data / name)):
            if record["tgt_lang"] != language or not record["target_consistent"]:
                continue
            if record["system"].lower().startswith(("human", "ref")):
                continue
            document = record["doc"] or str(number)
            key = (record["set"], record["src_lang"], record["system"], document)
            documents.setdefault(key, []).append(record)
        for key, records in documents.items():
            yield RatedText(
                language,
                key[1],
                tuple(record["target"] for record in records),
                tuple(tuple(_target_spans(record["errors"])) for record in records),
                tuple(any(map(_is_grave, record["errors"])) for record in records),
                ":".join(key),
                tuple(record["source"] or "" for record in records),
            )


def _target_spans(errors: list[dict]) -> Iterator[tuple[int, int]]:
    for error in errors:
        if error["side"] == "target" and error["start"] is not None:
            yield error["start"], error["end"]


def _is_grave(error: dict) -> bool:
    return error["severity"] in ("Major", "Critical") and error["side"] != "source"


@cache
def _tag(code: str) -> str:
    """The BCP 47 tag of a code of the data: "fra-CA" is "fr-CA", "zho_Hant" is "zh-Hant"."""
    from babel.core import get_global

    language, _, rest = code.replace("_", "-").partition("-")
    language = get_global("language_aliases").get(language, language)
    is_usual_script = len(rest) == 4 and rest not in ("Hant", "Latn" if language == "sr" else "")
    return language if not rest or is_usual_script else f"{language}-{rest}"


def languages_of(data: Path) -> list[str]:
    """The languages (primary subtags) of all texts, those with the most texts first."""
    counts: Counter[str] = Counter()
    for record in _records(data / "clean_news.jsonl.gz"):
        counts[primary_subtag(_tag(record["lang"]))] += 1
    for record in _records(data / "news_docs.jsonl.gz"):
        counts[record["tgt_lang"]] += 1
    return [language for language, _ in counts.most_common()]


def _records(path: Path) -> Iterator[dict]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _clean_news(path: Path, language: str) -> Iterator[Text]:
    for number, record in enumerate(_records(path)):
        tag = _tag(record["lang"])
        if primary_subtag(tag) != language:
            continue
        origin = record["origin"]
        kind = (
            "original"
            if origin == "original"
            else ("human_translation" if origin.startswith("translated") else "mixed")
        )
        yield Text(
            kind,
            tag,
            "en" if origin == "translated_from_en" else None,
            "\n\n".join(record["paragraphs"]),
            f"clean_news:{number}:{record.get('doc')}",
            record["boundaries"] == "real",
        )


def _news_docs(path: Path, language: str) -> Iterator[Text]:
    for record in _records(path):
        if record["tgt_lang"] != language:
            continue
        source = record["src_lang"] if record["kind"] != "original" else None
        text = "\n\n".join(_paragraphs(record["paragraphs"], record["para_lens"]))
        original = _original(record) if source else None
        yield Text(record["kind"], language, source, text, str(record["id"]), source=original)


def _original(record: dict) -> str | None:
    if not record["src_paragraphs"]:
        return None
    return "\n\n".join(_paragraphs(record["src_paragraphs"], record["para_lens"]))


def _paragraphs(segments: list[str], lengths: list[int] | None) -> Iterator[str]:
    """The segments joined to the paragraphs that they were cut from, where that is known."""
    if not lengths or sum(lengths) != len(segments):
        yield from segments
        return
    start = 0
    for length in lengths:
        yield " ".join(segments[start : start + length])
        start += length
