"""Which names of days, months and nations a language writes small, and which with a capital.

Days and months come from CLDR through Babel, the rest from `languages/<language>/capitals.tsv`,
a list a line, its words parted by |:

    small, capital    the kinds (day, month, adjective, noun) that are written so
    day, month        forms that CLDR has not; adjective, noun: those of nations
    skip              the wrong letter case makes another word or a name of it; a month counts all
                      the same inside a full date
    small-before      words before which a day or month is small where no number stands with it
    country           names of countries whose form in small letters is another word: not counted
    currency          names of money that are small behind a sum (50.000 grivnas)
    day-frame, month-frame    words (one or two) behind which a day or month of `skip` counts, where
                      no word of a name follows it (em Maio, noite de Domingo)
    day-next, month-next      words that make a date of one in `skip`: Domenica sera
    street            words that a number and a month make a name after (улица 8 Марта); where they
                      are listed, a month of `skip` counts behind a day, too
    name              phrases in which it is right (Viernes Santo)
    sure              phrases in which it is wrong all the same: a preposition and a day (w Piątek),
                      where the bare day is a name too, or where a name may follow
    adjective-next    words one of which must follow an adjective (Французский президент)
    next              words that, after it, make a common thing of it (french fries)
    day-after, month-after, never-after     the words that must or must not stand before it
    noun-openers, premodifiers              for a language in which the adjective is small and the
                                            noun is not: a noun phrase's first words (un, les), and
                                            words before a noun that are none (jeune, deux)
"""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.cache import remembered
from mtcheck.language.data import FOLDER, function_words
from mtcheck.language.date_capitals import (
    DATE_BEFORE,
    YEAR_AFTER,
    is_date,
    is_day_of_no_street,
    is_doubtful_day,
)
from mtcheck.language.mentions import is_named
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

CAPITALS = "capitals.tsv"
_WORD = r"[^\W_][\w'-]{0,80}"
_BEFORE = late_pattern(rf"(?:({_WORD}) )?({_WORD}) $")
_ELIDED = late_pattern(r"(?<!\w)(?:d|l|jusqu|qu|dell|all|nell|dall|sull|un|quest)'$", re.IGNORECASE)
_AFTER = late_pattern(rf" ({_WORD})")
_GENITIVES = frozenset({"de", "del", "di", "da", "do"})
_REACH = 60
_LONG_ENOUGH = 4
_KINDS = ("day", "month", "adjective", "noun")
_RANKS = frozenset(("premier", "première", "vice", "ancien", "ancienne"))
"""With which the name of an office begins: le Premier ministre."""
_SHORTEST_COUNTRY = 5
_NO_COUNTRIES = frozenset(("EU", "EZ", "UN", "ZZ", "AQ"))


class Capitals(NamedTuple):
    """wrong: the forms in the wrong letter case, each with its kind and the right form.
    lists: the other lists of the file."""

    wrong: dict[str, tuple[str, str]]
    lists: dict[str, frozenset[str]]

    def listed(self, name: str) -> frozenset[str]:
        return self.lists.get(name, frozenset())


@cache
def capitals(language: str) -> Capitals:
    path = FOLDER / language / CAPITALS
    babel = find_spec("babel")
    files = [Path(__file__), path, *([Path(babel.origin)] if babel and babel.origin else [])]
    wrong, lists = remembered(f"capitals-{language}", files, lambda: _made(language, path))
    return Capitals(wrong, {name: frozenset(words) for name, words in lists.items()})


