"""What stayed in the source language: real sentences and words of the same article."""

import re
from random import Random

from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, kind, picked, replaced
from mtcheck.document import Document

_HONORIFICS = {
    "fr": ("M.", "Mme"), "de": ("Herr", "Frau"), "es": ("Sr.", "Sra."),
    "en": ("Mr.", "Mrs.", "Ms."), "it": ("signor", "signora"), "pt": ("Sr.", "Sra."),
}  # fmt: skip
_LATIN = ("en", "fr", "de", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr")


@kind("untranslated-sentence", "wrong-language", "untranslated-word")
def source_sentence(article: Article, rng: Random) -> Planted | None:
    """A whole segment of the article in another language, put in the place of its translation."""
    languages = [lang for lang in article.parallel if lang != article.language]
    if not languages:
        return None
    language = rng.choice(languages)
    segments = article.parallel[language]
    places = [
        number
        for number, paragraph in enumerate(article.paragraphs)
        if 0 < number < len(segments) and len(paragraph) > 60 and "“" not in paragraph
    ]
    if len(segments) != len(article.paragraphs) or not places:
        return None
    number = rng.choice(places)
    start = sum(len(paragraph) + 2 for paragraph in article.paragraphs[:number])
    end = start + len(article.paragraphs[number])
    return replaced(article, start, end, segments[number], language)


@kind("untranslated-word", "untranslated-sentence")
def source_words(article: Article, rng: Random) -> Planted | None:
    """Two to four words of a segment, put behind the same number of words of its translation."""
    languages = [lang for lang in article.parallel if lang != article.language]
    if not languages:
        return None
    language = rng.choice(languages)
    segments = article.parallel[language]
    number = rng.randrange(1, len(article.paragraphs))
    if len(segments) != len(article.paragraphs):
        return None
    taken = re.search(r"(?<=[^\W\d_] )[^\W\d_A-Z]{4,}(?: [^\W\d_A-Z]{2,}){1,3}", segments[number])
    start = sum(len(paragraph) + 2 for paragraph in article.paragraphs[:number])
    space = article.text.find(" ", start + len(article.paragraphs[number]) // 2)
    if not taken or space < 0:
        return None
    return replaced(article, space, space + 1, f" {taken.group()} ", language)


@kind("wrong-language", "untranslated-sentence")
def whole_article_of_another_language(article: Article, rng: Random) -> Planted | None:
    languages = [lang for lang in article.parallel if lang != article.language]
    if not languages:
        return None
    language = rng.choice(languages)
    text = "\n\n".join(article.parallel[language])
    return Planted(text, ((0, len(text)),), language)


@kind("untranslated-honorific", languages=_LATIN)
def honorific_of_another_language(article: Article, rng: Random) -> Planted | None:
    match = picked(
        article, rng, r"(?<=[a-zà-ÿ,] )(?P<first>[A-ZÀ-Ý][a-zà-ÿ]+) [A-ZÀ-Ý][a-zà-ÿ]{3,}"
    )
    document = Document(article.text, article.language)
    if not match or document.quotations_around(match.start(), match.end()):
        return None
    languages = [lang for lang in _HONORIFICS if lang not in (article.language, "pt")]
    if article.language == "pt":
        languages.remove("es")
    language = rng.choice(languages)
    title = rng.choice(_HONORIFICS[language])
    return replaced(article, match.start("first"), match.end("first"), title, language)
