"""Does ten times the text take at most twelve times the time, whatever stands in it?

    python -m benchmarks.speed.linearity [--length 100000] [--name NAME ...] [--language TAG ...]
                                         [--source] [--longest SECONDS]

Each text of `nasty.py` is checked at the given length and at a tenth of it, after a warm-up, the
best of three runs counted (of one, where it takes over a second); so is what each reporter makes
of the findings, and what the fixes make of the text. A row a text: both times, their ratio, and
the steps that grew faster than the text, each with its time and its own ratio. Exit 1 where a
ratio is above 12, or a step was stopped; times below a hundredth of a second are too short to be
compared.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from time import process_time
from types import FrameType
from typing import Any

from benchmarks.speed.nasty import TEXTS
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.fixing import diff, fixed_files
from mtcheck.lexicon import scan
from mtcheck.readers import make_document
from mtcheck.registry import all_rules
from mtcheck.reporters import FORMATS, reporter
from mtcheck.settings import Settings
from mtcheck.summary import summarize

_MOST = 12.0
_TOO_SHORT = 0.01
_WORTH_TELLING = 0.05
_RUNS = 3
_LONG_RUN = 1.0
_WARMING = 30_000
_ANALYSES = (
    "folded", "vocabulary", "folded_vocabulary", "blocks", "sentences", "quotations",
    "outer_quotations", "links", "word_count", "accepted_quotes", "usual_quotes", "variety",
    "untranslated", "is_about_code", "digit_starts", "explaining_sentences", "beads",
)  # fmt: skip
"""What several rules ask a document for; timed by itself, so that no rule pays for another."""

Times = dict[str, float]
Step = tuple[str, Callable[[], Any]]


class _StoppedError(Exception):
    """A step took too long."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=100_000, help="in characters")
    parser.add_argument("--name", action="append", choices=TEXTS, default=[], metavar="NAME")
    parser.add_argument("--language", action="append", default=[], help="in place of the text's")
    parser.add_argument("--source", action="store_true", help="each beside itself as its source")
    parser.add_argument("--longest", type=int, default=60, help="seconds that a step may take")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    print(f"{'text':34}{'short, s':>10}{'long, s':>10}{'ratio':>8}  steps that grew faster")
    is_linear = True
    for name in options.name or TEXTS:
        own, make = TEXTS[name]
        for language in options.language or [own]:
            short = _best(make(options.length // 10), language, options)
            long = _best(make(options.length), language, options)
            ratio = _ratio(sum(short.values()), sum(long.values()))
            faster = ", ".join(_faster(short, long, options.longest))
            print(
                f"{f'{name} ({language})':34}{sum(short.values()):10.3f}{sum(long.values()):10.3f}"
                f"{ratio or '':>8}  {faster}",
                flush=True,
            )
            stopped = max(long.values()) >= options.longest
            is_linear = is_linear and (ratio or 0.0) <= _MOST and not stopped
    sys.exit(not is_linear)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _StoppedError


def _ratio(short: float, long: float) -> float | None:
    return round(long / short, 1) if short >= _TOO_SHORT else None


def _faster(short: Times, long: Times, longest: int) -> Iterator[str]:
    for step, seconds in sorted(long.items(), key=lambda item: -item[1]):
        if seconds >= longest:
            yield f"{step} was stopped"
        elif seconds >= _WORTH_TELLING and seconds > _MOST * short.get(step, 0.0):
            yield f"{step} {seconds:.2f} ({seconds / max(short.get(step, 0.0), 1e-6):.0f})"


def _best(text: str, language: str, options: argparse.Namespace) -> Times:
    runs: list[Times] = []
    _warm_up(language, options)
    while len(runs) < _RUNS:
        runs.append(_times(text, language, options))
        if sum(runs[-1].values()) > _LONG_RUN:
            break
    return min(runs, key=lambda times: sum(times.values()))


_warm: set[str] = set()


def _warm_up(language: str, options: argparse.Namespace) -> None:
    """What is made once, as the tables of a language are."""
    if language not in _warm:
        _warm.add(language)
        _times(TEXTS["news"][1](_WARMING), language, options)


def _times(text: str, language: str, options: argparse.Namespace) -> Times:
    """The seconds of each step: what is asked of the document, the rules, the reporters."""
    times: Times = {}
    for step, action in _steps(text, language, with_source=options.source):
        start = process_time()
        signal.alarm(options.longest)
        try:
            action()
        except _StoppedError:
            times[step] = float(options.longest)
            break
        finally:
            signal.alarm(0)
        times[step] = process_time() - start
    return times


def _steps(text: str, language: str, *, with_source: bool) -> Iterator[Step]:
    def document() -> Document:
        return make_document(text, language, **beside)

    beside = {"source_language": "de" if language != "de" else "en", "source": text}
    beside = beside if with_source else {}
    rules, settings = all_rules(), Settings()
    first = document()
    for analysis in _ANALYSES:
        yield f"document.{analysis}", lambda asked=analysis: getattr(first, asked)
    claimed = [rule for rule in rules if rule.can_read(first)]
    lexicons = [rule.lexicon for rule in claimed if rule.lexicon]
    matches: dict[str, Any] = {}
    yield "lexicons", lambda: matches.update(scan(first, lexicons))
    for rule in claimed:
        own = matches.get(rule.lexicon.key, ()) if rule.lexicon else ()
        yield rule.name, lambda one=rule, its=own: list(one.hits(first, its))
    reports: list[Any] = []
    # The rules once more, on what the document knows by now, and what the engine adds.
    yield "engine", lambda: reports.append(check_document(first, rules, settings, path="a.txt"))
    report = summarize(reports, [], rules, settings)
    for name in FORMATS:
        yield f"reporter {name}", lambda kind=name: reporter(kind)(report)
    yield "fixes", lambda: [diff(file) for file in fixed_files(reports, unsafe=True)]


if __name__ == "__main__":
    main()
