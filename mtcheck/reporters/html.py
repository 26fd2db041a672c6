"""One HTML file for editors: the articles as one reads them, each finding marked in its place.

It holds its style and its script and asks the network for nothing: a content security policy lets
these two run, by their hashes, and nothing else. What comes from an article is escaped text.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from mtcheck.finding import DocumentReport, Finding, Report
from mtcheck.language.conventions import language_name
from mtcheck.patterns import late_pattern
from mtcheck.reporters.charts import family_chart, score_chart
from mtcheck.reporters.direction import block_direction, direction
from mtcheck.reporters.marked_text import Mark, attribute, marked_blocks, plain
from mtcheck.reporters.side_by_side import parallel_rows
from mtcheck.reporters.wording import (
    origin_in_words,
    plural,
    sample_note,
    suppressed_in_words,
    why_suppressed,
)
from mtcheck.rule import SEVERITIES, Related, Rule, Severity

if TYPE_CHECKING:
    from mtcheck.document import Document

_PARTS = Path(__file__).parent / "html_page"
_HEADING = late_pattern(r"(?m)^(Why|Legitimate|Fix|Authority): ")
_OPEN_AT_FIRST = 40
"""More articles than these are folded, so that a long report opens at once."""
_LONGEST_EXCERPT = 120
_NOTHING_FOUND = '<span class="chip">nothing found</span>'


def render(report: Report) -> str:
    """The whole page."""
    style, script = _part("style.css"), _part("script.js")
    page = Template(_part("page.html"))
    return page.substitute(
        style=style,
        script=script,
        style_hash=_content_hash(style),
        script_hash=_content_hash(script),
        verdict="passed" if report.passed else "failed",
        extent=_extent(report.documents),
        figures=_figures(report),
        score_chart=score_chart([(d.score, _gravest(d.findings)) for d in report.documents]),
        family_chart=family_chart(report.findings),
        severity_filter=_severity_filter(report),
        rule_options=_rule_options(report.findings),
        language_options=_language_options(report.documents),
        article_options=_article_options(report.documents),
        finding_count=f"{len(report.findings):,}",
        errors=_errors(report),
        articles="\n".join(_articles(report)) or "<p>There is no article in this run.</p>",
        rules="\n".join(_rules(report)),
        signature=plain(report.signature),
    )


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


def _content_hash(content: str) -> str:
    """As a content security policy names an inline style or script."""
    return "sha256-" + b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")


def _gravest(findings: Iterable[Finding]) -> Severity | None:
    return max((f.severity for f in findings), key=SEVERITIES.index, default=None)


def _title(rule: str) -> str:
    return rule.replace("-", " ").capitalize()


def _language(tag: str) -> str:
    if tag == "und":
        return "unknown language"
    name = language_name(tag)
    return f"{name} ({tag})" if "-" in tag else name


def _extent(documents: Sequence[DocumentReport]) -> str:
    """What a run is too small for: a choice of articles or of languages."""
    languages = {document.language for document in documents}
    one_article = "one-article" if len(documents) < 2 else ""
    one_language = "one-language" if len(languages) < 2 else ""
    return f"{one_article} {one_language}".strip()


def _figures(report: Report) -> str:
    figures = [
        (f"{report.score:.1f}", "score of 100", "score"),
        (f"{len(report.documents):,}", "articles" if len(report.documents) != 1 else "article", ""),
        (f"{report.words:,}", "words" if report.words != 1 else "word", ""),
    ]
    figures += [(f"{n:,}", severity, severity) for severity, n in report.counts().items() if n]
    if not report.findings:
        figures.append(("0", "findings", ""))
    return "".join(
        f'<div class="figure {kind}"><dd>{number}</dd><dt>{name}</dt></div>'
        for number, name, kind in figures
    )


def _severity_filter(report: Report) -> str:
    return "".join(
        f'<label class="toggle {severity}"><input type="checkbox" name="severity" '
        f'value="{severity}" checked>{severity} <span class="count">{count:,}</span></label>'
        for severity, count in report.counts().items()
        if count
    )


def _option(value: str, text: str, count: int | None = None) -> str:
    shown = attribute(text) if count is None else f"{attribute(text)} ({count:,})"
    return f'<option value="{attribute(value)}">{shown}</option>'


def _rule_options(findings: Sequence[Finding]) -> str:
    families: dict[str, Counter[str]] = {}
    for finding in findings:
        families.setdefault(finding.family, Counter())[finding.rule] += 1
    groups = []
    for family, rules in sorted(families.items()):
        options = [_option(f"family:{family}", f"all of {family}", rules.total())]
        options += [_option(f"rule:{name}", _title(name), rules[name]) for name in sorted(rules)]
        groups.append(f'<optgroup label="{attribute(family)}">{"".join(options)}</optgroup>')
    return "".join(groups)


def _language_options(documents: Sequence[DocumentReport]) -> str:
    languages = Counter(document.language for document in documents)
    named = sorted((_language(tag), tag, count) for tag, count in languages.items())
    return "".join(_option(tag, name, count) for name, tag, count in named)


def _article_options(documents: Sequence[DocumentReport]) -> str:
    return "".join(
        _option(f"a{number}", f"{number}. {document.name}")
        for number, document in enumerate(documents, 1)
    )


def _errors(report: Report) -> str:
    if not report.errors:
        return ""
    items = "".join(
        f"<li><strong><bdi>{plain(error.path)}</bdi></strong>: {plain(error.message)}</li>"
        for error in report.errors
    )
    heading = f"{plural(len(report.errors), 'input')} could not be read"
    return (
        '<section class="errors" aria-labelledby="errors-title">'
        f'<h2 id="errors-title">{heading}</h2><ul>{items}</ul></section>'
    )


def _articles(report: Report) -> Iterator[str]:
    many = len(report.documents) > _OPEN_AT_FIRST
    first = next((n for n, d in enumerate(report.documents, 1) if d.findings), 1)
    explained = {rule.name for rule in report.rules}
    for number, document in enumerate(report.documents, 1):
        is_open = number == first if many else bool(document.findings or not report.findings)
        yield _Article(number, document, explained).render(is_open=is_open)


class _Article:
    """The HTML of one article: ids are `a<article>`, with `f<finding>` its card, `m<finding>` its
    place in the text and `r<finding>.<n>` a related place."""

    def __init__(self, number: int, report: DocumentReport, explained: set[str]) -> None:
        from mtcheck.document import Document

        self.id = f"a{number}"
        self.number = number
        self.report = report
        self.explained = explained
        self.document = Document(report.text, report.language, blocks=report.blocks)
        self.direction = direction(report.language, report.text)

    def render(self, *, is_open: bool) -> str:
        report = self.report
        counts = report.counts()
        chips = "".join(
            f'<span class="chip {severity}">{count:,} {severity}</span>'
            for severity, count in counts.items()
            if count
        )
        notes = f'<ol class="notes" aria-label="Findings">{self._cards()}</ol>'
        kind = "body" if report.source_text is None else "body beside"
        return (
            f'<article id="{self.id}" data-language="{attribute(report.language)}" '
            f'aria-labelledby="{self.id}t">\n<details{" open" if is_open else ""}><summary>'
            f'<span class="headline-row"><span class="nth">{self.number}</span>'
            f'<h2 id="{self.id}t"><bdi>{plain(report.name)}</bdi></h2>{self._first_words()}'
            f'</span><span class="tally">{chips or _NOTHING_FOUND}'
            f'<span class="points {_gravest(report.findings) or "clean"}" '
            f'title="score of 100">{report.score:.1f}</span></span></summary>\n'
            f"{self._facts()}\n"
            f'<div class="{kind}"><div class="text">{self._text()}</div>'
            f"{notes if report.findings else ''}</div>{self._suppressed()}\n</details></article>"
        )

    def _suppressed(self) -> str:
        """What does not count, folded, and not marked in the text."""
        items = "".join(
            f"<li><strong>{attribute(_title(each.finding.rule))}</strong> "
            f"{self._quoted(each.finding.text)} {plain(why_suppressed(each))}</li>"
            for each in self.report.suppressed
        )
        if not items:
            return ""
        summary = plain(suppressed_in_words(self.report.tally) or "")
        return f'<details class="suppressed"><summary>{summary}</summary><ul>{items}</ul></details>'

    def _first_words(self) -> str:
        """What a folded article begins with."""
        blocks = self.document.blocks
        if not blocks:
            return ""
        words = self.report.text[blocks[0].start : blocks[0].end]
        return f'<span class="first-words">{self._quoted(words)}</span>'

    def _quoted(self, words: str) -> str:
        """Words of the article, where they stand among words about it."""
        way = block_direction(words, self.direction)
        lang = _lang_attributes(self.report.language, way)
        return f"<bdi{lang}>{plain(_shortened(words))}</bdi>"

    def _facts(self) -> str:
        report = self.report
        facts = [
            _language(report.language),
            plural(report.words, "word"),
            origin_in_words(report.origin),
            sample_note(report),
            *(f"{name} {value:g}" for name, value in report.metrics.items()),
        ]
        return f'<p class="facts">{" · ".join(plain(fact) for fact in facts if fact)}</p>'

    def _text(self) -> str:
        report = self.report
        marks = [mark for n, f in enumerate(report.findings, 1) for mark in self._marks(n, f)]
        lang = _lang_attributes(report.language, self.direction)
        cell = f'<div class="cell target"{lang}>'
        blocks = marked_blocks(report.text, self.document.blocks, marks, self.direction)
        if report.source_text is None:
            return f"{cell}{''.join(blocks)}</div>"
        return self._beside(report.source_text, cell, blocks)

    def _beside(self, source_text: str, cell: str, blocks: list[str]) -> str:
        """Rows of source and target; what belongs together stands in one."""
        from mtcheck.document import Document

        language = self.report.source_language or "und"
        source = Document(source_text, language)
        way = direction(language, source_text)
        marks = [
            self._related_mark(n, finding, place, related)
            for n, finding in enumerate(self.report.findings, 1)
            for place, related in enumerate(finding.related)
            if related.side == "source"
        ]
        source_blocks = marked_blocks(source_text, source.blocks, marks, way)
        source_cell = f'<div class="cell source"{_lang_attributes(language, way)}>'
        rows = [
            f'<div class="row">{source_cell}{"".join(source_blocks[left])}</div>'
            f"{cell}{''.join(blocks[right])}</div></div>"
            for left, right in parallel_rows(source, self._with(source))
        ]
        names = f"<span>{attribute(_language(language))}</span>"
        names += f"<span>{attribute(_language(self.report.language))}</span>"
        return f'<div class="row names" aria-hidden="true">{names}</div>{"".join(rows)}'

    def _with(self, source: Document) -> Document:
        from mtcheck.document import Document

        report = self.report
        return Document(
            report.text,
            report.language,
            source=source,
            segments=report.segments,
            blocks=report.blocks,
        )

    def _marks(self, number: int, finding: Finding) -> Iterator[Mark]:
        label = f"finding {number}, {finding.severity}: {_title(finding.rule)}"
        card, place = f"{self.id}f{number}", f"{self.id}m{number}"
        yield Mark(finding.start, finding.end, number, place, card, finding.severity, label)
        for index, related in enumerate(finding.related):
            if related.side == "target":
                yield self._related_mark(number, finding, index, related)

    def _related_mark(self, number: int, finding: Finding, index: int, related: Related) -> Mark:
        label = f"{related.message}: finding {number}, {_title(finding.rule)}"
        card, place = f"{self.id}f{number}", f"{self.id}r{number}.{index}"
        return Mark(related.start, related.end, number, place, card, None, label)

    def _cards(self) -> str:
        return "\n".join(
            self._card(n, finding) for n, finding in enumerate(self.report.findings, 1)
        )

    def _card(self, number: int, finding: Finding) -> str:
        rule = attribute(finding.rule)
        title = attribute(_title(finding.rule))
        if finding.rule in self.explained:
            title = f'<a class="rule" href="#rule-{rule}">{title}</a>'
        lines = [
            f'<li class="card {finding.severity}" id="{self.id}f{number}" data-rule="{rule}" '
            f'data-family="{attribute(finding.family)}" data-severity="{finding.severity}">'
            f'<p class="card-head"><a class="nth" href="#{self.id}m{number}" '
            f'aria-label="finding {number}: show it in the text">{number}</a> '
            f'<strong>{title}</strong> <span class="severity">{finding.severity}</span></p>'
        ]
        if finding.text.strip():
            lines.append(f'<p class="found">{self._quoted(finding.text)}</p>')
        lines.append(f'<p class="message">{plain(finding.message)}</p>')
        if finding.suggestion:
            lines.append(
                '<p class="better"><span class="key">Better</span> '
                f"<bdi>{plain(finding.suggestion)}</bdi></p>"
            )
        lines += [self._related(number, i, place) for i, place in enumerate(finding.related)]
        return "".join(lines) + "</li>"

    def _related(self, number: int, index: int, related: Related) -> str:
        is_source = related.side == "source"
        text = self.report.source_text if is_source else self.report.text
        if text is None:
            return f'<p class="related">{plain(related.message)}</p>'
        words = plain(_shortened(text[related.start : related.end]))
        return (
            f'<p class="related"><a href="#{self.id}r{number}.{index}">{plain(related.message)}</a>'
            f" <bdi>{words}</bdi></p>"
        )


def _lang_attributes(language: str, way: str) -> str:
    return f' lang="{"" if language == "und" else attribute(language)}" dir="{way}"'


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_EXCERPT else f"{text[:_LONGEST_EXCERPT].rstrip()}…"


def _rules(report: Report) -> Iterator[str]:
    """What each rule that spoke looks for, told once."""
    counts = Counter(finding.rule for finding in report.findings)
    for rule in sorted(report.rules, key=lambda rule: rule.name):
        if rule.name in counts:
            yield _explained(rule, counts[rule.name])


def _explained(rule: Rule, count: int) -> str:
    summary, *parts = _HEADING.split(rule.documentation)
    pairs = "".join(
        f"<dt>{heading}</dt><dd>{plain(' '.join(words.split()))}</dd>"
        for heading, words in zip(parts[::2], parts[1::2], strict=True)
    )
    name = attribute(rule.name)
    return (
        f'<section id="rule-{name}" class="rule-card"><h3>{attribute(_title(rule.name))} '
        f'<code>{name}</code></h3><p class="facts">{attribute(rule.family)} · {rule.severity} · '
        f"{plural(count, 'finding')}</p><p>{plain(' '.join(summary.split()))}</p>"
        f"<dl>{pairs}</dl></section>"
    )
