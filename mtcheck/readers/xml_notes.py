"""What translators wrote beside the units of an XML file: <note> elements and XML comments."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.readers.safe_xml import Element, Text
from mtcheck.readers.segments import Note


def notes_in(element: Element | None) -> tuple[Note, ...]:
    """The <note> elements that stand right inside the element."""
    return tuple(
        Note("".join(text.content for text in prose_of(note)), note.line)
        for note in (element.elements("note") if element else ())
    )


def prose_of(element: Element) -> Iterator[Text]:
    """The character data right inside the element, without comments."""
    return (text for text in element.texts(lambda _: False) if not text.is_comment)


def comments_in(element: Element) -> Iterator[Note]:
    """The XML comments anywhere inside the element."""
    for child in element.children:
        if isinstance(child, Element):
            yield from comments_in(child)
        elif child.is_comment:
            yield Note(child.content, child.line)


def comment_of(child: Element | Text) -> Note | None:
    """The child as a note, where it is a comment."""
    if isinstance(child, Text) and child.is_comment:
        return Note(child.content, child.line)
    return None
