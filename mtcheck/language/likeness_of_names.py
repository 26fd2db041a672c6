"""Do two spellings sound like one name, as when it was transcribed twice: Chalidi and Khalidi,
Timothy and Timoty, Колетт and Колет?

A name is folded: marks off, Cyrillic put into Latin letters, the letters that transcriptions
exchange made one. Its skeleton is what remains without the vowels.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mtcheck.language.spellings import cyrillic_stem, without_marks
from mtcheck.patterns import late_pattern

_LATIN = str.maketrans(
    dict(zip("абвгґдеєёзиіїйклмнопрстуфхыэ", "abvggdeeeziiiiklmnoprstufhie", strict=True))
    | dict.fromkeys("жчшщčćçşšśžż", "#")
    | {"ц": "ts", "ю": "iu", "я": "ia", "ъ": "", "ь": "", "'": "", "’": "", "ğ": "g"}
)
_MADE_ONE = (
    (late_pattern("s?t?schts?ch|chtch|shch|szcz"), "#"),
    (late_pattern("tsch|tch|tsj|tx|sch|sh|sj|zj|zh|cz|sz|rz|j(?=[bdgklmnprtv])"), "#"),
    (late_pattern("kh"), "k"),
    (late_pattern(r"ph|(?<![a-z])v(?=[aeiou])|v"), "f"),
    (late_pattern("(?<=[tg])h"), ""),
    (late_pattern("qu(?=[ei])|ck|q|c(?![eih])"), "k"),
    (late_pattern("gu(?=[ei])"), "g"),
    (late_pattern("c(?=[ei])|t[sz]|z"), "s"),
    (late_pattern("x"), "ks"),
    (late_pattern("w|(?<![a-z])u(?=[aeio])"), "f"),
    (late_pattern("ou|oo"), "u"),
    (late_pattern("(?<=[ao])e"), ""),
    (late_pattern("[yj]"), "i"),
    (late_pattern(r"([a-z#])\1+"), r"\1"),
)
_HISSED = late_pattern("s[zh]|[sz]+")
_UNHEARD = late_pattern("[aeiou]|(?<=.)h")
_SOFT_ENDING = late_pattern(
    r"(?<=[^\W\d_]{3})(?:ového|ovou|ové|ová|owie|owi|ovi|iem|ego|ého|emu|ému|em|om|ym|ým|im"
    r"|ych|ých|ów|ů|ou|[aueyoiąęéýěů])$"
)
_GERMAN_ENDING = late_pattern("(?<=[^aeiou])(?:es|s|en|n)$")
_FLEETING = late_pattern(r"[eoеоєіё](?=[^\W\d_]$)")
_VOWELS = frozenset("aeiouyаеиоуыіяюєїё")
_ENDS_OF_SEX = frozenset("aeoаоеяєё")
_ADJECTIVES = ("ck", "sk", "ск", "цк")
_LONG_NAME, _MOST_APART = 9, 3
_MIDDLING_NAME = 6
_SHORTEST = 5
_FEWEST_CONSONANTS = 2
_TAIL = 2


def folded_names(names: Iterable[str]) -> list[tuple[str, str]]:
    """Each name folded in both ways of reading its "ch"; all in one pass."""
    joined = without_marks("\n".join(names).lower().translate(_LATIN))
    for pattern, letters in _MADE_ONE:
        joined = pattern.sub(letters, joined)
    return list(
        zip(
            joined.replace("ch", "#").split("\n"),
            joined.replace("ch", "k").split("\n"),
            strict=True,
        )
    )


def skeleton(folded: str) -> str:
    """The consonants of a folded name; a first h is a k."""
    bones = _UNHEARD.sub("", folded)
    return "k" + bones[1:] if bones[:1] == "h" else bones


def bones_of(words: list[str], language: str) -> list[set[str]]:
    """The consonants of each word without its ending, in both ways of reading its "ch"."""
    stems = folded_names(bare_stem(word, language) for word in words) if words else []
    return [{skeleton(way) for way in ways} for ways in stems]


def sound_alike(one: str, other: str) -> bool:
    """Do vowels alone part them, and not too many? A vowel at the end often tells a man from a
    woman: Daniel and Daniela, Mario and Maria."""
    if _is_of_another_sex(one, other):
        return False
    if min(len(one), len(other)) >= _SHORTEST and _HISSED.sub("s", one) == _HISSED.sub("s", other):
        return True
    ways, other_ways = folded_names((one, other))
    return any(_are_near(mine, theirs) for mine in ways for theirs in other_ways)


def _are_near(one: str, other: str) -> bool:
    if one == other:
        return True
    bones = skeleton(one)
    if len(bones) < _FEWEST_CONSONANTS or bones != skeleton(other):
        return False
    longest = max(len(one), len(other))
    if longest < _SHORTEST:
        return False
    return _apart(one, other) <= max(1, min(_MOST_APART, (longest - 1) // 3))


def are_a_slip_apart(one: str, other: str) -> bool:
    """A letter in a long name, two in a very long one, neither at its ends: Descars, Decars."""
    low, high = one.lower(), other.lower()
    if _is_of_another_sex(one, other) or low.startswith(high) or high.startswith(low):
        return False
    mine, theirs = (pair[0] for pair in folded_names((one, other)))
    if mine[:1] != theirs[:1] or mine[-_TAIL:] != theirs[-_TAIL:]:
        return False
    longest = max(len(mine), len(theirs))
    if len(mine) == len(theirs) < _LONG_NAME and skeleton(mine) != skeleton(theirs):
        return False  # Ivanov, Ivashov
    return longest >= _MIDDLING_NAME and _apart(mine, theirs) <= 1 + (longest >= _LONG_NAME)


def _apart(one: str, other: str) -> int:
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other)


def _is_of_another_sex(one: str, other: str) -> bool:
    ends = {one[-1].lower(), other[-1].lower()}
    return len(ends) > 1 and (not ends.isdisjoint(_ENDS_OF_SEX) or len(ends & _VOWELS) == 1)


@lru_cache(maxsize=20_000)
def bare_stem(name: str, language: str) -> str:
    """Without an ending of case, in the languages whose names have them."""
    if language in ("ru", "uk"):
        return cyrillic_stem(name)
    if language == "de":
        return _GERMAN_ENDING.sub("", name.lower())
    if language in ("pl", "cs"):
        return _SOFT_ENDING.sub("", name.lower())
    return name.lower()


def are_in_one_script(one: str, other: str) -> bool:
    return (one[0] < "\u0370") == (other[0] < "\u0370")


def may_be_cases(one: str, other: str) -> bool:
    """May the two stems be of one name: Marek, Mark(a); Robert, Roberc(ie)? Or are they of names
    that differ as Nowak and Nowack(i) do?"""
    if one.endswith(_ADJECTIVES) != other.endswith(_ADJECTIVES):
        return True
    if one == other or _FLEETING.sub("", one) == _FLEETING.sub("", other):
        return True
    begun = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return max(len(one), len(other)) - begun <= _MOST_APART and one[-1] != other[-1]
