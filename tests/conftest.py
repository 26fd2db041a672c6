"""The suite keeps its own index of word lists: made once for all its runs, also those in processes
of their own, and never the index of the user who calls it."""

import os
from tempfile import TemporaryDirectory

import pytest

# Set while the tests are collected, since some modules of tests copy the environment then.
_INDEX = TemporaryDirectory(prefix="mtcheck-tests-")
os.environ["MTCHECK_CACHE_DIR"] = _INDEX.name


def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes the index away."""
    _INDEX.cleanup()
