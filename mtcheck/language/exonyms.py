"""How other languages call places, days, months, languages and world organisations.

For a target language: the forms that no text in it has, because it has its own. Territories, days,
months and languages come from CLDR through Babel; cities, regions, waters and organisations from
`languages/<language>/place-names.tsv`, which every language that takes part has;
`romanized-place-names.tsv` has what a source in other letters leaves in Latin ones. Word lists,
a form a line:

    native-lookalikes.txt      in the target's folder: foreign forms that are words or names in it
    ambiguous-place-names.txt  in the source's: forms that people, firms or words have anywhere
    club-names.txt             in the source's: forms that clubs and brands carry abroad

`languages/framed-place-names.txt` has the ambiguous ones that count where a place is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from itertools import product
from math import prod
from pathlib import Path
from typing import NamedTuple

from mtcheck.cache import remembered
from mtcheck.language.data import FOLDER, function_words, languages_with, listed_lines
from mtcheck.language.scripts import scripts_of
from mtcheck.patterns import late_pattern

PLACE_NAMES = "place-names.tsv"
ROMANIZED = "romanized-place-names.tsv"
"""What a source in other letters leaves where an engine puts a name into Latin ones: Xianggang."""

_WORLD_LANGUAGES = (
    "en", "fr", "es", "de", "it", "pt", "nl", "pl", "cs", "tr", "sv", "ru", "uk", "zh", "ja", "ar",
    "ko", "el", "he", "da", "nb", "fi", "hu", "ro", "bg", "hr", "sr", "sk",
)  # fmt: skip
_CONTINENTS = ("002", "142", "150")
_ZONES_OF_CAPITALS = (
    "Africa/", "Asia/", "Europe/", "America/Havana", "America/Caracas", "America/Bogota",
    "America/Asuncion", "America/Panama", "America/Guatemala", "America/Port-au-Prince",
    "America/Santo_Domingo", "America/Mexico_City",
)  # fmt: skip
_NO_CAPITALS = frozenset(
    ("Europe/Isle_of_Man", "Europe/Jersey", "Europe/Guernsey", "Europe/Busingen", "Asia/Urumqi",
     "Europe/Kiev", "Europe/Kyiv", "Asia/Calcutta", "Asia/Kolkata", "Asia/Rangoon", "Asia/Yangon",
     "Asia/Saigon", "Asia/Ho_Chi_Minh", "Asia/Almaty", "Africa/El_Aaiun", "Asia/Macau")
)  # fmt: skip
"""Those whose names are a matter of policy, or that are no cities."""
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"})
_OTHER_STANDARDS = {"pt": ("pt_PT",)}
_FIRST_WORD = late_pattern(r"[^\W\d_]+")
_NO_PLAIN_NAME = late_pattern(r"[(),&/\[\]–]")
_MARKED = late_pattern(r"\{([^{}]+)\}")
_SHORTEST = 3
_MOST_FORMS = 200
_FRAME = "frame"
_FRAMED = FOLDER / "framed-place-names.txt"
_LISTED_NAMES = ("foreign-transliteration", "untranslated-name")
_LISTS = ("native-lookalikes", "ambiguous-place-names", "club-names")


class Exonym(NamedTuple):
    """A foreign form.

    kind: "place", "body", "day", "month" or "language".
    suggestion: what the target's press calls it; empty where that is not known.
    sources: the languages that have this form.
    is_doubtful: clubs and brands carry it abroad.
    is_city: of places, a city.
    judged_elsewhere: phrases of lexicons that judge the form in certain contexts.
    needs_frame: a word or a person elsewhere; the place is meant only where the words say so.
    """

    form: str
    kind: str
    suggestion: str
    sources: tuple[str, ...]
    is_doubtful: bool
    is_city: bool
    judged_elsewhere: tuple[str, ...]
    needs_frame: bool = False


class _Names(NamedTuple):
    """What one language calls things: by identity, the usual form first."""

    usual: dict[str, list[str]]
    oblique: dict[str, list[str]]

    def forms(self, identity: str) -> list[str]:
        return self.usual.get(identity, []) + self.oblique.get(identity, [])

    def all_forms(self) -> Iterator[str]:
        for table in (self.usual, self.oblique):
            for forms in table.values():
                yield from forms


@cache
def exonyms(target: str) -> dict[str, str]:
    """The foreign forms by their first word, long ones first; thousands, so each is read only when
    its first word is met (`read_rows`)."""
    return remembered(f"exonyms-{target}", _made_from(target), lambda: _stored_table(target))


@cache
def identified_names(language: str) -> dict[str, tuple[str, ...]]:
    """What the language calls places and organisations, by identity, which all languages share;
    CLDR's names alone where it has no list of its own."""
    place_names = FOLDER / language / PLACE_NAMES
    babel = find_spec("babel")
    files = [Path(__file__), *([Path(babel.origin)] if babel and babel.origin else [])]
    files += [place_names] if place_names.is_file() else []
    return remembered(f"identified-names-{language}", files, lambda: _identified(language))


