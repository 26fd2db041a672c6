"""il, lo and l' by the sound that follows; di il, a il, which merge into one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.language.agreement.stems import is_listed
from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_VOWELS = frozenset("aeiouàèéìòù")
_HEAVY = late_pattern(r"s[bcdfglmnpqrtvz]|z|gn|ps")
_ARTICLE = late_pattern(
    r"(?<![\w'’.,/@&-])(?P<word>[Ii]l|[Dd]el|al|[Dd]al|[Nn]el|[Ss]ul|[Cc]ol|[Qq]uel|[Uu]n|[Ii]|[Dd]ei|ai|[Nn]ei"
    r"|[Ss]ui|[Qq]uei|[Dd]egli|agli|[Nn]egli|[Ss]ugli|[Dd]ello|allo|[Nn]ello|[Ss]ullo|[Dd]allo)"
    r"(?P<gap>[ \u00a0])(?P<next>[a-zàèéìòù][\w’'-]{2,})"
)
_BEFORE_VOWEL = {
    "il": "l’", "del": "dell’", "al": "all’", "dal": "dall’", "nel": "nell’", "sul": "sull’",
    "quel": "quell’", "i": "gli ", "dei": "degli ", "ai": "agli ", "nei": "negli ", "sui": "sugli ",
    "quei": "quegli ",
    "dello": "dell’", "allo": "all’", "nello": "nell’", "sullo": "sull’", "dallo": "dall’",
}  # fmt: skip
_BEFORE_HEAVY = {
    "il": "lo", "del": "dello", "al": "allo", "dal": "dallo", "nel": "nello", "sul": "sullo",
    "quel": "quello", "un": "uno", "i": "gli", "dei": "degli", "ai": "agli", "nei": "negli",
    "sui": "sugli", "quei": "quegli",
}  # fmt: skip
_BEFORE_LIGHT = {
    "degli": "dei", "agli": "ai", "negli": "nei", "sugli": "sui",
    "dello": "del", "allo": "al", "nello": "nel", "sullo": "sul", "dallo": "dal",
}  # fmt: skip
_LIGHT = late_pattern(r"[bcdfglmpqrtv][aeiouàèéìòùlrh]|s[aeiouàèéìòù]|n[aeiouàèéìòù]")
_KEY = late_pattern(r"(?:minore|maggiore|bemolle|diesis)(?!\w)")
_BEFORE_NOUN = late_pattern(
    r"(?<![\w'’.,/@&-])(?P<word>[Uu]no|[Ll]o) (?P<next>[a-zàèéìòù]{3,})(?![\w’'-])"
)
"""Both are pronouns too (uno dice, lo vede): they tell before nouns that are listed."""
_CONTRACTED = {
    "di il": "del", "di lo": "dello", "di gli": "degli", "di i": "dei",
    "a il": "al", "a gli": "agli", "da il": "dal", "da gli": "dagli",
    "in il": "nel", "in gli": "negli", "su il": "sul", "su gli": "sugli",
    "in lo": "nello", "in la": "nella", "in i": "nei", "in le": "nelle", "su lo": "sullo",
    "su la": "sulla", "su i": "sui", "su le": "sulle", "da lo": "dallo", "da la": "dalla",
    "da i": "dai", "da le": "dalle", "di le": "delle", "a lo": "allo", "a i": "ai", "a le": "alle",
}  # fmt: skip
_UNCONTRACTED = late_pattern(
    r"(?<![\w'’.,/@&-])(?P<pair>(?:[Dd]i|a|[Dd]a|[Ii]n|[Ss]u) (?:il|lo|gli|i|la|le))"
    r" (?=[^\W\d_]{3})"
)


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Articles that do not fit the sound, then those that should have merged with di, a, da."""
    text = document.text
    for found in _ARTICLE.finditer(text):
        right = _right(document, found)
        if right is None:
            continue
        word = found["word"]
        shown = right.strip().capitalize() if word[0].isupper() else right.strip()
        gap = "" if right.endswith("’") else found["gap"]
        yield Disagreement(
            found.start(),
            found.end("next"),
            f"{shown}{gap}{found['next']}",
            f"Before “{found['next']}” Italian says “{right.strip()}”.",
        )
    for found in _BEFORE_NOUN.finditer(text):
        if found["next"] in listed_words("it", "masculine-nouns"):
            yield _shortened(found)
    for found in _UNCONTRACTED.finditer(text):
        pair = found["pair"].lower()
        if pair in _CONTRACTED and not _KEY.match(text, found.end()):
            right = _CONTRACTED[pair]
            yield Disagreement(
                found.start(), found.end("pair"), right, f"“{pair}” merges into “{right}”."
            )


def _shortened(found: re.Match[str]) -> Disagreement:
    """uno terzo, lo inizio, lo governo"""
    following, is_one = found["next"], found["word"].lower() == "uno"
    right = "un" if is_one else "l’" if following[0] in _VOWELS else "il"
    shown = right.capitalize() if found["word"][0].isupper() else right
    return Disagreement(
        found.start(),
        found.end(),
        f"{shown}{'' if right == 'l’' else ' '}{following}",
        f"Before “{following}” Italian says “{right}”.",
    )


def _right(document: Document, found: re.Match[str]) -> str | None:
    """The form that fits the next word, where the one that stands there does not."""
    word, following = found["word"].lower(), found["next"]
    if is_listed(following, "it", "before-lo"):
        return None
    if word in ("dei", "ai") and document.text[max(0, found.start() - 4) : found.start()] == "gli ":
        return None
    if following[0] in _VOWELS:
        return _BEFORE_VOWEL.get(word)
    if _VOWELS.isdisjoint(following):
        return None  # sms, an acronym
    if _HEAVY.match(following):
        return _BEFORE_HEAVY.get(word)
    return _BEFORE_LIGHT.get(word) if _LIGHT.match(following) else None
