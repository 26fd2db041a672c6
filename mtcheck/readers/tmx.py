"""TMX 1.4 (LISA, "TMX 1.4b Specification"): a translation memory, of which two languages are read.

All white space of a <seg> is text, as the specification says.
"""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.language.data import LanguageTagError, normalized_tag, primary_subtag
from mtcheck.readers import Article, ReadError, ReadOptions
from mtcheck.readers.safe_xml import Element, parse_xml
from mtcheck.readers.segments import Note, Pair, article_of_pairs
from mtcheck.readers.xml_notes import comment_of, comments_in, notes_in

_EVERY = "*all*"


def read_tmx(path: str, content: str, options: ReadOptions) -> Article:
    """The memory as one article: the units that have the asked target language. Raises ReadError
    where the XML is broken or no TMX, or where it is not told which language is the target."""
    root = parse_xml(content, with_comments=True)
    body = root.first("body")
    if root.name != "tmx" or body is None:
        raise ReadError(f"line {root.line}: no <tmx> with a <body>")
    header = root.first("header")
    units = [(unit, _variants(unit)) for unit in body.elements("tu")]
    source = options.source_language or _tag(header, "srclang")
    held = list(dict.fromkeys(tag for _, variants in units for tag in variants))
    target = _target(held, source, options.language)
    if source is None:
        source = _one_of([tag for tag in held if tag != target], "source", "--source-lang")
    before = _comments_before(body)
    pairs = [
        _pair(
            unit,
            variants,
            target,
            options.source_language or _tag(unit, "srclang") or source,
            before.get(unit.start, ()),
        )
        for unit, variants in units
        if _match(variants, target)
    ]
    if held and not pairs:
        raise ReadError(f"holds nothing in {target}, but in {', '.join(held)}; see --lang")
    return article_of_pairs(path, pairs, target, source, notes=notes_in(header))


def _tag(element: Element | None, name: str) -> str | None:
    value = element.attributes.get(name) if element else None
    if element is None or not value or value.lower() == _EVERY:
        return None
    return _normalized(value, element)


def _normalized(tag: str, element: Element) -> str:
    try:
        return normalized_tag(tag)
    except LanguageTagError as error:
        raise ReadError(f"line {element.line}: {error}") from None


def _variants(unit: Element) -> dict[str, Element]:
    """The segments of a unit by their language; of two in one language the first."""
    found: dict[str, Element] = {}
    for variant in unit.elements("tuv"):
        tag = variant.xml_attribute("lang") or variant.attributes.get("lang")
        if not tag:
            raise ReadError(f"line {variant.line}: a <tuv> without xml:lang; name its language")
        if segment := variant.first("seg"):
            found.setdefault(_normalized(tag, variant), segment)
    return found


def _match(tags: Iterable[str], wanted: str) -> str | None:
    """The tag that is wanted, or the first of the same language."""
    tags = list(tags)
    if wanted in tags:
        return wanted
    language = primary_subtag(wanted)
    return next((tag for tag in tags if primary_subtag(tag) == language), None)


def _target(held: list[str], source: str | None, asked: str | None) -> str:
    if asked:
        return asked
    if source is None:
        return _one_of(held, "target", "--lang")
    beside = [tag for tag in held if primary_subtag(tag) != primary_subtag(source)]
    return _one_of(beside or [tag for tag in held if tag != source], "target", "--lang")


def _one_of(tags: list[str], side: str, option: str) -> str:
    if len(tags) == 1:
        return tags[0]
    found = f"any of {', '.join(tags)}" if tags else "no language that the file tells"
    raise ReadError(f"the {side} can be {found}; name it with {option}")


def _comments_before(body: Element) -> dict[int, tuple[Note, ...]]:
    """The XML comments before each unit, by where it begins."""
    found: dict[int, tuple[Note, ...]] = {}
    before: list[Note] = []
    for child in body.children:
        if comment := comment_of(child):
            before.append(comment)
        elif isinstance(child, Element):
            found[child.start] = tuple(before)
            before.clear()
    return found


def _pair(
    unit: Element,
    variants: dict[str, Element],
    target: str,
    source: str,
    before: tuple[Note, ...],
) -> Pair:
    of_target = variants[_match(variants, target) or target]
    here = _match((tag for tag in variants if variants[tag] is not of_target), source)
    texts = [text for text in of_target.texts(_holds_text) if not text.is_comment]
    return Pair(
        "".join(text.content for text in texts),
        "".join(t.content for t in variants[here].texts(_holds_text) if not t.is_comment)
        if here
        else "",
        line=texts[0].line if texts else of_target.line,
        id=unit.attributes.get("tuid"),
        notes=(
            *before,
            *comments_in(unit),
            *notes_in(unit),
            *(note for variant in unit.elements("tuv") for note in notes_in(variant)),
        ),
    )


def _holds_text(element: Element) -> bool:
    """The other inline elements of TMX hold codes of the original format."""
    return element.name == "hi"
