"""Every rule's own examples and every lexicon entry's, run as tests."""

import pytest

from mtcheck.examples import Outcome, marked, missing_examples, run_entry, run_example
from mtcheck.language.data import languages
from mtcheck.lexicon import Entry
from mtcheck.registry import all_rules
from mtcheck.rule import Example, Rule

CASES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in all_rules()
    for number, example in enumerate(rule.examples)
]
ENTRIES = [
    pytest.param(rule, entry, id=f"{entry.place}")
    for rule in all_rules()
    if rule.lexicon
    for target in languages()
    for entry in rule.lexicon.entries(target)
    if any(entry.examples()) and entry.table.file.startswith(f"{target}/")
]
HEADINGS = ("Why:", "Legitimate:", "Fix:", "Authority:")


def require_passed(outcome: Outcome) -> None:
    """With a message that shows the text, the marks in place."""
    example = outcome.example
    assert outcome.error == ""
    assert marked(example.text, outcome.found) == marked(example.text, example.spans)
    assert outcome.fixed == example.fixed
    assert marked(outcome.fixed or "", outcome.left) == (outcome.fixed or "")
    assert outcome.has_passed


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_example(rule: Rule, example: Example) -> None:
    require_passed(run_example(rule, example))


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_lexicon_entry(rule: Rule, entry: Entry) -> None:
    for outcome in run_entry(rule, entry):
        require_passed(outcome)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_rule_is_documented(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    for heading in HEADINGS:
        assert f"\n{heading} " in rule.documentation, f"{rule.name} does not say {heading}"
    assert list(missing_examples(rule)) == []
    if rule.languages != ("*",):
        shown = {example.language.partition("-")[0] for example in rule.examples}
        assert shown <= set(rule.languages)
