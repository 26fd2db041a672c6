import re
from collections.abc import Iterator
from functools import cache

from mtcheck.document import Block, Document
from mtcheck.language.caseless import end_of_piece, is_caseless, is_cut_off, words_of
from mtcheck.language.data import listed_lines, listed_words
from mtcheck.language.finite import BALANCED, finite_verb_probability, has_table
from mtcheck.language.torn import (
    ends_no_sentence,
    goes_on,
    has_end_mark,
    last_word,
    stops_short,
    word_total,
)
from mtcheck.language.words import TOKEN
from mtcheck.patterns import late_pattern
from mtcheck.rule import Hit, bad, good, rule

_OMISSION = (
    r"[\[(（［【]\s?(?:\.\.\.|…{1,2}|\. \. \.)\s?[\])）］】]"
    r"|\[\s?\+\s?\d+ (?:chars|characters)\]|\[&hellip;\]"
)
_ELLIPSIS = late_pattern(r"([^\W_]{1,40})[,;]?\s?(?:\.\.\.|…{1,2})$")
_ANY_ELLIPSIS = late_pattern(r"\.\.\.|…")
_QUOTES = frozenset("\"”’»“'")
_TAIL_WORDS = 3
_ADDRESS = late_pattern(r"\w\.[a-z]{2,6}(?:/\S*)?$")
_COMMA = late_pattern(r"[^\W\d_], [^\W\d_]")
_LABEL = late_pattern(r"[:|@#]|\s[-–—]\s")
_LONGEST_MARK = 80
_SHORTEST_CUT = 8
_SHORTEST_BEFORE_ELLIPSIS = 9
_SHORTEST_VERBLESS_CLAUSE = 14
_SHORTEST_CLAUSE = 14
_SHORTEST_LAST_CLAUSE = 11
_SHORTEST_LONE_CLAUSE = 20
_FEWEST_WITNESSES = 3
_END_MARK_SHARE = 0.7
_SURE = 0.9


@rule(
    category="accuracy/omission",
    severity="major",
    confidence="high",
    examples=[
        bad("Talks\n\nThe minister told reporters on Friday that he would not go ⟦back to the⟧"),
        bad("Talks\n\nThe minister spoke for an hour to the press. ⟦[…]⟧"),
        bad("Talks\n\nThe minister spoke to the press on Friday. ⟦[+2345 chars]⟧"),
        bad("Talks\n\nThe minister spoke to the press about the plan of ⟦the...⟧"),
        bad("Genève\n\nLe ministre a parlé une heure à la presse ⟦... Lire la suite⟧", "fr"),
        bad(
            "Wien\n\nDer Minister sprach am Freitag lange über ⟦die Reform und⟧\n\nDas war es.",
            "de",
        ),
        bad(
            "Ankara\n\nBakan dün mecliste uzun uzun konuştu ve yasa için söz verdi.\n\n⟦(devamı⟧",
            "tr",
        ),
        bad("Madrid\n\nEl ministro habló de la reforma ⟦(continúa en la página 4)⟧", "es"),
        bad(
            "Talks\n\nThe minister spoke for an hour to the press on Friday.\n\n"
            "He said that he would go there himself before long.\n\n"
            "His critics in the opposition said that it was too late.\n\n"
            "The government, he said, had long wanted to help its neighbours with money and "
            "would go on ⟦with its effo⟧"
        ),
        bad(
            "Canton\n\nLe typhon a touché la côte lundi.\n\nLe typhon de l’an dernier avait causé "
            "de lourds dégâts, et les autorités avaient alors été ⟦critiquées...⟧",
            "fr",
        ),
        good("Canton\n\nLe typhon a touché la côte lundi.\n\nEt puis, plus rien...", "fr"),
        good("Talks open in the\n\nThe minister spoke to the press.\n\nCrowds in Rome on Friday"),
        good("Talks\n\n“We asked for the plan [...] and got none,” he said. And then…"),
        good("Talks\n\nHe wrote:\n\n[...]\n\nThey came back.\n\nReporting by Jane Doe in London"),
        good(
            "Genf\n\nDer Minister kam und sah.\n\n(Mit Material von dpa)\n\nAnna Meier, Wien",
            "de",
        ),
        good("Paris\n\nLe ministre a parlé. (à suivre)\n\nPhoto : le ministre à Paris", "fr"),
    ],
)
def truncated_text(document: Document) -> Iterator[Hit]:
    """A paragraph stops in the middle of a sentence, or ends in the mark of a cut.

    Why: teasers are cut at so many characters, feeds hold only the beginning ("[…]", "Read
    more"), and engines have a limit of length, at which they stop without a word.
    Legitimate: headlines, captions, list items, sign-offs, a line that ends in a colon, an
    ellipsis or an omission in a quotation.
    Fix: none; only the source has the rest.
    Authority: an article ends with its last sentence.
    """
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind == "headline":
            continue
        span = _cut_mark(document, block, index == len(blocks) - 1) or _open_end(document, index)
        if span:
            yield Hit(
                *span,
                "The text stops here in the middle: it was cut off before or during translation.",
                suggestion="restore the rest from the source",
            )


def _cut_mark(document: Document, block: Block, is_last: bool) -> tuple[int, int] | None:
    """[…] or “Read more” at the end; an ellipsis after a word that wants another."""
    text = document.text
    tail = text[max(block.start, block.end - _LONGEST_MARK) : block.end]
    if tail[-1] not in "])}）］】" and "…" not in tail and "..." not in tail:
        opened = _opened_cut_marks(document.target)
        is_whole = opened.fullmatch(text, block.text_start, block.end) is not None
        return (block.start, block.end) if is_whole else None
    pattern = _cut_marks(document.target)
    found = pattern.search(text, max(block.start, block.end - _LONGEST_MARK), block.end)
    if found and not document.quotations_around(found.start(), found.end()):
        alone = not text[block.start : found.start()].strip(" \n*_")
        return found.span() if is_last or not alone else None
    ellipsis = _ELLIPSIS.search(text, max(block.start, block.end - 40), block.end)
    if ellipsis is None or not (is_last or not is_caseless(document.target)):
        return None
    if ends_no_sentence(ellipsis[1], document.target):
        return ellipsis.span()
    return ellipsis.span() if _stops_at_ellipsis(document, block, ellipsis, is_last) else None


