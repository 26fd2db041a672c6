"""Every rule's own examples and every lexicon entry's, run as tests."""

import pytest

from mtcheck.fix import apply_fixes
from mtcheck.language.data import languages
from mtcheck.lexicon import Entry
from mtcheck.registry import all_rules
from mtcheck.rule import Example, Rule
from tests.examples import findings_in, marked, spans_of_entry

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


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_rule_example(rule: Rule, example: Example) -> None:
    findings = findings_in(example, rule)
    spans = [(finding.start, finding.end) for finding in findings]
    assert marked(example.text, spans) == marked(example.text, list(example.spans))
    if example.fixed is not None:
        fixed = apply_fixes(example.text, [f.fix for f in findings if f.fix])
        assert fixed == example.fixed
        again = example._replace(text=fixed, spans=(), fixed=None)
        assert findings_in(again, rule) == []


@pytest.mark.parametrize(("rule", "entry"), ENTRIES)
def test_lexicon_entry(rule: Rule, entry: Entry) -> None:
    """By itself, since another line may find more in the same place; or, for the few that need
    another line, with all."""
    for example in entry.examples(rule.confidence):
        wanted = marked(example.text, list(example.spans))
        if marked(example.text, spans_of_entry(example, rule, entry)) != wanted:
            spans = [(finding.start, finding.end) for finding in findings_in(example, rule)]
            assert marked(example.text, spans) == wanted


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_rule_is_documented(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    for heading in HEADINGS:
        assert f"\n{heading} " in rule.documentation, f"{rule.name} does not say {heading}"
    assert any(example.is_bad for example in rule.examples)
    assert any(not example.is_bad for example in rule.examples)
    if rule.languages != ("*",):
        shown = {example.language.partition("-")[0] for example in rule.examples}
        assert shown <= set(rule.languages)
