"""A run: many files, each checked with what is in force for it, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from mtcheck.config import Configuration
from mtcheck.engine import check_document
from mtcheck.finding import DocumentReport, ReadFailure, Report
from mtcheck.readers import Article, articles_of, articles_of_content, listed_files
from mtcheck.registry import package_failures, rules_in_force
from mtcheck.rule import Rule
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
    files = list(listed_files(paths, configuration))
    for file, _ in files:
        if isinstance(file, str):
            configuration.of_file(file)  # a broken configuration stops the run before it begins
    changed = None
    if changes:
        from mtcheck.touched import ChangedFiles

        changed = ChangedFiles(changes, configuration)
        files = list(changed.of(files))
    articles = articles_of(files, lambda path: configuration.of_file(path).options)
    return _check(articles, configuration, on_document, changed)


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
    documents: list[DocumentReport] = []
    errors: list[ReadFailure] = list(package_failures())
    asked: dict[str, Rule] = {rule.name: rule for rule in _rules(configuration.of_run().settings)}
    memory: RunMemory | None = None
    old = _old_findings(configuration.of_run().settings)
    descriptions: set[str] = set()
    for article in articles:
        if isinstance(article, ReadFailure):
            errors.append(article)
            if old:
                old.unread(article.path)
            continue
        settings = configuration.of_file(article.path).settings
        descriptions.add(settings.describe(configuration.of_run().settings))
        rules = _rules(settings)
        asked |= {rule.name: rule for rule in rules}
        document = article.document
        if document.source:
            memory = memory or _run_memory()
            document.memory = memory
        screen = None
        if old or changed:
            from mtcheck.screen import screen_of

            screen = screen_of(article, rules, settings, old, changed)
        report = check_document(
            document, rules, settings, path=article.path, id=article.id, screen=screen
        )
        if old:
            old.failed(article.path, article.id, [failure.rule for failure in report.failures])
        documents.append(report)
        if on_document:
            on_document(report)
        if memory and document.source:
            name = article.path if article.id is None else f"{article.path} [{article.id}]"
            memory.add(document, name)
    in_order = sorted(asked.values(), key=lambda rule: (rule.family, rule.name))
    settings = configuration.of_run().settings
    whole = summarize(documents, errors, in_order, settings, descriptions)
    return whole._replace(old_findings=old)


def _rules(settings: Settings) -> tuple[Rule, ...]:
    return rules_in_force(settings)


def _old_findings(settings: Settings) -> OldFindings | None:
    if not settings.baseline:
        return None
    from mtcheck.baseline import OldFindings, read_baseline

    return OldFindings(settings.baseline, read_baseline(settings.baseline))


def _run_memory() -> RunMemory:
    from mtcheck.bilingual.memory import RunMemory

    return RunMemory()
