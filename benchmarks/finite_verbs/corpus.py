"""Sentences with their finite verbs marked, cut into the tokens that mtcheck sees."""

from __future__ import annotations

import gzip
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from mtcheck.language.words import TOKEN

LANGUAGES = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "ru", "sv")

_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_DEBRIS = (("``", "“"), ("''", "”"), ("&#39;", "'"))

_CZECH_L_PARTICIPLE = re.compile(r"l[aoiyé]?s?$")
_RUSSIAN_SHORT_PARTICIPLE = re.compile(r"[нт][аоы]?$")
_PREDICATIVES = {
    "ru": re.compile(
        "нет|надо|нельзя|пора|жаль|можно|нужн[оаы]|нужен|должен|должн[аоы]"
        "|(не)?возможно|(не)?известно|необходимо"
    ),
    "pl": re.compile("można|trzeba|warto|wolno"),
}

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ"})
_CLAUSE_MARKS = frozenset(',;:–—()"“”«»„…')


class Token(NamedTuple):
    word: str
    tags: frozenset[str]
    finite: bool


Sentence = list[Token]

FULL_STOP = Token(".", frozenset({"PUNCT"}), False)


def read_sentences(data: Path, language: str) -> list[Sentence]:
    """All sentences of a language, training and test parts in this order, none empty."""
    parts = (data / f"{language}.{part}.tsv.gz" for part in ("train", "test"))
    records = (record for part in parts for record in _read_records(part))
    sentences = (_retokenise(text, tokens, language) for text, tokens in records)
    return [sentence for sentence in sentences if sentence]


def has_finite_verb(sentence: Iterable[Token]) -> bool:
    return any(token.finite for token in sentence)


def clauses(sentence: Sentence, shortest: int, longest: int) -> Iterator[Sentence]:
    """The stretches between marks of punctuation, where they are less than the sentence."""
    clause: Sentence = []
    for token in [*sentence, Token(",", frozenset(), False)]:
        if token.word not in _CLAUSE_MARKS:
            clause.append(token)
            continue
        if clause and clause[-1].word == ".":
            clause.pop()
        if shortest <= len(clause) <= min(longest, len(sentence) - 2):
            yield clause
        clause = []


def noun_phrases(sentence: Sentence, shortest: int = 2, longest: int = 8) -> Iterator[Sentence]:
    """The longest stretches of nouns and what goes with them: fragments made by hand."""
    phrase: Sentence = []
    for token in [*sentence, FULL_STOP]:
        if token.tags and token.tags <= _NOMINAL and not token.finite:
            phrase.append(token)
            continue
        while phrase and not phrase[-1].tags & {"NOUN", "PROPN"}:
            phrase.pop()
        while phrase and phrase[0].tags == {"CCONJ"}:
            phrase.pop(0)
        if shortest <= len(phrase) <= longest:
            yield phrase
        phrase = []


def capitalised(sentence: Sentence) -> Sentence:
    first = sentence[0]
    return [first._replace(word=first.word[:1].upper() + first.word[1:]), *sentence[1:]]


class _TreebankToken(NamedTuple):
    form: str
    tag: str
    finite: bool


def _read_records(path: Path) -> Iterator[tuple[str, list[_TreebankToken]]]:
    text: str | None = None
    tokens: list[_TreebankToken] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in (line.rstrip("\n") for line in lines):
            if text is None and line.startswith("# "):
                text, tokens = _without_debris(line.split("\t", 1)[1]), []
            elif text is not None and line:
                form, tag, mark = line.split("\t")[:3]
                tokens.append(_TreebankToken(_without_debris(form), tag, mark == "F"))
            elif text is not None:
                yield text, tokens
                text = None


def _without_debris(text: str) -> str:
    for debris, mark in _DEBRIS:
        text = text.replace(debris, mark)
    return text


def _retokenise(text: str, tokens: list[_TreebankToken], language: str) -> Sentence:
    words = list(TOKEN.finditer(text))
    tags: list[set[str]] = [set() for _ in words]
    finite = [False] * len(words)
    for word, token in _aligned(text, words, tokens):
        tags[word].add(token.tag)
        finite[word] |= _carries_clause(token, language)
    found = zip(words, tags, finite, strict=True)
    return [Token(match.group(), frozenset(tag), mark) for match, tag, mark in found]


def _aligned(
    text: str, words: list[re.Match[str]], tokens: list[_TreebankToken]
) -> Iterator[tuple[int, _TreebankToken]]:
    """Pairs of a word's index and a treebank token that is a part of it.

    Treebanks write contractions out ("du" as "de", "le"), so the pieces of both are matched,
    and in a stretch that differs every piece goes with every other.
    """
    starts = [word.start() for word in words]
    pieces = list(_PIECE.finditer(text))
    word_of_piece = [bisect_right(starts, piece.start()) - 1 for piece in pieces]
    token_pieces = [(piece, token) for token in tokens for piece in _PIECE.findall(token.form)]
    matcher = SequenceMatcher(
        None, [piece.group() for piece in pieces], [piece for piece, _ in token_pieces], False
    )
    for kind, left, left_end, right, right_end in matcher.get_opcodes():
        for i in range(left, left_end):
            partners = range(right, right_end) if kind != "equal" else (right + i - left,)
            for j in partners:
                yield word_of_piece[i], token_pieces[j][1]


def _carries_clause(token: _TreebankToken, language: str) -> bool:
    """Finite, or what does a finite verb's work though the treebank calls it a participle."""
    lower = token.form.lower()
    predicative = _PREDICATIVES.get(language)
    if token.finite or (predicative and predicative.fullmatch(lower)):
        return True
    if language == "cs":
        return token.tag in {"VERB", "AUX"} and bool(_CZECH_L_PARTICIPLE.search(lower))
    if language == "ru":
        return token.tag == "VERB" and bool(_RUSSIAN_SHORT_PARTICIPLE.search(lower))
    return False
