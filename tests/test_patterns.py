"""Patterns that are compiled when they are first used."""

import re
import sys

import pytest

from mtcheck.patterns import late_pattern
from mtcheck.registry import all_rules


def test_a_late_pattern_is_a_pattern() -> None:
    vowels = late_pattern("[aeiou]", re.IGNORECASE)
    assert vowels.pattern == "[aeiou]"
    assert vowels.findall("Aberdeen") == ["A", "e", "e", "e"]
    assert vowels.sub("-", "Oslo") == "-sl-"
    assert vowels.search("Oslo", 1).span() == (3, 4)  # type: ignore[union-attr]
    with pytest.raises(AttributeError):
        _ = vowels.no_such_method  # type: ignore[attr-defined]


def test_every_late_pattern_compiles() -> None:
    all_rules()
    kind = type(late_pattern(""))
    modules = [module for name, module in sys.modules.items() if name.startswith("mtcheck")]
    patterns = [value for module in modules for value in vars(module).values()]
    for pattern in (value for value in patterns if isinstance(value, kind)):
        re.compile(pattern.pattern, pattern.flags)