def _made(
    language: str, path: Path
) -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, ...]]]:
    from babel import Locale

    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    lists = {
        name: tuple(words.replace(" ", "|").split("|"))
        if name in ("small", "capital")
        else tuple(words.split("|"))
        for name, words in rows
    }
    wrong: dict[str, tuple[str, str]] = {}
    places = set(Locale.parse(language).territories.values())
    for kind in _KINDS:
        words = [*lists.pop(kind, ()), *cldr_words(language, kind)]
        for word in words:
            if kind in lists.get("small", ()) and word[0].upper() + word[1:] not in places:
                small = word[0].lower() + word[1:]
                wrong.setdefault(word[0].upper() + word[1:], (kind, small))
                if "-" in word and kind == "day":
                    wrong.setdefault(word.title(), (kind, small))  # Sexta-Feira
            elif kind in lists.get("capital", ()):
                wrong.setdefault(word[0].lower() + word[1:], (kind, word[0].upper() + word[1:]))
    homographs = lists.pop("country", ())
    for code, place in Locale.parse(language).territories.items():
        is_country = len(code) == 2 and code not in _NO_COUNTRIES
        if is_country and len(place) >= _SHORTEST_COUNTRY and place.isalpha():
            small = place[0].lower() + place[1:]
            if place not in homographs and small not in function_words(language):
                wrong.setdefault(small, ("country", place))
    return wrong, lists


def cldr_words(language: str, kind: str) -> list[str]:
    if kind not in ("day", "month"):
        return []
    from babel import Locale

    locale = Locale.parse(language)
    names = locale.days if kind == "day" else locale.months
    return [
        word.replace("’", "'").replace("ʼ", "'")
        for context in ("stand-alone", "format")
        for word in names[context]["wide"].values()
    ]


def is_in_wrong_case(
    document: Document,
    listed: Capitals,
    kind: str,
    start: int,
    end: int,
    *,
    is_doubtful: bool = False,
) -> bool:
    """is_doubtful: does a day count that may be a name, too?"""
    before, after = _neighbours(document, start, end)
    last_word = before.rstrip(" ").rpartition(" ")[2]
    word, sure = document.plain[start:end], listed.listed("sure")
    is_sure = f"{last_word.lower()} {word}" in sure or (
        f"{' '.join(before.lower().split()[-2:])} {word}" in sure
    )
    is_dated = kind == "month" and DATE_BEFORE.search(before) is not None
    if is_sure or (is_dated and YEAR_AFTER.match(after)):
        is_wrong = True
    elif kind == "country":
        is_wrong = after[:1] not in tuple("-'") and before[-1:] == " "
    elif word in listed.listed("skip"):
        is_wrong = kind in ("day", "month") and (
            is_date(document, listed, kind, start, end)
            or (kind == "day" and is_doubtful and is_doubtful_day(document, start, end))
        )
    elif kind in listed.listed("capital"):
        is_wrong = is_dated or _needs_capital(listed, kind, before, after)
    else:
        is_wrong = _needs_small_letter(document, listed, kind, before, after)
    return (
        is_wrong
        and not _is_in_listed_name(document, listed, start, end)
        and not document.in_link(start, end)
        and not document.in_foreign_quotation(start, end)
        and not _is_in_odd_case(document, listed, start, is_sure)
        and not (
            is_named(document, start, end)
            # llaman bora sopló el Jueves: the article of a date, not of a name
            and not (kind in ("day", "month") and last_word in function_words(document.target))
        )
    )


def kind_is_small(listed: Capitals, kind: str) -> bool:
    return kind in listed.listed("small")


def _neighbours(document: Document, start: int, end: int) -> tuple[str, str]:
    """The text before and after, within the sentence."""
    sentence = document.sentence_at(start)
    before = document.plain[max(sentence.start, start - _REACH) : start]
    return before, document.plain[end : min(sentence.end, end + _REACH)]


def _needs_capital(listed: Capitals, kind: str, before: str, after: str) -> bool:
    following = _AFTER.match(after)
    if following and following[1].lower() in listed.listed("next"):
        return False
    wanted = listed.listed(f"{kind}-after")
    preceding = _BEFORE.search(before)
    return not wanted or (preceding is not None and preceding[2].lower() in wanted)


