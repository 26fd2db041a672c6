"""Which findings of an article count in a run: those that are not old and, in a pull request, touch
what it changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.finding import Finding, Suppressed
from mtcheck.rule import CONFIDENCES, Rule
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.baseline import OldFindings
    from mtcheck.document import Document
    from mtcheck.readers import Article
    from mtcheck.touched import ChangedFiles, Touched


class Screen(NamedTuple):
    """Of one article. asked: the rules that could find something in it; old: the baseline;
    touched: what stands on changed lines."""

    path: str
    id: str | None
    asked: tuple[str, ...]
    old: OldFindings | None = None
    touched: Touched | None = None

    def parted(
        self, findings: tuple[Finding, ...]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """(the findings that count, the old ones)."""
        suppressed: tuple[Suppressed, ...] = ()
        if self.old:
            findings, suppressed = self.old.parted(self.path, self.id, findings, self.asked)
        if self.touched is not None:
            findings = tuple(finding for finding in findings if finding in self.touched)
        return findings, suppressed


def screen_of(
    article: Article,
    rules: Sequence[Rule],
    settings: Settings,
    old: OldFindings | None,
    changed: ChangedFiles | None,
) -> Screen:
    """The screen of an article of a run."""
    asked = _asked(article.document, rules, settings) if old else ()
    touched = changed.touched(article) if changed else None
    return Screen(article.path, article.id, asked, old, touched)


def _asked(document: Document, rules: Sequence[Rule], settings: Settings) -> tuple[str, ...]:
    """The rules that may speak of the document, given what it is and how sure they are."""
    least = CONFIDENCES.index(settings.confidence)
    return tuple(
        rule.name
        for rule in rules
        if (rule.can_read(document) or "suppression" in rule.needs)
        and CONFIDENCES.index(rule.confidence) >= least
    )
