"""Artifacts of the page and of its sentences."""

import re
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.planted import phrases
from benchmarks.planted.articles import Article, join, sentences
from benchmarks.planted.kinds import (
    Planted,
    kind,
    middle_of,
    picked,
    replaced,
    source_of,
    with_paragraph,
)


@kind("duplicated-headline", "duplicated-text")
def duplicated_headline(article: Article, rng: Random) -> Planted | None:
    return _with_copies(with_paragraph(article, 1, article.paragraphs[0]), article)


@kind("duplicated-headline", "duplicated-text")
def duplicated_headline_in_capitals(article: Article, rng: Random) -> Planted | None:
    planted = with_paragraph(article, 1, article.paragraphs[0].upper())
    return _with_copies(planted, article)


@kind("duplicated-headline", "duplicated-text")
def duplicated_headline_other_quotes(article: Article, rng: Random) -> Planted | None:
    headline = re.sub('[“„«»”"]\\s?|\\s?[”“»«"]', '"', article.paragraphs[0])
    other = re.sub(
        '"([^"]*)"', "«\u00a0\\1\u00a0»" if article.language != "fr" else "“\\1”", headline
    )
    if other == article.paragraphs[0] or '"' in other:
        return None
    return _with_copies(with_paragraph(article, 1, other), article)


@kind("duplicated-headline", "duplicated-text")
def duplicated_headline_with_site(article: Article, rng: Random) -> Planted | None:
    """The page's title, with the site's name, before the heading."""
    site = rng.choice([" - Le Figaro", " | Reuters", " – BBC News", " - TASS", " | tagesschau.de"])
    title = article.paragraphs[0] + site
    text = join([title, *article.paragraphs])
    end = len(title)
    return Planted(text, ((0, end), (end + 2, end + 2 + len(article.paragraphs[0]))), "fr")


def _with_copies(planted: Planted, article: Article) -> Planted:
    return planted._replace(spans=(*planted.spans, (0, len(article.paragraphs[0]))))


@kind("duplicated-text")
def duplicated_paragraph(article: Article, rng: Random) -> Planted | None:
    return _copied(article, rng, lambda paragraph: paragraph)


@kind("duplicated-text")
def nearly_duplicated_paragraph(article: Article, rng: Random) -> Planted | None:
    """Two renderings of one paragraph: some words differ."""

    def rendered(paragraph: str) -> str:
        words = paragraph.split()
        at = rng.randrange(3, len(words) - 3)
        words[at : at + 1] = []
        swap = rng.randrange(1, len(words) - 2)
        words[swap], words[swap + 1] = words[swap + 1], words[swap]
        return " ".join(words)

    return _copied(article, rng, rendered)


def _copied(article: Article, rng: Random, change: Callable[[str], str]) -> Planted | None:
    long = [i for i, p in enumerate(article.paragraphs) if i and len(p.split()) >= 15]
    if not long:
        return None
    index = rng.choice(long)
    copy = change(article.paragraphs[index])
    at = min(len(article.paragraphs), index + rng.randrange(1, 4))
    start = len(join(article.paragraphs[:index])) + 2
    planted = with_paragraph(article, at, copy)
    own = (start, start + len(article.paragraphs[index]))
    return planted._replace(spans=(*planted.spans, own))


@kind("duplicated-text", "repeated-phrase")
def duplicated_sentence(article: Article, rng: Random) -> Planted | None:
    """A sentence printed twice in a row."""
    long = [s for s in sentences(article) if len(article.text[s[0] : s[1]].split()) >= 8]
    if not long:
        return None
    start, end = rng.choice(long)
    sentence = article.text[start:end]
    planted = replaced(article, end, end, " " + sentence)
    return planted._replace(spans=((start, end), (end + 1, end + 1 + len(sentence))))


@kind("related-link", "page-furniture", languages=phrases.RELATED_LINKS)
def related_link(article: Article, rng: Random) -> Planted | None:
    template = rng.choice(phrases.RELATED_LINKS[article.language])
    others = [title for title in article.others if title != article.paragraphs[0]]
    return with_paragraph(
        article, middle_of(article, rng), template.format(title=rng.choice(others))
    )


@kind("related-link", "page-furniture", languages=phrases.RELATED_LINKS)
def related_link_at_the_end(article: Article, rng: Random) -> Planted | None:
    template = rng.choice(phrases.RELATED_LINKS[article.language])
    title = rng.choice([title for title in article.others if title != article.paragraphs[0]])
    return with_paragraph(article, len(article.paragraphs), template.format(title=title))


@kind("related-link", "page-furniture", languages=phrases.RELATED_LINKS)
def related_link_in_a_paragraph(article: Article, rng: Random) -> Planted | None:
    """The teaser ran into the paragraph above it."""
    template = rng.choice(phrases.RELATED_LINKS[article.language]).removeprefix("• ")
    title = rng.choice([title for title in article.others if title != article.paragraphs[0]])
    index = middle_of(article, rng) - 1
    if not article.paragraphs[index].rstrip('”»“" ').endswith("."):
        return None
    end = len(join(article.paragraphs[: index + 1]))
    line = template.format(title=title)
    return replaced(article, end, end, " " + line)._replace(spans=((end + 1, end + 1 + len(line)),))


