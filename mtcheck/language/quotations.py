"""Quotations: which mark opens and which closes, in any of the styles that the press prints.

“…”, "…", ‘…’, «…», »…«, „…“, „…”, ”…”, ‚…‘, ‹…›, 「…」, 『…』, 《…》, and what is typed for them:
``…'', ,,…'', <<…>>. Apostrophes and marks of feet and inches are told apart by their neighbours.
One pass with a stack over the marks of a block, so the pairs nest or are disjoint, and the cost
is linear.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from mtcheck.patterns import late_pattern

_CLOSERS = {
    "“": ("”", "“"),
    "”": ("”", "“"),
    '"': ('"',),
    "‘": ("’", "‘"),
    "'": ("'",),
    "«": ("»",),
    "»": ("«", "»"),
    "„": ("“", "”", "„", '"'),
    "‚": ("‘", "’"),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "｢": ("｣",),
    "『": ("』",),
    "《": ("》",),
    "〈": ("〉",),
    "【": ("】",),
    "〝": ("〞", "〟"),
    "``": ("''", "``", '"', "”"),
    ",,": ("''", '"', "“", "”", "``"),
    "''": ("''",),
    "<<": (">>",),
}
_ONE_SIGN = "“”\"‘’'«»„‚‹›「」『』《》〈〉【】〝〞〟｢｣"
_MARK = late_pattern(
    f"[`,<>{_ONE_SIGN}](?:(?<=`)`|(?<=')'|(?<=,),|(?<=<)<|(?<=>)>|(?<=[{_ONE_SIGN}]))"
)
_SINGLE = frozenset("‘’'‚‹›")
_TYPED = frozenset(("``", "''", ",,", "<<", ">>"))
_ONLY_OPENING = frozenset("„‚「『《〈【〝｢") | {",,", "<<", "``"}
_ONLY_CLOSING = frozenset("」』》〉】〞〟｣") | {">>"}
_OPENS_AFTER = frozenset("([{—–-/…:“„«\"'’‘‚‹¿¡>=+*|")
_CLOSES_BEFORE = frozenset(")]}—–-/…:;,.!?\"'”’»›“‘*|<")
_SPACES = frozenset(" \t\n\r\u00a0\u202f\u2009\u200a\u2007\u3000")
_ARABIC_PREFIXES = frozenset("وفبلكـ")
"""Small words that Arabic writes with the next one: و«…», لـ«…»."""
_FIRST_IDEOGRAPH = "\u3000"
_UNSPACED = late_pattern(
    r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffee\uac00-\ud7a3]"
)
_LONGEST_SUFFIX = 8
_DEEPEST = 8
_LOOK_AHEAD = 12


class Quotation(NamedTuple):
    """A quotation with its marks. start, end: code points, the marks included."""

    start: int
    end: int
    opener: str
    closer: str

    @property
    def inner(self) -> tuple[int, int]:
        return self.start + len(self.opener), self.end - len(self.closer)

    @property
    def glyphs(self) -> str:
        """Opening and closing mark, as the conventions name a pair."""
        return self.opener + self.closer

    @property
    def is_single(self) -> bool:
        """Are its marks single ones (‘…’)?"""
        return self.opener in _SINGLE


class LoneMark(NamedTuple):
    """A double quotation mark that found no partner; `opens` tells which side is missing."""

    start: int
    mark: str
    opens: bool


class _Mark(NamedTuple):
    start: int
    mark: str
    before: str
    after: str
    may_be_inches: bool

    @property
    def stands_as_opener(self) -> bool:
        """Is a word after it and none before it?"""
        return (self.before in _SPACES or self.before in _OPENS_AFTER) and (
            self.after not in _SPACES and (self.after.isalnum() or self.after not in _CLOSES_BEFORE)
        )

    @property
    def is_among_ideographs(self) -> bool:
        """Where no spaces part the words, “ always opens and ” always closes."""
        if max(self.before, self.after) < _FIRST_IDEOGRAPH:
            return False
        return _UNSPACED.match(self.before) is not None or _UNSPACED.match(self.after) is not None

    @property
    def stands_as_closer(self) -> bool:
        """Is a word or stop before it and no word after it? Korean hangs its particles on."""
        return self.before not in _SPACES and (
            not self.after.isalnum()
            or "\uac00" <= self.after <= "\ud7a3"
            or (self.mark == "’" and self.is_among_ideographs)
        )


def pair_quotation_marks(
    text: str,
    start: int,
    end: int,
    elisions: Collection[str] = (),
    suffixes: Collection[str] = (),
) -> tuple[list[Quotation], list[LoneMark]]:
    """Pair the marks of text[start:end], one block: (quotations by start, marks left over).

    elisions: words that an apostrophe opens in the text's language ('em).
    suffixes: endings that its words take, and with them a quotation: "ama"yı.
    Single marks without a partner are apostrophes, and what may be inches is no lone mark:
    neither is reported.
    """
    marks = _marks(text, start, end, elisions, suffixes)
    quotations, lone = _paired(marks)
    if lone and any(mark.may_be_inches for mark in marks):
        without = _paired([mark for mark in marks if not mark.may_be_inches])
        if len(without[1]) < len(lone):
            quotations, lone = without
    quotations.sort()
    lone.sort()
    return quotations, lone


def _marks(
    text: str, start: int, end: int, elisions: Collection[str], suffixes: Collection[str]
) -> list[_Mark]:
    """The block's quotation marks; apostrophes, also those typed as ", are left out."""
    marks: list[_Mark] = []
    for found in _MARK.finditer(text, start, end):
        at, mark = found.span()[0], found.group()
        before = text[at - 1] if at > start else " "
        after = text[found.end()] if found.end() < end else " "
        is_inside = before.isalpha() and after.isalpha()
        if mark in "’'" and is_inside and not _UNSPACED.match(before):
            continue
        if mark == '"' and is_inside and _word_at(text, found.end(), end) in suffixes:
            after = " "
        elif mark == '"' and is_inside and not (_UNSPACED.match(before) and _UNSPACED.match(after)):
            continue
        if mark in "’'" and before.isalnum() and after.isalnum() and not _UNSPACED.match(before):
            continue
        if mark in "‘’'" and _is_elision(text, found.end(), end, before, elisions):
            continue
        if mark == ",," and (before.isalnum() or after in _SPACES):
            continue
        inches = mark in ('"', "''", "”", "“") and before.isdigit() and _is_short_number(text, at)
        marks.append(_Mark(at, mark, before, after, inches))
    return marks


