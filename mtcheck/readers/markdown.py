"""Markdown (CommonMark with tables, footnotes and strikethrough), with front matter.

What site generators put into it is no prose: Liquid, Jinja and Hugo's shortcodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyromark

from mtcheck.document import BlockKind
from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadOptions
from mtcheck.readers.front_matter import FrontMatter, front_matter
from mtcheck.readers.html import html_events, send
from mtcheck.readers.html_prose import HtmlProse
from mtcheck.readers.marked_up import article_of_prose
from mtcheck.readers.prose import OpenBlock, Prose, ProseBuilder

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_TEMPLATE = late_pattern(
    r"(?s)\{%-?\s*comment\s*-?%\}.{0,5000}?\{%-?\s*endcomment\s*-?%\}"
    r"|\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|\{#.{0,500}?#\}|(?<![^\n])\{:[^}\n]*\}"
)
_BLANK_LINES = late_pattern(r"(?:[ \t]*(?:\r\n?|\n))*")
_NO_WORD = late_pattern(r"\W")
_SPECIAL = late_pattern(r"[\\`*_{}\[\]<>#|~&$]")
_KIND_IN: dict[str, BlockKind] = {
    "BlockQuote": "quote", "Item": "list_item", "TableCell": "cell",
    "FootnoteDefinition": "paragraph",
}  # fmt: skip
_REMOVABLE = ("Paragraph", "Heading", "Item")
_NEAR_THE_TOP = 4
"""Between the title and the heading an image and its caption can stand."""


def read_markdown(path: str, content: str, options: ReadOptions) -> Article:
    """The file's one article. Raises ReadError where its front matter cannot be read."""
    matter = front_matter(content)
    return article_of_prose(
        path,
        content,
        _prose(content, matter),
        options,
        language=matter.language,
        source_language=matter.source_language,
        escape=_escaped,
        prose_of=_text_of_markdown,
    )


def _text_of_markdown(raw: str) -> str:
    return _prose(raw, front_matter(raw)).text


def _escaped(text: str) -> str | None:
    """Text as Markdown holds it; None for line breaks."""
    if "\n" in text or "\r" in text:
        return None
    return _SPECIAL.sub(r"\\\g<0>", text)


def _prose(raw: str, matter: FrontMatter) -> Prose:
    reader = _Reader(raw, matter.end)
    if matter.title and matter.title.text.strip():
        title = matter.title
        reader.builder.open("headline")
        reader.builder.add(" ".join(title.text.split()), title.start, title.end)
        reader.builder.close()
    reader.read()
    _choose_headline(reader.builder.blocks, has_title=bool(matter.title))
    return reader.builder.finish(raw, extra_comments=matter.comments)


def _choose_headline(blocks: list[OpenBlock], *, has_title: bool) -> None:
    """A page shows the title of the front matter, or the heading that the text begins with: where
    there are both, the heading is the headline."""
    if has_title and any(block.kind == "headline" for block in blocks[1:_NEAR_THE_TOP]):
        blocks[0].is_dropped = True


