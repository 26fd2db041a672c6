"""HTML, as saved from a news site: the prose of its article."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadOptions
from mtcheck.readers.html_prose import HtmlProse, drop_kickers
from mtcheck.readers.marked_up import article_of_prose, markup_escaped
from mtcheck.readers.prose import Prose, ProseBuilder

_FEWEST_CHARACTERS = 250
"""A page that holds less prose than this without its boxes is read with them."""
_SITE_MARKS = (" | ", " - ", " – ", " — ", " • ", " · ", " :: ")
_LONGEST_SITE_NAME = 40


_TAG_START = late_pattern(r"<(?=[A-Za-z/!?])")


class Event(NamedTuple):
    """A tag, text, entity or comment of the file, from offset to offset."""

    kind: str
    content: str
    start: int
    end: int
    attributes: dict[str, str] = {}  # noqa: RUF012  never written to


class _Events(HTMLParser):
    """The events of a text of HTML, with their offsets."""

    def __init__(self, raw: str, offset: int = 0) -> None:
        super().__init__(convert_charrefs=False)
        self._raw = raw
        self._offset = offset
        self._lines = [0]
        at = raw.find("\n")
        while at >= 0:
            self._lines.append(at + 1)
            at = raw.find("\n", at + 1)
        self.events: list[Event] = []
        last = raw.rfind(">") + 1
        # No tag ends behind the last of these, and to look for the end at each "<" takes long.
        self.feed(raw[:last] + _TAG_START.sub(" ", raw[last:]))
        self.close()

    def _add(self, kind: str, content: str, length: int, attributes: dict[str, str]) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        end = min(start + length, len(self._raw))
        self.events.append(
            Event(kind, content, self._offset + start, self._offset + end, attributes)
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        self._add("start", tag, len(self.get_starttag_text() or ""), values)

    def handle_endtag(self, tag: str) -> None:
        line, column = self.getpos()
        start = self._lines[line - 1] + column
        close = self._raw.find(">", start)
        self._add("end", tag, (close + 1 if close >= 0 else len(self._raw)) - start, {})

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._add("end", tag, len(self.get_starttag_text() or ""), {})

    def handle_data(self, data: str) -> None:
        self._add("text", data, len(data), {})

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def _reference(self, text: str) -> None:
        line, column = self.getpos()
        if self._raw.startswith(";", self._lines[line - 1] + column + len(text)):
            text += ";"
        meant = unescape(text)
        self._add("text" if meant == text else "entity", meant, len(text), {})

    def handle_comment(self, data: str) -> None:
        self._add("comment", data, len(data) + 7, {})


def html_events(raw: str, offset: int = 0) -> list[Event]:
    """What stands in the text, in order. offset: where in the file the text begins."""
    return _Events(raw, offset).events


def send(events: list[Event], prose: HtmlProse) -> None:
    """Let the events fill the prose."""
    for event in events:
        _send(event, prose)


def _send(event: Event, prose: HtmlProse) -> None:
    kind, content, start, end, attributes = event
    if kind == "text":
        prose.text(content, start)
    elif kind == "start":
        prose.start(content, attributes, start)
    elif kind == "end":
        prose.end(content, start, end)
    elif kind == "entity":
        prose.entity(content, start, end)
    else:
        prose.comment(content, start)


def read_html(path: str, content: str, options: ReadOptions) -> Article:
    """The page's one article. Raises ReadError."""
    prose, language = html_prose(content)
    return article_of_prose(
        path,
        content,
        prose,
        options,
        language=language,
        escape=markup_escaped,
        prose_of=_text_of_html,
    )


def _text_of_html(raw: str) -> str:
    return html_prose(raw)[0].text


def html_prose(raw: str) -> tuple[Prose, str | None]:
    """(the prose of the page's article, the language that the page says it is in)."""
    events = html_events(raw)
    article = _article(events, keeps_furniture=False)
    if article.length < _FEWEST_CHARACTERS:
        article = max(article, _article(events, keeps_furniture=True), key=lambda a: a.length)
    headline = _headline(events, article)
    builder = ProseBuilder()
    prose = HtmlProse(
        builder, keeps_furniture=article.keeps_furniture, skips_articles=article.is_article
    )
    for number, event in enumerate(events):
        if headline.is_title and number == headline.start:
            _take_title(events[number + 1 : headline.end + 1], headline.length, builder)
        is_headline = not headline.is_title and headline.start <= number <= headline.end
        prose.is_wanted = is_headline or article.start <= number <= article.end
        _send(event, prose)
    prose.finish()
    drop_kickers(builder.blocks)
    return builder.finish(raw), article.language


