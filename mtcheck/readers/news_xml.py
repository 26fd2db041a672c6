"""News in XML: NITF 3.x, and NewsML-G2 with its content inline, as XHTML, NITF or plain text.

A NewsML-G2 message holds several items, each an article; packages and other items are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.finding import ReadFailure
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.html_prose import HtmlProse
from mtcheck.readers.marked_up import article_of_prose, markup_escaped
from mtcheck.readers.prose import Prose, ProseBuilder
from mtcheck.readers.safe_xml import Element, Text, parse_xml

_HTML_NAME = {
    "hl1": "h1", "hl2": "h2", "block": "div", "bq": "blockquote", "media": "figure",
    "media-caption": "figcaption", "nitf-table": "div", "nitf-col": "div", "hedline": "div",
    "body.content": "div", "body.head": "div",
    "lang": "i", "org": "span", "person": "span", "location": "span", "chron": "span",
    "num": "span", "money": "span", "event": "span", "function": "span", "object.title": "cite",
    "virtloc": "span", "postaddr": "span", "copyrite": "span", "classifier": "span",
    "alt-code": "span", "city": "span", "region": "span", "state": "span", "country": "span",
    "sublocation": "span", "name.given": "span", "name.family": "span", "frac": "span",
    "pronounce": "span", "inlineTag": "span",
}  # fmt: skip
"""What the elements of NITF are called in HTML."""
_PASSED_OVER = frozenset(
    (
        "head",
        "byline",
        "dateline",
        "abstract",
        "distributor",
        "rights",
        "series",
        "note",
        "body.end",
        "tagline",
        "docdata",
        "media-reference",
        "media-metadata",
        "media-object",
        "media-producer",
        "credit",
        "fn",
        "pre",
        "nitf-table-metadata",
        "identified-content",
    )
)
_MAIN_ROLES = ("hldrole:main", "hld:main", "main", "")


def read_news_xml(path: str, content: str, options: ReadOptions) -> Iterator[Article | ReadFailure]:
    """The file's articles. Raises ReadError."""
    root = parse_xml(content, with_comments=True)
    items = [root] if root.name == "nitf" else list(_items(root))
    if not items:
        raise ReadError(f"line {root.line}: <{root.name}> holds no newsItem; this is no news file")
    for number, item in enumerate(items, 1):
        id = None
        if len(items) > 1:
            id = item.attributes.get("guid") or f"item {number}"
        prose = _prose(content, item)
        if prose.text or len(items) == 1:
            yield article_of_prose(
                path,
                content,
                prose,
                options,
                language=_language(item),
                escape=markup_escaped,
                prose_of=_text_of_news,
                id=id,
            )


def _text_of_news(raw: str) -> str:
    root = parse_xml(raw, with_comments=True)
    items = [root] if root.name == "nitf" else list(_items(root))
    return "\n".join(_prose(raw, item).text for item in items)


def _items(element: Element) -> Iterator[Element]:
    if element.name == "newsItem":
        yield element
        return
    for child in element.children:
        if isinstance(child, Element):
            yield from _items(child)


def _language(item: Element) -> str | None:
    meta = item.first("contentMeta")
    told = meta.first("language") if meta else None
    if told is not None and told.attributes.get("tag"):
        return told.attributes["tag"]
    for content in _contents(item):
        for element in (content, *(c for c in content.children if isinstance(c, Element))):
            if tag := element.xml_attribute("lang") or element.attributes.get("lang"):
                return tag
    return item.xml_attribute("lang") or item.attributes.get("lang")


def _contents(item: Element) -> list[Element]:
    """The elements of an item that hold its text."""
    if item.name == "nitf":
        return [item]
    found = item.first("contentSet")
    return list(found.elements("inlineXML", "inlineData")) if found else []


def _prose(raw: str, item: Element) -> Prose:
    builder = ProseBuilder()
    prose = HtmlProse(builder, keeps_furniture=True)
    if headline := _headline(item):
        builder.open("headline")
        for text in headline.texts(lambda _: True):
            _text(text, raw, prose)
        builder.close()
    has_headline = bool(builder.blocks)
    for content in _contents(item)[:1]:
        if content.name == "inlineData":
            _data(content, raw, prose)
        else:
            _walk(content, raw, prose)
    prose.finish()
    blocks = builder.blocks
    if has_headline and any(block.kind == "headline" for block in blocks[1:4]):
        blocks[0].is_dropped = True
    return builder.finish(raw)


def _headline(item: Element) -> Element | None:
    meta = item.first("contentMeta")
    found = list(meta.elements("headline")) if meta else []
    main = [one for one in found if one.attributes.get("role", "") in _MAIN_ROLES]
    return next(iter(main or found), None)


def _walk(element: Element, raw: str, prose: HtmlProse) -> None:
    if element.name in _PASSED_OVER:
        return
    name = _HTML_NAME.get(element.name, element.name)
    attributes = dict(element.attributes)
    if tag := element.xml_attribute("lang") or attributes.get("iso.lang"):
        attributes["lang"] = tag
    prose.start(name, attributes, element.start)
    for child in element.children:
        if isinstance(child, Element):
            _walk(child, raw, prose)
        else:
            _text(child, raw, prose)
    prose.end(name, element.end, element.end)


def _text(text: Text, raw: str, prose: HtmlProse) -> None:
    held = raw[text.start : text.end]
    if text.is_comment:
        prose.comment(text.content, text.start)
    elif held == text.content or not held.strip():
        prose.text(held, text.start)
    else:
        prose.entity(text.content, text.start, text.end)


def _data(content: Element, raw: str, prose: HtmlProse) -> None:
    """Plain text: a line is a paragraph."""
    for text in content.texts(lambda _: False):
        if text.content == "\n":
            prose.builder.close()
        else:
            _text(text, raw, prose)
