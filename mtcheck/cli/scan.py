"""`mtcheck scan`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.check_options import Confidence, Readability
from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.help import READING, REPORTING, RUNNING
from mtcheck.cli.options import (
    CLEAN,
    UNREADABLE,
    Glossaries,
    Ignore,
    Language,
    RuleFiles,
    Select,
    SourceLanguage,
    one_of,
)
from mtcheck.cli.running import Jobs
from mtcheck.scan.formats import FORMATS
from mtcheck.scan.run import ENGINES, SHARD

if TYPE_CHECKING:
    from mtcheck.config.found import FoundConfiguration
    from mtcheck.scan.inputs import Input
    from mtcheck.scan.run import Outcome
    from mtcheck.scan.work import Work

_ROWS_SHOWN = 10


def scan(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            show_default=False,
            help="JSON Lines (also .gz or .zst), Parquet, or folders of them.",
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="DIR",
            help="The folder for tables and report. A scan that was ended goes on in it.",
            rich_help_panel=REPORTING,
        ),
    ],
    format: Annotated[
        str,
        typer.Option(
            callback=one_of(FORMATS),
            help="Of the tables: parquet or jsonl.",
            rich_help_panel=REPORTING,
        ),
    ] = "parquet",
    where: Annotated[
        str | None,
        typer.Option(
            metavar="CONDITION",
            help='Only these documents, and their findings, go into the tables: "score < 80 and '
            "'foreign-quotes' in rules\". The report counts all.",
            rich_help_panel=REPORTING,
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIELD",
            help="Fields of the records that the table of documents has too (text, title ...), "
            "parted by commas; repeatable.",
            rich_help_panel=REPORTING,
        ),
    ] = None,
    shard_size: Annotated[
        int,
        typer.Option(min=1, help="Records a file of the tables.", rich_help_panel=REPORTING),
    ] = SHARD,
    columns: Annotated[
        str | None,
        typer.Option(
            help="Which fields hold what, where they are called otherwise: "
            "text=content,lang=language; also headline, body, id, source_lang, source, reference, "
            "url, domain.",
            rich_help_panel=READING,
        ),
    ] = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    select: Select = None,
    ignore: Ignore = None,
    confidence: Confidence = None,
    glossary: Glossaries = None,
    rule_files: RuleFiles = None,
    readability: Readability = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    jobs: Jobs = "auto",
    engine: Annotated[
        str,
        typer.Option(
            callback=one_of(ENGINES),
            help="local: workers of this machine; ray: Ray Data, on the cluster that RAY_ADDRESS "
            "names or on this machine.",
            rich_help_panel=RUNNING,
        ),
    ] = "local",
    restart: Annotated[
        bool,
        typer.Option(
            "--restart",
            help="Take away what an earlier scan wrote into the folder, and begin anew.",
            rich_help_panel=RUNNING,
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            help="Print errors alone: no report, no progress.",
            rich_help_panel=REPORTING,
        ),
    ] = False,
) -> None:
    """Check a corpus of millions of articles: tables of documents and findings, and a report. Ended
    at any moment and called again, it goes on where it was.

    Exit code: 0 all was checked, whatever was found; 2 something could not be read, the call was
    wrong, or the scan could not go on.
    """
    from mtcheck.cli.scan_progress import watched
    from mtcheck.jobs import most_processes, parsed_jobs
    from mtcheck.scan import ScanError
    from mtcheck.scan.inputs import find_inputs
    from mtcheck.scan.run import scan as run_scan

    given = {
        "language": language,
        "source-language": source_language,
        "confidence": confidence,
        "glossaries": glossary,
        "rule-files": rule_files,
        "readability": readability,
    }
    configuration = found_configuration(
        inputs, config, no_config, given, select=select, ignore=ignore
    )
    try:
        found = find_inputs(inputs, output)
        with configuration_known():
            work = _work(configuration, found, format, columns, keep, where)
            with watched(quiet=quiet) as on_progress:
                outcome = run_scan(
                    found, output, work, jobs=most_processes(parsed_jobs(jobs)), engine=engine,
                    shard=shard_size, restart=restart, on_progress=on_progress,
                )  # fmt: skip
    except ScanError as error:
        _say(str(error))
        raise typer.Exit(UNREADABLE) from None
    except OSError as error:
        _say(f"{error.filename or output}: cannot be written: {error.strerror or error}")
        raise typer.Exit(UNREADABLE) from None
    _end(outcome, work, output, quiet=quiet)


def _work(
    configuration: FoundConfiguration,
    inputs: tuple[Input, ...],
    format: str,
    columns: str | None,
    keep: list[str] | None,
    where: str | None,
) -> Work:
    from mtcheck.cli.options import names
    from mtcheck.scan.checking import Checker
    from mtcheck.scan.condition import Condition
    from mtcheck.scan.records import parse_fields
    from mtcheck.scan.schema import columns_of
    from mtcheck.scan.work import Work

    fields = parse_fields(columns, names(keep))
    of_run = configuration.of_run()
    of_path = {input.name: configuration.of_file(input.path) for input in inputs}
    others = {path: in_force for path, in_force in of_path.items() if in_force != of_run}
    condition = None
    if where is not None:
        condition = Condition(where, columns_of("documents", fields.kept))
    return Work(Checker(of_run, fields, others), format, condition)


def _end(outcome: Outcome, work: Work, output: str, *, quiet: bool) -> None:
    from pathlib import Path

    from mtcheck.reporters.display import visible
    from mtcheck.reporters.wording import plural
    from mtcheck.scan.page import render
    from mtcheck.scan.report import report_object

    tally = outcome.tally
    if not quiet:
        if outcome.was_done:
            _say(f"{output}: this scan was finished before; nothing was left to check")
        elif outcome.resumed:
            said = plural(outcome.resumed, "record")
            _say(f"{output}: went on where it was; {said} had been checked before")
        print(render(report_object(tally, work), most=_ROWS_SHOWN))
        print(f"All of it: {visible(str(Path(output) / 'report.md'))}")
    if tally.errors:
        for path, line, message in tally.first_errors:
            _say(f"{path}: {'' if line is None else f'line {line}: '}{message}")
        if more := tally.errors - len(tally.first_errors):
            _say(f"{plural(more, 'more error')} in {Path(output) / 'errors'}")
    raise typer.Exit(UNREADABLE if tally.errors else CLEAN)


def _say(message: str) -> None:
    from mtcheck.reporters.display import visible

    print(f"mtcheck: {visible(message)}", file=sys.stderr)
