"""Numbers, money, dates and capitals in another language's manner."""

import re
from random import Random

from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, kind, picked, replaced

_POINT = ("en", "zh", "ja")
_GROUPED_BY_POINT = ("de", "es", "it", "pt", "nl", "tr")
_GROUPED_BY_SPACE = ("fr", "ru", "uk", "pl", "cs", "sv")
_COMMA = _GROUPED_BY_POINT + _GROUPED_BY_SPACE
_SPACE = "[ \u00a0\u202f]"


@kind("number-format", languages=_POINT)
def grouping_of_another_language(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,.])")
    if not match:
        return None
    mark, source = rng.choice([(" ", "fr"), (".", "de"), ("\u00a0", "ru"), ("\u202f", "fr")])
    return replaced(article, match.start(), match.end(), match.group().replace(",", mark), source)


@kind("number-format", languages=_GROUPED_BY_POINT)
def comma_for_grouping(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d,.])")
    if not match:
        return None
    return replaced(article, match.start(), match.end(), match.group().replace(".", ","), "en")


@kind("number-format", languages=_GROUPED_BY_SPACE)
def comma_for_space(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, rf"(?<![\d.,])\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d,.])")
    if not match:
        return None
    new = re.sub(_SPACE, ",", match.group())
    return replaced(article, match.start(), match.end(), new, "en")


@kind("number-format", languages=_COMMA)
def point_for_decimals(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,.]|-)")
    if not match:
        return None
    return replaced(article, match.start(), match.end(), match.group().replace(",", "."), "en")


@kind("number-format", languages=_POINT)
def comma_for_decimals(article: Article, rng: Random) -> Planted | None:
    match = picked(
        article, rng, r"(?<![\d.,:])\d{1,3}\.\d{1,2}(?=%| percent| million| billion|[万亿億%％])"
    )
    if not match:
        return None
    return replaced(article, match.start(), match.end(), match.group().replace(".", ","), "de")


@kind("currency-format", languages=("en",))
def sign_behind(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?P<sign>[$€£])(?P<number>\d[\d,]*(?:\.\d+)?)(?! ?[\w-])")
    if not match:
        return None
    space = rng.choice(["", " ", "\u00a0"])
    new = f"{match['number']}{space}{match['sign']}"
    return replaced(article, match.start(), match.end(), new, "fr")


@kind("currency-format", languages=("fr", "de", "es", "it", "ru", "uk", "pl", "cs", "sv"))
def sign_before(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, rf"(?P<number>\d[\d.,]*){_SPACE}(?:euros?|Euro|евро|€|eur|euro)\b")
    if not match:
        return None
    return replaced(article, match.start(), match.end(), f"€{match['number']}", "en")


@kind("date-format", languages=("en",))
def ordinal_dot(article: Article, rng: Random) -> Planted | None:
    months = "January|February|March|April|June|July|August|September|October|November|December"
    match = picked(article, rng, rf"(?P<month>{months}) (?P<day>\d{{1,2}})(?![\d,])")
    if not match:
        return None
    new = rng.choice(["{day}. {month}", "the {day} {month}"]).format(**match.groupdict())
    return replaced(article, match.start(), match.end(), new, "de")


_MONTHS = ("de", "fr", "es", "it", "pt", "nl", "ru", "pl", "cs", "tr")


def _months(language: str) -> list[str]:
    """CLDR's names as they stand in a date."""
    from babel import Locale

    return list(Locale(language).months["format"]["wide"].values())


_SMALL_MONTHS = tuple(language for language in _MONTHS if language not in ("de", "tr"))


@kind("date-format", languages=_MONTHS)
def month_first(article: Article, rng: Random) -> Planted | None:
    months = "|".join(_months(article.language))
    date = rf"(?<!\d)(?P<day>\d{{1,2}})\.?(?: de)? (?P<month>{months})"
    match = picked(article, rng, date + r"(?:,?(?: de)? (?P<year>\d{4}))?\b")
    if not match:
        return None
    year = f", {match['year']}" if match["year"] else ""
    return replaced(
        article, match.start(), match.end(), f"{match['month']} {match['day']}{year}", "en"
    )


@kind("foreign-capitalization", languages=_SMALL_MONTHS)
def capital_month(article: Article, rng: Random) -> Planted | None:
    months = "|".join(m for m in _months(article.language) if m not in ("mars", "mai"))
    match = picked(article, rng, rf"(?<=[\w,] )(?:{months})\b")
    if not match:
        return None
    return replaced(article, match.start(), match.end(), match.group().capitalize(), "en")


@kind("foreign-capitalization", languages=("en",))
def small_day_or_month(article: Article, rng: Random) -> Planted | None:
    match = picked(
        article,
        rng,
        r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|October)\b",
    )
    if not match:
        return None
    return replaced(article, match.start(), match.end(), match.group().lower(), "fr")


@kind(
    "foreign-capitalization", languages=("fr", "es", "it", "pt", "ru", "pl", "cs", "uk", "sv", "nl")
)
def headline_capitals(article: Article, rng: Random) -> Planted | None:
    headline = article.paragraphs[0]
    new = re.sub(r"\b[^\W\d_]{3,}", lambda word: word[0][0].upper() + word[0][1:], headline)
    words = re.findall(r"[^\W\d_]{3,}", headline)
    if len(words) < 6 or sum(word[0].islower() for word in words) < 4:
        return None
    return replaced(article, 0, len(headline), new, "en")


@kind("article-agreement", languages=("en",))
def wrong_article(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"\ba(?:n(?= [aeio][a-z]{3})| (?=[bcdfgklmnpqrstvwz][a-z]{3}))")
    if not match:
        return None
    new = "a" if match.group() == "an" else "an "
    return replaced(article, match.start(), match.end(), new)


@kind("article-agreement", languages=("fr", "it"))
def lost_elision(article: Article, rng: Random) -> Planted | None:
    letters = "aeéèiou"
    match = picked(article, rng, rf"\b[ldLD]['’](?=[{letters}][a-zé]{{3}})")
    if not match:
        return None
    letter = match.group()[0]
    full = {"l": "le ", "d": "de " if article.language == "fr" else "di ", "L": "Le ", "D": "De "}
    new = full[letter] if article.language == "fr" or letter in "dD" else "il "
    return replaced(article, match.start(), match.end(), new)
