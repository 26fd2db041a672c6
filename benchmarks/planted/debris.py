"""What a broken pipeline leaves."""

import re
from random import Random

from benchmarks.planted import phrases
from benchmarks.planted.articles import Article
from benchmarks.planted.kinds import Planted, kind, picked, replaced, with_paragraph


@kind("mojibake")
def mojibake(article: Article, rng: Random) -> Planted | None:
    """One paragraph, UTF-8 read as Windows-1252 or the like."""
    return _decoded(article, rng, [("utf-8", "cp1252")])


@kind("mojibake")
def other_mojibake(article: Article, rng: Random) -> Planted | None:
    """Rarer wrong decodings, and what cannot be decoded at all."""
    ways = [("utf-8", "mac_roman"), ("utf-8", "cp1251"), ("cp1252", "utf-8"), ("utf-8", "cp850")]
    return _decoded(article, rng, ways)


def _decoded(article: Article, rng: Random, ways: list[tuple[str, str]]) -> Planted | None:
    match = picked(article, rng, r"\S*[^\x00-\x7f\u00a0\u202f]\S*")
    if not match:
        return None
    written, read = rng.choice(ways)
    try:
        wrong = match.group().encode(written).decode(read, "replace")
    except UnicodeEncodeError:
        return None
    return replaced(article, match.start(), match.end(), wrong)


@kind("html-entity")
def html_entity(article: Article, rng: Random) -> Planted | None:
    entities = {
        "'": ("&#39;", "&apos;", "&#x27;"),
        "’": ("&rsquo;", "&#8217;"),
        "“": ("&ldquo;", "&#8220;"),
        "”": ("&rdquo;",),
        '"': ("&quot;",),
        "&": ("&amp;",),
        "é": ("&eacute;",),
        "ü": ("&uuml;",),
        "ñ": ("&ntilde;",),
        "«": ("&laquo;",),
        " ": ("&nbsp;", " &nbsp; "),
    }
    present = [char for char in entities if char in article.text]
    if not present:
        return None
    char = rng.choice(present)
    match = picked(article, rng, re.escape(char))
    if not match:
        return None
    return replaced(article, match.start(), match.end(), rng.choice(entities[char]))


@kind("stray-markup", "html-entity", "placeholder-debris")
def stray_tag(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<= )\w{3,}(?= )")
    if not match:
        return None
    word = match.group()
    new = rng.choice(
        [f"<b>{word}</b>", f"{word}<br>", f"{word}<br />", f"<p>{word}", f"<strong>{word}</strong>",
         f"{word}</p>", f"<i>{word} </ i>", f"[b]{word}[/b]", f"**{word}**", f"&lt;b&gt;{word}",
         f"<a href=\"https://example.org\">{word}</a>", f"[{word}](https://example.org)"]
    )  # fmt: skip
    return replaced(article, match.start(), match.end(), new)


@kind("token-debris", "stray-markup")
def token_debris(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<= )[^\W\d_]{5,}(?= )")
    if not match:
        return None
    word = match.group()
    cut = rng.randrange(2, len(word) - 1)
    new = rng.choice(
        [f"{word[:cut]}@@ {word[cut:]}", f"▁{word}", f"{word[:cut]} ##{word[cut:]}", "<unk>",
         "⁇", f"{word} </s>", "[UNK]", f"<s> {word}", "<pad>", f"{word} ⁇ ", "<UNK>",
         f"{word[:cut]}￭ {word[cut:]}", f"@-@ {word}"]
    )  # fmt: skip
    return replaced(article, match.start(), match.end(), new)


@kind("placeholder-debris", "stray-markup", "token-debris")
def placeholder_debris(article: Article, rng: Random) -> Planted | None:
    match = picked(article, rng, r"(?<= )[^\W\d_]{4,}(?= )")
    if not match:
        return None
    new = rng.choice(
        ["{0}", "{1}", "%s", "%1$s", "__NAME__", "{{name}}", "${name}", "__PLACEHOLDER_1__",
         "[[ENTITY_3]]", "<x id=\"1\"/>", "AI_MUST_REPLACE", "{name}", "%(name)s", "<NAME_1>",
         "[NAME]", "[INSERT NAME]", "XXTAG1XX", "__0__", "[[0]]", "$NUM"]
    )  # fmt: skip
    return replaced(article, match.start(), match.end(), new)


@kind("llm-metatext", languages=phrases.LLM_METATEXT)
def llm_metatext(article: Article, rng: Random) -> Planted | None:
    line = rng.choice(phrases.LLM_METATEXT[article.language])
    at = 0 if line.endswith((":", ":**")) else len(article.paragraphs)
    return with_paragraph(article, at, line)
