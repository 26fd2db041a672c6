"""The names that an article spells in two ways, and where.

Three searches: known names (`mtcheck/name-variants.txt`), words with a capital that sound alike,
and full names whose first and last parts have the same consonants.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import combinations, count
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words, listed_words
from mtcheck.language.eastern_names import spelt_twice
from mtcheck.language.foreign_words import own_words
from mtcheck.language.names import follows_name_word, goes_on_as_name, words_of_places
from mtcheck.language.spellings import (
    consonants,
    cyrillic_key,
    cyrillic_stem,
    differ_only_at_the_end,
    first_names,
    known_variants,
    slavic_keys,
    sound_keys,
    without_marks,
)
from mtcheck.language.words import find_all, small_letters, whole_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_INFLECTED = frozenset({"ru", "uk", "pl", "cs", "tr"})
_UNSPACED = frozenset({"zh", "ja", "ar"})
_CYRILLIC = frozenset({"ru", "uk"})
_CYRILLIC_WORD = late_pattern(r"[А-ЯЁІЇЄҐ][а-яёіїєґ]+")
_LATIN = late_pattern(r"[A-Za-z\u00c0-\u024f]+")
_CAPITAL, _REST = r"[^\W\d_a-z]", r"(?![A-ZÀ-Þ])[^\W\d_]+"
_REST_NEAR = r"(?![A-ZÀ-Þ])[^\W\d_]{1,40}"
_NAME = _CAPITAL + _REST
_PREVIOUS = late_pattern(rf"({_CAPITAL}{_REST_NEAR}) (?:(?:[Aa]l|[Ee]l|[Bb]in|[Bb]en|[Dd]e)[ -])?$")
_FOLLOWING = late_pattern(rf" (?:(?:[Aa]l|[Ee]l)[ -])?({_NAME})")
_BIG = r"[^\W\d_a-zß-öø-ÿа-яёіїєґ]"
_FULL_NAME = late_pattern(
    rf"({_BIG}(?<![\w-].){_REST}) (?=(?:(?:[Aa]l|[Ee]l)[ -])?({_BIG}{_REST})(?![\w-]))"
)
_CIRCUMFLEX = str.maketrans("âîûÂÎÛ", "aiuAIU")
_WORD_RIGHT = late_pattern(r" (?:hat |a |ha |har |heeft |had )?([^\W\d_]+)")
_WORD_LEFT = late_pattern(r"([^\W\d_]{1,40}) $")
_WORD = late_pattern(r"(?<!\w)[^\W\d_a-z]\w*")
_FEW_FORMS = 100
_MOST_ALIKE = 40
_SHORTEST = 5
_SHORTEST_SPEAKER = 6
_MOST_SLIPS = 2
_SHORTEST_CYRILLIC = 4
_ENDING = 3
_SHORTEST_STEM = 4
_REACH = 40
_LONG_ENOUGH = 7
_FEWEST_CONSONANTS = 2
_LIKE = 70


class Place(NamedTuple):
    """Where a spelling stands, and the names beside it."""

    start: int
    end: int
    before: str
    after: str


Pair = tuple[list[Place], list[Place]]
"""The places of the usual spelling, and those of the odd one."""


def names_in_two_spellings(document: Document) -> Iterator[Pair]:
    """The rarer or later spelling is the odd one; no sentence gives both."""
    pairs = [*_known_pairs(document)]
    if document.target in _UNSPACED:
        pairs += [
            (places[0], places[1])
            for forms in spelt_twice(document)
            if len(places := _unspaced_places(document, [*forms])) > 1
        ]
    else:
        names = full_names(document)
        pairs += [*_like_pairs(document), *_like_full_names(document, names)]
        pairs += _like_speakers(document, names)
    if document.target in _INFLECTED:
        pairs += [*_like_cyrillic_names(document), *_like_first_names(document)]
    for one, other in pairs:
        usual, odd = sorted((one, other), key=lambda places: (-len(places), places[0].start))
        if not share_a_sentence(document, usual, odd):
            yield usual, odd


def _known_pairs(document: Document) -> Iterator[Pair]:
    variants = known_variants()
    if document.target in _UNSPACED:
        forms: Iterable[str] = (
            form for form, number in variants.sets.items()
            if variants.kinds[number] == "+" and form in document.text
        )  # fmt: skip
    else:
        forms = variants.sets.keys() & document.vocabulary
    found: defaultdict[int, list[str]] = defaultdict(list)
    for form in forms:
        found[variants.sets[form]].append(form)
    for number, several in found.items():
        if len(several) < 2:
            continue
        is_place = variants.kinds[number] == "@"
        if variants.kinds[number] == "+":
            by_form = _unspaced_places(document, several)
        else:
            unmarked = [form for form in several if form not in _marked_anyway(document.target)]
            by_form = [places_of(document, form) for form in unmarked]
        if is_place:
            by_form = [[p for p in places if not _is_named(document, p)] for places in by_form]
        yield from _against_the_usual([places for places in by_form if places])


@cache
def _marked_anyway(language: str) -> frozenset[str]:
    """The forms that foreign-transliteration and untranslated-name mark wherever they stand."""
    from mtcheck.lexicon import Lexicon

    return frozenset(
        entry.find
        for name in ("foreign-transliteration", "untranslated-name")
        for entry in Lexicon(name).entries(language)
        if entry.confidence in (None, "high")
    )


def _against_the_usual(by_form: list[list[Place]]) -> Iterator[Pair]:
    if len(by_form) > 1:
        usual, *odd = sorted(by_form, key=lambda places: (-len(places), places[0].start))
        yield from ((usual, places) for places in odd)


def _unspaced_places(document: Document, forms: list[str]) -> list[list[Place]]:
    longest_first = "|".join(sorted(forms, key=len, reverse=True))
    by_form: defaultdict[str, list[Place]] = defaultdict(list)
    for found in re.finditer(longest_first, document.text):
        by_form[found.group()].append(Place(*found.span(), "", ""))
    return list(by_form.values())


def places_of(document: Document, form: str) -> list[Place]:
    text = document.plain
    places: list[Place] = []
    for start in _starts(document, form):
        end = start + len(form)
        if document.in_link(start, end) or document.quotations_around(start, end):
            continue  # a speaker, a title or a sign spells in its own way
        before = _PREVIOUS.search(text[max(0, start - _REACH) : start])
        after = _FOLLOWING.match(text, end)
        places.append(Place(start, end, _name(before), _name(after)))
    return places


def _starts(document: Document, form: str) -> Iterable[int]:
    """Where the form stands as a whole word. Many forms are looked up in a list of all words; for
    a few it takes longer to make than to search the text for each."""
    asked = document.once("forms asked for", count)
    if next(asked) < _FEW_FORMS or not form.isalpha():
        return whole_words(document.plain, form)
    return document.once("words with a capital", lambda: _capitalised(document)).get(form, ())


def _capitalised(document: Document) -> dict[str, array[int]]:
    """Where each word stands that does not begin with a small letter of the plain alphabet."""
    starts: dict[str, array[int]] = {}
    for word in _WORD.finditer(document.plain):
        starts.setdefault(word.group(), array("Q")).append(word.start())
    return starts


def _name(found: re.Match[str] | None) -> str:
    return found[1] if found and found[1][0].isupper() else ""


def _is_named(document: Document, place: Place) -> bool:
    """Dynamo Kiev, Kiev Post."""
    khan = document.plain[max(0, place.start - 5) : place.start].endswith("Khan ")
    return not khan and (
        follows_name_word(document, place.start) or goes_on_as_name(document, place.end)
    )


def _like_pairs(document: Document) -> Iterator[Pair]:
    """Words with a capital that sound alike."""
    vocabulary = document.vocabulary
    known = known_variants().sets
    words = [
        word
        for word in vocabulary
        if len(word) >= _SHORTEST
        and word[0].isupper()
        and not word.isupper()
        and _LATIN.fullmatch(word)
        and word.lower() not in vocabulary
        and word not in words_of_places(document.target)
    ]
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for word, key in zip(words, sound_keys(words), strict=True):
        by_key[key].append(word)
    for word, key in slavic_keys(words).items():
        by_key["slavic " + key].append(word)
    for alike in by_key.values():
        for one, other in _pairs(alike):
            if known.get(one, -1) == known.get(other, -2) or _is_habit(document, one, other):
                continue
            pair = places_of(document, one), places_of(document, other)
            if all(pair) and _are_one(document, *pair):
                yield pair


def _pairs(forms: Collection[str]) -> Iterable[tuple[str, str]]:
    """Each two of the forms; of more than any article holds the first ones."""
    if len(forms) < 2:
        return ()
    return combinations(sorted(forms)[:_MOST_ALIKE], 2)


def _is_habit(document: Document, one: str, other: str) -> bool:
    """Endings of case, capitals without accents (Etat), umlauts (Vater, Väter)."""
    if document.target in _INFLECTED and differ_only_at_the_end(one, other, _ENDING):
        return True
    if one[1:] == other[1:] or one.translate(_CIRCUMFLEX) == other.translate(_CIRCUMFLEX):
        return True
    return document.target == "de" and re.search("[äöü]", one + other) is not None


def _are_one(document: Document, ones: list[Place], others: list[Place]) -> bool:
    """By the names beside them: with the same first or last name they are, with others they are
    not; bare, they are."""
    firsts = _names(document, ones, "before"), _names(document, others, "before")
    lasts = _names(document, ones, "after"), _names(document, others, "after")
    if any(lasts):
        return not lasts[0].isdisjoint(lasts[1])
    if all(firsts):
        return not firsts[0].isdisjoint(firsts[1])
    if document.target == "de":
        return False
    return any(firsts) or len(ones) + len(others) > 2 or _are_doubled(document, ones, others)


def _are_doubled(document: Document, ones: list[Place], others: list[Place]) -> bool:
    """Инсбрук and Иннсбрук, each once: long, and a double letter apart."""
    stems = [cyrillic_stem(document.plain[p[0].start : p[0].end]) for p in (ones, others)]
    plain = {re.sub(r"(.)\1", r"\1", stem) for stem in stems}
    return len(plain) == 1 and min(map(len, plain)) >= _LONG_ENOUGH


def _names(document: Document, places: list[Place], side: str) -> set[str]:
    common, own = function_words(document.target), document.vocabulary
    names = {getattr(place, side) for place in places} - {""}
    lowered = ((name, name.lower()) for name in names)
    return set(sound_keys(n for n, low in lowered if low not in common and low not in own))


def full_names(document: Document) -> list[tuple[str, str]]:
    """Each first and last name that stand together, once, in order of the text."""
    return document.once(
        "full names",
        lambda: list(
            dict.fromkeys((found[1], found[2]) for found in _FULL_NAME.finditer(document.plain))
        ),
    )


def _like_full_names(document: Document, names: list[tuple[str, str]]) -> Iterator[Pair]:
    """Mohammed al-Sinwar, Mohamed Sinuar: first and last name have the same consonants."""
    by_key: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for first, last in names:
        if not (first.istitle() and last[0].isupper()) or last.isupper():
            continue
        if small_letters(first) in listed_words(document.target, "person-titles"):
            continue  # President Volodymyr ..., President Vladimir ...
        if len(last) >= _SHORTEST and last.lower() not in document.vocabulary:
            key = consonants(first), consonants(last)
            if min(map(len, key)) >= _FEWEST_CONSONANTS:
                by_key[key].add(last)
    for lasts in by_key.values():
        for one, other in _pairs(lasts):
            if _are_transcriptions(document, one, other):
                pair = places_of(document, one), places_of(document, other)
                if all(pair):
                    yield pair


def _are_transcriptions(document: Document, one: str, other: str) -> bool:
    if differ_only_at_the_end(one, other, _ENDING - 1) or _is_habit(document, one, other):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(without_marks(one), without_marks(other)) >= _LIKE


def _like_cyrillic_names(document: Document) -> Iterator[Pair]:
    """Моро and Морро, Садио and Садьо, in whatever case."""
    if document.target not in _CYRILLIC:
        return
    vocabulary, own = document.vocabulary, own_words(document.target)
    by_key: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in vocabulary:
        if len(word) >= _SHORTEST_CYRILLIC and word.istitle() and _CYRILLIC_WORD.fullmatch(word):
            lowered = word.lower()
            if lowered not in vocabulary and lowered not in own:
                stem = cyrillic_stem(word)
                by_key[cyrillic_key(stem)][stem].append(word)
    for stems in by_key.values():
        for one, other in _pairs(stems):
            if max(len(one), len(other)) < _SHORTEST:
                continue
            first, second = (
                sorted(place for word in stems[stem] for place in places_of(document, word))
                for stem in (one, other)
            )
            if not (first and second):
                continue
            if _are_one(document, first, second) and _stands_inside(document, first, second):
                yield first, second


def _stands_inside(document: Document, *pair: list[Place]) -> bool:
    """Has one of them its capital where no sentence begins?"""
    return any(
        document.sentence_at(place.start).start != place.start
        for places in pair
        for place in places
    )


def _like_first_names(document: Document) -> Iterator[Pair]:
    """Pablo Ruiz and Pavel Ruiz, Maia Sandu and Maja Sandu."""
    by_last: defaultdict[str, set[str]] = defaultdict(set)
    for first, last in full_names(document):
        if first.istitle() and last[0].isupper() and len(last) >= _SHORTEST_CYRILLIC:
            by_last[last].add(first)
    known = first_names()
    for last, firsts in by_last.items():
        for one, other in _pairs(firsts):
            keys = sound_keys((one, other))
            if known.get(one, -1) != known.get(other, -2) and (
                keys[0] != keys[1] or (_is_habit(document, one, other) and len(one) != len(other))
            ):
                continue
            here, there = (
                [place for place in places_of(document, first) if place.after == last]
                for first in (one, other)
            )
            if here and there:
                yield here, there


def _like_speakers(document: Document, names: list[tuple[str, str]]) -> Iterator[Pair]:
    """Marco Brunetti and then, never introduced, “Brunetta added”: a letter or two apart."""
    lasts = {
        last
        for first, last in names
        if first.istitle()
        and last.istitle()
        and len(last) >= _SHORTEST_SPEAKER
        and small_letters(first) not in listed_words(document.target, "person-titles")
        and small_letters(first) not in function_words(document.target)
    }
    if not lasts:
        return
    by_initial: defaultdict[str, list[str]] = defaultdict(list)
    for last in sorted(lasts):
        if len(by_initial[last[0]]) < _MOST_ALIKE:
            by_initial[last[0]].append(last)
    verbs = document.conventions.speech_verbs
    known = known_variants().sets
    for word in sorted(document.vocabulary):
        if len(word) < _SHORTEST_SPEAKER or word[0] not in by_initial or not word.istitle():
            continue
        if word in lasts or word.lower() in document.vocabulary:
            continue
        near = [last for last in by_initial[word[0]] if _is_slip(document, word, last)]
        if len(near) != 1:
            continue
        if word in words_of_places(document.target) or word.lower() in own_words(document.target):
            continue
        if known.get(word, -1) == known.get(near[0], -2):
            continue
        pair = places_of(document, near[0]), places_of(document, word)
        if not all(pair) or any(place.before or place.after for place in pair[1]):
            continue
        if any(_speaks(document, place, verbs) for place in pair[1]):
            yield pair


def _is_slip(document: Document, word: str, name: str) -> bool:
    longest = max(len(word), len(name))
    if word == name or word[0] != name[0] or abs(len(word) - len(name)) > _MOST_SLIPS:
        return False
    if word.startswith(name) or name.startswith(word) or _is_habit(document, word, name):
        return False
    if document.target in _INFLECTED and differ_only_at_the_end(word, name, _ENDING):
        return False
    from rapidfuzz.distance import Levenshtein

    most = _MOST_SLIPS if longest > _SHORTEST_SPEAKER + 1 else 1
    return Levenshtein.distance(word, name, score_cutoff=most) <= most


def _speaks(document: Document, place: Place, verbs: frozenset[str]) -> bool:
    folded = document.folded
    after = _WORD_RIGHT.match(folded, place.end)
    before = _WORD_LEFT.search(folded, max(0, place.start - _REACH), place.start)
    return (after is not None and after[1] in verbs) or (before is not None and before[1] in verbs)


def share_a_sentence(document: Document, ones: list[Place], others: list[Place]) -> bool:
    """Does a sentence hold both spellings, in whatever case? Then it tells two bearers apart."""
    stems = [{_stem(document, place) for place in places} for places in (ones, others)]
    if any(a.startswith(b) or b.startswith(a) for a in stems[0] for b in stems[1]):
        sentences = [{document.sentence_at(p.start) for p in places} for places in (ones, others)]
    else:
        sentences = [
            {
                document.sentence_at(at)
                for stem in of_one
                for at in find_all(document.text, stem)
                if not document.text[at - 1 : at].isalpha() or document.target in _UNSPACED
            }
            for of_one in stems
        ]
    return not sentences[0].isdisjoint(sentences[1])


def _stem(document: Document, place: Place) -> str:
    """The form without what may be its ending."""
    form = document.text[place.start : place.end]
    if document.target in _UNSPACED:
        return form
    most = _ENDING if document.target in _INFLECTED else 1
    return form[: max(_SHORTEST_STEM, len(form) - most)]
