"""Prose as it is taken out of markup: blocks, and for each character where it came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mtcheck.blocks import BULLET, looks_like_headline
from mtcheck.document import Block, BlockKind, Comment, Span
from mtcheck.file_map import Extent, Piece
from mtcheck.language.words import UNSPACED
from mtcheck.patterns import late_pattern

PARTING = "\n\n"
"""What stands between two blocks of the prose."""
_LOWEST_HEADLINE = 4
"""A heading with so many blocks above it is one of the text."""
_WHITE = late_pattern(r"\A[ \t\n\r\f]+|[ \t\n\r\f]{2,}|[\t\n\r\f]| \Z")
"""White space that is not just the one space between two words of a text."""
_NO_WORD = late_pattern(r"[^\w\s]")


class Aside(NamedTuple):
    """A stretch of the prose that is not the writer's: in another language, or (None) code."""

    start: int
    end: int
    language: str | None


class Prose(NamedTuple):
    """What a reader took out of a file: the text, where its pieces stand, its blocks (a headline
    first, where there is one) and its comments."""

    text: str
    pieces: tuple[Piece, ...]
    extents: tuple[Extent, ...]
    blocks: tuple[Block, ...]
    asides: tuple[Aside, ...]
    comments: tuple[Comment, ...]


@dataclass(slots=True)
class OpenBlock:
    """A block that is being filled. pieces, asides: counted from its beginning.

    extent: what goes from the file where the block goes, if it can. is_dropped: it is no part of
    the article after all.
    """

    kind: BlockKind
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    extent: tuple[int, int] | None = None
    is_dropped: bool = False
    length: int = 0

    def append(self, content: str, file_start: int, file_end: int) -> None:
        piece = Piece(self.length, self.length + len(content), file_start, file_end)
        self.length = piece.end
        self.parts.append(content)
        last = self.pieces[-1] if self.pieces else None
        if last and last.is_linear and piece.is_linear and last.file_end == piece.file_start:
            self.pieces[-1] = Piece(last.start, piece.end, last.file_start, piece.file_end)
        else:
            self.pieces.append(piece)

    @property
    def text(self) -> str:
        return "".join(self.parts)


class ProseBuilder:
    """Takes the prose of a file piece by piece, in the order of the file.

    Offsets of the file are code points. A block without letters or marks is none.
    """

    def __init__(self) -> None:
        self.blocks: list[OpenBlock] = []
        self.current: OpenBlock | None = None
        self._space: tuple[int, int, bool] | None = None
        self._comments: list[tuple[int, int | None, str, int]] = []

    def open(self, kind: BlockKind) -> OpenBlock:
        self.close()
        self.current = OpenBlock(kind)
        return self.current

    def close(self) -> None:
        """End the block; white space at its end is dropped."""
        if self.current and self.current.text.strip():
            self.blocks.append(self.current)
        self.current = None
        self._space = None

    def add(self, content: str, file_start: int, file_end: int) -> None:
        """Characters that stand as they are, white space too. A block must be open."""
        assert self.current is not None and content
        last = self.current.pieces[-1] if self.current.pieces else None
        if content[0] == " " and (
            last is None or self._ends_with_space_elsewhere(last, file_start)
        ):
            content = content.lstrip(" ")
            file_start = file_end - len(content)
            if not content:
                return
        if self._space:
            self._place_space(content)
        self.current.append(content, file_start, file_end)

    def _ends_with_space_elsewhere(self, last: Piece, file_start: int) -> bool:
        """Did something that is no prose stand between two spaces? Then they are one."""
        assert self.current is not None
        is_space = bool(self._space) or self.current.parts[-1].endswith(" ")
        return is_space and last.file_end != file_start

    def flow(self, content: str, file_start: int) -> None:
        """Characters of the file in which any white space is one space; the file holds them as
        they are."""
        at = 0
        for found in _WHITE.finditer(content):
            if found.start() > at:
                self.add(content[at : found.start()], file_start + at, file_start + found.start())
            self.space(file_start + found.start(), file_start + found.end(), found[0])
            at = found.end()
        if at < len(content):
            self.add(content[at:], file_start + at, file_start + len(content))

    def space(self, file_start: int, file_end: int, white: str) -> None:
        """White space that shows as one space: at most one between two words, none at the edges
        of a block, and none where a line was broken between letters that are written unspaced."""
        if self.current and self.current.length and self._space is None:
            self._space = (file_start, file_end, "\n" in white or "\r" in white)

    def _place_space(self, following: str) -> None:
        assert self.current is not None and self._space is not None
        start, end, is_line_break = self._space
        self._space = None
        last = self.current.parts[-1][-1:]
        is_unspaced = UNSPACED.match(last) and UNSPACED.match(following)
        if not (is_line_break and is_unspaced):
            self.current.append(" ", start, end)

    def code(self, content: str, file_start: int, file_end: int) -> None:
        """A piece of code in a sentence: a word that no rule reads, without marks of its own."""
        if content:
            start = self.length_with_space(content)
            self.add(_NO_WORD.sub("_", content), file_start, file_end)
            self.aside(start, None)

    def length_with_space(self, following: str) -> int:
        """How long the open block is once the space before the following text stands."""
        if self.current and self._space:
            self._place_space(following)
        return self.current.length if self.current else 0

    def aside(self, start: int, language: str | None) -> None:
        """What the open block holds from `start` on is not the writer's prose."""
        if self.current and self.current.length > start:
            self.current.asides.append(Aside(start, self.current.length, language))

    def comment(self, text: str, file_start: int) -> None:
        """A comment of the file at this place."""
        within = self.current.length if self.current and self.current.length else None
        self._comments.append((len(self.blocks), within, text, file_start))

    def finish(self, raw: str, *, extra_comments: tuple[Comment, ...] = ()) -> Prose:
        """All that was taken. The first block marked as headline is the headline, and stands
        first, unless it is far below; where none is marked, the first block is one if it looks
        so."""
        self.close()
        order = [i for i, block in enumerate(self.blocks) if not block.is_dropped]
        marked = [i for i in order if self.blocks[i].kind == "headline"]
        for i in marked[1:]:
            self.blocks[i].kind = "subheading"
        if marked and order.index(marked[0]) >= _LOWEST_HEADLINE:
            self.blocks[marked[0]].kind = "subheading"
            marked = []
        if marked:
            order.remove(marked[0])
            order.insert(0, marked[0])
        elif (
            len(order) > 1
            and (first := self.blocks[order[0]]).kind == "paragraph"
            and looks_like_headline(first.text.strip())
        ):
            first.kind = "headline"
        return _laid_out(raw, self.blocks, order, self._comments, extra_comments)


