"""The pipeline of one document: hits, origin, findings, score."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, Protocol, cast
from zlib import crc32

from mtcheck.document import Document, Span
from mtcheck.finding import (
    DocumentReport,
    Finding,
    Origin,
    RuleFailure,
    Suppressed,
)
from mtcheck.hits import Found, all_hits
from mtcheck.language.data import primary_subtag
from mtcheck.origin import HELD_BACK, Signal, infer_origin
from mtcheck.rule import (
    ALLOW,
    CONFIDENCES,
    SUPPRESSING_COMMENT,
    SUPPRESSION,
    Confidence,
    Hit,
    Option,
    Rule,
    Severity,
)
from mtcheck.score import penalty_total, quality_score
from mtcheck.settings import Settings

_LONGEST_CONTENT = 2_000
_SURELY_TRANSLATED, _LEAST_SHARE = 0.97, 0.002
_OF_ANY_SOURCE = frozenset(("structure",))
"""In a text that is hardly an original one, a finding of medium confidence speaks where its source
is not out of the question; one of these families is a fault whatever the source."""


class Screen(Protocol):
    """Findings of one document that do not count, beside those that a comment suppresses."""

    def parted(
        self, findings: tuple[Finding, ...]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """(those that count, those that are reported as suppressed); others are dropped."""


def check_document(
    document: Document,
    rules: Sequence[Rule],
    settings: Settings,
    *,
    path: str | None = None,
    id: str | None = None,
) -> DocumentReport:
    """Everything that the rules have to say of one document, in order of the text."""
    if settings.glossary:
        document.glossary = settings.glossary
    if settings.house_style:
        document.house_style = settings.house_style
    if settings.rule_options:
        document.options = _options(rules, settings)
    failures: list[RuleFailure] = []
    found = all_hits(document, rules, failures)
    if settings.rule_options:
        found = [
            (rule, hit) for rule, hit in found if not _is_allowed(document, rule, hit, settings)
        ]
    origin = _origin(document, found)
    spoken = [(rule, hit) for rule, hit in found if _speaks(rule, hit, origin, settings)]
    findings = _completed(document, _told_once(list(_apart(spoken))), settings)
    findings, suppressed = _by_comments(document, findings, found, rules, settings)
    penalty = _penalty(findings, settings)
    return DocumentReport(
        path=path,
        id=id,
        text=document.text,
        source_text=document.source.text if document.source else None,
        segments=document.segments,
        blocks=document.blocks if document.file_map else (),
        file_map=document.file_map,
        language=document.language,
        source_language=document.source_language,
        origin=origin,
        words=document.word_count,
        penalty=penalty,
        score=quality_score(penalty, document.word_count, settings.score),
        metrics=_metrics(document, settings),
        findings=findings,
        failures=tuple(failures),
        suppressed=suppressed,
        held_back=_held_back(found, spoken),
    )


def screened(report: DocumentReport, screen: Screen, settings: Settings) -> DocumentReport:
    """The report with the findings that count, and the score that they make."""
    findings, old = screen.parted(report.findings)
    penalty = _penalty(findings, settings)
    return report._replace(
        findings=findings,
        suppressed=tuple(sorted((*report.suppressed, *old), key=_place)),
        penalty=penalty,
        score=quality_score(penalty, report.words, settings.score),
    )


def _penalty(findings: Iterable[Finding], settings: Settings) -> float:
    return penalty_total((f for f in findings if f.family != SUPPRESSION), settings.score)


def _by_comments(
    document: Document,
    findings: tuple[Finding, ...],
    found: Sequence[Found],
    rules: Sequence[Rule],
    settings: Settings,
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """(the findings that no comment suppresses, with those that speak of the comments; the
    suppressed ones)."""
    is_addressed = any("mtcheck" in comment.text for comment in document.comments)
    if not (is_addressed or SUPPRESSING_COMMENT in document.text):
        return findings, ()
    from mtcheck.suppress import Suppressions

    suppressions = Suppressions(document, rules)
    kept, suppressed = suppressions.parted(findings)
    document.suppression = suppressions.outcome(found)
    of_comments = [rule for rule in rules if "suppression" in rule.needs]
    own, hidden = suppressions.parted(
        _completed(document, all_hits(document, of_comments), settings)
    )
    return tuple(sorted((*kept, *own), key=_place)), (*suppressed, *hidden)


def _place(found: Finding | Suppressed) -> tuple[object, ...]:
    finding = found.finding if isinstance(found, Suppressed) else found
    return finding.start, finding.end, finding.file_span or (), finding.rule


def _is_allowed(document: Document, rule: Rule, hit: Hit, settings: Settings) -> bool:
    """Is the very text one that the caller wants the rule to leave alone?"""
    allowed = settings.rule_options.get(rule.name, {}).get(ALLOW, ())
    return document.text[hit.start : hit.end] in cast("tuple[str, ...]", allowed)


def _options(rules: Sequence[Rule], settings: Settings) -> dict[Option[Any], object]:
    return {
        option: settings.rule_options[rule.name][option.name]
        for rule in rules
        if rule.name in settings.rule_options
        for option in rule.options
        if option.name in settings.rule_options[rule.name]
    }


def _confidence(rule: Rule, hit: Hit) -> Confidence:
    return hit.confidence or rule.confidence


def _origin(document: Document, found: Iterable[Found]) -> Origin:
    if document.source_language:
        source = primary_subtag(document.source_language)
        return Origin(source, 1.0, given=True, candidates=((source, 1.0),))
    found = list(found)
    return infer_origin(
        origin_signals(document, found), document.target, faults_without_source(found)
    )


def origin_signals(document: Document, found: Iterable[Found]) -> list[Signal]:
    """The hits that tell where the document came from; of those that speak of one place, where one
    rule yields to another, only the other's: one form is one sign."""
    telling = sorted(
        ((rule, hit) for rule, hit in found if _confidence(rule, hit) != "low"),
        key=lambda each: (each[1].start, -each[1].end),
    )
    return [
        Signal(
            rule.name if _confidence(rule, hit) == "high" else HELD_BACK,
            document.folded[hit.start : hit.end],
            hit.sources,
        )
        for rule, hit in _told_once(telling)
        # What a rule of others tells of the origin was never measured.
        if hit.sources and not rule.provider
    ]


