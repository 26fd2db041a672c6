"""A bounded share of the fuzzing, the same at each run; `tests.fuzz.long` goes on from there."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.corpus import kept, name_of
from tests.fuzz.long import reduced
from tests.fuzz.mutations import mutated_bytes
from tests.fuzz.sound import Hang, limited
from tests.fuzz.targets import TARGETS, Input

bounded = settings(
    deadline=None,
    derandomize=True,  # a change fails by its own fault, never by chance
    database=None,
    suppress_health_check=list(HealthCheck),
)


@settings(bounded, max_examples=40)
@given(st.randoms(use_true_random=True))
def test_files_of_every_format(random: Random) -> None:
    _bear("file", random)


@settings(bounded, max_examples=40)
@given(st.randoms(use_true_random=True))
def test_texts_in_every_language(random: Random) -> None:
    _bear("text", random)


@settings(bounded, max_examples=40)
@given(st.randoms(use_true_random=True))
def test_texts_beside_their_sources(random: Random) -> None:
    _bear("pair", random)


@settings(bounded, max_examples=100)
@given(st.randoms(use_true_random=True))
def test_settings_glossaries_rules_and_baselines(random: Random) -> None:
    _bear("table", random)


def _bear(name: str, random: Random) -> None:
    target = TARGETS[name]
    target.bear(target.make(random))


@pytest.mark.parametrize("path", kept(), ids=lambda path: path.name)
def test_what_broke_is_borne(path: Path) -> None:
    target, given = name_of(path)
    TARGETS[target].bear(given)


def test_a_hang_is_seen() -> None:
    with pytest.raises(Hang), limited(1):
        while True:
            pass


def test_an_input_is_reduced_to_what_breaks() -> None:
    def breaks(given: Input) -> bool:
        return b"!" in given.data and b"?" in given.data

    small = reduced(Input("a.txt", b"one ! two three\nfour ? five" * 3), breaks)
    assert sorted(small.data) == sorted(b"!?")


def test_chance_is_all_in_the_seed() -> None:
    assert mutated_bytes(Random(7), b"abc" * 50) == mutated_bytes(Random(7), b"abc" * 50)
    for name, target in TARGETS.items():
        assert target.make(Random(3)) == target.make(Random(3)), name
