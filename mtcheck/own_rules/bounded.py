"""Regular expressions of users, which must not hang a run: each text has a time limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from mtcheck.own_rules.pattern_size import calls_itself, written_out
from mtcheck.rule import RuleStoppedError

if TYPE_CHECKING:
    from regex import Match

SECONDS = 1.0
"""What one text may take. The engine counts the time of the processor, not of the clock on the
wall, so that a busy machine finds what an idle one does."""
_MOST_STOPS = 3
_LARGEST = 100_000


class PatternError(ValueError):
    """A pattern that is no regular expression, or that matches where nothing stands."""


class BoundedPattern:
    """A regular expression of the `regex` module, with ^ and $ at the ends of lines.

    A pattern can take longer than the age of the world ("(a|aa)+$"). Python's own `re` cannot be
    stopped; RE2 never hangs, but its \\w and \\b know no letter beyond a to z.

    Raises PatternError.
    """

    def __init__(self, pattern: str, *, ignore_case: bool) -> None:
        import regex

        if written_out(pattern) > _LARGEST:
            raise PatternError(
                f"its counts, such as {{1000}}, make it larger than {_LARGEST:,} signs; lower them"
            )
        flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
        try:
            self._compiled = regex.compile(pattern, flags)
        except (regex.error, RecursionError, OverflowError, MemoryError) as error:
            raise PatternError(str(error) or type(error).__name__) from None
        if calls_itself(pattern):
            raise PatternError(
                "(?R), (?1) and (?&name) call a pattern in itself, for which no limit holds; "
                "write it out"
            )
        self._stops = 0
        if any(found.end() == found.start() for found in self.matches("")):
            raise PatternError("it matches where nothing stands; let it ask for one sign or more")

    @property
    def groups(self) -> frozenset[str]:
        """The names of its named groups."""
        return frozenset(self._compiled.groupindex)

    def check_template(self, template: str) -> None:
        """Raise PatternError unless the groups of the template ("\\1 of \\g<name>") are there."""
        import regex

        names = {number: name for name, number in self._compiled.groupindex.items()}
        numbers = range(1, self._compiled.groups + 1)
        # A pattern of the same groups that always matches.
        likeness = "".join(f"(?P<{names[n]}>)" if n in names else "()" for n in numbers)
        try:
            regex.sub(likeness, template, "")
        except (regex.error, IndexError) as error:
            raise PatternError(str(error)) from None

    def matches(self, text: str) -> Iterator[Match[str]]:
        """The matches in the text. Raises RuleStoppedError where they take too long; after a few
        such texts at once."""
        if self._stops >= _MOST_STOPS:
            raise RuleStoppedError(
                f"its pattern took more than {SECONDS:g} s in {_MOST_STOPS} articles and is not "
                "asked any more; make it simpler"
            )
        found: Iterator[Any] = self._compiled.finditer(text, timeout=SECONDS)
        while True:
            try:
                match = next(found, None)
            except TimeoutError:
                self._stops += 1
                raise RuleStoppedError(
                    f"its pattern took more than {SECONDS:g} s on this article and was stopped; "
                    "make it simpler: no repetition inside a repetition, such as (a+)+"
                ) from None
            if match is None:
                return
            yield match