def faults_without_source(found: Iterable[Found]) -> int:
    """How many rules of high confidence found what names no source language."""
    return len(
        {
            rule.name
            for rule, hit in found
            if not hit.sources and not rule.provider and _confidence(rule, hit) == "high"
        }
    )


def _speaks(rule: Rule, hit: Hit, origin: Origin, settings: Settings) -> bool:
    confidence = _confidence(rule, hit)
    if CONFIDENCES.index(confidence) < CONFIDENCES.index(settings.confidence):
        return False
    if confidence != "medium" or settings.confidence == "low":
        return True
    share = origin.probability_of(hit.sources)
    surely = max(_SURELY_TRANSLATED, settings.origin_threshold)
    if share >= (settings.origin_threshold if origin.language else surely):
        return True
    if origin.given or origin.translated <= surely:
        return False
    return share >= _LEAST_SHARE or rule.family in _OF_ANY_SOURCE


def _held_back(found: Sequence[Found], spoken: Sequence[Found]) -> tuple[tuple[str, int], ...]:
    """How many hits of which rule did not speak."""
    if len(found) == len(spoken):
        return ()
    counts = Counter(rule.name for rule, _ in found)
    counts.subtract(rule.name for rule, _ in spoken)
    return tuple(sorted((rule, count) for rule, count in counts.items() if count))


