"""A run: many files, each checked with what is in force for it, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from mtcheck.config import Configuration
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, ReadFailure, Report, article_name
from mtcheck.readers import Article, articles_of, articles_of_content, listed_files
from mtcheck.registry import package_failures, rules_in_force
from mtcheck.settings import Settings
from mtcheck.summary import summarize

if TYPE_CHECKING:
    from mtcheck.baseline import OldFindings
    from mtcheck.bilingual.memory import RunMemory
    from mtcheck.changes import Changes
    from mtcheck.touched import ChangedFiles

OnDocument = Callable[[DocumentReport], None]


def check_paths(
    paths: Iterable[str],
    configuration: Configuration,
    *,
    on_document: OnDocument | None = None,
    changes: Changes | None = None,
) -> Report:
    """Check all articles under the paths (see `read_articles`) in one run.

    on_document: called with the report of each article as soon as it is there.
    changes: only changed files are checked, and only what touches changed lines is reported.
    Raises ConfigError for a configuration that is broken, UnknownRuleError for an unknown name,
    BaselineError for a baseline that cannot be used.
    """
    files, changed = _files(paths, configuration, changes)
    articles = articles_of(files, lambda path: configuration.of_file(path).options)
    return _check(articles, configuration, on_document, changed)


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
) -> Report:
    """Check a text as though the file at the path held it: what an editor shows and has not yet
    saved, or standard input with a name. on_document: as for `check_paths`."""
    articles = articles_of_content(path, content, configuration.of_file(path).options)
    return _check(articles, configuration, on_document)


def _check(
    articles: Iterable[Article | ReadFailure],
    configuration: Configuration,
    on_document: OnDocument | None,
    changed: ChangedFiles | None = None,
) -> Report:
    run = _Run(configuration, changed)
    documents: list[DocumentReport] = []
    errors: list[ReadFailure] = list(package_failures())
    for article in articles:
        if isinstance(article, ReadFailure):
            errors.append(article)
            run.note_unread(article)
            continue
        report = run.check(article)
        documents.append(report)
        if on_document:
            on_document(report)
    return run.summary(documents, errors)


class _Run:
    """What the articles of a run share: its settings, the old findings, and what was seen so far.

    Raises as `check_paths` does.
    """

    def __init__(self, configuration: Configuration, changed: ChangedFiles | None) -> None:
        self._configuration = configuration
        self._settings = configuration.of_run().settings
        self._changed = changed
        self._asked = {rule.name: rule for rule in rules_in_force(self._settings)}
        self._old = _old_findings(self._settings)
        self._memory: RunMemory | None = None
        self._descriptions: set[str] = set()

    def note_unread(self, failure: ReadFailure) -> None:
        """Nobody knows whether the old findings of the file are gone."""
        if self._old:
            self._old.unread(failure.path)

    def check(self, article: Article) -> DocumentReport:
        settings = self._configuration.of_file(article.path).settings
        self._descriptions.add(settings.describe(self._settings))
        rules = rules_in_force(settings)
        self._asked |= {rule.name: rule for rule in rules}
        document = article.document
        if document.source:
            self._memory = document.memory = self._memory or _run_memory()
        screen = None
        if self._old or self._changed:
            from mtcheck.screen import screen_of

            screen = screen_of(article, rules, settings, self._old, self._changed)
        report = check_document(
            document, rules, settings, path=article.path, id=article.id, screen=screen
        )
        if self._old:
            failed = [failure.rule for failure in report.failures]
            self._old.failed(article.path, article.id, failed)
        if document.source and self._memory:
            self._memory.add(document, article_name(article.path, article.id))
        return report

    def summary(self, documents: Sequence[DocumentReport], errors: Sequence[ReadFailure]) -> Report:
        rules = sorted(self._asked.values(), key=lambda rule: (rule.family, rule.name))
        report = summarize(documents, errors, rules, self._settings, self._descriptions)
        return report._replace(old_findings=self._old)


def _old_findings(settings: Settings) -> OldFindings | None:
    if not settings.baseline:
        return None
    from mtcheck.baseline import OldFindings, read_baseline

    return OldFindings(settings.baseline, read_baseline(settings.baseline))


def _run_memory() -> RunMemory:
    from mtcheck.bilingual.memory import RunMemory

    return RunMemory()
