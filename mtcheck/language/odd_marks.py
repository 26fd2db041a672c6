"""Quotations in other marks than the article's others, all of them printed in its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtcheck.language.foreign_quotations import sources_of
from mtcheck.language.scripts import scripts_of
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document
    from mtcheck.language.quotations import Quotation

_FEWEST = 2
_FEW = 3
"""So many of the usual ones for each odd one, where there are several of these."""
OF_OTHER_USE = frozenset(("【】", "『』", "《》", "〈〉", "〝〟", "〝〞", "()"))
"""Titles, headings and emphasis in Chinese and Japanese, which stand beside quotations."""
_STRAIGHT = '""'
_SLAVIC = frozenset(("ru", "uk", "pl", "cs"))
_SLAVIC_AND_TURKISH = _SLAVIC | {"tr"}
"""Languages whose press has one pair of marks, or two that are seldom mixed."""
_ONE_PAIR = _SLAVIC_AND_TURKISH | {"it"}
_NOT_STRAIGHT = frozenset(("de", "sv", "fr", "es", "pt"))
"""Languages whose press mixes typed marks with its own as little, but has several pairs."""
_NO_SINGLE = frozenset(("fr", "es", "pt", "ru", "uk", "pl", "cs"))
_SHORTEST_SPEECH = 20
_SHORTEST_WORD = 5
_TOLD = late_pattern(r",? ?[—–-] |, ")
"""What parts words from the verb that tells who spoke them."""
_FEWEST_WORDS = 3
_FEWEST_SMALL = 2
_REACH = 6
_SINGLE_PAIRS = frozenset(("‘’", "''"))


def is_of_other_press(document: Document, quotation: Quotation) -> bool:
    """Is an odd pair one that newspapers of another language print before others?"""
    return (
        document.target in _SLAVIC_AND_TURKISH
        and quotation.glyphs not in (_STRAIGHT, document.conventions.quotes[0])
        and not quotation.is_single
        and bool(sources_of(document, quotation.glyphs))
    )


def odd_marks(document: Document) -> Iterator[tuple[Quotation, str]]:
    """Each quotation of another style, with the article's usual pair."""
    outer = [quotation for quotation in document.outer_quotations.values() if _counts(quotation)]
    counts = Counter(quotation.glyphs for quotation in outer if not quotation.is_single)
    if not counts:
        return
    (usual, most), *others = counts.most_common()
    number = sum(count for _, count in others)
    if number == 1 and most < _FEWEST and document.target in _ONE_PAIR | _NOT_STRAIGHT:
        yield from _odd_speech(document, outer)
        return
    if most < _FEWEST or number * _FEWEST > most or usual not in document.conventions.quotes:
        return
    for quotation in outer:
        if quotation.glyphs == usual or _is_left_to_others(document, quotation, usual):
            continue
        if all(mark in document.text[slice(*quotation.inner)] for mark in usual):
            continue  # a quotation within it has the usual marks: the outer one takes others
        if document.target in _SLAVIC_AND_TURKISH and _is_label(document, quotation):
            continue
        if quotation.is_single:
            if _is_speech(document, quotation):
                yield quotation, usual
        elif number == 1 or most >= _FEW * number:
            yield quotation, usual


def speech_in_foreign_marks(document: Document) -> Iterator[tuple[Quotation, str]]:
    """Somebody's words in marks that the language prints, but another press before all others,
    in an article that has no quotation in the language's own. With the usual pair."""
    if document.target not in _SLAVIC:
        return
    usual = document.conventions.quotes[0]
    outer = [quotation for quotation in document.outer_quotations.values() if _counts(quotation)]
    if any(quotation.glyphs in (usual, _STRAIGHT) for quotation in outer):
        return
    for quotation in outer:
        if (
            is_of_other_press(document, quotation)
            and not _is_left_to_others(document, quotation, usual)
            and _is_speech(document, quotation)
        ):
            yield quotation, usual


def single_marks(document: Document) -> Iterator[tuple[Quotation, str]]:
    """‘words’ of somebody in languages that print such marks only within others: so British and
    Dutch newspapers quote. With the usual pair."""
    if document.target not in _NO_SINGLE or "‘" not in document.characters:
        return
    usual = document.usual_quotes or document.conventions.quotes[0]
    for quotation in document.outer_quotations.values():
        words = document.text[slice(*quotation.inner)]
        if (
            quotation.glyphs == "‘’"
            and words[:1].islower()
            and len(words) >= _SHORTEST_WORD
            and not _is_speech(document, quotation)
            and document.block_at(quotation.start).kind == "paragraph"
            and not document.in_foreign_quotation(quotation.start, quotation.end)
            and not _is_latin_elsewhere(document, quotation)
        ):
            yield quotation, usual


