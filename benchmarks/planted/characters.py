"""Artifacts of single characters: look-alikes, invisible ones, marks of other scripts."""

import re
from random import Random

from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, body_start, kind, picked, replaced

_LOOK_ALIKE = {
    "а": "a", "е": "e", "о": "o", "с": "c", "р": "p", "х": "x", "у": "y", "і": "i", "к": "k",
}  # fmt: skip
_LATIN_LOOK_ALIKE = {latin: cyrillic for cyrillic, latin in _LOOK_ALIKE.items()}
_INVISIBLE = "\u200b\u00ad\u2060\ufeff\u200e\u202c"
_CYRILLIC = ("ru", "uk", "bg", "sr", "be", "mk")
_UNSPACED = ("zh", "ja")


@kind("mixed-script", languages=_CYRILLIC)
def latin_letter_in_a_cyrillic_word(article: Article, rng: Random) -> Planted | None:
    return _with_look_alike(article, rng, r"[а-яіїєґ]{6,}", _LOOK_ALIKE)


@kind("mixed-script", languages=("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr"))
def cyrillic_letter_in_a_latin_word(article: Article, rng: Random) -> Planted | None:
    return _with_look_alike(article, rng, r"\b[a-z]{6,}\b", _LATIN_LOOK_ALIKE)


def _with_look_alike(
    article: Article, rng: Random, pattern: str, table: dict[str, str]
) -> Planted | None:
    match = picked(article, rng, pattern)
    places = [i for i, char in enumerate(match.group()) if char in table] if match else []
    if not match or not places:
        return None
    at, word = rng.choice(places), match.group()
    return replaced(
        article, match.start(), match.end(), word[:at] + table[word[at]] + word[at + 1 :]
    )


@kind("invisible-characters")
def invisible_character(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"[^\W\d_]{6,}")
    if not match:
        return None
    at, word = rng.randrange(2, len(match.group()) - 2), match.group()
    new = word[:at] + rng.choice(_INVISIBLE) + word[at:]
    return replaced(article, match.start(), match.end(), new)


@kind("stray-punctuation", "foreign-spacing", "repeated-word")
def doubled_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=[^\W\d_]{3})[.,،。，、](?=\s|$|[\u4e00-\u9fff])")
    if not match:
        return None
    mark = match.group()
    new = rng.choice([mark * 2, f"{mark} {mark}", ".," if mark == "," else f"{mark},"])
    return replaced(article, match.start(), match.end(), new)


@kind("foreign-punctuation", languages=("en", "fr", "de", "es", "it", "pt", "nl", "ru", "pl", "cs"))
def full_width_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=[^\W\d_]{3}), ")
    return replaced(article, match.start(), match.end(), "，", "zh") if match else None


@kind("foreign-punctuation", languages=_UNSPACED)
def half_width_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=[\u4e00-\u9fff])[，。、](?=[\u4e00-\u9fff])")
    if not match:
        return None
    new = "." if match.group() == "。" else ","
    return replaced(article, match.start(), match.end(), new, "en")


@kind("foreign-punctuation", languages=("ar",))
def latin_comma_or_question_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=\w)[،؟؛]")
    if not match:
        return None
    new = {"،": ",", "؟": "?", "؛": ";"}[match.group()]
    return replaced(article, match.start(), match.end(), new, "en")


@kind("foreign-punctuation", languages=("es",))
def lost_inverted_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"[¿¡][^¿¡?!\n]{6,90}[?!]")
    if not match:
        return None
    planted = replaced(article, match.start(), match.start() + 1, "", "en")
    return planted._replace(spans=((match.start(), match.end() - 1),))


@kind("foreign-spacing", languages=("zh", "ja"))
def spaced_full_width_mark(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=[\u4e00-\u9fff])[，。](?=[\u4e00-\u9fff])")
    if not match:
        return None
    return replaced(article, match.start(), match.end(), f" {match.group()} ", "en")


@kind("mixed-quotes", "foreign-quotes", "unpaired-punctuation")
def odd_quotation(article: Article, rng: Random) -> Planted | None:
    """One quotation in marks that no other of the article has."""
    quotations = [q for q in article.quotations() if q.start >= body_start(article)]
    if len(quotations) < 4 or len({q.glyphs for q in quotations}) > 1:
        return None
    others = [p for p in ("“”", "«»", "„“", "「」") if p != quotations[0].glyphs]
    quotation = rng.choice(quotations)
    opener, closer = rng.choice(others)
    inner = article.text[slice(*quotation.inner)]
    if re.search(r"[\"“”«»„「」]", inner):
        return None
    return replaced(article, quotation.start, quotation.end, f"{opener}{inner.strip()}{closer}")
