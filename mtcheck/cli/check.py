"""`mtcheck check`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from mtcheck.cli.options import (
    CLEAN,
    FINDINGS,
    UNREADABLE,
    Columns,
    Encoding,
    Ignore,
    InputFormat,
    Language,
    Reference,
    Select,
    Source,
    SourceLanguage,
    columns,
    complain,
    names,
    one_of,
    terms,
)
from mtcheck.reporters import FORMATS
from mtcheck.rule import CONFIDENCES, SEVERITIES, Confidence

if TYPE_CHECKING:
    from mtcheck.finding import ReadFailure, Report


def check(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Files, folders or patterns ('news/{name}.en.txt'); - is standard input.",
        ),
    ],
    source: Source = None,
    reference: Reference = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    input_format: InputFormat = "auto",
    column_choice: Columns = None,
    encoding: Encoding = None,
    select: Select = None,
    ignore: Ignore = None,
    confidence: Annotated[
        str,
        typer.Option(
            callback=one_of(CONFIDENCES),
            help="The least sure findings to print: high, medium (those only where the article's "
            "origin is known) or low.",
        ),
    ] = "medium",
    fail_on: Annotated[
        str,
        typer.Option(
            callback=one_of((*SEVERITIES, "never")),
            help="Exit 1 for a finding of this severity or a graver one: minor, major, critical "
            "or never.",
        ),
    ] = "minor",
    fail_under: Annotated[
        float | None, typer.Option(help="Exit 1 for a score of the run below this.")
    ] = None,
    format: Annotated[
        str, typer.Option(callback=one_of(FORMATS), help=f"One of {', '.join(FORMATS)}.")
    ] = "text",
    output: Annotated[
        str | None, typer.Option(help="Write the report to this file, not to standard output.")
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report",
            metavar="FORMAT=FILE",
            help="Write a report of this format to this file too; repeatable.",
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend in the files what is safe to mend.")
    ] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help="Mend also what chooses words.")
    ] = False,
    diff: Annotated[
        bool,
        typer.Option(
            "--diff", help="Show what --fix would change, change nothing; exit 1 for any."
        ),
    ] = False,
    glossary: Annotated[
        list[str] | None,
        typer.Option(help="The newsroom's terms: a TSV, CSV or TBX file; repeatable."),
    ] = None,
    readability: Annotated[
        bool, typer.Option("--readability", help="Add textstat's readability measures.")
    ] = False,
) -> None:
    """Check articles: plain text, JSON Lines, TSV, CSV, XLIFF, TMX, PO, parallel files, or folders
    of them.

    Exit code: 0 clean, 1 findings (see --fail-on, --fail-under), 2 something could not be read or
    the call was wrong.
    """
    from mtcheck.cli.fixes import fix as fix_files
    from mtcheck.cli.fixes import show_diff
    from mtcheck.config import Configuration
    from mtcheck.readers import ReadOptions
    from mtcheck.registry import UnknownRuleError
    from mtcheck.run import check_paths
    from mtcheck.settings import Settings

    settings = Settings(
        glossary=terms(glossary),
        select=names(select),
        ignore=names(ignore),
        confidence=cast(Confidence, confidence),
        fail_on=fail_on,
        fail_under=fail_under,
        readability=readability,
    )
    options = ReadOptions(
        language, source_language, encoding, source, reference, input_format, columns(column_choice)
    )
    configuration = Configuration(settings, options)
    more = _more_reports(reports)
    unmended: list[ReadFailure] = []
    try:
        if (fix or unsafe_fixes) and not diff:
            report, unmended = fix_files(
                lambda: check_paths(paths, configuration),
                unsafe=unsafe_fixes,
                encoding=encoding,
            )
        else:
            report = check_paths(paths, configuration)
    except UnknownRuleError as error:
        raise typer.BadParameter(str(error)) from None
    for failure in report.errors:
        complain(failure.path, failure.message)
    if diff:
        differs = show_diff(report, unsafe=unsafe_fixes)
        raise typer.Exit(UNREADABLE if report.errors else FINDINGS if differs else CLEAN)
    _write(report, format, output)
    for kind, path in more:
        _write(report, kind, path)
    if report.errors or unmended:
        raise typer.Exit(UNREADABLE)
    raise typer.Exit(CLEAN if report.passed else FINDINGS)


def _more_reports(values: list[str] | None) -> list[tuple[str, str]]:
    pairs = []
    for value in values or ():
        kind, _, path = value.partition("=")
        if kind not in FORMATS or not path:
            raise typer.BadParameter(
                f"{value!r} is no FORMAT=FILE with one of {', '.join(FORMATS)}"
            )
        pairs.append((kind, path))
    return pairs


def _write(report: Report, format: str, output: str | None) -> None:
    from mtcheck.cli.output import write_output

    try:
        write_output(_rendered(report, format, to_file=output is not None), output)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(output or "standard output", f"cannot be written: {error.strerror}")
        raise typer.Exit(UNREADABLE) from None


def _rendered(report: Report, format: str, *, to_file: bool) -> str:
    from mtcheck.cli.output import wants_colour
    from mtcheck.reporters import reporter

    if format == "text":
        from mtcheck.reporters.text import render

        return render(report, colour=not to_file and wants_colour())
    if format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        from mtcheck.reporters.github import step_summary

        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(step_summary(report))
    return reporter(format)(report)
