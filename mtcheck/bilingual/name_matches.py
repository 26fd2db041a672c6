"""Which names of a source and its target have no counterpart on the other side.

Whether a word renders another is told by its letters, its sound (`romanization`) and, for what
the tables know, by what each language calls it (`known_names`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.chinese_names import replaced_chinese_names
from mtcheck.bilingual.known_names import is_rendered, is_unmistakable, renderings
from mtcheck.bilingual.name_slots import replaced_parts
from mtcheck.bilingual.names import (
    INFLECTED,
    NO_CAPITALS,
    NameWord,
    chinese_run,
    is_common,
    name_words,
)
from mtcheck.bilingual.replaced_nations import replaced_nations
from mtcheck.bilingual.romanization import (
    bare,
    other_sound,
    readings,
    romanized,
    sound,
    syllable_sound,
)
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.document import Document

_WORD = late_pattern(r"[^\W\d_]{2,}")
_LATIN = late_pattern(r"[A-Za-z\u00c0-\u024f]{2,}")
_KATAKANA_RUN = late_pattern(r"[\u30a1-\u30f4\u30fc]{2,}")
_LINK_BETWEEN = late_pattern(r"(?:[ \u00a0'-]|\. |・|·|•| (?:de|da|di|del|van|von|bin|al|el) )")
_SILENT_R = late_pattern("(?<=a)Lr(?=[A-Z]|$)")
_ARABIC_PREFIXES = ("ال", "وال", "بال", "لل", "و", "ب", "ل")
_BARE = ("zh", "ja", "ar", "ko", "he", "fa")
_NO_LATIN = ("ru", "uk", "bg", "sr", "mk", "be", "el", *NO_CAPITALS)


class Likeness(NamedTuple):
    """How alike two codes must be for one to render the other: where both stand in one place, and
    anywhere in the text."""

    near: float
    anywhere: float


_SAME_SCRIPT = Likeness(0.8, 0.86)
_OWN_SPELLING = Likeness(0.7, 0.8)
_OTHER_SCRIPT = Likeness(0.65, 0.77)
_BARE_CODES = Likeness(0.6, 0.72)
_BOTH_BARE = Likeness(0.5, 0.6)
_KNOWN = 0.86
_LIKE_A_PAIR = 0.55
_LIKE_A_BARE_PAIR = 0.4
_RESPELLING = ("cs", "pl", "tr", "sk", "sl", "hr", "hu", "lt", "lv", "et", "ro")
"""Languages that spell names from other scripts in their own way."""


class Mismatch(NamedTuple):
    """A name that the target has where the source has another or, of a known person, none.

    source: the other name; an empty span where there is none.
    is_lost, is_invented: the source's name stands nowhere in the target; the target's nowhere in
        the source.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    is_lost: bool
    is_invented: bool

    @property
    def case(self) -> str:
        if self.source[0] == self.source[1]:
            return "P"
        return "A" if self.is_lost and self.is_invented else "B" if self.is_invented else "C"


class Stretch(NamedTuple):
    """What a stretch of a text is compared by.

    spelt: its words in small ASCII letters, a line each.
    names, rare, others: the codes of its capitalised words that are no common ones; of all its
        words that are none; of these and of all with a capital.
    """

    spelt: str
    names: set[str]
    rare: set[str]
    others: set[str]


