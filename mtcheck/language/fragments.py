"""Is a short sentence a piece that was torn from the one beside it?

Sentences without a verb are also good style (Not a chance.), so word lists of each language
decide: `verbless-words.txt` (what deliberate ones hold), `news-heads.txt`, `news-subjects.txt`,
`noun-heads.txt` and `nation-stems.txt` (what torn ones are built on), `attributions.txt` and
`torn-openers.txt` (how they begin), `prepositions.txt` and `articles.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.adverbials import is_of_two_parts, is_torn_adverbial
from mtcheck.language.data import function_words, listed_lines, listed_words, word_list
from mtcheck.language.finite import BALANCED, STRICT, finite_verb_probability
from mtcheck.language.torn import ends_no_sentence, goes_on, has_end_mark
from mtcheck.language.words import TOKEN
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_LONGEST = 10
_LONGEST_SPAN = 90
_SHORTEST_WHOLE = 6
_SHORTEST_BEFORE_PHRASE = 4
_FEWEST_BEFORE_ADVERBIAL = 5
_SHORT = 2
_SHORTEST_PLACE = 3
_LONGEST_WHOLE = 3
_KNOWN = 0.9
_ADVERBIAL_LIMITS = {"de": (7, STRICT)}
"""Words and share of a verb: a German clause may open with an adverbial, its verb in the middle."""
_PREDICATES = {
    "ru": late_pattern(r"(?:[льрстжчнв]н|ен|ив|ов)[аоы]$"),
    "uk": late_pattern(r"(?:(?:[нлв]|[^с]т)і|(?:[льрстжчнв]н|ен|ив|ов)[ао])$"),
}
"""Ends of adjectives that say something of a noun, where "is" is left out: врачи бессильны."""
_SURE_OF_PHRASE = {"ru": 0.15, "pl": 0.19, "cs": 0.14}
_PARTICIPLES: dict[str, tuple[str, ...]] = {
    "en": ("ed", "en", "wn", "ing"),
    "fr": ("é", "és", "ée", "ées"),
    "es": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    "pt": ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    "it": ("ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute"),
}
_LONGEST_LONE_PHRASE = 5
_LONE_OPENED = 0.8
"""Below which share of a verb "among them the family of ..." is no sentence."""
_COUNTED = late_pattern(r"^\d[\d.,]*(?= )")
_LONGEST_ATTRIBUTION = 7
_LONGEST_CLAUSE = 7
_SURE_OF_ATTRIBUTION = {"sv": 0.9, "nl": 0.9, "de": 0.9, "pt": 0.9, "cs": 0.9, "it": 0.5, "es": 0.5}
"""Below which share of a verb "according to ..." is no sentence: a real one has a sure verb."""
_MARK_INSIDE = late_pattern(r"[\"“”„‘«»()\[\]:;?!–—/…,@#&*|\d]| - |^[-•]")
_MARK_OR_LETTERED = late_pattern(
    r"[\"“”„‘«»()\[\]:;?!–—/…,@#&*|]| - |^[-•]|\d[.:]\d|[1-2]\d{3}\.$|\d$|\d\.$"
)
"""Marks, and figures that are a date or an hour; an age may stand in a torn phrase."""
_MARK_OF_SENSE = late_pattern(r"[\"“”„‘«»()\[\]:;?!–—…@#&*]|, (?!\d{4}\.?$)\d[\d.,]*$")
_WHOLE_END = late_pattern(r"(?:((?<![^\W\d_])[^\W\d_]{2,})|\ds?|[ap]\.m)[”»\"’)]?\.[”»\"’)]?$")
_SMALL, _CAPITAL = "a-zß-ÿа-яёіїєґ", "A-ZÀ-ÝА-ЯЁІЇЄҐ"
_ABBREVIATED_END = late_pattern(rf"\b(?:[^\W\d_]{{1,2}}|[{_CAPITAL}][{_SMALL}]{{2}}|[IVXL]+)\.$")
_LOWER_PIECE = late_pattern(
    rf"\. (?<=[{_SMALL}]{{4}}\. )(?P<piece>[{_SMALL}][^.!?:;\"“”„«»\n]{{3,80}})(?=\.(?:\s|$))"
)


def torn_pieces(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence it was torn from) of each torn-off piece."""
    for block in document.blocks:
        if _is_prose(document, block):
            for whole, piece in pairwise(document.sentences_of(block)):
                is_torn = _is_piece(document, piece) and _is_torn(document, block, whole, piece)
                if is_torn or _is_adverbial(document, block, whole, piece):
                    yield piece, whole
            yield from _small_letter_pieces(document, block)
    for above, below in pairwise(document.blocks):
        if _is_stray_block(document, above, below) or _is_stray_phrase(document, above, below):
            yield Span(below.start, below.end), document.sentences_of(above)[-1]


