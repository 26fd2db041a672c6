"""Passages of an article that were left in another language: words, phrases, sentences.

The cheap test first: one set of the article's words against the words that are foreign to its
language. Only sentences that hold such a word are read word by word. Each of their words is then
foreign (the source language has it and the target has not), at home in the target, shared by both,
or unknown; a stretch from one foreign word to another, with no word of the target between them, is
a run. A run that makes up a sentence is an untranslated sentence, any other an untranslated word
or phrase.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.language.conventions import conventions
from mtcheck.language.data import listed_words, word_list
from mtcheck.language.exonyms import judged_elsewhere
from mtcheck.language.foreign_words import (
    LETTERS,
    any_grammar,
    common_words,
    foreign_words_of,
    grammar_words,
    is_foreign_word,
    languages_of,
    loan_words,
    openers,
    own_words,
    rare_words,
)
from mtcheck.language.mentions import (
    in_tweet,
    is_cited,
    is_explained,
    is_in_verse,
    is_loan,
    is_named,
    is_set_apart,
    is_spoken,
)
from mtcheck.language.names import follows_name_word, holds_somewhere
from mtcheck.language.scripts import CYRILLIC, LATIN, ONLY, SISTER, scripts_of
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Document, Span
    from mtcheck.rule import Confidence

Kind = Literal["sentence", "words"]
_Label = Literal["foreign", "shared", "own", "name", "unknown"]

_WIDEST_GAP = 3
_LONGEST_PIECE = 3
_FEW_WORDS = 20
_LONGEST_NAME = 8
_LONGEST_LABEL = 2
_LONGEST_ELIDED = 6
_CONTRACTED = frozenset(("s", "t", "d", "m", "re", "ve", "ll"))
_BREAKS_WORDS = frozenset("\u00ad\u200b0123456789%")
_MOST_OF_IT = 0.6
_ENOUGH_FOREIGN = 3
_SHORT = 5
_SHORTEST = 3
_LONGEST_ASIDE = 6
_CALENDAR = frozenset(
    ("January", "February", "March", "April", "May", "June", "July", "August", "September",
     "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
     "Saturday", "Sunday")
)  # fmt: skip
_ELISION = late_pattern(r"(?<![\w'’])[^\W\d_]{1,6}['’]$")
_JOINED_AFTER = late_pattern(r"[-‐‑][^\W\d_]+")
_JOINED_BEFORE = late_pattern(r"[^\W\d_]{1,30}[-‐‑]$")
_LATIN_OR_CYRILLIC = late_pattern(f"[{LATIN}{CYRILLIC}]")
_CAPITAL_PIECE = late_pattern(rf"(?<=[-‐‑])[A-ZÄÖÜÉ]|[A-ZÄÖÜÉ][{LATIN}]{{0,60}}(?=[-‐‑])")
_STEM_BEFORE = late_pattern(r"(?:\w{3}|\d)'$")
_WORD_BEFORE = late_pattern(r"([^\W\d_]{1,40}) $")
_NUMBER_AFTER = late_pattern(r"[ \u00a0/-]?\d")
_LETTERS_OF = {
    "en": "éèïôç", "de": "äöüßé", "fr": "àâçéèêëîïôùûüœæ", "es": "áéíóúüñ", "it": "àèéìòù",
    "pt": "áâãàçéêíóôõú", "nl": "éëïóöü", "sv": "åäöé", "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž", "tr": "çğıöşüâîû",
}  # fmt: skip
"""The letters besides a to z that the press of the language prints in small words."""
_BREAK = late_pattern(r"[.!?;:,…。！？，；：()\[\]]|\s[–—-]\s")


class Passage(NamedTuple):
    """A passage in another language. start, end: code points, half-open.

    sources: the languages that it may be in.
    confidence: high where no other reading is likely.
    """

    kind: Kind
    start: int
    end: int
    sources: tuple[str, ...]
    confidence: Confidence


class _Token(NamedTuple):
    start: int
    end: int
    word: str
    is_capital: bool
    is_set_apart: bool


def passages_by_words(document: Document) -> Iterator[Passage]:
    """The passages in a language that is told from the document's by its words."""
    found = foreign_words_of(document.vocabulary, document.target)
    if not found:
        return
    for sentence in _sentences_with(document, found):
        yield from _in_sentence(document, sentence)


