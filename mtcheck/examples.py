"""Runs the examples that rules and lexicon entries carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mtcheck.document import Comment, Document
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, Finding
from mtcheck.fix import apply_fixes
from mtcheck.lexicon import Entry, Scanner, index_of
from mtcheck.patterns import late_pattern
from mtcheck.registry import all_rules
from mtcheck.rule import CLOSE_MARK, OPEN_MARK, SUPPRESSION, Example, Rule
from mtcheck.settings import Settings

_COMMENT = late_pattern("<!--(.*mtcheck.*?)-->")

Spans = tuple[tuple[int, int], ...]


class Outcome(NamedTuple):
    """An example that was run.

    number: of the example among its rule's, from 1.
    found: what the rule reports in its text.
    fixed: the text after the rule's fixes, where the example shows one.
    left: what the rule still reports in the fixed text.
    entry: the line of a lexicon that carries the example, where it is not the rule itself.
    error: why the rule could not be asked.
    """

    rule: Rule
    example: Example
    number: int
    found: Spans = ()
    fixed: str | None = None
    left: Spans = ()
    entry: Entry | None = None
    error: str = ""

    @property
    def has_passed(self) -> bool:
        return (
            not (self.error or self.left)
            and self.found == tuple(sorted(self.example.spans))
            and self.fixed == self.example.fixed
        )

    @property
    def silence(self) -> str:
        """What may be the reason where the rule found nothing; "" where there is none to see."""
        languages = self.rule.languages
        language = self.example.language.partition("-")[0]
        if not self.rule.claims(language):
            return f"the example is in {language}, the rule is for {', '.join(languages)}"
        return ""


class ExampleRun(NamedTuple):
    """The examples of some rules, run. warnings: (rule, what its examples do not show)."""

    outcomes: tuple[Outcome, ...]
    rules: int
    warnings: tuple[tuple[str, str], ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if not outcome.has_passed)


def run_rules(rules: Sequence[Rule]) -> ExampleRun:
    """Runs the examples of the rules and of the lines of their lexicons."""
    outcomes = [outcome for rule in rules for outcome in _outcomes(rule)]
    warnings = [(rule.name, lack) for rule in rules for lack in missing_examples(rule)]
    return ExampleRun(tuple(outcomes), len(rules), tuple(warnings))


def _outcomes(rule: Rule) -> Iterator[Outcome]:
    yield from run_examples(rule)
    if rule.lexicon and not rule.lexicon.rows:
        for target in rule.lexicon.languages():
            for entry in _own_entries(rule, target) if rule.claims(target) else ():
                yield from run_entry(rule, entry)


def _own_entries(rule: Rule, target: str) -> Iterator[Entry]:
    """The lines of the rule's lexicon that lie in the target language's own folder."""
    if rule.lexicon:
        for entry in rule.lexicon.entries(target):
            if entry.table.file.startswith(f"{target}/"):
                yield entry


def missing_examples(rule: Rule) -> Iterator[str]:
    """What no example of the rule shows, in words."""
    bad = [example for example in rule.examples if example.is_bad]
    if not bad:
        yield "has no bad example: nothing shows that it finds anything"
    if len(bad) == len(rule.examples):
        yield "has no good example: nothing shows that it can stay silent"
    if bad and not rule.is_fixable and any(_fixes(rule, example) for example in bad):
        yield "has a fix that no example shows: give a fixed text"


def run_examples(rule: Rule) -> Iterator[Outcome]:
    """Runs all examples of the rule."""
    for number, example in enumerate(rule.examples, 1):
        yield run_example(rule, example, number)


def run_example(
    rule: Rule, example: Example, number: int = 1, entry: Entry | None = None
) -> Outcome:
    """Runs one example of the rule (or of the entry of its lexicon): finds, and where a fixed text
    is shown mends and finds anew."""
    report = report_on(example, rule)
    outcome = Outcome(rule, example, number, _spans(report.findings), entry=entry)
    if report.failures:
        return outcome._replace(error=report.failures[0].in_words())
    if example.fixed is None:
        return outcome
    fixed = apply_fixes(example.text, [f.fix for f in report.findings if f.fix])
    left = _spans(report_on(example._replace(text=fixed, spans=(), fixed=None), rule).findings)
    return outcome._replace(fixed=fixed, left=left)


def run_entry(rule: Rule, entry: Entry) -> Iterator[Outcome]:
    """Runs the examples of a line of the rule's lexicon: by itself, since another line may find
    more in the same place, or, for the few that need another line, with all."""
    for number, example in enumerate(entry.examples(rule.confidence), 1):
        spans = spans_of_entry(example, rule, entry)
        alone = Outcome(rule, example, number, spans, entry=entry)
        yield alone if alone.has_passed else run_example(rule, example, number, entry)


def _fixes(rule: Rule, example: Example) -> bool:
    return any(finding.fix for finding in report_on(example, rule).findings)


def report_on(example: Example, rule: Rule) -> DocumentReport:
    """What a run with the rule alone would say of the example's text."""
    settings = Settings(confidence="low" if rule.confidence == "low" else "medium")
    # What a comment is good for depends on all rules.
    asked = all_rules() if rule.family == SUPPRESSION else (rule,)
    report = check_document(document_of(example), asked, settings)
    own = tuple(finding for finding in report.findings if finding.rule == rule.name)
    return report._replace(findings=own)


def _spans(findings: Iterable[Finding]) -> Spans:
    return tuple((finding.start, finding.end) for finding in findings)


def document_of(example: Example) -> Document:
    """The example's text beside its source and its reference."""
    source, reference, table = example.source, example.reference, example.glossary
    glossary = None
    if table is not None:
        from mtcheck.readers.glossary import table_terms
        from mtcheck.terminology import Glossary

        glossary = Glossary(tuple(table_terms(table)))
    text, comments = without_comments(example.text)
    document = Document(
        text,
        example.language,
        source_language=example.source_language,
        source=None if source is None else Document(source, example.source_language or "en"),
        reference=None if reference is None else Document(reference, example.language),
        glossary=glossary,
        comments=comments,
    )
    document.house_style = example.house
    return document


def without_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """(the text with spaces in place of the comments to mtcheck, the comments)."""
    found = list(_COMMENT.finditer(text))
    comments = tuple(
        Comment(each[1], each.start(), text.count("\n", 0, each.start()) + 1) for each in found
    )
    for each in found:
        text = text[: each.start()] + " " * len(each[0]) + text[each.end() :]
    return text, comments


def spans_of_entry(example: Example, rule: Rule, entry: Entry) -> Spans:
    """Where one line of the rule's lexicon makes it hit in the example's text."""
    document = document_of(example)
    scanner = Scanner(index_of([entry], document.target))
    matches = scanner.scan(document).get(entry.table.lexicon, [])
    return tuple((hit.start, hit.end) for hit in rule.hits(document, matches))


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with the spans marked, as examples are written: failures read at a glance."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}{OPEN_MARK}{text[start:end]}{CLOSE_MARK}{text[end:]}"
    return text
