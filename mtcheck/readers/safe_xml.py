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


class Text(NamedTuple):
    """A piece of character data that begins on a line, from 1."""

    content: str
    line: int


class Element:
    """name, namespace: of the tag, without its prefix. attributes: those of other namespaces under
    "namespace name". line: of the start tag, from 1."""

    __slots__ = ("attributes", "children", "line", "name", "namespace")

    def __init__(self, name: str, namespace: str, attributes: dict[str, str], line: int) -> None:
        self.name = name
        self.namespace = namespace
        self.attributes = attributes
        self.line = line
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


def parse_xml(content: str) -> Element:
    """The root element. Raises ReadError with line and column where the text is no XML, or more
    than plain XML."""
    return _TreeBuilder().parse(content)


class _TreeBuilder:
    def __init__(self) -> None:
        self.open: list[Element] = []
        self.root: Element | None = None
        self.parser = expat.ParserCreate("utf-8", _SEPARATOR)
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.EntityDeclHandler = self.entity
        self.parser.SkippedEntityHandler = self.skipped
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def parse(self, content: str) -> Element:
        try:
            self.parser.Parse(content.encode("utf-8", "surrogatepass"), True)
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

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= _DEEPEST:
            self.refuse(f"is nested more than {_DEEPEST} deep; this is no bilingual file")
        namespace, _, name = tag.rpartition(_SEPARATOR)
        element = Element(name, namespace, attributes, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _tag: str) -> None:
        self.open.pop()

    def characters(self, content: str) -> None:
        self.open[-1].children.append(Text(content, self.parser.CurrentLineNumber))