def _sentences_with(document: Document, words: frozenset[str]) -> list[Span]:
    places: Iterable[int]
    if len(words) <= _FEW_WORDS:
        places = (at for word in words for at in _places(document.plain, word))
    else:
        tokens = LETTERS.finditer(document.plain)
        places = (found.start() for found in tokens if found.group() in words)
    return sorted({document.sentence_at(place) for place in places})


def _places(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        around = text[at - 1 : at] + text[end : end + 1]
        if not _LATIN_OR_CYRILLIC.search(around):
            yield at
        at = text.find(word, at + 1)


def _in_sentence(document: Document, sentence: Span) -> Iterator[Passage]:
    if in_tweet(document, sentence):
        return
    tokens = _tokens(document, sentence)
    free = [token for token in tokens if not token.is_set_apart]
    source = _likely_source(free, document.target)
    if source is None:
        return
    labels = [_label(document, token, source) for token in free]
    whole = (
        _whole_sentence(document, sentence, free, labels, source)
        or _of_unknown_words(document, sentence, free, labels, source)
        or _caption(document, sentence, free, labels, source)
    )
    if whole:
        yield whole
        return
    others = {s for t in free for s in _languages_if_foreign(t, document.target)} - {source}
    for language in (source, *sorted(others)):
        labels = [_label(document, token, language) for token in free]
        for first, last in _runs(document, free, labels):
            passage = _phrase(document, free, labels, first, last, language)
            if passage:
                yield passage


def _tokens(document: Document, sentence: Span) -> list[_Token]:
    text, plain = document.text, document.plain
    tokens: list[_Token] = []
    for found in LETTERS.finditer(plain, sentence.start, sentence.end):
        start, end = found.span()
        tokens.append(
            _Token(
                start,
                end,
                document.folded[start:end],
                text[start].isupper(),
                is_set_apart(document, start, end),
            )
        )
    return tokens


def _likely_source(tokens: list[_Token], target: str) -> str | None:
    """The language that most of the foreign words are in, with the words that it shares with the
    target to decide between two."""
    votes: Counter[str] = Counter()
    for token in tokens:
        votes.update(_languages_if_foreign(token, target))
    if not votes:
        return None
    most = max(votes.values())
    best = [language for language, count in votes.items() if count == most]
    return max(sorted(best), key=lambda s: sum(t.word in common_words(s) for t in tokens))


def _languages_if_foreign(token: _Token, target: str) -> tuple[str, ...]:
    form = token.word.capitalize() if token.is_capital else token.word
    return languages_of(token.word, target) if is_foreign_word(form, target) else ()


def _label(document: Document, token: _Token, source: str) -> _Label:
    target = document.target
    in_source = token.word in common_words(source)
    in_target = token.word in own_words(target)
    if _is_piece(document, token):
        return "own" if target == "en" and token.word in _CONTRACTED else "shared"
    if not _LATIN_OR_CYRILLIC.match(token.word):
        return "own"
    if token.is_capital:
        if token.word in openers(source) and not _opens_sentence(document, token):
            return "name"
        if in_source and not in_target and is_foreign_word(token.word.capitalize(), target):
            return "name" if _is_judged_as_name(document, token, source) else "foreign"
        return "own" if in_target and not in_source else "name"
    sister = SISTER.get(target)
    if sister == source and ONLY[source].search(token.word):
        return "foreign"
    if in_source:
        if in_target or len(token.word) == 1 or is_loan(document, token.start, token.end):
            return "shared"
        return "foreign"
    if token.word in loan_words():
        return "shared"
    return "own" if in_target else "unknown"


def _is_judged_as_name(document: Document, token: _Token, source: str) -> bool:
    """A noun that many people have for a name (Schlag, Richter) and that no article stands
    before, or one that follows a first name somewhere in the text; a name that the rules of names
    judge."""
    form = document.text[token.start : token.end]
    if form in judged_elsewhere(document.target):
        return True
    if token.word in listed_words(source, "noun-surnames"):
        before = _WORD_BEFORE.search(document.folded, max(0, token.start - 20), token.start)
        return before is None or before[1] not in grammar_words(source)

    def follows_first_name(at: int) -> bool:
        return (
            follows_name_word(document, at, may_open=False)
            and (before := _WORD_BEFORE.search(document.folded, max(0, at - 40), at)) is not None
            and before[1] not in common_words(source)
        )

    asked = ("follows a first name", source)
    return holds_somewhere(document, token.start, token.end, asked, follows_first_name)


def _is_piece(document: Document, token: _Token) -> bool:
    """What an apostrophe or hyphen cuts off: 's, 've, non-, al-."""
    plain = document.plain
    before = plain[token.start - 1] if token.start else " "
    after = plain[token.end : token.end + 1]
    if before in _BREAKS_WORDS or after in _BREAKS_WORDS:
        return True
    if before == "-" and not plain[max(0, token.start - 2)].isalpha():
        return True
    if before == "'" and (
        token.word in _CONTRACTED
        or _STEM_BEFORE.search(plain, max(0, token.start - 4), token.start)
    ):
        return True
    if after == "'" and plain[token.end + 1 : token.end + 2].isalpha():
        return len(token.word) <= _LONGEST_ELIDED
    return "-" in (before, after) and len(token.word) <= _LONGEST_PIECE


def _runs(
    document: Document, tokens: list[_Token], labels: list[_Label]
) -> Iterator[tuple[int, int]]:
    """First and last token of each run of foreign words."""
    first = last = -1
    for index, label in enumerate(labels):
        if label != "foreign":
            continue
        between = labels[last + 1 : index]
        if first >= 0 and (
            "own" in between
            or sum(other != "shared" for other in between) > _WIDEST_GAP
            or _BREAK.search(document.text, tokens[last].end, tokens[index].start)
        ):
            yield first, last
            first = index
        elif first < 0:
            first = index
        last = index
    if first >= 0:
        yield first, last


def _whole_sentence(
    document: Document, sentence: Span, tokens: list[_Token], labels: list[_Label], source: str
) -> Passage | None:
    if _cites_after_colon(document, sentence, tokens, labels):
        return None
    counts = Counter(labels)
    foreign, own = counts["foreign"], counts["own"]
    small = len(tokens) - counts["name"]
    of_source = foreign + counts["shared"]
    ends = document.text[sentence.end - 1] in ".!?" and not counts["name"]
    if ends and not own and foreign and small >= _SHORTEST and of_source >= max(3, small - 1):
        if is_cited(document, sentence) or is_in_verse(document, sentence.start):
            return None
        confidence: Confidence = "high" if foreign >= _ENOUGH_FOREIGN else "medium"
        if foreign > 1 or any(token.word in grammar_words(source) for token in tokens):
            return Passage("sentence", sentence.start, sentence.end, (source,), confidence)
    if foreign < (2 if own or small < 7 else 1) or foreign < 3 * own:
        return None
    if own and (foreign < _ENOUGH_FOREIGN or of_source < _MOST_OF_IT * small):
        return None
    is_short = small < _SHORT - 1 or foreign + small < _SHORT + 3
    if is_short and foreign < _ENOUGH_FOREIGN and (of_source < small or foreign < 2):
        return None  # a short line without a word of the target may be a name or a title
    grammar = any_grammar(document.target)
    if small <= _SHORT and not any(token.word in grammar for token in tokens) and foreign < 4:
        return None
    if is_cited(document, sentence) or is_in_verse(document, sentence.start):
        return None
    if any(
        _opens_title(document, tokens, labels, index, source) for index in range(1, len(tokens))
    ):
        return None
    is_aside = len(tokens) <= _LONGEST_ASIDE and is_spoken(document, sentence.start, sentence.end)
    own_at_edge = {labels[0], labels[-1]} & {"own"}
    start = tokens[0].start if own_at_edge else sentence.start
    end = sentence.end
    if own_at_edge:  # no space parts the sentence from one of the target's script
        kept = [t for t, label in zip(tokens, labels, strict=True) if label != "own"]
        start, end = kept[0].start, kept[-1].end
    return Passage("sentence", start, end, (source,), "medium" if is_aside else "high")


def _of_unknown_words(
    document: Document, sentence: Span, tokens: list[_Token], labels: list[_Label], source: str
) -> Passage | None:
    """A sentence in small letters with a word of the source, none of the target's, and else words
    that neither's lists have: Opady mają potrwać do wtorku."""
    counts = Counter(labels)
    small = [label for token, label in zip(tokens, labels, strict=True) if not token.is_capital]
    if counts["own"] or not counts["foreign"] or len(small) < _SHORTEST:
        return None
    if len(tokens) - len(small) > 1 or not tokens[0].is_capital:
        return None
    if document.text[sentence.end - 1] not in ".!?":
        return None
    if 2 * counts["shared"] > len(small) and counts["foreign"] < 2:
        return None
    if _cites_after_colon(document, sentence, tokens, labels):
        return None
    if is_cited(document, sentence) or is_in_verse(document, sentence.start):
        return None
    if is_spoken(document, sentence.start, sentence.end):
        return None
    is_sure = counts["foreign"] > 1 or any(
        char not in _LETTERS_OF.get(document.target, char)
        for token in tokens
        for char in token.word
        if not char.isascii()
    )
    return Passage(
        "sentence", sentence.start, sentence.end, (source,), "high" if is_sure else "medium"
    )


def _caption(
    document: Document, sentence: Span, tokens: list[_Token], labels: list[_Label], source: str
) -> Passage | None:
    """The words after a label: Photo: Ratownicy wyjeżdżają z szybu po akcji."""
    colon = document.text.find(": ", sentence.start, sentence.end)
    if colon < 0 or not _cites_after_colon(document, sentence, tokens, labels):
        return None
    after = [at for at, token in enumerate(tokens) if token.start > colon]
    if not 1 <= after[0] <= _LONGEST_LABEL or not tokens[after[0]].is_capital:
        return None
    small = [labels[at] for at in after if not tokens[at].is_capital]
    if len(small) < _SHORTEST or len(after) - len(small) > 1 or small.count("foreign") < 2:
        return None
    if document.text[sentence.end - 1] not in ".!?":
        return None
    return Passage("sentence", tokens[after[0]].start, sentence.end, (source,), "medium")


def _opens_title(
    document: Document, tokens: list[_Token], labels: list[_Label], index: int, source: str
) -> bool:
    """Does a word of the source with a capital that it has only as a first word stand in the
    middle of the sentence, behind words that are not foreign: Le pusieron Non, je ne regrette
    rien?"""
    token = tokens[index]
    form = document.text[token.start : token.end]
    return (
        token.is_capital
        and not form.isupper()
        and (
            token.word in grammar_words(source)
            or (document.text.startswith(",", token.end) and token.word in common_words(source))
        )
        and token.start > document.sentence_at(token.start).start
        and "foreign" not in labels[:index]
        and "own" in labels[:index]
    )


def _cites_after_colon(
    document: Document, sentence: Span, tokens: list[_Token], labels: list[_Label]
) -> bool:
    """Words of the target, a colon, and nothing of the target after it: a motto, a song."""
    colon = document.text.find(":", sentence.start, sentence.end)
    if colon < 0:
        return False
    before = [label for t, label in zip(tokens, labels, strict=True) if t.end <= colon]
    after = [label for t, label in zip(tokens, labels, strict=True) if t.start > colon]
    return "own" in before and "own" not in after and "foreign" in after


def _phrase(
    document: Document,
    tokens: list[_Token],
    labels: list[_Label],
    first: int,
    last: int,
    source: str,
) -> Passage | None:
    """The run as an untranslated word or phrase, unless it is a name, a loan or a mention."""
    foreign = [t for t, label in zip(tokens[first : last + 1], labels[first:], strict=False)
               if label == "foreign"]  # fmt: skip
    sentence = document.sentence_at(tokens[first].start)
    if _cites_after_colon(document, sentence, tokens, labels):
        colon = document.text.find(":", sentence.start)
        if tokens[first].start > colon:
            return None
    start, end = _joined(document, tokens[first].start, tokens[last].end)
    if "-" in document.plain[start:end] and _CAPITAL_PIECE.search(document.text, start, end):
        return None
    if is_explained(document, start, end, len(foreign)) or _is_noun_in_name(
        document, tokens, labels, first, last
    ):
        return None
    confidence = _confidence(document, tokens, labels, first, last, source, foreign)
    if confidence is None or is_in_verse(document, start):
        return None
    if (
        len(foreign) > 1
        and "latin" not in scripts_of(document.target)
        and (all(token.is_capital for token in tokens[first : last + 1]))
    ):
        return None  # Tiroler Tageszeitung, in Russian
    if (
        is_spoken(document, start, end)
        or _is_spoken_elsewhere(document, start, end)
        or _is_title(document, tokens, labels, first, source)
        or all(_is_unsure(token, source) for token in foreign)
        or is_named(document, start, end)
    ):
        confidence = "medium"
    sources = _sources(foreign, document.target, source)
    return Passage("words", start, end, sources, confidence)


def _is_unsure(token: _Token, source: str) -> bool:
    """A rarer word with a capital, or of English, whose words all languages borrow."""
    return (token.is_capital or source == "en") and token.word in rare_words(source)


def _is_spoken_elsewhere(document: Document, start: int, end: int) -> bool:
    """Does somebody say the form in a quotation, which the text then takes up?"""
    length = end - start
    return holds_somewhere(
        document, start, end, "spoken", lambda at: is_spoken(document, at, at + length)
    )


def _is_title(
    document: Document, tokens: list[_Token], labels: list[_Label], first: int, source: str
) -> bool:
    """Does the run, or a word of the source just before it, open with a capital?"""
    return any(
        _opens_title(document, tokens, labels, index, source)
        for index in range(max(1, first - 1), first + 1)
    )


def _sources(foreign: list[_Token], target: str, source: str) -> tuple[str, ...]:
    """All languages that have every foreign word of the run."""
    shared = set.intersection(*(set(languages_of(token.word, target)) for token in foreign))
    return tuple(sorted(shared)) or (source,)


def _joined(document: Document, start: int, end: int) -> tuple[int, int]:
    """The run with what an apostrophe or a hyphen joins to it: l'accord, porte-parole."""
    text = document.text
    before = _ELISION.search(text, max(0, start - 8), start)
    if before:
        start = before.start()
    while hyphen := _JOINED_BEFORE.search(text, max(0, start - 30), start):
        start = hyphen.start()
    while hyphen := _JOINED_AFTER.match(text, end):
        end = hyphen.end()
    return start, end


def _is_noun_in_name(
    document: Document, tokens: list[_Token], labels: list[_Label], first: int, last: int
) -> bool:
    """A noun with a capital that a name or number stands beside: Bündnis 90, Neue Zeit."""
    for index in range(first, last + 1):
        token = tokens[index]
        if not token.is_capital or labels[index] != "foreign":
            continue
        if _NUMBER_AFTER.match(document.text, token.end):
            return True
        for other in (index - 1, index + 1):
            if other == 0 and labels[0] == "own" and _opens_sentence(document, tokens[0]):
                continue  # De Feuerwehr, in Dutch
            if 0 <= other < len(tokens) and tokens[other].is_capital:
                one, two = sorted((token, tokens[other]))
                gap = document.text[one.end : two.start]
                if (
                    labels[other] != "foreign"
                    and index + other
                    and gap in (" ", "\u00a0", "-", "/")
                ):
                    return True
    return False


def _opens_sentence(document: Document, token: _Token) -> bool:
    return token.start == document.sentence_at(token.start).start


def _confidence(
    document: Document,
    tokens: list[_Token],
    labels: list[_Label],
    first: int,
    last: int,
    source: str,
    foreign: list[_Token],
) -> Confidence | None:
    grammar = any_grammar(document.target)
    verbs = conventions(source).speech_verbs
    has_content = any(token.word not in grammar or token.word in verbs for token in foreign)
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before and _BREAK.search(document.text, before.end, tokens[first].start):
        before = None
    if after and _BREAK.search(document.text, tokens[last].end, after.start):
        after = None
    inside_names = any(label == "name" for label in labels[first : last + 1])
    named_before = before is not None and _is_name(document, before, source, has_content)
    reached = first - 1
    while (
        before
        and not named_before
        and labels[reached] in ("shared", "unknown")
        and first - reached < _LONGEST_NAME
    ):
        reached -= 1  # Médecins sans frontières
        before = tokens[reached] if reached >= 0 else None
        named_before = before is not None and _is_name(document, before, source, has_content)
    named_after = after is not None and _is_name(document, after, source, has_content)
    if len(foreign) == 1 and before and after and before.is_capital and after.is_capital:
        opens = before.start == document.sentence_at(before.start).start
        if not opens and before.word not in own_words(document.target):
            return None  # Gazzetta dello Sport, in German too
    if not has_content:
        if (
            before
            and named_before
            and not (named_after or inside_names)
            and _opens_sentence(document, before)
            and any(token.word in openers(source) for token in foreign)
        ):
            return "high"
        if named_before or named_after or inside_names:
            return None
        if (
            len(foreign) == 1
            and not (before and after)
            and not _is_latin_in_other(document, foreign)
        ):
            return None
        return "high"
    if named_before and before is not None:
        is_opener = any(token.word in openers(source) for token in foreign)
        if is_opener and _opens_sentence(document, before) and not (named_after or inside_names):
            return "high"  # Autobus havaroval wczoraj
        if before.word in common_words(source) or inside_names or foreign[0].word in grammar:
            return None  # Banco do Brasil, Homburg vor der Höhe
        is_told = any(token.word in verbs for token in foreign)
        if named_after and not is_told and len(foreign) < _ENOUGH_FOREIGN:
            return None  # Rock around the Clock
        if foreign[0].word not in verbs and len(foreign) == 1:
            return "medium"
    if inside_names and len(foreign) < _ENOUGH_FOREIGN:
        return None
    return "high"


def _is_latin_in_other(document: Document, foreign: list[_Token]) -> bool:
    return "latin" not in scripts_of(document.target) and foreign[0].word.isascii()


def _is_name(document: Document, token: _Token, source: str, has_content: bool) -> bool:
    """A word with a capital that the target does not write so anyway: not the first word of a
    sentence, a nationality, a German noun."""
    if not token.is_capital:
        return False
    target = document.target
    if token.start == document.sentence_at(token.start).start:
        return token.word not in own_words(target)
    if target == "de" and (has_content or token.word in common_words("de")):
        return token.word in common_words(source)
    form = document.text[token.start : token.end]
    if target == "en" and form in _CALENDAR:
        return False
    return form not in word_list("nationality", target)
