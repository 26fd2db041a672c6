"""Dashes that part a quotation from its speaker as Russian and Spanish set them: “...”, — he said;
—...—, he said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import languages_with
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_RUSSIAN_STYLE = frozenset(("ru", "uk", "be", "bg", "kk", "mk", "sr", "hy", "ka", "lv", "lt", "et"))
_SPANISH_STYLE = frozenset(("es", "pt", "gl", "ca", "eu"))
_NO_COMMA_AFTER_DASH = frozenset(("en", "nl", "sv", "tr"))
"""Elsewhere a comma may follow the dash that ends a parenthesis."""
_COMMA_AND_DASH = late_pattern(r"(?<=[»”“’\"])(, ?[—–])(?= [^\W\d_A-ZÀ-ÞА-Я])")
_DASH_AND_COMMA = late_pattern(r"(?<=[^\W_.]) ?([—–],)(?= [^\W\d_])|(?<=[.!?»”\"]) ?([—–],)(?= \w)")


def speech_dashes(document: Document) -> Iterator[tuple[int, int, str, tuple[str, ...]]]:
    """start, end, whose they are, the languages they betray; a comma stands for both."""
    if "—" not in document.characters and "–" not in document.characters:
        return
    if document.target not in languages_with("conventions.toml"):
        return  # many a press of Asia has the Russian style
    if document.target not in _RUSSIAN_STYLE:
        for found in _COMMA_AND_DASH.finditer(document.text):
            yield *found.span(1), "Russian", ("ru", "uk")
    if document.target not in _SPANISH_STYLE | _RUSSIAN_STYLE:
        for found in _DASH_AND_COMMA.finditer(document.text):
            opener = document.text[document.block_at(found.start()).start]
            if document.target in _NO_COMMA_AFTER_DASH or opener in "—–":
                yield *found.span(1 if found[1] else 2), "Spanish", ("es",)