def _laid_out(
    raw: str,
    blocks: list[OpenBlock],
    order: list[int],
    comments: list[tuple[int, int | None, str, int]],
    extra_comments: tuple[Comment, ...],
) -> Prose:
    texts: list[str] = []
    starts: dict[int, int] = {}
    pieces: list[Piece] = []
    extents: list[Extent] = []
    laid: list[Block] = []
    asides: list[Aside] = []
    at = 0
    for i in order:
        block = blocks[i]
        text = block.text.rstrip(" \t\n\r\f")
        starts[i] = at
        texts.append(text)
        laid.append(_block(block.kind, text, at))
        pieces += _cut(block.pieces, len(text), at)
        asides += [_trimmed(aside, text, at) for aside in block.asides]
        if block.extent:
            extents.append(Extent(laid[-1].start, laid[-1].end, *block.extent))
        at += len(text) + len(PARTING)
    joined = PARTING.join(texts)
    line_starts = [0, *(found.end() for found in _NEWLINE.finditer(raw))]
    found = [
        Comment(
            text,
            _place(blocks, starts, index, within, len(joined)),
            bisect_left(line_starts, file_start + 1),
            Span(file_start, _end_of_comment(raw, file_start)),
        )
        for index, within, text, file_start in comments
    ]
    return Prose(
        joined,
        tuple(pieces),
        tuple(extents),
        tuple(laid),
        tuple(asides),
        (*extra_comments, *found),
    )


_NEWLINE = late_pattern(r"\r\n?|\n")


def _end_of_comment(raw: str, start: int) -> int:
    end = raw.find("-->", start)
    return end + len("-->") if end >= 0 else len(raw)


def _place(
    blocks: list[OpenBlock], starts: dict[int, int], index: int, within: int | None, length: int
) -> int:
    """Where a comment stands: in the block of that index, or before it."""
    while index < len(blocks) and blocks[index].is_dropped:
        index, within = index + 1, None
    if index >= len(blocks):
        return length
    return min(starts[index] + (within or 0), length)


def _trimmed(aside: Aside, text: str, at: int) -> Aside:
    """The aside moved to its place, without white space at its edges."""
    words = text[aside.start : aside.end]
    start = aside.start + len(words) - len(words.lstrip())
    return Aside(at + start, at + aside.start + len(words.rstrip()), aside.language)


def _cut(pieces: list[Piece], length: int, at: int) -> Iterator[Piece]:
    """The pieces moved to their place in the text, cut where white space was dropped at the end."""
    for start, end, file_start, file_end in pieces:
        if start >= length:
            return
        dropped = end - min(end, length)
        yield Piece(at + start, at + end - dropped, file_start, file_end - dropped)


def _block(kind: BlockKind, text: str, at: int) -> Block:
    lead = len(text) - len(text.lstrip())
    start, end = at + lead, at + len(text.rstrip())
    bullet = BULLET.match(text, lead) if kind in ("paragraph", "list_item") else None
    if bullet:
        return Block("list_item", start, end, min(end, at + bullet.end()))
    return Block(kind, start, end, start)
