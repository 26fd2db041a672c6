"""`mtcheck explain --format json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtcheck.cli.rules import card

if TYPE_CHECKING:
    from mtcheck.rule import Example, Rule


def explained(rule: Rule) -> dict[str, object]:
    """The rule's card with its documentation and examples."""
    return {
        **card(rule),
        "needs": list(rule.needs),
        "documentation": rule.documentation,
        "examples": [_example(example) for example in rule.examples],
    }


def _example(example: Example) -> dict[str, object]:
    """spans: what is found in the text (code points, half-open); none in a good example."""
    return {
        "language": example.language,
        "source_language": example.source_language,
        "text": example.text,
        "spans": [{"start": start, "end": end} for start, end in example.spans],
        "fixed": example.fixed,
    }
