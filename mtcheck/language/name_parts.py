"""Parts of foreign names in scripts without capitals, and whether two of them sound alike."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.language.name_pairs import Place

_CODE = 2


class Part(NamedTuple):
    """A part of a name, where it stands."""

    form: str
    start: int


def sounds_like(one: str, other: str, most: int) -> bool:
    """most: so many signs of the two codes may differ, of which a consonant has two and vowels
    one."""
    from rapidfuzz.distance import Levenshtein

    from mtcheck.bilingual.romanization import bare, sound

    mine, theirs = sound(one), sound(other)
    if len(bare(mine)) < _CODE * 2 or (mine[0] != theirs[0] and "a" not in (mine[0], theirs[0])):
        return False
    return Levenshtein.distance(mine, theirs, score_cutoff=most) <= most


def places_of_parts(parts: list[Part]) -> list[Place]:
    return [Place(part.start, part.start + len(part.form), "", "") for part in parts]
