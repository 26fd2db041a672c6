"""Quotations in marks of another language's press, and what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mtcheck.document import Document, Span
from mtcheck.language.conventions import conventions, languages_printing
from mtcheck.language.data import function_words, listed_words, region_subtag, word_list
from mtcheck.language.exonyms import judged_elsewhere
from mtcheck.language.foreign_words import common_words
from mtcheck.language.quotations import LoneMark, Quotation
from mtcheck.language.words import WORD
from mtcheck.patterns import late_pattern

TYPED = frozenset(("``", "''", ",,", "<<", ">>"))
"""What is typed for quotation marks."""

_SUSPECT = late_pattern("[“”„«»‹›‚‘「」『』《》〈〉【】〝〞〟｢]")
_SPACE = " \u00a0\u202f\u2009"
_LONGEST_TITLE = 80
_MOST_WORDS_OF_TITLE = 8
_FEWEST_OF_VARIETY = 2


def foreign_quotations(document: Document) -> Iterator[Quotation]:
    """The quotations in marks that are not at home in the article."""
    if not document.conventions.quotes:
        return
    if not _SUSPECT.search(document.distinct) and not any(
        typed in document.text for typed in TYPED
    ):
        return
    accepted = document.accepted_quotes
    printed = {mark for pair in accepted for mark in pair}
    house = document.house_style.quotes if document.house_style else ""
    for quotation in document.quotations:
        if quotation.glyphs == house:
            continue
        if quotation.glyphs in accepted:
            is_fault = (
                (document.target != "es" and is_left_standing(document, quotation))
                or _is_unswiss(document, quotation)
                or _is_french(document, quotation)
                or (quotation.glyphs == "«»" and _is_brazilian(document))
            )
        else:
            is_fault = _is_foreign(quotation, printed)
        if (
            is_fault
            and not _is_quoted_from_its_language(document, quotation)
            and not _is_quoted_from_neighbours(document, quotation)
        ):
            yield quotation


def _is_quoted_from_neighbours(document: Document, quotation: Quotation) -> bool:
    """«...» in a paragraph on Switzerland, whose papers print these marks: a German reporter may
    take them over with the words (`neighbour-signs.txt`)."""
    signs = listed_words(document.target, "neighbour-signs")
    if not signs or quotation.glyphs != "«»":
        return False
    block = document.block_at(quotation.start)
    return not signs.isdisjoint(WORD.findall(document.folded, block.start, block.end))


def foreign_lone_marks(document: Document) -> Iterator[LoneMark]:
    """Marks without a partner that are not at home in the article."""
    printed = {mark for pair in document.accepted_quotes for mark in pair}
    for mark in document.lone_quotation_marks:
        if printed and mark.mark not in printed and _touches_word(document, mark):
            yield mark


def _is_foreign(quotation: Quotation, printed: set[str]) -> bool:
    """A mixture of two pairs that are at home here is left to unpaired-punctuation."""
    if {quotation.opener, quotation.closer} & TYPED or not {*quotation.glyphs} <= printed:
        return True
    return bool(languages_printing(quotation.glyphs))


def is_left_standing(document: Document, quotation: Quotation) -> bool:
    """“…” by itself in a French article that prints « … » too; Spanish mixes both."""
    if quotation.start not in document.outer_quotations:
        return False
    usual = document.usual_quotes
    if document.target == "fr":
        return quotation.glyphs == "“”" and any(
            other.glyphs == "«»" and is_spaced(document, other)
            for other in document.outer_quotations.values()
        )
    is_mixed = document.target == "es" and {quotation.glyphs, usual} == {"“”", "«»"}
    return is_mixed and not is_spaced(document, quotation)


def _is_unswiss(document: Document, quotation: Quotation) -> bool:
    """«…» in German beside an ß, which Switzerland does not write."""
    return (
        document.target == "de"
        and quotation.glyphs == "«»"
        and "ß" in document.characters
        and not region_subtag(document.language)
    )


def _is_french(document: Document, quotation: Quotation) -> bool:
    """« … » with spaces, in another language."""
    return (
        quotation.glyphs == "«»"
        and "«" not in document.conventions.space_after
        and document.target != "fr"
        and is_spaced(document, quotation)
    )


def _is_brazilian(document: Document) -> bool:
    """Is it Portuguese as Brazil writes it, where no newspaper prints « »?"""
    if document.target != "pt" or region_subtag(document.language) == "PT":
        return False
    brazilian, european = (
        sum(word in document.vocabulary for word in word_list(name, "pt"))
        for name in ("brazilian", "european")
    )
    return brazilian >= _FEWEST_OF_VARIETY and brazilian > _FEWEST_OF_VARIETY * european


def is_spaced(document: Document, quotation: Quotation) -> bool:
    start, end = quotation.inner
    inner = document.text[start : start + 1] + document.text[end - 1 : end]
    return bool(inner) and not inner.strip(_SPACE)


def _is_quoted_from_its_language(document: Document, quotation: Quotation) -> bool:
    """Are the words in the language whose marks they have? So is many a title."""
    block = document.block_at(quotation.start)
    if document.in_foreign_quotation(quotation.start, quotation.end) or document.is_foreign(
        Span(block.start, block.end)
    ):
        return True
    words = document.text[slice(*quotation.inner)].strip(_SPACE + ".,")
    if words in judged_elsewhere(document.target):
        return True  # « Poutine », as a form of which the text speaks
    return is_brief_foreign(document, quotation, sources_of(document, quotation.glyphs))


def is_brief_foreign(document: Document, quotation: Quotation, sources: Iterable[str]) -> bool:
    """Are the few words of the quotation in one of these languages? Too few to be sure of it by
    themselves: one small word of the source, and none of the document's language."""
    start, end = quotation.inner
    words = document.text[start : min(end, start + _LONGEST_TITLE)]
    if end - start > _LONGEST_TITLE or len(words.split()) > _MOST_WORDS_OF_TITLE:
        return False
    lowered = [word for word in re.findall(r"\w+", words.lower()) if len(word) > 1]
    if any(word in function_words(document.target) for word in lowered):
        return False
    own = common_words(document.target)
    return any(
        word in function_words(source)
        and not any(other in own and other not in common_words(source) for other in lowered)
        for source in sources
        for word in lowered
    )


