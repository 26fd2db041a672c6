"""Is a piece without a verb an adverbial that lost its sentence: "In January." "Near Potes."?

News hardly ever sets one apart: two in 450,000 words of original news and human translation in
en, fr, de and es. Set phrases do stand alone (In vain. On the contrary.), so a torn one must name
a thing: a number, a name, or a noun with its article. Word lists: `prepositions.txt`,
`focus-words.txt` (mainly, above all), `participle-openers.txt` (based, led), `articles.txt`,
`genitives.txt` (of),
`place-nouns.txt` (where a noun has no article that could show it), `torn-openers.txt`,
`joining-words.txt`, `set-adverbials.txt`, and where the press likes sentences of two parts
without a verb (Al Quirinale nessuna sorpresa.) `nominal-openers.txt` and `nominal-seconds.txt`.
Where it leaves out "is" (В Москве снегопад.), only a name, a number or a word of
`adverbial-ends.txt` may be the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mtcheck.language.data import listed_lines, listed_words

_FEWEST_WITH_ARTICLE = 3


def is_torn_adverbial(text: str, words: Sequence[str], language: str) -> bool:
    """Does the piece open as an adverbial, and name a thing?

    text: the piece, with its full stop; words: its tokens.
    """
    lowered = text.lower().rstrip(". ").replace("’", "'")
    if lowered in listed_lines(language, "set-adverbials"):
        return False
    whole, lowered = lowered, _without_focus(lowered, language)
    if is_of_two_parts(words, language):
        return False
    if whole != lowered and not listed_words(language, "articles"):
        # Především v údolí: no article can show the noun in a language without any.
        return " " in lowered
    first = re.split(r"[ ']", lowered, maxsplit=1)[0]
    opens = first in listed_words(language, "prepositions") or first in listed_words(
        language, "participle-openers"
    )
    is_of_something = first in listed_words(language, "genitives")
    if f", {first} " in lowered:
        return False  # Sans consultant, sans PowerPoint: a figure of speech
    if any(lowered.startswith(f"{opener} ") for opener in listed_lines(language, "torn-openers")):
        return any(word[0].isdigit() for word in words[1:])
    if opens and words[-1 - (words[-1] == ".")].lower() in listed_words(language, "place-nouns"):
        return True
    return opens and (is_of_something or _names_a_thing(words, language))


def is_of_two_parts(words: Sequence[str], language: str) -> bool:
    """Does a second part begin that no preposition ties to the first: In calo Francoforte?"""
    lowered = " ".join(words).lower()
    if any(lowered.startswith(f"{part} ") for part in listed_lines(language, "nominal-openers")):
        return True
    seconds = listed_words(language, "nominal-seconds")
    if seconds.isdisjoint(map(str.lower, words)):
        return False
    ties = listed_words(language, "prepositions") | listed_words(language, "joining-words")
    return any(
        second.lower() in seconds and first.lower() not in ties
        for first, second in pairwise(words[1:])
    )


def _without_focus(lowered: str, language: str) -> str:
    for focus in listed_lines(language, "focus-words"):
        if lowered.startswith(f"{focus} "):
            return lowered[len(focus) + 1 :]
    return lowered


def _names_a_thing(words: Sequence[str], language: str) -> bool:
    plain = [word for word in words if word[0].isalnum()]
    rest = plain[1:]
    if plain[-1].lower() in listed_words(language, "prepositions") | listed_words(
        language, "articles"
    ) | listed_words(language, "joining-words"):
        return True
    if ends := listed_words(language, "adverbial-ends"):
        last = plain[-1]
        return bool(rest) and (not last[0].islower() or last.lower() in ends)
    if any(word[0].isdigit() for word in rest):
        return True
    if language != "de" and any(word[0].isupper() for word in rest):
        return True
    definite = listed_words(language, "articles") | listed_words(language, "contractions")
    has_article = any(word.lower().partition("'")[0] in definite for word in plain[:4])
    return len(plain) >= _FEWEST_WITH_ARTICLE and has_article
