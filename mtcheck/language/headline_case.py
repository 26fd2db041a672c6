"""Lines in which Most Words Have a Capital, where the language writes headlines as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.data import function_words
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document

_WORD = late_pattern(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OPENS = late_pattern(r"(?:^|[:.!?…|–—\"“«»„]) *[¿¡(]*$")
_LONGEST_LINE = 160
_SHORTEST_CONTENT = 4
_FEWEST_WORDS = 4
_FEWEST_BLOCKS = 3
_FEWEST_ORDINARY = 2
_FEWEST_ORDINARY_BELOW = 4
_STEM = 5
_CAPITAL_NOUNS = "de"
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
            stems = _stems(document)
        found = _as_sentence(document, line, stems, is_headline=block.kind == "headline")
        if found is not None:
            yield block.text_start, block.end, found


def _may_be_title_cased(line: str) -> bool:
    if len(line) > _LONGEST_LINE or line.endswith((".", "!", ";", ",")) or line.isupper():
        return False
    words = [word for word in line.split() if len(word) >= _SHORTEST_CONTENT]
    capitals = sum(word.strip("\"“«„('’¿¡")[:1].isupper() for word in words)
    return len(words) >= _FEWEST_WORDS and capitals >= len(words) - len(words) // 6


def _as_sentence(
    document: Document, line: str, stems: frozenset[str], *, is_headline: bool
) -> str | None:
    own = function_words(document.target)
    pieces: list[str] = []
    ordinary = small = last = functions = 0
    for found in _WORD.finditer(line):
        word = found.group()
        pieces.append(line[last : found.start()])
        last = found.end()
        lowered = word.lower()
        is_function = lowered in own
        if _OPENS.search(line, 0, found.start()) or (word.isupper() and len(word) > 1):
            pieces.append(word)
        elif word[0].isupper() and (is_function or _is_ordinary(lowered, stems)):
            ordinary += not (is_function and lowered in _NAME_PARTICLES)
            functions += is_function
            pieces.append(lowered)
        else:
            small += word.islower() and len(word) >= _SHORTEST_CONTENT and not is_function
            pieces.append(word)
    fewest = _FEWEST_ORDINARY if is_headline else _FEWEST_ORDINARY_BELOW
    if document.target == _CAPITAL_NOUNS and not functions:
        return None
    if ordinary < fewest or small > (ordinary // 5 if is_headline else 0):
        return None
    return "".join([*pieces, line[last:]])


def _stems(document: Document) -> frozenset[str]:
    """Beginnings of the text's small words; in German whole ones, for a verb and a noun may begin
    the same."""
    end = None if document.target == _CAPITAL_NOUNS else _STEM
    return frozenset(word[:end] for word in document.vocabulary if word.islower())


def _is_ordinary(lowered: str, stems: frozenset[str]) -> bool:
    return len(lowered) >= _SHORTEST_CONTENT and (lowered in stems or lowered[:_STEM] in stems)


def second_headline(document: Document) -> Iterator[tuple[int, int, str]]:
    """A Line With Capitals right below a headline that is written as a sentence and says the same:
    English papers write all their headlines one way or the other."""
    if document.target != "en" or len(document.blocks) < _FEWEST_BLOCKS:
        return
    first, second = document.blocks[:2]
    above = document.plain[first.text_start : first.end]
    line = document.plain[second.text_start : second.end]
    if not _may_be_title_cased(line) or _may_be_title_cased(above) or first.kind != "headline":
        return
    words = [word for word in _WORD.findall(above) if len(word) >= _SHORTEST_CONTENT]
    own = function_words(document.target)
    small = sum(word.islower() and word not in own for word in words)
    if small < _FEWEST_ORDINARY or 2 * small < sum(word[0].isupper() for word in words):
        return
    stems = {word.lower()[:_STEM] for word in words}
    told = [word for word in _WORD.findall(line) if len(word) >= _SHORTEST_CONTENT]
    if 2 * sum(word.lower()[:_STEM] in stems for word in told) < len(told):
        return
    found = _as_sentence(document, line, _stems(document), is_headline=True)
    if found is not None:
        yield second.text_start, second.end, found
