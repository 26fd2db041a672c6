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
    Encoding,
    Ignore,
    Language,
    Select,
    SourceLanguage,
    complain,
    names,
    one_of,
    terms,
)
from mtcheck.reporters import FORMATS
from mtcheck.rule import CONFIDENCES, SEVERITIES, Confidence

if TYPE_CHECKING:
    from mtcheck.finding import Report


def check(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files or folders; - is standard input.")
    ],
    language: Language = None,
    source_language: SourceLanguage = None,
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
    glossary: Annotated[
        list[str] | None,
        typer.Option(help="The newsroom's terms: a TSV, CSV or TBX file; repeatable."),
    ] = None,
    readability: Annotated[
        bool, typer.Option("--readability", help="Add textstat's readability measures.")
    ] = False,
) -> None:
    """Check articles: plain text, JSON Lines, or folders of them.

    Exit code: 0 clean, 1 findings (see --fail-on, --fail-under), 2 something could not be read or
    the call was wrong.
    """
    from mtcheck.api import check_paths
    from mtcheck.cli.output import write_output
    from mtcheck.readers import ReadOptions
    from mtcheck.registry import UnknownRuleError
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
    try:
        report = check_paths(paths, ReadOptions(language, source_language, encoding), settings)
    except UnknownRuleError as error:
        raise typer.BadParameter(str(error)) from None
    for failure in report.errors:
        complain(failure.path, failure.message)
    try:
        write_output(_rendered(report, format, to_file=output is not None), output)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(output or "standard output", f"cannot be written: {error.strerror}")
        raise typer.Exit(UNREADABLE) from None
    if report.errors:
        raise typer.Exit(UNREADABLE)
    raise typer.Exit(CLEAN if report.passed else FINDINGS)


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
