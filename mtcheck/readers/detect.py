"""Which format a file is in: told by its content; the name decides where the content cannot."""

from __future__ import annotations

from typing import Literal, cast, get_args

from mtcheck.patterns import late_pattern
from mtcheck.readers import ReadError
from mtcheck.readers.tables import is_header

Format = Literal[
    "text", "jsonl", "tsv", "csv", "xliff", "tmx", "po", "parallel",
    "markdown", "html", "docx", "ninjs", "newsml", "nitf",
]  # fmt: skip
INPUT_FORMATS: tuple[str, ...] = ("auto", *get_args(Format))

_OF_SUFFIX: dict[str, Format] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".tsv": "tsv", ".csv": "csv",
    ".xlf": "xliff", ".xliff": "xliff", ".tmx": "tmx", ".po": "po",
    ".md": "markdown", ".markdown": "markdown", ".mdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".docx": "docx",
}  # fmt: skip
SUFFIXES = (".txt", *_OF_SUFFIX)
"""What mtcheck looks for in folders."""
NEWS_SUFFIXES = (".json", ".xml")
"""What in folders is looked into, and read where it is a news file."""
_OF_ROOT: dict[str, Format] = {
    "xliff": "xliff", "tmx": "tmx", "nitf": "nitf", "newsItem": "newsml",
    "newsMessage": "newsml", "html": "html",
}  # fmt: skip
_HTML = late_pattern(r"(?is)\s*+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html\b|html[\s>])")
_NINJS_FIELD = late_pattern(r'"(?:body_text|body_x?html|bodies|headlines)"\s*:')
_NINJS_ALSO = late_pattern(
    r'"(?:uri|versioncreated|versionCreated|standard|representationtype)"\s*:'
)

_JSON_FIELD = late_pattern(r'"(?:text|headline|body)"\s*:')
_XML_PROLOGUE = late_pattern(r"(?s)(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*")
_LONGEST_PROLOGUE = 100_000
_XML_ROOT = late_pattern(r"<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])")
_PO_START = late_pattern(r'(?:[ \t]*+(?:#[^\n]*+)?+\r?+\n)*+[ \t]*(?:msgid|msgctxt|domain)\s+"')
_PO_REST = late_pattern(r'(?m)^[ \t]*msgstr(?:\[0\])?[ \t]*"')


def format_of(path: str, content: str, asked: str = "auto", *, has_columns: bool = False) -> Format:
    """The file's format. Raises ReadError where content and name cannot both be right.

    asked: what the caller says it is. has_columns: the caller names columns, so it is a table.
    """
    if asked not in INPUT_FORMATS:
        raise ReadError(f"{asked!r} is no input format; there are {', '.join(INPUT_FORMATS)}")
    if asked != "auto":
        return cast(Format, asked)
    named = next((form for end, form in _OF_SUFFIX.items() if path.lower().endswith(end)), None)
    root = _xml_root(content)
    found = _OF_ROOT.get(root or "")
    if found and (found != "html" or named in (None, "html")):
        return found
    if named is None and _HTML.match(content[:_LONGEST_PROLOGUE]):
        return "html"
    if named in ("xliff", "tmx"):
        if root:
            raise ReadError(f"the root is <{root}>: this is no XLIFF or TMX; see --input-format")
        return named
    if path.lower().endswith(".xml") and root:
        raise ReadError(
            f"the root is <{root}>: mtcheck reads NewsML-G2, NITF, XLIFF and TMX; "
            "see --input-format"
        )
    if named != "jsonl" and is_ninjs(content):
        return "ninjs"
    first_line = content.lstrip().partition("\n")[0]
    if first_line.startswith("{") and _JSON_FIELD.search(first_line):
        return "jsonl"
    if _PO_START.match(content) and _PO_REST.search(content):
        return "po"
    if named:
        return named
    if not path.lower().endswith(".txt") and content.startswith(("---", "+++")):
        from mtcheck.readers.front_matter import has_front_matter

        if has_front_matter(content):
            return "markdown"
    if has_columns:
        return "tsv" if "\t" in first_line else "csv"
    if is_header(first_line.split("\t")):
        return "tsv"
    if any(is_header(first_line.split(mark)) for mark in ",;"):
        return "csv"
    return "text"


def is_ninjs(content: str) -> bool:
    """Does the text look like an item of IPTC ninjs? Its beginning is enough."""
    head = content[:_LONGEST_PROLOGUE]
    if not head.lstrip().startswith("{"):
        return False
    return bool(_NINJS_FIELD.search(head) and _NINJS_ALSO.search(head))


def is_news_file(beginning: str) -> bool:
    """Is a file that begins so news in JSON or XML, and not other data?"""
    return _xml_root(beginning) in ("nitf", "newsItem", "newsMessage") or is_ninjs(beginning)


def _xml_root(content: str) -> str | None:
    """The name of the root element, or None where this is no XML."""
    start = content[:200].lstrip()
    if not start.startswith("<"):
        return None
    prologue = _XML_PROLOGUE.match(content[:100_000])
    found = _XML_ROOT.match(content, prologue.end() if prologue else 0)
    return found[1] if found else None
