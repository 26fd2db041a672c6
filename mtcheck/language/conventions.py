"""What the press of a language prints: quotation marks, spacing, abbreviations.

The figures of CLDR (release 48) are the start; where the newspapers of a country print otherwise,
their habit is accepted too. One readable file a language: `languages/<subtag>/conventions.toml`;
of languages without one the name and the quotation marks are known (`cldr-quotes.tsv`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

from mtcheck.cache import remembered
from mtcheck.language.data import FOLDER, languages, primary_subtag, region_subtag

CommaAndQuotes = Literal["inside", "outside", "logical", ""]


class Conventions(NamedTuple):
    """The conventions of one language, or of one region of it.

    name: the language's English name.
    quotes: the pairs that its press prints, opening and closing mark, the usual one first;
        empty where nothing is known. Without a region: those of every region.
    regional_quotes: the pairs of each region that has its own; empty where one region is meant.
    nested_quotes: the pair for a quotation in a quotation.
    comma_and_quotes: where a comma or full stop goes that meets a closing mark: "inside" always
        (American), "outside" unless it belongs to a whole quoted sentence, "logical" (British:
        inside only what was quoted).
    space_before: the marks that take a space before them.
    space_after: the marks that take a space after them (an opening « in French).
    space_allowed_before: the marks before which a space is no fault.
    space_tolerated_before: those before which it is none where an article sets it throughout.
    percent_before: the sign stands before the number (%10).
    speech_verbs: words of an attribution ("said").
    elisions: words that an apostrophe opens ('em).
    titles: abbreviations that never end a sentence, without the last full stop; one with a
        capital is an abbreviation only where it has it (Gen., Col.).
    before_numbers: those that end none where a number follows (No. 5), lower-cased.
    abbreviations: those that may end one, lower-cased.
    ordinal_dot: a full stop after a number makes an ordinal.
    longest_sentence: words that hardly any sentence of its news exceeds; 0 where nobody counted.
    """

    name: str
    quotes: tuple[str, ...] = ()
    regional_quotes: tuple[tuple[str, ...], ...] = ()
    nested_quotes: str = ""
    comma_and_quotes: CommaAndQuotes = ""
    space_before: str = ""
    space_after: str = ""
    space_allowed_before: str = ""
    space_tolerated_before: str = ""
    percent_before: bool = False
    speech_verbs: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    before_numbers: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    longest_sentence: int = 0

    def is_abbreviation(self, word: str) -> bool:
        """Does the full stop after the word shorten it? One letter, or letters with stops in
        them, are taken for it too."""
        lowered = word.lower()
        return (
            word in self.titles
            or lowered in self.titles
            or lowered in self.abbreviations
            or lowered in self.before_numbers
            or "." in word
            or len(word) == 1
        )

    def quotes_beside(self, usual: str) -> frozenset[str]:
        """The pairs that may stand beside the pair that an article prints most: those of the
        regions where this pair is the usual one, else of those that print it at all."""
        first = [quotes for quotes in self.regional_quotes if usual == quotes[0]]
        regions = first or [quotes for quotes in self.regional_quotes if usual in quotes]
        return frozenset(pair for quotes in regions or [self.quotes] for pair in quotes)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    """The files of all languages: rules ask whose habit a form is, so each is needed."""
    files = [path for tag in languages() if (path := FOLDER / tag / "conventions.toml").is_file()]
    return remembered(
        "conventions", files, lambda: {path.parent.name: _read(path) for path in files}
    )


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def languages_stating(key: str) -> tuple[str, ...]:
    """The languages whose file states the key: for rules that are claimed where it does."""
    return tuple(tag for tag, table in _tables().items() if key in table)


@cache
def _others() -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Name, pairs of quotation marks and inner pair of the languages without a folder."""
    path = Path(__file__).parent / "cldr-quotes.tsv"
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {tag: (name, tuple(pairs.split()), nested) for tag, name, pairs, nested in rows}


@cache
def conventions(tag: str) -> Conventions:
    """The conventions for a BCP 47 tag; what a region does not say its language says."""
    language, region = primary_subtag(tag), region_subtag(tag)
    if language not in _tables():
        name, quotes, nested = _others().get(language, (language, (), ""))
        return Conventions(name, quotes, nested_quotes=nested)
    table = dict(_tables()[language])
    regions: dict[str, dict[str, Any]] = table.pop("region", {})
    merged = table | regions.get(region or "", {})
    return Conventions(
        name=merged["name"],
        quotes=tuple(merged.get("quotes", ())),
        regional_quotes=()
        if region in regions
        else tuple(tuple(own["quotes"]) for own in regions.values() if "quotes" in own),
        nested_quotes=merged.get("nested-quotes", ""),
        comma_and_quotes=cast("CommaAndQuotes", merged.get("comma-and-quotes", "")),
        space_before=merged.get("space-before", ""),
        space_after=merged.get("space-after", ""),
        space_allowed_before=merged.get("space-allowed-before", ""),
        space_tolerated_before=merged.get("space-tolerated-before", ""),
        percent_before=merged.get("percent-before", False),
        speech_verbs=frozenset(merged.get("speech-verbs", ())),
        elisions=frozenset(merged.get("elisions", ())),
        titles=frozenset(merged.get("titles", ())),
        before_numbers=frozenset(word.lower() for word in merged.get("before-numbers", ())),
        abbreviations=frozenset(merged.get("abbreviations", ())),
        ordinal_dot=merged.get("ordinal-dot", False),
        longest_sentence=merged.get("longest-sentence", 0),
    )


def language_name(language: str) -> str:
    """The English name of a language: its folder's, else CLDR's, else its subtag."""
    if primary_subtag(language) in _tables():
        return conventions(language).name
    return _names_of_languages().get(language, language)


@cache
def _names_of_languages() -> dict[str, str]:
    """CLDR's English names; kept, because Babel loads all of a locale for them."""
    return remembered("language-names", [Path(__file__)], _cldr_names_of_languages)


def _cldr_names_of_languages() -> dict[str, str]:
    from babel import Locale

    return dict(Locale("en").languages)


@cache
def languages_printing(pair: str) -> tuple[str, ...]:
    """The languages whose press prints this pair of quotation marks, those first where it is the
    usual one."""
    printing = [tag for tag in languages() if pair in conventions(tag).quotes]
    return tuple(sorted(printing, key=lambda tag: conventions(tag).quotes.index(pair) > 0))


@cache
def languages_spacing(mark: str, besides: str) -> tuple[str, ...]:
    """The languages other than `besides` whose press may set a space before the mark."""
    return tuple(
        tag
        for tag in languages()
        if tag != besides and mark in conventions(tag).space_allowed_before
    )


@cache
def region_printing(tag: str, pair: str) -> str:
    """The one region of a language whose press prints this pair before others ("ES" for « » in
    Spanish); "" where none or several do, or where the tag tells a region itself."""
    regions: dict[str, dict[str, Any]] = _tables().get(tag, {}).get("region", {})
    found = [region for region, own in regions.items() if own.get("quotes", [""])[0] == pair]
    return found[0] if len(found) == 1 else ""


def all_conventions() -> Iterator[tuple[str, Conventions]]:
    """Each language that has a folder, with its conventions."""
    return ((tag, conventions(tag)) for tag in languages())
