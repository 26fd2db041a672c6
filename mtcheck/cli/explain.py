"""`mtcheck explain`."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.completion import complete_rule
from mtcheck.cli.configuring import ConfigPath, NoConfig
from mtcheck.cli.options import RuleFiles, one_of, rules_known
from mtcheck.cli.rule_choice import known_rule_files
from mtcheck.language.conventions import language_name
from mtcheck.reporters.display import visible
from mtcheck.rule import ALLOW

if TYPE_CHECKING:
    from mtcheck.evidence import Figures
    from mtcheck.rule import Example, Rule


def explain(
    name: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            help="The rule's name, or that of a family.",
            autocompletion=complete_rule,
        ),
    ],
    rule_files: RuleFiles = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """Print what a rule finds, why, when the form is right, and its executed examples; of a family,
    a line on each of its rules."""
    from mtcheck.registry import all_rules, find_rule

    with rules_known():
        known = known_rule_files(rule_files, config=config, no_config=no_config)
        family = [rule for rule in all_rules(known) if rule.family == name]
        rule = family[0] if family else find_rule(name, known)
    if format == "json":
        from mtcheck.cli.explain_json import explained

        told = [explained(each) for each in family] if family else explained(rule)
        from mtcheck.reporters.safe_json import json_text

        print(json_text(told))
        return
    if family:
        for each in family:
            print(visible(f"{each.name:<26} {each.severity:<9} {each.summary}"))
        return
    print("\n".join(map(visible, explanation(rule).split("\n"))), end="")


def explanation(rule: Rule) -> str:
    """The rule's card, documentation and examples as plain text."""
    languages = "every language" if rule.languages == ("*",) else ", ".join(rule.languages)
    lines = [
        f"{rule.name} ({rule.family})",
        f"severity {rule.severity}, confidence {rule.confidence}, MQM {rule.category}",
        f"languages: {languages}",
        f"fix: {'yes' if rule.is_fixable else 'none'}",
        *([f"needs: {', '.join(rule.needs)}"] if rule.needs else []),
        *([f"from: {visible(rule.provider)}"] if rule.provider else []),
        "",
        rule.documentation,
        "",
        *_options(rule),
    ]
    lines += _examples("Finds", [example for example in rule.examples if example.is_bad])
    lines += _examples("Leaves alone", [e for e in rule.examples if not e.is_bad])
    lines += _evidence(rule)
    return "\n".join(lines)


def _options(rule: Rule) -> list[str]:
    """What a configuration can set in the rule."""
    lines = [
        f"Options, in [rules.{rule.name}] of the configuration:",
        f"  {ALLOW} (default [])",
        "    Texts that the rule is to leave alone.",
    ]
    for option in rule.options:
        default = (
            str(option.default).lower() if isinstance(option.default, bool) else option.default
        )
        choices = f" One of {', '.join(option.choices)}." if option.choices else ""
        lines.append(f"  {option.name} (default {default!r})".replace("'", '"'))
        lines.append(textwrap.indent(f"{option.documentation}{choices}", "    "))
    return [*lines, ""]


def _examples(title: str, examples: list[Example]) -> list[str]:
    lines = [f"{title}:"]
    for example in examples:
        marked = example.text
        for start, end in sorted(example.spans, reverse=True):
            marked = f"{marked[:start]}⟦{marked[start:end]}⟧{marked[end:]}"
        source = f", from {example.source_language}" if example.source_language else ""
        lines.append(f"  [{example.language}{source}]")
        lines.append(textwrap.indent(marked, "    "))
        if example.fixed is not None:
            lines += ["  fixed:", textwrap.indent(example.fixed, "    ")]
        lines.append("")
    return lines


_KINDS = {
    "original": "original",
    "human_translation": "translated",
    "mixed": "either",
    "mt": "machine",
    "mt_told": "told",
}
_BESIDE = {"human_translation_beside": "translated", "mt_beside": "machine"}
_ABOUT = [
    "Evidence: findings per 10,000 words of original news, of news translated by people, of",
    "news that is one or the other, and of machine translations, also with the source told.",
]
_ABOUT_BESIDE = [
    "Evidence: findings per 10,000 words of news translated by people and by machines, each beside",
    "its source. People slip too: what is found in their work is not always wrong.",
]
_COLUMN = 11


def _evidence(rule: Rule) -> list[str]:
    """What the rule found in real news, as a table; nothing where it was not measured."""
    from mtcheck.evidence import about, figures, rated_in_words

    kinds = _BESIDE if "source" in rule.needs else _KINDS
    measured = [row for row in figures(rule.name) if sum(map(row.words_of, kinds))]
    if not measured:
        return []
    heads = "".join(f"{head:>{_COLUMN}}" for head in kinds.values())
    return [
        *(_ABOUT_BESIDE if kinds is _BESIDE else _ABOUT),
        f"  {'':<16}{heads}{'words':>{_COLUMN + 2}}",
        *(_row(row, kinds) for row in measured),
        *(f"  {sentence}" for sentence in rated_in_words(measured)),
        f"  Measured {about()['date']} on {about()['data']}.",
        "",
    ]


def _row(of_language: Figures, kinds: dict[str, str]) -> str:
    rates = (of_language.rate(kind) for kind in kinds)
    cells = "".join(f"{'-' if rate is None else f'{rate:.2f}':>{_COLUMN}}" for rate in rates)
    words = of_language.words_read(kinds)
    return f"  {language_name(of_language.language):<16}{cells}{words:>{_COLUMN + 2},}"
