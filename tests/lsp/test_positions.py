"""Offsets and an editor's positions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from mtcheck.lsp.positions import LineTable, units

ENCODINGS = ("utf-16", "utf-8", "utf-32")
TEXTS = st.text(st.sampled_from("ab é—\u2028\x0c\x85😀👍🏽\r\n\ud83d\u05d0\u202e"), max_size=40)


@pytest.mark.parametrize(("encoding", "character"), [("utf-16", 5), ("utf-8", 7), ("utf-32", 4)])
def test_an_emoji_counts_in_the_units_of_the_encoding(encoding, character):
    lines = LineTable('first\nx="😋"', encoding)
    assert lines.position(6 + 4) == Position(1, character)
    assert lines.offset(Position(1, character)) == 6 + 4


def test_only_newlines_end_lines():
    lines = LineTable("a\u2028b\x0cc\x85d\r\ne\rf\ng", "utf-16")
    assert lines.line_count == 4
    assert [lines.line(number) for number in range(4)] == [(0, 7), (9, 10), (11, 12), (13, 14)]


def test_a_position_beyond_the_line_is_its_end():
    lines = LineTable("ab\r\ncd", "utf-16")
    assert lines.offset(Position(0, 99)) == 2
    assert lines.offset(Position(9, 0)) == 6


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_every_offset_comes_back(text, encoding):
    lines = LineTable(text, encoding)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] == "\r\n" and offset:
            continue  # no editor has a place between the two
        assert lines.offset(lines.position(offset)) == offset


@given(TEXTS)
def test_units_are_those_of_the_encoders(text):
    assert units(text, "utf-16") == len(text.encode("utf-16-le", "surrogatepass")) // 2
    assert units(text, "utf-8") == len(text.encode("utf-8", "surrogatepass"))
