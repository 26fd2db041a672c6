"""Sentence boundaries, with offsets.

A mark that ends sentences, what closes with it (quotes, brackets), white space, and no small
letter after it. Full stops of titles, initials, abbreviations and ordinals are told apart by the
language's own lists; where both readings are possible, a function word after it opens a sentence
("the U.S. She"). Measured beside a library in benchmarks/sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtcheck.language.conventions import Conventions
from mtcheck.language.data import function_words
from mtcheck.patterns import late_pattern

_CLOSING = r"(?:[\"'”’»›)\]“‘]|[ \u00a0\u202f](?:[»›]|(?:''|”)(?=\s)))*+"
_SPACED_END = rf"(?P<mark>[.!?…؟।۔](?<![.!?…؟।۔].)[.!?…؟।۔]*+){_CLOSING}(?P<gap>\s+)"
# 「はい。」と言った: kana after the closing mark go on with the sentence.
_UNSPACED_END = (
    r"(?<![。！？｡])[。！？｡]++(?:[」』”’）》〉】]++(?![\u3041-\u3096])|(?![」』”’）》〉】]))"
)
_BOUNDARY = late_pattern(_SPACED_END)
_ANY_BOUNDARY = late_pattern(f"{_SPACED_END}|{_UNSPACED_END}")
_OPENERS = "\"'“‘«„‚‹([—–-¿¡「『•"
_LAST_TOKEN = late_pattern(r"[^\s(\[“„«\"]{1,25}$")
_ELIDED = late_pattern(r"^[^\W\d_]{1,6}['’](?=[^\W\d_]{2})|^['’‘]+")
_FIRST_WORD = late_pattern(r"[^\W\d_]+")
_INITIALS = late_pattern(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_NEXT_INITIAL = late_pattern(r"[^\W\d_]\.")
_SHORT_NUMBER = late_pattern(r"\d{1,2}")
_BRAND = late_pattern(r"[a-z]{1,2}[A-Z]")


def sentence_spans(
    text: str, start: int, end: int, language: str, habits: Conventions
) -> Iterator[tuple[int, int]]:
    """The sentences of text[start:end], as (start, end) without the white space around them."""
    begin = start
    is_unspaced = any(text.find(mark, start, end) >= 0 for mark in "。！？｡")
    boundaries = _ANY_BOUNDARY if is_unspaced else _BOUNDARY
    for boundary in boundaries.finditer(text, start, end):
        if boundary["mark"] is None:
            stop = resume = boundary.end()
        else:
            stop, resume = boundary.start("gap"), boundary.end()
            if not _ends_sentence(text, boundary, begin, end, language, habits):
                continue
        if text[begin:stop].strip():
            yield _trimmed(text, begin, stop)
        begin = resume
    if text[begin:end].strip():
        yield _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _ends_sentence(
    text: str, boundary: re.Match[str], begin: int, end: int, language: str, habits: Conventions
) -> bool:
    after = text[boundary.end() : min(end, boundary.end() + 40)].lstrip(_OPENERS + " \u00a0\u202f")
    mark, closes = boundary["mark"], boundary.start("gap") > boundary.end("mark")
    token = _LAST_TOKEN.search(text, max(begin, boundary.start() - 25), boundary.start())
    if after[:1].islower() and not _BRAND.match(after):
        opens = text[boundary.end()] in '"“„«'
        if token is None or (mark == "." and not opens):
            return False
        if closes:
            return opens and text[boundary.start("gap") - 1] in '"”“»'
        return _goes_on_small(token.group(), mark, after, language, habits)
    if mark != ".":
        return text[boundary.start() - 1 : boundary.start()] not in ("(", "[") or not closes
    if token is None or closes:
        return True
    return not _is_shortened(_ELIDED.sub("", token.group()), after, language, habits)


def _goes_on_small(word: str, mark: str, after: str, language: str, habits: Conventions) -> bool:
    """Careless writing: a question, a shout or a plain end, and the next sentence begins small.
    Not "Yahoo! said", not "why? he asked"."""
    if not word[-1:].islower():
        return False
    if mark == ".":
        return not _is_shortened(word, after, language, habits)
    first = _FIRST_WORD.match(after)
    return (
        mark[0] in "!?"
        and first is not None
        and (word.islower() and first.group() not in habits.speech_verbs)
    )


def _is_shortened(word: str, after: str, language: str, habits: Conventions) -> bool:
    """Does the full stop belong to the word, so that `after` goes on with the sentence?"""
    lowered = word.lower()
    if word in habits.titles or lowered in habits.titles:
        return True
    if lowered in habits.before_numbers:
        return after[:1].isdigit()
    ambiguous = (
        lowered in habits.abbreviations
        or _INITIALS.fullmatch(word) is not None
        or (habits.ordinal_dot and _SHORT_NUMBER.fullmatch(word) is not None)
    )
    if not ambiguous:
        return False
    if _INITIALS.fullmatch(word) and _NEXT_INITIAL.match(after):
        return True  # «М. К. Иванов»: к is a word too
    first = _FIRST_WORD.match(after)
    return first is None or first.group().lower() not in function_words(language)
