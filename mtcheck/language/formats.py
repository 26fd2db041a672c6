"""How the press of a language writes numbers, dates and sums of money.

CLDR, through Babel, knows all languages; where the newspapers of a country print otherwise, their
habit stands in `mtcheck/languages/<subtag>/formats.toml`:

    decimal, group            the marks that the press prints, the usual one first; " " stands for
                              any space, ’ for either apostrophe
    seen-decimal, seen-group  marks that it prints at times: no sure sign of a translation
    varieties                 foreign marks ("decimal .", "group ,") that are at home in some
                              countries or papers: the article itself must tell
    regional-group            marks that group digits in some country alone (’ in Switzerland):
                              no fault where the article's country is not told
    regional-money            the money of that country, where decimals have another mark too
    group-from                the fewest digits that are grouped (4, if not told)
    percent, percent-before, magnitudes, measures, money, counted
                              words that follow a number and tell how it is meant; * at the end
                              stands for any ending, * at the beginning for any word with that one
    short-magnitudes          abbreviations of million, milliard (10^9), billion (10^12) and
                              thousand, and English words for them, that a translation keeps
    references                words before a number that make it a reference ("article 3.5")
    rates                     words beside a number with three decimals ("le litre", "taux")
    hours                     words after a number that make it a time ("heures")
    date-words                words before a date, or behind one
    date-link                 the word between day and month ("de")
    date-mark                 the mark of a date in figures (7.10.2023)
    dotted-times              14.30 can be a time
    month-case                a month has another form after a day than alone
    first-day                 how the first of a month is written ("1er")
    clock                     ways to write a time: colon, dot, h, ampm
    hour-word                 the word after a time ("Uhr")
    at                        words before a time
    decade, decade-words      how a decade is written ("années {}"); words before one ("les")
    sign                      where the sign of a currency stands: before, after or either
    sign-space                between sign and number: none or either
    sign-seen                 further places of a sign that the press prints at times: "before",
                              "before-space", "before€"; "no $ million": before millions it is
                              seldom at home, though it is before plain numbers; "no before-space":
                              it stands before a number without a space alone
    no-sign-before            signs that never stand before a number, where others do; "$ million"
                              means one before millions
    no-sign-after-words       the sign never stands after millions that are spelt out
    sign-words                what replaces a sign after millions ("de dollars")
    left-units, units-also    units beside numbers that betray this language in a translation; those
                              of other languages that it writes too
    eastern-magnitudes        words behind a figure that render 万, 億, crore or lakh
    price-dash                "-": it prints 3.000,- euro
    code-before               "no": it prints no EUR 18
    sign-apart                "yes": a space parts number and sign (500 €)
    unit-apart                "yes": a space parts number and unit (45 km)
    million-joint             the words between million and currency ("de")
    clock-words               mtcheck/language/clock_words.py says what stands there
    foreign-money             short words for money that a translation left ("zł"), and the
                              language that writes each
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from mtcheck.cache import remembered
from mtcheck.language.conventions import region_printing
from mtcheck.language.data import FOLDER, languages, primary_subtag, region_subtag
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from babel import Locale

    from mtcheck.document import Document

Unit = Literal["percent", "magnitude", "measure", "money", "counted"]
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("percent", "percent"),
    ("magnitude", "magnitudes"),
    ("money", "money"),
    ("measure", "measures"),
    ("counted", "counted"),
)
_WITHOUT_SPACES = frozenset(("zh", "ja", "ko", "th"))
SPACE = r"[^\S\r\n]"
"""In a pattern: any space, the no-break and thin ones too. Said so because a class of characters
beyond Latin takes a millisecond to compile."""


class Formats(NamedTuple):
    """The formats of one language, or of one region of it; the fields are those of the file.

    is_known: the language has a file of its own; what is not known comes from CLDR alone.
    """

    tag: str
    is_known: bool
    decimal: tuple[str, ...]
    group: tuple[str, ...]
    seen_decimal: tuple[str, ...] = ()
    seen_group: tuple[str, ...] = ()
    varieties: tuple[str, ...] = ()
    group_from: int = 4
    date_link: str = ""
    date_mark: str = ""
    dotted_times: bool = False
    month_case: bool = False
    first_day: str = ""
    clock: tuple[str, ...] = ("colon",)
    hour_word: str = ""
    at: tuple[str, ...] = ()
    decade: str = ""
    decade_words: tuple[str, ...] = ()
    sign: str = "either"
    sign_space: str = "either"
    sign_seen: tuple[str, ...] = ()
    no_sign_before: tuple[str, ...] = ()
    no_sign_after_words: bool = False
    regional_group: tuple[str, ...] = ()
    regional_money: tuple[str, ...] = ()


class Calendar(NamedTuple):
    """What CLDR knows of a language's dates.

    months: each form of a month's name in small letters, with the months that it can mean.
    alone: the forms that a month has only where no day stands with it.
    names: the usual form of each month after a day.
    weekdays: the names of the days of the week, in small letters.
    order: of day, month and year in a date in words: "dmy", "mdy", "ymd".
    has_day_dot: the day is written with a full stop ("7. Oktober").
    """

    months: dict[str, int]
    alone: frozenset[str]
    names: tuple[str, ...]
    weekdays: frozenset[str]
    order: str
    has_day_dot: bool


@cache
def _tables() -> dict[str, dict[str, Any]]:
    files = [path for tag in languages() if (path := FOLDER / tag / "formats.toml").is_file()]
    return remembered("formats", files, lambda: {path.parent.name: _read(path) for path in files})


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def formats(tag: str) -> Formats:
    """The formats for a BCP 47 tag; what a region does not say its language says."""
    language, region = primary_subtag(tag), region_subtag(tag)
    table = _tables().get(language)
    if table is None:
        return _formats_of_cldr(tag)
    merged = table | table.get("region", {}).get(region or "", {})
    known = {key.replace("-", "_"): _frozen(value) for key, value in merged.items()}
    fields = {key: value for key, value in known.items() if key in Formats._fields}
    return Formats(tag=tag, is_known=True, **fields)


def formats_of(document: Document) -> Formats:
    """The formats of an article: those of its region, where its tag or its quotation marks tell
    one."""
    region = region_printing(document.language, document.usual_quotes or "")
    return formats(f"{document.language}-{region}" if region else document.language)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _formats_of_cldr(tag: str) -> Formats:
    decimal, group, sign = _cldr(tag)["numbers"]
    seen = (" ", ".") if decimal == "," else (" ",)
    return Formats(tag, False, (decimal,), (group,), seen_group=seen, sign=sign)


@cache
def calendar(tag: str) -> Calendar:
    """The months and weekdays of a language; empty where CLDR does not know it."""
    months, alone, names, weekdays, order, has_day_dot = _cldr(tag)["dates"]
    return Calendar(months, frozenset(alone), tuple(names), frozenset(weekdays), order, has_day_dot)


@cache
def _cldr(tag: str) -> dict[str, Any]:
    from importlib.util import find_spec

    found = find_spec("babel")
    files = [Path(found.origin)] if found and found.origin else []
    return remembered(f"cldr-{tag}", files, lambda: _from_babel(tag))


def _from_babel(tag: str) -> dict[str, Any]:
    locale = _locale(tag)
    if locale is None:
        return {"numbers": (".", ",", "either"), "dates": ({}, [], [], [], "", False)}
    return {"numbers": _numbers_of(locale), "dates": _dates_of(locale)}


def _locale(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    for candidate in (tag, primary_subtag(tag)):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def _numbers_of(locale: Locale) -> tuple[str, str, str]:
    symbols = locale.number_symbols
    latin = symbols.get("latn") or symbols
    decimal, group = (_plain(latin.get(name, mark)) for name, mark in _MARKS)
    pattern = locale.currency_formats["standard"].pattern
    if pattern[0] in "\u200e\u200f\u061c":
        return decimal, group, "either"  # from right to left the side is a matter of display
    return decimal, group, "before" if pattern.startswith("¤") else "after"


_MARKS = (("decimal", "."), ("group", ","))


def _plain(mark: str) -> str:
    return " " if mark.isspace() else "’" if mark == "'" else mark


def _dates_of(locale: Locale) -> tuple[dict[str, int], list[str], list[str], list[str], str, bool]:
    after_day, alone = (
        {number: _without_de(name).lower() for number, name in locale.months[form]["wide"].items()}
        for form in ("format", "stand-alone")
    )
    weekdays = {name.lower() for name in locale.days["format"]["wide"].values()}
    pattern = re.sub(r"'[^']*'", "", locale.date_formats["long"].pattern)
    order = "".join(letter.lower() for letter in re.findall(r"([dMy])\1*", pattern))
    return (
        {name: number for number, name in (*alone.items(), *after_day.items())},
        sorted(set(alone.values()) - set(after_day.values())),
        [_without_de(name) for _, name in sorted(locale.months["format"]["wide"].items())],
        sorted(weekdays),
        order,
        "d." in pattern and order == "dmy",
    )


def _without_de(name: str) -> str:
    """The name of a month without the "de" that Catalan has before it."""
    return re.sub(r"^d(?:e |['’])", "", name)


@cache
def is_month(word: str, tag: str) -> bool:
    return word.lower().rstrip(".,") in calendar(tag).months


@cache
def languages_writing(group: str, decimal: str, besides: str) -> tuple[str, ...]:
    """The languages whose press writes numbers with these marks; an empty one says nothing."""
    return tuple(
        tag
        for tag in _tables()
        if tag != besides
        and (not group or group in formats(tag).group)
        and (not decimal or decimal in formats(tag).decimal)
    )


@cache
def languages_with_format(field: str, value: object, besides: str) -> tuple[str, ...]:
    """The languages in whose formats a field has this value, or holds it."""
    return tuple(
        tag for tag in _tables() if tag != besides and _holds(getattr(formats(tag), field), value)
    )


def _holds(found: object, value: object) -> bool:
    return value in found if isinstance(found, tuple) else found == value


def sign_word(tag: str, sign: str) -> str:
    """What stands after millions in place of the sign, or ""."""
    words: dict[str, str] = _tables().get(primary_subtag(tag), {}).get("sign-words", {})
    return words.get(sign, "")


@cache
def short_magnitudes(language: str) -> dict[str, tuple[str, ...]]:
    """The abbreviations of the language's press by what they mean: "milliard": ("Mrd.", "Mrd")."""
    table = _tables().get(language, {}).get("short-magnitudes", {})
    return {meaning: tuple(forms) for meaning, forms in table.items()}


