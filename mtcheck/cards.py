"""The cards of rules as plain values, so that a run need not import every rule to know which it
has: a card is read from the cache, the rule's module when it has something to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from typing import Any, cast

from mtcheck.lexicon import Lexicon
from mtcheck.option import Option
from mtcheck.rule import Body, Rule

Card = tuple[object, ...]
_BODY = Rule._fields.index("body")
_LEXICON = Rule._fields.index("lexicon")
_OPTIONS = Rule._fields.index("options")


def card_of(rule: Rule) -> Card | None:
    """The rule without its body, as values that `marshal` stores; None where it has others."""
    lexicon = rule.lexicon
    if lexicon and (lexicon.folder or lexicon.rows):
        return None
    fields: list[object] = list(rule)
    fields[_BODY] = None
    fields[_OPTIONS] = tuple(map(astuple, rule.options))
    fields[_LEXICON] = lexicon and (lexicon.name, lexicon.of_every_language)
    return tuple(fields)


def rule_of(card: Card, body: Callable[[], Body]) -> Rule:
    """Undoes `card_of`."""
    fields = dict(zip(Rule._fields, card, strict=True))
    named = fields["lexicon"]
    fields["lexicon"] = Lexicon(*named) if isinstance(named, tuple) else None
    options = cast("tuple[tuple[Any, ...], ...]", fields["options"])
    fields["options"] = tuple(Option[Any](*values) for values in options)
    fields["body"] = body
    return Rule(**fields)  # type: ignore[arg-type]
