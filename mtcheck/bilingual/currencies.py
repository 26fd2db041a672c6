"""The currencies of the sums in a passage, whatever the language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.words import UNSPACED

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

_FILE = Path(__file__).parent / "currencies.tsv"
_BEFORE, _BEHIND = 5, 24
_FIGURE = re.compile(r"\d(?:[\d.,\u00a0 ]*\d)?|[一二三四五六七八九十百千万亿萬億]+")


class NamedCurrency(NamedTuple):
    """start, end: of the sign or word, into the document's text. code: ISO 4217."""

    start: int
    end: int
    code: str


@cache
def _pattern() -> re.Pattern[str]:
    """All forms in small letters; the group that matches is named by the code."""
    groups = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, forms = line.split("\t")
            groups.append(f"(?P<{code}>{'|'.join(map(_form, _longest_first(forms)))})")
    return re.compile("|".join(groups))


def _longest_first(forms: str) -> list[str]:
    return sorted(forms.split(), key=lambda form: (-len(form), form))


def _form(form: str) -> str:
    stem = re.escape(form.rstrip("*"))
    if UNSPACED.search(form) or not form[0].isalpha():
        return stem
    return rf"(?<![^\W\d_]){stem}" + (r"[^\W\d_]*" if form.endswith("*") else r"(?![^\W\d_])")


def currencies_in(document: Document, span: Span) -> list[NamedCurrency]:
    """Those with a figure near by, in order: a pound of flesh is no sum."""
    found: dict[int, NamedCurrency] = {}
    text = document.folded
    for figure in _FIGURE.finditer(text, span.start, span.end):
        start = max(span.start, figure.start() - _BEFORE)
        for match in _pattern().finditer(text, start, min(span.end, figure.end() + _BEHIND)):
            currency = NamedCurrency(*match.span(), match.lastgroup or "")
            found.setdefault(currency.start, currency)
    return [found[start] for start in sorted(found)]
