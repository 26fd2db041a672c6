"""JSON Lines: one article a line, with `text`, or `headline` and `body`.

Known fields: id, text, headline, body, lang, source_lang, source, reference, mtcheck_ignore; others
are kept aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mtcheck.document import Comment
from mtcheck.finding import ReadFailure
from mtcheck.language.data import LanguageTagError
from mtcheck.readers import Article, ReadError, ReadOptions, make_document

STRINGS = ("text", "headline", "body", "lang", "source_lang", "source", "reference")
IGNORED = "mtcheck_ignore"
_PARTING = "\n\n"


def read_json_lines(
    path: str, content: str, options: ReadOptions
) -> Iterator[Article | ReadFailure]:
    """An article for each line; a line that is broken is named, and the others are read."""
    for number, line in enumerate(re.split(r"\r?\n", content), 1):
        if not line.strip():
            continue
        try:
            yield _article(path, line, number, options)._replace(line=number, is_record=True)
        except ReadError as error:
            yield ReadFailure(path, f"line {number}: {error}")


def _article(path: str, line: str, number: int, options: ReadOptions) -> Article:
    return article_of_record(path, record_of_line(line), number, options)


def article_of_record(
    path: str, record: Mapping[str, Any], number: int, options: ReadOptions
) -> Article:
    """The article that a record holds. number: of its line, from 1. Raises ReadError."""
    for name in STRINGS:
        if not isinstance(record.get(name), str | None):
            raise ReadError(f"{name!r} is no string")
    text, headline_end = _text(record)
    try:
        document = make_document(
            text,
            record.get("lang") or options.language,
            source_language=record.get("source_lang") or options.source_language,
            source=record.get("source"),
            reference=record.get("reference"),
            headline_end=headline_end,
            comments=_comments(record, number),
        )
    except LanguageTagError as error:
        raise ReadError(str(error)) from None
    id = record.get("id")
    known = ("id", IGNORED, *STRINGS)
    other = {name: value for name, value in record.items() if name not in known}
    return Article(path, None if id is None else str(id), document, other=other)


def record_of_line(line: str) -> dict[str, Any]:
    """The object that a line holds. Raises ReadError."""
    try:
        record = json.loads(line)
    except RecursionError:
        raise ReadError("is nested too deeply; write one flat object") from None
    except json.JSONDecodeError as error:
        raise ReadError(f"column {error.colno}: no JSON: {error.msg}") from None
    except ValueError:  # Python makes no number of more than 4,300 digits
        raise ReadError("holds a number of thousands of digits; write it as a string") from None
    if not isinstance(record, dict):
        raise ReadError('is no JSON object; write {"text": "..."}')
    return record


def _comments(record: Mapping[str, Any], number: int) -> tuple[Comment, ...]:
    """The rules that the record wants ignored, as the comment that would say so in a text."""
    told = record.get(IGNORED)
    names = [told] if isinstance(told, str) else told or []
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ReadError(f"{IGNORED!r} is no list of the names of rules")
    listed = ", ".join(names)
    return (Comment(f"mtcheck-ignore-file {listed}", 0, number),) if names else ()


def _text(record: Mapping[str, Any]) -> tuple[str, int | None]:
    """(text, end of the headline): `text` as it stands, or headline and body joined."""
    if record.get("text") is not None:
        return str(record["text"]), None
    headline, body = record.get("headline"), record.get("body")
    if headline is None and body is None:
        raise ReadError("holds no 'text' (nor 'headline' and 'body')")
    parts = [part for part in (headline, body) if part]
    return _PARTING.join(parts), len(headline or "")
