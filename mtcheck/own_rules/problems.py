"""What is wrong with rule files."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A mistake in a rule file. place: the file, and the line where it is known."""

    place: str
    message: str


class RuleFileError(ValueError):
    """Rule files that cannot be used: all that is wrong with them."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(f"{place}: {message}" for place, message in problems))
        self.problems = problems
