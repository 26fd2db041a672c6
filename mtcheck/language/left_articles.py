"""The English article, left before a name: où the Met Office, z bazy the Royal Air Force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.language.data import function_words
from mtcheck.language.foreign_words import has_word_lists
from mtcheck.language.mentions import is_mention, is_set_apart
from mtcheck.patterns import late_pattern
from mtcheck.rule import Confidence

if TYPE_CHECKING:
    from mtcheck.document import Document

_BEFORE_A_NAME = late_pattern(
    r"(?<![\w'’-])(?P<before>[^\W\d_][a-zß-ÿ\u0101-\u017f'’]{0,24}) (?P<the>the)"
    r"(?= (?P<name>[A-Z][\w’'-]{1,24}(?: (?:of |for |and |)[A-Z][\w’'-]{0,24}){0,5}))"
)
_ALWAYS_ENGLISH = frozenset(("of", "for", "and"))
"""State of the Union: where the target has such a word too, the title is likelier."""
# fmt: off
_BODIES = frozenset((
    "Academy", "Administration", "Agency", "Army", "Assembly", "Association", "Authority",
    "Bank", "Board", "Bureau", "Center", "Centre", "Church", "College", "Commission",
    "Committee", "Commons", "Congress", "Corps", "Council", "Court", "Department", "Embassy",
    "Federation", "Force", "Forces", "Foundation", "Fund", "Government", "Guard", "Herald",
    "Hospital", "House", "Institute", "Institution", "Journal", "Kingdom", "Lords", "Mail",
    "Ministry", "Museum", "Nations", "Navy", "Office", "Organisation", "Organization",
    "Parliament", "Police", "Post", "Prison", "Reserve", "School", "Senate", "Service",
    "Society", "States", "Telegraph", "Times", "Treasury", "Tribune", "Trust", "Union",
    "University",
))
# fmt: on


class LeftArticle(NamedTuple):
    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence


def left_articles(document: Document) -> Iterator[LeftArticle]:
    """Before an institution they are sure; another name, a band's, may begin so."""
    if document.target == "en" or "the" not in document.vocabulary:
        return
    if not has_word_lists(document.target) or document.is_about_code:
        return
    for found in _BEFORE_A_NAME.finditer(document.plain):
        start, end = found.span("the")
        if (
            not _goes_on_in_english(found["before"], document)
            and document.block_at(start).kind != "headline"
            and not document.is_quoted(start, end)
            and not is_set_apart(document, start, end)
            and not is_mention(document, start, end, 1)
        ):
            is_body = not _BODIES.isdisjoint(found["name"].split(" "))
            yield LeftArticle(start, end, ("en",), "high" if is_body else "medium")


def _goes_on_in_english(word: str, document: Document) -> bool:
    """Is the word before the article one of an English title, or a name?"""
    if word in _ALWAYS_ENGLISH:
        return True
    own = function_words(document.target)
    is_own = word.lower() in own
    return (word in function_words("en") and not is_own) or (word[0].isupper() and not is_own)
