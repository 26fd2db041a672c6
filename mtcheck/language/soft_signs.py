"""Names of places and people in Latin letters with the sign that scholars write for a soft
consonant of Russian or Ukrainian: Almet'yevsk, Ryazan'. The press leaves it out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

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
_WITH_SUFFIXES = frozenset({"tr", "az", "uz"})


class SoftSign(NamedTuple):
    """A name with the sign; own: without it."""

    start: int
    end: int
    own: str


def names_with_soft_signs(document: Document) -> Iterator[SoftSign]:
    if document.target in _WITH_SUFFIXES or not any(sign in document.characters for sign in "'’ʹ"):
        return
    for pattern in (_INSIDE, _AT_THE_END):
        for found in pattern.finditer(document.plain):
            start, end = found.span()
            if not document.in_link(start, end) and not document.quotations_around(start, end):
                own = found.group().replace("'", "").replace("’", "").replace("ʹ", "")
                yield SoftSign(start, end, own)
