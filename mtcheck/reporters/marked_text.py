"""A text as HTML, block by block, with places marked in it.

Every character is escaped and kept: the text of the elements is the text itself. Characters that
nobody sees or that would turn the line around stand in a `span` with their code point and a label;
Control characters and lone surrogates, which HTML cannot hold, are U+FFFD there, and their code
point tells them.
Footnote numbers are attributes, so that they are no part of the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.patterns import late_pattern
from mtcheck.reporters.direction import Direction, block_direction
from mtcheck.rule import SEVERITIES, Severity

if TYPE_CHECKING:
    from mtcheck.document import Block

_NEVER_PLAIN = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
)
_HIDDEN = r"\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff\ufff9-\ufffb"
_BLANK = r"\u00a0\u1680\u2000-\u200d\u202f\u205f\u3000\U000e0001-\U000e007f"
_ANYWHERE = late_pattern(f"[{_NEVER_PLAIN}]")
_IN_A_MARK = late_pattern(f"[{_NEVER_PLAIN}{_HIDDEN}]")
_IN_A_BLANK_MARK = late_pattern(f"[{_NEVER_PLAIN}{_HIDDEN}{_BLANK}]")
_NOTHING_TO_SEE = late_pattern(rf"[\s{_NEVER_PLAIN}{_HIDDEN}{_BLANK}]*")
_LINE_BREAK = late_pattern(r"\r\n?|\n")
_LABELS = {
    0x1B: "ESC", 0xA0: "NBSP", 0xAD: "SHY", 0x200B: "ZWSP", 0x200C: "ZWNJ",
    0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE",
    0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x202F: "NNBSP", 0x2060: "WJ",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM",
}  # fmt: skip
_REPLACEMENT = "\ufffd"


class Mark(NamedTuple):
    """A place to mark.

    number: that of the finding in its article.
    anchor: the id of the footnote number after the place.
    explains: the id that it leads to.
    severity: of the finding; None for a place that it only refers to.
    label: what a screen reader says for the footnote number.
    """

    start: int
    end: int
    number: int
    anchor: str
    explains: str
    severity: Severity | None
    label: str


class _Piece(NamedTuple):
    """The part of a mark that lies in one block or gap; `is_last`: the number follows it."""

    start: int
    end: int
    mark: Mark
    is_last: bool


def plain(text: str) -> str:
    """A text that is no article: escaped, with what is hidden in it shown."""
    return _shown(text, _IN_A_BLANK_MARK if _NOTHING_TO_SEE.fullmatch(text) else _IN_A_MARK)


def attribute(text: str) -> str:
    """For an attribute: one line, nothing in it that is hidden or that HTML cannot hold."""
    line = " ".join(text.split())
    return _escaped(_IN_A_MARK.sub(lambda found: f"<U+{ord(found.group()):04X}>", line))


def _escaped(text: str) -> str:
    """Nothing is markup; nor a command to the CI server in whose log a page may be printed."""
    return escape(text).replace("##", "&#35;#")


def marked_blocks(
    text: str, blocks: Sequence[Block], marks: Sequence[Mark], usual: Direction
) -> list[str]:
    """Each block as HTML, with the gap before it (after the last also the one behind it)."""
    inside, between = _pieces(blocks, marks, len(text))
    rendered = []
    place = 0
    for index, block in enumerate(blocks):
        gap = _gap(text, place, block.start, between[index])
        rendered.append(gap + _block(text, block, inside[index], usual))
        place = block.end
    end = _gap(text, place, len(text), between[len(blocks)])
    return [*rendered[:-1], rendered[-1] + end] if rendered else [end]


def _pieces(
    blocks: Sequence[Block], marks: Sequence[Mark], length: int
) -> tuple[list[list[_Piece]], list[list[_Piece]]]:
    """The pieces in each block and in each gap; only a last one makes a gap worth showing."""
    starts, ends = [block.start for block in blocks], [block.end for block in blocks]
    gaps = list(zip([0, *ends], [*starts, length], strict=True))
    inside: list[list[_Piece]] = [[] for _ in blocks]
    between: list[list[_Piece]] = [[] for _ in range(len(blocks) + 1)]
    for mark in marks:
        if mark.start == mark.end:
            first, behind = bisect_left(ends, mark.start), bisect_right(starts, mark.start)
            behind = min(behind, first + 1)
        else:
            first, behind = bisect_right(ends, mark.start), bisect_left(starts, mark.end)
        if first >= behind:
            between[first].append(_Piece(mark.start, mark.end, mark, True))
        for index in range(first, behind):
            start, end = max(mark.start, starts[index]), min(mark.end, ends[index])
            inside[index].append(_Piece(start, end, mark, index == behind - 1))
        for index in range(first, behind + 1) if first < behind else ():
            start, end = max(mark.start, gaps[index][0]), min(mark.end, gaps[index][1])
            if start < end:
                between[index].append(_Piece(start, end, mark, False))
    return inside, between


def _gap(text: str, start: int, end: int, pieces: list[_Piece]) -> str:
    if any(piece.is_last for piece in pieces):
        return f'<p class="gap shown">{_marked(text, start, end, pieces)}</p>'
    return f'<span class="gap">{_shown(text[start:end], _ANYWHERE)}</span>' if start < end else ""


def _block(text: str, block: Block, pieces: list[_Piece], usual: Direction) -> str:
    tag = "h3" if block.kind == "headline" else "p"
    item = " item" if block.kind == "list_item" else ""
    own = block_direction(text[block.start : block.end], usual)
    turned = f' dir="{own}"' if own != usual else ""
    marked = _marked(text, block.start, block.end, pieces)
    return f'<{tag} class="block{item}"{turned}>{marked}</{tag}>'


def _marked(text: str, start: int, end: int, pieces: list[_Piece]) -> str:
    """The stretch, cut wherever a mark begins or ends, so that marks may overlap as they like."""
    if not pieces:
        return _shown(text[start:end], _ANYWHERE)
    pieces.sort(key=lambda piece: (piece.start, piece.end))
    points = sorted({start, end}.union(*((piece.start, piece.end) for piece in pieces)))
    html: list[str] = []
    open_pieces: list[_Piece] = []
    coming = 0
    for index, point in enumerate(points):
        html += [_number(p.mark) for p in open_pieces if p.end == point and p.is_last]
        open_pieces = [piece for piece in open_pieces if piece.end > point]
        while coming < len(pieces) and pieces[coming].start == point:
            piece = pieces[coming]
            coming += 1
            if piece.end > point:
                open_pieces.append(piece)
            else:
                html.append(_mark_element([piece.mark], "") + _number(piece.mark))
        if index + 1 < len(points):
            stretch = text[point : points[index + 1]]
            marks = [piece.mark for piece in open_pieces]
            html.append(_mark_element(marks, stretch) if marks else _shown(stretch, _ANYWHERE))
    return "".join(html)


def _mark_element(marks: list[Mark], stretch: str) -> str:
    severities = [mark.severity for mark in marks if mark.severity]
    classes: str = max(severities, key=SEVERITIES.index) if severities else "related"
    if len(marks) > 1:
        classes += " several"
    hidden = _IN_A_MARK
    if not stretch:
        classes += " missing"
    elif _NOTHING_TO_SEE.fullmatch(stretch):
        classes += " blank"
        hidden = _IN_A_BLANK_MARK
    numbers = " ".join(dict.fromkeys(str(mark.number) for mark in marks))
    return f'<mark class="{classes}" data-f="{numbers}">{_shown(stretch, hidden)}</mark>'


def _number(mark: Mark) -> str:
    return (
        f'<a class="number {mark.severity or "related"}" id="{mark.anchor}" '
        f'href="#{mark.explains}" data-f="{mark.number}" aria-label="{attribute(mark.label)}"></a>'
    )


def _shown(text: str, hidden: re.Pattern[str]) -> str:
    escaped = _escaped(text)
    if not text.isascii() or not text.isprintable():
        escaped = hidden.sub(_code_point, escaped)
        if "\n" in escaped or "\r" in escaped:
            escaped = _LINE_BREAK.sub(_line_break, escaped)
    return escaped


def _code_point(found: re.Match[str]) -> str:
    char = found.group()
    code = ord(char)
    number = f"{code:04X}"
    name = unicodedata.name(char, "a control character").lower()
    kept = _REPLACEMENT if _is_no_html(code) else char
    return (
        f'<span class="hidden-character" data-code="{number}" '
        f'data-label="{_LABELS.get(code, "U+" + number)}" title="U+{number}, {name}">{kept}</span>'
    )


def _is_no_html(code: int) -> bool:
    """Controls, which no page may hold and a terminal obeys, and surrogates."""
    return code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code <= 0xDFFF


def _line_break(found: re.Match[str]) -> str:
    """A carriage return as a reference: parsers turn the bare one into a line feed."""
    broken = found.group().replace("\r", "&#13;")
    return f'<span class="break">{broken}</span>'
