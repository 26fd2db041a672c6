"""`mtcheck compare`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.configuring import (
    ConfigPath,
    NoConfig,
    configuration_known,
    found_configuration,
)
from mtcheck.cli.options import (
    CLEAN,
    FINDINGS,
    UNREADABLE,
    Encoding,
    Ignore,
    Language,
    Reference,
    RuleFiles,
    Select,
    Source,
    SourceLanguage,
    complain,
    one_of,
)
from mtcheck.reporters.comparison import FORMATS

if TYPE_CHECKING:
    from mtcheck.comparison import ComparedArticle, Comparison
    from mtcheck.readers import Article, ReadOptions
    from mtcheck.settings import Settings


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file or folder of translations.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The same articles from elsewhere.")],
    source: Source = None,
    reference: Reference = None,
    language: Language = None,
    source_language: SourceLanguage = None,
    encoding: Encoding = None,
    select: Select = None,
    ignore: Ignore = None,
    rule_files: RuleFiles = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    fail_if_worse: Annotated[
        bool, typer.Option("--fail-if-worse", help="Exit 1 where B is provably worse than A.")
    ] = False,
    format: Annotated[
        str, typer.Option(callback=one_of(FORMATS), help=f"One of {', '.join(FORMATS)}.")
    ] = "text",
    output: Annotated[
        str | None, typer.Option(help="Write to this file, not to standard output.")
    ] = None,
) -> None:
    """Compare two translations of the same articles: did the new engine get better, and where?

    Articles are matched by their id, or by their path below A and B. Both sides are checked alike:
    with the configuration of the working folder, without its settings for paths.
    """
    from mtcheck.cli.output import write_output
    from mtcheck.reporters.comparison import renderer

    given = {
        "language": language,
        "source-language": source_language,
        "source": source,
        "reference": reference,
        "encoding": encoding,
        "rule-files": rule_files,
    }
    configuration = found_configuration(
        [a, b], config, no_config, given, select=select, ignore=ignore
    )
    settings, options, _ = configuration.of_run()
    failures: list[str] = []
    with configuration_known():
        comparison = _compared(a, b, options, settings, failures)
    if comparison is None:
        raise typer.Exit(UNREADABLE)
    write_output((renderer(format)(comparison, a, b),), output)
    if failures:
        raise typer.Exit(UNREADABLE)
    score = comparison.score
    is_worse = score.is_significant and score.difference < 0
    raise typer.Exit(FINDINGS if fail_if_worse and is_worse else CLEAN)


def _compared(
    a: str, b: str, options: ReadOptions, settings: Settings, failures: list[str]
) -> Comparison | None:
    """None where nothing could be compared; what went wrong is told, and noted in `failures`."""
    from mtcheck.comparison import compare as compare_articles
    from mtcheck.language.data import primary_subtag
    from mtcheck.metrics import tokenizer_for

    pairs = list(_pairs(a, b, options, settings, failures))
    if not pairs:
        complain(b, f"holds no article that {a} holds too")
        return None
    target = primary_subtag(pairs[0].a.language)
    return compare_articles(pairs, settings.score, tokenizer=tokenizer_for(target))


def _pairs(
    a: str, b: str, options: ReadOptions, settings: Settings, failures: list[str]
) -> Iterator[ComparedArticle]:
    from mtcheck.comparison import ComparedArticle
    from mtcheck.engine import check_document
    from mtcheck.registry import rules_in_force

    rules = rules_in_force(settings)
    first = _articles(a, options, failures)
    second = _articles(b, options, failures)
    for path, here, there in ((a, first, second), (b, second, first)):
        for name in here.keys() - there.keys():
            failures.append(name)
            complain(path, f"{name or 'the article'} has no counterpart on the other side")
    for name in sorted(first.keys() & second.keys()):
        reports = [
            check_document(side.document, rules, settings, path=side.path, id=side.id)
            for side in (first[name], second[name])
        ]
        document = first[name].document.reference
        reference = document.text if document else None
        yield ComparedArticle(name or Path(a).name, reports[0], reports[1], reference)


def _articles(path: str, options: ReadOptions, failures: list[str]) -> dict[str, Article]:
    """The articles by what matches them: their path below a folder, and their id, or their number
    in the file."""
    from mtcheck.finding import ReadFailure
    from mtcheck.readers import read_articles

    found: dict[str, Article] = {}
    for article in read_articles([path], options):
        if isinstance(article, ReadFailure):
            failures.append(article.path)
            complain(article.path, article.message)
            continue
        below = Path(article.path).relative_to(path).as_posix() if Path(path).is_dir() else ""
        name = f"{below}#{article.id or article.line}" if _is_one_of_many(article) else below
        found[name] = article
    return found


def _is_one_of_many(article: Article) -> bool:
    return article.id is not None or article.line > 1
