"""Patterns as .gitignore has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.config.globs import matches, named_by


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt"),
        ("*.txt", "de/a.txt"),
        ("archive", "old/archive/a.txt"),
        ("archive/", "archive/a.txt"),
        ("/archive", "archive"),
        ("de/**", "de/x/a.txt"),
        ("de/*.txt", "de/a.txt"),
        ("**/drafts/*.txt", "drafts/a.txt"),
        ("**/drafts/*.txt", "x/y/drafts/a.txt"),
        ("a/**/b.txt", "a/b.txt"),
        ("a/**/b.txt", "a/x/y/b.txt"),
        ("*.[dD][eE].txt", "x.DE.txt"),
        ("x?.txt", "x1.txt"),
        ("[!a]*.txt", "b.txt"),
        ("./news/*.txt", "news/a.txt"),
        ("été/*", "été/a.txt"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert matches(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt.bak"),
        ("archive/", "archive"),
        ("archive", "archived/a.txt"),
        ("/archive", "old/archive"),
        ("de/*.txt", "de/x/a.txt"),
        ("de/*.txt", "x/de/a.txt"),
        ("de/**", "de"),
        ("x?.txt", "x/.txt"),
        ("[!a]*.txt", "a.txt"),
        ("a.txt", "abtxt"),
        ("*", "../a.txt"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches(path, pattern)


def test_an_exclamation_mark_takes_back() -> None:
    patterns = ("drafts/**", "!drafts/final.txt")
    assert named_by("drafts/a.txt", patterns)
    assert not named_by("drafts/final.txt", patterns)
    assert named_by("drafts/final.txt", (*patterns, "final.txt"))


@given(st.text(st.sampled_from("ab.é- "), min_size=1, max_size=8))
def test_a_plain_name_matches_itself_and_what_is_in_it(name: str) -> None:
    assert matches(name, name)
    assert matches(f"x/{name}/y", name)
    assert not matches(f"{name}x", name)
