"""What languages call the countries, cities, organisations and people that the news names.

Countries come from CLDR, cities and organisations from the languages' `place-names.tsv` (both
through `language/exonyms.py`), nations from `nations.tsv`, people from `people.tsv`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mtcheck.language.exonyms import identified_names

PEOPLE = Path(__file__).parent / "people.tsv"
NATIONS = Path(__file__).parent / "nations.tsv"

UNSPACED = ("zh", "ja", "ko", "th")
_CYRILLIC = ("ru", "uk", "bg", "be", "sr", "mk")
_COLUMNS = ("latin", "cyrillic", "chinese", "japanese", "arabic")
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def _column(language: str) -> str:
    own = {"zh": "chinese", "ja": "japanese", "ar": "arabic"}
    return own.get(language, "cyrillic" if language in _CYRILLIC else "latin")


@cache
def _people() -> dict[str, dict[str, tuple[str, ...]]]:
    """For each column of the file, what it calls each of them."""
    table: dict[str, dict[str, tuple[str, ...]]] = {column: {} for column in _COLUMNS}
    rows = [
        line.split("\t")
        for line in PEOPLE.read_text(encoding="utf-8").splitlines()
        if not line.startswith(("#", "latin\t"))
    ]
    for row in rows:
        for column, forms in zip(_COLUMNS, row, strict=True):
            names = tuple(form.lower() for form in forms.split("|") if form)
            table[column][f"person:{row[0]}"] = names
    return table


@cache
def _nations() -> dict[str, tuple[str, ...]]:
    rows = (
        line.split("\t")
        for line in NATIONS.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {identity: tuple(stems.split()) for identity, stems in rows}


@cache
def people_words(language: str) -> frozenset[str]:
    """Their last names, in small letters."""
    return frozenset(form for forms in _people()[_column(language)].values() for form in forms)


@cache
def _forms(language: str) -> dict[str, tuple[str, ...]]:
    """For each single form, in small letters, what it names."""
    table: dict[str, list[str]] = {}
    named = {**identified_names(language), **_people()[_column(language)]}
    for identity, forms in named.items():
        for form in forms:
            if len(form) > 1:
                table.setdefault(form.lower(), []).append(identity)
    return {form: tuple(dict.fromkeys(identities)) for form, identities in table.items()}


@cache
def _by_stem(language: str) -> dict[str, tuple[str, ...]]:
    """For the beginnings of single words, what they name."""
    table: dict[str, list[str]] = {}
    for form, identities in _forms(language).items():
        if form.isalpha() and len(form) > _SHORTEST_STEM:
            table.setdefault(_stem(form), []).extend(identities)
    return {form: tuple(dict.fromkeys(identities)) for form, identities in table.items()}


def _stem(form: str) -> str:
    return form[: max(_SHORTEST_STEM, len(form) - 2)]


def identities(word: str, language: str, *, is_inflected: bool = False) -> tuple[str, ...]:
    """What the word, in small letters, names; in an inflected language in any case."""
    found = _forms(language).get(word, ())
    if found or not is_inflected:
        return found
    stems = _by_stem(language)
    for ending in range(_LONGEST_ENDING + 1):
        stem = word[: len(word) - ending]
        if len(stem) >= _SHORTEST_STEM and stem in stems:
            return stems[stem]
    return ()


@cache
def known_name(language: str) -> re.Pattern[str]:
    """Any name of the tables, for a script without capitals."""
    forms = sorted(_forms(language), key=len, reverse=True)
    edge = r"(?<!\w)(?:و|ب|ل|ك)?" if language == "ar" else ""
    return re.compile(edge + "(" + "|".join(map(re.escape, forms)) + ")")


@cache
def renderings(identity: str, language: str) -> re.Pattern[str]:
    """Finds whatever the language calls it, its people and what is theirs, in small letters."""
    if identity.startswith("person:"):
        forms = _people()[_column(language)].get(identity, ())
        latin = _people()["latin"].get(identity, ())
        return re.compile("|".join(map(re.escape, (*forms, *latin))) or "(?!)")
    stems = {stem for stem in _nations().get(identity, ()) if not stem.startswith("=")}
    words = {stem[1:] for stem in _nations().get(identity, ()) if stem.startswith("=")}
    for form in identified_names(language).get(identity, ()):
        lowered = form.lower()
        if language in UNSPACED:
            stems.add(lowered)
        else:
            stems |= {_stem(part) for part in lowered.split() if len(part) > 3}
            stems.add(_stem(lowered))
            words.add(lowered)
    parts = [re.escape(stem) for stem in sorted(stems)]
    parts += [rf"{re.escape(word)}(?!\w)" for word in sorted(words)]
    edge = "" if language in (*UNSPACED, "ar") else r"(?<!\w)"
    return re.compile(f"{edge}(?:{'|'.join(parts)})" if parts else "(?!)")
