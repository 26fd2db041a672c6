"""Lines and columns against what splitting the text says."""

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.reporters.position import LineIndex, Position


def test_newlines_of_all_three_kinds() -> None:
    index = LineIndex("a\r\nb\nc\rd")
    assert [index.position(offset) for offset in (0, 3, 5, 7)] == [
        Position(1, 1),
        Position(2, 1),
        Position(3, 1),
        Position(4, 1),
    ]
    assert [index.line_around(offset) for offset in (0, 3, 6)] == [(0, 1), (3, 4), (5, 6)]


@given(st.text(alphabet="ab🗳é\n", max_size=60))
def test_every_offset_has_the_line_that_counting_gives(text: str) -> None:
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        before = text[:offset]
        expected = Position(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
        assert index.position(offset) == expected
