"""What a newsroom prints, where its language leaves a choice or it has a rule of its own."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from mtcheck.language.conventions import Conventions, conventions

English = Literal["US", "GB", "Oxford"]
Spacing = Literal["french", "close"]

NAMED_PAIRS = {
    "curly": "“”",
    "straight": '""',
    "guillemets": "«»",
    "reversed-guillemets": "»«",
    "low-high": "„“",
    "low-high-right": "„”",
    "single": "‘’",
    "corner": "「」",
}
"""Names for the pairs of quotation marks that a house may print."""

_INNER = {"“”": "‘’", "‘’": "“”", '""': "''", "„“": "‚‘", "„”": "‚’", "»«": "›‹", "「」": "『』"}
_SPACED_BEFORE, _SPACED_AFTER = ":;!?»%", "«"


class HouseStyle(NamedTuple):
    """quotes: the pair for quotations ("«»"); "" leaves it to the language.
    english: "US", "GB" or "Oxford" (British with -ize); "" leaves it to the article.
    spacing: "french": a no-break space within « » and before : ; ! ? %; "close": none; "" leaves it
        to the language.
    """

    quotes: str = ""
    english: English | Literal[""] = ""
    spacing: Spacing | Literal[""] = ""

    def describe(self) -> str:
        """For the report's signature."""
        return f"{self.quotes}/{self.english}/{self.spacing}" if any(self) else ""


def pair_of(value: str) -> str:
    """The pair that a name or two marks stand for. Raises ValueError."""
    if value in NAMED_PAIRS:
        return NAMED_PAIRS[value]
    marks = "".join(value.split())
    if marks not in NAMED_PAIRS.values() and marks not in ("””", "»»", "『』", "''"):
        known = ", ".join(f"{name} ({pair})" for name, pair in NAMED_PAIRS.items())
        raise ValueError(f"{value!r}, which is no pair of quotation marks; there are {known}")
    return marks


@cache
def house_conventions(tag: str, house: HouseStyle) -> Conventions:
    """The conventions of a language as the house has them."""
    own = conventions(tag)
    if house.quotes:
        inner = _INNER.get(house.quotes, "") if house.quotes not in own.quotes[:1] else ""
        rest = tuple(pair for pair in own.quotes if pair != house.quotes)
        own = own._replace(
            quotes=(house.quotes, *rest),
            regional_quotes=(),
            nested_quotes=inner or own.nested_quotes,
        )
    if house.spacing == "close":
        own = own._replace(space_before="", space_after="", space_allowed_before="")
    elif house.spacing == "french":
        own = own._replace(
            space_before=_SPACED_BEFORE,
            space_after=_SPACED_AFTER,
            space_allowed_before=_SPACED_BEFORE,
        )
    return own
