"""JUnit XML, as CI servers read test results: a suite a run, a case a document.

A document with findings is one failure that lists them; an input that was not read is an error.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from mtcheck.finding import DocumentReport, Report
from mtcheck.patterns import late_pattern
from mtcheck.reporters.position import LineIndex
from mtcheck.reporters.wording import counts_in_words, source_in_words

_NO_XML = late_pattern(
    r"[^\t\n\r\x20-\x7e\xa0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    r"|#(?=#(?:\[|vso\[|teamcity\[))"
)


def render(report: Report) -> str:
    """The run as one test suite."""
    failed = sum(bool(document.findings) for document in report.documents)
    tests = len(report.documents) + len(report.errors)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="mtcheck" tests="{tests}" failures="{failed}" '
        f'errors="{len(report.errors)}">',
        f'  <testsuite name="mtcheck" tests="{tests}" failures="{failed}" '
        f'errors="{len(report.errors)}">',
    ]
    for document in report.documents:
        lines += _case(document)
    for error in report.errors:
        lines += [
            f'    <testcase classname="mtcheck" name={_attribute(error.path)}>',
            f"      <error message={_attribute(error.message)}/>",
            "    </testcase>",
        ]
    return "\n".join([*lines, "  </testsuite>", "</testsuites>", ""])


def _case(document: DocumentReport) -> list[str]:
    head = f'    <testcase classname="mtcheck" name={_attribute(document.name)}'
    if not document.findings:
        return [head + "/>"]
    index = LineIndex.of(document)
    message = f"{counts_in_words(document)}, score {document.score:.1f}"
    lines = [head + ">", f'      <failure type="mtcheck" message={_attribute(message)}>']
    for finding in document.findings:
        place = index.place_of(finding)
        message = finding.message + source_in_words(document, finding)
        better = f" Better: {finding.suggestion}" if finding.suggestion else ""
        text = f"{place} {finding.severity} {finding.rule}: {message}{better}"
        lines.append(escape(xml_text(" ".join(text.split()))))
    return [*lines, "      </failure>", "    </testcase>"]


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))


def xml_text(text: str) -> str:
    """The text without what XML 1.0 cannot hold, or what commands a terminal or a CI server, which
    is shown by its code point."""
    return _NO_XML.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)
