"""The prose of HTML-like markup, from its tags and texts in order, however untidy they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mtcheck.document import BlockKind
from mtcheck.readers.html_elements import (
    CLOSED_BY,
    CODE,
    INLINE,
    KIND_OF,
    MEDIA,
    PHRASING,
    QUOTING,
    REMOVABLE,
    SCOPES,
    VOID,
    is_furniture,
    is_skipped,
)
from mtcheck.readers.prose import Aside, OpenBlock, ProseBuilder

_LONGEST_KICKER = 80


@dataclass(slots=True)
class _Open:
    """An element that is open. blocks: how many blocks there were when it began.

    aside_from: where in the open block its text in another language begins.
    is_foreign_quote: all its blocks are in another language.
    has_more: it holds what is not to go with its text.
    """

    name: str
    start: int
    is_skipped: bool
    language: str | None
    blocks: int
    aside_from: tuple[OpenBlock, int] | None = None
    is_foreign_quote: bool = False
    has_more: bool = False
    is_code: bool = False


class HtmlProse:
    """Fills a builder. Offsets are those of the file, in code points.

    keeps_furniture: read also what a class calls a box of the site.
    skips_articles: an article within the article is a teaser.
    """

    def __init__(
        self,
        builder: ProseBuilder,
        *,
        keeps_furniture: bool = False,
        skips_articles: bool = False,
    ) -> None:
        self.builder = builder
        self.keeps_furniture = keeps_furniture
        self.skips_articles = skips_articles
        self.is_wanted = True
        self._open: list[_Open] = []

    @property
    def is_skipping(self) -> bool:
        return not self.is_wanted or bool(self._open and self._open[-1].is_skipped)

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    @property
    def language(self) -> str | None:
        """The language that the markup says is in force."""
        return self._open[-1].language if self._open else None

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """A start tag at an offset."""
        if name in MEDIA:
            for element in self._open:
                element.has_more = True
        if name in VOID:
            self._void(name, at)
            return
        self._end_implied(name)
        above = self._open[-1] if self._open else None
        language = attributes.get("lang") or attributes.get("xml:lang")
        element = _Open(
            name,
            at,
            bool(above and above.is_skipped) or self._skips(name, attributes),
            language or (above.language if above else None),
            len(self.builder.blocks),
        )
        self._open.append(element)
        if self.is_skipping:
            if name not in PHRASING:
                self.builder.close()
        else:
            self._begin(element, declares=language is not None, above=above)

    def _skips(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name == "article" and self.skips_articles:
            return any(element.name == "article" for element in self._open)
        if name == "a" and any(element.name == "sup" for element in self._open[-2:]):
            return True  # the number of a footnote
        if name == "time" and not any(element.name in KIND_OF for element in self._open):
            return True  # when it was published, and not part of a sentence
        if is_skipped(name, attributes):
            return True
        return not self.keeps_furniture and is_furniture(name, attributes)

    def _begin(self, element: _Open, *, declares: bool, above: _Open | None) -> None:
        builder = self.builder
        if element.name not in PHRASING:
            builder.close()
            element.blocks = len(builder.blocks)
            if element.name in KIND_OF:
                builder.open(self._kind(element))
        foreign = (
            declares
            and element.language is not None
            and (above is None or element.language != above.language)
        )
        element.is_code = element.name in CODE
        element.is_foreign_quote = foreign and element.name in QUOTING
        if foreign and not element.is_code and element.name in INLINE:
            block = self._block()
            element.aside_from = (block, block.length)

    def _kind(self, element: _Open) -> BlockKind:
        kind = KIND_OF[element.name]
        if kind == "paragraph":
            for outer in reversed(self._open[:-1]):
                if outer.name in ("li", "blockquote", "figcaption", "td", "th", "dd"):
                    return KIND_OF[outer.name]
        return kind

    def _block(self) -> OpenBlock:
        """The open block, or a new one for text that stands where it is."""
        builder = self.builder
        if builder.current is None:
            for outer in reversed(self._open):
                if outer.name in KIND_OF:
                    return builder.open(KIND_OF[outer.name])
                if outer.name not in INLINE:
                    break
            return builder.open("paragraph")
        return builder.current

    def _void(self, name: str, at: int) -> None:
        if self.is_skipping:
            return
        if name in ("br", "hr"):
            block = self.builder.current
            if block is not None and block.text.strip():
                if name == "br":
                    self.builder.open(block.kind)
                else:
                    self.builder.close()

    def end(self, name: str, at: int, end: int) -> None:
        """An end tag from offset to offset. One that ends nothing is passed over."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].name == name:
                while len(self._open) > depth:
                    self._pop(end if len(self._open) == depth + 1 else None)
                return
            if name in INLINE and self._open[depth].name not in INLINE:
                return

    def _end_implied(self, name: str) -> None:
        """End the elements that the start of this one ends without a tag of theirs."""
        if name not in PHRASING:
            closing = CLOSED_BY.get(name, frozenset())
            depth = len(self._open) - 1
            last: int | None = None
            while depth >= 0 and self._open[depth].name not in SCOPES:
                if self._open[depth].name in closing or self._open[depth].name == "p":
                    last = depth
                depth -= 1
            while last is not None and len(self._open) > last:
                self._pop(None)

    def _pop(self, end: int | None) -> None:
        """End the innermost element; `end`: after its tag, None where it has none."""
        element = self._open.pop()
        builder = self.builder
        if element.aside_from is not None and builder.current is element.aside_from[0]:
            builder.aside(element.aside_from[1], element.language)
        if element.name in PHRASING:
            return
        builder.close()
        made = len(builder.blocks) - element.blocks
        if element.is_foreign_quote:
            for block in builder.blocks[element.blocks :]:
                block.asides.append(Aside(0, block.length, element.language))
        if end is not None and made == 1 and element.name in REMOVABLE and not element.has_more:
            builder.blocks[-1].extent = (element.start, end)

    def text(self, content: str, at: int) -> None:
        """Characters that the file holds as they are."""
        if self.is_skipping:
            return
        if not content.strip(" \t\n\r\f"):
            if self.builder.current is not None:
                self.builder.flow(content, at)
            return
        self._block()
        if self._is_code():
            self.builder.length_with_space(content)
            self.builder.code(content, at, at + len(content))
        else:
            self.builder.flow(content, at)

    def entity(self, content: str, at: int, end: int) -> None:
        """A character that the file holds as an entity."""
        if self.is_skipping or not content:
            return
        self._block()
        self.builder.add("_" if self._is_code() else content, at, end)

    def comment(self, text: str, at: int) -> None:
        """A comment at an offset; what it stands in cannot be taken out as a whole."""
        for element in self._open:
            element.has_more = True
        self.builder.comment(text.strip(), at)

    def finish(self) -> None:
        """End what is still open."""
        while self._open:
            self._pop(None)
        self.builder.close()

    def _is_code(self) -> bool:
        return any(element.is_code for element in self._open)


def drop_kickers(blocks: list[OpenBlock]) -> None:
    """Leave out the labels that stand above a page's headline ("Politics", a date)."""
    first = next((i for i, block in enumerate(blocks) if block.kind == "headline"), 0)
    for block in blocks[:first]:
        block.is_dropped = block.kind != "paragraph" or len(block.text) <= _LONGEST_KICKER
