"""Words said twice, and words of the source language."""

import re
from random import Random

from benchmarks.planted import phrases
from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, Span, kind, picked, replaced


@kind("repeated-word", "repeated-phrase")
def repeated_word(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<= )[^\W\d_]{2,}(?= [^\W\d_])")
    if not match:
        return None
    word = match.group()
    return replaced(article, match.start(), match.end(), f"{word} {word}")


@kind("repeated-phrase", "repeated-word")
def repeated_phrase(article: Article, rng: Random) -> Planted | None:
    """of the personal data, of the personal data"""
    match = picked(article, rng, r"(?<= )[a-zà-ÿ]\w*(?: [\w'’-]+){2,4}(?=[,.;\s])")
    if not match:
        return None
    joined = rng.choice([" ", ", "])
    return replaced(article, match.start(), match.end(), f"{match.group()}{joined}{match.group()}")


@kind("repeated-phrase", "repeated-word", "duplicated-text")
def looping_phrase(article: Article, rng: Random) -> Planted | None:
    """A decoder that hangs says the same words over and over."""
    match = picked(article, rng, r"(?<= )[a-zà-ÿ]\w*(?: [\w'’-]+){0,2}(?=[,.;\s])")
    if not match:
        return None
    joined = rng.choice([" ", ", "])
    new = joined.join([match.group()] * rng.randrange(3, 7))
    return replaced(article, match.start(), match.end(), new)


@kind("untranslated-acronym", languages=phrases.ACRONYMS)
def untranslated_acronym(article: Article, rng: Random) -> Planted | None:
    return _swapped(article, rng, phrases.ACRONYMS[article.language])


@kind("foreign-transliteration", languages=phrases.TRANSLITERATIONS)
def foreign_transliteration(article: Article, rng: Random) -> Planted | None:
    return _swapped(article, rng, phrases.TRANSLITERATIONS[article.language])


def _swapped(
    article: Article, rng: Random, pairs: tuple[tuple[str, str, str], ...]
) -> Planted | None:
    """Every place of one of the forms that the article holds is replaced."""
    present = [
        pair
        for pair in pairs
        if re.search(rf"(?<![\w-]){re.escape(pair[0])}(?![\w-])", article.text)
    ]
    if not present:
        return None
    own, foreign, language = rng.choice(present)
    spans: list[Span] = []
    pieces = re.split(rf"(?<![\w-]){re.escape(own)}(?![\w-])", article.text)
    text = pieces[0]
    for piece in pieces[1:]:
        spans.append((len(text), len(text) + len(foreign)))
        text += foreign + piece
    return Planted(text, tuple(spans), language)
