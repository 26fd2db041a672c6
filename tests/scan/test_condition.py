"""`--where`."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.scan import ScanError
from mtcheck.scan.condition import Condition
from mtcheck.scan.schema import DOCUMENTS

ROW: dict[str, Any] = {
    "score": 79.5, "words": 300, "language": "en", "id": None, "origin_given": False,
    "rules": ["calque", "foreign-quotes"], "url": "it's", "major": 2,
}  # fmt: skip


def chosen(text: str) -> bool:
    return Condition(text, DOCUMENTS)(ROW)


@pytest.mark.parametrize(
    "text",
    [
        "score < 80",
        "score<=79.5 and score >= 79.5 and score == 79.5 and score = 79.5",
        "words > -1e3 AND words <> 3 and words != 4",
        "language = 'en'",
        'language == "en"',
        "language in ('de', 'en')",
        "language in ['de', 'en']",
        "language not in ('de')",
        "'calque' in rules",
        "'no-such' not in rules",
        "not 'no-such' in rules",
        "major in (1, 2)",
        "url = 'it''s'",
        "id is null",
        "score is not null",
        "not origin_given",
        "origin_given = false",
        "false or score < 80",
        "score > 90 or words > 200 and language = 'en'",
        "not (score > 90 or words < 200)",
        "not not score < 80",
        "80 > score",
        "`score` < 80",
    ],
)
def test_true(text: str) -> None:
    assert chosen(text)


@pytest.mark.parametrize(
    "text",
    [
        "score > 80",
        "id = 'x'",
        "id != 'x'",
        "not id = 'x'",
        "not (id = 'x' and score < 80)",
        "id in ('x', 'y')",
        "id not in ('x', 'y')",
        "chrf < 50",
        "(score > 90 or words > 200) and language = 'de'",
        "origin_given",
    ],
)
def test_not_true_or_not_known(text: str) -> None:
    assert not chosen(text)


def test_what_is_not_known_does_not_hide_what_is() -> None:
    assert chosen("id = 'x' or score < 80")
    assert chosen("not (id = 'x' and score > 80)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "the condition is empty"),
        ("   ", "the condition is empty"),
        ("score", "a comparison is missing"),
        ("score <", "something is missing at the end"),
        ("score < 80 and", "something is missing at the end"),
        ("(score < 80", "')' is missing"),
        ("score < 80)", "character 11: ')' is not expected here"),
        ("score < 'eighty'", "a number cannot be compared with a string"),
        ("score in ('a')", "the list must hold a number"),
        ("language in rules2", "no column is called 'rules2'; did you mean rules?"),
        ("language in words", "after 'in' stands a list, or rules"),
        ("rules = 'calque'", "write \"'name' in rules\""),
        ("id = null", "write 'is null'"),
        ("nothing < 3", "there are path, line, id, url, domain, language"),
        ("score < 80; drop", "is not understood"),
        ("__import__ = 1", "no column is called '__import__'"),
        ("__import__('os').system('true') = 1", "is not understood"),
        ("score < 80 or score.real", "is not understood"),
        ("origin_given < true", "true and false have no order"),
        ("lambda: 1", "is not understood"),
        ("'unclosed", "is not understood"),
        ("(" * 1000 + "score < 1" + ")" * 1000, "nested too deeply"),
        ("score < 1 or " * 1000 + "score < 1", "longer than 10,000 characters"),
        ("and score < 3", "'and' is not expected here"),
        ("score is 3", "'null' is missing"),
    ],
)
def test_what_is_no_condition(text: str, said: str) -> None:
    with pytest.raises(ScanError) as caught:
        Condition(text, DOCUMENTS)
    assert said in str(caught.value)


def test_it_can_be_sent_to_workers() -> None:
    condition = pickle.loads(pickle.dumps(Condition("score < 80", DOCUMENTS)))
    assert condition(ROW)


@given(st.text(alphabet="score<>=!'\"()[]andornotinisull8. ,`\x00é-", max_size=60))
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    try:
        condition = Condition(text, DOCUMENTS)
    except ScanError as error:
        assert str(error)
    else:
        assert condition(ROW) in (True, False)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32), st.integers(-1000, 1000))
def test_numbers_compare_as_in_python(score: float, limit: int) -> None:
    row = {"score": score}
    assert Condition(f"score < {limit}", DOCUMENTS)(row) is (score < limit)
    assert Condition(f"not score < {limit}", DOCUMENTS)(row) is (score >= limit)
