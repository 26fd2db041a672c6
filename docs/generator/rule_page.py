"""The page of one rule: its card, its own documentation, its examples, its figures."""

from __future__ import annotations

import json
import re

from docs.generator.example import shown
from docs.generator.figures import evidence_of
from docs.generator.markdown import code, paragraphs, prose, raw_html, table, words
from mtcheck.language.conventions import language_name
from mtcheck.rule import ALLOW, EVERY_LANGUAGE, Rule

_HEADING = re.compile(r"(?m)^(Why|Legitimate|Fix|Authority): ")
_NEEDED = {
    "source": "the [source](../source-and-reference.md)",
    "reference": "a [reference](../source-and-reference.md#a-reference)",
    "glossary": "a [glossary](../source-and-reference.md#terms)",
    "house_style": "a [house style](../configuration.md)",
    "suppression": "[comments](../old-texts.md) in the text",
}
_SPEAKS = {
    "high": "high: it always speaks",
    "medium": "medium: it speaks where the article's origin is known or shown",
    "low": "low: it speaks only with `--confidence low`",
}


def render(rule: Rule) -> str:
    """The page as Markdown."""
    opening, *parts = _HEADING.split(rule.documentation)
    told = dict(zip(parts[::2], parts[1::2], strict=True))
    finds = [shown(example, rule) for example in rule.examples if example.is_bad]
    leaves = [shown(example, rule) for example in rule.examples if not example.is_bad]
    return "\n\n".join(
        [
            f"# {rule.name}",
            _prose(opening, rule),
            _card(rule),
            f"## Why a translation does this\n\n{_prose(told['Why'], rule)}",
            f"## What it finds\n\n{raw_html(chr(10).join(finds))}",
            f"## When it is right\n\n{_prose(told['Legitimate'], rule)}",
            raw_html(chr(10).join(leaves)),
            f"## Fix\n\n{_prose(told['Fix'], rule)}",
            f"## Authority\n\n{_prose(told['Authority'], rule)}",
            f"## Evidence\n\n{evidence_of(rule)}",
            f"## Options\n\n{options_of(rule)}",
            f"## Choose it, or not\n\n{_choosing(rule)}",
        ]
    )


def _prose(text: str, rule: Rule) -> str:
    return paragraphs(text[:1].upper() + text[1:], rules_at="", but=rule.name)


def _card(rule: Rule) -> str:
    rows = [
        ["Family", f"[{rule.family}](index.md#{rule.family})"],
        ["Severity", rule.severity],
        ["Confidence", f"{_SPEAKS[rule.confidence]} ([why](../concepts/silence.md))"],
        ["MQM category", words(rule.category)],
        ["Languages", _languages(rule)],
        ["Mended by `--fix`", _fix(rule)],
    ]
    if rule.needs:
        rows.append(["Needs", " and ".join(_NEEDED[need] for need in rule.needs)])
    if rule.yields_to:
        rows.append(["Gives way to", ", ".join(map(words, rule.yields_to))])
    if rule.aliases:
        rows.append(["Also called", ", ".join(map(code, rule.aliases))])
    return table(("", ""), rows)


def _fix(rule: Rule) -> str:
    return "yes, [where that is safe](#fix)" if rule.is_fixable else "no"


def _languages(rule: Rule) -> str:
    if rule.languages == EVERY_LANGUAGE:
        return "every language"
    return ", ".join(sorted(language_name(tag) for tag in rule.languages))


def options_of(rule: Rule) -> str:
    """What may be set in the rule: the section's text."""
    rows = [[f"`{ALLOW}`", "`[]`", "Texts that the rule is to leave alone."]]
    for option in rule.options:
        choices = f" One of {', '.join(option.choices)}." if option.choices else ""
        told = prose(option.documentation + choices, rules_at="")
        rows.append([f"`{option.name}`", f"`{_as_toml(option.default)}`", told])
    shown = [f"{option.name} = {_as_toml(option.default)}" for option in rule.options]
    lines = "\n".join(shown or [f"{ALLOW} = []"])
    return (
        f"{table(('Option', 'Default', 'What it does'), rows)}\n"
        f"In [the configuration](../configuration.md), `mtcheck.toml`:\n\n"
        f"```toml\n[rules.{rule.name}]\n{lines}\n```"
    )


def _as_toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _choosing(rule: Rule) -> str:
    return (
        f"```sh\nmtcheck check articles --select {rule.name}   # this rule alone\n"
        f"mtcheck check articles --ignore {rule.name}   # all but this one\n```\n\n"
        "For good: [configuration](../configuration.md). For one place in a text: "
        "[comments](../old-texts.md).\n"
    )
