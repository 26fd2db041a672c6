"""Does ten times the text take at most twelve times the time, whatever stands in it?

    python -m benchmarks.speed.linearity [--length 100000] [--name NAME ...]

Each text of `nasty.py` is checked at the given length and at a tenth of it, after a warm-up, the
best of three runs counted (of one, where it takes over a second); so is what each reporter makes
of the findings. A row a text: both times, their ratio, and the step that took longest, with its
own ratio. Exit 1 where a ratio is above 12; times below a hundredth of a second are too short to
be compared.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from time import process_time

from benchmarks.speed.nasty import TEXTS
from mtcheck.document import Document
from mtcheck.engine import check_document, summarize
from mtcheck.lexicon import scanner
from mtcheck.registry import all_rules
from mtcheck.reporters import FORMATS, reporter
from mtcheck.settings import Settings

_MOST = 12.0
_TOO_SHORT = 0.01
_RUNS = 3
_LONG_RUN = 1.0
_WHOLE = "check_document"
_ANALYSES = (
    "folded", "vocabulary", "blocks", "sentences", "quotations", "outer_quotations", "links",
    "word_count", "accepted_quotes", "untranslated", "is_about_code", "digit_starts",
)  # fmt: skip
"""What several rules ask a document for; timed by itself, so that no rule pays for another."""

Times = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=100_000, help="in characters")
    parser.add_argument("--name", action="append", choices=TEXTS, default=[], metavar="NAME")
    options = parser.parse_args()
    print(f"{'text':26}{'short, s':>10}{'long, s':>10}{'ratio':>8}  longest step")
    is_linear = True
    for name in options.name or TEXTS:
        language, make = TEXTS[name]
        short = _best(make(options.length // 10), language)
        long = _best(make(options.length), language)
        ratio = _ratio(sum(short.values()), sum(long.values()))
        step = max(long, key=long.__getitem__)
        own = _ratio(short.get(step, 0.0), long[step])
        print(
            f"{name:26}{sum(short.values()):10.3f}{sum(long.values()):10.3f}{ratio or '':>8}"
            f"  {step} {long[step]:.3f} {own or ''}",
            flush=True,
        )
        is_linear = is_linear and (ratio or 0.0) <= _MOST
    sys.exit(not is_linear)


def _ratio(short: float, long: float) -> float | None:
    return round(long / short, 1) if short >= _TOO_SHORT else None


def _best(text: str, language: str) -> Times:
    runs: list[Times] = []
    _times("Warm.", language)
    while len(runs) < _RUNS:
        runs.append(_times(text, language))
        if sum(runs[-1].values()) > _LONG_RUN:
            break
    return min(runs, key=lambda times: sum(times.values()))


def _times(text: str, language: str) -> Times:
    """The seconds of each step: what is asked of the document, the rules, the reporters."""
    times: Times = {}
    start = process_time()
    for step in _steps(text, language):
        now = process_time()
        if step == _WHOLE:  # the rules once more, and what the engine does with their hits
            times["engine"] = max(0.0, now - start - sum(times.values()))
        else:
            times[step] = now - start
        start = process_time()
    return times


def _steps(text: str, language: str) -> Iterator[str]:
    document, rules = Document(text, language), all_rules()
    for analysis in _ANALYSES:
        getattr(document, analysis)
        yield f"document.{analysis}"
    claimed = [rule for rule in rules if rule.can_read(document)]
    matches = scanner([r.lexicon for r in claimed if r.lexicon], document.target).scan(document)
    yield "lexicons"
    for rule in claimed:
        list(rule.hits(document, matches.get(rule.lexicon.name, ()) if rule.lexicon else ()))
        yield rule.name
    settings = Settings()
    report = summarize([check_document(document, rules, settings)], [], rules, settings)
    yield _WHOLE
    for name in FORMATS:
        reporter(name)(report)
        yield f"reporter {name}"


if __name__ == "__main__":
    main()
