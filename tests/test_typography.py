"""The rules of typography on any text: no exception, places in the text, a cost that is linear."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.document import Document
from mtcheck.registry import all_rules
from mtcheck.rule import Hit, Rule

RULES = [rule for rule in all_rules() if rule.family == "typography" and rule.lexicon is None]
MARKS = "“”\"‘’'«»„‚‹›「」【】`,<>()[] .,:;!?%\u00a0\u202f\nsAé5—¿"
LANGUAGES = ("en", "en-GB", "fr", "fr-CA", "de", "de-CH", "es", "sv", "ja", "xx")


def hits(rule: Rule, text: str, language: str) -> list[Hit]:
    document = Document(text, language)
    return list(rule.hits(document)) if rule.claims(document.target) else []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(text=st.text() | st.text(alphabet=MARKS), language=st.sampled_from(LANGUAGES))
def test_any_text_is_read(rule: Rule, text: str, language: str) -> None:
    for hit in hits(rule, text, language):
        assert 0 <= hit.start < hit.end <= len(text)
        for edit in hit.fix.edits if hit.fix else ():
            assert 0 <= edit.start <= edit.end <= len(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "piece", ['"a ', "“a”. ", "« a » ", "(a ", "“(he) is ", "a : b ! ? ", "''a'' `` ,,", "«", '""']
)
def test_the_cost_is_linear(rule: Rule, piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        hits(rule, piece * count, "en")
        return time.process_time() - start

    seconds(500)
    small = min(seconds(1_000) for _ in range(2))
    assert min(seconds(10_000) for _ in range(2)) < 40 * small + 0.1
