"""Runs the examples that rules and lexicon entries carry."""

from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.finding import Finding
from mtcheck.lexicon import Entry, Scanner, index_of
from mtcheck.readers.glossary import table_terms
from mtcheck.rule import Example, Rule
from mtcheck.settings import Settings
from mtcheck.terminology import Glossary


def document_of(example: Example) -> Document:
    """The example's text beside its source and its reference."""
    source, reference, table = example.source, example.reference, example.glossary
    return Document(
        example.text,
        example.language,
        source_language=example.source_language,
        source=None if source is None else Document(source, example.source_language or "en"),
        reference=None if reference is None else Document(reference, example.language),
        glossary=None if table is None else Glossary(tuple(table_terms(table))),
    )


def findings_in(example: Example, rule: Rule) -> list[Finding]:
    """What the rule finds in the example's text, as a run with the rule alone would say it."""
    document = document_of(example)
    settings = Settings(confidence="low" if rule.confidence == "low" else "medium")
    report = check_document(document, [rule], settings)
    assert report.failures == ()
    return list(report.findings)


def spans_of_entry(example: Example, rule: Rule, entry: Entry) -> list[tuple[int, int]]:
    """Where one line of the rule's lexicon makes it hit in the example's text."""
    document = document_of(example)
    scanner = Scanner(index_of([entry], document.target))
    matches = scanner.scan(document).get(entry.table.lexicon, [])
    return [(hit.start, hit.end) for hit in rule.hits(document, matches)]


def marked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with the spans marked, as examples are written: failures read at a glance."""
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}"
    return text
