"""What is rendered in two ways: sentences that the source repeats, and names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.known_names import known_name
from mtcheck.bilingual.name_matches import Side, likeness, sides
from mtcheck.bilingual.names import INFLECTED, NO_CAPITALS, NameWord
from mtcheck.bilingual.romanization import romanized
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_WORD = late_pattern(r"[^\W\d_]+|\d+")
_UNSPACED = late_pattern(r"[\u3040-\u30ff\u3400-\u9fff]")
_QUOTED = late_pattern(
    '(?:[“„「『"]|«[ \u00a0\u202f]?)'
    '(?=\\S)([^“”«»„「」『』"\n.!?。！？…]{2,39}[^\\s“”«»„「」『』".!?。！？…,，])'
    '(?:[”“」』"]|[ \u00a0\u202f]?»)'
)
_NAME_OF_WORDS = late_pattern(
    "(?<![^\\W_])(?<![-’'.])[A-ZÀ-ÖØ-ÞČŚŠŽŁА-ЯІЇЄ][^\\W\\d_]{2,}"
    "(?: (?:& )?[A-ZÀ-ÖØ-ÞČŚŠŽŁА-ЯІЇЄ][^\\W\\d_]{2,}){1,3}(?![\\w-])"
)
_NAME_IN_GERMAN = late_pattern(
    "(?<![^\\W_])(?<![-’'.])[A-ZÄÖÜ][^\\W\\d_]{2,} & [A-ZÄÖÜ][^\\W\\d_]{2,}(?![\\w-])"
)
"""Where nouns have capitals, only such as an & joins."""
_STEM = 4
_FEWEST_WORDS, _FEWEST_SIGNS = 6, 12
_ENDING = 4
_CERTAIN = 0.8
_SHORTEST = 5


Place = tuple[int, int]


class TwoRenderings(NamedTuple):
    """first, second: places in the target. source: that of the second in the source."""

    first: Place
    second: Place
    source: Place


class Sentence(NamedTuple):
    """A sentence of some length and its rendering. key: the source's words; words: the target's."""

    key: str
    words: str
    source: Place
    target: Place


def long_sentences(document: Document) -> Iterator[Sentence]:
    """The sentences that are long enough to be rendered in one way only."""
    source = document.source
    if source is None:
        return
    for bead in document.beads:
        if bead.is_omission or bead.is_addition:
            continue
        text = source.folded[bead.source.start : bead.source.end]
        if len(text) < _FEWEST_SIGNS:
            continue
        key = _words(text)
        rendering = _words(document.folded[bead.target.start : bead.target.end])
        if rendering and _is_long(key):
            places = (bead.source.start, bead.source.end), (bead.target.start, bead.target.end)
            yield Sentence(key, rendering, *places)


def repeated_sentences(document: Document) -> Iterator[TwoRenderings]:
    """Sentences of some length that the source has twice, word for word, and the target not."""
    seen: dict[str, Sentence] = {}
    for sentence in long_sentences(document):
        first = seen.setdefault(sentence.key, sentence)
        if first.words != sentence.words:
            yield TwoRenderings(first.target, sentence.target, sentence.source)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _is_long(words: str) -> bool:
    return words.count(" ") >= _FEWEST_WORDS - 1 or len(_UNSPACED.findall(words)) >= _FEWEST_SIGNS


def quoted_terms_in_two_renderings(document: Document) -> Iterator[TwoRenderings]:
    """Short phrases that the source quotes twice, word for word, and whose renderings, quoted too,
    have no word in common."""
    source = document.source
    if source is None or source.target == document.target:
        return
    quoted = defaultdict(list)
    for found in _QUOTED.finditer(source.text):
        quoted[found[1].lower()].append(found.span(1))
    repeated = {term: places for term, places in quoted.items() if len(places) > 1}
    if not repeated:
        return
    for term, places in repeated.items():
        first: Place | None = None
        for place in places:
            rendering = _only_quoted(document, source, place)
            if rendering is None:
                continue
            first = first or rendering
            one, other = (document.folded[slice(*span)] for span in (first, rendering))
            if other != term and one != term and not _share_a_word(one, other):
                yield TwoRenderings(first, rendering, place)
                break


def _only_quoted(document: Document, source: Document, place: Place) -> Place | None:
    """The only short phrase in quotes of the bead, where it is the only one of the source too."""
    for bead in document.beads:
        if bead.source.start <= place[0] < bead.source.end:
            theirs = list(_QUOTED.finditer(source.text, *bead.source))
            ours = [found.span(1) for found in _QUOTED.finditer(document.text, *bead.target)]
            return ours[0] if len(ours) == 1 == len(theirs) else None
    return None


def _share_a_word(one: str, other: str) -> bool:
    """Have they a word in common but for its ending, or a character where words are not spaced?"""
    if _UNSPACED.search(one) or _UNSPACED.search(other):
        return bool({*one} & {*other})
    return any(
        first[:_STEM].startswith(second[:3]) or second[:_STEM].startswith(first[:3])
        for first, second in product(_WORD.findall(one), _WORD.findall(other))
    )


def kept_names_in_two_renderings(document: Document) -> Iterator[TwoRenderings]:
    """Names of several words that the target keeps as they are in one place and translates in
    another (Pine & Salt, Kiefer & Salz)."""
    source = document.source
    if source is None or source.target == document.target:
        return
    if {source.target, document.target} & {*NO_CAPITALS}:
        return
    kept: dict[str, Place] = {}
    names = _NAME_IN_GERMAN if document.target == "de" else _NAME_OF_WORDS
    for found in names.finditer(document.plain):
        kept.setdefault(found[0].lower(), found.span())
    for name, first in kept.items():
        if name not in source.folded or source.folded.count(name) < 2:
            continue
        stems = [word[:_STEM] for word in _WORD.findall(name) if len(word) > 2]
        shape = "&" in name
        for index, bead in enumerate(document.beads):
            at = source.folded.find(name, *bead.source)
            around = _neighbourhood(document, index)
            if at < 0 or any(stem in document.folded[slice(*around)] for stem in stems):
                continue
            others = [
                found.span()
                for found in names.finditer(document.plain, *bead.target)
                if ("&" in found[0]) == shape
                and _is_new(document, source, found)
                and not _is_named(document, bead.source, found)
            ]
            if len(others) == 1:
                yield TwoRenderings(first, others[0], (at, at + len(name)))
                break


def _neighbourhood(document: Document, index: int) -> Place:
    beads = document.beads
    first, last = beads[max(0, index - 1)], beads[min(len(beads) - 1, index + 1)]
    return first.target.start, last.target.end


def _is_named(document: Document, place: Place, found: re.Match[str]) -> bool:
    """Has the source's stretch a name that sounds like one of its words?"""
    theirs, ours = sides(document)
    return any(
        theirs.has(word, *place) or theirs.names(word)
        for word in ours.in_stretch(*found.span())
        if word.is_likely
    )


