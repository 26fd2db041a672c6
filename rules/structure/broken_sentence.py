import re
from collections.abc import Iterator
from itertools import pairwise

from mtcheck.document import Block, Document
from mtcheck.language.caseless import end_of_piece, is_broken, is_caseless, start_of_piece
from mtcheck.language.data import function_words, languages_with, listed_words
from mtcheck.language.torn import first_word, goes_on, is_verse
from mtcheck.patterns import late_pattern
from mtcheck.rule import Edit, Fix, Hit, bad, good, rule

_LAST_TOKEN = late_pattern(r"\S+$")
_PARAGRAPH_ENDS = (
    "A paragraph ends in the middle of a sentence: the pieces were translated one by one."
)


_STOP = late_pattern(r"\.(?= [^\W\d_])")
_WORD_WITH_STOP = late_pattern(r"(?<=[\w’'»)] )([^\s.]+)\. ([^\W\d_]+)")


@rule(
    category="design-and-markup/line-breaks",
    severity="major",
    confidence="high",
    languages=languages_with("never-last.txt", "function-words.txt"),
    examples=[
        bad(
            "Talks\n\nThe minister told reporters on Friday that ⟦the\n\ngovernment⟧ will go.",
            fixed="Talks\n\nThe minister told reporters on Friday that the government will go.",
        ),
        bad("Talks\n\nThe plan was condemned by ministers of ⟦the\n\nEuropean⟧ Union on Friday."),
        bad(
            "The minister of ⟦the. Interior⟧ said so on Friday.",
            fixed="The minister of the Interior said so on Friday.",
        ),
        bad(
            "Genève\n\nLes délégués ont condamné les ⟦frappes\n\nmenées⟧ contre la ville d’Alep.",
            "fr",
            fixed="Genève\n\nLes délégués ont condamné les frappes menées contre la ville d’Alep.",
        ),
        bad("Wien\n\nDer Minister sprach am Freitag lange über ⟦die\n\nReform⟧ der Steuern.", "de"),
        bad(
            "Madrid\n\nEl ministro dijo el viernes que el ⟦gobierno,\n\ntras⟧ votar, recurrirá.",
            "es",
        ),
        good(
            "Talks open\n\nby Jane Doe\n\nThe minister told reporters on Friday that he would go."
        ),
        good("The bill would\n\nraise taxes\n\ncut spending\n\nban smoking\n\nIt passed."),
        good(
            "He spoke for an hour about the new phone that he will sell\n\niPhone sales are down."
        ),
        good(
            "Dear Sir,\n\nYour paper was late again. García et al. agree with what it is made of."
        ),
        good(
            "„Wir wollen das.“\n\nvon Anna Meier\n\nDas ist es, woran er glaubt.",
            "de",
        ),
    ],
)
def broken_sentence(document: Document) -> Iterator[Hit]:
    """A paragraph break, or a full stop, stands in the middle of a sentence.

    Why: the text was cut into segments by length or by line, each was translated by itself, and
    the pieces were put into paragraphs of their own; or the engine closed each with a full stop.
    Legitimate: lists, poems, captions, crossheads and bylines, which need no end mark.
    Fix: safe where the second paragraph goes on in small letters; the two are joined.
    Authority: no style guide breaks a sentence over two paragraphs.
    """
    if is_caseless(document.target):
        for above, below in pairwise(document.blocks):
            if is_broken(document, above, below):
                yield Hit(
                    end_of_piece(document, above),
                    start_of_piece(document, below),
                    _PARAGRAPH_ENDS,
                    suggestion="join the two paragraphs",
                )
        return
    for above, below in pairwise(document.blocks):
        first = first_word(document, below)
        if first and goes_on(document, above, below) and not is_verse(document, above, below):
            yield _break(document, above, below, first)
    yield from _misplaced_stops(document)


def _break(document: Document, above: Block, below: Block, first: re.Match[str]) -> Hit:
    last = _LAST_TOKEN.search(document.text, max(above.start, above.end - 60), above.end)
    safe = first[0][0].islower() and (document.text[above.end - 1].isalpha() or last is None)
    return Hit(
        last.start() if last else above.end,
        first.end(),
        _PARAGRAPH_ENDS,
        suggestion="join the two paragraphs",
        fix=Fix((Edit(above.end, below.start, " "),)) if safe else None,
    )


def _misplaced_stops(document: Document) -> Iterator[Hit]:
    for found in _stops_after(document.text, listed_words(document.target, "never-last")):
        start, end = found.span()
        if found[2] == "al" or document.text[max(0, start - 3) : start] == "et ":
            continue
        if document.in_link(start, end) or document.in_foreign_quotation(start, end):
            continue
        safe = found[2].lower() not in function_words(document.target) or found[2].islower()
        yield Hit(
            start,
            end,
            f"A full stop stands after “{found[1]}”, in the middle of a sentence.",
            suggestion=f"{found[1]} {found[2]}",
            fix=Fix((Edit(found.end(1), found.end(1) + 1, ""),), safe=safe),
        )


def _stops_after(text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """Each of the words that stands after another, with a full stop, and the word after that."""
    end = 0
    for stop in _STOP.finditer(text) if words else ():
        start = text.rfind(" ", end, stop.start()) + 1
        if start and text[start : stop.start()] in words:
            found = _WORD_WITH_STOP.match(text, start)
            if found:
                end = found.end()
                yield found