def _needs_small_letter(
    document: Document, listed: Capitals, kind: str, before: str, after: str
) -> bool:
    following = _AFTER.match(after)
    nexts = listed.listed("adjective-next") if kind == "adjective" else frozenset()
    if nexts:
        if not following or following[1] not in nexts:
            return False
    elif after[:1] == "-" or (following and _is_capitalised(document, following[1])):
        return False
    if _ELIDED.search(before):
        return kind not in ("adjective", "noun")
    preceding = _BEFORE.search(before)
    if preceding is None:
        return kind == "month" and is_day_of_no_street(listed, before)  # 12. Ledna, 1º Giugno
    word = preceding[2]
    if kind == "month" and word.isdigit() and not is_day_of_no_street(listed, before):
        return False
    opens = preceding.start() == 0 and preceding[1] is None
    if not (word.islower() or word[0].isdigit() or (opens and _is_function(document, word))):
        # il Cairo Mercoledì per: a day goes on where no name does
        return kind == "day" and not opens and _ends_name(document, after)
    if kind not in ("adjective", "noun"):
        return True
    openers = listed.listed("noun-openers")
    if word in listed.listed("never-after") or (
        not openers and following and following[1] in _GENITIVES
    ):
        return False  # calle Francesa; the firm La Francesa de Pedales
    return not openers or _ends_noun_phrase(document, listed, preceding[1] or "", word)


def _ends_name(document: Document, after: str) -> bool:
    """Does a small function word follow, or a mark?"""
    following = _AFTER.match(after)
    if following is None:
        return after[:1] in tuple(",.;")
    return following[1].islower() and _is_function(document, following[1])


def _ends_noun_phrase(document: Document, listed: Capitals, opener: str, noun: str) -> bool:
    """le président Américain; not les jeunes Français, not parmi les Français."""
    elided, _, bare = noun.rpartition("'")
    if bare in listed.listed("premodifiers") or bare in listed.listed("noun-openers"):
        return False
    return (
        opener.lower() in listed.listed("noun-openers")
        or opener.lower() in _RANKS
        or elided.lower() in ("l", "d")
    ) and not _is_function(document, bare)


def _is_capitalised(document: Document, word: str) -> bool:
    return word[0].isupper() and not _is_function(document, word)


def _is_function(document: Document, word: str) -> bool:
    return word.lower() in function_words(document.target)


def _is_in_listed_name(document: Document, listed: Capitals, start: int, end: int) -> bool:
    low, high = max(0, start - _REACH), end + _REACH
    around = document.plain[low:high]
    return any(
        low + found.start() < end and start < low + found.end()
        for name in listed.listed("name")
        if name in around
        for found in re.finditer(rf"(?<!\w){re.escape(name)}", around)
    )


_WORDS_ENOUGH = 12
_INNER_CAPITAL = late_pattern(r"[^\W\d_][,;]? [\"“„«‘('\[]?(?=[^\W\d_])([A-ZÀ-Þ]|[^\x00-\u024f])")


def _has_no_capitals(document: Document) -> bool:
    """A text that was put into small letters but for the beginnings of its sentences."""
    return document.word_count >= _WORDS_ENOUGH and not _INNER_CAPITAL.search(document.plain)


def _is_in_odd_case(document: Document, listed: Capitals, start: int, is_sure: bool) -> bool:
    """In a line of capitals, or of small letters alone, letter case tells nothing."""
    sentence = document.sentence_at(start)
    words = re.findall(_WORD, document.plain[sentence.start : sentence.end])
    if not any(word[0].isupper() for word in words) or _has_no_capitals(document):
        return True
    others = [word for word in words if len(word) >= _LONG_ENOUGH and word not in listed.wrong]
    capital = sum(word[0].isupper() for word in others)
    if is_sure and capital < len(others):
        return False  # a sentence of many names
    return document.target != "de" and capital >= _LONG_ENOUGH and 3 * capital > 2 * len(others)
