"""What a run returns: findings, one report a document, one report for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from mtcheck.rule import SEVERITIES, Confidence, Fix, Related, Rule, Severity

if TYPE_CHECKING:
    from mtcheck.baseline import OldFindings
    from mtcheck.document import Block, Segment
    from mtcheck.file_map import FileMap


class Finding(NamedTuple):
    """A hit that the engine completed. start, end: code points, half-open.

    text: what it speaks of: text[start:end], or what stands at `file_span`.
    identity: rule, normalised sentence and ordinal, which the fingerprint is made of.
    file_span: its place in the decoded file, where it speaks of what is no part of the text (a
        comment); start and end then tell the nearest place of the text.
    """

    rule: str
    family: str
    category: str
    severity: Severity
    confidence: Confidence
    message: str
    start: int
    end: int
    text: str
    suggestion: str | None
    fix: Fix | None
    related: tuple[Related, ...]
    identity: str
    file_span: tuple[int, int] | None = None

    @property
    def fingerprint(self) -> str:
        """A short name of the finding that survives edits elsewhere in the text."""
        from hashlib import blake2b

        return blake2b(self.identity.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


class Origin(NamedTuple):
    """What language the document was translated from, and what shows it.

    language: primary subtag, or None where the text reads as an original.
    probability: of that answer, 0 to 1.
    given: the caller said so; it was not inferred.
    evidence: names of the rules that saw the signals.
    candidates: each source language that a signal names, with its probability.
    translated: how probable it is that it is a translation, from whatever language; 0 where no two
        signs say so.
    """

    language: str | None
    probability: float
    given: bool = False
    evidence: tuple[str, ...] = ()
    candidates: tuple[tuple[str, float], ...] = ()
    translated: float = 0.0

    def probability_of(self, sources: tuple[str, ...]) -> float:
        """How probable it is that the source is one of these, or any where none is named."""
        return sum(share for source, share in self.candidates if not sources or source in sources)


class Suppressed(NamedTuple):
    """A finding that is not counted.

    by: a comment in the file, or the baseline of old findings.
    reason: what the comment gives as the reason.
    """

    finding: Finding
    by: Literal["comment", "baseline"]
    reason: str = ""


class RuleFailure(NamedTuple):
    """A rule that raised an error on a document: its name, and what and where.

    is_internal: its code is wrong; otherwise it was stopped.
    """

    rule: str
    message: str
    is_internal: bool = True

    def in_words(self) -> str:
        """What went wrong, in one line."""
        if self.is_internal:
            kind, advice = "internal error in the rule", ". Please report it"
        else:
            kind, advice = "the rule", ""
        return f"{kind} {self.rule}: {self.message}; the other rules went on{advice}"


class DocumentReport(NamedTuple):
    """One checked article.

    text: what the offsets of the findings point into; source_text: its original, which those of
        related places on the source's side point into.
    segments: the pairs of a bilingual file.
    failures: rules that broke down on it; what they would have found is not known.
    suppressed: findings that do not count, in order of the text.
    blocks: of the text, where the file marks them.
    file_map: where the text stands in the file, where the file holds more than the text.
    held_back: how many hits of which rule did not speak, for want of confidence.
    """

    path: str | None
    id: str | None
    text: str
    language: str
    source_language: str | None
    origin: Origin
    words: int
    penalty: float
    score: float
    metrics: dict[str, float]
    findings: tuple[Finding, ...]
    source_text: str | None = None
    segments: tuple[Segment, ...] = ()
    failures: tuple[RuleFailure, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    blocks: tuple[Block, ...] = ()
    file_map: FileMap | None = None
    held_back: tuple[tuple[str, int], ...] = ()

    @property
    def name(self) -> str:
        return article_name(self.path, self.id)

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, the gravest first."""
        return severity_counts(self.findings)

    @property
    def tally(self) -> Tally:
        """What was counted in it."""
        return tally_of((self,))


def article_name(path: str | None, id: str | None) -> str:
    """What an article is called where a person reads it: its file and, of one of several in the
    file, which. Not yet made safe for any format."""
    name = path or "text"
    return name if id is None else f"{name} [{id}]"


class ReadFailure(NamedTuple):
    """A file (or a line of it) that could not be checked, and what to do about it."""

    path: str
    message: str


class Tally(NamedTuple):
    """What was counted in the documents of a run.

    counts: findings of each severity. comment, baseline: findings that each of these suppressed.
    """

    documents: int
    counts: dict[Severity, int]
    comment: int
    baseline: int


class Report(NamedTuple):
    """The whole run: what a reporter sees.

    documents: none, where the caller was handed each as it came and they were not kept; then
        `told` has what was counted in them.
    not_shown: how many findings were taken out of it because the caller wants to see fewer; the
        score and the verdict count them.
    rules: those that were asked. old_findings: what became of the baseline's, where there is one.
    """

    documents: tuple[DocumentReport, ...]
    errors: tuple[ReadFailure, ...]
    words: int
    score: float
    passed: bool
    signature: str
    rules: tuple[Rule, ...] = ()
    old_findings: OldFindings | None = None
    not_shown: int = 0
    told: Tally | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for document in self.documents for finding in document.findings)

    @property
    def tally(self) -> Tally:
        """What was counted in the documents, kept or not."""
        return self.told or tally_of(self.documents)

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, the gravest first."""
        return self.tally.counts


def tally_of(documents: Iterable[DocumentReport]) -> Tally:
    """What is counted in the documents."""
    number = 0
    severities: Counter[Severity] = Counter()
    reasons: Counter[str] = Counter()
    for document in documents:
        number += 1
        severities.update(finding.severity for finding in document.findings)
        reasons.update(each.by for each in document.suppressed)
    return Tally(number, _in_order(severities), reasons["comment"], reasons["baseline"])


def added(first: Tally, second: Tally) -> Tally:
    """Both in one."""
    counts = {severity: n + second.counts[severity] for severity, n in first.counts.items()}
    return Tally(
        first.documents + second.documents,
        counts,
        first.comment + second.comment,
        first.baseline + second.baseline,
    )


def severity_counts(findings: tuple[Finding, ...]) -> dict[Severity, int]:
    """How many findings of each severity, the gravest first; every severity has its entry."""
    return _in_order(Counter(finding.severity for finding in findings))


def _in_order(counts: Counter[Severity]) -> dict[Severity, int]:
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}