class Side:
    """One of the two texts, asked whether it has a name of the other."""

    def __init__(self, document: Document, other: Document) -> None:
        self.document = document
        self.language = document.target
        self.is_bare = document.target in _BARE or other.target in _BARE
        self.least_of_pair = _LIKE_A_PAIR
        if document.target in _BARE and other.target in _BARE:
            self.alike, self.least_of_pair = _BOTH_BARE, _LIKE_A_BARE_PAIR
        elif self.is_bare:
            self.alike = _BARE_CODES
        elif (document.target in _NO_LATIN) == (other.target in _NO_LATIN):
            respells = {document.target, other.target} & {*_RESPELLING}
            self.alike = _OWN_SPELLING if respells else _SAME_SCRIPT
        else:
            self.alike = _OTHER_SCRIPT
        self.words = name_words(document)
        self.starts = [word.start for word in self.words]
        self.forms = frozenset(word.form.lower() for word in self.words)
        self._codes: list[str] | None = None
        self._named: dict[str, bool] = {}
        self._stretches: dict[tuple[int, int], Stretch] = {}

    def in_stretch(self, start: int, end: int) -> list[NameWord]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return self.words[first:last]

    def codes(self, form: str) -> set[str]:
        """Those of a word, with its endings and without."""
        codes = _codes(form, self.is_bare)
        if self.language in INFLECTED and len(form) > 5:
            codes |= _codes(form[:-2], self.is_bare)
            if len(form) > 6:
                codes |= _codes(form[:-3], self.is_bare)
        return codes

    def names(self, word: NameWord) -> bool:
        """Does the text name, anywhere, what the other calls so?"""
        known = self._named.get(word.form)
        if known is None:
            known = self._named[word.form] = self._names(word)
        return known

    def _names(self, word: NameWord) -> bool:
        if word.form.lower() in self.forms or self._has_identity(word, self.document.folded):
            return True
        if self.language == "zh" and _has_reading(word.form, self.document.text):
            return True
        if self._is_spelt_alike(word.form, self._spelt):
            return True
        if self.language in NO_CAPITALS and word.identities and not self.knows(word):
            return True  # nobody listed what it calls the place
        return self._sounds_like(word, self._all_codes, self.alike.anywhere)

    @cached_property
    def _spelt(self) -> str:
        return _lines(self.forms)

    @property
    def _all_codes(self) -> list[str]:
        if self._codes is None:
            if self.language in NO_CAPITALS:
                self._codes = list(self._codes_in(self.document.text))
            else:
                forms = {word.form.lower() for word in self.words if word.is_likely or word.is_sure}
                self._codes = list({code for form in forms for code in self.codes(form)})
        return self._codes

    def has(self, word: NameWord, start: int, end: int) -> bool:
        """Does a word of the stretch render it?"""
        if self._has_identity(word, self.document.folded[start:end]):
            return True
        stretch = self._stretches.get((start, end))
        if stretch is None:
            stretch = self._stretches[start, end] = self._read(start, end)
        if self.language == "zh" and _has_reading(word.form, self.document.text[start:end]):
            return True
        if self.language in NO_CAPITALS:
            return self._sounds_like(word, stretch.names, self.alike.near)
        if self._is_spelt_alike(word.form, stretch.spelt):
            return True
        if self._sounds_like(word, stretch.names, self.alike.near):
            return True
        others = stretch.rare if self.knows(word) else stretch.others
        return self._sounds_like(word, others, self.alike.anywhere)

    def _read(self, start: int, end: int) -> Stretch:
        text = self.document.plain[start:end]
        if self.language in NO_CAPITALS:
            return Stretch("", self._codes_in(text), set(), set())
        words = _WORD.findall(text)
        rare = [form for form in words if not is_common(form.lower(), self.language)]
        small = {code for form in rare if form.islower() for code in self.codes(form)}
        names = {code for form in rare if not form.islower() for code in self.codes(form)}
        capital = {code for form in words if not form.islower() for code in self.codes(form)}
        if self.is_bare:
            names |= {
                code
                for pair in pairwise(words)
                if pair[0][0].isupper() and pair[1][0].isupper()
                for code in self.codes("".join(pair))
            }
        return Stretch(_lines(words), names, small | names, small | capital)

    def _has_identity(self, word: NameWord, folded: str) -> bool:
        return any(
            renderings(identity, self.language).search(folded) for identity in word.identities
        )

    def _sounds_like(self, word: NameWord, codes: Iterable[str], least: float) -> bool:
        from rapidfuzz.distance.Levenshtein import normalized_similarity
        from rapidfuzz.process import extractOne

        if self.knows(word):
            least = max(least, _KNOWN)
        forms = [(word.form, least)]
        if len(word.form) > 2 and "\u3400" < word.form[0] < "\u9fff" and not word.identities:
            # a run may hold a character beside the name
            forms += [(word.form[1:], max(least, 0.7)), (word.form[:-1], max(least, 0.7))]
        return any(
            extractOne(code, codes, scorer=normalized_similarity, score_cutoff=cutoff)
            for form, cutoff in forms
            for code in _codes(form, self.is_bare)
        )

    def knows(self, word: NameWord) -> bool:
        """Is it in the tables what the text's language calls it?"""
        return any(is_rendered(identity, self.language) for identity in word.identities)

    def _is_spelt_alike(self, form: str, words: str) -> bool:
        """Shah, Šáhovi; Pradesh, Uttarpradéš: the same letters but for an ending or another part
        of a compound. words: a line each, in small ASCII letters, the first and last line empty."""
        whole = _romanized(form)
        stem = whole[: max(4, len(whole) - 2)]
        if len(stem) < 4:
            return False
        if f"\n{stem}" in words or f"{whole}\n" in words or (len(whole) > 5 and stem in words):
            return True
        return len(whole) > 8 and any(len(word) > 4 and word in whole for word in words.split("\n"))

    def _codes_in(self, text: str) -> set[str]:
        """Those of the words of a text in a script without capitals."""
        if self.language == "zh":
            codes = set(_window_codes(text))
        elif self.language == "ja":
            codes = set(_kana_codes(text))
        else:
            codes = set()
            for word in _WORD.findall(text):
                for prefix in ("", *_ARABIC_PREFIXES):
                    if word.startswith(prefix) and len(word) > len(prefix) + 1:
                        codes |= _codes(word[len(prefix) :], self.is_bare)
        for word in _LATIN.findall(text):
            codes |= _codes(word, self.is_bare)
        return codes


