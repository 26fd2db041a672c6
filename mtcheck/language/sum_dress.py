"""Sums of money in another press's dress: 1.500,- euros, 14€99, S/ 15, EUR 18, 500€,
85 Millionen de Euro, 85 millions euros.

What a language prints itself stands in its `formats.toml`: `price-dash`, `code-before`,
`sign-apart`, `million-joint`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.at_digits import at_digits
from mtcheck.language.conventions import language_name
from mtcheck.language.foreign_sums import own_large_words
from mtcheck.language.formats import SPACE, formats, is_foreign_matter, listed
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence, Hit

if TYPE_CHECKING:
    from mtcheck.document import Document

_APART = r"(?<![A-Za-zÀ-ÿ\u0400-\u04ff\d.,$/-])"
_AMOUNT = r"\d{1,3}(?:[.,’' \u00a0\u202f]\d{3}){0,5}(?:\d{1,3})?"
_WORD_OF_MONEY = (
    r"(?:€|[Ee]uros?|EUR|DM|CHF|[Ff]r\.|dolar\w*|zł|Kč|eur|avro|евро|євро|يورو|欧元|ユーロ)"
)
_DASH = late_pattern(
    rf"{_APART}(?:[€$£] ?{_AMOUNT}(?:,[-–—]{{1,2}}|\.[–—]|:-)(?!\d)"
    rf"|{_AMOUNT}(?:,[-–—]{{1,2}}|\.[–—]|:-) ?{_WORD_OF_MONEY}(?!\w))"
)
_DASHES = (",-", ",–", ",—", ".–", ".—", ":-")
_SIGN_AS_POINT = late_pattern(rf"{_APART}\d{{1,4}}€\d\d(?!\d)")
_CODES = frozenset((
    "EUR", "USD", "GBP", "PLN", "CZK", "RUB", "UAH", "SEK", "NOK", "DKK", "TRY", "BRL", "MXN",
    "INR", "AED", "SAR", "NIS",
))  # fmt: skip
_CODE = late_pattern(
    rf"(?<![\w.,/-])(?:{'|'.join(sorted(_CODES))})"
    r"[ \u00a0\u202f]?\d+(?:[.,]\d+)*(?![\w/])"
)
_LOCAL_SIGNS = ("S/", "$", "Bs.", "Rs", "₹")
_LOCAL_SIGN = late_pattern(
    rf"{_APART}(?:S/\.?|RD\$|MX\$|AR\$|COP\$|CLP\$|U\$S|u\$s|Bs\.|Rs\.?|₹)[ \u00a0]?\d+(?:[.,]\d+)*"
    rf"(?:{SPACE}(?:million|crore|lakh)\w*)?(?!\w)"
)
_CLOSE_SIGN = late_pattern(r"(?<![\w.,$€£])\d[\d., \u00a0\u202f]*[€$£](?![\w\d])")
_MONEY = (
    r"(?:euros?|Euro|dollars?|Dollar|dollari|dólares|pounds?|Pfund|libras|livres|sterline|pesos"
    r"|Franken|francs?|franchi|francos|reais|reales|rubles|roubles|Rubel|rublos|rubli|rublos"
    r"|yuan|yuanes|yens?|liras?|Lira|lire|dolar|kronor|pund|pond|avro)(?![\w-])"
)


_SHORT_MONEY = r"(?:F\.? ?CFA|CFA|TL|JOD|[A-Z]{3}|zł|Kč|(?:US)?[€$£])(?!\w)"


class OddSum(NamedTuple):
    """A sum, what is odd of it, and who writes so."""

    start: int
    end: int
    what: str
    sources: tuple[str, ...]
    confidence: Confidence = "high"


def odd_sums(document: Document) -> Iterator[OddSum]:
    """All of them, kind by kind."""
    if not document.digit_starts or document.is_about_code:
        return
    last_end = 0
    for found in sorted(_all(document)):
        if found.start >= last_end and not is_foreign_matter(document, found.start, found.end):
            last_end = found.end
            yield found


def odd_sum_hit(document: Document, found: OddSum) -> Hit:
    """What currency-format says of it."""
    form = document.text[found.start : found.end]
    names = " or ".join(map(language_name, found.sources[:2]))
    return Hit(
        found.start,
        found.end,
        f"“{form}” {found.what} as in {names}; {document.conventions.name} writes sums otherwise.",
        suggestion=f"the sum as {document.conventions.name} writes it",
        sources=found.sources,
        confidence=found.confidence,
    )


def _all(document: Document) -> Iterator[OddSum]:
    text, target, characters = document.text, document.target, document.characters
    is_known = formats(document.language).is_known
    if is_known and "-" not in listed(target, "price-dash"):
        for found in _DASH.finditer(text) if any(dash in text for dash in _DASHES) else ():
            yield OddSum(*found.span(), "has a dash for the cents", ("de", "nl", "cs", "sv"))
    if target != "fr" and "€" in characters:
        for found in at_digits(_SIGN_AS_POINT, document):
            yield OddSum(*found.span(), "has the sign in place of the point", ("fr",))
    if "no" in listed(target, "code-before") and not document.vocabulary.isdisjoint(_CODES):
        for found in _CODE.finditer(text):
            yield OddSum(*found.span(), "has the code before the number", ("en", "de", "es", "nl"))
    if target not in ("es", "en") and any(sign in text for sign in _LOCAL_SIGNS):
        for found in _LOCAL_SIGN.finditer(text):
            sources = ("en", "hi") if found.group().startswith(("Rs", "₹")) else ("es",)
            yield OddSum(
                *found.span(), "has a sign that only the country's own press uses,", sources
            )
    if "yes" in listed(target, "sign-apart") and not characters.isdisjoint("€$£"):
        for found in at_digits(_CLOSE_SIGN, document):
            yield OddSum(
                *found.span(), "has the sign close to the number", ("fr", "es", "it", "pt", "de"),
                "medium",
            )  # fmt: skip
    pattern = _joined_millions(target)
    for found in at_digits(pattern, document) if pattern else ():
        word = found["joint"] or found["odd"]
        if found.groupdict().get("sign"):
            yield OddSum(
                *found.span(), "has a sign where the word for the currency belongs,",
                ("fr", "es", "pt", "it", "de"), "medium",
            )  # fmt: skip
            continue
        what = "joins the currency to the number" if word else "lacks the word between"
        yield OddSum(*found.span(), what, _sources(word, target))


def _sources(joint: str | None, target: str) -> tuple[str, ...]:
    word = (joint or "").strip().replace("’", "'")
    sources = {
        "of": ("en", "fr", "es", "it", "pt"), "de": ("fr", "es", "pt"), "d'": ("fr",),
        "di": ("it",), "von": ("de", "fr", "es"), "van": ("nl", "fr", "es"),
        "av": ("sv", "fr", "es"), "": ("en", "de", "nl", "ru"),
    }[word]  # fmt: skip
    return tuple(source for source in sources if source != target)


@cache
def _joined_millions(target: str) -> re.Pattern[str] | None:
    """The language's own words for millions with a joint that it does not set there, or without
    the one that it does."""
    words = own_large_words(target)
    if not words:
        return None
    own = set(listed(target, "million-joint"))
    joints = "|".join(sorted({"of", "de", "di", "von", "van", "av", "d'"} - own)).replace(
        "'", "['’]"
    )
    coded = rf"(?P<odd>{joints}){SPACE}{_SHORT_MONEY}"
    if own:  # 4 millones de €: a sign where the word belongs
        coded += rf"|(?P<sign>{'|'.join(own)})(?:(?<=['’])|{SPACE})[€$£]"
    half = rf"(?:{SPACE}(?:y|e|et){SPACE}(?:medio|meio|meia|demi|mezzo))?"
    joint = rf"(?P<joint>(?:{joints})(?:(?<=['’])|{SPACE}))" + ("?" if own else "")
    listed_words = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,])(?!(?:19|20)\d\d{SPACE})\d[\d.,]*(?:{SPACE}\d{{3}}){{0,3}}{SPACE}"
        rf"(?i:{listed_words}){half}{SPACE}(?:{joint}{_MONEY}|{coded})"
    )
