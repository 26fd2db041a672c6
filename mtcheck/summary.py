"""From the reports of the documents to that of the run: did it pass, with what score?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from mtcheck import __version__
from mtcheck.finding import DocumentReport, ReadFailure, Report, severity_counts
from mtcheck.rule import SEVERITIES, Rule
from mtcheck.score import quality_score
from mtcheck.settings import Settings


def summarize(
    documents: Sequence[DocumentReport],
    errors: Sequence[ReadFailure],
    rules: Sequence[Rule],
    settings: Settings,
    descriptions: Iterable[str] = (),
) -> Report:
    """The report of a run; its score weighs each document by its words. A rule that failed inside
    stands among the errors, so that a run never passes for more than it checked."""
    words = sum(document.words for document in documents)
    penalty = sum(document.penalty for document in documents)
    score = quality_score(penalty, words, settings.score)
    counts = severity_counts(tuple(f for document in documents for f in document.findings))
    graver = SEVERITIES[SEVERITIES.index(settings.fail_on) :] if settings.fail_on != "never" else ()
    all_errors = (*errors, *_failures_inside(documents))
    # What nobody could read has not passed, whatever the rest is like.
    passed = (
        not all_errors
        and not any(counts[severity] for severity in graver)
        and (settings.fail_under is None or score >= settings.fail_under)
    )
    return Report(
        documents=tuple(documents),
        errors=all_errors,
        words=words,
        score=score,
        passed=passed,
        signature=_signature(documents, rules, settings, descriptions),
        rules=tuple(rules),
    )


def _failures_inside(documents: Iterable[DocumentReport]) -> Iterator[ReadFailure]:
    """What went wrong inside rules, each told once, at the first article where it did."""
    names: dict[str, list[str]] = {}
    for document in documents:
        for failure in document.failures:
            names.setdefault(failure.in_words(), []).append(document.name)
    for message, (first, *others) in names.items():
        more = f" (so in {len(others)} more)" if others else ""
        yield ReadFailure(first, f"{message}{more}")


def _signature(
    documents: Sequence[DocumentReport],
    rules: Sequence[Rule],
    settings: Settings,
    descriptions: Iterable[str],
) -> str:
    """Two reports with the same signature can be compared, as sacreBLEU's scores can."""
    languages = ",".join(sorted({document.language for document in documents})) or "none"
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