def _apart(spoken: Iterable[Found]) -> Iterator[Found]:
    """Of the hits of one lexicon that overlap, the first and longest: two source languages can
    share a phrase in part, and only now is it known which of them speak."""
    ends: dict[str, int] = {}
    for rule, hit in sorted(spoken, key=lambda found: (found[1].start, -found[1].end)):
        if rule.lexicon is None or hit.start >= ends.get(rule.name, 0):
            ends[rule.name] = hit.end
            yield rule, hit


def _told_once(spoken: Sequence[Found]) -> Iterator[Found]:
    """Without the hits of rules that yield to another which speaks of the same place."""
    winners = {name for rule, _ in spoken for name in rule.yields_to}
    by_start = [  # `spoken` is in order of the text
        (rule, hit) for rule, hit in spoken if rule.name in winners or rule.family in winners
    ]
    starts = [hit.start for _, hit in by_start]
    ends = list(accumulate((hit.end for _, hit in by_start), max))
    for rule, hit in spoken:
        if not rule.yields_to or not any(
            _yields(rule, by) for by in _overlapping(hit, by_start, starts, ends)
        ):
            yield rule, hit


def _overlapping(
    hit: Hit, found: Sequence[Found], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[Rule]:
    """The rules of the hits that overlap this one.

    starts: those of `found`, in order; ends: up to each, the last offset that a hit reaches.
    """
    for index in range(bisect_left(starts, hit.end) - 1, -1, -1):
        if ends[index] <= hit.start:
            return
        if hit.start < found[index][1].end:
            yield found[index][0]


def _yields(rule: Rule, other: Rule) -> bool:
    """A rule that yields to this one by name does not win with its family."""
    return other.name in rule.yields_to or (
        other.family in rule.yields_to and rule.name not in other.yields_to
    )


def _completed(
    document: Document, spoken: Iterable[Found], settings: Settings
) -> tuple[Finding, ...]:
    ordered = sorted(spoken, key=lambda found: (found[1].start, found[1].end, found[0].name))
    ordinals: Counter[tuple[str, str]] = Counter()
    findings: list[Finding] = []
    contents: dict[Span, str] = {}
    last: tuple[object, ...] | None = None
    for rule, hit in ordered:
        place = (hit.start, hit.end, rule.name, hit.file_span)
        if place == last:
            continue  # two entries of a lexicon can mean the same line
        last = place
        sentence = document.sentence_at(hit.start)
        if sentence not in contents:
            contents[sentence] = _content(document.folded[sentence.start : sentence.end])
        content = contents[sentence]
        ordinal = ordinals[rule.name, content]
        ordinals[rule.name, content] += 1
        severity = settings.severity_of(rule)
        findings.append(
            _finding(document, rule, hit, severity, f"{rule.name}\0{content}\0{ordinal}")
        )
    return tuple(findings)


def _content(sentence: str) -> str:
    """The words of a sentence, by which a finding in it is known again; of a very long one, which
    may hold thousands of findings, their checksum."""
    content = " ".join(sentence.split())
    if len(content) <= _LONGEST_CONTENT:
        return content
    return f"{len(content)}-{crc32(content.encode('utf-8', 'surrogatepass')):08x}"


def _finding(
    document: Document, rule: Rule, hit: Hit, severity: str | None, identity: str
) -> Finding:
    text = document.text[hit.start : hit.end]
    if hit.file_span and document.file_map:
        text = document.file_map.raw[slice(*hit.file_span)]
    return Finding(
        rule=rule.name,
        family=rule.family,
        category=rule.category,
        severity=cast(Severity, severity) if severity else hit.severity or rule.severity,
        confidence=_confidence(rule, hit),
        message=hit.message,
        start=hit.start,
        end=hit.end,
        text=text,
        suggestion=hit.suggestion,
        fix=hit.fix,
        related=hit.related,
        identity=identity,
        file_span=hit.file_span,
    )


def _metrics(document: Document, settings: Settings) -> dict[str, float]:
    if not (settings.readability or document.reference):
        return {}
    from mtcheck.metrics import document_metrics

    return document_metrics(document, readability=settings.readability)
