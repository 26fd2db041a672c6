"""Where a foreign form is no fault: inside a foreign name, or where the text speaks of it.

The word lists: `particles` of the source language (Tribune de Genève), `naming` of the target's
(known by its French initials), both in `languages/<language>/word-lists.tsv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Hashable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mtcheck.language.data import FOLDER, function_words, listed_words, word_list
from mtcheck.language.spellings import consonants, without_marks
from mtcheck.language.words import WORD, small_letters, whole_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.lexicon import Match

BEARERS = Path(__file__).parent.parent / "name-bearers.tsv"

_WORD_BEFORE = late_pattern(r"(\w{1,40})(?:['’]|[ \u00a0])$")
_WORD_AFTER = late_pattern(r"[ \u00a0](\w+)")
_LAST_WORD = late_pattern(r"([^\W_][\w.'-]{0,40}?)(\.?)[ ]$")
_NEXT_WORD = late_pattern(r" ([^\W_]\w*)")
_PARTICLE_BEFORE = late_pattern(r"(?:(\w{1,40}) )?(\w{1,40})(?: |')$")
_JOINTS = ("-", "/", "&", "+", "_", "@", "#")
_REACH = 40
_WIDE_REACH = 30_000
_GENITIVES = frozenset(
    ("de", "du", "des", "d", "del", "di", "da", "do", "dos", "das", "della", "dell", "dello", "dei",
     "van", "von", "vom", "of")
)  # fmt: skip
_ELIDING = frozenset(("fr", "it", "ca"))
_DO_IS_TO = frozenset(("cs", "pl", "sk"))
_LONGEST_ABBREVIATION = 3
_LONGEST_TITLE = 6
_LAST_PART = late_pattern(r"[^\W\d_]+(?=[^\w]*$)")
_FIRST_NAME = late_pattern(r"([^\W\d_]{1,40}) (?:(?:[Aa]l|[Ee]l|[Aa]bu|[Aa]bou)[ -])?$")


def stands_in_foreign_name(document: Document, match: Match) -> bool:
    """Does a particle of the source language join the form to a name, as in Tribune de Genève?"""
    text = document.text
    before = _WORD_BEFORE.search(text[max(0, match.start - _REACH) : match.start])
    after = _WORD_AFTER.match(text, match.end)
    neighbours = {found[1] for found in (before, after) if found}
    neighbours -= function_words(document.target)
    return any(
        not neighbours.isdisjoint(word_list("particles", source)) for source in match.sources
    ) or _is_in_title(document, match.start, match.end)


def is_in_proper_name(
    document: Document, start: int, end: int, sources: tuple[str, ...], *, is_short: bool = True
) -> bool:
    """Do the words around make one name with the form: Bayern München, Tribune de Genève, Air
    France, Bild am Sonntag, Milano Cortina, the title of a film?

    is_short: a word that opens the sentence may be part of it.
    """
    return (
        follows_name_word(document, start, may_open=is_short)
        or goes_on_as_name(document, end)
        or _hangs_on_particle(document, start, end, sources)
        or _is_in_title(document, start, end)
    )


def follows_name_word(document: Document, start: int, *, may_open: bool = True) -> bool:
    """Does a word stand before the place that has a capital because it is a name, or is the place
    joined to a word?

    may_open: the word counts although it opens the sentence.
    """
    opening = document.sentence_at(start).start
    before = document.plain[max(opening, start - _REACH) : start]
    if before.endswith(_JOINTS):
        return before[-2:-1].isalnum()
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found[1].rpartition("'")[2]
    if not word[:1].isupper() or (found[2] and len(word) > _LONGEST_ABBREVIATION):
        return False
    if word.lower().endswith(_place_heads(document.target)):
        return False
    if _is_latin(word) != _is_latin(document.plain[start]):
        return False
    if start - len(found.group()) == opening and (
        not may_open or word.lower() in document.vocabulary or _opens_plainly(document, word)
    ):
        return False
    return _is_name_word(document, word)


def _opens_plainly(document: Document, word: str) -> bool:
    """In Turkish the subject stands before the place with nothing between: Heyet Brüssel'e gitti.
    The list `plain-openers.txt` has the stems of such nouns."""
    stems = listed_words(document.target, "plain-openers")
    if not stems:
        return False
    low = small_letters(word)
    return any(low[:length] in stems for length in range(len(low), max(3, len(low) - 7), -1))


def _is_latin(word: str) -> bool:
    return word[0] < "\u0250"


def goes_on_as_name(document: Document, end: int) -> bool:
    text = document.plain
    if text.startswith(_JOINTS, end):
        return not text.startswith("-", end) or not text[end + 1 : end + 2].islower()
    found = _NEXT_WORD.match(text, end, document.sentence_at(end - 1).end)
    return (
        found is not None
        and found[1][0].isupper()
        and _is_latin(found[1]) == _is_latin(text[end - 1])
        and _is_name_word(document, found[1])
    )


def _is_name_word(document: Document, word: str) -> bool:
    lowered = word.lower()
    return (
        lowered not in function_words(document.target)
        and lowered not in _calendar(document.target)
        and lowered not in listed_words(document.target, "compass-words")
        and not lowered.endswith(_titles(document.target))
    )


def _hangs_on_particle(document: Document, start: int, end: int, sources: tuple[str, ...]) -> bool:
    """Tribune de Genève, Bild am Sonntag; where the target has the same particle, what stands
    before it must have a capital."""
    before = _PARTICLE_BEFORE.search(document.plain[max(0, start - _REACH) : start])
    after = _NEXT_WORD.match(document.plain, end)
    own = function_words(document.target)
    particles = {word for source in sources for word in word_list("particles", source)}
    if after and after[1] in particles - own and _next_has_capital(document, after.end()):
        return True  # not naar Wien af
    particles = particles.union(*(function_words(source) for source in sources))
    if before is None or before[2] not in particles:
        return False
    is_elided = document.target in _ELIDING and document.plain[start - 1] in "'’"
    if before[2] not in own and f"{before[2]}'" not in own and not is_elided:
        return True
    head = before[1] or ""
    if head.lower() in listed_words(document.target, "institution-words"):
        return False  # el Tribunal Correccional de Bordeaux: the institution was translated
    heads_name = head[:1].isupper() and document.plain[start].isupper()
    if before[2] == "do" and document.target in _DO_IS_TO:
        return False  # z Norimberka do Lipska
    return heads_name and before[2] in _GENITIVES


def _next_has_capital(document: Document, at: int) -> bool:
    return document.plain[at + 1 : at + 2].isupper()


@cache
def _calendar(language: str) -> frozenset[str]:
    """Months and days: they have a capital, but are no part of the name beside them."""
    return frozenset(
        word.lower()
        for name in ("day", "month", "date-words")
        for entry in word_list(name, language)
        for word in entry.split()
    )


def _is_in_title(document: Document, start: int, end: int) -> bool:
    """A few words in quotation marks, none of them a function word of the target."""
    for quotation in document.quotations_around(start, end):
        words = WORD.findall(document.text[slice(*quotation.inner)].lower())
        if len(words) <= _LONGEST_TITLE and function_words(document.target).isdisjoint(words):
            return True
    return False


def is_explained(document: Document, offset: int) -> bool:
    """Does the sentence speak of the form itself ("known by its French initials")?"""
    return document.sentence_at(offset) in document.explaining_sentences


def is_spoken_of(document: Document, match: Match) -> bool:
    """Does the text speak of the form, here or elsewhere ("In German, Putin"), or set it beside
    the target's own ("Poutine, Putin")?"""
    form = document.plain[match.start : match.end]
    own = (match.entry.suggest or "").split(" or ")
    sentence = document.sentence_at(match.start)
    near = document.plain[
        max(sentence.start, match.start - _REACH) : min(sentence.end, match.end + _REACH)
    ]
    words = set(WORD.findall(near.replace(form, " ")))
    if any(name and words.issuperset(name.split()) for name in own if name != form):
        return True
    return bool(document.explaining_sentences) and holds_somewhere(
        document, match.start, match.end, "explained", lambda at: is_explained(document, at)
    )