def _take_title(events: list[Event], length: int, builder: ProseBuilder) -> None:
    """The first `length` characters of the page's title."""
    builder.open("headline")
    for event in events:
        if event.kind == "text":
            builder.flow(event.content[: max(0, length)], event.start)
        elif event.kind == "entity" and length > 0:
            builder.add(event.content, event.start, event.end)
        length -= len(event.content)
    builder.close()


class _Part(NamedTuple):
    """Events from `start` to `end` that hold the article, and how much prose there is in them.

    headings: of the first rank, from event to event, with their text.
    """

    start: int
    end: int
    length: int
    is_article: bool
    language: str | None
    keeps_furniture: bool
    headings: tuple[tuple[int, int, str], ...]


def _article(events: list[Event], *, keeps_furniture: bool) -> _Part:
    """The part of the page that is its article: the longest <article>, unless there are several
    alike, else <main>, else the whole."""
    builder = ProseBuilder()
    prose = HtmlProse(builder, keeps_furniture=keeps_furniture)
    open_parts: list[tuple[str, int, int, int]] = []
    parts: list[tuple[str, int, int, int]] = []
    languages: list[tuple[int, str | None, int]] = []
    length = 0
    for number, event in enumerate(events):
        if event.kind in ("text", "entity") and not prose.is_skipping:
            size = len(event.content.strip())
            length += size
            languages.append((number, prose.language, size))
        _send(event, prose)
        while open_parts and prose.depth < open_parts[-1][3]:
            kind, start, before, _ = open_parts.pop()
            parts.append((kind, start, number, length - before))
        name = "main" if event.attributes.get("role") == "main" else event.content
        if event.kind == "start" and name in ("article", "main", "h1") and not prose.is_skipping:
            open_parts.append((name, number, length, prose.depth))
    last = len(events) - 1
    parts += [(kind, start, last, length - before) for kind, start, before, _ in open_parts]
    headings = [
        (start, end, _text(events[start:end])) for kind, start, end, _ in parts if kind == "h1"
    ]
    articles = sorted((p for p in parts if p[0] == "article"), key=lambda p: -p[3])
    best = ("body", 0, last, length)
    mains = [part for part in parts if part[0] == "main" and part[3] > 0]
    if articles and (articles[0][3] * 2 >= length or _has_heading(articles[0], headings)):
        best = articles[0]
    elif mains:
        best = max(mains, key=lambda part: part[3])
    inside = [entry for entry in languages if best[1] <= entry[0] <= best[2]]
    return _Part(
        best[1],
        best[2],
        best[3],
        best[0] == "article",
        _main_language(inside),
        keeps_furniture,
        tuple(sorted(heading for heading in headings if heading[2])),
    )


def _text(events: list[Event]) -> str:
    return " ".join("".join(e.content for e in events if e.kind in ("text", "entity")).split())


def _has_heading(part: tuple[str, int, int, int], headings: list[tuple[int, int, str]]) -> bool:
    return any(part[1] <= start <= part[2] for start, _, _ in headings)


def _main_language(entries: list[tuple[int, str | None, int]]) -> str | None:
    """The language of most of the prose, as the page says."""
    sizes: dict[str | None, int] = {}
    for _, language, size in entries:
        sizes[language] = sizes.get(language, 0) + size
    return max(sizes, key=lambda language: sizes[language]) if sizes else None


class _Headline(NamedTuple):
    """The events of the headline; of a title: how many characters of its text are the headline."""

    start: int
    end: int
    is_title: bool = False
    length: int = 0


def _headline(events: list[Event], article: _Part) -> _Headline:
    """The first heading of the article; else the heading of the page that its title repeats; else
    the title without the name of the site."""
    for start, end, _ in article.headings:
        if article.start <= start <= article.end:
            return _Headline(start, end)
    found = _title(events)
    title = found[2] if found else ""
    for start, end, text in article.headings:
        if not found or text.casefold() in title.casefold():
            return _Headline(start, end)
    if found is None or not title.strip():
        return _Headline(-1, -1)
    start, end, _ = found
    return _Headline(start, end, True, len(_without_site(events, title)))


def _title(events: list[Event]) -> tuple[int, int, str] | None:
    start = next(
        (i for i, e in enumerate(events) if e.kind == "start" and e.content == "title"), None
    )
    if start is None:
        return None
    end = start + 1
    while end < len(events) and events[end].kind in ("text", "entity"):
        end += 1
    return start, min(end, len(events) - 1), "".join(e.content for e in events[start + 1 : end])


def _without_site(events: list[Event], title: str) -> str:
    names = [
        event.attributes.get("content", "").strip()
        for event in events
        if event.kind == "start"
        and event.content == "meta"
        and event.attributes.get("property") == "og:site_name"
    ]
    for mark in _SITE_MARKS:
        head, found, tail = title.rpartition(mark)
        if found and (tail.strip() in names or (len(tail) < min(_LONGEST_SITE_NAME, len(head)))):
            return head
    return title
