"""Lines in which Most Words Have a Capital, where the language writes headlines as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_WORD = late_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENS = late_pattern(r"(?:^|[:.!?…|–—\"“«»„]) *[¿¡(]*$")
_LONGEST_LINE = 160
_SHORTEST_CONTENT = 4
_FEWEST_WORDS = 4
_FEWEST_ORDINARY = 2
_FEWEST_ORDINARY_BELOW = 4
_STEM = 5
_NAME_PARTICLES = frozenset(
    ("de", "la", "le", "les", "el", "los", "las", "di", "da", "do", "van", "von", "del", "du")
)


def title_cased_lines(document: Document) -> Iterator[tuple[int, int, str]]:
    """The headline and lines between paragraphs with capitals that are no names' nor sentences':
    start, end and the line as a sentence."""
    stems: frozenset[str] | None = None
    for block in document.blocks:
        line = document.plain[block.text_start : block.end]
        if not _may_be_title_cased(line):
            continue
        if stems is None:
            stems = frozenset(word[:_STEM] for word in document.vocabulary if word.islower())
        found = _as_sentence(document, block, line, stems)
        if found is not None:
            yield block.text_start, block.end, found


def _may_be_title_cased(line: str) -> bool:
    if len(line) > _LONGEST_LINE or line.endswith((".", "!", ";", ",")) or line.isupper():
        return False
    words = [word for word in line.split() if len(word) >= _SHORTEST_CONTENT]
    capitals = sum(word.strip("\"“«„('’¿¡")[:1].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= len(words) - len(words) // 6


def _as_sentence(document: Document, block: Block, line: str, stems: frozenset[str]) -> str | None:
    own = function_words(document.target)
    pieces: list[str] = []
    ordinary = small = last = 0
    for found in _WORD.finditer(line):
        word = found.group()
        pieces.append(line[last : found.start()])
        last = found.end()
        lowered = word.lower()
        is_function = lowered in own
        if _OPENS.search(line, 0, found.start()) or (word.isupper() and len(word) > 1):
            pieces.append(word)
        elif word[0].isupper() and _is_ordinary(word, lowered, is_function, stems):
            ordinary += not (is_function and lowered in _NAME_PARTICLES)
            pieces.append(lowered)
        else:
            small += word.islower() and len(word) >= _SHORTEST_CONTENT and not is_function
            pieces.append(word)
    fewest = _FEWEST_ORDINARY if block.kind == "headline" else _FEWEST_ORDINARY_BELOW
    if ordinary < fewest or small > (ordinary // 5 if block.kind == "headline" else 0):
        return None
    return "".join([*pieces, line[last:]])


def _is_ordinary(word: str, lowered: str, is_function: bool, stems: frozenset[str]) -> bool:
    if is_function:
        return True
    return len(word) >= _SHORTEST_CONTENT and lowered[:_STEM] in stems
