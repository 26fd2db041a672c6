"""Where a piece of code is no debris: quoted by itself, or in a text that speaks of code.

The names of formats and encodings are the same in every language; the words for "placeholder" and
the like lie in `languages/<language>/code-talk.txt`, a phrase a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from mtcheck.language.data import listed_lines
from mtcheck.language.words import find_all
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_FORMATS = late_pattern(
    r"\b(?:html5?|xml|xliff|json|css|javascript|typescript|python|php|sql|unicode|utf-?8|ascii|"
    r"latin-?1|iso-8859|windows-125\d|mojibake|markdown|bbcode|shortcodes?|regex|sentencepiece|"
    r"bpe|tokeni[sz]er|printf|github)\b"
)
_PARTS_OF_FORMATS = frozenset(
    ("html", "xml", "xliff", "json", "css", "javascript", "typescript", "python", "php",
     "sql", "unicode", "utf", "ascii", "latin", "iso", "windows", "mojibake", "markdown",
     "bbcode", "shortcode", "shortcodes", "regex", "sentencepiece", "bpe", "tokenizer",
     "tokeniser", "printf", "github")
)  # fmt: skip
"""What the formats hold in letters: `Document.folded_vocabulary` has it where one is named."""
_TECHNOLOGY = late_pattern(
    r"\b(?:software|hardware|bugs?|glitch|update|null|undefined|nan|error 404|login|e-?mails?|"
    r"apps?|"
    r"sms|online|smartphone|server|website|csv|version|versión|versione|versão|versie|wersja|wersji|"
    r"verze|verzi|sürüm|версии|версія|версії|phishing|hacker|hashtag|chatbot|template|placeholder|"
    r"platzhalter|program|programm|programmer|programmierer|informatik|informatyk|platform)\w{0,3}"
    r"|系统|系統|版本|短信|システム|メール|النظام|برنامج|رسالة"
)
_ENOUGH_MENTIONS = 2
_REACH = 300
_OPENERS = frozenset("\"'“‘«„‚‹`")
_CLOSERS = frozenset("\"'”’»“‘›`")


def shows_code(document: Document, start: int, end: int) -> bool:
    """Is text[start:end] shown to the reader as code?"""
    return _is_quoted_alone(document, start, end) or _speaks_of_code(document, start)


def is_about_code(document: Document) -> bool:
    """Is this an article on software, in which pieces of code are what it speaks of?"""
    text = document.folded
    mentions: set[str] = set()
    if not _PARTS_OF_FORMATS.isdisjoint(document.folded_vocabulary):
        mentions.update(found.group() for found in _FORMATS.finditer(text))
    phrases = listed_lines(document.target, "code-talk")
    mentions.update(phrase for phrase in phrases if phrase in text)
    return len(mentions) >= _ENOUGH_MENTIONS


def is_reported(document: Document, start: int, end: int) -> bool:
    """In a text about a slip of technology: does the form stand in a quotation, here or
    elsewhere ("Dear {name}, your appointment")?"""
    sentence = document.sentence_at(start)
    if document.is_quoted(start, end) and _TECHNOLOGY.search(document.folded, *sentence):
        return True
    form = document.text[start:end]
    mentions = document.once(
        "mentions of technology", lambda: set(_TECHNOLOGY.findall(document.folded))
    )
    return len(mentions) >= _ENOUGH_MENTIONS and document.once(
        ("quoted form", form), lambda: _is_quoted_somewhere(document, form)
    )


def _is_quoted_somewhere(document: Document, form: str) -> bool:
    return any(
        document.is_quoted(found.start(), found.end())
        for found in re.finditer(re.escape(form), document.text)
    )


def _is_quoted_alone(document: Document, start: int, end: int) -> bool:
    text = document.text
    before, after = text[max(0, start - 3) : start].rstrip(), text[end : end + 3].lstrip()
    if before[-1:] in _OPENERS and after[:1] in _CLOSERS:
        return True
    return "`" in text[end : end + 80] and _backticks_before(document, start) % 2 == 1


def _backticks_before(document: Document, start: int) -> int:
    """How many stand before the place in its line."""
    ticks = document.once("backticks", lambda: list(find_all(document.text, "`")))
    breaks = document.once("line breaks", lambda: list(find_all(document.text, "\n")))
    line = bisect_left(breaks, start)
    line_start = breaks[line - 1] + 1 if line else 0
    return bisect_left(ticks, start) - bisect_left(ticks, line_start)


def _speaks_of_code(document: Document, start: int) -> bool:
    if document.is_about_code:
        return True
    sentence = document.sentence_at(start)
    low, high = max(sentence.start, start - _REACH), min(sentence.end, start + _REACH)
    passage = document.folded[low:high]
    return _FORMATS.search(passage) is not None or any(
        phrase in passage for phrase in listed_lines(document.target, "code-talk")
    )
