"""Markdown, for a comment on a pull request or a page of a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.patterns import late_pattern
from mtcheck.reporters.display import visible
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import counts_in_words, origin_in_words, plural, source_in_words

_SPECIAL = late_pattern(r"([\\`*_{}\[\]()#+!|~@]|(?<=[A-Za-z]):(?=//)|(?<=[Ww]{3})\.)")
"""Marks that mean something; and what would make a link of an address."""
_LONGEST = 80


def render(report: Report) -> str:
    """The verdict, a table of the articles, and each article's findings."""
    verdict = "passed" if report.passed else "failed"
    lines = [
        f"## mtcheck: {verdict}, score {report.score:.1f}",
        "",
        f"{counts_in_words(report)} in {plural(len(report.documents), 'article')}, "
        f"{plural(report.words, 'word')}.",
        "",
    ]
    if report.documents or report.errors:
        lines += ["| article | score | findings | origin |", "|---|--:|---|---|"]
        lines += [_row(document) for document in report.documents]
        lines += [
            f"| {escaped(error.path)} |  | **not read**: {escaped(error.message)} |  |"
            for error in report.errors
        ]
        lines.append("")
    for document in report.documents:
        lines += _section(document)
    return "\n".join(lines)


def _row(document: DocumentReport) -> str:
    origin = escaped(origin_in_words(document.origin) or "")
    return f"| {_name(document)} | {document.score:.1f} | {counts_in_words(document)} | {origin} |"


def _name(document: DocumentReport) -> str:
    return escaped(document.name)


def _section(document: DocumentReport) -> Iterator[str]:
    if not document.findings:
        return
    index = LineIndex.of(document)
    yield f"### {_name(document)}"
    yield ""
    for finding in document.findings:
        yield _item(document, finding, index)
    yield ""


def _item(document: DocumentReport, finding: Finding, index: LineIndex) -> str:
    text = finding.text if len(finding.text) <= _LONGEST else f"{finding.text[:_LONGEST]}…"
    item = f"- **{index.place_of(finding)}** {finding.severity} {finding.rule}"
    if text.strip():
        item += f" “{escaped(text)}”"
    item += f": {escaped(finding.message + source_in_words(document, finding))}"
    if finding.suggestion:
        item += f" Better: {escaped(finding.suggestion)}"
    return item


def escaped(text: str) -> str:
    """One line of plain text: no mark-up, no link, no mention, no HTML comes of it."""
    plain = visible(" ".join(text.split())).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", plain)
