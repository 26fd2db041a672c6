"""DOCX (Office Open XML, ISO/IEC 29500-1): the paragraphs of the document's body.

Tracked deletions, hidden text and the codes of fields are no prose; headers, footers, footnotes
and comments are not read. Packages that unpack to more than an article can be are refused.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from mtcheck.document import BlockKind
from mtcheck.file_map import Piece
from mtcheck.patterns import late_pattern
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.files import decoded
from mtcheck.readers.marked_up import article_of_prose
from mtcheck.readers.prose import Prose, ProseBuilder
from mtcheck.readers.safe_xml import Element, Text, parse_xml

_MOST_BYTES = 32 * 1024 * 1024
"""Of a part when it is unpacked: some hundred times a long article."""
_MOST_TIMES = 100
"""So many times its packed size a part over `_ALWAYS_FINE` may be: prose in XML packs to a tenth or
thirtieth, and what packs tighter was made to fill the memory (Apache POI has the same limit)."""
_ALWAYS_FINE = 1024 * 1024
_DOCUMENT = "word/document.xml"
_COMPRESSIONS = (ZIP_STORED, ZIP_DEFLATED)
"""Those that the format allows."""
_PASSED_OVER = frozenset(
    (
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "pPr",
        "rPr",
        "sectPr",
        "tblPr",
        "trPr",
        "tcPr",
        "tblGrid",
        "Fallback",
        "drawing",
        "object",
        "pict",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "annotationRef",
        "proofErr",
        "sdtPr",
        "sdtEndPr",
        "ruby",
        "rubyPr",
        "rt",
    )
)
_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "tab": " ", "ptab": " "}
_HEADING = late_pattern(r"(?i)heading ?(\d)")
_STYLES: dict[str, BlockKind] = {
    "title": "headline", "caption": "caption", "quote": "quote", "intense quote": "quote",
    "subtitle": "paragraph", "block text": "quote", "list paragraph": "list_item",
}  # fmt: skip
_OFF = ("0", "false", "off", "none")


def read_docx(path: str, data: bytes, options: ReadOptions) -> Article:
    """The file's one article. Raises ReadError.

    Its lines are the paragraphs that hold text, numbered from 1.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            document = _part(package, _DOCUMENT)
            if document is None:
                raise ReadError("is a ZIP file but no DOCX: it holds no word/document.xml")
            styles = _part(package, "word/styles.xml")
    except ReadError:
        raise
    except (BadZipFile, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise ReadError(f"is no DOCX file that can be opened ({error}); save it anew") from None
    reader = _Reader(_style_kinds(styles) if styles else {})
    reader.read(document)
    prose = reader.builder.finish("")
    raw, pieces = _as_lines(prose)
    return article_of_prose(path, raw, prose._replace(pieces=pieces), options)


def _part(package: ZipFile, name: str) -> Element | None:
    if name not in package.namelist():
        return None
    info = package.getinfo(name)
    if info.compress_type not in _COMPRESSIONS:
        raise ReadError(f"{name} is compressed as no DOCX is; save it anew")
    packed = info.compress_size
    most = min(_MOST_BYTES, max(_ALWAYS_FINE, packed * _MOST_TIMES))
    with package.open(name) as stream:
        # The size that the package tells may be a lie: what counts is what comes out.
        data = stream.read(most + 1)
    if len(data) > most:
        what = f"{_MOST_BYTES >> 20} MB" if most == _MOST_BYTES else f"{_MOST_TIMES} times its size"
        raise ReadError(f"{name} unpacks to more than {what}; this is no article")
    return parse_xml(decoded(data, None))


def _as_lines(prose: Prose) -> tuple[str, tuple[Piece, ...]]:
    """What stands for the file: a line a paragraph, and where in it the prose is."""
    lines = [prose.text[block.start : block.end] for block in prose.blocks]
    pieces: list[Piece] = []
    at = 0
    for block, line in zip(prose.blocks, lines, strict=True):
        pieces.append(Piece(block.start, block.end, at, at + len(line)))
        at += len(line) + 1
    return "\n".join(lines), tuple(pieces)


def _attribute(element: Element | None, name: str) -> str | None:
    """An attribute of the element's own namespace."""
    return element.attributes.get(f"{element.namespace} {name}") if element else None


def _is_on(element: Element | None) -> bool:
    return element is not None and (_attribute(element, "val") or "1") not in _OFF


def _style_kinds(styles: Element) -> dict[str, BlockKind]:
    """What the paragraphs of each style are, also where a style is based on another."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in styles.elements("style"):
        id = _attribute(style, "styleId") or ""
        names[id] = (_attribute(style.first("name"), "val") or "").lower()
        bases[id] = _attribute(style.first("basedOn"), "val") or ""
    kinds: dict[str, BlockKind | None] = {}
    for id in names:
        current, passed = id, list[str]()
        while current in names and current not in kinds:
            kinds[current] = _kind_of_style(names[current])
            if kinds[current]:
                break
            passed.append(current)
            current = bases[current]
        kinds.update(dict.fromkeys(passed, kinds.get(current)))
    return {id: kind for id, kind in kinds.items() if kind}


def _kind_of_style(name: str) -> BlockKind | None:
    heading = _HEADING.fullmatch(name)
    if heading:
        return "headline" if heading[1] == "1" else "subheading"
    if name.startswith(("list bullet", "list number")):
        return "list_item"
    return _STYLES.get(name)


class _Reader:
    """The paragraphs of a document, in order."""

    def __init__(self, kinds: dict[str, BlockKind]) -> None:
        self.kinds = kinds
        self.builder = ProseBuilder()
        self._fields: list[bool] = []
        """For each open field: is what follows its code (and not its result)?"""

    def read(self, root: Element) -> None:
        self._blocks(root, is_cell=False)
        self.builder.close()

    def _blocks(self, element: Element, *, is_cell: bool) -> None:
        for child in element.children:
            if not isinstance(child, Element) or child.name in _PASSED_OVER:
                continue
            if child.name == "p":
                self._paragraph(child, is_cell=is_cell)
            else:
                self._blocks(child, is_cell=is_cell or child.name == "tc")

    def _paragraph(self, paragraph: Element, *, is_cell: bool) -> None:
        kind = self._kind(paragraph.first("pPr"), is_cell=is_cell)
        self.builder.open(kind)
        boxes: list[Element] = []
        for text in self._texts(paragraph, boxes):
            if text is None:
                self.builder.open(kind)
            elif text:
                self.builder.add(text, 0, 0)
        self.builder.close()
        for box in boxes:
            self._blocks(box, is_cell=False)

    def _kind(self, properties: Element | None, *, is_cell: bool) -> BlockKind:
        style = _attribute(properties.first("pStyle"), "val") if properties else None
        kind = self.kinds.get(style or "") or "paragraph"
        if properties and kind == "paragraph" and properties.first("numPr"):
            kind = "list_item"
        return "cell" if is_cell and kind in ("paragraph", "list_item") else kind

    def _texts(self, element: Element, boxes: list[Element]) -> Iterator[str | None]:
        """What a paragraph says; None where a line ends. boxes: takes the text boxes in it."""
        for child in element.children:
            if isinstance(child, Text):
                continue
            if child.name in ("drawing", "pict", "object"):
                boxes += _boxes(child)
            elif child.name == "fldChar":
                self._field(_attribute(child, "fldCharType"))
            elif child.name in _PASSED_OVER or (child.name == "r" and _is_hidden(child)):
                continue
            elif any(self._fields):
                yield from self._fields_of(child)
            elif child.name == "t":
                yield "".join(text.content for text in child.texts(lambda _: False))
            elif child.name in ("br", "cr"):
                yield None
            elif child.name in _CHARACTERS:
                yield _CHARACTERS[child.name]
            else:
                yield from self._texts(child, boxes)

    def _fields_of(self, element: Element) -> Iterator[str | None]:
        """Inside the code of a field only its end matters."""
        if element.name not in ("t", "br", "cr", *_CHARACTERS):
            yield from self._texts(element, [])

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _is_hidden(run: Element) -> bool:
    properties = run.first("rPr")
    return properties is not None and _is_on(properties.first("vanish"))


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes in a drawing."""
    for child in element.children:
        if isinstance(child, Element) and child.name != "Fallback":
            if child.name == "txbxContent":
                yield child
            else:
                yield from _boxes(child)
