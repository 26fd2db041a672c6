"""XML as a small tree with line numbers, read by expat with nothing expanded and nothing fetched.

A document that declares entities or attributes of its own is refused: news needs none, attacks do
(billion laughs, quadratic blow-up, external entities). A DOCTYPE that only names a DTD is accepted,
as TMX files carry one, and the DTD is never opened.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, NoReturn
from xml.parsers import expat

from mtcheck.readers import ReadError

XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
_SEPARATOR = " "
_DEEPEST = 200
_MOST_NODES = 4_000_000
"""Elements and pieces of text. Each takes a few bytes of the file and hundreds of the memory."""


class Text(NamedTuple):
    """A piece of character data that begins on a line, from 1.

    start, end: where the file holds it (code points), perhaps as an entity.
    is_comment: it stands between <!-- and -->.
    """

    content: str
    line: int
    start: int = 0
    end: int = 0
    is_comment: bool = False


class Element:
    """name, namespace: of the tag, without its prefix. attributes: those of other namespaces under
    "namespace name". line: of the start tag, from 1. start, end: of the whole element (code
    points)."""

    __slots__ = ("attributes", "children", "end", "line", "name", "namespace", "start")

    def __init__(
        self, name: str, namespace: str, attributes: dict[str, str], line: int, start: int = 0
    ) -> None:
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.line = line
        self.start = self.end = start
        self.children: list[Element | Text] = []

    def elements(self, *names: str) -> Iterator[Element]:
        """The child elements of these names and of the element's own namespace, in order."""
        for child in self.children:
            if (
                isinstance(child, Element)
                and child.name in names
                and child.namespace == self.namespace
            ):
                yield child

    def first(self, name: str) -> Element | None:
        return next(self.elements(name), None)

    def xml_attribute(self, name: str) -> str | None:
        """xml:lang, xml:space."""
        return self.attributes.get(f"{XML_NAMESPACE}{_SEPARATOR}{name}")

    def texts(self, enters: Callable[[Element], bool]) -> Iterator[Text]:
        """The character data, also of those elements inside that `enters` accepts."""
        for child in self.children:
            if isinstance(child, Text):
                yield child
            elif enters(child):
                yield from child.texts(enters)


def parse_xml(content: str, *, with_comments: bool = False) -> Element:
    """The root element. Raises ReadError with line and column where the text is no XML, or more
    than plain XML. with_comments: those inside the root are among the texts."""
    return _TreeBuilder(content, with_comments).parse()


class _TreeBuilder:
    def __init__(self, content: str, with_comments: bool) -> None:
        self.content = content
        self.data = content.encode("utf-8", "surrogatepass")
        self.is_ascii = len(self.data) == len(content)
        self.last_byte = self.last_offset = 0
        self.in_cdata = False
        self.nodes = 0
        self.open: list[Element] = []
        self.root: Element | None = None
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartCdataSectionHandler = self.start_cdata
        self.parser.EndCdataSectionHandler = self.end_cdata
        if with_comments:
            self.parser.CommentHandler = self.comment

    def parse(self) -> Element:
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            raise ReadError(
                f"line {error.lineno}, column {error.offset + 1}: no well-formed XML: "
                f"{expat.ErrorString(error.code)}; mend the file or export it anew"
            ) from None
        assert self.root is not None  # expat accepts no document without a root
        return self.root

    def refuse(self, what: str) -> NoReturn:
        place = (
            f"line {self.parser.CurrentLineNumber}, column {self.parser.CurrentColumnNumber + 1}"
        )
        raise ReadError(f"{place}: {what}")

    def doctype(self, _name: str, _system: object, _public: object, has_subset: int) -> None:
        if has_subset:
            self.refuse(
                "the DOCTYPE declares entities or attributes, which mtcheck does not expand; "
                "export the file without them"
            )

    def entity(self, name: str, *_: object) -> None:
        self.refuse(f"declares the entity {name!r}, which mtcheck does not expand")

    def skipped(self, name: str, _is_parameter: object) -> None:
        self.refuse(f"&{name}; is defined nowhere in the file; write the character itself")

    def count(self) -> None:
        self.nodes += 1
        if self.nodes > _MOST_NODES:
            self.refuse(f"holds more than {_MOST_NODES:,} elements and lines; part the file")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= _DEEPEST:
            self.refuse(f"is nested more than {_DEEPEST} deep; this is no article")
        self.count()
        namespace, _, name = tag.rpartition(_SEPARATOR)
        line = self.parser.CurrentLineNumber
        element = Element(name, namespace, attributes, line, self.offset())
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _tag: str) -> None:
        element = self.open.pop()
        element.end = self.content.find(">", self.offset()) + 1

    def characters(self, content: str) -> None:
        self.count()
        start = self.offset()
        line = self.parser.CurrentLineNumber
        self.open[-1].children.append(Text(content, line, start, self.end_of(content, start)))

    def end_of(self, content: str, start: int) -> int:
        """Where the character data that begins at an offset ends."""
        if content == "\n":
            return start + (2 if self.content.startswith("\r\n", start) else 1)
        if not self.in_cdata and self.content.startswith("&", start):
            return self.content.find(";", start) + 1
        return start + len(content)

    def start_cdata(self) -> None:
        self.in_cdata = True

    def end_cdata(self) -> None:
        self.in_cdata = False

    def comment(self, content: str) -> None:
        if self.open:
            start, line = self.offset(), self.parser.CurrentLineNumber
            self.open[-1].children.append(
                Text(content, line, start, start + len(content), is_comment=True)
            )

    def offset(self) -> int:
        """Where the parser stands, in code points: it tells bytes, and never goes back."""
        byte = self.parser.CurrentByteIndex
        if self.is_ascii:
            return byte
        passed = self.data[self.last_byte : byte].decode("utf-8", "surrogatepass")
        self.last_byte, self.last_offset = byte, self.last_offset + len(passed)
        return self.last_offset