def _is_new(document: Document, source: Document, found: re.Match[str]) -> bool:
    """Has the source none of its words, and is it no opening of a sentence?"""
    if found.start() == document.sentence_at(found.start()).start:
        return False
    return not any(
        word[:_STEM] in source.folded for word in _WORD.findall(found[0].lower()) if len(word) > 2
    )


def names_in_two_spellings(document: Document) -> Iterator[TwoRenderings]:
    """Names that the source writes in one way, and the target in two."""
    source = document.source
    if source is None or source.target == document.target:
        return
    if document.target in NO_CAPITALS:
        yield from _known_in_two_forms(document, source)
    elif source.target not in NO_CAPITALS:
        yield from _spelt_in_two_ways(document)


def _known_in_two_forms(document: Document, source: Document) -> Iterator[TwoRenderings]:
    """特朗普, 川普: two names of one known person in a script without capitals."""
    forms: defaultdict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    from mtcheck.bilingual.known_names import identities

    for found in known_name(document.target).finditer(document.folded):
        for identity in identities(found[1], document.target):
            if identity.startswith("person:"):
                forms[identity].setdefault(found[1], found.span(1))
    for identity, places in forms.items():
        ordered = sorted(places.values())
        if len(ordered) > 1:
            span = _first_place(source, identity)
            if span:
                yield TwoRenderings(ordered[0], ordered[1], span)


def _first_place(source: Document, identity: str) -> tuple[int, int] | None:
    from mtcheck.bilingual.known_names import renderings

    found = renderings(identity, source.target).search(source.folded)
    return found.span() if found else None


def _spelt_in_two_ways(document: Document) -> Iterator[TwoRenderings]:
    theirs, ours = sides(document)
    places: defaultdict[str, list[tuple[NameWord, NameWord]]] = defaultdict(list)
    counts: defaultdict[str, int] = defaultdict(int)
    for word in theirs.words:
        if word.is_sure and not word.identities and len(word.form) >= _SHORTEST:
            counts[word.form] += 1
    repeated = {form for form, count in counts.items() if count > 1}
    if not repeated:
        return
    for bead in document.beads:
        sources = [w for w in theirs.in_stretch(*bead.source) if w.is_likely]
        targets = [w for w in ours.in_stretch(*bead.target) if w.is_likely and not w.identities]
        for word in sources:
            if word.form not in repeated or not targets:
                continue
            best = max(targets, key=lambda other: _likeness(word, other, theirs, ours))
            if _likeness(word, best, theirs, ours) >= _CERTAIN and not any(
                _likeness(other, best, theirs, ours) > _likeness(word, best, theirs, ours)
                for other in sources
                if other.form != word.form
            ):
                places[word.form].append((word, best))
    for pairs in places.values():
        first = pairs[0][1]
        for word, other in pairs[1:]:
            if not _is_one_form(first.form, other.form, document.target):
                if not _is_another_name(other, word, theirs):
                    yield TwoRenderings(first[:2], other[:2], word[:2])
                break


def _likeness(one: NameWord, other: NameWord, theirs: Side, ours: Side) -> float:
    if len(other.form) < _SHORTEST - 1:
        return 0.0
    return max(
        likeness(first, second)
        for first, second in product(theirs.codes(one.form), ours.codes(other.form))
    )


def _is_another_name(rendering: NameWord, word: NameWord, theirs: Side) -> bool:
    """Has the source a name that is more like it?"""
    plain = romanized(rendering.form)
    return any(
        romanized(form)[:_SHORTEST] == plain[:_SHORTEST]
        for form in theirs.forms
        if form != word.form.lower()
    )


def _is_one_form(one: str, other: str, language: str) -> bool:
    one, other = romanized(one), romanized(other)
    if one.removesuffix("s") == other.removesuffix("s"):
        return True
    if one.startswith(other) or other.startswith(one):
        return True  # Kamchatka's adjective, a genitive
    if language in INFLECTED:
        stem = max(3, min(len(one), len(other)) - _ENDING)
        return one[:stem] == other[:stem]
    return False
