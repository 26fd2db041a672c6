"""A run: many files, each checked with what is in force for it, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.config import Configuration
from mtcheck.engine import screened
from mtcheck.finding import DocumentReport, ReadFailure, Report
from mtcheck.jobs.in_order import Done, Work, checked_in_order
from mtcheck.readers import Article, articles_of, articles_of_content, listed_files
from mtcheck.registry import package_failures, rules_in_force
from mtcheck.settings import Settings
from mtcheck.summary import Counted, report_of

if TYPE_CHECKING:
    from mtcheck.baseline import OldFindings
    from mtcheck.changes import Changes
    from mtcheck.results import ResultCache
    from mtcheck.touched import ChangedFiles

OnDocument = Callable[[DocumentReport], None]


def check_paths(
    paths: Iterable[str],
    configuration: Configuration,
    *,
    on_document: OnDocument | None = None,
    keeps_documents: bool = True,
    changes: Changes | None = None,
    jobs: int = 1,
    is_cached: bool = False,
) -> Report:
    """Check all articles under the paths (see `read_articles`) in one run.

    on_document: called with the report of each article as soon as it is there.
    keeps_documents: False: the run's report is without them, so that it takes no more room for
        more articles; `on_document` has seen them.
    changes: only changed files are checked, and only what touches changed lines is reported.
    jobs: check with at most so many processes; 0: with one for each core, where that is quicker.
        Where processes cannot be forked, the caller's main module is imported by each of them.
    is_cached: use what was found before in articles that did not change, and remember what is
        found, where the settings want it.
    Raises ConfigError for a configuration that is broken, UnknownRuleError for an unknown name,
    BaselineError for a baseline that cannot be used.
    """
    files, changed = _files(paths, configuration, changes)
    articles = articles_of(files, lambda path: configuration.of_file(path).options)
    cache = None
    if is_cached and configuration.of_run().settings.cache:
        from mtcheck.results import cache_for

        cache = cache_for([file for file, _ in files if isinstance(file, str)])
    return _check(
        articles, configuration, on_document, changed, jobs, cache, keeps_documents=keeps_documents
    )


def files_to_check(
    paths: Iterable[str], configuration: Configuration, changes: Changes | None = None
) -> list[str | ReadFailure]:
    """The files that `check_paths` would read, in its order, and what it could not. Raises
    ConfigError."""
    return [file for file, _ in _files(paths, configuration, changes)[0]]


def _files(
    paths: Iterable[str], configuration: Configuration, changes: Changes | None
) -> tuple[list[tuple[str | ReadFailure, str]], ChangedFiles | None]:
    files = list(listed_files(paths, configuration))
    for file, _ in files:
        if isinstance(file, str):
            configuration.of_file(file)  # a broken configuration stops the run before it begins
    if not changes:
        return files, None
    from mtcheck.touched import ChangedFiles

    changed = ChangedFiles(changes, configuration)
    return list(changed.of(files)), changed


def check_content(
    content: str,
    path: str,
    configuration: Configuration,
    *,
    on_document: OnDocument | None = None,
    jobs: int = 1,
) -> Report:
    """Check a text as though the file at the path held it: what an editor shows and has not yet
    saved, or standard input with a name. on_document, jobs: as for `check_paths`."""
    articles = articles_of_content(path, content, configuration.of_file(path).options)
    return _check(articles, configuration, on_document, jobs=jobs)


def _check(
    articles: Iterable[Article | ReadFailure],
    configuration: Configuration,
    on_document: OnDocument | None,
    changed: ChangedFiles | None = None,
    jobs: int = 1,
    cache: ResultCache | None = None,
    *,
    keeps_documents: bool = True,
) -> Report:
    run = _Run(configuration, changed, cache)
    counted = Counted()
    documents: list[DocumentReport] = []
    errors: list[ReadFailure] = list(package_failures())
    for told in checked_in_order(run.works(articles), jobs):
        if isinstance(told, ReadFailure):
            errors.append(told)
            run.note_unread(told)
            continue
        if cache:
            cache.settle(told.work.known)
        document = run.report_of(told)
        counted.add(document)
        if keeps_documents:
            documents.append(document)
        if on_document:
            on_document(document)
    if cache:
        cache.close()
    report = run.summary(counted, errors)
    if keeps_documents:
        return report._replace(documents=tuple(documents))
    return report._replace(told=counted.tally)


class _Run:
    """What the articles of a run share: its settings, the old findings, and what was found before.

    Raises as `check_paths` does.
    """

    def __init__(
        self,
        configuration: Configuration,
        changed: ChangedFiles | None,
        cache: ResultCache | None,
    ) -> None:
        self._configuration = configuration
        self._settings = configuration.of_run().settings
        self._changed = changed
        self._cache = cache
        self._asked = {rule.name: rule for rule in rules_in_force(self._settings)}
        self._old = _old_findings(self._settings)
        self._descriptions: set[str] = set()

    def works(self, articles: Iterable[Article | ReadFailure]) -> Iterator[Work | ReadFailure]:
        """What is to be done for each article."""
        for article in articles:
            if isinstance(article, ReadFailure):
                yield article
                continue
            settings = self._configuration.of_file(article.path).settings
            known = self._cache.known(article, settings) if self._cache else None
            yield Work(article, settings, known)

    def note_unread(self, failure: ReadFailure) -> None:
        """Nobody knows whether the old findings of the file are gone."""
        if self._old:
            self._old.unread(failure.path)

    def report_of(self, done: Done) -> DocumentReport:
        """What counts of what was found in the next article."""
        article, settings, report = done.work.article, done.work.settings, done.checked.report
        self._descriptions.add(settings.describe(self._settings))
        rules = rules_in_force(settings)
        self._asked |= {rule.name: rule for rule in rules}
        if self._old or self._changed:
            from mtcheck.screen import screen_of

            screen = screen_of(article, rules, settings, self._old, self._changed)
            report = screened(report, screen, settings)
        if self._old:
            failed = [failure.rule for failure in report.failures]
            self._old.failed(article.path, article.id, failed)
        return report

    def summary(self, counted: Counted, errors: Sequence[ReadFailure]) -> Report:
        rules = sorted(self._asked.values(), key=lambda rule: (rule.family, rule.name))
        report = report_of(counted, errors, rules, self._settings, self._descriptions)
        return report._replace(old_findings=self._old)


def _old_findings(settings: Settings) -> OldFindings | None:
    if not settings.baseline:
        return None
    from mtcheck.baseline import OldFindings, read_baseline

    return OldFindings(settings.baseline, read_baseline(settings.baseline))