def sources_of(document: Document, glyphs: str) -> tuple[str, ...]:
    """The languages whose press prints the pair before others."""
    printing = languages_printing(glyphs)
    first = [tag for tag in printing if glyphs in conventions(tag).quotes[:2]]
    return tuple(tag for tag in first or printing if tag != document.target)


def own_marks(document: Document, quotation: Quotation, own_pair: str) -> tuple[str, str]:
    """The marks that the quotation should have, with the spaces that belong to them."""
    if quotation.opener == "【":
        return "[", "]"
    habits = document.conventions
    if len(document.quotations_around(quotation.start, quotation.end)) > 1:
        own_pair = "''" if own_pair == '""' else habits.nested_quotes or own_pair
    opening, closing = own_pair[0], own_pair[1]
    if opening in habits.space_after:
        opening += "\u00a0"
    if closing in habits.space_before:
        closing = "\u00a0" + closing
    return opening, closing


def _touches_word(document: Document, mark: LoneMark) -> bool:
    """A mark that stands free or leads to an entry of a menu is an arrow."""
    text, block = document.text, document.block_at(mark.start)
    before = text[mark.start - 1] if mark.start > block.start else " "
    after = text[mark.start + 1] if mark.start + 1 < block.end else " "
    if before.isalpha() and mark.mark in "«»":
        return False  # a letter that was decoded wrongly: ZoÃ«
    if mark.opens:
        return after.isalnum() or (after in "\u00a0\u202f" and before in _SPACE)
    return before in "\u00a0\u202f" or (before not in _SPACE and not after.isalnum())
