"""What every fix of every rule keeps to: it mends what its rule found, and touches nothing else."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import Finding
from mtcheck.fix import apply_fixes, compatible
from mtcheck.registry import all_rules
from mtcheck.rule import Example, Rule
from mtcheck.settings import Settings

ROUNDS = 5
"""As the command goes: a fix can uncover what the next one mends."""
BYSTANDERS = (
    "Xavier Quillfeather met Ngozi Brânză near Üsküdar 🗳️ on the 14:30 ferry.",
    "Ljubomir Ćosić-Ødegård et Zoë Ñandú, Łódź.",
)
_WORD = re.compile(r"\w+")
_OWN_LISTS = {"foreign-transliteration", "untranslated-name", "foreign-capitalization",
              "article-agreement"}  # fmt: skip
"""Their words stand in their own data: names, days and months, articles."""
_OF_LETTERS = {"mojibake", "mixed-script"}
"""They put right the letters of a word, whichever it is."""
_TAKE_OUT = {"duplicated-headline", "duplicated-text", "page-furniture", "related-link",
             "repeated-phrase"}  # fmt: skip
"""They take out a whole passage that is a copy or no part of the article."""

FIXABLE = [rule for rule in all_rules() if rule.is_fixable]


def _examples(rule: Rule) -> list[Example]:
    """Those that need nothing beside their text."""
    return [e for e in rule.examples if not (e.source or e.reference or e.glossary)]


def _found(text: str, language: str, rule: Rule) -> list[Finding]:
    report = check_document(Document(text, language), [rule], Settings(confidence="low"))
    return [finding for finding in report.findings if finding.fix]


@st.composite
def _texts(draw: st.DrawFn, rule: Rule) -> tuple[str, str]:
    """(text, language): examples of the rule with bystanders among them."""
    examples = _examples(rule)
    language = draw(st.sampled_from(sorted({example.language for example in examples})))
    of_language = [example.text for example in examples if example.language == language]
    chosen = draw(st.lists(st.sampled_from(of_language), min_size=1, max_size=2, unique=True))
    first, second = draw(st.permutations(BYSTANDERS))
    between = draw(st.sampled_from(("\n\n", "\r\n\r\n")))
    return between.join([first, *chosen, second]), language


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.name)
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_fixed_text_is_clean_and_nothing_else_is_touched(rule: Rule, data: st.DataObject) -> None:
    if not _examples(rule):
        pytest.skip("needs more than a text")
    text, language = data.draw(_texts(rule))
    for _ in range(ROUNDS):
        findings = _found(text, language, rule)
        if not findings:
            break
        for finding in findings:
            _check_reach(text, rule, finding)
        text = apply_fixes(text, compatible(f.fix for f in findings if f.fix))
    assert _found(text, language, rule) == []
    for bystander in BYSTANDERS:
        assert bystander in text


def _check_reach(text: str, rule: Rule, finding: Finding) -> None:
    assert finding.fix is not None
    for edit in finding.fix.edits:
        gone = text[edit.start : edit.end]
        outside = text[edit.start : max(edit.start, min(edit.end, finding.start))]
        outside += text[min(edit.end, max(edit.start, finding.end)) : edit.end]
        assert not any(char.isalnum() for char in outside), (rule.name, gone, finding.text)
        if rule.name not in _OWN_LISTS | _OF_LETTERS | _TAKE_OUT:
            capitalized = [word for word in _WORD.findall(gone) if word[0].isupper()]
            kept = _WORD.findall(edit.text)
            assert all(word in kept for word in capitalized), (rule.name, gone, edit.text)
