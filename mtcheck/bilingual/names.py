"""The names of two texts, and which of them have no counterpart in the other.

In scripts with capitals a name is a word with one that is no word of the language; in Japanese it
is a word in katakana, in Chinese a run of the characters that spell foreign names. Whether a word
renders another is told by its letters, its sound (`romanization`) and, for countries, cities and
world organisations, by what each language calls them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.bilingual.romanization import (
    bare,
    other_sound,
    readings,
    romanized,
    sound,
    syllable_sound,
)
from mtcheck.language.data import function_words, listed_lines, listed_words, word_list
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.bilingual.alignment import Bead
    from mtcheck.document import Document, Span

_CAPITALS = "".join(
    char
    for first, last in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF))
    for char in map(chr, range(first, last + 1))
    if char.isupper()
)
_NAME_WORD = late_pattern(rf"(?<![^\W_])(?:Mc|Mac)?[{_CAPITALS}][^\W\d_]+")
_WORD = late_pattern(r"[^\W\d_]+")
_KATAKANA = late_pattern(r"[\u30a1-\u30f4\u30fc]{3,}")
_KANJI = late_pattern(r"[\u3400-\u9fff]")
_OPENS = late_pattern(r"[^\w]*$")
_LINK_BETWEEN = late_pattern(r"(?:[ \u00a0'-]|\. |・|·| (?:de|da|di|del|van|von|bin|al|el) )\Z")
_NO_CAPITALS = ("zh", "ja", "ar", "ko", "th", "he", "fa")
_BARE = ("zh", "ja", "ar", "ko", "he", "fa")
_INFLECTED = ("ru", "uk", "pl", "cs", "bg", "sr", "hr", "sk", "sl", "el", "tr", "fi", "hu", "de")
_SHORTEST = 3


class NameWord(NamedTuple):
    """One word of a name. is_sure: it can be nothing else."""

    start: int
    end: int
    form: str
    is_sure: bool


class Mismatch(NamedTuple):
    """The names that the source and the target have in its place."""

    source: tuple[int, int]
    target: tuple[int, int]
    case: str


def name_words(document: Document) -> list[NameWord]:
    """The words of the document's names, in order."""
    language = document.target
    if language == "ja":
        return list(_katakana_names(document))
    if language == "zh":
        return list(_chinese_names(document))
    if language in _NO_CAPITALS:
        return []
    return list(_capitalised(document))


@cache
def _common_words(language: str) -> frozenset[str]:
    """Words of the language, in small letters; in inflected languages their stems beside."""
    words = {word.lower() for word in listed_words(language, "news-words")}
    words |= {word.lower() for word in listed_words(language, "shared-words")}
    words |= {word.lower() for word in listed_words(language, "name-words")}
    words |= function_words(language)
    for name in ("day", "month", "date-words"):
        words |= {part.lower() for entry in word_list(name, language) for part in entry.split()}
    for name in ("person-titles", "honorifics", "news-heads", "news-subjects", "noun-heads"):
        words |= {word.lower() for word in listed_words(language, name)}
    return frozenset(words)


@cache
def _stems(language: str) -> frozenset[str]:
    if language not in _INFLECTED:
        return frozenset()
    return frozenset(
        word[: max(4, len(word) - 3)] for word in _common_words(language) if len(word) > 4
    )


@cache
def _nations(language: str) -> re.Pattern[str]:
    stems = sorted(listed_words(language, "nation-stems"))
    return re.compile("|".join(map(re.escape, stems)) or r"(?!)")


def is_common(word: str, language: str) -> bool:
    """Is the word, in small letters, one that the language has beside names?"""
    return (
        word in _common_words(language)
        or word[: max(4, len(word) - 3)] in _stems(language)
        or _nations(language).match(word) is not None
        or (language == "de" and _is_german_noun(word))
    )


def _is_german_noun(word: str) -> bool:
    """By its ending, or because it is a compound of known words."""
    if _NOUN_ENDING.search(word):
        return True
    known = _common_words("de")
    splits = range(4, len(word) - 3)
    return any(word[at:] in known and len(word) - at > 4 for at in splits) or any(
        word[:at] in known for at in splits if at > 4
    )


