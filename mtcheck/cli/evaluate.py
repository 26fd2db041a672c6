"""`mtcheck eval`."""

from __future__ import annotations

import json
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
    UNREADABLE,
    Encoding,
    Ignore,
    Language,
    RuleFiles,
    Select,
    SourceLanguage,
    complain,
    one_of,
)

if TYPE_CHECKING:
    from mtcheck.evaluation import FalseAlarms, Judged, Row
    from mtcheck.readers import ReadOptions
    from mtcheck.settings import Settings


def evaluate(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="LABELLED...", help="JSON Lines with gold spans; - is standard in."),
    ],
    language: Language = None,
    source_language: SourceLanguage = None,
    encoding: Encoding = None,
    select: Select = None,
    ignore: Ignore = None,
    rule_files: RuleFiles = None,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    format: Annotated[
        str, typer.Option(callback=one_of(("text", "json")), help="text or json.")
    ] = "text",
) -> None:
    """Measure the rules on articles that you have labelled: precision, recall and F1.

    Each line is an article as `check` reads it, with "gold": [{"rule" or "label", "start", "end"}];
    offsets are code points, half-open. An article without faults has "gold": [].
    """
    from mtcheck.evaluation import false_alarms, rows

    given = {
        "language": language,
        "source-language": source_language,
        "encoding": encoding,
        "rule-files": rule_files,
    }
    configuration = found_configuration(
        paths, config, no_config, given, select=select, ignore=ignore
    )
    settings, options, _ = configuration.of_run()
    with configuration_known():
        judged, complete = _judged(paths, options, settings)
    if judged:
        show = _as_json if format == "json" else _as_text
        print(show(rows(judged), false_alarms(judged), judged))
    elif complete:
        complain(paths[0], "holds no article")
    raise typer.Exit(CLEAN if judged and complete else UNREADABLE)


def _judged(
    paths: list[str], options: ReadOptions, settings: Settings
) -> tuple[list[Judged], bool]:
    """(the articles, could all be read)."""
    from mtcheck.engine import check_document
    from mtcheck.evaluation import GoldError, gold_of, judge
    from mtcheck.finding import ReadFailure
    from mtcheck.readers import read_articles
    from mtcheck.registry import rules_in_force

    chosen = rules_in_force(settings)
    known = [(rule.name, rule.family) for rule in chosen]
    judged: list[Judged] = []
    complete = True
    for article in read_articles(paths, options):
        if isinstance(article, ReadFailure):
            complain(article.path, article.message)
            complete = False
            continue
        try:
            gold = gold_of(article.other, len(article.document.text))
        except GoldError as error:
            complain(article.path, f"line {article.line}: {error}")
            complete = False
            continue
        judged.append(judge(check_document(article.document, chosen, settings), gold, known))
    return judged, complete


def _as_text(rows: list[Row], alarms: list[FalseAlarms], judged: list[Judged]) -> str:
    width = max(len(row.rule) for row in rows)
    lines = [
        f"{len(judged)} article{'s' * (len(judged) != 1)}, "
        f"{sum(article.words for article in judged):,} words; "
        "[ ] are intervals of 95 %",
        f"{'rule':<{width}}  lang   gold found  by any  findings right  "
        f"{'precision':<18} {'recall':<18} F1",
    ]
    for row in rows:
        tally = row.tally
        lines.append(
            f"{row.rule:<{width}}  {row.language:<5} {tally.gold:>5} {tally.found:>5} "
            f"{tally.found_by_any:>7}  {tally.findings:>8} {tally.right:>5}  "
            f"{_interval(row.precision):<18} {_interval(row.recall):<18} {_interval(row.f1)}"
        )
    lines.append("")
    for alarm in alarms:
        lines.append(
            f"false alarms per 1,000 words, {alarm.language}: {_number(alarm.per_1000)} "
            f"({alarm.findings} in {alarm.words:,} words); in articles without gold: "
            f"{_number(alarm.clean_per_1000)} ({alarm.clean_findings} in {alarm.clean_words:,})"
        )
    return "\n".join(lines)


def _interval(value: tuple[float, float, float] | None) -> str:
    return "-" if value is None else f"{value[0]:.3f} [{value[1]:.2f} {value[2]:.2f}]"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _as_json(rows: list[Row], alarms: list[FalseAlarms], judged: list[Judged]) -> str:
    return json.dumps(
        {
            "articles": len(judged),
            "words": sum(article.words for article in judged),
            "rules": [
                {
                    "rule": row.rule,
                    "language": row.language,
                    **row.tally._asdict(),
                    "precision": _rounded(row.precision),
                    "recall": _rounded(row.recall),
                    "f1": _rounded(row.f1),
                }
                for row in rows
            ],
            "false_alarms": [
                alarm._asdict()
                | {"per_1000": alarm.per_1000, "clean_per_1000": alarm.clean_per_1000}
                for alarm in alarms
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def _rounded(value: tuple[float, float, float] | None) -> dict[str, float] | None:
    if value is None:
        return None
    return dict(zip(("value", "low", "high"), (round(part, 4) for part in value), strict=True))