def _identified(language: str) -> dict[str, tuple[str, ...]]:
    names = _names(language, with_regions=False)
    return {
        identity: tuple(dict.fromkeys(names.forms(identity)))
        for identity in {**names.usual, **names.oblique}
        if _kind(identity) in ("place", "body")
    }


def read_rows(rows: str) -> Iterator[Exonym]:
    """The exonyms of the rows, one a line, their parts tabbed as `_row` does."""
    for row in rows.split("\n"):
        form, kind, suggestion, sources, is_doubtful, is_city, *phrases = row.split("\t")
        yield Exonym(
            form,
            kind,
            suggestion,
            tuple(sources.split()),
            bool(is_doubtful),
            bool(is_city),
            tuple(phrases),
            is_doubtful == _FRAME,
        )


def _row(exonym: Exonym) -> str:
    return "\t".join(
        (
            exonym.form,
            exonym.kind,
            exonym.suggestion,
            " ".join(exonym.sources),
            _FRAME if exonym.needs_frame else "yes" if exonym.is_doubtful else "",
            "yes" if exonym.is_city else "",
            *exonym.judged_elsewhere,
        )
    )


def _made_from(target: str) -> list[Path]:
    sources = languages_with(PLACE_NAMES)
    babel = find_spec("babel")
    files = [Path(__file__), *([Path(babel.origin)] if babel and babel.origin else [])]
    files += [FOLDER / language / name for language in sources for name in (PLACE_NAMES, ROMANIZED)]
    files += [FOLDER / language / f"{name}.txt" for language in sources for name in _LISTS]
    files += [FOLDER / target / "function-words.txt", FOLDER / target / "news-words.txt"]
    files += [_FRAMED, *_transliterations(target)]
    return [path for path in files if path.is_file()]


def _transliterations(target: str) -> list[Path]:
    folder = FOLDER / target
    return sorted(
        file for name in _LISTED_NAMES for file in folder.glob(f"{name}.*") if file.suffix == ".tsv"
    )


def _stored_table(target: str) -> dict[str, str]:
    own = _names(target, with_regions=True)
    native = {form.casefold() for form in own.all_forms()}
    native |= function_words(target) | set(listed_lines(target, "native-lookalikes"))
    native |= own_short_months(target)
    elsewhere = judged_elsewhere(target)
    native |= {form for form, phrases in elsewhere.items() if form in phrases}
    found: dict[str, dict[str, set[str]]] = {}
    identities: dict[str, list[str]] = {}
    everywhere = languages_with(PLACE_NAMES)
    doubtful = {form for source in everywhere for form in listed_lines(source, "club-names")}
    from mtcheck.language.foreign_words import own_words

    native |= set(listed_lines(target, "ambiguous-place-names"))
    ambiguous = {
        form for source in everywhere for form in listed_lines(source, "ambiguous-place-names")
    }
    framed = set(_FRAMED.read_text(encoding="utf-8").split())
    for source in everywhere:
        if source == target:
            continue
        names = _with_romanized(_names(source), source)
        for identity in dict.fromkeys((*names.usual, *names.oblique)):
            usual = own.usual.get(identity, [""])[0]
            for form in _as_written(names.forms(identity), identity):
                if {form, form.casefold()} & native or not _is_plain(form):
                    continue
                if form in usual.split():
                    continue  # Norfolk, of Norfolk Island
                if form in ambiguous and (
                    form not in framed or form.casefold() in own_words(target)
                ):
                    continue
                found.setdefault(form, {}).setdefault(usual, set()).add(source)
                identities.setdefault(form, []).append(identity)
    table: dict[str, list[str]] = {}
    for form, by_usual in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])):
        sources = tuple(sorted(set().union(*by_usual.values())))
        suggestion = " or ".join(sorted(by_usual)) if "" not in by_usual else ""
        is_city = all(identity.startswith("city:") for identity in identities[form])
        phrases = tuple(elsewhere.get(form, ()))
        exonym = Exonym(
            form,
            _kind(identities[form][0]),
            suggestion,
            sources,
            form in doubtful or form in ambiguous,
            is_city,
            phrases,
            form in ambiguous,
        )
        table.setdefault(_FIRST_WORD.findall(form)[0], []).append(_row(exonym))
    return {first: "\n".join(rows) for first, rows in table.items()}


