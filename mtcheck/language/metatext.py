"""Does a passage speak of nothing but the translation: its tone, its names, its format?

What a chatbot says of its own work is worded in a thousand ways, but of few words. They lie by
language and role in `llm-vocabulary.txt`: `work` (translation), `person` (the translator), `source`
(the original, the text), `manner` (tone, names, format), `acts` (kept, adapted), `speech` (here is,
note, if you want), `tongues` (into French), and `fill` in scripts that do not part words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from mtcheck.document import Span
from mtcheck.language.data import function_words, listed_lines
from mtcheck.language.words import CHARACTERS_PER_WORD
from mtcheck.patterns import late_pattern

if TYPE_CHECKING:
    from mtcheck.document import Block, Document

_WORD = late_pattern(r"[^\W\d_]+")
_BRACKETED = late_pattern(r"[(\[{（［【][^()\[\]{}（）［］【】\n]{8,200}[)\]}）］】]")
_LETTERS = late_pattern(r"[^\W\d_]")
_CHATTER = late_pattern(r"[\"“”«»„「」『』@/]|https?")
_OPENERS = "([{（［【"
_LONGEST = 260
_LONGEST_OF_TOPIC = 80
_FEWEST_KNOWN = 3
_FEWEST_WITHOUT_WORK = 4
_LONG = 7
_MOST_STRANGERS = 1
_MOST_STRANGE_CHARACTERS = 1
_FALLBACK = "en"


def remarks_on_translation(document: Document) -> Iterator[Span]:
    """Each paragraph, bracket or last sentence that only speaks of the translation."""
    tongues = [tag for tag in dict.fromkeys((document.target, _FALLBACK)) if any(_tables(tag))]
    for block in document.blocks:
        for span in _passages(document, block):
            passage = document.folded[span.start : span.end]
            is_part = (span.start, span.end) != (block.start, block.end) and passage[
                0
            ] not in _OPENERS
            if any(_is_remark(document, block, passage, tag, is_part) for tag in tongues):
                yield span
                break


def _may_remark(passage: str, language: str) -> bool:
    """A cheap test: does it name the work, or open as speech does?"""
    words = _words_by_role(language)
    if any(word in passage for role in ("work", "person") for word in words.get(role, ())):
        return True
    if language in CHARACTERS_PER_WORD:
        first = _parts(language).match(passage) or _parts(language).match(passage, 1)
        return first is not None and first.lastgroup == "speech"
    first = _WORD.search(passage)
    return first is not None and _role_of(first.group(), language) == "speech"


def _passages(document: Document, block: Block) -> Iterator[Span]:
    text = document.text
    if block.end - block.start <= _LONGEST:
        yield Span(block.start, block.end)
    if any(opener in text[block.start : block.end] for opener in _OPENERS):
        for found in _BRACKETED.finditer(text, block.start, block.end):
            yield Span(*found.span())
    sentences = document.sentences_of(block)
    if len(sentences) > 1 and block in (document.blocks[0], document.blocks[-1]):
        yield sentences[0]
        yield sentences[-1]


def _is_remark(
    document: Document, block: Block, passage: str, language: str, is_part: bool
) -> bool:
    roles = _roles_of(passage, language) if _may_remark(passage, language) else None
    if roles is None or (is_part and "speech" not in roles) or _CHATTER.search(passage):
        return False
    index = document.block_index(block.start)
    if index and document.text[document.blocks[index - 1].end - 1] in ":：":
        return False  # a line above announces it
    presents = passage.rstrip("*_ )]）】")[-1:] in (":", "：") and "tongues" in roles
    if "person" in roles and "speech" not in roles:
        return False  # an article on one
    if "work" in roles or "person" in roles:
        speaks = not roles.isdisjoint(("manner", "acts", "speech"))
        return (speaks or presents) and ("speech" in roles or not _is_topic(document, language))
    return {"manner", "acts", "opens"} <= roles or (presents and {"source", "opens"} <= roles)


def _roles_of(passage: str, language: str) -> Set[str] | None:
    """The roles of its words; None where it speaks of something else, or is too short."""
    if language in CHARACTERS_PER_WORD:
        return _roles_of_characters(passage, language)
    common, roles = function_words(language), set()
    total = known = strangers = 0
    limit = _MOST_STRANGERS if len(passage.split()) > _LONG else 0
    for found in _WORD.finditer(passage):
        word, total = found.group(), total + 1
        role = _role_of(word, language)
        if role:
            known += 1
            roles.add(role)
            if total == 1 and role == "speech":
                roles.add("opens")
        elif len(word) > 1 and word not in common:
            strangers += 1
            if strangers > limit:
                return None
    names_work = not roles.isdisjoint(("work", "person"))
    fewest = _FEWEST_KNOWN if names_work else _FEWEST_WITHOUT_WORK
    return roles if known >= fewest and (names_work or not strangers) else None


def _roles_of_characters(passage: str, language: str) -> Set[str] | None:
    parts, roles = _parts(language), set()
    strange = sum(map(len, _LETTERS.findall(parts.sub("", passage))))
    if strange > _MOST_STRANGE_CHARACTERS:
        return None
    known = 0
    for found in parts.finditer(passage):
        role = found.lastgroup or "fill"
        known += role != "fill"
        roles.add(role)
        if found.start() <= 1 and role == "speech":
            roles.add("opens")
    return roles if known >= _FEWEST_KNOWN else None


@lru_cache(maxsize=8192)
def _role_of(word: str, language: str) -> str | None:
    whole, stems = _tables(language)
    if word in whole:
        return whole[word]
    fitting = [stem for stem in stems if word.startswith(stem)]
    return stems[max(fitting, key=len)] if fitting else None


@cache
def _tables(language: str) -> tuple[dict[str, str], dict[str, str]]:
    """The role of each whole word and of each beginning."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for line in listed_lines(language, "llm-vocabulary"):
        role, *words = line.split()
        for word in words:
            (stems if word.endswith("*") else whole).setdefault(word.removesuffix("*"), role)
    return whole, stems


@cache
def _words_by_role(language: str) -> dict[str, list[str]]:
    """The words and beginnings of each role."""
    words: dict[str, list[str]] = {}
    for table in _tables(language):
        for word, role in table.items():
            words.setdefault(role, []).append(word)
    return words


@cache
def _parts(language: str) -> re.Pattern[str]:
    """One pattern over all the words of a script without spaces, the longest of them first."""
    whole = _tables(language)[0]
    by_role: dict[str, list[str]] = {}
    for word in sorted(whole, key=len, reverse=True):
        by_role.setdefault(whole[word], []).append(re.escape(word))
    roles = sorted(by_role, key=lambda role: role == "fill")
    return re.compile("|".join(f"(?P<{role}>{'|'.join(by_role[role])})" for role in roles))


def _is_topic(document: Document, language: str) -> bool:
    """Does a paragraph of the article speak of translating, too?"""

    def found() -> bool:
        work = _words_by_role(language).get("work", ())
        return any(
            block.end - block.start > _LONGEST_OF_TOPIC
            and any(word in document.folded[block.start : block.end] for word in work)
            and _roles_of(document.folded[block.start : block.end], language) is None
            for block in document.blocks
        )

    return bool(document.once(("talk of translating", language), found))
