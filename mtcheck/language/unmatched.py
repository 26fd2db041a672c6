"""Brackets and quotation marks without a partner, in their paragraph or in those near it.

A quotation of several paragraphs opens each and closes the last; what stands in brackets may fill
several lines; "a)" and "2)" open nothing; a paragraph that is cut off lost its partner there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.quotations import LoneMark
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document, Span

_PARTNERS = {"(": ")", "[": "]", ")": "(", "]": "["}
_BRACKET = late_pattern(r"[()\[\]（）［］]")
_PLAIN_WIDTH = str.maketrans("（）［］", "()[]")
_EMOTICON = late_pattern(r"[:;=8][-o^'’]?[()\[\]]{1,8}|[()\[\]]{1,8}[-o^'’]?[:;=](?!\w)")
_ENUMERATOR = late_pattern(r"(?<!\w)([^\W\d_]|[ivx]{1,4}|\d{1,2})\)(?=[\s,;.)]|$)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_CUT_OFF = late_pattern(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"'”’»]?$")
_SPEAKER_MAY_FOLLOW = late_pattern(
    r"[,.!?…،؟](?=\s)|\s[–—-](?=\s)|[。！？，](?=と|[^\W\d]{1,6}[说說])"
)
_WORD = late_pattern(r"[^\W\d_]+")
_WORDS_TO_THE_VERB, _SPEAKER_WITHIN = 4, 60
_BLOCKS_SPANNED = 10
_LONGEST_NUMBER = 5
_LONGEST_QUOTED = 1_500


class LoneBracket(NamedTuple):
    """A bracket without a partner. mark: of plain width, whatever stands there (a full-width one
    may meet a plain one). block: the index of the block that holds it."""

    start: int
    mark: str
    block: int

    @property
    def opens(self) -> bool:
        return self.mark in "(["


def unmatched_brackets(document: Document) -> list[LoneBracket]:
    """Round and square brackets that have no partner in their block or, for several lines in
    brackets, in the blocks after it."""
    faults: list[LoneBracket] = []
    pending: LoneBracket | None = None
    for bracket in _lone_brackets(document):
        if _is_innocent(document, bracket):
            continue
        if pending and _closes(bracket, pending):
            pending = None
            continue
        if pending:
            faults.append(pending)
        pending = bracket if bracket.opens else None
        if pending is None:
            faults.append(bracket)
    return faults + ([pending] if pending else [])


def _closes(bracket: LoneBracket, opener: LoneBracket) -> bool:
    is_near = 0 < bracket.block - opener.block <= _BLOCKS_SPANNED
    return is_near and bracket.mark == _PARTNERS[opener.mark]


def _lone_brackets(document: Document) -> list[LoneBracket]:
    """Those without a partner in their own block."""
    lone: list[LoneBracket] = []
    for index, block in enumerate(document.blocks):
        if _BRACKET.search(document.text, block.text_start, block.end):
            lone += _lone_in_block(document, index, block)
    return sorted(lone)


def _lone_in_block(document: Document, index: int, block: Block) -> Iterator[LoneBracket]:
    opened: list[LoneBracket] = []
    listing = _enumerators(document, block)
    spare = 0
    for found in _BRACKET.finditer(document.text, block.text_start, block.end):
        bracket = LoneBracket(found.start(), found.group().translate(_PLAIN_WIDTH), index)
        if bracket.opens:
            opened.append(bracket)
            continue
        partner = _PARTNERS[bracket.mark]
        innermost = [place for place in (-1, -2) if len(opened) >= -place]
        place = next((place for place in innermost if opened[place].mark == partner), None)
        if place is not None:
            # (see a) and b)): the bracket of "a)" took the partner of the last one.
            is_whole = bracket.start - opened[place].start <= _LONGEST_NUMBER
            spare += bracket.start in listing and not is_whole
            yield from opened[place:][1:]
            del opened[place:]
        elif bracket.start not in listing:
            if spare:
                spare -= 1
            else:
                yield bracket
    yield from opened


def _is_innocent(document: Document, bracket: LoneBracket) -> bool:
    text, at = document.text, bracket.start
    block = document.blocks[bracket.block]
    if document.in_link(at, at + 1) or _is_cut_off(document, block):
        return True
    if len(document.blocks) == 1 and at == (block.text_start if bracket.opens else block.end - 1):
        return True  # a passage by itself: the partner may stand outside it
    around = max(block.start, at - 3)
    return any(
        around + face.start() <= at < around + face.end()
        for face in _EMOTICON.finditer(text[around : at + 4])
    )


def _enumerators(document: Document, block: Block) -> set[int]:
    """The brackets of "a)" and "2)": at the beginning of the block, or one of a row."""
    found = list(_ENUMERATOR.finditer(document.text, block.start, block.end))
    values = {_value(match[1]) for match in found}
    return {
        match.end() - 1
        for match in found
        if match.start() <= block.text_start
        or {_value(match[1]) - 1, _value(match[1]) + 1} & values
        or document.text[match.start() - 2 : match.start()] == ": "
    }


def _value(enumerator: str) -> int:
    """What a number, a Roman number or a letter counts; a row shows by its steps."""
    if enumerator in _ROMAN:
        return _ROMAN.index(enumerator)
    return int(enumerator) if enumerator.isdecimal() else 1000 + ord(enumerator[0].lower())


def unmatched_quotation_marks(document: Document, lone: Iterable[LoneMark]) -> Iterator[LoneMark]:
    """Of the marks without a partner in their block those that have none in another either."""
    pending: list[LoneMark] = []
    doubled: dict[int, bool] = {}
    for mark in lone:
        block = document.block_index(mark.start)
        if block not in doubled:
            doubled[block] = _has_doubled_marks(document, document.blocks[block])
        if doubled[block]:
            continue
        distance = block - document.block_index(pending[-1].start) if pending else 0
        opens = mark.opens and not (pending and _stands_between_spaces(document, mark))
        if pending and not opens and 0 < distance <= _BLOCKS_SPANNED:
            pending.pop()
            continue
        if pending and distance:
            yield from _never_closed(document, pending)
            pending = []
        if opens:
            pending.append(mark)
        elif not (_is_cut_off(document, document.blocks[block]) or _is_apostrophe(document, mark)):
            yield mark
    yield from _never_closed(document, pending)


def _never_closed(document: Document, openers: list[LoneMark]) -> list[LoneMark]:
    return [opener for opener in openers if not _goes_on(document, opener)]


def _has_doubled_marks(document: Document, block: Block) -> bool:
    """ ""So"", as a table of comma-separated values writes its quotation marks."""
    return document.text.find('""', block.start, block.end) >= 0


def _is_apostrophe(document: Document, mark: LoneMark) -> bool:
    """the workers" rights: a typist's " for the apostrophe after an s."""
    around = document.text[max(0, mark.start - 1) : mark.start + 3]
    return mark.mark == '"' and re.fullmatch(r"[sxz]\" \w", around) is not None


def _stands_between_spaces(document: Document, mark: LoneMark) -> bool:
    """A straight mark between spaces does not show its direction."""
    around = document.text[max(0, mark.start - 1) : mark.start + 2]
    return mark.mark == '"' and not around.replace('"', "").strip()


def _goes_on(document: Document, opener: LoneMark) -> bool:
    """Does the next paragraph open the quotation again, or is the text cut off there?"""
    index = document.block_index(opener.start)
    if _is_cut_off(document, document.blocks[index]):
        return True
    begins_small = document.text[opener.start + 1 : opener.start + 3].lstrip()[:1].islower()
    if begins_small or _is_attributed(document, opener) or _another_follows(document, opener):
        return False
    for block in document.blocks[index + 1 : index + 3]:
        if document.text.startswith(opener.mark, block.text_start):
            return True
        if block.kind != "list_item":
            return False
    return False


def _is_cut_off(document: Document, block: Block) -> bool:
    return _CUT_OFF.search(document.text, max(block.start, block.end - 6), block.end) is not None


def _another_follows(document: Document, opener: LoneMark) -> bool:
    """Does a whole quotation in the same marks stand after the mark in its paragraph?"""
    after = document.quotations[bisect_right(document.quotations, (opener.start,)) :][:1]
    end = document.block_at(opener.start).end
    return any(q.opener == opener.mark and q.end <= end for q in after)


def seems_to_close(document: Document, opener: LoneMark) -> int | None:
    """Where a quotation without a closing mark seems to end: after the comma or stop before the
    first ", he said" (in Chinese and Japanese "。他说", "。と"); None where nobody speaks."""
    verbs = document.conventions.speech_verbs
    end = min(document.block_at(opener.start).end, opener.start + _LONGEST_QUOTED)
    for stop in _SPEAKER_MAY_FOLLOW.finditer(document.text, opener.start + 1, end):
        after = _WORD.findall(document.folded, stop.end(), min(end, stop.end() + _SPEAKER_WITHIN))
        if stop[0] in "。！？，" or not verbs.isdisjoint(after[:_WORDS_TO_THE_VERB]):
            return stop.start() + len(stop[0].rstrip("–— -"))
    return None


def _sentences_from(document: Document, mark: LoneMark) -> list[Span]:
    block = document.block_at(mark.start)
    return [span for span in document.sentences_of(block) if span.end > mark.start]


def _is_attributed(document: Document, opener: LoneMark) -> bool:
    """Does ", he said" stand between the mark and the end of its paragraph? In French it stands
    inside the quotation, and the speaker may go on after it."""
    verbs = document.conventions.speech_verbs
    if document.target == "fr" and len(_sentences_from(document, opener)) > 1:
        return False
    end = min(document.block_at(opener.start).end, opener.start + _LONGEST_QUOTED)
    for clause in document.folded[opener.start : end].split(",")[1:]:
        if verbs.intersection(word.rstrip(".!?:;") for word in clause.split()[:5]):
            return True
    return False