class _Reader:
    """The blocks of a Markdown text, from the parser's events."""

    def __init__(self, raw: str, start: int) -> None:
        self.raw = raw
        self.start = start
        # An editor can hold a lone surrogate, which has no UTF-8.
        self.masked = _without_templates(raw, start).encode("utf-8", "replace").decode("utf-8")
        self.builder = ProseBuilder()
        self.html = HtmlProse(self.builder, keeps_furniture=True)
        self._containers: list[tuple[str, int]] = []
        self._image: tuple[OpenBlock | None, int] | None = None
        self._captions: list[OpenBlock] = []
        self._skipped = 0
        self._pending_html: tuple[int, int] | None = None

    def read(self) -> None:
        for event, start, end in self._events():
            if isinstance(event, str):
                self._mark(event, start, end)
                continue
            ((kind, value),) = event.items()
            if kind == "Html":
                self._gather_html(start, end)
                continue
            self._flush_html()
            if kind in ("Start", "End"):
                name = value if isinstance(value, str) else next(iter(value))
                (self._begin if kind == "Start" else self._finish)(name, value, start, end)
            elif kind == "InlineHtml":
                self._send_html(start, end)
            elif kind == "Text":
                self._text(value, start, end)
            elif kind == "Code":
                self._code(start, end)
        self._flush_html()
        self.html.finish()
        self.builder.close()

    def _events(self) -> Iterator[tuple[Any, int, int]]:
        """The parser's events, with offsets in code points of the file."""
        offsets: list[int] = []
        if not self.masked.isascii():
            for index, char in enumerate(self.masked):
                offsets += [index] * len(char.encode("utf-8"))
            offsets.append(len(self.masked))
        for event, place in pyromark.events_with_range(self.masked, options=_OPTIONS):
            start, end = place["start"], place["end"]
            if offsets:
                start, end = offsets[start], offsets[end]
            yield event, start + self.start, end + self.start

    def _kind(self) -> BlockKind:
        return next(
            (_KIND_IN[name] for name, _ in reversed(self._containers) if name in _KIND_IN),
            "paragraph",
        )

    def _begin(self, name: str, value: Any, start: int, end: int) -> None:
        if name in ("CodeBlock", "MetadataBlock"):
            self.builder.close()
            self._skipped += 1
        elif name == "Image":
            self._image = (self.builder.current, len(self.builder.blocks))
            self.builder.current = None
            self.builder.open("caption")
        elif name == "Heading":
            level = value["Heading"]["level"]
            self.builder.open("headline" if level == "H1" else "subheading")
        elif name in ("Paragraph", "TableCell"):
            self._containers.append((name, len(self.builder.blocks)))
            self.builder.open(self._kind())
            return
        elif name not in ("Emphasis", "Strong", "Strikethrough", "Link"):
            self.builder.close()
        self._containers.append((name, len(self.builder.blocks)))

    def _finish(self, name: str, value: Any, start: int, end: int) -> None:
        _, before = self._containers.pop()
        if name in ("CodeBlock", "MetadataBlock"):
            self._skipped -= 1
        elif name == "Image":
            self._end_image()
        elif name not in ("Emphasis", "Strong", "Strikethrough", "Link"):
            self.builder.close()
            made = self.builder.blocks[before:]
            if name == "Paragraph":
                if not made:
                    self.builder.blocks += self._captions
                self._captions = []
            if len(made) == 1 and name in _REMOVABLE and self._is_removable(name):
                blank = _BLANK_LINES.match(self.raw, end)
                made[0].extent = (start, blank.end() if blank else end)

    def _is_removable(self, name: str) -> bool:
        """Do the lines of the block hold nothing else?"""
        above = [outer for outer, _ in self._containers]
        return not above if name != "Item" else above == ["List"]

    def _end_image(self) -> None:
        """What describes an image that is a paragraph by itself is its caption; in a sentence it
        is not read."""
        assert self._image is not None
        caption, (outer, _) = self.builder.current, self._image
        self._image = None
        if caption is not None and caption.text.strip():
            self._captions.append(caption)
        self.builder.current = outer

    def _mark(self, event: str, start: int, end: int) -> None:
        self._flush_html()
        if event == "SoftBreak":
            self.builder.space(start, end, "\n")
        elif event == "HardBreak" and self.builder.current is not None:
            self.builder.open(self.builder.current.kind)
        elif event == "Rule":
            self.builder.close()

    def _is_silent(self) -> bool:
        return bool(self._skipped) or self.html.is_skipping

    def _text(self, content: str, start: int, end: int) -> None:
        if self._is_silent():
            return
        if self.builder.current is None:
            self.builder.open(self._kind())
        if self.raw[start:end] != self.masked[start - self.start : end - self.start]:
            return  # a template that the parser saw as text
        self.builder.add(content, start, end)

    def _code(self, start: int, end: int) -> None:
        if self._is_silent():
            return
        if self.builder.current is None:
            self.builder.open(self._kind())
        text = self.raw[start:end]
        if text.startswith(("{%", "{#", "{:", "{{<", "{{%")):
            return
        if text.startswith("{"):
            content, inner = _NO_WORD.sub("_", text), start
        else:
            ticks = len(text) - len(text.lstrip("`"))
            content, inner = text[ticks : len(text) - ticks], start + ticks
            if content[:1] == content[-1:] == " " and content.strip():
                content, inner = content[1:-1], inner + 1
        content = " ".join(content.splitlines()) if "\n" in content else content
        self.builder.length_with_space(content)
        self.builder.code(content, inner, inner + len(content))

    def _gather_html(self, start: int, end: int) -> None:
        if self._pending_html and self._pending_html[1] != start:
            self._flush_html()
        first = self._pending_html[0] if self._pending_html else start
        self._pending_html = (first, end)

    def _flush_html(self) -> None:
        if self._pending_html:
            start, end = self._pending_html
            self._pending_html = None
            self._send_html(start, end)

    def _send_html(self, start: int, end: int) -> None:
        send(html_events(self.raw[start:end], start), self.html)


def _without_templates(raw: str, start: int) -> str:
    """The text from an offset on, as long as it was, with templates as code spans, and as nothing
    where they fill their lines."""
    text = raw[start:]
    if "{" not in text:
        return text
    pieces: list[str] = []
    at = 0
    for found in _TEMPLATE.finditer(text):
        pieces += (text[at : found.start()], _mask(text, *found.span()))
        at = found.end()
    return "".join([*pieces, text[at:]])


def _mask(text: str, start: int, end: int) -> str:
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    around = text[line_start:start] + text[end : line_end if line_end >= 0 else len(text)]
    if not _TEMPLATE.sub("", around).strip():
        return "".join(char if char in "\r\n" else " " for char in text[start:end])
    inside = "".join(char if char in "\r\n" else "x" for char in text[start + 1 : end - 1])
    is_address = text[start - 1 : start] in ("(", '"', "'", "=", "/")
    return f"x{inside}x" if is_address else f"`{inside}`"
