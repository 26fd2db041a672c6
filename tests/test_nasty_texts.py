"""Texts that a careless rule breaks on or hangs on, and the searches that keep it quick."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.speed.nasty import TEXTS
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.language.words import count_words, whole_words
from mtcheck.registry import all_rules
from mtcheck.settings import Settings

_LENGTH = 2_000
_SIGNS = st.text(alphabet="ab _1.,¡!\n\u00a0éЖ的“")


@pytest.mark.parametrize("name", TEXTS)
def test_every_rule_reads_it(name: str) -> None:
    language, make = TEXTS[name]
    text = make(_LENGTH)
    report = check_document(Document(text, language), all_rules(), Settings(confidence="low"))
    assert report.failures == ()
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]


def test_texts_have_the_length_that_was_asked_for() -> None:
    for name, (_, make) in TEXTS.items():
        assert 0.9 * _LENGTH <= len(make(_LENGTH)) <= 1.1 * _LENGTH, name


@given(_SIGNS, st.sampled_from(("a", "ab", "a b", "a.a", "é", "的")))
def test_whole_words_are_those_of_a_pattern(text: str, word: str) -> None:
    pattern = rf"(?<!\w){re.escape(word)}(?!\w)"
    assert list(whole_words(text, word)) == [found.start() for found in re.finditer(pattern, text)]


@given(_SIGNS)
def test_words_are_runs_that_hold_a_letter_or_digit(text: str) -> None:
    assert count_words(text, "en") == len(re.findall(r"\S*\w\S*", text))


@given(_SIGNS)
def test_a_pair_is_two_signs_side_by_side(text: str) -> None:
    found = re.search(r"[a\u00a0 ][,.!]", text)
    assert Document(text, "en").has_pair("a\u00a0 ", ",.!") == (found is not None)


def test_a_finding_in_a_very_long_sentence_keeps_a_short_identity() -> None:
    text = "He said " + "the the ship and " * 1_000 + "left."
    report = check_document(Document(text, "en"), all_rules(), Settings())
    identities = {finding.identity for finding in report.findings}
    assert len(identities) == len(report.findings) > 500
    assert max(map(len, identities)) < 100


def test_of_two_hits_that_overlap_the_one_that_yields_goes() -> None:
    """In every place of the text, however many there are."""
    text = "Talks open\n\n" + "The ministers met.\n\nAlso read: Talks go on\n\n" * 3
    report = check_document(Document(text, "en"), all_rules(), Settings())
    rules = {rule.name: rule for rule in all_rules()}
    for one in report.findings:
        for other in report.findings:
            if one.start < other.end and other.start < one.end:
                assert other.rule not in rules[one.rule].yields_to
