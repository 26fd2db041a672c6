"""On which line of a TOML file a key stands."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from mtcheck.config.places import line_of, lines_of_keys

TEXT = '''\
# select = ["x"]
select = [
  "structure",  # ignore = 1
  "names",
]
ignore = ["a"]
note = """
fail-on = "x"
"""
[score]
minor = 2
tolerance.x = 3

[per-path."de/**".severity]
"calque" = "off"
inline = { a = 1, b = [
  2] }
last = 'it''s # none'
'''


def test_lines_of_a_file() -> None:
    assert lines_of_keys(TEXT.replace("'it''s # none'", "'its # none'")) == {
        ("select",): 2,
        ("ignore",): 6,
        ("note",): 7,
        ("score",): 10,
        ("score", "minor"): 11,
        ("score", "tolerance", "x"): 12,
        ("per-path", "de/**", "severity"): 14,
        ("per-path", "de/**", "severity", "calque"): 15,
        ("per-path", "de/**", "severity", "inline"): 16,
        ("per-path", "de/**", "severity", "last"): 18,
    }


def test_a_key_that_is_not_known_has_the_line_of_what_holds_it() -> None:
    lines = lines_of_keys("a = 1\n[b]\nc = { d = 1 }\n")
    assert line_of(("b", "c", "d"), lines) == 3
    assert line_of(("x",), lines) is None


_VALUES = st.sampled_from(
    ["1", "true", '"text # no comment"', "'a = b'", "[1, 2]", "[\n  1, # one\n  2\n]", "{ x = 1 }",
     '"""\nk = 1\n"""', "'''\n[t]\n'''", '"\\" = ["']
)  # fmt: skip


@given(st.lists(_VALUES, min_size=1, max_size=8), st.integers(0, 3))
def test_every_key_is_found_where_it_stands(values: list[str], blank: int) -> None:
    text, lines = "\n" * blank, {}
    for number, value in enumerate(values):
        lines[(f"k{number}",)] = text.count("\n") + 1
        text += f"k{number} = {value}\n"
    assert set(tomllib.loads(text)) == {name for (name,) in lines}
    assert lines_of_keys(text) == lines