_NOUN_ENDING = late_pattern(
    "(?:ung|heit|keit|schaft|ismus|tion|sion|tät|nis|ment|ling|tum|anz|enz|ik|ur|ierung|erei"
    "|leute|mann|frau|zeug|werk)(?:en|e|s|es|n|se|sen|ses)?$"
)


def _capitalised(document: Document) -> Iterator[NameWord]:
    text, language = document.plain, document.target
    found = [match for match in _NAME_WORD.finditer(text) if len(match[0]) >= _SHORTEST]
    opening = {index: _opens_sentence(document, match) for index, match in enumerate(found)}
    inside = {match[0] for index, match in enumerate(found) if not opening[index]}
    titles = _title_sentences(document)
    for index, match in enumerate(found):
        form, start = match[0], match.start()
        lowered = form.lower()
        is_sure = (
            not form.isupper()
            and (not opening[index] or form in inside)
            and len(form) > _SHORTEST
            and lowered not in document.vocabulary
            and not is_common(lowered, language)
            and document.sentence_at(start).start not in titles
            and not document.in_link(start, match.end())
        )
        yield NameWord(start, match.end(), form, is_sure)


def _opens_sentence(document: Document, match: re.Match[str]) -> bool:
    start = match.start()
    sentence = document.sentence_at(start)
    before = document.plain[max(sentence.start, start - 12) : start]
    return not any(char.isalnum() for char in before) or before.rstrip(" \"'“„«‘(–—-").endswith(
        (":", ".", "!", "?", "•", "|")
    )


def _title_sentences(document: Document) -> set[int]:
    """Where the sentences start in which most words have a capital: they tell nothing."""
    if document.target == "de":
        return set()
    out = set()
    for sentence in document.sentences:
        words = [w for w in _WORD.findall(document.plain, sentence.start, sentence.end) if len(w) > 3]
        capital = sum(word[0].isupper() for word in words)
        if capital > 3 and 5 * capital > 3 * len(words):
            out.add(sentence.start)
    return out


def _katakana_names(document: Document) -> Iterator[NameWord]:
    """Sure are those that a title, a · or what follows a place shows to be names, there or
    elsewhere."""
    found = [match for match in _KATAKANA.finditer(document.text)]
    sure = {match[0] for match in found if _is_marked_name(document.text, *match.span())}
    for match in found:
        yield NameWord(*match.span(), match[0], match[0] in sure)


def _is_marked_name(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] in "・＝" and start > 1 and "\u30a0" < text[start - 2] < "\u30ff":
        return True
    return _JAPANESE_TITLE.match(text, end) is not None


_JAPANESE_TITLE = late_pattern(
    "氏|さん|大統領|首相|[前元副]?(?:大統領|首相|国務長官|国防長官|外相|財務相|国防相|報道官|議員)|容疑者|被告|選手|監督"
    "|教授|博士|議長|長官|大臣|国王|女王|王子|王妃|皇太子|将軍|書記長|委員長|事務総長|総書記|夫人|被告|記者|市長|知事"
    "|(?:市|州|郡|県|島|諸島|半島|川|湖|空港|市内|市民|出身)(?![\u30a0-\u30ff])|・[\u30a1-\u30f4]{2,}"
)


@cache
def _transliteration_characters() -> tuple[frozenset[str], frozenset[str]]:
    """(those that hardly stand elsewhere, all)."""
    strong: set[str] = set()
    every: set[str] = set()
    for line in listed_lines("zh", "transliteration-characters"):
        kind, _, characters = line.partition(" ")
        every |= set(characters)
        if kind == "strong":
            strong |= set(characters)
    return frozenset(strong), frozenset(every)


@cache
def _chinese_run() -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(_transliteration_characters()[1]))}]{{2,14}}")


def _chinese_names(document: Document) -> Iterator[NameWord]:
    strong, _ = _transliteration_characters()
    text = document.text
    for found in _chinese_run().finditer(text):
        start, end = found.span()
        dotted = text[start - 1 : start] in "·・•" and start or text[end : end + 1] in "·・•"
        count = sum(char in strong for char in found[0])
        is_sure = count >= 2 and end - start >= 3 or bool(dotted and count)
        yield NameWord(start, end, found[0], is_sure)