def holds_somewhere(
    document: Document, start: int, end: int, what: Hashable, holds: Callable[[int], bool]
) -> bool:
    """Is it so at one of the places where the form text[start:end] stands as a whole word? In a
    very long text only the parts around it count.

    what: the name of the question; with the form it decides what `holds` answers at a place.
    """
    form = document.plain[start:end]
    places = document.once(
        (what, form), lambda: [at for at in whole_words(document.plain, form) if holds(at)]
    )
    first = bisect_left(places, start - _WIDE_REACH)
    return first < len(places) and places[first] + len(form) <= end + _WIDE_REACH


def is_somebody_else(document: Document, start: int, end: int) -> bool:
    """Is the bearer of a listed last name another person: is it first written with a first name
    that the listed person has not (Alexandre Poutine, a plumber)? From then on it is theirs."""
    surname = _LAST_PART.search(document.plain, start, end)
    firsts = _first_names_of(surname[0]) if surname else None
    if surname is None or firsts is None:
        return False
    here = first_name_before(document, surname.start()) if surname.start() == start else ""
    if here:
        return not _is_one_of(here, firsts)
    introduced = first_name_of(document, surname[0])
    return bool(introduced) and not _is_one_of(introduced, firsts)


def first_name_of(document: Document, surname: str) -> str:
    """The first name that the article first writes before the last name, or nothing."""
    return document.once(("first name of", surname), lambda: _introduced_as(document, surname))


