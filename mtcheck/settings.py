"""What the caller chose for a run; the defaults are what the command does without options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mtcheck.rule import Confidence, Severity
from mtcheck.score import ScoreParameters

if TYPE_CHECKING:
    from mtcheck.terminology import Glossary


class Settings(NamedTuple):
    """select, ignore: names of rules or families.
    confidence: the least confidence that speaks. "medium" keeps the rule that medium findings
        need a known origin; "low" lets everything speak.
    origin_threshold: how probable an inferred origin must be before it counts as known.
    fail_on: the least severity that fails a run, or "never".
    fail_under: the run fails below this score.
    readability: put textstat's measures into the metrics of each document.
    glossary: the newsroom's own terms.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    confidence: Confidence = "medium"
    origin_threshold: float = 0.9
    fail_on: Severity | str = "minor"
    fail_under: float | None = None
    readability: bool = False
    score: ScoreParameters = ScoreParameters()
    glossary: Glossary | None = None
