"""What was found in an article as plain data, which JSON can hold, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from mtcheck.checking import Checked, without_texts
from mtcheck.finding import DocumentReport, Finding, Origin, Suppressed
from mtcheck.rule import Edit, Fix, Related

if TYPE_CHECKING:
    from mtcheck.bilingual.renderings import Sentence

Plain = Sequence[Any]
"""(sentences, report or None): tuples or, read from JSON, lists."""
_REPORT = (
    "language", "source_language", "origin", "words", "penalty", "score", "metrics", "findings",
    "suppressed", "held_back",
)  # fmt: skip
"""What is stored of a report; the rest is the article's, or empty."""
_NOTHING: dict[str, Any] = {"path": None, "id": None, "text": ""}
_DAMAGE = (KeyError, TypeError, ValueError, IndexError, AttributeError)


def plain_of(sentences: Sequence[Sentence], report: DocumentReport | None) -> Plain:
    """As JSON can hold it. A report with failures is not to be stored."""
    if report is None:
        return sentences, None
    told = without_texts(report)
    return sentences, [getattr(told, name) for name in _REPORT]


def checked_of(plain: Plain) -> Checked | None:
    """What `plain_of` was given, without the texts and the article's name; None where there is no
    report in it, or it is damaged."""
    try:
        if plain[1] is None:
            return None
        stored = dict(zip(_REPORT, plain[1], strict=True))
        stored["origin"] = _origin(*stored["origin"])
        stored["findings"] = tuple(_finding(*each) for each in stored["findings"])
        stored["suppressed"] = tuple(
            Suppressed(_finding(*finding), by, reason)
            for finding, by, reason in stored["suppressed"]
        )
        stored["held_back"] = tuple((rule, count) for rule, count in stored["held_back"])
        stored["metrics"] = dict(stored["metrics"])
        return Checked(DocumentReport(**_NOTHING, **stored), tuple(map(_sentence, plain[0])))
    except _DAMAGE:
        return None


def sentences_of(plain: Plain) -> tuple[Sentence, ...] | None:
    """The sentences of what holds no report; None where it does, or is damaged."""
    try:
        return None if plain[1] is not None else tuple(map(_sentence, plain[0]))
    except _DAMAGE:
        return None


def _origin(
    language: str | None,
    probability: float,
    given: bool,
    evidence: Any,
    candidates: Any,
    translated: float,
) -> Origin:
    pairs = tuple((source, share) for source, share in candidates)
    return Origin(language, probability, given, tuple(evidence), pairs, translated)


def _finding(*stored: Any) -> Finding:
    finding = Finding(*stored)
    edits = finding.fix
    return finding._replace(
        fix=edits and Fix(tuple(Edit(*edit) for edit in edits[0]), edits[1]),
        related=tuple(Related(*each) for each in finding.related),
        file_span=finding.file_span and (finding.file_span[0], finding.file_span[1]),
    )


def _sentence(stored: Any) -> Sentence:
    from mtcheck.bilingual.renderings import Sentence

    key, words, source, target = stored
    return Sentence(key, words, (source[0], source[1]), (target[0], target[1]))
