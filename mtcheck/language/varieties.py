"""Which English is an article written in, American or British? Which region's forms are at home?

The region of its language tag says so, where there is one. Otherwise words that only one of the
two spells so, and a few habits: "Mr." or "Mr", "May 7" or "7 May", ‘…’ around speech. Each form
counts once, however often it stands, and only a clear majority decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from mtcheck.language.data import FOLDER, file_names, region_subtag
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

Variety = Literal["US", "GB"]

_BRITISH_REGIONS = frozenset(("GB", "IE", "AU", "NZ", "ZA", "IN", "MT", "SG", "HK", "KE", "NG"))
_SMALL_WORD = late_pattern(r"\b[a-z]{3,}\b")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HABITS: tuple[tuple[Variety, re.Pattern[str]], ...] = (
    ("US", late_pattern(r"\b(?:Mr|Mrs|Ms|Dr)\. [A-Z]")),
    ("GB", late_pattern(r"\b(?:Mr|Mrs|Ms|Dr) [A-Z]")),
    ("US", late_pattern(rf"\b{_MONTH} \d{{1,2}}\b(?! ?(?:st|nd|rd|th)\b)")),
    ("GB", late_pattern(rf"\b\d{{1,2}} {_MONTH}\b")),
    ("GB", late_pattern(r"\bper cent\b")),
)
_LEAST_FORMS = 2
_CLEAR_MAJORITY = 3
_SINGLE_QUOTATIONS = 3


def english_variety(document: Document) -> Variety | None:
    """ "US" or "GB", or None for a text that does not show it or is not in English."""
    if document.target != "en":
        return None
    region = region_subtag(document.language)
    if region == "US":
        return "US"
    if region is not None:
        return "GB" if region in _BRITISH_REGIONS else None
    american, british = variety_signs(document)
    if american >= max(_LEAST_FORMS, _CLEAR_MAJORITY * british):
        return "US"
    if british >= max(_LEAST_FORMS, _CLEAR_MAJORITY * american):
        return "GB"
    return None


def variety_signs(document: Document) -> tuple[int, int]:
    """How many different signs of American and of British English an English text shows."""
    forms = _forms()
    found = [forms[word] for word in set(_SMALL_WORD.findall(document.text)) if word in forms]
    found += [variety for variety, habit in _HABITS if habit.search(document.text)]
    if _quotes_singly(document):
        found.append("GB")
    return found.count("US"), found.count("GB")


def _quotes_singly(document: Document) -> bool:
    """Does speech stand in single marks?"""
    speech = [q for q in document.quotations if q.end - q.start > 20]
    single = sum(q.is_single for q in speech)
    return single >= _SINGLE_QUOTATIONS and single > len(speech) - single


def _rows() -> Iterator[tuple[str, str, str]]:
    """(American form, British form, endings) of each line of `languages/en/varieties.tsv`."""
    lines = (FOLDER / "en" / "varieties.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    next(rows)
    for row in rows:
        american, british, endings = (*row, "", "")[:3]
        yield american, british, endings


@cache
def _forms() -> dict[str, Variety]:
    """Each word form of `languages/en/varieties.tsv` with the variety that it shows."""
    forms: dict[str, Variety] = {}
    for american, british, endings in _rows():
        for ending in ("", *endings.split()):
            if american:
                forms[american + ending] = "US"
            if british:
                forms[british + ending] = "GB"
    return forms


@cache
def other_spellings(english: str) -> dict[str, str]:
    """Each word form that one who writes this English ("US", "GB" or "Oxford": British with -ize)
    spells otherwise, with the form that he writes."""
    pairs: dict[str, str] = {}
    for american, british, endings in _rows():
        if not (american and british):
            continue
        for ending in ("", *endings.split()):
            us, gb = american + ending, british + ending
            takes_ize = english == "Oxford" and us.replace("iz", "is") == gb
            right, wrong = (us, gb) if english == "US" or takes_ize else (gb, us)
            pairs[wrong] = right
    return pairs


def habits_of_its_region(document: Document, kind: str) -> frozenset[str]:
    """What `regions.tsv` says of the article's region. kind: "prints", the foreign forms that its
    press prints as its own (NATO in Portugal, where Brazil has Otan); "capitals", the kinds of
    words that papers there may write with a capital throughout.

    The language tag tells the region, or several signs of its spelling do.
    """
    shown = document.once("regions shown", lambda: tuple(_regions_shown(document)))
    return frozenset().union(*(habits.get(kind, ()) for habits in shown))


def _regions_shown(document: Document) -> Iterator[dict[str, tuple[str, ...]]]:
    own = region_subtag(document.language)
    for region, habits in _regions(document.target).items():
        signs = sum(sign in document.folded for sign in habits["signs"]) if own is None else 0
        if own == region or signs >= _LEAST_FORMS:
            yield habits


@cache
def _regions(language: str) -> dict[str, dict[str, tuple[str, ...]]]:
    """The rows of each region in `languages/<language>/regions.tsv`."""
    if "regions.tsv" not in file_names(language):
        return {}
    lines = (FOLDER / language / "regions.tsv").read_text(encoding="utf-8").splitlines()
    kinds: dict[str, dict[str, tuple[str, ...]]] = {}
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    next(rows)
    for region, kind, forms in rows:
        kinds.setdefault(region, {})[kind] = tuple(forms.split("|"))
    return kinds
