"""A run: many files, each checked with what is in force for it, one report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from mtcheck.config import Configuration, InForce
from mtcheck.engine import check_document, summarize
from mtcheck.finding import DocumentReport, ReadFailure, Report
from mtcheck.readers import Article, ReadError, read_articles
from mtcheck.registry import chosen_rules
from mtcheck.rule import Rule
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.bilingual.memory import RunMemory

OnDocument = Callable[[DocumentReport], None]


def check_paths(
    paths: Iterable[str], configuration: Configuration, *, on_document: OnDocument | None = None
) -> Report:
    """Check all articles under the paths (see `read_articles`) in one run.

    on_document: called with the report of each article as soon as it is there.
    """
    options = configuration.of_run().options
    articles = read_articles(
        paths, options, of_file=lambda path: configuration.of_file(path).options
    )
    return _check(articles, configuration, on_document)


def check_content(content: str, path: str, configuration: Configuration) -> Report:
    """Check a text as though the file at the path held it: what an editor shows and has not yet
    saved, or standard input with a name."""
    return _check(_articles_of(content, path, configuration.of_file(path)), configuration, None)


def _articles_of(content: str, path: str, in_force: InForce) -> Iterator[Article | ReadFailure]:
    from mtcheck.readers.formats import read_content

    try:
        yield from read_content(path, content, in_force.options)[1]
    except ReadError as error:
        yield ReadFailure(path, str(error))


def _check(
    articles: Iterable[Article | ReadFailure],
    configuration: Configuration,
    on_document: OnDocument | None,
) -> Report:
    documents: list[DocumentReport] = []
    errors: list[ReadFailure] = []
    asked: dict[str, Rule] = {rule.name: rule for rule in _rules(configuration.of_run().settings)}
    memory: RunMemory | None = None
    for article in articles:
        if isinstance(article, ReadFailure):
            errors.append(article)
            continue
        settings = configuration.of_file(article.path).settings
        rules = _rules(settings)
        asked |= {rule.name: rule for rule in rules}
        document = article.document
        if document.source:
            memory = memory or _run_memory()
            document.memory = memory
        report = check_document(document, rules, settings, path=article.path, id=article.id)
        documents.append(report)
        if on_document:
            on_document(report)
        if memory and document.source:
            name = article.path if article.id is None else f"{article.path} [{article.id}]"
            memory.add(document, name)
    in_order = sorted(asked.values(), key=lambda rule: (rule.family, rule.name))
    return summarize(documents, errors, in_order, configuration.of_run().settings)


def _rules(settings: Settings) -> tuple[Rule, ...]:
    return chosen_rules(settings.select, settings.ignore)


def _run_memory() -> RunMemory:
    from mtcheck.bilingual.memory import RunMemory

    return RunMemory()