@cache
def words_pattern(language: str, key: str) -> re.Pattern[str] | None:
    """Matches any word of one of the lists of a language's file; None where it has none."""
    words = _tables().get(language, {}).get(key)
    if not words:
        return None
    is_spaced = language not in _WITHOUT_SPACES
    border = r"(?<!\w)" if is_spaced else ""
    return re.compile(
        rf"{border}(?:{'|'.join(_word(word, is_spaced) for word in _longest_first(words))})"
    )


def listed(language: str, key: str) -> tuple[str, ...]:
    """One of the lists of a language's file, as it stands."""
    return tuple(_tables().get(language, {}).get(key, ()))


def is_one_of(word: str, language: str, key: str) -> bool:
    """Is the word, in small letters, on one of the lists of a language's file?"""
    pattern = words_pattern(language, key)
    return pattern is not None and pattern.fullmatch(word) is not None


@cache
def _unit_pattern(language: str) -> re.Pattern[str]:
    """Matches what may stand between a number and the word that tells how it is meant."""
    table = _tables().get(language, {"percent": ["%"]})
    is_spaced = language not in _WITHOUT_SPACES
    alternatives = "|".join(
        f"(?P<{unit}>{'|'.join(_word(word, is_spaced) for word in _longest_first(table[key]))})"
        for unit, key in _UNITS
        if table.get(key)
    )
    return re.compile(f"{SPACE}?-?(?:{alternatives})")


