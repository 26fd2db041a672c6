"""The outcome of rules' examples: for a terminal, as JSON, as JUnit XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from mtcheck.examples import ExampleRun, Outcome, Spans, marked
from mtcheck.reporters.display import visible, width
from mtcheck.reporters.junit import xml_text
from mtcheck.reporters.safe_json import json_text
from mtcheck.reporters.wording import plural

_VERSION = 1


def name_of(outcome: Outcome) -> str:
    """ "kyiv, bad example 2"."""
    of_rule = outcome.rule.examples
    if outcome.entry:
        which = f"{outcome.entry.place}, {'example' if outcome.example.is_bad else 'counter'}"
        return f"{outcome.rule.name}, {which}"
    kind = "bad" if outcome.example.is_bad else "good"
    before = of_rule[: outcome.number]
    number = sum(example.is_bad == outcome.example.is_bad for example in before)
    return f"{outcome.rule.name}, {kind} example {number}"


def render_text(run: ExampleRun) -> str:
    """What failed, each with its text and the places underlined; then the warnings and a count."""
    lines: list[str] = []
    for outcome in run.failed:
        lines += [f"FAILED {visible(name_of(outcome))}{_place(outcome)}", *_reasons(outcome), ""]
    lines += [f"warning: {visible(rule)} {text}" for rule, text in run.warnings]
    lines.append(
        f"{plural(run.rules, 'rule')}, {plural(len(run.outcomes), 'example')}: {_verdict(run)}"
    )
    return "".join(f"{line}\n" for line in lines)


def _verdict(run: ExampleRun) -> str:
    if not run.outcomes:
        return "nothing was tested"
    return f"{len(run.failed)} failed" if run.failed else "all passed"


def _place(outcome: Outcome) -> str:
    example = outcome.example
    source = f", from {example.source_language}" if example.source_language else ""
    provider = f" ({outcome.rule.provider})" if outcome.rule.provider else ""
    return f" [{example.language}{source}]{visible(provider)}"


def _reasons(outcome: Outcome) -> Iterator[str]:
    expected, found = tuple(sorted(outcome.example.spans)), outcome.found
    if outcome.error:
        yield f"    {visible(outcome.error)}"
        return
    if expected != found:
        yield from _underlined(outcome.example.text, {"expected": expected, "found": found})
        if not found:
            hint = f": {outcome.silence}" if outcome.silence else ""
            yield f"    found nothing{hint}"
        if not expected:
            yield "    expected nothing"
    if outcome.fixed != outcome.example.fixed:
        yield f"    expected fixed: {visible(outcome.example.fixed or '')}"
        yield f"    fixed:          {visible(outcome.fixed or '')}"
    if outcome.left:
        yield "    the fixed text is not clean:"
        yield from _underlined(outcome.fixed or "", {"found": outcome.left})


def _underlined(text: str, spans: dict[str, Spans]) -> Iterator[str]:
    """The lines that hold a place, each with a line of ^ for each kind of place."""
    start = 0
    for line in text.split("\n"):
        marks = {kind: _marks(line, start, own) for kind, own in spans.items()}
        if any(marks.values()):
            yield f"    | {visible(line)}"
            length = max(map(len, marks.values()))
            for kind, mark in marks.items():
                if mark:
                    yield f"    | {mark:<{length}} {kind}"
        start += len(line) + 1


def _marks(line: str, start: int, spans: Spans) -> str:
    """Under each place of the line that a span covers a ^; `start`: where the line begins."""
    marks = ""
    for first, end in sorted(spans):
        low, high = max(first - start, 0), min(end - start, len(line))
        if low <= high and first - start <= len(line) and end >= start:
            marks = marks.ljust(width(visible(line[:low])))
            marks += "^" * max(1, width(visible(line[low:high])))
    return marks


def render_json(run: ExampleRun) -> str:
    """All outcomes; start and end are code points, half-open."""
    table = {
        "version": _VERSION,
        "passed": not run.failed,
        "rules": run.rules,
        "examples": len(run.outcomes),
        "failed": len(run.failed),
        "outcomes": [_outcome(outcome) for outcome in run.outcomes],
        "warnings": [{"rule": rule, "message": text} for rule, text in run.warnings],
    }
    return json_text(table) + "\n"


def _outcome(outcome: Outcome) -> dict[str, Any]:
    example = outcome.example
    return {
        "rule": outcome.rule.name,
        "provider": outcome.rule.provider or None,
        "name": name_of(outcome),
        "passed": outcome.has_passed,
        "language": example.language,
        "source_language": example.source_language,
        "text": example.text,
        "expected": [{"start": start, "end": end} for start, end in sorted(example.spans)],
        "found": [{"start": start, "end": end} for start, end in outcome.found],
        "expected_fixed": example.fixed,
        "fixed": outcome.fixed,
        "left": [{"start": start, "end": end} for start, end in outcome.left],
        "error": outcome.error or None,
    }


def render_junit(run: ExampleRun) -> str:
    """A suite of all, a case an example."""
    count = f'tests="{len(run.outcomes)}" failures="{len(run.failed)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="mtcheck test" {count}>',
        f'  <testsuite name="mtcheck test" {count}>',
    ]
    for outcome in run.outcomes:
        name = quoteattr(xml_text(name_of(outcome)))
        head = f"    <testcase classname={quoteattr(outcome.rule.name)} name={name}"
        if outcome.has_passed:
            lines.append(f"{head}/>")
            continue
        reasons = "\n".join(_reasons(outcome))
        message = quoteattr(xml_text(_in_short(outcome)))
        lines += [
            f"{head}>",
            f"      <failure message={message}>{escape(xml_text(reasons))}</failure>",
            "    </testcase>",
        ]
    return "\n".join([*lines, "  </testsuite>", "</testsuites>", ""])


def _in_short(outcome: Outcome) -> str:
    if outcome.error:
        return outcome.error
    return f"found: {marked(outcome.example.text, outcome.found)}"


FORMATS: dict[str, Callable[[ExampleRun], str]] = {
    "text": render_text,
    "json": render_json,
    "junit": render_junit,
}
