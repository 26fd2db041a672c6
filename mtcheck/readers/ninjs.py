"""IPTC ninjs 1.x to 3.x: one news item as a JSON object.

1.x: `headline`, `body_text` or `body_xhtml`, `language`. 2.x and 3.x: `headlines` and `bodies`,
objects with `role`, `contentType` and `value`, of which the main ones are read.
"""

from __future__ import annotations

import json
from json.decoder import JSONArray, JSONObject, scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any

from mtcheck.blocks import line_spans
from mtcheck.file_map import Piece
from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.html import html_events, send
from mtcheck.readers.html_prose import HtmlProse
from mtcheck.readers.marked_up import article_of_prose, markup_escaped
from mtcheck.readers.prose import OpenBlock, Prose, ProseBuilder

_ESCAPE = late_pattern(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)
_MAIN_ROLES = ("main", "body", "story", "full", "article", "", "headline")
_TAG = late_pattern(r"<[a-zA-Z/!]")


class _PlacedString(str):
    """A string of a JSON text. start, end: of what stands between its quotation marks."""

    __slots__ = ("end", "start")
    start: int
    end: int


class _PlacingDecoder(json.JSONDecoder):
    """Decodes JSON into values whose strings know their place."""

    def __init__(self) -> None:
        super().__init__()
        self.parse_object = JSONObject
        self.parse_array = JSONArray
        self.parse_string = self._string
        self.scan_once = py_make_scanner(self)

    @staticmethod
    def _string(text: str, at: int, strict: bool = True) -> tuple[str, int]:
        value, end = scanstring(text, at, strict)
        placed = _PlacedString(value)
        placed.start, placed.end = at, end - 1
        return placed, end


def read_ninjs(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article. Raises ReadError."""
    item = _item(content)
    return article_of_prose(
        path,
        content,
        _prose(content, item),
        options,
        language=_string(item, "language"),
        escape=_escaped if _is_markup(_body(item)) else _json_escaped,
        prose_of=_text_of_ninjs,
    )


def _text_of_ninjs(raw: str) -> str:
    return _prose(raw, _item(raw)).text


def _json_escaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _escaped(text: str) -> str | None:
    escaped = markup_escaped(text)
    return None if escaped is None else _json_escaped(escaped)


def _item(content: str) -> dict[str, Any]:
    try:
        item = _PlacingDecoder().decode(content)
    except RecursionError:
        raise ReadError("is nested too deeply; this is no news item") from None
    except json.JSONDecodeError as error:
        raise ReadError(
            f"line {error.lineno}, column {error.colno}: no JSON: {error.msg}"
        ) from None
    except ValueError:  # Python makes no number of more than 4,300 digits
        raise ReadError("holds a number of thousands of digits; write it as a string") from None
    if not isinstance(item, dict) or not (_headline(item) or _body(item)):
        raise ReadError(
            "holds no headline, body_text, body_xhtml, headlines or bodies; this is no ninjs item"
        )
    return item


def _string(item: dict[str, Any], name: str) -> _PlacedString | None:
    value = item.get(name)
    return value if isinstance(value, _PlacedString) and value.strip() else None


def _headline(item: dict[str, Any]) -> _PlacedString | None:
    return (
        _string(item, "headline")
        or _main(item.get("headlines"))
        or _string(item, "title")
        or _string(item, "name")
    )


def _body(item: dict[str, Any]) -> _PlacedString | None:
    """The text, as markup where there is a choice: its paragraphs are sure."""
    return (
        _string(item, "body_xhtml")
        or _string(item, "body_html")
        or _string(item, "body_text")
        or _main(item.get("bodies"))
    )


def _main(values: object) -> _PlacedString | None:
    """The value of the main one of several forms, with markup before without."""
    if not isinstance(values, list):
        return None
    found = [
        (_rank(value), -number, text)
        for number, value in enumerate(values)
        if isinstance(value, dict) and (text := _string(value, "value"))
    ]
    return max(found)[2] if found else None


def _rank(value: dict[str, Any]) -> tuple[bool, bool]:
    role = str(value.get("role") or "").rpartition(":")[2].lower()
    return role in _MAIN_ROLES, "html" in str(value.get("contentType") or "").lower()


def _is_markup(text: str | None) -> bool:
    return bool(text) and bool(_TAG.search(text or ""))


def _prose(raw: str, item: dict[str, Any]) -> Prose:
    builder = ProseBuilder()
    if headline := _headline(item):
        _fill(builder, headline, raw, is_headline=True)
    if body := _body(item):
        _fill(builder, body, raw, is_headline=False)
    return builder.finish(raw)


def _fill(builder: ProseBuilder, value: _PlacedString, raw: str, *, is_headline: bool) -> None:
    """The blocks of a string, whose offsets are then made those of the file."""
    first = len(builder.blocks)
    if _is_markup(value):
        prose = HtmlProse(builder, keeps_furniture=True)
        send(html_events(value), prose)
        prose.finish()
    else:
        for start, end in [(0, len(value))] if is_headline else line_spans(value):
            builder.open("paragraph")
            builder.flow(value[start:end], start)
            builder.close()
    places = _places(raw, value)
    for block in builder.blocks[first:]:
        _move(block, places)
        if is_headline:
            block.kind = "headline"


def _places(raw: str, value: _PlacedString) -> list[int]:
    """Where in the file each character of the string begins, and where the last one ends."""
    places: list[int] = []
    at = value.start
    for found in _ESCAPE.finditer(raw, value.start, value.end):
        places += range(at, found.start())
        places.append(found.start())
        at = found.end()
    return [*places, *range(at, value.end + 1)]


def _move(block: OpenBlock, places: list[int]) -> None:
    moved = OpenBlock(block.kind)
    for start, end, file_start, file_end in block.pieces:
        if end - start != file_end - file_start:
            moved.pieces.append(Piece(start, end, places[file_start], places[file_end]))
            moved.length = end
            continue
        for i in range(file_start, file_end):
            moved.append("x", places[i], places[i + 1])
    block.pieces = moved.pieces
    if block.extent:
        block.extent = (places[block.extent[0]], places[block.extent[1]])
