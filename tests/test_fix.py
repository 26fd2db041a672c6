"""Edits that overlap never combine, and nothing else of the text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.fix import apply_fixes
from mtcheck.rule import Edit, Fix

TEXT = "abcdefghij" * 5
edits = st.tuples(st.integers(0, 50), st.integers(0, 6), st.sampled_from(["", "X", "XYZ"])).map(
    lambda edit: Edit(edit[0], min(50, edit[0] + edit[1]), edit[2])
)


def test_two_edits_of_one_fix() -> None:
    fix = Fix((Edit(0, 1, "<"), Edit(2, 3, ">")))
    assert apply_fixes("abc", [fix]) == "<b>"


def test_the_second_of_two_that_overlap_is_left_out() -> None:
    first, second = Fix((Edit(0, 2, "X"),)), Fix((Edit(1, 3, "Y"),))
    assert apply_fixes("abc", [second, first]) == "Xc"


@given(st.lists(edits.map(lambda edit: Fix((edit,))), max_size=6))
def test_what_no_edit_touches_stays(fixes: list[Fix]) -> None:
    touched = {
        index for fix in fixes for edit in fix.edits for index in range(edit.start, edit.end)
    }
    kept = "".join(char for index, char in enumerate(TEXT) if index not in touched)
    rest = iter(apply_fixes(TEXT, fixes))
    assert all(char in rest for char in kept)