def _introduced_as(document: Document, surname: str) -> str:
    """The first name that is first written before the last name."""
    firsts = (first_name_before(document, at) for at in whole_words(document.plain, surname))
    return next(filter(None, firsts), "")


def first_name_before(document: Document, start: int) -> str:
    """The first name right before a last name, if the word there is no title and no place."""
    found = _FIRST_NAME.search(document.plain, max(0, start - _REACH), start)
    if found is None or not found[1].istitle():
        return ""
    word = found[1].lower()
    if word in _no_first_names(document.target) or word.endswith(_titles(document.target)):
        return ""
    return found[1]


def _is_one_of(first: str, firsts: frozenset[str]) -> bool:
    """By their consonants: Serhiy is Sergei, Oleksiy is Alexei."""
    key = consonants(first)
    return key in firsts or any(_holds(key, other) or _holds(other, key) for other in firsts)


def _holds(longer: str, shorter: str) -> bool:
    letters = iter(longer)
    near = 0 <= len(longer) - len(shorter) <= 1 < len(shorter)
    return near and all(letter in letters for letter in shorter)


@cache
def _place_heads(language: str) -> tuple[str, ...]:
    """Nouns that a place stands behind (die Stadt Genf), where all nouns have a capital."""
    return tuple(listed_words(language, "place-heads"))


@cache
def _titles(language: str) -> tuple[str, ...]:
    return tuple(listed_words(language, "person-titles"))


@cache
def _no_first_names(language: str) -> frozenset[str]:
    lists = ("prepositions", "never-last", "joining-words", "participle-openers")
    words = function_words(language).union(*(listed_words(language, name) for name in lists))
    return words | {word.lower() for word in words_of_places(language)}


@cache
def words_of_places(language: str) -> frozenset[str]:
    """The words of the language's own names of places and organisations."""
    path = FOLDER / language / "place-names.tsv"
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return frozenset(re.findall(r"[^\W\d_]+", text))


def _first_names_of(surname: str) -> frozenset[str] | None:
    bare = without_marks(surname)
    return _bearers().get(bare) or _bearers().get(bare.removesuffix("s"))


@cache
def _bearers() -> dict[str, frozenset[str]]:
    """The people of `mtcheck/name-bearers.tsv`: for each spelling of a last name the consonants of
    the first names."""
    table: dict[str, frozenset[str]] = {}
    for line in BEARERS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        spellings, firsts = line.split("\t")
        keys = frozenset(map(consonants, firsts.split()))
        for spelling in spellings.split("|"):
            bare = without_marks(spelling)
            table[bare] = table.get(bare, frozenset()) | keys
    return table