def _word_at(text: str, start: int, end: int) -> str:
    """The word of at most a few letters that begins there."""
    stop = start
    while stop < min(end, start + _LONGEST_SUFFIX) and text[stop].isalpha():
        stop += 1
    return text[start:stop]


def _is_short_number(text: str, end: int) -> bool:
    """Up to three digits before text[end:]: a measure rather than a year."""
    digits = text[max(0, end - 4) : end]
    return not digits.isdigit() or len(digits) < 4


def _is_elision(text: str, at: int, end: int, before: str, elisions: Collection[str]) -> bool:
    """'90s, 'em: does an apostrophe before text[at:] stand for what was left out?"""
    if before.isalnum():
        return False
    word_end = at
    while word_end < min(end, at + 8) and text[word_end].isalnum():
        word_end += 1
    word = text[at:word_end]
    if word[:2].isdigit():
        return True
    is_quoted = len(word) > 1 and text[word_end : word_end + 1] in ("’", "'")
    return word.lower() in elisions and not is_quoted


def _paired(marks: Sequence[_Mark]) -> tuple[list[Quotation], list[LoneMark]]:
    quotations: list[Quotation] = []
    lone: list[LoneMark] = []
    opened: list[_Mark] = []
    for index, mark in enumerate(marks):
        partner = _partner(opened, marks, index)
        if partner is not None:
            lone += (LoneMark(m.start, m.mark, True) for m in opened[partner + 1 :] if _tells(m))
            opener = opened[partner]
            del opened[partner:]
            end = mark.start + len(mark.mark)
            quotations.append(Quotation(opener.start, end, opener.mark, mark.mark))
        elif _can_open(mark):
            opened.append(mark)
        elif _tells(mark) and not mark.may_be_inches:
            lone.append(LoneMark(mark.start, mark.mark, False))
    lone += (LoneMark(m.start, m.mark, True) for m in opened if _tells(m))
    return quotations, lone


def _tells(mark: _Mark) -> bool:
    """Is the mark a fault where it has no partner?"""
    return mark.mark not in "‘’'‚" and mark.mark not in _TYPED


