"""No pattern of the program may take longer than its text is long."""

import pytest

from benchmarks.speed.backtracking import slowest
from benchmarks.speed.written import written_patterns

_READ_ONCE = {
    # The tables of a configuration file, which its owner writes.
    "mtcheck.config.places._TOKEN",
    # An example in the description of a rule.
    "mtcheck.examples._COMMENT",
}


@pytest.mark.parametrize(
    "pattern",
    (
        r"(a|aa)+$",
        r"(?:a+)+b",
        r"(\w+\s?)*$",
        r"a+b",
        r"\w+@\w+",
        r"\s+$",
        r"\[[^\]]*\]",
        r"<!--.*?-->",
        r"(?:#[^\n]*\r?\n)*x",
    ),
)
def test_a_pattern_that_backtracks_is_seen(pattern: str) -> None:
    assert slowest(pattern) is not None


@pytest.mark.parametrize(
    "pattern",
    (
        r"(?<!a)a+b",
        r"\w{1,40}@\w{1,40}",
        r"(?<!\s)\s+$",
        r"\d{1,3}(?:[.,]\d{3})*",
        r"[,;](?<=\w.)",
        r"(?P<mark>[!?])(?P=mark)",
    ),
)
def test_a_linear_pattern_passes(pattern: str) -> None:
    assert slowest(pattern) is None


def test_a_pattern_tried_at_one_place_may_run_to_the_end() -> None:
    assert slowest(r"a+b", anywhere=False) is None
    assert slowest(r"a*a*b", anywhere=False) is not None


def test_no_pattern_grows_faster_than_its_text() -> None:
    """What to do: begin with what cannot stand before (`(?<!\\w)\\w+`), repeat possessively
    (`\\w++`), or give the repetition a limit that no article reaches (`\\w{1,60}`)."""
    slow = {
        written.name: found
        for written in written_patterns()
        if written.name not in _READ_ONCE
        and (found := slowest(written.pattern, written.flags, anywhere=written.anywhere))
    }
    assert slow == {}