def own_short_months(target: str) -> set[str]:
    """9 mai is how Portuguese writes it too."""
    from babel import Locale

    months = Locale.parse(target).months["format"]["abbreviated"].values()
    return {form.removesuffix(".").casefold() for form in months}


@cache
def judged_elsewhere(target: str) -> dict[str, list[str]]:
    """The forms that a lexicon judges, and the phrases by which it does."""
    phrases: dict[str, list[str]] = {}
    for path in _transliterations(target):
        for line in path.read_text(encoding="utf-8").splitlines():
            phrase = line.partition("\t")[0]
            if line.startswith("#"):
                continue
            marked = _MARKED.search(phrase)
            for form in _spelt_out(marked[1] if marked else phrase):
                phrases.setdefault(form, []).append(phrase if marked else form)
    return phrases


def _spelt_out(phrase: str) -> list[str]:
    """The forms that a phrase with alternatives stands for: Ки(їв|єва) is Київ, Києва."""
    parts = [part.split("|") for part in re.split(r"[()]", phrase)]
    if "<" in phrase or prod(map(len, parts)) > _MOST_FORMS:
        return [phrase]
    return ["".join(chosen) for chosen in product(*parts)]


def _is_plain(form: str) -> bool:
    return len(form) >= _SHORTEST and not _NO_PLAIN_NAME.search(form)


def _kind(identity: str) -> str:
    head = identity.partition(":")[0]
    return head if head in ("body", "day", "month", "language") else "place"


def _as_written(forms: Iterable[str], identity: str) -> Iterator[str]:
    """Words with a small letter may get a capital in the translation."""
    for form in forms:
        yield form
        if form[:1].islower() and _kind(identity) in ("day", "month", "language"):
            yield form[0].upper() + form[1:]


def _names(language: str, *, with_regions: bool = False) -> _Names:
    names = _listed_names(language)
    for locale in _locales(language, with_regions):
        for identity, form in _cldr_names(locale):
            plain = form.translate(str.maketrans("’ʼ", "''"))
            forms = names.usual.setdefault(identity, [])
            if plain not in forms:
                forms.append(plain)
    return names


def _listed_names(language: str) -> _Names:
    names = _Names({}, {})
    path = FOLDER / language / PLACE_NAMES
    if not path.is_file():
        return names
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "id\t")):
            continue
        identity, usual, oblique = (*line.split("\t"), "")[:3]
        names.usual[identity] = [form for form in usual.split("/") if form]
        names.oblique[identity] = [form for form in oblique.split("/") if form]
    return names


def _with_romanized(names: _Names, language: str) -> _Names:
    path = FOLDER / language / ROMANIZED
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        if not line.startswith("#"):
            identity, forms = line.split("\t")
            names.oblique.setdefault(identity, []).extend(forms.split("/"))
    return names


def _locales(language: str, with_regions: bool) -> Iterator[str]:
    yield language
    if not with_regions:
        yield from _OTHER_STANDARDS.get(language, ())
        return
    from babel.localedata import locale_identifiers

    yield from (name for name in locale_identifiers() if name.startswith(f"{language}_"))


@cache
def _zones_of_capitals() -> tuple[str, ...]:
    """Time zones named after cities. A language that says nothing of one calls the city as the
    zone does; Russian names them all."""
    from babel import Locale

    return tuple(
        zone
        for zone in sorted(Locale("ru").time_zones)
        if zone.startswith(_ZONES_OF_CAPITALS) and zone not in _NO_CAPITALS
    )


def _cldr_names(name: str) -> Iterator[tuple[str, str]]:
    from babel import Locale

    locale = Locale.parse(name)
    for code, form in locale.territories.items():
        if (len(code) == 2 and code not in _NO_COUNTRIES) or code in _CONTINENTS:
            yield code, form
    for code in _WORLD_LANGUAGES:
        if code in locale.languages:
            yield f"language:{code}", locale.languages[code]
    for zone in _zones_of_capitals():
        own_name = locale.time_zones.get(zone, {}).get("city")
        if own_name or "latin" in scripts_of(locale.language):
            yield f"city:{zone}", own_name or zone.rpartition("/")[2].replace("_", " ")
    for context in ("stand-alone", "format"):
        for number, form in locale.months[context]["wide"].items():
            yield f"month:{number}", form
        for number, form in locale.days[context]["wide"].items():
            yield f"day:{number}", form