def _is_prose(document: Document, block: Block) -> bool:
    """A paragraph, and no line of a dialogue: people speak in pieces."""
    return block.kind == "paragraph" and document.text[block.start] not in "—–―"


def lone_phrases(document: Document) -> Iterator[tuple[Span, Span]]:
    """(the piece, the sentence before it) of each prepositional or participial phrase, and of each
    short subordinate clause (`lone-openers.txt`, `clause-openers.txt`), with its own full stop.
    Good writers do this too: it tells only in a text that is known to be translated."""
    before: Sequence[Span] = ()
    for block in document.blocks:
        if not _is_prose(document, block):
            before = ()
            continue
        above = before[-1:] if block.kind == "paragraph" else []
        before = document.sentences_of(block)
        for whole, piece in pairwise([*above, *before]):
            if _is_lone_phrase(document, block, whole, piece) or _is_lone_word(
                document, block, whole, piece
            ):
                yield piece, whole


def _is_lone_phrase(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    language = document.target
    if not _is_piece(document, piece, _MARK_OR_LETTERED) or document.text[piece.end - 1] != ".":
        return False
    before, words = _words(document, whole), _words(document, piece)
    first = _elided_head(words[0])
    opens = first in listed_words(language, "prepositions") or (
        first.endswith(_PARTICIPLES.get(language, "\0"))
        and words[1].lower() in listed_words(language, "prepositions")
    )
    has_verb = _verb(words, language)
    is_phrase = (has_verb < _LONE_OPENED and _opens_with(document, piece, "lone-openers")) or (
        has_verb < BALANCED
        and (
            _is_body_alone(words, language)
            or (
                opens
                and not _is_deliberate(_unjoined(words, language), language)
                and not is_of_two_parts(words, language)
            )
        )
    )
    is_clause = _count(words) <= _LONGEST_CLAUSE and _opens_with(document, piece, "clause-openers")
    return (
        (is_phrase or is_clause)
        and _WHOLE_END.search(document.text, whole.start, whole.end) is not None
        and len(before) >= _SHORTEST_BEFORE_PHRASE
        and _verb(before, language) > BALANCED
        and not document.quotations_around(*piece)
        and not _is_staccato(document, block, piece)
    )


def _is_body_alone(words: Sequence[str], language: str) -> bool:
    """The fire brigade. The spokesman for the ministry. Nothing is said of whom it names."""
    plain = [word for word in words if word[0].isalpha()]
    return (
        bool(listed_words(language, "articles"))
        and _SHORT <= len(plain) <= _LONGEST_LONE_PHRASE
        and plain[0].lower() in listed_words(language, "articles")
        and plain[1].lower() in listed_words(language, "news-heads")
        and not _is_deliberate(plain, language)
    )


def _is_lone_word(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    """One noun with a full stop, of those that news is about, behind a whole sentence: Strażacy."""
    word, language = document.text[piece.start : piece.end], document.target
    return (
        word.endswith(".")
        and word[:-1].isalpha()
        and word[:-1].lower() in listed_words(language, "noun-heads")
        and document.text[whole.end - 1] == "."
        and len(before := _words(document, whole)) >= _SHORTEST_WHOLE
        and _verb(before, language) > BALANCED
        and not document.quotations_around(*piece)
        and not document.quotations_around(whole.start, whole.start + 1)
        and not _is_staccato(document, block, piece)
    )


def _unjoined(words: Sequence[str], language: str) -> list[str]:
    """Without "and" and the determiners inside: for food and shelter, on this route are no figures
    of speech."""
    joints = {*word_list("joints", language), *word_list("determiners", language)}
    return [word for at, word in enumerate(words) if not at or word not in joints]


def _elided_head(word: str) -> str:
    """d' of d'Aix, lower-cased."""
    head, apostrophe, _ = word.lower().replace("’", "'").partition("'")
    return head + apostrophe


def _words(document: Document, span: Span) -> list[str]:
    return TOKEN.findall(document.text, span.start, span.end)


def _verb(words: Sequence[str], language: str) -> float:
    """How sure it is that the words hold a finite verb; sure where nobody can tell."""
    probability = finite_verb_probability(words, language)
    return 1.0 if probability is None else probability


def _is_piece(document: Document, span: Span, marks: re.Pattern[str] = _MARK_INSIDE) -> bool:
    """Short, without a mark inside, and not cut by an abbreviation's full stop."""
    if span.end - span.start > _LONGEST_SPAN:
        return False
    text = document.text[span.start : span.end]
    ended = text[-1] == "." or span.end == document.blocks[-1].end
    return (
        ended
        and 2 <= len(text.split()) <= _LONGEST
        and marks.search(text) is None
        and _ABBREVIATED_END.search(text) is None
    )


def _is_torn(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    language = document.target
    before, words = _words(document, whole), _words(document, piece)
    end = _WHOLE_END.search(document.text, whole.start, whole.end)
    if end is None or len(before) < _SHORTEST_WHOLE or document.quotations_around(*piece):
        return False
    last = end[1] or ""
    if ends_no_sentence(last, language):
        return False  # broken-sentence tells it
    cut = last in listed_words(language, "prepositions") - listed_words(language, "verb-particles")
    if len(last) == _SHORT and not cut and last not in function_words(language):
        return False  # an abbreviation
    opens = _opens_with(document, piece, "torn-openers")
    names_source = _opens_with(document, piece, "attributions")
    wants = names_source or ((cut or opens) and not _is_deliberate(words, language))
    is_last = piece == document.sentences_of(block)[-1]
    sure = STRICT if wants else _threshold(words, is_last, language)
    if names_source and listed_words(language, "noun-heads"):
        sure = BALANCED  # the nouns of these languages look like verbs to the table
    elif names_source and len(words) <= _LONGEST_ATTRIBUTION:
        sure = _SURE_OF_ATTRIBUTION.get(language, sure)
    return (
        _verb(words, language) < sure
        and _verb(before, language) > BALANCED
        and not _is_staccato(document, block, piece)
    )


def _is_adverbial(document: Document, block: Block, whole: Span, piece: Span) -> bool:
    """An adverbial by itself, behind a sentence that it may belong to."""
    text = document.text[piece.start : piece.end]
    longest, sure = _ADVERBIAL_LIMITS.get(document.target, (_LONGEST, BALANCED))
    if not text.endswith(".") or len(text.split()) > longest or _MARK_OF_SENSE.search(text):
        return False
    before, words = _words(document, whole), _words(document, piece)
    return (
        _count(before) >= max(_fewest_before(document.target), _count(words))
        and _WHOLE_END.search(document.text, whole.start, whole.end) is not None
        and is_torn_adverbial(text, words, document.target)
        and _verb(words, document.target) < sure
        and _verb(before, document.target) > BALANCED
        and not document.quotations_around(*piece)
        and not _is_staccato(document, block, piece)
    )


def _fewest_before(language: str) -> int:
    """Four words are as much as five where there are no articles."""
    return _FEWEST_BEFORE_ADVERBIAL - bool(listed_words(language, "noun-heads"))


def _count(words: list[str]) -> int:
    return sum(word[0].isalnum() for word in words)


def _threshold(words: list[str], is_last: bool, language: str) -> float:
    """Below which share of a verb the words are a torn phrase; 0 where they may be meant so."""
    bodies, subjects = listed_words(language, "news-heads"), listed_words(language, "news-subjects")
    is_somebody = _is_somebody(words, language)
    if _is_deliberate(words[is_somebody:], language) or is_of_two_parts(words, language):
        return 0.0
    first, plain = words[0].lower(), [word for word in words if word[0].isalpha()]
    if _is_told_of(plain, language) or (is_somebody and _leaves_out_verb(plain, language)):
        return 0.0
    if _is_noun_phrase(plain, language):
        return _SURE_OF_PHRASE.get(language, STRICT)
    forms = {form for w in plain for form in (w.lower(), w.lower().rpartition("-")[2], _elided(w))}
    is_national = any(_is_of_nation(word.lower(), language) for word in plain)
    is_named = is_national or (language != "de" and any(word[0].isupper() for word in plain[1:]))
    is_definite = first in listed_words(language, "articles")
    opens_with_preposition = first in listed_words(language, "prepositions")
    if opens_with_preposition and listed_words(language, "adverbial-ends"):
        return 0.0  # В Москве снегопад: the test for adverbials decides
    leads_on = is_definite or opens_with_preposition
    if is_named and not forms.isdisjoint(bodies | subjects):
        known = bodies | subjects | listed_words(language, "articles")
        all_known = all(w.lower() in known or _is_of_nation(w.lower(), language) for w in plain)
        return _KNOWN if all_known else BALANCED
    if not is_last and not is_somebody:
        return 0.0
    if not forms.isdisjoint(bodies):
        return STRICT
    return STRICT if is_national and leads_on and len(plain) >= _SHORTEST_PLACE else 0.0


def _is_somebody(words: list[str], language: str) -> bool:
    """A spokesman for the police, local sources: no figure of speech opens so."""
    bodies = listed_words(language, "news-heads")
    openers = listed_words(language, "indefinites") | listed_words(language, "articles")
    return len(words) > _SHORT and (
        words[0].lower() in bodies or (words[1].lower() in bodies and words[0].lower() in openers)
    )


def _is_noun_phrase(plain: list[str], language: str) -> bool:
    """Is it a plain thing or person of the news, with nothing said of it: жители города?"""
    heads = listed_words(language, "noun-heads")
    at = next((at for at, word in enumerate(plain[:_SHORT]) if word.lower() in heads), None)
    if at is None or len(plain) < _SHORT or plain[0].lower() in function_words(language):
        return False
    prepositions = listed_words(language, "prepositions")
    return language not in _PREDICATES or (
        prepositions.isdisjoint(word.lower() for word in plain)  # Жители в шоке
        and not _is_told_of(plain, language)
    )


def _is_told_of(plain: list[str], language: str) -> bool:
    """Are they a noun and its predicate: врачи бессильны?"""
    predicates = _PREDICATES.get(language)
    return (
        predicates is not None
        and len(plain) == _SHORT
        and plain[1].islower()
        and predicates.search(plain[1]) is not None
    )


def _leaves_out_verb(plain: list[str], language: str) -> bool:
    """The town gave sand. The fire brigade water. Where no adjective follows its noun, a bare noun
    after it is what somebody does it to."""
    if not listed_words(language, "verb-particles"):
        return False
    bodies = listed_words(language, "news-heads")
    at = next((at for at, word in enumerate(plain[:_SHORT]) if word.lower() in bodies), len(plain))
    common = function_words(language) | listed_words(language, "prepositions")
    return any(word.islower() and word not in common for word in plain[at + 1 : at + 2])


def _elided(word: str) -> str:
    return word.lower().replace("’", "'").rpartition("'")[2]


def _is_of_nation(word: str, language: str) -> bool:
    word, (whole, stems) = _elided(word), _nation_stems(language)
    return word in whole or word.startswith(stems)


@cache
def _nation_stems(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    stems = listed_words(language, "nation-stems")
    whole = frozenset(stem for stem in stems if len(stem) <= _LONGEST_WHOLE)
    return whole, tuple(sorted(stems - whole))


def _is_deliberate(words: list[str], language: str) -> bool:
    """Has it a word of the sentences that leave out their verb on purpose?"""
    marks = listed_words(language, "verbless-words")
    return not marks.isdisjoint(_elided(word.lower()) for word in words)


def _opens_with(document: Document, piece: Span, openings: str) -> bool:
    """Does the piece open with a phrase of that list? A final A stands for a capital, a first 0
    for a number."""
    text = _COUNTED.sub("0", document.folded[piece.start : piece.end])
    for opening in listed_lines(document.target, openings):
        fixed = opening.removesuffix("A")
        if text.startswith(fixed if fixed[-1] in "' " else f"{fixed} ") and (
            fixed == opening or document.text[piece.start + len(fixed)].isupper()
        ):
            return True
    return False


def _is_staccato(document: Document, block: Block, piece: Span) -> bool:
    """Does another short sentence without a verb follow?"""
    following = [s for s in document.sentences_of(block) if s.start > piece.start][:1]
    return any(
        _count(words := _words(document, span)) <= _LONGEST
        and _verb(words, document.target) < STRICT
        for span in following
    )


def _small_letter_pieces(document: Document, block: Block) -> Iterator[tuple[Span, Span]]:
    """Pieces that begin with a small letter after a full stop: "on Friday. of the Council." """
    for found in _LOWER_PIECE.finditer(document.text, block.text_start, block.end):
        piece = Span(found.start("piece"), found.end("piece") + 1)
        if _follows_abbreviation(document, piece):
            continue
        if _starts_torn(document, piece) and _is_piece(document, piece):
            before = Span(document.sentence_at(piece.start).start, piece.start)
            if len(_words(document, before)) >= _SHORTEST_WHOLE:
                yield piece, Span(before.start, piece.start - 1)


def _follows_abbreviation(document: Document, piece: Span) -> bool:
    words = document.text[max(0, piece.start - 30) : piece.start].split()
    return bool(words) and document.conventions.is_abbreviation(words[-1].removesuffix("."))


def _is_stray_block(document: Document, above: Block, below: Block) -> bool:
    """A paragraph that begins with a small letter, has no verb, and goes on with nothing."""
    span = Span(below.start, below.end)
    return (
        {above.kind, below.kind} == {"paragraph"}
        and document.text[below.start].islower()
        and has_end_mark(document, below)
        and has_end_mark(document, above)
        and document.text[above.end - 1] != ":"
        and not goes_on(document, above, below)
        and _is_piece(document, span)
        and _starts_torn(document, span)
    )


def _is_stray_phrase(document: Document, above: Block, below: Block) -> bool:
    """A paragraph that is a torn-off phrase with its full stop: "Rzecznik resortu." """
    if not listed_words(document.target, "noun-heads"):
        return False
    span, language = Span(below.start, below.end), document.target
    if {above.kind, below.kind} != {"paragraph"} or not document.text.endswith(".", *span):
        return False
    words = _words(document, span)
    plain = [word for word in words if word[0].isalpha()]
    before = document.sentences_of(above)[-1]
    return (
        len(plain) <= _LONGEST_LONE_PHRASE
        and all(word.islower() for word in plain[1:])
        and _is_piece(document, span)
        and has_end_mark(document, above)
        and document.text[above.end - 1] != ":"
        and not document.is_sentence_a_paragraph
        and not _is_deliberate(words, language)
        and _is_noun_phrase(plain, language)
        and len(_words(document, before)) >= _SHORTEST_WHOLE
        and _verb(words, language) < _SURE_OF_PHRASE.get(language, STRICT)
        and below != document.blocks[-1]
    )


def _starts_torn(document: Document, piece: Span) -> bool:
    """A function word opens it, a plain word follows (by Jane Doe), and there is no verb."""
    words = _words(document, piece)
    common = function_words(document.target) | listed_words(document.target, "prepositions")
    return (
        words[0] in common
        and any(word[0].islower() for word in words[1:])
        and _verb(words, document.target) < STRICT
    )
