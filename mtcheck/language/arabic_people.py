"""Foreign people whom an Arabic article names in two spellings: جوهر بن مبارك and جوهار بن مبارك.

The lists: `before-persons.txt`, what stands before a person; `distinct-names.txt`, names that are
like another (محمد, محمود).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations, islice
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_words
from mtcheck.language.name_pairs import Pair
from mtcheck.language.name_parts import Part, places_of_parts, sounds_like
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_ARABIC_SON = late_pattern(r"(?<![ء-ي])([ء-ي]{3,12}) بن ([ء-ي]{3,12})(?![ء-ي])")
_ARABIC_FEMALE = frozenset("اةىه")
_SHORTEST_ARABIC = 4
_SHORTEST_ALONE = 5
_MOST_NAMES = 80
_MOST_ALIKE = 10


def arabic_people(document: Document) -> Iterator[Pair]:
    text = document.text
    titles, distinct = listed_words("ar", "before-persons"), listed_words("ar", "distinct-names")
    firsts: defaultdict[str, list[Part]] = defaultdict(list)
    lasts: defaultdict[str, list[Part]] = defaultdict(list)
    for found in islice(_people(" ".join(sorted(titles))).finditer(text), _MOST_NAMES):
        firsts[found[2]].append(Part(found[1], found.start(1)))
        lasts[found[1]].append(Part(found[2], found.start(2)))
    for found in islice(_ARABIC_SON.finditer(text), _MOST_NAMES):
        firsts["بن " + found[2]].append(Part(found[1], found.start(1)))
    groups = [(parts, True) for parts in firsts.values()]
    groups += [(parts, False) for parts in lasts.values()]
    for parts, is_first in groups:
        for one, other in _pairs_of(parts, 1, is_first):
            pair = {text[one[0].start : one[0].end], text[other[0].start : other[0].end]}
            if not pair <= distinct and not any(form.startswith("ال") for form in pair):
                yield one, other
    yield from _arabic_alone(text, [part for parts in lasts.values() for part in parts], titles)


def _arabic_alone(text: str, lasts: list[Part], titles: frozenset[str]) -> Iterator[Pair]:
    """The last name again, behind a verb of speech or the like: وقال كوينتيرو."""
    known = {part.form for part in lasts}
    for found in islice(_alone(" ".join(sorted(titles))).finditer(text), _MOST_NAMES):
        form = found[1]
        near = [
            last
            for last in lasts
            if last.start < found.start()
            and min(len(form), len(last.form)) >= _SHORTEST_ALONE
            and form[0] == last.form[0]
            and not form.startswith(last.form)
            and not last.form.startswith(form)
            and sounds_like(form, last.form, 1)
        ]
        if form not in known and len({last.form for last in near}) == 1:
            yield places_of_parts(near), places_of_parts([Part(form, found.start(1))])


@cache
def _alone(titles: str) -> re.Pattern[str]:
    heads = "|".join(map(re.escape, titles.split()))
    return re.compile(rf"(?<![ء-ي])[وف]?(?:{heads}) ((?!ال)[ء-ي]{{5,12}})(?![ء-ي])")


@cache
def _people(titles: str) -> re.Pattern[str]:
    """Two words behind an office, or behind a verb of speech and before what is said."""
    heads = "|".join(map(re.escape, titles.split()))
    word = r"(?!ال)[ء-ي]{3,12}"
    return re.compile(
        rf"(?<![ء-ي])[وف]?(?:{heads}) ({word})(?: (?:بن|دي|دو|دا|فان|فون))? ({word})(?![ء-ي])"
    )


def _pairs_of(parts: list[Part], most: int, is_first: bool) -> Iterator[Pair]:
    """The Arabic parts that sound alike but are written in two ways."""
    by_form: defaultdict[str, list[Part]] = defaultdict(list)
    for part in parts:
        by_form[part.form].append(part)
    for one, other in combinations(sorted(by_form)[:_MOST_ALIKE], 2):
        if one.startswith(other) or other.startswith(one) or one.endswith(other):
            continue
        if min(len(one), len(other)) < _SHORTEST_ARABIC or other.endswith(one):
            continue
        if is_first and one[-1] != other[-1] and not _ARABIC_FEMALE.isdisjoint(one[-1] + other[-1]):
            continue  # ماريو and ماريا
        if not sounds_like(one, other, most):
            continue
        yield places_of_parts(by_form[one]), places_of_parts(by_form[other])
