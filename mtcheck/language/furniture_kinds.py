"""The kinds of lines that `page-furniture.tsv` lists, by the notes there, and whether the rest of a
line suits its kind: after "Photo:" stands a name, after "Follow us" nothing that somebody said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtcheck.language.data import word_list
from mtcheck.language.stamps import are_names, is_date, names_an_agency
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document
    from mtcheck.lexicon import Match

_DOUBLE_QUOTE = late_pattern(r"[\"“”„«»「」『』]")
_WORD = late_pattern(r"[^\W\d_]+")
_LABELLED = late_pattern(r"[:：]\s*$|[:：]\s")
_LONGEST_GIVER = 9
_FEWEST_OF_PHONE = 6
_COMMA = late_pattern(r"[,،，、·•|]")
_CREDIT_BEGINS = late_pattern(r"\s*(?:[:=|/(\[©–—：＝｜／（［-]|$)")
_LONGEST_CREDIT = 14
AD = "an advertising mark"
SIGN_OFF = "an agency's sign-off"
_REPORTING_CREDIT = "a reporting credit"
_NOTICE = "a notice about the article"
_LONGEST_NOTICE = 24
_LONGEST_SIGN_OFF = 25
_LABELS = ("a picture caption", "a note about a programme")
_CREDITS = ("a photo credit", "a photo label", "a photographer's credit", "an editor's credit")
CALLS = ("a call to follow or subscribe", "a paywall notice", "a cookie notice",
          "a notice about embedded content", "a note about the text",
          "a row of links to the sections")  # fmt: skip
MINOR = (*_CREDITS, "an agency's photo credit", "a date stamp", "a reading time", "a list of tags",
          "a copyright line")  # fmt: skip


def suits_its_kind(document: Document, match: Match, rest: str) -> bool:
    """Does what follows the entry, to the end of the line, suit a line of its kind?"""
    kind = match.entry.note
    label = document.text[match.start : match.end]
    if kind == SIGN_OFF:
        return len(rest.split()) <= _LONGEST_SIGN_OFF and not is_news(document, rest)
    if kind == _REPORTING_CREDIT:
        words: list[str] = _WORD.findall(rest)
        capitals = sum(word[0].isupper() for word in words)
        return len(words) <= min(2 * capitals, _LONGEST_SIGN_OFF)
    if kind == _NOTICE:
        return len(rest.split()) <= _LONGEST_NOTICE and not is_news(document, rest)
    if kind in _LABELS:
        return True
    if kind in CALLS:
        return not is_news(document, rest)
    if kind == "a date stamp":
        return is_date(rest)
    if kind == "a copyright line":
        is_short = len(rest.split()) <= _LONGEST_CREDIT or "©" in label
        return (is_short or rest[:1] == ".") and ":" not in rest and not is_news(document, rest)
    if sum(map(str.isdigit, rest)) >= _FEWEST_OF_PHONE and not _WORD.search(rest):
        return False  # a telephone number to call
    if not _WORD.search(rest):
        return kind not in (
            "a photo credit", "a photographer's credit", "an editor's credit", "a list of tags"
        )  # fmt: skip
    if kind == "a reading time":
        return len(rest.split()) <= 4 and any(map(str.isdigit, rest))
    if kind == "a list of tags":
        return (
            len(_COMMA.findall(rest)) >= 1
            and len(rest.split()) <= _LONGEST_CREDIT
            and _ends_open(rest)
        )
    if kind == "a share button":
        return are_names(rest, match.entry.find.lower())
    if kind in _CREDITS:
        is_parted = not label[-1].isalnum() or _CREDIT_BEGINS.match(rest) is not None
        named = is_parted or kind == "a photographer's credit" or names_an_agency(rest)
        return named and are_names(rest, match.entry.find.lower())
    return False


def is_described_photo(document: Document, match: Match, rest: str) -> bool:
    """Photo: press service of the ministry"""
    if match.entry.note not in _CREDITS or not _LABELLED.search(
        document.text, match.start, match.end + 3
    ):
        return False
    words = _WORD.findall(rest)
    return 0 < len(words) <= _LONGEST_GIVER and _ends_open(rest) and not is_news(document, rest)


def is_copyright_alone(document: Document, block: Block, match: Match) -> bool:
    """Copyright 2025 The Associated Press. All rights reserved. Nothing else stands there."""
    line = document.text[block.start : block.end]
    is_last = not _WORD.search(document.text, match.end, block.end)
    is_phrase = " " in match.entry.find or document.target in CHARACTERS_PER_WORD
    return (
        is_last
        and is_phrase
        and len(line.split()) <= _LONGEST_CREDIT
        and not is_news(document, line)
    )


def is_news(document: Document, rest: str) -> bool:
    """Does the line go on as a sentence of the article: with a quotation, or who said so?"""
    said = word_list("says", document.target)
    if not said and rest.lstrip().startswith(","):
        return True
    if document.target in CHARACTERS_PER_WORD:
        return _DOUBLE_QUOTE.search(rest) is not None or any(word in rest for word in said)
    words = _WORD.findall(rest.lower())
    return _DOUBLE_QUOTE.search(rest) is not None or not set(words).isdisjoint(said)


def _ends_open(rest: str) -> bool:
    return not rest.rstrip().endswith((".", ";", ":", "。"))