def likeness(one: str, other: str) -> float:
    """How alike two codes are, from 0 to 1; what an ending adds to one of them counts little."""
    from rapidfuzz.distance import Levenshtein

    if not one or not other:
        return 0.0
    whole = Levenshtein.normalized_similarity(one, other)
    short, long = sorted((one, other), key=len)
    if 5 <= len(short) < len(long):
        beginning = Levenshtein.normalized_similarity(short, long[: len(short)]) - 0.06
        return max(whole, beginning)
    return whole


class _Side:
    """One of the two texts, asked whether it has a name of the other."""

    def __init__(self, document: Document, other: Document) -> None:
        self.document = document
        self.language = document.target
        self.is_bare = document.target in _BARE or other.target in _BARE
        self.alike = _BARE_ALIKE if self.is_bare else _ALIKE
        self.words = name_words(document)
        self.starts = [word.start for word in self.words]
        self.forms = frozenset(word.form.lower() for word in self.words)
        self._codes: list[str] | None = None

    def code(self, form: str) -> str:
        return bare(sound(form)) if self.is_bare else sound(form)

    def code_otherwise(self, form: str) -> str:
        return bare(other_sound(form)) if self.is_bare else other_sound(form)

    def both_codes(self, form: str) -> set[str]:
        return {self.code(form), self.code_otherwise(form)}

    @property
    def codes(self) -> list[str]:
        """Those of all words of names."""
        if self._codes is None:
            self._codes = sorted({code for form in self.forms for code in self.both_codes(form)})
        return self._codes

    def sure_words(self, start: int, end: int) -> list[NameWord]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [word for word in self.words[first:last] if word.is_sure]

    def names(self, form: str, language: str) -> bool:
        """Does the text name, anywhere, what the other calls `form`?"""
        lowered = form.lower()
        if lowered in self.forms or self._is_place(form, language, self.document.folded):
            return True
        if self.language in _NO_CAPITALS:
            return self.has(form, language, 0, len(self.document.text))
        return self._sounds_like(form, self.codes) or self._begins_alike(form, self.forms)

    def has(self, form: str, language: str, start: int, end: int) -> bool:
        """Does a word of the stretch render the form?"""
        text = self.document.folded[start:end]
        if self._is_place(form, language, text):
            return True
        if self.language == "zh" and _has_reading(form, text):
            return True
        words = _WORD.findall(text)
        if not self.language in ("zh", "ja") and self._begins_alike(form, words):
            return True
        return self._sounds_like(form, self._codes_in(text, words))

    def _sounds_like(self, form: str, codes: Iterable[str]) -> bool:
        ours = self.both_codes(form)
        return any(likeness(one, code) >= self.alike for one in ours for code in codes)

    def _begins_alike(self, form: str, words: Iterable[str]) -> bool:
        """Shah, Šáhovi: the same letters but for the ending."""
        stem = romanized(form)
        stem = stem[: max(4, len(stem) - 2)]
        return len(stem) > 3 and any(romanized(word).startswith(stem) for word in words)

    def _codes_in(self, text: str, words: list[str]) -> set[str]:
        if self.language == "zh":
            codes = set(_window_codes(text))
            words = _LATIN.findall(text)
        elif self.language == "ja":
            codes = set(_kana_codes(text))
            words = _LATIN.findall(text)
        else:
            codes = set()
        for word in words:
            codes |= self.both_codes(word)
        if self.is_bare and self.language not in _BARE:
            for first, second in pairwise(words):
                codes |= {self.code(first + second)}
        if self.language == "ar":
            for word in words:
                codes |= {self.code(word.removeprefix(prefix)) for prefix in _ARABIC_PREFIXES}
        return codes

    def _is_place(self, form: str, language: str, text: str) -> bool:
        stems = renderings(form.lower(), language, self.language)
        return any(stem in text for stem in stems)


_LATIN = late_pattern(r"[A-Za-z\u00c0-\u024f]+")
_ARABIC_PREFIXES = ("ال", "وال", "بال", "لل", "و", "ب", "ل")
_ALIKE = 0.64
_BARE_ALIKE = 0.56


def _has_reading(form: str, text: str) -> bool:
    """Is the form the pinyin of characters of the text?"""
    plain = romanized(form)
    if len(plain) < 4:
        return False
    return plain in "".join(readings().get(char, " ") for char in text)


