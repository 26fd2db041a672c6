"""From the reports of the documents to that of the run: did it pass, with what score?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from mtcheck import __version__
from mtcheck.finding import DocumentReport, ReadFailure, Report, added, tally_of
from mtcheck.rule import SEVERITIES, Rule
from mtcheck.score import quality_score
from mtcheck.settings import Settings


class Counted:
    """What a run must know of its documents at its end, counted as they come."""

    def __init__(self) -> None:
        self.words = 0
        self.penalty = 0.0
        self.tally = tally_of(())
        self.languages: set[str] = set()
        self._failed: dict[str, list[str]] = {}

    def add(self, document: DocumentReport) -> None:
        """The next document of the run."""
        self.words += document.words
        self.penalty += document.penalty
        self.tally = added(self.tally, document.tally)
        self.languages.add(document.language)
        for failure in document.failures:
            self._failed.setdefault(failure.in_words(), []).append(document.name)

    def failures(self) -> Iterator[ReadFailure]:
        """What went wrong inside rules, each told once, at the first document where it did."""
        for message, (first, *others) in self._failed.items():
            more = f" (so in {len(others)} more)" if others else ""
            yield ReadFailure(first, f"{message}{more}")


def summarize(
    documents: Sequence[DocumentReport],
    errors: Sequence[ReadFailure],
    rules: Sequence[Rule],
    settings: Settings,
    descriptions: Iterable[str] = (),
) -> Report:
    """The report of a run (see `report_of`)."""
    counted = Counted()
    for document in documents:
        counted.add(document)
    report = report_of(counted, errors, rules, settings, descriptions)
    return report._replace(documents=tuple(documents))


def report_of(
    counted: Counted,
    errors: Sequence[ReadFailure],
    rules: Sequence[Rule],
    settings: Settings,
    descriptions: Iterable[str] = (),
) -> Report:
    """The report of a run, without its documents; its score weighs each of them by its words. A
    rule that failed inside stands among the errors, so that a run never passes for more than it
    checked."""
    score = quality_score(counted.penalty, counted.words, settings.score)
    graver = SEVERITIES[SEVERITIES.index(settings.fail_on) :] if settings.fail_on != "never" else ()
    all_errors = (*errors, *counted.failures())
    # What nobody could read has not passed, whatever the rest is like.
    passed = (
        not all_errors
        and not any(counted.tally.counts[severity] for severity in graver)
        and (settings.fail_under is None or score >= settings.fail_under)
    )
    return Report(
        documents=(),
        errors=all_errors,
        words=counted.words,
        score=score,
        passed=passed,
        signature=_signature(counted.languages, rules, settings, descriptions),
        rules=tuple(rules),
    )


def _signature(
    found: Iterable[str],
    rules: Sequence[Rule],
    settings: Settings,
    descriptions: Iterable[str],
) -> str:
    """Two reports with the same signature can be compared, as sacreBLEU's scores can."""
    languages = ",".join(sorted(found)) or "none"
    names = ",".join(map(_identity, rules))
    return (
        f"version:{__version__}|rules:{len(rules)}-{crc32(names.encode()):08x}|languages:{languages}"
        f"|confidence:{settings.confidence}|origin:{settings.origin_threshold:g}"
        f"|{settings.score.describe()}{_configured(descriptions)}"
    )


def _identity(rule: Rule) -> str:
    """Its name; of a rule that may change without a new version of mtcheck, what it looks for."""
    if not rule.provider:
        return rule.name
    rows = rule.lexicon.rows if rule.lexicon else ()
    return "\n".join((rule.name, rule.documentation, *rows))


def _configured(descriptions: Iterable[str]) -> str:
    """The settings beside the defaults, of all files, as a short part of the signature."""
    distinct = sorted({description for description in descriptions if description})
    return f"|settings:{crc32(chr(10).join(distinct).encode()):08x}" if distinct else ""
