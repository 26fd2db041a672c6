"""Names of places and people in Latin letters with the sign that scholars write for a soft
consonant of Russian or Ukrainian: Almet'yevsk, Ryazan'. The press leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.words import find_all
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_INSIDE = late_pattern(
    r"(?<![^\W\d_])[A-Z][a-zïëš]{1,12}[lnrtdsvzmb]['’ʹ](?:y[aeiou][a-z]*|(?!sche)[bdfgkmnstvz][a-z]{2,})"
    r"(?![\w'’])"
)
_AT_THE_END = late_pattern(
    r"(?<![^\W\d_'’‘\"“])(?:Kazan|Tver|Ryazan|Perm|Yaroslavl|Tyumen|Astrakhan|Sevastopol|Simferopol"
    r"|Stavropol|Syzran|Suzdal|Vologod|Mariupol|Ternopil|Chernobyl|Chornobyl|Tiraspol|Melitopol"
    r"|Nikopol|Khar|Gomel|Bryansk|Oryol|Sibir|Rus)['’ʹ](?=[ ,.;:)])"
)
_CONSONANTS = frozenset("lnrtdsvzmb")
_REACH = 24
_WITHOUT = str.maketrans("", "", "'’ʹ")
_WITH_SUFFIXES = frozenset({"tr", "az", "uz"})


class SoftSign(NamedTuple):
    """A name with the sign; own: without it."""

    start: int
    end: int
    own: str


def names_with_soft_signs(document: Document) -> Iterator[SoftSign]:
    if document.target in _WITH_SUFFIXES or not any(sign in document.characters for sign in "'’ʹ"):
        return
    for start, end in _found(document.plain):
        if not document.in_link(start, end) and not document.quotations_around(start, end):
            own = document.plain[start:end].translate(_WITHOUT)
            yield SoftSign(start, end, own)


def _found(plain: str) -> Iterator[tuple[int, int]]:
    """Each sign is looked at by itself: most are an English genitive or a French article."""
    for sign in "'ʹ":
        for at in find_all(plain, sign):
            before, after = plain[at - 1 : at], plain[at + 1 : at + 3]
            if before not in _CONSONANTS or (after[:1] == "s" and not after[1:].isalpha()):
                continue
            pattern = _INSIDE if after[:1].isalpha() else _AT_THE_END
            found = pattern.search(plain, max(0, at - _REACH), at + _REACH)
            if found and found.start() < at < found.end():
                yield found.span()
