"""Nations of the source where the target has others: a Norwegian firm, une société suédoise."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from mtcheck.bilingual.known_names import is_nation, nation_of, renderings
from mtcheck.bilingual.names import NO_CAPITALS
from mtcheck.language.data import listed_words

if TYPE_CHECKING:
    from mtcheck.bilingual.name_matches import Side

Place = tuple[int, int]


@cache
def _nation_word(language: str) -> re.Pattern[str]:
    """A word that begins as those for a nation, its people and what is theirs."""
    by_letter: dict[str, list[str]] = {}
    for stem in sorted(listed_words(language, "nation-stems"), key=len, reverse=True):
        by_letter.setdefault(stem[0], []).append(re.escape(stem[1:]))
    words = "|".join(
        f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items()
    )
    return re.compile(rf"\b(?:{words or '(?!)'})[^\W\d_]{{0,8}}(?![\w-])")


def _nations_of(side: Side) -> list[tuple[int, int, str]]:
    """Where the text names one, and which."""
    found = [
        (word.start, word.end, identity)
        for word in side.words
        for identity in word.identities
        if is_nation(identity)
    ]
    if side.language not in NO_CAPITALS:
        for match in _nation_word(side.language).finditer(side.document.folded):
            identity = nation_of(match[0])
            if identity:
                found.append((*match.span(), identity))
    return sorted(found)


def replaced_nations(source: Side, target: Side) -> Iterator[tuple[Place, Place]]:
    """The one nation of a stretch that the target lacks and the one that it has instead."""
    theirs = _nations_of(source)
    ours = _nations_of(target) if theirs else []
    if not ours:
        return
    beads = target.document.beads
    for index, bead in enumerate(beads):
        here = _between(theirs, *bead.source)
        there = _between(ours, *bead.target)
        if not here or not there:
            continue
        first, last = beads[max(0, index - 1)], beads[min(len(beads) - 1, index + 1)]
        of_target = target.document.folded[first.target.start : last.target.end]
        lost = [place for place in here if not _has(place[2], of_target, target.language)]
        if not lost:
            continue
        of_source = source.document.folded[first.source.start : last.source.end]
        invented = [place for place in there if not _has(place[2], of_source, source.language)]
        if len({place[2] for place in lost}) == 1 == len({place[2] for place in invented}):
            yield lost[0][:2], invented[0][:2]


def _between(
    places: list[tuple[int, int, str]], start: int, end: int
) -> list[tuple[int, int, str]]:
    return places[bisect_left(places, (start, 0, "")) : bisect_left(places, (end, 0, ""))]


def _has(identity: str, folded: str, language: str) -> bool:
    return renderings(identity, language).search(folded) is not None