def likeness(one: str, other: str) -> float:
    """How alike two codes are, from 0 to 1."""
    from rapidfuzz.distance.Levenshtein import normalized_similarity

    return float(normalized_similarity(one, other))


_romanized = lru_cache(maxsize=20_000)(romanized)


def _lines(words: Iterable[str]) -> str:
    return "\n" + "\n".join(map(_romanized, words)) + "\n"


@lru_cache(maxsize=20_000)
def _codes(form: str, is_bare: bool) -> set[str]:
    found = {sound(form), other_sound(form)}
    if is_bare:
        found |= {_SILENT_R.sub("", code) for code in found}
    return {_weighted(bare(code) if is_bare else code) for code in found} - {""}


def _weighted(code: str) -> str:
    """With the class of its first consonant once more: names that are one begin alike."""
    first = next((char for char in code if char.isupper()), "")
    return first + code


def _has_reading(form: str, text: str) -> bool:
    """Is the form the pinyin of characters of the text?"""
    plain = romanized(form)
    if len(plain) < 4:
        return False
    return plain in _read_aloud(text)


@lru_cache(maxsize=2)
def _read_aloud(text: str) -> str:
    return "".join([readings().get(char, " ") for char in text])


def _window_codes(text: str) -> Iterator[str]:
    for found in chinese_run().finditer(text):
        codes = [bare(syllable_sound(char)) for char in found[0]]
        for first in range(len(codes)):
            for last in range(first + 1, min(first + 8, len(codes)) + 1):
                yield _weighted("".join(codes[first:last]))


def _kana_codes(text: str) -> Iterator[str]:
    for found in _KATAKANA_RUN.finditer(text):
        run = found[0]
        yield from _codes(run, True)
        if len(run) > 5:
            for first in range(len(run) - 2):
                for length in (3, 4, 5, 6, 7):
                    yield from _codes(run[first : first + length], True)


@lru_cache(maxsize=1)
def sides(document: Document) -> tuple[Side, Side]:
    """The source and the target; kept for the next rule that asks."""
    assert document.source is not None
    return Side(document.source, document), Side(document, document.source)