@kind("page-furniture", "related-link", "truncated-text", languages=phrases.FURNITURE)
def page_furniture(article: Article, rng: Random) -> Planted | None:
    line = rng.choice(phrases.FURNITURE[article.language])
    return with_paragraph(article, middle_of(article, rng), line)


@kind("sentence-fragment", languages=phrases.VERBS)
def torn_noun_phrase(article: Article, rng: Random) -> Planted | None:
    """The first words of a sentence stand alone after the sentence before, as in the seed."""
    found = list(_noun_phrases(article))
    if len(found) < 2:
        return None
    phrase = rng.choice(found)
    last = [p for p in article.paragraphs[1:] if re.search(r"\w\.$", p)]
    if not last:
        return None
    end = article.text.index(rng.choice(last))
    end = article.text.index("\n\n", end) if "\n\n" in article.text[end:] else len(article.text)
    planted = replaced(article, end, end, f" {phrase}.")
    return planted._replace(spans=((end + 1, end + 2 + len(phrase)),))


@kind("sentence-fragment", "broken-sentence", "truncated-text", languages=phrases.VERBS)
def torn_noun_phrase_as_paragraph(article: Article, rng: Random) -> Planted | None:
    found = list(_noun_phrases(article))
    if not found:
        return None
    return with_paragraph(article, middle_of(article, rng), f"{rng.choice(found)}.")


def _noun_phrases(article: Article) -> Iterator[str]:
    verbs = set(phrases.VERBS[article.language].split())
    pronouns = set(phrases.PRONOUNS[article.language].split())
    clause_words = set(phrases.CLAUSE_WORDS[article.language].split())
    for start, end in sentences(article):
        words = article.text[start:end].split()
        for index, word in enumerate(words[:7]):
            if word in verbs:
                opening = words[:index]
                if (
                    2 <= index <= 5
                    and opening[0][0].isupper()
                    and opening[0] not in pronouns
                    and not clause_words.intersection(opening)
                    and all(re.fullmatch(r"[\w-]+", w) for w in opening)
                ):
                    yield " ".join(opening)
                break


@kind("sentence-fragment", languages=phrases.TAILS)
def torn_tail(article: Article, rng: Random) -> Planted | None:
    """The end of a sentence, cut off by a full stop: "... were killed. According to police." """
    opener = phrases.TAILS[article.language]
    end = r"(?P<tail>\b(?:" + opener + r")\b(?: [\w'’-]+){2,6})\.(?=\s|$)"
    match = picked(article, rng, r"(?<=\w)(?P<comma>,?) " + end)
    if not match:
        return None
    tail = match["tail"]
    text = f". {tail[0].upper()}{tail[1:]}."
    planted = replaced(article, match.start(), match.end(), text)
    return planted._replace(spans=((match.start() + 2, match.start() + len(text)),))


@kind("sentence-fragment", languages=phrases.COMPLEMENT_WORDS)
def torn_complement(article: Article, rng: Random) -> Planted | None:
    """A sentence lost the word that held its last words: "... an AFP count. Israeli officials."

    That is the fault of the sample article.
    """
    words = phrases.COMPLEMENT_WORDS[article.language]
    rest = r"(?P<rest>[^\W\d_]\w*(?: [\w-]{3,}){1,3})"
    match = picked(article, rng, rf"(?<=\w) (?:{words}) {rest}\.(?=\s|$)")
    if not match:
        return None
    torn = match["rest"]
    text = f". {torn[0].upper()}{torn[1:]}."
    planted = replaced(article, match.start(), match.end(), text)
    return planted._replace(spans=((match.start() + 2, match.start() + len(text)),))


@kind("truncated-text", "unpaired-punctuation")
def truncated_end(article: Article, rng: Random) -> Planted | None:
    """The article stops in the middle of a sentence."""
    words = article.paragraphs[-1].split(" ")
    if len(words) < 10:
        return None
    kept = " ".join(words[: rng.randrange(5, len(words) - 2)]).rstrip(".,;:!?”»“")
    return _ending(article, kept)


@kind("truncated-text", "related-link", "page-furniture", languages=phrases.CUT_MARKS)
def cut_mark(article: Article, rng: Random) -> Planted | None:
    words = article.paragraphs[-1].split(" ")
    if len(words) < 10:
        return None
    kept = " ".join(words[: rng.randrange(5, len(words) - 2)]).rstrip(".,;:!?”»“")
    return _ending(article, f"{kept} {rng.choice(phrases.CUT_MARKS[article.language])}")


def _ending(article: Article, last: str) -> Planted:
    text = join([*article.paragraphs[:-1], last])
    return Planted(text, ((len(text) - len(last), len(text)),), source_of(article))


@kind("broken-sentence", "sentence-fragment", "truncated-text")
def broken_sentence(article: Article, rng: Random) -> Planted | None:
    """A paragraph break in the middle of a sentence."""
    match = picked(article, rng, r"(?<=[a-zéèàüöñ]{3})(?P<gap> )(?=[a-zéèàüöñ]{3})")
    if not match:
        return None
    start = match.start()
    planted = replaced(article, start, start + 1, "\n\n")
    return planted._replace(spans=((start - 20, start + 22),))
