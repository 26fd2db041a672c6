"""a and an, by the sound that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.agreement import Disagreement
from mtcheck.language.agreement.stems import is_listed
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_ARTICLE = late_pattern(
    r"(?P<article>[Aa](?<![\w'’.,/@&*+=-].)n?)(?P<gap>[ \u00a0][“\"‘'«(\[]?)"
    r"(?P<next>[$£€¥]?\d[\d,.]*|[^\W\d_][\w.’'-]*)"
)
_VOWELS = frozenset("aeiouáàâäãéèêëíìîïóòôöõøåæœ")
_SPELT_WITH_VOWEL = frozenset("AEFHILMNORSX")
_CAPITALISED_BEFORE = late_pattern(r"(?<!\w)[A-ZÀ-Þ][\w’'-]+ $")
_UNSPEAKABLE = late_pattern(
    r"(?:n[bcdfghjkltvwxz]|m[bcdfghjkltvwxz]|[lr][bcdfgjkmnptvwxz]|x[bcdfgt])"
)
_NUMBER = late_pattern(r"(?P<whole>\d+)(?P<groups>(?:,\d{3})*)(?P<rest>.*)")
_ACRONYM = late_pattern(r"(?:[A-Z]\.){2,}[A-Z]?|[A-Z]{2,6}(?:s|'s|’s)?(?=$|[^A-Za-z])")
_LETTER = late_pattern(r"[A-Za-z](?=-|$)")
_IRISH = frozenset(("Taoiseach", "Tánaiste", "Garda", "Post", "Dáil", "Phoblacht", "Uachtarán"))
_HYPHENATED_NUMBER = late_pattern(r"[- ]?(?:year|month|week|day|hour|mile|metre|meter|man|th\b)")


def disagreements(document: Document) -> Iterator[Disagreement]:
    """Where the article is not the one that the next sound wants."""
    text = document.text
    for found in _ARTICLE.finditer(text):
        article = found["article"]
        if article[0] == "A" and not _begins_sentence(document, found):
            continue
        if article == "a" and _joins_names(text, found):
            continue
        wants_an = _wants_an(found, text)
        if wants_an is None or wants_an == (len(article) == 2):
            continue
        right = article[0] + "n" * wants_an
        sound = "a vowel" if wants_an else "a consonant"
        word = found["next"].rstrip(",'’-")
        word = word if word.count(".") > 1 else word.rstrip(".")
        yield Disagreement(
            found.start(),
            found.start("next") + len(word),
            right + found["gap"] + word,
            f"“{word}” begins with {sound} sound, so the article is “{right.lower()}”.",
        )


def _joins_names(text: str, found: re.Match[str]) -> bool:
    """Vuelta a España: a foreign word between two capitalised ones."""
    before = _CAPITALISED_BEFORE.search(text, max(0, found.start() - 30), found.start())
    return before is not None and found["next"][0].isupper() and found["gap"] == " "


def _begins_sentence(document: Document, found: re.Match[str]) -> bool:
    """Elsewhere a capital A is a grade, a group, a letter (hepatitis A, Serie A)."""
    start = document.sentence_at(found.start()).start
    if document.text[start : found.start()].strip("“\"‘'«([ "):
        return False
    following = found["next"]
    is_name = following[0].isupper() and (found["article"] == "An" or following.isupper())
    return not is_name and not _is_road(document, found)


def _is_road(document: Document, found: re.Match[str]) -> bool:
    """A 8, a motorway; "A 11-year-old" is none."""
    after = document.text[found.end() : found.end() + 8]
    return found["next"][0].isdigit() and _HYPHENATED_NUMBER.match(after) is None


def _wants_an(found: re.Match[str], text: str) -> bool | None:
    """None where it is not sure how the word sounds, or whether it is a word of English."""
    word = found["next"].rstrip(".'’-")
    if not word:
        return None
    if word[0].isdigit() or word[0] in "$£€¥":
        return _number_wants_an(word.lstrip("$£€¥"))
    letter = _LETTER.match(word)
    if letter:
        return _letter_wants_an(word, text[found.end("next") : found.end("next") + 2])
    acronym = _ACRONYM.match(found["next"])
    if acronym:
        return _acronym_wants_an(acronym.group())
    return _word_wants_an(word)


def _number_wants_an(number: str) -> bool | None:
    """An 8, an 11, an 18, an 80,000; 1,800 may be eighteen hundred or one thousand."""
    parts = _NUMBER.match(number)
    if parts is None:
        return None
    whole, groups = parts["whole"], parts["groups"]
    if whole[0] == "8":
        return True
    if whole in ("11", "18"):
        return True
    if whole[:2] in ("11", "18") and (len(whole) > 2 or groups):
        return None
    if whole == "1" and groups[:2] in (",1", ",8"):
        return None
    return False


def _letter_wants_an(word: str, after: str) -> bool | None:
    """An X-ray, a T-shirt; a single letter by itself may be anything."""
    if len(word) < 3 or word[1] != "-":
        return None
    if word[0] in "Uu":
        return False
    return word[0].upper() in _SPELT_WITH_VOWEL


def _acronym_wants_an(acronym: str) -> bool | None:
    """By its first letter, unless it is read as a word."""
    letters = acronym.replace(".", "").removesuffix("s").rstrip("'’")
    first = letters[0]
    if first == "U":
        return False if is_listed(letters, "en", "spoken-acronyms") and letters != "UNRWA" else None
    if first in "AEIO":
        return None if letters in ("EURO", "ONE", "EUR") else True
    if first not in _SPELT_WITH_VOWEL:
        return False
    is_spoken = is_listed(letters, "en", "spoken-acronyms")
    if is_spoken:
        return None
    has_vowel = any(letter in "AEIOUY" for letter in letters[1:])
    return None if has_vowel and len(letters) > 3 else True


def _word_wants_an(word: str) -> bool | None:
    piece = word.split("-", 1)[0]
    if any(char.isdigit() for char in piece):  # an F16, an M25
        return word[0] in _SPELT_WITH_VOWEL if word[0].isupper() and word[1].isdigit() else None
    if any(char.isupper() for char in piece[1:]) and word[0] not in "aeio":
        return None  # an MSc, an mRNA
    lowered = piece.lower().removesuffix("'s").removesuffix("’s")
    if is_listed(lowered, "en", "either-sound") or word in _IRISH:
        return None
    if is_listed(lowered, "en", "vowel-sound"):
        return True
    if _UNSPEAKABLE.match(lowered):
        return None  # an ntilde, an mRNA: its letters are spoken
    if lowered[0] not in _VOWELS:
        is_foreign = word[0].isupper() and lowered[0] in "hyx"
        return None if is_foreign or not lowered[0].isascii() else False
    if is_listed(lowered, "en", "consonant-sound"):
        return False
    if lowered[0] == "u" and (word[0].isupper() or lowered.startswith(("uni", "us", "ut", "ur"))):
        is_negation = lowered.startswith(
            ("unin", "unim", "unid", "unir", "unis", "urg", "urb", "ush")
        )
        return True if is_negation and word[0].islower() else None
    return True
