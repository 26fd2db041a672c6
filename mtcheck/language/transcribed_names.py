"""Persons from Russia, Ukraine, Belarus, Bulgaria and Arab countries whose last name no list holds:
is it spelt as another language does it (Alexej Zhukov in German, Serguéi Tchekhonine in Spanish)?

`languages/<language>/slavic-names.tsv` holds their first names as the language's press spells them,
words that tell where somebody is from, and the letters that none of their last names has in it;
`arabic-names.tsv` the same for Arabic names, where the press has its own way with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import FOLDER, languages_with
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_SLAVIC, _ARABIC = "slavic-names.tsv", "arabic-names.tsv"

_READ_OFTEN = frozenset({"en", "fr", "de", "es"})
"""Languages whose lists hold all the forms of these first names that their press prints."""
_INFLECTED = frozenset({"pl", "cs"})
_OFTEN = 3
_PATRONYMIC = r"(?: (?:[A-ZÀ-Þ]\.|[^\W\d_]+(?:its?ch|itj|ič|icz|iç|vna|wna)))?"
_ARTICLE = r" (?:(?:[AaEe]l|[Aa][dnrstz]|[Aa]sh|[Bb][ie]n|[Ii]bn|[Aa]bo?u)[ -])?"
_SURNAME = r"(?P<surname>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]{3,})(?![\w-])"
_ENDING = (
    r"(?:[oeóé](?:v|w|ff)|[iy]n|ine|íne|sk(?:y|i|ij|yj|iy|yi|ii|iï)|zki|ts?k[iy]|enk?[oa]|[kš]ko|(?<!tsc)hko|enkow|enkov"
    r"|[uo]k|ou?[kc]h?|[iy][td]s?ch|witz|ian|yan|jan|yi|yj|yy|ij|a[iïyj])(?:a|aja|aya|aïa|aia)?"
)
_CASES = r"(?:a|ovi|owi|em|iem|u|e|y|ě|ho|ego|mu|emu|m|ym|im|ou|ovou|ą|ę)?"
_SOUTH_SLAVIC = late_pattern(r"[ćčđ]$|[^t][ií]c$|[ýůěř]")


class Letters(NamedTuple):
    """Letters that betray a language. here: what the target writes."""

    pattern: re.Pattern[str]
    here: str
    sources: tuple[str, ...]
    is_doubtful: bool


class ForeignName(NamedTuple):
    """A name, or a part of one. letters: what betrays it; here: what the target has in their place,
    empty for a first name."""

    start: int
    end: int
    here: str
    letters: str
    sources: tuple[str, ...]
    confidence: Confidence


class _Habits(NamedTuple):
    names: frozenset[str]
    common: frozenset[str]
    nations: re.Pattern[str]
    letters: tuple[Letters, ...]


def foreign_names(document: Document) -> Iterator[ForeignName]:
    """The last names, wherever the article has them, and first names.

    High confidence where the first name is in the target's own spelling, which the language of the
    last name has not, or the sentence tells the nation; otherwise emigrants and athletes may spell
    themselves so.
    """
    for file in (_SLAVIC, _ARABIC):
        if document.target in languages_with(file):
            yield from _surnames(document, file)


def _surnames(document: Document, file: str) -> Iterator[ForeignName]:
    firsts = _all_first_names(file) & document.vocabulary
    if not firsts:
        return
    found: dict[str, ForeignName] = {}
    text = document.plain
    between = _ARTICLE if file == _ARABIC else _PATRONYMIC + " "
    people = re.compile(rf"(?<![\w-])(?P<first>{'|'.join(sorted(firsts))}){between}{_SURNAME}")
    for person in people.finditer(text):
        surname = person["surname"]
        betrayed = _betrayed_by(surname, document.target, file)
        if betrayed is None or document.in_link(*person.span()):
            continue
        letters, form = betrayed
        sure = _is_sure(document, person, letters, file)
        if not sure and file == _ARABIC:
            continue
        known = found.get(surname)
        if known is None or (sure and known.confidence == "medium"):
            found[surname] = ForeignName(
                *person.span("surname"),
                letters.here,
                form,
                _with_the_writers_own(letters.sources),
                "high" if sure else "medium",
            )
    if file == _SLAVIC:
        yield from _first_names(document, people)
    for surname, example in found.items():
        joint = "" if file == _ARABIC else "-"
        for place in re.finditer(rf"{surname}(?<![\w{joint}]{surname})(?![\w-])", text):
            yield example._replace(start=place.start(), end=place.end())


def _first_names(document: Document, people: re.Pattern[str]) -> Iterator[ForeignName]:
    """Dmitrij Peskov in Portuguese: first names as neither the target nor English has them, in a
    sentence that tells the nation; of medium confidence the others that the target has not (Sergey
    Schilin in German): people anywhere may bear them."""
    habits = _habits(document.target, _SLAVIC)
    for person in people.finditer(document.plain):
        first = person["first"]
        if first in habits.names or first in habits.common or document.in_link(*person.span()):
            continue
        surname = person["surname"].lower()
        if _SOUTH_SLAVIC.search(surname) or not _endings(document.target).search(surname):
            continue
        sources = tuple(
            language
            for language in languages_with(_SLAVIC)
            if first in _habits(language, _SLAVIC).names
        )
        sentence = document.sentence_at(person.start())
        is_told = habits.nations.search(document.folded, sentence.start, sentence.end) is not None
        is_rare = first not in _widespread()
        if is_told and is_rare:
            yield ForeignName(*person.span("first"), "", first, sources, "high")
        elif sources and (is_rare or document.target in _READ_OFTEN):
            spelt_so = tuple(dict.fromkeys((*sources, "ru", "uk")))
            yield ForeignName(*person.span("first"), "", first, spelt_so, "medium")


@cache
def _widespread() -> frozenset[str]:
    """The first names of English, and those that people anywhere bear."""
    every = (_habits(language, _SLAVIC).common for language in languages_with(_SLAVIC))
    return _habits("en", _SLAVIC).names.union(*every)


def _is_sure(document: Document, person: re.Match[str], letters: Letters, file: str) -> bool:
    habits = _habits(document.target, file)
    first = person["first"]
    is_own = first in habits.names or first in habits.common
    if letters.is_doubtful or not is_own:
        return False
    if first in habits.names and not any(
        first in _habits(source, file).names
        for source in letters.sources
        if source in languages_with(file)
    ):
        return True
    return _is_told(document, person.start(), habits)


def _is_told(document: Document, start: int, habits: _Habits) -> bool:
    """Does the sentence tell the nation, or the article again and again?"""
    sentence = document.sentence_at(start)
    if habits.nations.search(document.folded, sentence.start, sentence.end):
        return True
    return document.once(
        ("nations", habits.nations.pattern),
        lambda: sum(1 for _ in islice(habits.nations.finditer(document.folded), _OFTEN)) == _OFTEN,
    )


def _with_the_writers_own(sources: tuple[str, ...]) -> tuple[str, ...]:
    """English spellings stand in translations from Russian and Ukrainian, too."""
    return tuple(dict.fromkeys((*sources, "ru", "uk"))) if "en" in sources else sources


def _betrayed_by(surname: str, target: str, file: str) -> tuple[Letters, str] | None:
    lowered = surname.lower()
    if file == _SLAVIC and (_SOUTH_SLAVIC.search(lowered) or not _endings(target).search(lowered)):
        return None
    for letters in _habits(target, file).letters:
        found = letters.pattern.search(lowered)
        if found:
            return letters, found.group()
    return None


@cache
def _endings(target: str) -> re.Pattern[str]:
    cases = _CASES if target in _INFLECTED else ""
    return re.compile(rf"{_ENDING}{cases}$")


@cache
def _habits(language: str, file: str) -> _Habits:
    names: dict[str, frozenset[str]] = {}
    nations = ""
    letters: list[Letters] = []
    for line in (FOLDER / language / file).read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition("\t")
        if kind in ("names", "common"):
            names[kind] = frozenset(rest.split())
        elif kind == "nations":
            nations = rest
        elif kind == "letters":
            pattern, here, sources, confidence = (*rest.split("\t"), "")[:4]
            letters.append(
                Letters(re.compile(pattern), here, tuple(sources.split()), confidence == "medium")
            )
    return _Habits(
        names["names"], names["common"], re.compile(rf"(?<!\w)(?:{nations})"), tuple(letters)
    )


@cache
def _all_first_names(file: str) -> frozenset[str]:
    every = (_habits(language, file) for language in languages_with(file))
    return frozenset(name for habits in every for name in habits.names | habits.common)


def slavic_first_names() -> frozenset[str]:
    """The first names of Russia, Ukraine and their neighbours, in every press's spelling."""
    return _all_first_names(_SLAVIC)
