"""The public functions: check a text, check a file."""

from __future__ import annotations

import os

from mtcheck.config import Configuration
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, Report
from mtcheck.readers import ReadOptions, make_document
from mtcheck.readers.tables import parse_columns
from mtcheck.registry import rules_in_force
from mtcheck.run import check_paths
from mtcheck.settings import Settings


def check_text(
    text: str,
    *,
    language: str | None = None,
    source_language: str | None = None,
    source: str | None = None,
    reference: str | None = None,
    settings: Settings | None = None,
) -> DocumentReport:
    """Check one article.

    text: headline, blank line, paragraphs.
    language: BCP 47 tag of the text's language ("en", "en-GB"); None: it is found.
    source_language: that of the original, where it is known; otherwise it is inferred.
    source: the original; the rules that compare it with the text then speak too.
    reference: a translation to measure against; its metrics go into the report.
    settings: which rules, what confidence, the score's parameters.

    Returns the findings (offsets: code points into `text`, half-open), the score and the origin.
    Raises LanguageTagError for a tag that is none, UnknownRuleError for an unknown rule.
    """
    settings = settings or Settings()
    document = make_document(
        text, language, source_language=source_language, source=source, reference=reference
    )
    return check_document(document, rules_in_force(settings), settings)


def check_file(
    path: str | os.PathLike[str],
    *,
    language: str | None = None,
    source_language: str | None = None,
    encoding: str | None = None,
    source: str | os.PathLike[str] | None = None,
    reference: str | os.PathLike[str] | None = None,
    input_format: str = "auto",
    columns: str | None = None,
    settings: Settings | None = None,
) -> Report:
    """Check a file of articles or segments (docs/formats.md), or a folder of them.

    encoding: in place of UTF-8, the file's byte-order mark or what it declares.
    source, reference: where those of the articles lie: a file, a folder or a pattern with {name}.
    input_format: "markdown", "html" or another of `readers.detect.INPUT_FORMATS`, where the
        content does not tell.
    columns: of a table without known names: "source=1,target=2".

    Returns the report of the run; what could not be read stands in its `errors`.
    Raises LanguageTagError and UnknownRuleError as `check_text` does, ReadError for columns that
    are none.
    """
    options = ReadOptions(
        language,
        source_language,
        encoding,
        None if source is None else os.fspath(source),
        None if reference is None else os.fspath(reference),
        input_format,
        parse_columns(columns) if columns else (),
    )
    return check_paths([os.fspath(path)], Configuration(settings or Settings(), options))
