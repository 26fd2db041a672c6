"""Words that are no Markdown as Markdown, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

_MEANT_BY_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^@&])")
_PAGE = re.compile(r"\bdocs/([a-z-]+)\.md")
_CODE = re.compile(r"`([^`\n]+)`|(?<![\w-])(--[a-z]+(?:-[a-z]+)*)")
_NAME = re.compile(r"(?<![\w/.-])[a-z]+(?:-[a-z]+)+(?![\w/]|-\w)")


def words(text: str) -> str:
    """Plain words that show as they stand, on one line."""
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    return _MEANT_BY_MARKDOWN.sub(r"\\\1", text)


def prose(text: str, *, rules_at: str | None = None, but: str = "") -> str:
    """Words of a docstring: `code` and --options are code, the name of a rule leads to its page.

    rules_at: where the pages of rules lie, seen from the page; None: no links.
    but: the rule that needs no link, since this is its own page.
    """
    text = " ".join(text.split())
    pieces = []
    place = 0
    for found in _CODE.finditer(text):
        pieces.append(_linked(_escaped(text[place : found.start()]), rules_at, but))
        piece = found[1] or found[2]
        is_rule = rules_at is not None and piece in _rule_names() and piece != but
        pieces.append(f"[{code(piece)}]({rules_at}{piece}.md)" if is_rule else code(piece))
        place = found.end()
    return "".join([*pieces, _linked(_escaped(text[place:]), rules_at, but)])


def _linked(text: str, rules_at: str | None, but: str) -> str:
    text = _PAGE.sub(r"[\1](../\1.md)", text)
    if rules_at is None:
        return text

    def link(found: re.Match[str]) -> str:
        name = found.group()
        known = name in _rule_names() and name != but
        return f"[{name}]({rules_at}{name}.md)" if known else name

    return _NAME.sub(link, text)


@cache
def _rule_names() -> frozenset[str]:
    from mtcheck.registry import shipped_rules

    return frozenset(rule.name for rule in shipped_rules())


def code(text: str) -> str:
    """A piece of code in a line; a backtick or a bar in it is kept."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text.replace('|', chr(92) + '|')}{fence}"


def paragraphs(text: str, *, rules_at: str | None = None, but: str = "") -> str:
    """A docstring's paragraphs, each made one line."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(prose(part, rules_at=rules_at, but=but) for part in parts)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> str:
    """A table; the last `numbers` columns are set flush right."""
    lines = ["---"] * (len(heads) - numbers) + ["--:"] * numbers
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, lines, *rows)) + "\n"


def raw_html(html: str) -> str:
    """HTML that may hold empty lines."""
    return f"``````{{raw}} html\n{html}\n``````\n"
