"""Spaces that the language does not set: before a mark, inside brackets and quotation marks,
around full-width marks; and marks that stand on the wrong side of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.language.conventions import languages_spacing
from mtcheck.language.data import languages_with
from mtcheck.language.foreign_quotations import is_brief_foreign
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.language.quotations import Quotation

_HABITS = "conventions.toml"
_SPACE = " \u00a0\u202f\u2009"
_SPACED_MARK = late_pattern(
    rf"(?<=[^\s:;.!?(\[])(?<![ \u00a0][-–—=])[{_SPACE}]{{1,2}}(?P<mark>[:;!?؛؟]+|%)"
    r"(?=[\s\"'”’»)\]“,.…<]|$)"
)
_SPACED_STOP = late_pattern(
    rf"(?<=[\w)\]“”’»\"%€$£])[{_SPACE}]{{1,2}}(?P<mark>[,.،])(?=[\s\"”’»)]|$|(?<=[,،])[^\W\d])"
)
_SPACED_OPENER = late_pattern(rf"(?P<mark>[¿¡])[{_SPACE}]{{1,2}}(?=\w)")
_SPACED_BRACKETS = late_pattern(
    rf"(?<![:;=8xX(\-])(?P<open>[(\[])[{_SPACE}](?=\w[^()\[\]\n]*[)\]])"
    rf"|(?<=\w)[{_SPACE}](?P<close>\))(?![-–\w])"
)
_LATER_PERCENT = late_pattern(
    rf"(?<![\d.,%])(?P<number>\d+(?:[.,]\d+)*)[{_SPACE}]?%"
    r"(?P<ending>['’][^\W\d_]{1,8})?(?!\w)"
)
_CLOSE_PERCENT = late_pattern(r"\d%")
_HAN = "\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE_SPACED = late_pattern(
    r"(?<=[\w”）」』》])[ \u00a0\u3000]+(?P<before>[，。、！？；：）」』》】])"
    r"|(?P<after>[，。、；：（「『《【])[ \u00a0\u3000]+(?=[\w“「『《（])"
)
_BETWEEN_MARKS = late_pattern(
    "[”」』）》%％．.] [，。、！？；：“「『（《・-]|[，。、；：] [“「『（《]"
    "|[」』”）。！？] [”」』）]"
)
_WIDE = late_pattern("[，。、！？；：（）「」『』《》【】]")
_HAN_SPACED = late_pattern(
    "(?<=[\u3041-\u309f\u3400-\u9fff]) (?=[\u3041-\u309f\u3400-\u9fff])"
    "|(?<=[\u30a1-\u30ff]) (?=[\u3041-\u3096]{2})"
)
_HALF_MARK_SPACED = late_pattern(
    rf"(?<=[{_HAN}」』”）])[ \u00a0]+(?P<mark>[?!:;,.])(?=\s|$|[{_HAN}」』”）])", re.MULTILINE
)
_NAME_AFTER = late_pattern("[\u3400-\u9fff]{1,4}[：）)，、]")
_HABIT_SHARE = 0.1
_FEWEST_TO_BE_HABIT = 3
_MOST_STRAY = 2
_NESTED = "‘’'‚‹›"
"""A thin space between two closing marks, ’ ”, is good typography."""
_LONGEST_SPAN = 80

Kind = Literal["mark", "stop", "opener", "bracket", "percent", "wide", "word"]


class NeedlessSpace(NamedTuple):
    """A space too many. right: what stands there without it. is_habit: the article does so
    throughout, as some houses of the language do."""

    start: int
    end: int
    kind: Kind
    mark: str
    right: str
    is_habit: bool = False


class SpacedQuotation(NamedTuple):
    """A quotation with spaces inside its marks, or the end of a long one; gaps: the spaces."""

    start: int
    end: int
    glyphs: str
    gaps: tuple[tuple[int, int], ...]


def needless_spaces(document: Document) -> Iterator[NeedlessSpace]:
    """All but those in quotation marks, kind by kind."""
    if document.target in ("zh", "ja"):
        yield from _around_wide_marks(document)
        return
    yield from _before_marks(document)
    yield from _in_brackets(document)
    if document.target == "es":
        for found in _SPACED_OPENER.finditer(document.text):
            yield NeedlessSpace(*found.span(), "opener", found["mark"], found["mark"])


def _before_marks(document: Document) -> Iterator[NeedlessSpace]:
    habits, text = document.conventions, document.text
    if not document.has_pair(_SPACE, ":;!?؛؟%"):
        return
    faults = [
        found
        for found in _SPACED_MARK.finditer(text)
        if found["mark"][0] not in habits.space_allowed_before and not _is_no_prose(document, found)
    ]
    spaced = sum(found["mark"] == "%" for found in faults)
    is_habit = spaced >= _FEWEST_TO_BE_HABIT and spaced >= len(_CLOSE_PERCENT.findall(text))
    for found in faults:
        mark = found["mark"]
        if mark == "%" and habits.percent_before:
            continue
        tolerated = is_habit and mark in habits.space_tolerated_before
        yield NeedlessSpace(*found.span(), "mark", mark, mark, tolerated)


def _is_no_prose(document: Document, found: re.Match[str]) -> bool:
    """A score (3 : 1), an emoticon, a sum, a passage in another language."""
    text, mark = document.text, found["mark"]
    before, after = text[found.start() - 1], text[found.end() : found.end() + 2]
    if mark == "%":
        return not before.isdigit()
    if mark == ":" and before.isdigit() and after.strip()[:1].isdigit():
        return True
    if mark in (":", ";") and after[:1] in (")", "]"):
        return True
    if document.in_link(*found.span()) or document.in_foreign_quotation(*found.span()):
        return True
    return any(
        is_brief_foreign(document, quotation, languages_spacing(mark[0], document.target))
        for quotation in document.quotations_around(*found.span())
    )


def spaced_stops(document: Document) -> Iterator[NeedlessSpace]:
    """A space before a full stop or a comma, which no language sets whose habits are known."""
    text = document.text
    if document.target in ("zh", "ja") or document.target not in languages_with(_HABITS):
        return
    if not document.has_pair(_SPACE, ",.،"):
        return
    for found in _SPACED_STOP.finditer(text):
        mark = found["mark"]
        is_glued = text[found.end() : found.end() + 1].isalpha()
        is_low_quote = is_glued and any("‚" in pair for pair in document.conventions.quotes)
        if text.startswith("..", found.end() - 1) or is_low_quote:
            continue
        if mark == "." and (
            text.startswith(" .", found.end()) or text[found.start() - 2 : found.start()] == " ."
        ):
            continue  # an ellipsis with spaces, as English papers set it
        yield NeedlessSpace(*found.span(), "stop", mark, mark + " " * is_glued)


def _in_brackets(document: Document) -> Iterator[NeedlessSpace]:
    text = document.text
    if not (document.has_pair("([", _SPACE) or document.has_pair(_SPACE, ")")):
        return
    for found in _SPACED_BRACKETS.finditer(text):
        block = document.block_at(found.start())
        if found["close"]:
            opener = text.rfind("(", block.start, found.start())
            word = re.search(r"[^\s(]+$", text[max(block.start, found.start() - 4) : found.start()])
            is_listed = word is not None and len(word.group()) < 2
            if opener < 0 or is_listed or text.rfind(")", block.start, found.start()) > opener:
                continue
        mark = found["open"] or found["close"]
        if not document.in_link(*found.span()) and not document.is_about_code:
            yield NeedlessSpace(*found.span(), "bracket", mark, mark)


def percent_after(document: Document) -> Iterator[NeedlessSpace]:
    """10% in Turkish, which writes %10."""
    if not document.conventions.percent_before or "%" not in document.characters:
        return
    for found in _LATER_PERCENT.finditer(document.text):
        if not document.in_link(*found.span()):
            right = "%" + found["number"] + (found["ending"] or "")
            yield NeedlessSpace(*found.span(), "percent", found.group(), right)


def _around_wide_marks(document: Document) -> Iterator[NeedlessSpace]:
    """A full-width mark holds its own space. An article that sets spaces at many marks was cut
    into words on purpose, as data for engines are."""
    text = document.text
    if document.characters.isdisjoint(" \u3000\u00a0"):
        return
    if is_cut_into_words(document):
        return
    for found in _wide_spaced(document):
        if "\n" not in found.group():
            mark = found["before"] or found["after"]
            yield NeedlessSpace(*found.span(), "wide", mark, mark)
    for found in _HALF_MARK_SPACED.finditer(text):
        if not document.in_link(*found.span()):
            yield NeedlessSpace(*found.span(), "mark", found["mark"], found["mark"])
    between = list(_HAN_SPACED.finditer(text))
    if 0 < len(between) <= _MOST_STRAY:
        for found in between:
            if _is_in_sentence(document, found.start()):
                yield NeedlessSpace(found.start(), found.end(), "word", " ", "")


def is_cut_into_words(document: Document) -> bool:
    """Chinese or Japanese with spaces between marks, or at many of them: data for engines."""
    text = document.text
    spaced = sum(1 for _ in _wide_spaced(document))
    marks = len(_WIDE.findall(text))
    return bool(_BETWEEN_MARKS.search(text)) or spaced > max(_MOST_STRAY, marks * _HABIT_SHARE)


def _wide_spaced(document: Document) -> Iterator[re.Match[str]]:
    spaces = " \u00a0\u3000"
    before, after = "，。、！？；：）」』》】", "，。、；：（「『《【"
    if document.has_pair(spaces, before) or document.has_pair(after, spaces):
        yield from _WIDE_SPACED.finditer(document.text)


def _is_in_sentence(document: Document, at: int) -> bool:
    """In running prose: headlines, lists of names and credits part their pieces by spaces."""
    block = document.block_at(at)
    text = document.text
    if document.block_index(at) == 0 or text[block.end - 1] not in "。！？”」）":
        return False
    if text[at - 1] in "电電" or _NAME_AFTER.match(text, at + 1):
        return False
    sentence = document.sentence_at(at)
    words = text[sentence.start : sentence.end]
    return len(_HAN_SPACED.findall(words)) == 1 and any(mark in words for mark in "，、。")


def spaced_quotations(document: Document) -> Iterator[SpacedQuotation]:
    """“ … ”: spaces inside the marks."""
    text, printed = document.text, document.accepted_quotes
    if document.target in ("zh", "ja") and is_cut_into_words(document):
        return
    uneven = {document.block_index(mark.start) for mark in document.lone_quotation_marks}
    for quotation in document.quotations:
        start, end = quotation.inner
        if quotation.glyphs not in printed or quotation.is_single or end - start < 3:
            continue
        if quotation.glyphs == "«»" and (
            document.conventions.quotes[0] != "«»"
            or (text[start] in _SPACE and text[end - 1] in _SPACE)  # foreign-quotes tells those
        ):
            continue
        opens = text[start] in _SPACE and text[start + 1] not in _NESTED
        closes = text[end - 1] in _SPACE and text[end - 2] not in _NESTED
        if not (opens or closes) or not text[start : min(end, start + _LONGEST_SPAN)].strip():
            continue
        is_straight = quotation.opener == '"'
        if is_straight and (opens is not closes or document.block_index(start) in uneven):
            continue
        yield _spaced_quotation(text, quotation, opens, closes)


def _spaced_quotation(
    text: str, quotation: Quotation, opens: bool, closes: bool
) -> SpacedQuotation:
    start, end = quotation.inner
    first, last = start, end
    while opens and text[first] in _SPACE:
        first += 1
    while closes and text[last - 1] in _SPACE:
        last -= 1
    gaps = tuple(span for span in ((start, first), (last, end)) if span[0] < span[1])
    if quotation.end - quotation.start <= _LONGEST_SPAN:
        span = quotation.start, quotation.end
    else:
        span = (quotation.start, first) if opens else (last, quotation.end)
    return SpacedQuotation(*span, quotation.glyphs, gaps)
