"""The score against values worked by hand from MQM's formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.score import ScoreParameters, quality_score

DEFAULT = ScoreParameters()


@pytest.mark.parametrize(
    ("penalty", "words", "score"),
    [
        (0, 1000, 100.0),
        (10, 1000, 90.0),
        (5, 1000, 95.0),
        (5, 500, 90.0),
        (200, 1000, 0.0),
        (0, 0, 100.0),
    ],
)
def test_default_parameters(penalty: float, words: int, score: float) -> None:
    assert quality_score(penalty, words, DEFAULT) == score


def test_the_tolerance_is_what_passes() -> None:
    strict = ScoreParameters(passing_score=99, tolerance=2)
    assert quality_score(2, 1000, strict) == 99.0


@given(st.floats(0, 1e6), st.integers(0, 10**6))
def test_the_score_stays_between_0_and_100(penalty: float, words: int) -> None:
    assert 0 <= quality_score(penalty, words, DEFAULT) <= 100


def test_an_empty_text_scores_all_or_nothing() -> None:
    assert quality_score(0.0, 0, ScoreParameters()) == 100.0
    assert quality_score(5.0, 0, ScoreParameters()) == 0.0