def _stops_at_ellipsis(
    document: Document, block: Block, ellipsis: re.Match[str], is_last: bool
) -> bool:
    """A long sentence that trails off at the article's end, or after a word that seldom ends one,
    where nobody speaks and nothing else trails off."""
    if block.kind != "paragraph" or document.quotations_around(*ellipsis.span()):
        return False
    sentence = document.sentences_of(block)[-1]
    if (
        words_of(document, *sentence) < _SHORTEST_BEFORE_ELLIPSIS
        or "?" in document.text[sentence.start : sentence.end]
    ):
        return False
    if ellipsis[1] in listed_words(document.target, "seldom-last"):
        return True
    others = _ANY_ELLIPSIS.search(document.text, 0, ellipsis.end(1))
    return is_last and others is None


@cache
def _opened_cut_marks(language: str) -> re.Pattern[str]:
    """A paragraph that is the mark alone, its bracket never closed: "(continued"."""
    phrases = "|".join(map(re.escape, listed_lines(language, "cut-marks")))
    return re.compile(rf"[\[(（［【]\s?(?:{phrases})", re.IGNORECASE)


@cache
def _cut_marks(language: str) -> re.Pattern[str]:
    phrases = "|".join(
        re.escape(p).replace("'", "['’]") for p in listed_lines(language, "cut-marks")
    )
    more = rf"(?:\s*(?:[\[(（［【]?\s?(?:{phrases})[^\w\n]{{0,6}}))" if phrases else "(?!)"
    bracketed = (
        rf"[\[(（［【](?:{phrases})(?: \d+)?\s?(?:(?:…|\.\.\.)?[\])）］】]|…|\.\.\.)"
        if phrases
        else "(?!)"
    )
    return re.compile(
        rf"(?:{_OMISSION}){more}?$|(?:\.\.\.|…{{1,2}}){more}$|{bracketed}$", re.IGNORECASE
    )


def _open_end(document: Document, index: int) -> tuple[int, int] | None:
    """The block's last words, where no mark ends it and it cannot end there."""
    block = document.blocks[index]
    if is_caseless(document.target):
        return (end_of_piece(document, block), block.end) if is_cut_off(document, index) else None
    if block.kind != "paragraph" or has_end_mark(document, block):
        return None
    total = word_total(document, block)
    following = document.blocks[index + 1 : index + 2]
    if following and (
        document.text[following[0].start].islower()
        or document.text[block.end - 1] in _QUOTES
        or goes_on(document, block, following[0])
    ):
        return None
    sentences = document.sentences_of(block)
    is_end = not following or len(sentences) > 1
    shortest = _SHORTEST_CLAUSE if following else _SHORTEST_LAST_CLAUSE
    if not (stops_short(document, block) and total >= _SHORTEST_CUT) and not (
        is_end and total >= shortest and _is_broken_off(document, block)
    ):
        return None
    before, *_ = document.text[block.start : block.end].rsplit(maxsplit=_TAIL_WORDS)
    tail = document.text[block.start + len(before) : block.end]
    return block.end - len(tail.lstrip()), block.end


def _ended_paragraphs(document: Document) -> tuple[int, int]:
    """How many paragraphs are long enough to tell of the others, and how many of them end in a
    mark."""
    prose = [block for block in document.blocks if block.kind == "paragraph"]
    witnesses = [block for block in prose if word_total(document, block) >= _SHORTEST_CUT]
    return len(witnesses), sum(has_end_mark(document, witness) for witness in witnesses)


def _is_broken_off(document: Document, block: Block) -> bool:
    """The last paragraph is a clause that ends in a plain word, where all others end in a mark."""
    word = last_word(document.text, block.text_start, block.end)
    sentences = document.sentences_of(block)
    is_last = block == document.blocks[-1]
    if word is None or not (word[0].islower() or is_last):
        return False
    if not is_last and block == document.blocks[1]:
        return False  # a deck under the headline has no full stop
    if _ADDRESS.search(document.text, block.start, block.end):
        return False  # a stop would look like a part of it
    is_line = len(sentences) == 1 and word_total(document, block) < _SHORTEST_LONE_CLAUSE
    has_comma = _COMMA.search(document.text, block.start, block.end) is not None
    if is_line and not (is_last and has_comma):
        return False
    paragraphs, ended = document.once("paragraphs that end", lambda: _ended_paragraphs(document))
    others = paragraphs - (word_total(document, block) >= _SHORTEST_CUT)  # itself has no end
    is_short = word_total(document, block) < _SHORTEST_CLAUSE
    fewest = _FEWEST_WITNESSES - (is_last and not is_short and ended == others)
    if others < fewest or ended < others * (1 if is_short else _END_MARK_SHARE):
        return False
    if not word[0].islower() and _LABEL.search(document.text, block.start, block.end):
        return False  # Photo: Jane Doe
    words = TOKEN.findall(document.text, sentences[-1].start, sentences[-1].end)
    sure = finite_verb_probability(words, document.target)
    if sure is None:  # no table tells the verbs of the language
        return len(sentences) > 1 or len(words) >= _SHORTEST_VERBLESS_CLAUSE
    return sure > (_SURE if has_table(document.target) else BALANCED)
