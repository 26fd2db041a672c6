"""What the press of a language prints: quotation marks, spacing, abbreviations.

The figures of CLDR (release 48) are the start; where the newspapers of a country print otherwise,
their habit is accepted too. One readable file a language: `languages/<subtag>/conventions.toml`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from mtcheck.language.data import FOLDER, primary_subtag, region_subtag


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions of one language, or of one region of it.

    name: the language's English name.
    quotes: the pairs that its press prints, opening and closing mark, the usual one first;
        empty where nothing is known.
    space_before: the marks that take a space before them.
    space_after: the marks that take a space after them (an opening « in French).
    titles: abbreviations that never end a sentence, lower-cased, without the last full stop.
    abbreviations: those that may end one.
    ordinal_dot: a full stop after a number makes an ordinal.
    """

    name: str
    quotes: tuple[str, ...] = ()
    space_before: str = ""
    space_after: str = ""
    titles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    ordinal_dot: bool = False


@cache
def conventions(tag: str) -> Conventions:
    """The conventions for a BCP 47 tag; what a region does not say its language says."""
    language, region = primary_subtag(tag), region_subtag(tag)
    path = FOLDER / language / "conventions.toml"
    if not path.is_file():
        return Conventions(name=language)
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    regional = table.get("region", {}).get(region, {}) if region else {}
    merged = {key: value for key, value in table.items() if key != "region"} | regional
    return Conventions(
        name=merged["name"],
        quotes=tuple(merged.get("quotes", ())),
        space_before=merged.get("space-before", ""),
        space_after=merged.get("space-after", ""),
        titles=frozenset(merged.get("titles", ())),
        abbreviations=frozenset(merged.get("abbreviations", ())),
        ordinal_dot=merged.get("ordinal-dot", False),
    )


def language_name(language: str) -> str:
    """The English name of a language that has a folder, else its subtag."""
    return conventions(language).name
