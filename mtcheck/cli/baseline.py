"""`mtcheck baseline`: write down the findings of old text, so that only new ones count."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.completion import complete_of
from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.help import RULES
from mtcheck.cli.old_text import counted, old_text_known
from mtcheck.cli.options import (
    CLEAN,
    UNREADABLE,
    Columns,
    Encoding,
    Glossaries,
    Ignore,
    InputFormat,
    Language,
    MaxFileSize,
    Reference,
    Select,
    Source,
    SourceLanguage,
    complain,
    one_of,
)
from mtcheck.cli.running import Jobs, NoCache
from mtcheck.rule import CONFIDENCES

if TYPE_CHECKING:
    from mtcheck.baseline import Entry
    from mtcheck.finding import Report


def baseline(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders or patterns, as for `check`."),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            help="The baseline; without this the one that the configuration names, or "
            ".mtcheck-baseline.json."
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Take out what is gone; nothing is added."),
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Write a baseline that is already there anew."),
    ] = False,
    source: Source = None,
    reference: Reference = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    input_format: InputFormat = None,
    column_choice: Columns = None,
    encoding: Encoding = None,
    max_file_size: MaxFileSize = None,
    select: Select = None,
    ignore: Ignore = None,
    confidence: Annotated[
        str | None,
        typer.Option(
            callback=one_of(CONFIDENCES),
            autocompletion=complete_of(CONFIDENCES),
            help="The least sure findings, as for `check`.",
            rich_help_panel=RULES,
        ),
    ] = None,
    glossary: Glossaries = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    jobs: Jobs = "auto",
    no_cache: NoCache = False,
) -> None:
    """Write down the findings that are there now; `check --baseline FILE` then counts only others.

    Use the options that `check` is called with. Exit code: 0 written, 2 something could not be
    read or written.
    """
    from mtcheck.baseline import DEFAULT_NAME
    from mtcheck.jobs import parsed_jobs
    from mtcheck.run import check_paths

    if update and force:
        raise typer.BadParameter("--update keeps the baseline, --force writes it anew: give one")
    given = {
        "language": language,
        "source-language": source_language,
        "source": source,
        "reference": reference,
        "input-format": input_format,
        "columns": column_choice,
        "encoding": encoding,
        "max-file-size": max_file_size,
        "confidence": confidence,
        "glossaries": glossary,
        "baseline": output,
        "cache": False if no_cache else None,
    }
    configuration = found_configuration(
        paths, config, no_config, given, select=select, ignore=ignore
    )
    path = configuration.of_run().settings.baseline or DEFAULT_NAME
    if not update and not force and os.path.exists(path):  # noqa: PTH110
        complain(path, "is already there; --update takes out what is gone, --force writes it anew")
        raise typer.Exit(UNREADABLE)
    given["baseline"] = path if update else ""
    configuration = found_configuration(
        paths, config, no_config, given, select=select, ignore=ignore
    )
    with configuration_known(), old_text_known(path):
        report = check_paths(paths, configuration, jobs=parsed_jobs(jobs), is_cached=True)
    for failure in report.errors:
        complain(failure.path, failure.message)
    entries = _entries(report, path)
    _write(path, entries)
    if report.old_findings:
        _, gone = report.old_findings.counts()
        new = len(report.findings)
        more = f"; {new:,} new, not added (--force would)" if new else ""
        complain(path, f"{counted(len(entries))} left, {gone:,} gone and taken out{more}")
    else:
        advice = "`mtcheck check --baseline` with this file counts only others"
        complain(path, f"{counted(len(entries))} written down; {advice}")
    raise typer.Exit(UNREADABLE if report.errors else CLEAN)


def _entries(report: Report, path: str) -> list[Entry]:
    from mtcheck.baseline import entries_of

    if report.old_findings:
        return report.old_findings.remaining()
    return entries_of(report.documents, str(Path(path).absolute().parent))


def _write(path: str, entries: list[Entry]) -> None:
    from mtcheck.baseline import baseline_text
    from mtcheck.writing import replace_file

    try:
        # A lone surrogate in a file's name becomes the escape that JSON has for it.
        replace_file(Path(path), baseline_text(entries).encode("utf-8", "backslashreplace"))
    except OSError as error:
        complain(path, f"cannot be written: {error.strerror}")
        raise typer.Exit(UNREADABLE) from None