def mismatches(document: Document) -> Iterator[Mismatch]:
    """The names of the target that stand where the source has others."""
    if document.source is None or document.source.target == document.target:
        return
    source, target = sides(document)
    found = list(_replaced_names(document, document.source, source, target))
    yield from found
    others = (
        *replaced_parts(source, target),
        *replaced_nations(source, target),
        *replaced_chinese_names(source, target),
    )
    for one, other in others:
        if not any(place.target[0] < other[1] and other[0] < place.target[1] for place in found):
            yield Mismatch(one, other, True, True)


def _replaced_names(
    document: Document, source_document: Document, source: Side, target: Side
) -> Iterator[Mismatch]:
    """Those that the names of their beads tell."""
    if not target.words:
        return
    beads = document.beads
    for index, bead in enumerate(beads):
        ours = [word for word in target.in_stretch(*bead.target) if word.is_likely]
        theirs = [word for word in source.in_stretch(*bead.source) if word.is_likely]
        if not ours and not theirs:
            continue
        invented = [word for word in ours if not source.names(word)]
        lost = [word for word in theirs if not target.names(word)]
        if not any(word.is_sure for word in (*invented, *lost)):
            continue
        if not (ours and theirs) and not any(map(_is_unmistakable, invented)):
            continue
        around = _around(beads, index, "source")
        invented = [word for word in invented if not source.has(word, *around)]
        around = _around(beads, index, "target")
        lost = [word for word in lost if not target.has(word, *around)]
        is_lost, is_invented = bool(lost), bool(invented)
        if not is_lost and not is_invented:
            continue
        if not is_lost:
            lost = [word for word in theirs if not target.has(word, *bead.target)]
        if not is_invented:
            invented = [
                word for word in ours if not _is_place(word) and not source.has(word, *bead.source)
            ]
        is_sure = (is_invented and any(word.is_sure for word in invented)) or (
            is_lost and any(word.is_sure for word in lost)
        )
        if lost and invented:
            is_doubtful = (
                target.is_bare
                and not (is_lost and is_invented)
                and (is_lost or all(map(_is_place, invented)) != all(map(_is_place, lost)))
            ) or (  # a country that the translation adds to explain a place
                all(map(_is_country, invented)) and not any(word.identities for word in lost)
            )
            if is_sure and not is_doubtful and not _may_be_one(lost, invented, source, target):
                theirs_joined = _joined(lost, source_document)
                ours_joined = _joined(invented, document)
                for one, other in zip(theirs_joined, ours_joined, strict=False):
                    yield Mismatch(one, other, is_lost, is_invented)
        elif people := [word for word in invented if _is_unmistakable(word)]:
            start = bead.source.start
            yield Mismatch((start, start), _joined(people, document)[0], False, True)


def _may_be_one(theirs: list[NameWord], ours: list[NameWord], source: Side, target: Side) -> bool:
    """Is one of the two a rough rendering of the other after all?"""
    for one in theirs:
        for other in ours:
            if source.knows(other) or target.knows(one):
                continue
            codes = product(source.codes(one.form), target.codes(other.form))
            if any(likeness(*pair) >= target.least_of_pair for pair in codes):
                return True
    return False


def _is_person(word: NameWord) -> bool:
    return any(identity.startswith("person:") for identity in word.identities)


def _is_unmistakable(word: NameWord) -> bool:
    return any(map(is_unmistakable, word.identities))


def _is_place(word: NameWord) -> bool:
    return bool(word.identities) and not _is_person(word)


def _is_country(word: NameWord) -> bool:
    return any(len(identity) == 2 for identity in word.identities)


def _joined(words: list[NameWord], document: Document) -> list[tuple[int, int]]:
    """The words as names: those that follow one another are one."""
    names: list[tuple[int, int]] = []
    for word in words:
        if names and _LINK_BETWEEN.fullmatch(document.plain, names[-1][1], word.start):
            names[-1] = names[-1][0], word.end
        else:
            names.append((word.start, word.end))
    return names


def _around(beads: tuple[Bead, ...], index: int, side: str) -> tuple[int, int]:
    """The stretch of a bead and its two neighbours."""
    first, last = beads[max(0, index - 1)], beads[min(len(beads) - 1, index + 1)]
    return getattr(first, side)[0], getattr(last, side)[1]