def _can_open(mark: _Mark) -> bool:
    if mark.mark in _ONLY_CLOSING or mark.mark == "’":
        return False
    if mark.mark in _ONLY_OPENING:
        return True
    if mark.mark in "“‘”«" and mark.is_among_ideographs:
        return mark.mark != "”"
    if mark.mark in "“‘«":
        return (
            mark.before in _SPACES or mark.before in _OPENS_AFTER or mark.before in _ARABIC_PREFIXES
        )
    if mark.stands_as_opener or (mark.mark == "»" and mark.is_among_ideographs):
        return True
    if mark.mark == "'":
        return False
    both_spaced = mark.before in _SPACES and mark.after in _SPACES
    return mark.mark == '"' and (both_spaced or not mark.stands_as_closer)


def _partner(opened: list[_Mark], marks: Sequence[_Mark], index: int) -> int | None:
    """The place in the stack of the opened mark that marks[index] closes."""
    mark = marks[index]
    if mark.mark in _ONLY_OPENING and mark.mark not in ("„", "``"):
        return None
    is_low = bool(opened) and opened[-1].mark in "„‚"
    if mark.mark in "“‘" and mark.is_among_ideographs and not is_low:
        return None
    for place in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        if mark.mark in _CLOSERS.get(opened[place].mark, ()):
            return place if _closes(opened[place], mark, marks, index) else None
    return _mixed_partner(opened, marks, index)


def _closes(opener: _Mark, mark: _Mark, marks: Sequence[_Mark], index: int) -> bool:
    """Does the mark, which can close the opener, do so where it stands?"""
    if opener.mark == "‚" and mark.mark == "’" and _has_own_closer(marks, index):
        return False
    if mark.mark in _SINGLE:
        return mark.stands_as_closer and not _is_plural_possessive(opener, marks, index)
    if (
        mark.mark in ("”", "”", "」", "｣", "』", "》", "〉", "】", "''")
        and opener.mark != mark.mark
    ):
        return True
    if mark.mark == "»" and opener.mark == "«":
        return True
    if mark.mark == "“" and opener.mark in ("„", ",,"):
        return not mark.stands_as_opener
    if mark.mark == '"' and mark.before in _SPACES and mark.after in _SPACES:
        return True
    return not mark.stands_as_opener or (mark.stands_as_closer and mark.before not in "([{")


def _has_own_closer(marks: Sequence[_Mark], index: int) -> bool:
    """‚Jetzt fahr’ ma‘: an apostrophe, where the mark that closes in German follows."""
    for later in marks[index + 1 : index + 1 + _LOOK_AHEAD]:
        if later.mark == "‚":
            return False
        if later.mark == "‘" and later.stands_as_closer:
            return True
    return False


def _is_plural_possessive(opener: _Mark, marks: Sequence[_Mark], index: int) -> bool:
    """workers’ rights: a closing mark after an s that a word follows, where a surer one comes."""
    mark = marks[index]
    if mark.before not in "sSxz" or mark.after not in _SPACES:
        return False
    for later in marks[index + 1 : index + 1 + _LOOK_AHEAD]:
        if later.mark == opener.mark and later.stands_as_opener:
            return False
        if later.mark == mark.mark and later.stands_as_closer:
            return not later.before.isalnum() or later.after not in _SPACES
    return False


_MIXED_OPENERS = frozenset('“"«„”»')
_MIXED_CLOSERS = frozenset('”"»“«') | {"''"}


def _mixed_partner(opened: list[_Mark], marks: Sequence[_Mark], index: int) -> int | None:
    """“…" and the like: the innermost double opener, unless its own closing mark comes next."""
    mark = marks[index]
    if mark.mark not in _MIXED_CLOSERS or mark.stands_as_opener or mark.may_be_inches:
        return None
    if not mark.stands_as_closer and mark.mark not in "»«":
        return None
    for place in range(len(opened) - 1, max(-1, len(opened) - 1 - _DEEPEST), -1):
        opener = opened[place]
        if opener.mark in _SINGLE:
            continue
        if opener.mark not in _MIXED_OPENERS or (opener.mark == mark.mark):
            return None
        following = next((m for m in marks[index + 1 : index + 4] if m.mark not in _SINGLE), None)
        if (
            following is not None
            and following.mark in _CLOSERS[opener.mark]
            and not following.stands_as_opener
        ):
            return None
        return place
    return None
