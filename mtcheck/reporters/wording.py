"""Phrases that several reporters share."""

from __future__ import annotations

from mtcheck.finding import DocumentReport, Finding, Origin, Report, Suppressed, Tally
from mtcheck.language.conventions import language_name
from mtcheck.score import SMALL_SAMPLE_WORDS


def plural(count: int, noun: str) -> str:
    """ "1 word", "2 words", "10,000 words"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def counts_in_words(report: DocumentReport | Report) -> str:
    """ "4 major, 9 minor", or "no findings"."""
    counts = report.counts()
    return ", ".join(f"{n} {severity}" for severity, n in counts.items() if n) or "no findings"


def suppressed_in_words(tally: Tally) -> str | None:
    """ "2 suppressed by comments, 14 old"; None where there is neither."""
    facts = []
    if tally.comment:
        by = "a comment" if tally.comment == 1 else "comments"
        facts.append(f"{tally.comment:,} suppressed by {by}")
    if tally.baseline:
        facts.append(f"{tally.baseline:,} old")
    return ", ".join(facts) or None


def why_suppressed(suppressed: Suppressed) -> str:
    """ "suppressed by a comment: the bank writes it so", or "old: it is in the baseline"."""
    if suppressed.by == "baseline":
        return "old: it is in the baseline"
    reason = f": {suppressed.reason}" if suppressed.reason else ""
    return f"suppressed by a comment{reason}"


def origin_in_words(origin: Origin) -> str | None:
    """ "translated from French (0.98), seen by: related-link"; None where the text shows none."""
    if origin.language is None:
        return None
    name = language_name(origin.language)
    if origin.given:
        return f"translated from {name} (given)"
    likely = "" if origin.probability >= 0.9 else "perhaps "
    return (
        f"{likely}translated from {name} ({origin.probability:.2f}), "
        f"seen by: {', '.join(origin.evidence)}"
    )


def sample_note(report: DocumentReport) -> str | None:
    """What to say of a score that rests on few words."""
    if 0 < report.words < SMALL_SAMPLE_WORDS and report.findings:
        return f"under {SMALL_SAMPLE_WORDS} words the score is rough"
    return None


_LONGEST_QUOTED = 200


def source_in_words(document: DocumentReport, finding: Finding) -> str:
    """ " In the source: “7 %”, “8 %”.": the places on the source's side; "" where there is none."""
    quoted: dict[str, list[str]] = {}
    for related in finding.related:
        if related.side == "source" and document.source_text is not None:
            words = " ".join(document.source_text[related.start : related.end].split())
            cut = words if len(words) <= _LONGEST_QUOTED else f"{words[:_LONGEST_QUOTED]}…"
            if cut:
                quoted.setdefault(related.message, []).append(f"“{cut}”")
    return "".join(
        f" {message[:1].upper()}{message[1:]}: {', '.join(words)}."
        for message, words in quoted.items()
    )
