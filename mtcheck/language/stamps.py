"""What stands in a date stamp or a photo credit: dates, names, and nothing else."""

from __future__ import annotations

import re
from functools import cache

from mtcheck.language.data import languages, word_list
from mtcheck.patterns import late_pattern

_TOKEN = late_pattern(r"[^\s/|,;:&()\[\]–—+=·•©／｜，；：（）［］【】＝、、・＆]+")
_DATE_PART = late_pattern(r"\d[\w:.]*|[^\W\d_]+")
_DATE = late_pattern(
    r"(?<!\d)(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:20)?\d\d|20\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|20\d\d年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}(?:st|nd|rd|th|er|\.|º)?(?: (?:de|of))? ?[^\W\d_]{3,24}\.?,?"
    r"(?: (?:de|of|del))? ?20\d\d"
    r"|[^\W\d_]{3,24}\.? \d{1,2},? 20\d\d)(?!\d)"
)
_CLOCK = late_pattern(
    r"(?<![\d.,:/-])\d{1,2}(?:[点點時时]\d\d?分|[:.]\d\d(?::\d\d)?(?![\d:%]|[.,]\d)|\s?[hH](?:\s?\d\d)?\b|\s?(?:Uhr|uur|Uhr)\b"
    r"|\s?[ap]\.?m\b)"
)
_LONGEST_CREDIT = 14
_LONGEST_STAMP = 24
_MOST_STRANGERS = 3
_SHORTEST_DATE_WORD = 5
_MOST_CASELESS = 6
_LONGEST_CASELESS = 12
_AGENCY = (
    r"(?<!\w)(?:AFP|ČTK|CTK|TT|NTB|Ritzau|Scanpix|AP|EPA|EFE|ANSA|Ansa|PA|APA|DPA|dpa|DR|TASS|PAP|AA|ANP|RIA|Reuters|REUTERS|Getty|"
    r"Shutterstock|[Ii]mago|IMAGO|iStock|Keystone|KEYSTONE|Belga|BELGA|Sipa|SIPA|Xinhua|Kyodo|"
    r"Anadolu|Alamy|Wikimedia|Pixabay|Unsplash|MAXPPP|Maxppp|Abaca|Europa Press|"
    r"LaPresse|Folhapress|Lusa|Agência Brasil|Cuartoscuro|NurPhoto|Sputnik|"
    r"picture[ -]alliance)\b"
)
# fmt: off
_NAME_PARTS = frozenset({
    "de", "da", "di", "du", "des", "del", "della", "van", "von", "der", "den", "la", "le", "el",
    "al", "bin", "ibn", "and", "et", "und", "y", "e", "i", "via", "for", "für", "pour", "para",
    "por", "par", "of", "by", "courtesy", "photo", "foto", "file", "handout", "pool", "archive",
    "archives", "archiv", "archivo", "archivos", "archivio", "arquivo", "arquivos",
    "archief", "stock", "dpa", "apa", "epa", "afp", "ap", "pa",
    "dr", "zb", "sid", "picture", "alliance", "imago", "images", "iStock", "getty", "keystone",
    "reuters", "adobe",
})
# fmt: on


def names_an_agency(passage: str) -> bool:
    return _agency().search(passage) is not None


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(_AGENCY)


def is_small_name_word(word: str) -> bool:
    """One that stands between or behind names in a credit: archive, pool, stock."""
    return word.lower() in _NAME_PARTS


def are_names(passage: str, also: str = "") -> bool:
    """Nothing but names, numbers and the small words between names (or words of `also`)?"""
    tokens = [token.strip(".'’\"") for token in _TOKEN.findall(passage)]
    if len(tokens) > _LONGEST_CREDIT or passage.rstrip().endswith("。"):
        return False
    caseless = [token for token in tokens if token.isalpha() and token.lower() == token.upper()]
    if caseless:  # no capital shows a name in Arabic or Chinese: then they must be few and short
        longest = max(map(len, caseless))
        return len(caseless) <= _MOST_CASELESS and longest <= _LONGEST_CASELESS
    return all(
        not token[:1].isalpha() or token[0].isupper() or token in _NAME_PARTS or token in also
        for token in tokens
    )


def is_date(passage: str) -> bool:
    """A date or time of any language, with a name or two at the most, or a moment?"""
    if is_moment(passage):
        return True
    words = _DATE_PART.findall(passage)
    known = [word for word in words if word[0].isdigit() or word.lower() in _date_words()]
    strangers = [word for word in words if word not in known]
    return (
        any(word[0].isdigit() or len(word) >= _SHORTEST_DATE_WORD for word in known)
        and len(words) <= _LONGEST_STAMP
        and len(strangers) <= _MOST_STRANGERS
        and all(word[0].upper() == word[0] for word in strangers)
    )


def is_moment(passage: str) -> bool:
    """A day with its year and a time of that day, and little else ("5:12 a.m. Eastern time")?"""
    date = _DATE.search(passage)
    clock = date and (_CLOCK.search(passage, date.end()) or _CLOCK.search(passage[: date.start()]))
    if not date or not clock:
        return False
    words = _DATE_PART.findall(passage)
    strangers = [w for w in words if not w[0].isdigit() and w.lower() not in _date_words()]
    return len(words) <= _LONGEST_STAMP and len(strangers) <= _MOST_STRANGERS + 1


def is_clock(passage: str) -> bool:
    """Is an hour of the day in it?"""
    return _CLOCK.search(passage) is not None


def are_date_words(words: list[str]) -> bool:
    """Are the words, in small letters, all such as stand in dates, of any language?"""
    return _date_words().issuperset(words)


@cache
def _date_words() -> frozenset[str]:
    return frozenset(w for language in languages() for w in word_list("date-words", language))