def _longest_first(words: list[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def _word(word: str, is_spaced: bool) -> str:
    stem = re.escape(word.removesuffix("*")).replace(r"\ ", SPACE)
    if not is_spaced:
        return stem
    if word.startswith("*"):
        stem = r"[^\W\d_]{3,24}" + re.escape(word[1:])
    return stem + (r"\w*" if word.endswith("*") else r"(?!\w)" if word[-1].isalpha() else "")


_CONNECTED = late_pattern(
    rf"{SPACE}?(?:-|–|—|[^\W\d_]{{1,4}}(?:{SPACE}[^\W\d_]{{1,3}})?){SPACE}?(?:\$|€|£)?\d[\d.,]*"
)
_ADJECTIVES = late_pattern(rf"(?:{SPACE}[^\W\d_]{{4,}}){{1,2}}(?={SPACE})")


def unit_after(text: str, end: int, language: str) -> Unit | None:
    """What kind of word follows the number that ends there: "3,5 million" has a magnitude.

    The second number of a range is passed over ("3.5 to 4.5 million"), and so are adjectives
    before things that are counted ("24.762 Palestinian civilians").
    text: in small letters.
    """
    pattern = _unit_pattern(language)
    found = pattern.match(text, end)
    if found is None and (connected := _CONNECTED.match(text, end)):
        found = pattern.match(text, connected.end())
    if found is not None:
        return found.lastgroup  # type: ignore[return-value]
    adjectives = _ADJECTIVES.match(text, end)
    while adjectives is not None:
        found = pattern.match(text, adjectives.end())
        if found is not None and found.lastgroup == "counted":
            return "counted"
        shorter = text.rfind(" ", end + 1, adjectives.end())
        adjectives = _ADJECTIVES.match(text, end, shorter + 1) if shorter > end else None
    return None


def percent_before(text: str, start: int, language: str) -> bool:
    """Does a word for percent stand before the number, as in Turkish and Chinese?"""
    words = _tables().get(language, {}).get("percent-before", ())
    before = text[max(0, start - 8) : start].rstrip()
    return any(before.endswith(word) for word in words)


def is_foreign_matter(document: Document, start: int, end: int) -> bool:
    """Does the form stand in a link or in words of another language, whose habit it follows?"""
    return (
        document.in_link(start, end)
        or document.in_foreign_quotation(start, end)
        or document.is_foreign(document.sentence_at(start))
    )


def foreign_money(language: str) -> dict[str, str]:
    """Short words for money that a translation into the language left, and the language of each."""
    words: dict[str, str] = _tables().get(language, {}).get("foreign-money", {})
    return words


def clock_words(language: str) -> dict[str, list[str]]:
    """The words about times of day that a translation confuses, list by list."""
    words: dict[str, list[str]] = _tables().get(language, {}).get("clock-words", {})
    return words
