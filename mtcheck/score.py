"""The quality score: MQM's linear model with calibration, as pure functions.

Source: The MQM Council, "The MQM Scoring Models" (themqm.org); Lommel et al., arXiv 2405.16969.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mtcheck.finding import Finding

SMALL_SAMPLE_WORDS = 250
"""Below this many words the linear model over-penalises (arXiv 2511.13467): say so."""


class ScoreParameters(NamedTuple):
    """The model's parameters, in MQM's terms.

    severity weights: penalty points a finding.
    reference_words: the word count that the penalty is normed to.
    passing_score: the score that a text at the tolerance gets.
    tolerance: penalty points in `reference_words` words that are just acceptable.
    """

    neutral: float = 0.0
    minor: float = 1.0
    major: float = 5.0
    critical: float = 25.0
    reference_words: int = 1000
    passing_score: float = 90.0
    tolerance: float = 10.0

    def weight(self, severity: str) -> float:
        return float(getattr(self, severity))

    def describe(self) -> str:
        """For the signature: every parameter that changes a score."""
        weights = f"{self.neutral:g}/{self.minor:g}/{self.major:g}/{self.critical:g}"
        return (
            f"mqm-linear-calibrated|weights:{weights}|per:{self.reference_words}"
            f"|pass:{self.passing_score:g}|tolerance:{self.tolerance:g}"
        )


def penalty_total(findings: Iterable[Finding], parameters: ScoreParameters) -> float:
    """MQM's absolute penalty total: the sum of the severity weights."""
    return sum((parameters.weight(finding.severity) for finding in findings), 0.0)


def quality_score(penalty: float, words: int, parameters: ScoreParameters) -> float:
    """The calibrated score, 0 to 100; a text of no words scores 100, or 0 where something is wrong
    with that.

    score = 100 - (penalty / words x reference) x (100 - pass) / tolerance, not below 0.
    """
    if not words:
        return 0.0 if penalty else 100.0
    normed = penalty / words * parameters.reference_words
    score = 100 - normed * (100 - parameters.passing_score) / parameters.tolerance
    return round(max(0.0, score), 1)
