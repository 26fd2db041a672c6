"""What a sentence holds that a translation keeps: its keys.

A figure, a name, a mark, a word that many languages have in common is made a key which its forms in
other languages and scripts share: "10,541" and "10 541" are one, as are Washington, Вашингтон and
ワシントン. After M. Simard, G. F. Foster and P. Isabelle, "Using Cognates to Align Sentences in
Bilingual Corpora" (TMI 1992), whose cognates share their first four letters; here they share their
first four consonants, which transliteration leaves.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import FOLDER
from mtcheck.language.words import small_letters
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

NUMBER, WORD, MARK, LISTED = "#", "w", "!", "@"
"""The first character of a key: which kind it is of. A listed word stands in its language's
`parallel-words.tsv` under a name that the other languages have too."""
KINDS = (NUMBER, WORD, MARK, LISTED)

_TOKEN = late_pattern(
    r"\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,٫٬]\d+)*"
    r"|[^\W\d_\u3041-\u309f\u30a1-\u30ff\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]+|[\u3400-\u9fff]+"
    r"|[?？؟!！%％٪:：(（;；؛\"“”„«»「」『』]"
)
_MARKS = {
    "？": "?", "؟": "?", "！": "!", "％": "%", "٪": "%", "：": ":", "（": "(", "；": ";", "؛": ";",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "「": '"', "」": '"', "『": '"', "』": '"',
}  # fmt: skip
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў",
        "a b v g d e s z i i k l m n o p r s t u f h s s s s _ i _ e u a e i i e g u".split(),  # noqa: SIM905
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآئءؤپچگ",
        "a b t t g h h d d r z s s s d t z _ g f k k l m n h u i a a a a a i _ u p s g".split(),  # noqa: SIM905
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i t i k l m n ks o p r s s t i f h ps o".split(),  # noqa: SIM905
        strict=True,
    )
)
_KANA = {
    kana: latin
    for latin, row in (
        ("", "アイウエオァィゥェォヤユヨャュョーッ"), ("k", "カキクケコガギグゲゴヶ"),
        ("s", "サシスセソザジズゼゾチ"), ("t", "タツテトダヂヅデド"),
        ("n", "ナニヌネノンマミムメモ"),
        ("h", "ハヒヘホ"), ("f", "フヴワヲ"), ("b", "バビブベボパピプペポ"), ("r", "ラリルレロ"),
    )
    for kana in row
}  # fmt: skip
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "e", "œ": "e"}
_TO_LATIN = str.maketrans(_CYRILLIC | _ARABIC | _GREEK | _KANA | _LETTERS)
_SOUNDS = (
    (late_pattern("t?s?ch|[sc][hz]"), "s"),
    (late_pattern("ph"), "f"),
    (late_pattern("c(?=[eiy])"), "s"),
    (late_pattern("x"), "ks"),
)
_DOUBLED = late_pattern(r"(.)\1+")
_FINE = str.maketrans({"q": "k", "c": "k", "z": "s", "w": "v"} | dict.fromkeys("aeiouyjh_"))
_COARSE = str.maketrans(
    {"q": "k", "c": "k", "g": "k", "z": "s", "w": "f", "v": "f", "p": "b", "d": "t", "l": "r",
     "m": "n"} | dict.fromkeys("aeiouyjh_")
)  # fmt: skip
_COARSE_SCRIPTS = frozenset({"ar", "fa", "he", "ur", "ja", "ko"})
_HAN = frozenset({"zh", "ja"})
_SHORTEST_WORD = 4
_LONGEST_KEY = 4
_MOST_REMEMBERED = 100_000

_ARTICLES = late_pattern("(?:[وفبكل]?ال|لل)(?=.{3})|و(?=.{4})")
_LONGEST_FORM = 5

Keys = frozenset[str]


def keys_of_sentences(source: Document, target: Document) -> tuple[list[Keys], list[Keys]]:
    """The keys of each sentence of the two texts; comparable with those of the other."""
    manner = manner_for(source.target, target.target)
    return keys_of(source, manner), keys_of(target, manner)


class Manner(NamedTuple):
    """How keys are made for a pair of languages.

    is_coarse: more consonants are made one, for scripts that do not tell them apart.
    has_han: both languages write in Chinese characters.
    listed: the names under which both languages list words.
    """

    is_coarse: bool
    has_han: bool
    listed: frozenset[str]


@cache
def manner_for(one: str, other: str) -> Manner:
    """How keys are made for a pair of primary subtags."""
    if one > other:
        return manner_for(other, one)
    pair = {one, other}
    listed = frozenset(_listed(one).values()) & frozenset(_listed(other).values())
    return Manner(not _COARSE_SCRIPTS.isdisjoint(pair), pair <= _HAN, listed)


def keys_of(document: Document, manner: Manner) -> list[Keys]:
    """The keys of each sentence of the document."""
    maker = _maker(document.target, manner)
    known = maker.known
    if len(known) > _MOST_REMEMBERED:
        known.clear()
    text = document.folded
    found: list[Keys] = []
    for start, end in document.sentences:
        keys: set[str] = set()
        for token in _TOKEN.findall(text, start, end):
            made = known.get(token)
            if made is None:
                made = known[token] = maker.keys_of(token)
            keys.update(made)
        found.append(frozenset(keys))
    return found


@cache
def _maker(language: str, manner: Manner) -> _Maker:
    return _Maker(language, manner)


class _Maker:
    """Makes the keys of a token, and remembers them."""

    def __init__(self, language: str, manner: Manner) -> None:
        self.language = language
        self.manner = manner
        self.listed = {
            form: LISTED + name for form, name in _listed(language).items() if name in manner.listed
        }
        self.known: dict[str, tuple[str, ...]] = {}

    def keys_of(self, token: str) -> tuple[str, ...]:
        first = token[0]
        if first.isdecimal():
            digits = "".join(str(int(char)) for char in token if char.isdecimal())
            return (NUMBER + (digits.strip("0") or "0"),)
        if not first.isalpha():
            return (MARK + _MARKS.get(first, first),)
        forms = _forms(token, self.language)
        listed = tuple(self.listed[form] for form in forms if form in self.listed)
        if "\u3400" <= first <= "\u9fff":
            if self.manner.has_han:
                listed += tuple(WORD + token[at : at + 2] for at in range(max(1, len(token) - 1)))
            return listed
        if listed:
            return listed
        if len(token) < _SHORTEST_WORD:
            return ()
        return (WORD + consonants(token, is_coarse=self.manner.is_coarse),)


@cache
def _listed(language: str) -> dict[str, str]:
    """The names of the forms that the language lists."""
    path = FOLDER / language / "parallel-words.tsv"
    if not path.is_file():
        return {}
    rows = (
        line.split("\t")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {form: name for name, forms in rows for form in forms.split()}


def forms_of(text: str, language: str) -> set[str]:
    """What the words of a text are listed by (`parallel-words.tsv`)."""
    tokens = _TOKEN.findall(small_letters(text))
    return {form for token in tokens if token[0].isalpha() for form in _forms(token, language)}


def _forms(token: str, language: str) -> tuple[str, ...]:
    """A word cut after a few letters; pairs of Chinese characters."""
    if "\u3400" <= token[0] <= "\u9fff":
        return tuple(token[at : at + 2] for at in range(max(1, len(token) - 1)))
    if language == "ar":
        token = _ARTICLES.sub("", token, 1) if token.startswith(tuple("والفبكل")) else token
    return (token[:_LONGEST_FORM],)


def consonants(word: str, *, is_coarse: bool) -> str:
    """The first consonants of a word in small letters of any alphabet, those that transliterations
    exchange made one; of a word with fewer than two, the word itself."""
    bare = unicodedata.normalize("NFD", word.translate(_TO_LATIN))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    for pattern, sound in _SOUNDS:
        bare = pattern.sub(sound, bare)
    hard = _DOUBLED.sub(r"\1", bare.translate(_COARSE if is_coarse else _FINE))
    return hard[:_LONGEST_KEY] if len(hard) > 1 else bare
