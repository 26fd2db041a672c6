"""Names that are introduced in full and then stand bare, in another spelling.

Kröger and Kroeger, Furey and Furrey, Dipiazza and Di Piazza, フリーセン and フリーゼン.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice, pairwise, product, takewhile
from typing import TYPE_CHECKING
from unicodedata import normalize

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.foreign_words import own_words
from mtcheck.language.likeness_of_names import (
    are_in_one_script,
    bare_stem,
    bones_of,
    may_be_cases,
    sound_alike,
)
from mtcheck.language.name_pairs import (
    Pair,
    Place,
    full_names,
    places_of,
    share_a_sentence,
)
from mtcheck.language.names import words_of_places
from mtcheck.language.place_frames import stands_as_place, words_of_all_places
from mtcheck.language.spellings import (
    differ_only_at_the_end,
    first_names,
    known_variants,
    without_marks,
)
from mtcheck.language.words import small_letters
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_INFLECTED = frozenset({"ru", "uk", "pl", "cs", "tr"})
_SHORTEST = 5
_MOST_NAMES, _ENDING = 80, 3
_LONG, _TAIL = 7, 3
_OPENING_LISTS = ("function-words", "prepositions", "connectives")
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ı", "i"), ("ø", "oe"))
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("ch", "c"), ("sh", "s"), ("ss", "s"), ("z", "s"),
    ("ph", "f"), ("w", "v"), ("v", "f"), ("ck", "k"), ("q", "k"), ("y", "i"), ("j", "i"),
    ("ё", "е"), ("і", "и"), ("ї", "и"), ("й", "и"), ("ы", "и"), ("є", "е"), ("э", "е"), ("ь", ""),
    ("ґ", "г"),
)  # fmt: skip
_TWICE = late_pattern(r"(.)\1+")
_TWO_WORDS = late_pattern(
    r"(?<![\w'’-])(D[aei]|Del|Lo|La|Le|Mac|Mc|Van) ([A-ZÀ-Þ][a-zß-ÿ]{3,30})(?!\w)"
)
_HYPHENED = late_pattern(
    r"-([A-ZÀ-ÞА-ЯІЇЄҐ][^\W\d_]{2,20}) ([A-ZÀ-ÞА-ЯІЇЄҐ][^\W\d_]{3,30})(?![\w-])"
)
_COURTESIES = frozenset(
    ("Pan", "Pani", "Paní", "Herr", "Frau", "Madame", "Monsieur", "Signor", "Signora", "Señor")
)
_KATAKANA_FULL = late_pattern(r"[ァ-ヺー]{2,20}[・＝]([ァ-ヺー]{4,20})(?![ァ-ヺー・＝])")
_KATAKANA_BARE = late_pattern(
    r"(?<![ァ-ヺー・＝])([ァ-ヺー]{4,20})(?=氏|さん|容疑者|被告|選手|監督|議員)"
)
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヴ", "アイウエオツヤユヨブ", "ー")
_ARABIC_BARE = late_pattern(
    r"(?<!\w)[وف]?(?:قال|قالت|أضاف|أضافت|أكد|أكدت|أوضح|أوضحت|بحسب|حسب) "
    r"((?!ال)[ء-ي]{4,12})(?= (?:إن|أن|فإن|إنه|إنها)\b)"
)
_ARABIC_FULL = late_pattern(r"(?<!\w)[ء-ي]{3,12} ((?!ال)[ء-ي]{4,12})(?=[،.])")


def introduced_in_another_spelling(document: Document) -> Iterator[Pair]:
    """The name as it was introduced, and the bare one; no sentence gives both."""
    if document.target == "ja":
        pairs = _in_katakana(document)
    elif document.target == "ar":
        pairs = _in_arabic(document)
    elif document.target == "zh":
        return
    else:
        pairs = _in_letters(document)
    for usual, odd in pairs:
        if not share_a_sentence(document, usual, odd):
            yield usual, odd


def _key(name: str) -> str:
    key = name.lower()
    for letter, letters in (*_UMLAUTS, *_SOUNDS):
        key = key.replace(letter, letters)
    return _TWICE.sub(r"\1", without_marks(key))


def _introduced(document: Document) -> dict[str, set[str]]:
    """The last names that stand behind a first one, by their sound."""
    target, vocabulary = document.target, document.vocabulary
    titles, common = listed_words(target, "person-titles"), function_words(target)
    lasts: defaultdict[str, set[str]] = defaultdict(set)
    hyphened = [(found[1], found[2]) for found in _HYPHENED.finditer(document.plain)]
    for first, last in (hyphened + full_names(document))[:_MOST_NAMES]:
        if not (first.istitle() and last.istitle()) or len(last) < _SHORTEST:
            continue
        if first in _COURTESIES or {small_letters(first)} & (common | titles):
            continue
        if _opens_as_a_word(document, first, document.plain.find(f"{first} {last}")):
            continue
        if last.lower() not in vocabulary and last not in words_of_places(target):
            lasts[_key(last)].add(last)
    return lasts


def _in_letters(document: Document) -> Iterator[Pair]:
    lasts = _introduced(document)
    if lasts:
        yield from _bare(document, lasts)
        yield from _in_two_words(document, lasts)
    yield from _in_full_twice(document)


def _bare(document: Document, lasts: dict[str, set[str]]) -> Iterator[Pair]:
    """The one name that sounds like the bare word, or is a letter apart from it."""
    target, vocabulary = document.target, document.vocabulary
    own, places = own_words(target), words_of_places(target)
    whole = {last for several in lasts.values() for last in several}
    initials = {last[0] for last in whole}
    words = sorted(
        word
        for word in vocabulary - whole
        if len(word) >= _SHORTEST
        and word.istitle()
        and (low := word.lower()) not in own
        and low not in vocabulary
        and word not in places
    )
    by_bones = set[str]().union(*bones_of(sorted(whole), target))
    for word, bones in zip(words, bones_of(words, target), strict=True):
        may_sound = not by_bones.isdisjoint(bones)
        if word[0] not in initials and not may_sound:
            continue
        alike = lasts.get(_key(word)) or {
            last
            for last in whole
            if _is_a_letter_apart(word, last) or (may_sound and _sounds_like(word, last, target))
        }
        if len(alike) != 1:
            continue
        last = next(iter(alike))
        if last.lower() not in own and not _is_another_form(word, last, target):
            yield from _if_bare(document, last, places_of(document, word))


def _sounds_like(word: str, last: str, target: str) -> bool:
    """Khalidi, Chalidi; Watanabe, Vatanabe."""
    if not are_in_one_script(word, last) or word in first_names():
        return False
    stems = bare_stem(word, target), bare_stem(last, target)
    if stems[0] == stems[1] or {word, last} & words_of_all_places(target):
        return False
    if stems[0] in own_words(target) or word.startswith(last) or last.startswith(word):
        return False
    stems = (word.lower(), last.lower()) if word[-1] == last[-1] else stems
    is_case = target in _INFLECTED and target != "tr" and may_be_cases(*stems)
    return not is_case and sound_alike(*stems)


def _is_another_form(word: str, last: str, target: str) -> bool:
    """A usual variant, one without accents, or a case: Ковальчика; not Ковальчік."""
    known = known_variants().sets
    if known.get(word, -1) == known.get(last, -2) or without_marks(word) == without_marks(last):
        return True
    if target not in _INFLECTED or not differ_only_at_the_end(word, last, _ENDING):
        return False
    if target == "tr":
        return word.startswith(last) or last.startswith(word)
    if target in ("ru", "uk"):
        return word[-1] != last[-1] or may_be_cases(word.lower(), last.lower())
    return word[-2:] != last[-2:]


def _is_a_letter_apart(word: str, last: str) -> bool:
    """Teixeira, Texeira: one letter changed, lost or added inside a long name."""
    if len(word) + len(last) < 2 * _LONG - 1 or word[-_TAIL:] != last[-_TAIL:]:
        return False
    begun = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, last, strict=False))
    )
    rest, other = word[begun:], last[begun:]
    return begun > 0 and (rest[1:] == other[1:] or rest[1:] == other or rest == other[1:])


def _if_bare(document: Document, last: str, odd: list[Place]) -> Iterator[Pair]:
    usual = places_of(document, last)
    if (
        usual
        and odd
        and not any(place.after or _has_first_name(document, place) for place in odd)
        and not any(stands_as_place(document, place.start, place.end) for place in odd)
    ):
        yield usual, odd


def _has_first_name(document: Document, place: Place) -> bool:
    """Stands another word with a capital before it, no title, that does not open the sentence?"""
    if not place.before or place.before in _COURTESIES:
        return False
    return not _opens_as_a_word(document, place.before, place.start - len(place.before) - 1)


def _opens_as_a_word(document: Document, word: str, start: int) -> bool:
    """Does it open a sentence there, and is it a word that sentences open with, so that its
    capital says nothing?"""
    opens = start >= 0 and document.sentence_at(start).start == start
    return opens and any(
        word.lower() in listed_words(document.target, name) for name in _OPENING_LISTS
    )


def _in_two_words(document: Document, lasts: dict[str, set[str]]) -> Iterator[Pair]:
    """Roberto Dipiazza, Di Piazza."""
    whole = {last for several in lasts.values() for last in several}
    for found in _TWO_WORDS.finditer(document.plain):
        joined = (found[1] + found[2]).capitalize()
        if joined in whole and not document.quotations_around(*found.span()):
            usual = places_of(document, joined)
            if usual:
                yield usual, [Place(*found.span(), "", "")]


def _in_full_twice(document: Document) -> Iterator[Pair]:
    """Hugo Motta, Hugo Mota; Luis Caputo, Luís Caputo: first and last name, apart by no more than
    accents or a letter written twice."""
    by_key: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for first, last in full_names(document)[:_MOST_NAMES]:
        if first.istitle() and last.istitle() and min(len(first), len(last)) > 2:
            by_key[_plain(first), _plain(last)].append((first, last))
    for several in by_key.values():
        for (first, last), (other_first, other_last) in pairwise(several):
            one, other = (last, other_last) if last != other_last else (first, other_first)
            if document.target in _INFLECTED and _is_of_cases(one, other):
                continue
            usual, odd = places_of(document, one), places_of(document, other)
            if usual and odd and not document.vocabulary.issuperset((one.lower(), other.lower())):
                yield (usual, odd) if len(usual) >= len(odd) else (odd, usual)


def _is_of_cases(one: str, other: str) -> bool:
    """Anna, Anną; Корея, Кореей."""
    once = {_TWICE.sub(r"\1", name.lower()) for name in (one, other)}
    return len(once) > 1 and differ_only_at_the_end(one, other, _ENDING)


def _plain(name: str) -> str:
    return _TWICE.sub(r"\1", without_marks(name.lower()))


def _in_katakana(document: Document) -> Iterator[Pair]:
    if "・" not in document.text:
        return
    full = _places_by_name(_KATAKANA_FULL, document)
    by_key = {_katakana_key(name): place for name, place in full.items()}
    for name, place in _places_by_name(_KATAKANA_BARE, document).items():
        if name in full or document.text.count(name) > document.text.count(name + "氏"):
            continue
        if usual := by_key.get(_katakana_key(name)):
            yield [usual], [place]


def _places_by_name(pattern: re.Pattern[str], document: Document) -> dict[str, Place]:
    """The last place of each name that the pattern finds; of more than any article holds, the
    first ones."""
    found = islice(pattern.finditer(document.text), _MOST_NAMES)
    return {match[1]: Place(*match.span(1), "", "") for match in found}


def _katakana_key(name: str) -> str:
    plain = name.translate(_SMALL_KANA)
    return "".join(sign for sign in normalize("NFD", plain) if sign not in "\u3099\u309a")


def _in_arabic(document: Document) -> Iterator[Pair]:
    bare = _places_by_name(_ARABIC_BARE, document)
    if not bare:
        return
    full = _places_by_name(_ARABIC_FULL, document)
    from rapidfuzz.distance import Levenshtein

    for (word, odd), (name, usual) in product(bare.items(), full.items()):
        if word == name or word[0] != name[0] or usual.start > odd.start:
            continue
        if document.text.count(word) > 1 + (word in name) * document.text.count(name):
            continue
        if Levenshtein.distance(word, name, score_cutoff=1) == 1:
            yield [usual], [odd]
