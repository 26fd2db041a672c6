"""How a sentence of the source ends, and how its rendering does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document, Span

EndMark = Literal["question", "exclamation", "stop", "colon", "none"]

_QUESTION = late_pattern(r"[?？؟⸮⁇⁈⁉]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);(?!\w)|か(?=[。」』”\"]|$)")
_CLOSING = " \t\r\n\u00a0\u202f\u3000\"'”’“‘»«›‹」』】）)]}*_"
_MARKS: dict[str, EndMark] = {
    **dict.fromkeys("?？؟⸮⁇⁈⁉", "question"),
    **dict.fromkeys("!！", "exclamation"),
    **dict.fromkeys(".。．｡…۔।։॥", "stop"),
    **dict.fromkeys(":：", "colon"),
}


def end_mark(document: Document, span: Span) -> EndMark:
    """The mark that ends the passage; quotation marks and brackets around it are passed over. The
    Greek question mark looks like a semicolon."""
    text = document.text[span.start : span.end].rstrip(_CLOSING)
    if document.target == "el" and text.endswith((";", "\u037e")):
        return "question"
    return _MARKS.get(text[-1:], "none")


def asks(document: Document, span: Span) -> bool:
    """Does the passage hold a question mark anywhere, or a Japanese question that needs none?"""
    return _QUESTION.search(document.text, span.start, span.end) is not None
