"""Abbreviations of million and the like that only another language's press prints: 85 Mio. €."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages
from mtcheck.language.formats import SPACE, formats, is_foreign_matter, short_magnitudes
from mtcheck.rule import Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

_NUMBER = rf"\d(?<![\d.,].)[\d.,]*(?:{SPACE}\d{{3}}){{0,5}}"
_CURRENCY = (
    rf"(?P<money>{SPACE}?(?:de |di |d['’])?"
    r"(?:[$€£¥₽₴₺]|(?:US-)?(?:[Ee]uros?|[Ee]uró[ws]|eur|[Dd]olar\w{0,3}|[Dd]olla\w*|[Dd]oll?are?"
    r"|dólares|avro|EUR|USD|CHF|долл\w*|евро|євро|руб\w*|грн|kr(?:onor|oner)?|Kč|zł|złotych|Franken|francs"
    r"|[Rr]o?ubl?\w{1,4}|rub|h?ryv?n\w{1,3}|hryvn\w{1,3}|gr[ıi]vn\w{1,3}|zlot\w{1,4}|lir\w)\b\.?))?"
)
_SHORTEST_BARE = 3
_SIGNS = tuple("$€£¥")


class ShortMagnitude(NamedTuple):
    """A number with such an abbreviation, and with the currency where one follows.

    form: the abbreviation. sources: the languages that print it. own: what the document's own
    language prints for it, or None.
    """

    start: int
    end: int
    form: str
    sources: tuple[str, ...]
    own: str | None
    is_money: bool


def foreign_magnitudes(document: Document) -> Iterator[ShortMagnitude]:
    """All of them, in order of the text."""
    if not formats(document.language).is_known:
        return
    foreign = _foreign_forms(document.target)
    pattern = _pattern(document.target)
    if pattern is None or not document.digit_starts:
        return
    for found in pattern.finditer(document.text):
        form = found["form"]
        meaning, sources = foreign[form]
        if is_foreign_matter(document, found.start(), found.end()):
            continue
        own = short_magnitudes(document.target).get(meaning)
        start, end = found.span()
        has_sign = document.text[start - 1 : start] in _SIGNS
        is_money = has_sign or found["money"] is not None
        yield ShortMagnitude(
            start - has_sign, end, form, sources, own[0] if own else None, is_money
        )


def magnitude_hit(document: Document, short: ShortMagnitude) -> Hit:
    """What number-format and currency-format say of it."""
    names = " or ".join(language_name(source) for source in short.sources[:2])
    return Hit(
        short.start,
        short.end,
        f"“{short.form}” is an abbreviation of {names} news; the translation kept it.",
        suggestion=short.own or "the word in full",
        sources=short.sources,
    )


def _key(form: str) -> str:
    """Mrd. is German, whoever prints mrd."""
    return form.rstrip(".")


@cache
def _foreign_forms(target: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """For each abbreviation that the target does not print: what it means and who prints it."""
    own = {_key(form) for forms in short_magnitudes(target).values() for form in forms}
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for language in languages():
        for meaning, forms in short_magnitudes(language).items():
            for form in _as_written(forms, target):
                is_telling = len(form) >= _SHORTEST_BARE and form not in ("mil.", "bln", "tri")
                if is_telling and _key(form) not in own:
                    sources = found.get(form, (meaning, ()))[1]
                    found[form] = (meaning, tuple(dict.fromkeys((*sources, language))))
    return found


def _as_written(forms: Iterable[str], target: str) -> Iterator[str]:
    """The form, and with the capital that German gives it: 1,2 Mld. Zloty."""
    for form in forms:
        yield form
        if target == "de" and form.islower() and form.startswith("ml"):
            yield form.capitalize()
            if not form.endswith("."):
                yield f"{form.capitalize()}."


@cache
def _pattern(target: str) -> re.Pattern[str] | None:
    forms = sorted(_foreign_forms(target), key=len, reverse=True)
    if not forms:
        return None
    listed = "|".join(re.escape(form) for form in forms)
    return re.compile(rf"{_NUMBER}{SPACE}?(?P<form>{listed})(?!\w){_CURRENCY}")
