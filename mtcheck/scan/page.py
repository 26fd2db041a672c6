"""The report of a scan as Markdown that reads well as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from mtcheck.language.conventions import language_name
from mtcheck.reporters.display import visible
from mtcheck.reporters.markdown import escaped
from mtcheck.reporters.wording import plural
from mtcheck.scan.tally import OTHERS

_DOMAINS_SHOWN, _RULES_SHOWN, _WORST_SHOWN = 50, 200, 50
_BAR = 30
Say = Callable[[str], str]


def render(facts: Mapping[str, Any], *, most: int | None = None) -> str:
    """The page. most: so many rows of each table at most, for a terminal: without the marks that
    keep Markdown from taking a text for its own."""
    return "\n".join(_lines(facts, most or 10**9, escaped if most is None else visible))


def _lines(facts: Mapping[str, Any], most: int, say: Say) -> Iterator[str]:
    checked = f"{plural(facts['documents'], 'document')}, {plural(facts['words'], 'word')}"
    yield f"# Scan: {checked}, score {facts['score']:.1f}\n"
    counts = ", ".join(f"{n:,} {severity}" for severity, n in facts["findings"].items() if n)
    yield f"Findings: {counts or 'none'}.\n"
    if facts["where"] is not None:
        chosen = f"{facts['selected']:,} of {plural(facts['documents'], 'document')}"
        yield f"Chosen: {chosen}, where {say(facts['where'])}. All are counted here.\n"
    if facts["origins"]:
        named = [
            f"{language_name(name) if name != OTHERS else 'others'} {count:,}"
            for name, count in list(facts["origins"].items())[:most]
        ]
        yield f"Translated from: {', '.join(named)}.\n"
    if facts["errors"]:
        yield from _errors(facts, most, say)
    if facts["documents"]:
        yield from _scores(facts)
        yield from _tables(facts, most, say)


def _errors(facts: Mapping[str, Any], most: int, say: Say) -> Iterator[str]:
    yield f"## {plural(facts['errors'], 'error')}\n"
    shown = facts["first_errors"][:most]
    for error in shown:
        line = "" if error["line"] is None else f":{error['line']}"
        yield f"- {say(error['path'])}{line}: {say(error['message'])}"
    if len(shown) < facts["errors"]:
        yield f"- {facts['errors'] - len(shown):,} more in `errors/`"
    yield ""


def _scores(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "## Scores\n"
    highest = max(each["documents"] for each in facts["scores"])
    rows = []
    for each in facts["scores"]:
        start, count = each["from"], each["documents"]
        name = "100" if start == 100 else f"{start} to {start + 9.9:.1f}"
        share = 100 * count / facts["documents"]
        bar = "█" * round(_BAR * count / highest) or ("▏" if count else "")
        rows.append((name, f"{count:,}", f"{share:.1f} %", bar))
    yield from _table(("score", "documents", "share", ""), rows, "lrrl")
    told = [f"{score:.1f} ({share} %)" for share, score in facts["percentiles"].items()]
    yield f"So many documents score no more than: {', '.join(told)}.\n"


def _tables(facts: Mapping[str, Any], most: int, say: Say) -> Iterator[str]:
    yield "## Rules\n"
    rules = [
        (
            say(each["rule"]),
            f"{each['findings']:,}",
            f"{each['documents']:,}",
            ", ".join(f"{say(name)} {n:,}" for name, n in _top(each["languages"], 8)),
        )
        for each in facts["rules"][: min(most, _RULES_SHOWN)]
    ]
    yield from _table(("rule", "findings", "documents", "by language"), rows=rules, sides="lrrl")
    for title, name in (("languages", "language"), ("domains", "domain")):
        groups = facts[title][: min(most, _DOMAINS_SHOWN)]
        if not groups:
            continue
        yield f"## {title.capitalize()}\n"
        rows = [
            (
                say(each["name"]),
                f"{each['documents']:,}",
                f"{each['words']:,}",
                f"{each['score']:.1f}",
                ", ".join(f"{say(rule)} {n:,}" for rule, n in _top(each["rules"], 4)),
            )
            for each in groups
        ]
        yield from _table(
            (name, "documents", "words", "score", "most frequent rules"), rows, "lrrrl"
        )
        if len(groups) < len(facts[title]):
            yield f"{len(facts[title]) - len(groups):,} more in `report.json`.\n"
    worst = [
        (
            say(f"{each['path']}:{each['line']}"),
            say(each["id"] or ""),
            f"{each['score']:.1f}",
            f"{each['penalty']:g}",
            f"{each['words']:,}",
            ", ".join(map(say, each["rules"][:4])),
        )
        for each in facts["worst"][: min(most, _WORST_SHOWN)]
    ]
    if worst:
        yield "## Worst documents\n"
        head = ("place", "id", "score", "penalty", "words", "rules")
        yield from _table(head, worst, "llrrrl")


def _top(counts: Mapping[str, int], most: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], sides: str) -> Iterator[str]:
    """A table of Markdown whose columns stand below each other."""
    if not rows:
        yield "None.\n"
        return
    widths = [max(3, *(len(row[i]) for row in (head, *rows))) for i in range(len(head))]
    marks = [f"{'-' * (w - 1)}:" if side == "r" else "-" * w
             for w, side in zip(widths, sides, strict=True)]  # fmt: skip
    for row in (head, marks, *rows):
        cells = [
            cell.rjust(w) if side == "r" else cell.ljust(w)
            for cell, w, side in zip(row, widths, sides, strict=True)
        ]
        yield f"| {' | '.join(cells)} |".rstrip()
    yield ""
