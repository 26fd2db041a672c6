"""What the caller chose for a run; the defaults are what the command does without options."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from mtcheck.rule import Confidence, Severity
from mtcheck.score import ScoreParameters

if TYPE_CHECKING:
    from mtcheck.house_style import HouseStyle
    from mtcheck.rule import Rule
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
    rule_files: the newsroom's own rules: paths of TOML files.
    baseline: the path of a file of old findings, which do not count; "" for none.
    severities: by rule or family the severity in place of the rules' own; "off" removes them.
        What is said of a rule goes before what is said of its family.
    rule_options: by rule and option what is to be used in place of the option's default.
    house_style: what the newsroom prints where its language leaves a choice.
    min_severity: the least severity that the command's report shows; all count.
    cache: use what was found before in articles that did not change, where a run has a cache.
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
    rule_files: tuple[str, ...] = ()
    baseline: str = ""
    severities: Mapping[str, str] = MappingProxyType({})
    rule_options: Mapping[str, Mapping[str, object]] = MappingProxyType({})
    house_style: HouseStyle | None = None
    min_severity: Severity = "neutral"
    cache: bool = True

    def __reduce__(self) -> tuple[object, ...]:
        """For another process: a view of a mapping cannot be sent, the mapping can."""
        return Settings, tuple(dict(v) if isinstance(v, MappingProxyType) else v for v in self)

    def severity_of(self, rule: Rule) -> str | None:
        """What the caller set for the rule or its family, "off" included, or None."""
        if not self.severities:
            return None
        return self.severities.get(rule.name, self.severities.get(rule.family))

    def describe(self, run: Settings | None = None) -> str:
        """For the signature: what changes findings, beside what it tells of the run as a whole; ""
        where nothing does. run: the settings of the run that a file with these belongs to."""
        terms = _content(self.glossary) if self.glossary else ""
        choice = (self.confidence, self.origin_threshold, self.select, self.ignore)
        of_run = (run.confidence, run.origin_threshold, run.select, run.ignore) if run else choice
        parts = {
            "choice": choice if choice != of_run else "",
            "severities": sorted(self.severities.items()),
            "options": sorted(
                (rule, sorted(own.items())) for rule, own in self.rule_options.items()
            ),
            "house": self.house_style.describe() if self.house_style else "",
            "glossary": f"{crc32(terms.encode()):08x}" if terms else "",
        }
        return "|".join(f"{name}:{value}" for name, value in parts.items() if value)


def _content(glossary: Glossary) -> str:
    return "\n".join(repr(term._replace(place="")) for term in glossary.terms)
