"""`mtcheck check`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from mtcheck.cli.check_options import (
    Confidence,
    Diff,
    FailOn,
    FailUnder,
    Fix,
    Format,
    Output,
    OutputFormat,
    Readability,
    Reports,
    UnsafeFixes,
)
from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.display_options import (
    Colour,
    Exclude,
    ExitZero,
    MaxFindings,
    MinSeverity,
    Quiet,
    ShowFiles,
    Statistics,
    StdinFilename,
    Verbose,
    Watch,
)
from mtcheck.cli.old_text import Baseline, ChangedSince, ShowSuppressed
from mtcheck.cli.options import (
    Columns,
    Encoding,
    Glossaries,
    Ignore,
    InputFormat,
    Language,
    MaxFileSize,
    Reference,
    RuleFiles,
    Select,
    Source,
    SourceLanguage,
    complain,
)
from mtcheck.cli.running import Jobs, NoCache

if TYPE_CHECKING:
    from mtcheck.cli.standard_input import Input
    from mtcheck.config import Configuration
    from mtcheck.finding import ReadFailure, Report


def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...",
            show_default=False,
            help="Files, folders or patterns ('news/{name}.en.txt'); - is standard input. Without "
            "any, the working folder.",
        ),
    ] = None,
    source: Source = None,
    reference: Reference = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    input_format: InputFormat = None,
    column_choice: Columns = None,
    encoding: Encoding = None,
    max_file_size: MaxFileSize = None,
    exclude: Exclude = None,
    select: Select = None,
    ignore: Ignore = None,
    confidence: Confidence = None,
    fail_on: FailOn = None,
    fail_under: FailUnder = None,
    format: Format = None,
    output_format: OutputFormat = None,
    output: Output = None,
    reports: Reports = None,
    fix: Fix = False,
    unsafe_fixes: UnsafeFixes = False,
    diff: Diff = False,
    glossary: Glossaries = None,
    rule_files: RuleFiles = None,
    readability: Readability = None,
    baseline: Baseline = None,
    changed_since: ChangedSince = None,
    show_suppressed: ShowSuppressed = False,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    stdin_filename: StdinFilename = None,
    exit_zero: ExitZero = False,
    min_severity: MinSeverity = None,
    max_findings: MaxFindings = None,
    statistics: Statistics = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    colour: Colour = "auto",
    jobs: Jobs = "auto",
    no_cache: NoCache = False,
    watch: Watch = False,
    show_files: ShowFiles = False,
) -> None:
    """Check articles: plain text, Markdown, HTML, DOCX, news files (ninjs, NewsML-G2, NITF), JSON
    Lines, TSV, CSV, XLIFF, TMX, PO, parallel files, or folders of them.

    Exit code: 0 clean, 1 findings (see --fail-on, --fail-under), 2 something could not be read or
    the call was wrong.
    """
    from mtcheck.cli.fixes import fix as fix_files
    from mtcheck.cli.fixes import show_diff
    from mtcheck.cli.observing import observed
    from mtcheck.cli.old_text import changes_since, old_text_known, say_what_is_old
    from mtcheck.cli.reporting import (
        Display,
        end,
        parse_reports,
        parts_of,
        require_countable,
        shown_of,
        write_report,
    )
    from mtcheck.cli.standard_input import fix_input, named, print_mended, say_if_empty
    from mtcheck.cli.telling import ToldInParts
    from mtcheck.jobs import parsed_jobs
    from mtcheck.readers.files import STANDARD_INPUT
    from mtcheck.rule import SEVERITIES
    from mtcheck.run import check_content, check_paths

    more = parse_reports(reports)
    paths = paths or (["-"] if stdin_filename else ["."])
    given_settings = {
        "language": language,
        "source-language": source_language,
        "source": source,
        "reference": reference,
        "input-format": input_format,
        "columns": column_choice,
        "encoding": encoding,
        "max-file-size": max_file_size,
        "confidence": confidence,
        "fail-on": fail_on,
        "fail-under": fail_under,
        "format": format or output_format,
        "min-severity": min_severity,
        "extend-exclude": exclude,
        "glossaries": glossary,
        "rule-files": rule_files,
        "readability": readability,
        "baseline": baseline,
        "cache": False if no_cache else None,
    }
    processes = parsed_jobs(jobs)
    configuration = found_configuration(
        [stdin_filename] if stdin_filename else paths,
        config,
        no_config,
        given_settings,
        select=select,
        ignore=ignore,
    )
    format = configuration.of_run().format
    if statistics:
        require_countable(format)
    if show_files:
        from mtcheck.cli.showing_files import show_files as show

        raise show(paths, configuration, changed_since)
    if watch:
        _watch(context, paths, configuration)
    mends = (fix or unsafe_fixes) and not diff
    given = _whole_input(paths, stdin_filename, configuration, needed=mends or diff)
    mended: str | None = None
    unmended: list[ReadFailure] = []
    display = Display(
        colour, quiet, statistics, aside=given is not None and mends, suppressed=show_suppressed
    )
    least = configuration.of_run().settings.min_severity
    # Who wants the documents once more at the end, for whatever reason, has them kept.
    wants_all = mends or diff or more or given or STANDARD_INPUT in paths
    shows_all = max_findings is None and least == SEVERITIES[0]
    parts = parts_of(format, output, display) if shows_all and not wants_all else None
    told = ToldInParts(parts) if parts else None

    def run(content: str | None = None) -> Report:
        with observed(configuration, verbose=verbose, quiet=quiet) as on_document:
            if given is None:
                changes = changes_since(changed_since)
                return check_paths(
                    paths,
                    configuration,
                    on_document=told.beside(on_document) if told else on_document,
                    keeps_documents=told is None,
                    changes=changes,
                    jobs=processes,
                    is_cached=True,
                )
            content = given.content if content is None else content
            return check_content(
                content, given.name, configuration, on_document=on_document, jobs=processes
            )

    with configuration_known(), old_text_known(configuration.of_run().settings.baseline):
        if given and mends:
            report, mended = fix_input(given, run, unsafe=unsafe_fixes)
        elif mends:
            report, unmended = fix_files(
                run,
                unsafe=unsafe_fixes,
                encoding_of=lambda path: configuration.of_file(path).options.encoding,
                quiet=quiet,
            )
        else:
            report = run()
    for failure in report.errors:
        complain(failure.path, failure.message)
    if not quiet:
        say_what_is_old(report)
        if STANDARD_INPUT in paths:
            say_if_empty(report, stdin_filename or STANDARD_INPUT)
    if verbose:
        from mtcheck.cli.verbosity import say_rules

        say_rules(len(report.rules))
    if diff:
        documents = tuple(named(report.documents))
        differs = show_diff(report._replace(documents=documents), unsafe=unsafe_fixes)
        raise end(unreadable=bool(report.errors), failed=differs, exit_zero=exit_zero)
    is_written = True
    if given and mended is not None:
        is_written = print_mended(given, mended, configuration.of_file(given.name).options.encoding)
    shown = shown_of(report, least, None if statistics else max_findings, quiet=quiet)
    is_written &= write_report(shown, format, output, display, told)
    for kind, path in more:
        is_written &= write_report(report, kind, path, Display())
    raise end(
        unreadable=bool(report.errors or unmended or not is_written),
        failed=not report.passed,
        exit_zero=exit_zero,
    )


def _whole_input(
    paths: list[str], name: str | None, configuration: Configuration, *, needed: bool
) -> Input | None:
    """Standard input, where it has a name or is needed as a whole; else it is read as the paths
    are."""
    from mtcheck.readers.files import STANDARD_INPUT

    if not name and not (needed and STANDARD_INPUT in paths):
        return None
    from mtcheck.cli.standard_input import read_input, require_alone

    require_alone(paths, "--stdin-filename" if name else "--fix or --diff")
    return read_input(name, configuration.of_file(name or STANDARD_INPUT).options)


def _watch(context: typer.Context, paths: list[str], configuration: Configuration) -> NoReturn:
    """Run the same call, without --watch, again and again."""
    from mtcheck.cli.watching import files_under, watch
    from mtcheck.readers.files import STANDARD_INPUT

    call = {**context.params, "paths": paths, "watch": False}
    if STANDARD_INPUT in call["paths"]:
        raise typer.BadParameter("--watch needs files: standard input does not change")
    beside = [path for path in (call["source"], call["reference"]) if path]
    beside += [*(call["glossary"] or ()), *(call["rule_files"] or ())]
    beside += [path for path in (call["baseline"], call["config"]) if path]
    watched = [*paths, *beside]

    def files() -> set[str]:
        found = set(files_under(watched))
        return found | {config for file in found if (config := configuration.file_of(file))}

    watch(files, lambda: check(context, **call))
