"""The pipeline: document, hits, origin, findings, score. Readable as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zlib import crc32

from mtcheck import __version__
from mtcheck.document import Document
from mtcheck.finding import (
    DocumentReport,
    Finding,
    Origin,
    ReadFailure,
    Report,
    RuleFailure,
    severity_counts,
)
from mtcheck.language.data import primary_subtag
from mtcheck.lexicon import scanner
from mtcheck.origin import HELD_BACK, Signal, infer_origin
from mtcheck.rule import CONFIDENCES, SEVERITIES, Confidence, Hit, Rule
from mtcheck.score import penalty_total, quality_score
from mtcheck.settings import Settings

Found = tuple[Rule, Hit]


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
    failures: list[RuleFailure] = []
    found = all_hits(document, rules, failures)
    origin = _origin(document, found)
    spoken = [(rule, hit) for rule, hit in found if _speaks(rule, hit, origin, settings)]
    findings = _completed(document, _told_once(list(_apart(spoken))))
    penalty = penalty_total(findings, settings.score)
    return DocumentReport(
        path=path,
        id=id,
        text=document.text,
        source_text=document.source.text if document.source else None,
        segments=document.segments,
        language=document.language,
        source_language=document.source_language,
        origin=origin,
        words=document.word_count,
        penalty=penalty,
        score=quality_score(penalty, document.word_count, settings.score),
        metrics=_metrics(document, settings),
        findings=findings,
        failures=tuple(failures),
    )


def all_hits(
    document: Document, rules: Sequence[Rule], failures: list[RuleFailure] | None = None
) -> list[Found]:
    """Every hit of the rules that can read the document, of any confidence.

    failures: takes what went wrong inside a rule, and the others go on; without it, it is raised.
    """
    claimed = [rule for rule in rules if rule.can_read(document)]
    lexicons = [rule.lexicon for rule in claimed if rule.lexicon]
    matches = scanner(lexicons, document.target).scan(document) if lexicons else {}
    found: list[Found] = []
    for rule in claimed:
        own = matches.get(rule.lexicon.name, ()) if rule.lexicon else ()
        try:
            found += [(rule, hit) for hit in rule.hits(document, own)]
        except Exception as error:
            if failures is None:
                raise
            failures.append(_failure(rule, error))
    return found


def _failure(rule: Rule, error: Exception) -> RuleFailure:
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return RuleFailure(rule.name, f"{type(error).__name__}: {error} ({place})")


def _confidence(rule: Rule, hit: Hit) -> Confidence:
    return hit.confidence or rule.confidence


def _origin(document: Document, found: Iterable[Found]) -> Origin:
    if document.source_language:
        source = primary_subtag(document.source_language)
        return Origin(source, 1.0, given=True, candidates=((source, 1.0),))
    return infer_origin(origin_signals(document, found), document.target)


def origin_signals(document: Document, found: Iterable[Found]) -> list[Signal]:
    """The hits that tell where the document came from."""
    return [
        Signal(
            rule.name if confidence == "high" else HELD_BACK,
            document.folded[hit.start : hit.end],
            hit.sources,
        )
        for rule, hit in found
        if hit.sources and (confidence := _confidence(rule, hit)) != "low"
    ]


def _speaks(rule: Rule, hit: Hit, origin: Origin, settings: Settings) -> bool:
    confidence = _confidence(rule, hit)
    if CONFIDENCES.index(confidence) < CONFIDENCES.index(settings.confidence):
        return False
    if confidence != "medium" or settings.confidence == "low":
        return True
    return origin.probability_of(hit.sources) >= settings.origin_threshold


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
    for rule, hit in spoken:
        if not rule.yields_to or not any(
            other.start < hit.end and hit.start < other.end and _yields(rule, by)
            for by, other in spoken
        ):
            yield rule, hit


def _yields(rule: Rule, other: Rule) -> bool:
    return other.name in rule.yields_to or other.family in rule.yields_to


def _completed(document: Document, spoken: Iterable[Found]) -> tuple[Finding, ...]:
    ordered = sorted(spoken, key=lambda found: (found[1].start, found[1].end, found[0].name))
    ordinals: Counter[tuple[str, str]] = Counter()
    findings: list[Finding] = []
    last: tuple[int, int, str] | None = None
    for rule, hit in ordered:
        place = (hit.start, hit.end, rule.name)
        if place == last:
            continue  # two entries of a lexicon can mean the same line
        last = place
        sentence = document.sentence_at(hit.start)
        content = " ".join(document.folded[sentence.start : sentence.end].split())
        ordinal = ordinals[rule.name, content]
        ordinals[rule.name, content] += 1
        findings.append(_finding(document, rule, hit, f"{rule.name}\0{content}\0{ordinal}"))
    return tuple(findings)


def _finding(document: Document, rule: Rule, hit: Hit, identity: str) -> Finding:
    return Finding(
        rule=rule.name,
        family=rule.family,
        category=rule.category,
        severity=hit.severity or rule.severity,
        confidence=_confidence(rule, hit),
        message=hit.message,
        start=hit.start,
        end=hit.end,
        text=document.text[hit.start : hit.end],
        suggestion=hit.suggestion,
        fix=hit.fix,
        related=hit.related,
        identity=identity,
    )


def _metrics(document: Document, settings: Settings) -> dict[str, float]:
    if not (settings.readability or document.reference):
        return {}
    from mtcheck.metrics import document_metrics

    return document_metrics(document, readability=settings.readability)


def summarize(
    documents: Sequence[DocumentReport],
    errors: Sequence[ReadFailure],
    rules: Sequence[Rule],
    settings: Settings,
) -> Report:
    """The report of a run; its score weighs each document by its words. A rule that failed inside
    stands among the errors, so that a run never passes for more than it checked."""
    inside = [
        ReadFailure(
            _name(document),
            f"internal error in the rule {failure.rule}: "
            f"{failure.message}; the other rules went on. Please report it",
        )
        for document in documents
        for failure in document.failures
    ]
    words = sum(document.words for document in documents)
    penalty = sum(document.penalty for document in documents)
    score = quality_score(penalty, words, settings.score)
    counts = severity_counts(tuple(f for document in documents for f in document.findings))
    graver = SEVERITIES[SEVERITIES.index(settings.fail_on) :] if settings.fail_on != "never" else ()
    passed = not any(counts[severity] for severity in graver) and (
        settings.fail_under is None or score >= settings.fail_under
    )
    return Report(
        documents=tuple(documents),
        errors=(*errors, *inside),
        words=words,
        score=score,
        passed=passed,
        signature=_signature(documents, rules, settings),
        rules=tuple(rules),
    )


def _name(document: DocumentReport) -> str:
    path = document.path or "text"
    return path if document.id is None else f"{path} [{document.id}]"


def _signature(
    documents: Sequence[DocumentReport], rules: Sequence[Rule], settings: Settings
) -> str:
    """Two reports with the same signature can be compared, as sacreBLEU's scores can."""
    languages = ",".join(sorted({document.language for document in documents})) or "none"
    names = ",".join(rule.name for rule in rules)
    return (
        f"version:{__version__}|rules:{len(rules)}-{crc32(names.encode()):08x}|languages:{languages}"
        f"|confidence:{settings.confidence}|origin:{settings.origin_threshold:g}"
        f"|{settings.score.describe()}"
    )
