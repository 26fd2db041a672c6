"""Elision before a vowel (l'État, d'abord, qu'il) and contraction (du, des, au, aux)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.language.agreement.stems import is_listed
from mtcheck.language.data import function_words, listed_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_VOWELS = "aeiouhàâäéèêëîïôöùûüœæAEIOUHÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ"
_UNELIDED = late_pattern(
    r"(?P<word>[LlJjNnDdQqSsMmTtPp](?<![\w'’.,/@&-].)(?:(?<=[LlJjNnDdSsMmTt])e|(?<=[Ll])a"
    r"|(?<=[Qq])ue|(?<=[Ss])i|(?<=[Ll])orsque|(?<=[Pp])uisque|(?<=[Jj])usque))(?P<gap>[ \u00a0])"
    rf"(?P<next>[{_VOWELS}][\w’'-]*)"
)
_CE = late_pattern(r"(?P<word>[Cc](?<![\w'’.,/@&-].)e) (?P<next>[aeiouhàâäéèêëîïôœ][\w’'-]*)")
_BEFORE_VOWEL = late_pattern(
    r"(?<![\w'’.,/@&-])(?P<word>[SsMmTt]a|(?:[Uu]n|[Cc]e|[Ss]on|[Mm]on|[Ll]e|[Nn]otre|[Ll]eur|[Dd]u"
    r"|[Aa]u) (?:nouveau|beau)) (?P<next>[aeiouhàâäéèêëîïôœ][a-zà-ÿœ]{2,})(?![\w’'-])"
)
_BEING = frozenset(("est", "était", "étaient", "eût"))
_CONTRACTED = {"de le": "du", "de les": "des", "à le": "au", "à les": "aux"}
_UNCONTRACTED = late_pattern(
    r"(?<![\w'’.,/@&-])(?P<pair>(?:[Dd]e|[ÀàAa]) les?)(?P<gap> )(?P<next>[^\W\d_][\w’'-]*)"
)
_INFINITIVE = late_pattern(r".+(?:er|ir|re|oir|ïr)$")
_NAME_BEFORE = late_pattern(r"[^\W\d_a-zà-ÿ][\w’'-]{0,30} $")
_HE = frozenset(("il", "ils"))
_ONLY_BEFORE_VERBS = frozenset(("je", "ne", "se", "me", "te"))


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Words that should have lost their vowel, then those that should have merged."""
    text = document.text
    for found in _UNELIDED.finditer(text):
        word = found["word"]
        if _is_elided(document, found):
            yield Disagreement(
                found.start(),
                found.end("next"),
                f"{word[:-1]}’{found['next']}",
                f"“{word.lower()}” loses its vowel before “{found['next']}”.",
            )
    yield from _demonstratives(text)
    yield from _before_vowels(text)
    for found in _UNCONTRACTED.finditer(text):
        pair = (
            found["pair"].lower().replace("a ", "à ", 1)
            if found["pair"][0] in "Àà"
            else (found["pair"].lower())
        )
        if pair in _CONTRACTED and _is_noun(found["next"]):
            right = _CONTRACTED[pair]
            if found["pair"][0].isupper():
                right = right.capitalize()
            yield Disagreement(
                found.start(), found.end("pair"), right, f"“{pair}” merges into “{right.lower()}”."
            )


def _demonstratives(text: str) -> Iterator[Disagreement]:
    """ce + vowel: c'est, cet homme."""
    for found in _CE.finditer(text):
        following = found["next"].lower()
        first = re.split("['’-]", following, maxsplit=1)[0]
        if (
            first in listed_words("fr", "after-ce")
            or is_listed(first, "fr", "no-elision")
            or (first[0] == "h" and not is_listed(first, "fr", "silent-h"))
        ):
            continue
        word = found["word"]
        is_verb = first in _BEING
        right = f"{word[0]}’{found['next']}" if is_verb else f"{word}t {found['next']}"
        reason = f"“{word.lower()}” becomes “{'c’' if is_verb else 'cet'}” before a vowel."
        yield Disagreement(found.start(), found.end("next"), right, reason)


def _before_vowels(text: str) -> Iterator[Disagreement]:
    """sa équipe, un nouveau accord"""
    for found in _BEFORE_VOWEL.finditer(text):
        word, following = found["word"], found["next"]
        if (
            following in function_words("fr")
            or is_listed(following, "fr", "no-elision")
            or (following[0] == "h" and not is_listed(following, "fr", "silent-h"))
        ):
            continue
        right = word[:-3] + "el" if word.endswith("eau") else f"{word[0]}on"
        yield Disagreement(
            found.start(),
            found.end(),
            f"{right} {following}",
            f"“{word.split()[-1].lower()}” becomes “{right.split()[-1].lower()}” before a vowel.",
        )


def _is_elided(document: Document, found: re.Match[str]) -> bool:
    word, following = found["word"].lower(), found["next"]
    lowered = following.lower().replace("’", "'")
    first = re.split("['-]", lowered, maxsplit=1)[0]
    if word == "si":
        return lowered in _HE
    if is_listed(first, "fr", "no-elision") or is_listed(lowered, "fr", "no-elision"):
        return False
    if lowered[0] == "h":
        return following[0] == "h" and is_listed(first, "fr", "silent-h")
    if not following[0].islower():
        name = re.split("['’-]", following, maxsplit=1)[0]
        return word != "je" and is_listed(name, "fr", "elided-names")
    if len(first) < 2 or following[1:2].isupper():
        return False  # letters, iPhone
    if _NAME_BEFORE.search(document.text, max(0, found.start() - 30), found.start()):
        return word not in ("de", "la", "le") or found["word"][0].islower()
    return True


def _is_noun(word: str) -> bool:
    """Is it surely no infinitive, before which "de le" is two words (de le faire)?"""
    lowered = word.lower()
    if lowered in listed_words("fr", "before-infinitive"):
        return False
    if _INFINITIVE.match(lowered):
        return word[0].isupper() or lowered in listed_words("fr", "nouns-like-infinitives")
    return len(word) > 2
