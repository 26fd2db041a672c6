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
CYRILLIC = ("ru", "uk", "bg", "be", "sr", "mk")
_COLUMNS = ("latin", "cyrillic", "chinese", "japanese", "arabic")
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


def _column(language: str) -> str:
    own = {"zh": "chinese", "ja": "japanese", "ar": "arabic"}
    return own.get(language, "cyrillic" if language in CYRILLIC else "latin")


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
            names = tuple(form.lower() for form in forms.lstrip("*").split("|") if form)
            table[column][f"person:{row[0].partition('|')[0]}"] = names
    return table


def is_unmistakable(identity: str) -> bool:
    """A person whose name few others have?"""
    return identity.startswith("person:") and not identity.startswith("person:*")


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
    for identity, stems in _nations().items():
        if identity.startswith("place:"):
            named[identity] = tuple(stem.strip("=") for stem in stems)
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
            table.setdefault(_noun_stem(form), []).extend(identities)
    return {form: tuple(dict.fromkeys(identities)) for form, identities in table.items()}


def _stem(form: str) -> str:
    return form[: max(_SHORTEST_STEM, len(form) - 2)]


def _noun_stem(form: str) -> str:
    """Without the vowel that a case replaces."""
    return form[:-1] if form[-1] in "aeiouyáéíóúýěůаеиоуыэюяьйії" else form


@cache
def _parts(language: str) -> dict[str, tuple[str, ...]]:
    """The longer words of names of several words (Zealand)."""
    table: dict[str, list[str]] = {}
    for form, identities in _forms(language).items():
        for part in form.replace("-", " ").split() if " " in form or "-" in form else ():
            if len(part) > 5:
                table.setdefault(part, []).extend(identities)
    return {part: tuple(dict.fromkeys(identities)) for part, identities in table.items()}


def identities_of_part(word: str, language: str) -> tuple[str, ...]:
    """What the names are that have the word, in small letters, in them."""
    return _parts(language).get(word, ())


def identities(word: str, language: str) -> tuple[str, ...]:
    """What the word, in small letters, names; with an s of the genitive too."""
    forms = _forms(language)
    return forms.get(word) or (forms.get(word.removesuffix("s"), ()) if len(word) > 5 else ())


def identities_of_inflected(word: str, language: str) -> tuple[str, ...]:
    """What it names in any of its cases."""
    stems = _by_stem(language)
    for ending in range(1, _LONGEST_ENDING + 1):
        stem = word[: len(word) - ending]
        if len(stem) >= _SHORTEST_STEM and stem in stems:
            return stems[stem]
    return ()


@cache
def known_name(language: str) -> re.Pattern[str]:
    """Any name of the tables, for a script without capitals."""
    forms = sorted(_forms(language), key=len, reverse=True)
    if language == "ar":
        words = "|".join(re.escape(form) for form in forms if len(form) > 3)
        return re.compile(rf"(?<!\w)(?:و|ب|ل|ك)?({words})(?!\w)")
    return re.compile("(" + "|".join(map(re.escape, forms)) + ")")


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
    if not parts:
        return re.compile("(?!)")
    if language in (*UNSPACED, "ar"):
        return re.compile("|".join(parts))
    inside = "".join(f"|{re.escape(stem)}" for stem in sorted(stems) if len(stem) > 5)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){inside}")


@cache
def is_rendered(identity: str, language: str) -> bool:
    """Is it known what the language calls it?"""
    if identity.startswith("person:"):
        return bool(_people()[_column(language)].get(identity))
    return bool(identified_names(language).get(identity)) or identity in _nations()


@cache
def nation() -> re.Pattern[str]:
    """A word for people of a nation, in any language that gives it a capital."""
    stems = {stem for stems in _nations().values() for stem in stems if len(stem) > 4}
    return re.compile("|".join(map(re.escape, sorted(stems))))


def is_nation(identity: str) -> bool:
    """Is it a country whose people the tables name?"""
    return len(identity) == 2 and identity in _nations()


@cache
def nation_of(word: str) -> str:
    """The code of the nation that the word, in small letters, is made of; empty where several may
    be meant."""
    found: dict[int, set[str]] = {}
    for identity, stems in _nations().items():
        longest = max((len(stem) for stem in stems if word.startswith(stem)), default=0)
        if longest >= _SHORTEST_STEM and len(identity) == 2:
            found.setdefault(longest, set()).add(identity)
    identities = found[max(found)] if found else set()
    return next(iter(identities)) if len(identities) == 1 else ""
