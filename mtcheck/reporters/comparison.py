"""A comparison of two translations as text, JSON or Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mtcheck import __version__
from mtcheck.comparison import ComparedArticle, Comparison, Difference
from mtcheck.reporters.display import visible
from mtcheck.reporters.safe_json import json_text
from mtcheck.reporters.wording import plural

FORMATS = ("text", "json", "markdown")


def renderer(format: str) -> Callable[[Comparison, str, str], str]:
    """The function that renders a comparison of A and B, named by their paths."""
    return {"text": render_text, "json": render_json, "markdown": render_markdown}[format]


def verdict(comparison: Comparison) -> str:
    """The answer in a sentence: did it get better?"""
    score = comparison.score
    if score.p is None:
        if not score.difference:
            return "The scores are equal."
        better = "B" if score.difference > 0 else "A"
        return f"{better} scores better; too few articles to tell whether that is chance."
    if not score.is_significant:
        return f"No difference in the score that these articles could prove (p = {score.p:.3f})."
    better, worse = ("B", "A") if score.difference > 0 else ("A", "B")
    return f"{better} is better than {worse} (p = {score.p:.3f})."


def render_text(comparison: Comparison, a: str, b: str) -> str:
    lines = [f"A: {visible(a)}", f"B: {visible(b)}", plural(comparison.compared, "article"), ""]
    lines += _table(["", "A", "B", "B - A", "95 %", "p"], _rows(comparison))
    if comparison.articles:
        lines += ["", "The articles that part most:"]
        lines += [f"  {_article(article)}" for article in comparison.articles]
    lines += ["", verdict(comparison)]
    return "\n".join(lines) + "\n"


def render_markdown(comparison: Comparison, a: str, b: str) -> str:
    lines = [f"**{verdict(comparison)}**", ""]
    lines += [f"A: `{_plain(a)}`, B: `{_plain(b)}`, {plural(comparison.compared, 'article')}.", ""]
    lines += ["|  | A | B | B − A | 95 % | p |", "|---|--:|--:|--:|:-:|--:|"]
    lines += ["| " + " | ".join(row) + " |" for row in _rows(comparison)]
    if comparison.articles:
        lines += ["", "The articles that part most:", ""]
        lines += [f"- `{_plain(_article(article))}`" for article in comparison.articles]
    return "\n".join(lines) + "\n"


def render_json(comparison: Comparison, a: str, b: str) -> str:
    report = {
        "version": 1,
        "tool": {"name": "mtcheck", "version": __version__},
        "a": a,
        "b": b,
        "articles": comparison.compared,
        "verdict": verdict(comparison),
        "score": _difference_object(comparison.score),
        "rules": [
            _difference_object(rule) | {"findings": list(comparison.counts[rule.name])}
            for rule in comparison.rules
        ],
        "metrics": [_difference_object(metric) for metric in comparison.metrics],
        "parting": [
            {"name": article.name, "a": article.a.score, "b": article.b.score}
            for article in comparison.articles
        ],
    }
    return json_text(report) + "\n"


def _difference_object(difference: Difference) -> dict[str, Any]:
    return {
        "name": difference.name,
        "a": round(difference.a, 4),
        "b": round(difference.b, 4),
        "difference": round(difference.difference, 4),
        "interval": None if difference.low is None else [difference.low, difference.high],
        "p": difference.p,
        "higher_is_better": difference.higher_is_better,
    }


def _rows(comparison: Comparison) -> Iterator[list[str]]:
    yield _row("score", comparison.score)
    for metric in comparison.metrics:
        yield _row(metric.name, metric)
    for rule in comparison.rules:
        in_a, in_b = comparison.counts[rule.name]
        label = f"{rule.name} per 1,000 words ({in_a} : {in_b})"
        yield _row(label, rule)


def _row(label: str, difference: Difference) -> list[str]:
    interval = p = ""
    if difference.low is not None and difference.high is not None:
        interval = f"{difference.low:+.2f} to {difference.high:+.2f}"
    if difference.p is not None:
        p = f"{difference.p:.3f}{'*' if difference.is_significant else ''}"
    return [
        label,
        f"{difference.a:.2f}",
        f"{difference.b:.2f}",
        f"{difference.difference:+.2f}",
        interval,
        p,
    ]


def _table(header: list[str], rows: Iterator[list[str]]) -> list[str]:
    cells = [header, *rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def _article(article: ComparedArticle) -> str:
    return f"{visible(article.name)}: {article.a.score:.1f} : {article.b.score:.1f}"


def _plain(text: str) -> str:
    """A code span ends at a backtick, a table's cell at a bar."""
    return visible(text).replace("`", "'").replace("|", "/")
