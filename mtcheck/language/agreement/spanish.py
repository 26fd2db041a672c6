"""el agua, e Irán, u ocho, al and del."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.language.data import listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_EDGE = r"(?<![\w'’.,/@&-])"
_FEMININE = late_pattern(rf"{_EDGE}(?P<word>[Ll]a|del? la|a la) (?P<next>[aáh][a-zñáéíóú]+)(?!\w)")
_AND = late_pattern(rf"{_EDGE}y (?P<next>(?:hi|hí|i|í|I|Í|Hi)[\w-]+)")
_OR = late_pattern(rf"{_EDGE}o (?P<next>(?:ho|hó|o|ó)[a-zñáéíóú]{{2,}})")
_UNCONTRACTED = late_pattern(rf"{_EDGE}(?P<word>[Aa]|[Dd]e) el (?=[^\W\d_])")
_DIPHTHONG = late_pattern(r"h?i[aeouáéóú]|í[ao]n?\b|iph|ipa|ios|hip.?hop")
_MASCULINE = {"la": "el", "de la": "del", "del la": "del", "a la": "al"}


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Kind by kind."""
    text = document.text
    for found in _FEMININE.finditer(text):
        if found["next"] in listed_words("es", "stressed-a"):
            yield _masculine(found)
    for found in _AND.finditer(text):
        if _sounds_i(found["next"]):
            yield Disagreement(
                found.start(),
                found.end(),
                f"e {found['next']}",
                "“y” becomes “e” before the sound i.",
            )
    for found in _OR.finditer(text):
        yield Disagreement(
            found.start(), found.end(), f"u {found['next']}", "“o” becomes “u” before the sound o."
        )
    for found in _UNCONTRACTED.finditer(text):
        right = "al" if found["word"] in "Aa" else "del"
        shown = right.capitalize() if found["word"][0].isupper() else right
        yield Disagreement(
            found.start(),
            found.end() - 1,
            shown,
            f"“{found['word'].lower()} el” merges into “{right}”.",
        )


def _masculine(found: re.Match[str]) -> Disagreement:
    word = found["word"]
    right = _MASCULINE[word.lower()]
    shown = right.capitalize() if word[0].isupper() else right
    return Disagreement(
        found.start(),
        found.end(),
        f"{shown} {found['next']}",
        f"“{found['next']}” begins with a stressed a and takes “{right}”.",
    )


def _sounds_i(word: str) -> bool:
    if word[0].islower():
        return len(word) > 2 and word.islower() and _DIPHTHONG.match(word) is None
    return word in listed_words("es", "names-after-e")
