"""Labels against findings: the counts, the intervals, and what is no label."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck import check_text
from mtcheck.evaluation import (
    Gold,
    GoldError,
    Tally,
    false_alarms,
    gold_of,
    judge,
    rows,
    wilson_interval,
)

RULES = [("duplicated-headline", "structure"), ("repeated-word", "fluency")]
TEXT = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met on the the Friday.\n"


def judged(*gold: Gold):  # type: ignore[no-untyped-def]
    return judge(check_text(TEXT, language="en"), gold, RULES)


def test_each_finding_is_right_where_a_mark_stands() -> None:
    article = judged(Gold("duplicated-headline", 22, 42), Gold("repeated-word", 0, 5))
    assert article.by_rule["duplicated-headline"] == Tally(1, 1, 1, 1, 1)
    assert article.by_rule["repeated-word"] == Tally(1, 0, 0, 1, 0)
    assert article.total == Tally(2, 1, 1, 2, 1)


def test_a_family_is_found_by_its_rules_and_another_word_by_any() -> None:
    article = judged(Gold("structure", 22, 42), Gold("ugly", 22, 30), Gold("fluency", 22, 42))
    assert article.by_rule["structure"].found == 1
    assert article.by_rule["ugly"].found == 1
    assert article.by_rule["fluency"] == Tally(gold=1, found=0, found_by_any=1)


def test_rows_hold_each_language_and_all_of_them() -> None:
    french = judge(check_text("Un titre\n\nIl est parti.", language="fr"), (), RULES)
    table = rows([judged(Gold("duplicated-headline", 22, 42)), french])
    assert {row.language for row in table} == {"en", "fr", "all"}
    whole = table[-1]
    assert (whole.rule, whole.recall and whole.recall[0]) == ("all", 1.0)
    assert [alarms.language for alarms in false_alarms([french])] == ["fr"]
    assert false_alarms([french])[0].clean_words == french.words


def test_wilson_as_published() -> None:
    """Newcombe (1998), table I: 81 of 263."""
    share, low, high = wilson_interval(81, 263) or (0.0, 0.0, 0.0)
    assert (round(share, 4), round(low, 4), round(high, 4)) == (0.3080, 0.2553, 0.3662)
    assert wilson_interval(0, 0) is None


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share(counts: tuple[int, int]) -> None:
    share, low, high = wilson_interval(*counts) or (0.0, 0.0, 0.0)
    assert 0 <= low <= share + 1e-12 and share - 1e-12 <= high <= 1


@pytest.mark.parametrize(
    "gold",
    [
        None,
        {},
        [3],
        [{"start": 0, "end": 1}],
        [{"rule": "x", "start": 1, "end": 1}],
        [{"rule": "x", "start": 0, "end": 99}],
        [{"rule": "x", "start": True, "end": 2}],
    ],
)
def test_what_is_no_label_is_refused(gold: object) -> None:
    with pytest.raises(GoldError):
        gold_of({"gold": gold}, 10)


def test_both_names_of_a_label_are_read() -> None:
    marks = [{"label": "odd", "start": 0, "end": 2}, {"rule": "x", "start": 2, "end": 3}]
    assert gold_of({"gold": marks}, 3) == (Gold("odd", 0, 2), Gold("x", 2, 3))
