"""Artifacts of marks and spaces."""

import re
from random import Random

from benchmarks.planted import phrases
from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, Span, body_start, kind, picked, replaced


@kind("unpaired-punctuation")
def lost_closing_bracket(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"\([^()\n]{3,60}(?P<close>\))")
    return _lost(article, match.span()) if match else None


@kind("unpaired-punctuation")
def lost_opening_bracket(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"\((?=[^()\n]{3,60}\))[^()\n]+\)")
    if not match:
        return None
    planted = replaced(article, match.start(), match.start() + 1, "")
    return planted._replace(spans=((match.start(), match.end() - 1),))


def _lost(article: Article, span: Span, width: int = 1) -> Planted:
    planted = replaced(article, span[1] - width, span[1], "")
    return planted._replace(spans=((span[0], span[1] - width),))


@kind("unpaired-punctuation")
def lost_closing_quote(article: Article, rng: Random) -> Planted | None:
    quotations = [q for q in article.quotations(3) if q.start >= body_start(article)]
    if not quotations:
        return None
    quotation = rng.choice(quotations)
    return _lost(article, (quotation.start, quotation.end), len(quotation.closer))


@kind("unpaired-punctuation")
def lost_opening_quote(article: Article, rng: Random) -> Planted | None:
    quotations = [q for q in article.quotations(3) if q.start >= body_start(article)]
    if not quotations:
        return None
    quotation = rng.choice(quotations)
    width = len(quotation.opener)
    planted = replaced(article, quotation.start, quotation.start + width, "")
    return planted._replace(spans=((quotation.start, quotation.end - width),))


@kind("foreign-quotes", languages=phrases.FOREIGN_QUOTES)
def foreign_quotes(article: Article, rng: Random) -> Planted | None:
    """One quotation kept the marks of the source."""
    quotations = article.quotations()
    if not quotations:
        return None
    quotation = rng.choice(quotations)
    opener, closer, language = rng.choice(phrases.FOREIGN_QUOTES[article.language])
    inner = article.text[slice(*quotation.inner)].strip()
    new = f"{opener}{inner}{closer}".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    return replaced(article, quotation.start, quotation.end, new, language)


@kind("foreign-quotes", languages=phrases.FOREIGN_QUOTES)
def foreign_quotes_throughout(article: Article, rng: Random) -> Planted | None:
    """Every quotation of the article kept the marks of the source."""
    opener, closer, language = rng.choice(phrases.FOREIGN_QUOTES[article.language])
    if (article.language, opener, closer) in (("de", "»", "«"), ("fr", "“", "”")):
        return None
    text = article.text
    spans: list[Span] = []
    for quotation in reversed(article.quotations()):
        inner = text[slice(*quotation.inner)].strip()
        new = f"{opener}{inner}{closer}"
        text = text[: quotation.start] + new + text[quotation.end :]
        grown = len(new) - (quotation.end - quotation.start)
        spans = [(a + grown, b + grown) for a, b in spans]
        spans.append((quotation.start, quotation.start + len(new)))
    return Planted(text, tuple(spans), language) if spans else None


@kind("quote-punctuation")
def full_stop_outside(article: Article, rng: Random) -> Planted | None:
    """“... proportions”. in an article that puts it inside."""
    if article.language != "en":
        return None
    inside = list(re.finditer(r"[.,][”\"](?=\s)", article.text))
    if len(inside) < 3 or re.search(r"[”\"][.,]", article.text):
        return None
    match = rng.choice(inside[1:])
    stop, mark = match.group()
    return replaced(article, match.start(), match.end(), mark + stop)


@kind("editorial-brackets")
def editorial_brackets(article: Article, rng: Random) -> Planted | None:
    """An editor's word in round brackets inside a quotation."""
    if article.language != "en":
        return None
    pronoun = re.compile(r"(?<=[a-z] )(he|she|they|it|him|them|his|their|its)(?= [a-z])")
    found: list[tuple[Span, str]] = []
    for quotation in article.quotations(5):
        for match in pronoun.finditer(article.text, *quotation.inner):
            possessive = match[1] in ("his", "their", "its")
            name = rng.choice(["Hamas", "the minister", "Macron", "the company", "Russia"])
            found.append((match.span(), f"({name}{'’s' if possessive else ''})"))
    if not found:
        return None
    span, new = rng.choice(found)
    return replaced(article, *span, new)


@kind("foreign-spacing")
def space_before_mark(article: Article, rng: Random) -> Planted | None:
    """The space that French puts before : ; ! ? and %."""
    if article.language == "fr":
        return None
    match = picked(article, rng, r"(?<=\w)[:;!?%](?=\s|$)")
    if not match:
        return None
    space = rng.choice([" ", "\u00a0", "\u202f"])
    planted = replaced(article, match.start(), match.end(), space + match.group(), "fr")
    return planted._replace(spans=((match.start() - 1, match.end() + 1),))


@kind("foreign-spacing", "debris", "token-debris")
def space_before_comma(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<=\w)[,.](?=\s)")
    if not match:
        return None
    planted = replaced(article, match.start(), match.end(), " " + match.group(), "fr")
    return planted._replace(spans=((match.start() - 1, match.end() + 1),))


@kind("foreign-spacing")
def lost_french_space(article: Article, rng: Random) -> Planted | None:
    if article.language != "fr":
        return None
    match = picked(article, rng, r"(?<=\w)[ \u00a0\u202f](?=[:;!?%»])|(?<=«)[ \u00a0\u202f]")
    if not match:
        return None
    planted = replaced(article, match.start(), match.end(), "", "en")
    return planted._replace(spans=((match.start() - 1, match.start() + 1),))


@kind("foreign-spacing", "foreign-quotes")
def spaces_inside_quotes(article: Article, rng: Random) -> Planted | None:
    if article.language == "fr":
        return None
    quotations = article.quotations()
    if not quotations:
        return None
    quotation = rng.choice(quotations)
    inner = article.text[slice(*quotation.inner)]
    space = rng.choice([" ", "\u00a0"])
    new = f"{quotation.opener}{space}{inner}{space}{quotation.closer}"
    return replaced(article, quotation.start, quotation.end, new, "fr")
