"""`mtcheck check --verbose`: what was read and how, on standard error."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from mtcheck.reporters.display import visible
from mtcheck.reporters.wording import origin_in_words, plural

if TYPE_CHECKING:
    from mtcheck.config import Configuration
    from mtcheck.finding import DocumentReport


class Narrator:
    """Called with each article as soon as it is checked."""

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._last = time.perf_counter()
        self._configs: set[str | None] = set()

    def __call__(self, document: DocumentReport) -> None:
        now = time.perf_counter()
        spent, self._last = now - self._last, now
        name = document.path or "text"
        config = self._configuration.file_of(name)
        if config not in self._configs:
            self._configs.add(config)
            _say(config or "configuration", f"{'in force' if config else 'none'} for {name}")
        origin = origin_in_words(document.origin) or "no sign of a translation"
        facts = [
            f"{plural(document.words, 'word')} in {spent * 1000:.0f} ms",
            f"{document.language} ({self._how(document)})",
            origin,
            "beside its source" if document.source_text is not None else "",
        ]
        _say(document.name, " · ".join(fact for fact in facts if fact))
        if document.held_back:
            rules = ", ".join(f"{rule} {count}" for rule, count in document.held_back)
            _say(document.name, f"held back: {rules}; --confidence low shows them")

    def _how(self, document: DocumentReport) -> str:
        """How the article's language is known."""
        from mtcheck.readers.pairing import name_parts

        path = document.path or ""
        if self._configuration.of_file(path).options.language == document.language:
            return "as told"
        if "." in path and name_parts(path).tag == document.language:
            return "by the file's name"
        if document.id is None and not document.segments and path.endswith(".txt"):
            return "found out from the text"
        return "said by the file or found out from the text"


def say_rules(count: int) -> None:
    """How many rules were asked."""
    _say("rules", f"{count} asked; `mtcheck rules` lists them")


def _say(about: str, what: str) -> None:
    print(f"mtcheck: {visible(about)}: {visible(what)}", file=sys.stderr)