def doubtful_marks(document: Document) -> Iterator[tuple[Quotation, str]]:
    """Somebody's words in other marks than most: people mix them, too, so it is a fault only in
    what is known to be translated. With the usual pair."""
    own = document.conventions.quotes
    if not own or document.target in ("zh", "ja"):
        return
    outer = [
        quotation
        for quotation in document.outer_quotations.values()
        if _counts(quotation)
        and (
            not quotation.is_single
            or own[0] in _SINGLE_PAIRS
            or (quotation.glyphs in own and _is_speech(document, quotation))
        )
    ]
    counts = Counter(quotation.glyphs for quotation in outer)
    if len(counts) < _FEWEST:
        return
    usual = max(counts, key=lambda glyphs: (counts[glyphs], glyphs == own[0], glyphs in own))
    odd = [q for q in outer if q.glyphs != usual]
    if len(odd) > counts[usual]:
        return
    for quotation in odd:
        if quotation.is_single != (usual in _SINGLE_PAIRS) and not _is_speech(document, quotation):
            continue  # many set single words of others so, whole speeches otherwise
        inner = document.text[slice(*quotation.inner)]
        words = inner.split()
        if (
            len(words) >= _FEWEST_WORDS
            and sum(_is_small(word) for word in words) >= _FEWEST_SMALL - ("." in words[-1])
            and document.block_at(quotation.start).kind == "paragraph"
            and not all(mark in inner for mark in usual)
            and not document.in_foreign_quotation(quotation.start, quotation.end)
            and not document.in_link(quotation.start, quotation.end)
            and not _is_latin_elsewhere(document, quotation)
        ):
            yield quotation, usual


def _is_label(document: Document, quotation: Quotation) -> bool:
    """A name or a word or two in marks (РИА "Новости"): each source marks those in its own way."""
    words = document.text[slice(*quotation.inner)].split()
    return (
        _STRAIGHT in (quotation.glyphs, document.usual_quotes)
        and len(words) < _FEWEST_WORDS
        and not _is_speech(document, quotation)
    )


def _odd_speech(document: Document, outer: list[Quotation]) -> Iterator[tuple[Quotation, str]]:
    """One utterance in other marks than the one or two that stand as the language prints them."""
    usual = document.conventions.quotes[0]
    odd = [q for q in outer if q.glyphs != usual and not q.is_single]
    if document.target in _NOT_STRAIGHT and any(q.glyphs != _STRAIGHT for q in odd):
        return
    if (
        len(odd) == 1
        and any(q.glyphs == usual for q in outer)
        and not _is_left_to_others(document, odd[0], usual)
        and (_is_speech(document, odd[0]) or _is_phrase(document, odd[0]))
    ):
        yield odd[0], usual


def _is_speech(document: Document, quotation: Quotation) -> bool:
    """Somebody's words, no title and no word of doubt, in a sentence that says who spoke."""
    block = document.block_at(quotation.start)
    words = document.text[slice(*quotation.inner)].split()
    around = document.folded[block.start : quotation.start].split()[-_REACH:]
    around += document.folded[quotation.end : block.end].split()[:_REACH]
    verbs = document.conventions.speech_verbs
    is_told = not quotation.is_single and _TOLD.match(document.text, quotation.end) is not None
    return (
        block.kind == "paragraph"
        and len(words) >= _FEWEST_WORDS - is_told
        and sum(_is_small(word) for word in words) >= _FEWEST_SMALL - is_told
        and any(word.strip(",.:;") in verbs for word in around)
    )


def _is_small(word: str) -> bool:
    """Of small letters, or of a script that has but one size?"""
    return word.islower() or (word[0].isalpha() and word.upper() == word.lower())


def _is_phrase(document: Document, quotation: Quotation) -> bool:
    """Somebody's words in small letters between typed marks: no title begins so."""
    words = document.text[slice(*quotation.inner)].split()
    return (
        quotation.glyphs == _STRAIGHT
        and len(words) >= _FEWEST_WORDS
        and words[0].islower()
        and document.block_at(quotation.start).kind == "paragraph"
    )


def _counts(quotation: Quotation) -> bool:
    return len(quotation.glyphs) == 2 and quotation.glyphs not in OF_OTHER_USE


def _is_left_to_others(document: Document, quotation: Quotation, usual: str) -> bool:
    """Marks that the language does not print, “ ” beside « » in French and Spanish, and halves
    of two pairs are other rules' matter; so are words in another language."""
    glyphs = quotation.glyphs
    # 「 」 for speech, " " for emphasis: so do Japanese and Taiwanese papers.
    is_emphasis = document.target in ("zh", "ja") and (
        quotation.end - quotation.start < _SHORTEST_SPEECH
    )
    is_romance = document.target in ("fr", "es") and {glyphs, usual} == {"“”", "«»"}
    return (
        glyphs not in document.accepted_quotes
        or is_romance
        or (is_emphasis and usual == "「」")
        or document.in_foreign_quotation(quotation.start, quotation.end)
        or document.in_link(quotation.start, quotation.end)
        or _is_latin_elsewhere(document, quotation)
    )


def _is_latin_elsewhere(document: Document, quotation: Quotation) -> bool:
    """English words in English marks."""
    words = document.text[slice(*quotation.inner)]
    return "latin" not in scripts_of(document.target) and words.isascii()