def _window_codes(text: str) -> Iterator[str]:
    for found in _chinese_run().finditer(text):
        codes = [bare(syllable_sound(char)) for char in found[0]]
        for first in range(len(codes)):
            for last in range(first + 1, min(first + 8, len(codes)) + 1):
                yield "".join(codes[first:last])


def _kana_codes(text: str) -> Iterator[str]:
    for found in _KATAKANA_RUN.finditer(text):
        yield bare(sound(found[0]))
        if len(found[0]) > 5:
            for first in range(len(found[0]) - 2):
                for length in (3, 4, 5, 6, 7):
                    yield bare(sound(found[0][first : first + length]))


_KATAKANA_RUN = late_pattern(r"[\u30a1-\u30f4\u30fc]{2,}")


@cache
def renderings(form: str, source: str, target: str) -> tuple[str, ...]:
    """The stems by which the target's language calls the place or organisation that the form, in
    small letters, names in the source's; none where it names none."""
    return tuple(
        stem
        for identity in _identities(source).get(form, ())
        for stem in _stems_of_identity(identity, target)
    )


@cache
def _identities(language: str) -> dict[str, tuple[str, ...]]:
    """For each form of a name of a place, and for each of its longer words, what it names."""
    from mtcheck.language.exonyms import identified_names

    table: dict[str, list[str]] = {}
    for identity, forms in identified_names(language).items():
        for form in forms:
            lowered = form.lower()
            for part in {lowered, *lowered.replace("-", " ").split()}:
                if part == lowered or len(part) > 3:
                    table.setdefault(part, []).append(identity)
    return {form: tuple(dict.fromkeys(identities)) for form, identities in table.items()}


@cache
def _stems_of_identity(identity: str, language: str) -> tuple[str, ...]:
    from mtcheck.language.exonyms import identified_names

    spares = 0 if language in ("zh", "ja", "ko") else 2
    stems = set()
    for form in identified_names(language).get(identity, ()):
        lowered = form.lower()
        stems.add(lowered[: max(4, len(lowered) - spares)] if spares else lowered)
        stems |= {
            part[: max(4, len(part) - spares)]
            for part in lowered.split()
            if len(part) > 4 and spares
        }
    return tuple(sorted(stems))


def mismatches(document: Document) -> Iterator[Mismatch]:
    """The names of the target that stand where the source has others."""
    source_document = document.source
    if source_document is None or source_document.target == document.target:
        return
    source, target = _Side(source_document, document), _Side(document, source_document)
    if not source.words or not target.words:
        return
    beads = document.beads
    unknown: dict[str, bool] = {}
    for index, bead in enumerate(beads):
        ours = target.sure_words(*bead.target)
        theirs = source.sure_words(*bead.source)
        if not ours or not theirs:
            continue
        near_source, near_target = _around(beads, index, "source"), _around(beads, index, "target")
        lone_ours = [
            word for word in ours if not source.has(word.form, target.language, *near_source)
        ]
        if not lone_ours:
            continue
        lone_theirs = [
            word for word in theirs if not target.has(word.form, source.language, *near_target)
        ]
        if not lone_theirs:
            continue
        lost = [w for w in lone_theirs if not target.names(w.form, source.language)]
        invented = [w for w in lone_ours if not source.names(w.form, target.language)]
        if invented and lost:
            case, a, b = "A", lost, invented
        elif invented:
            case, a, b = "B", lone_theirs, invented
        elif lost:
            case, a, b = "C", lost, lone_ours
        else:
            case, a, b = "D", lone_theirs, lone_ours
        yield Mismatch(_joined(a, source_document), _joined(b, document), case)


def _joined(words: list[NameWord], document: Document) -> tuple[int, int]:
    start, end = words[0].start, words[0].end
    for word in words[1:]:
        if not _LINK_BETWEEN.match(document.plain, end, word.start):
            break
        end = word.end
    return start, end


def _around(beads: tuple[Bead, ...], index: int, side: str) -> tuple[int, int]:
    """The stretch of a bead and its two neighbours."""
    first, last = beads[max(0, index - 1)], beads[min(len(beads) - 1, index + 1)]
    return getattr(first, side)[0], getattr(last, side)[1]
