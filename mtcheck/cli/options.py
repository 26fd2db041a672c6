"""Options that more than one command takes, declared once, and what makes sense of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from mtcheck.cli.completion import complete_language, complete_of, complete_rules
from mtcheck.cli.help import READING, RULES
from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.limits import LARGEST_FILE
from mtcheck.readers import ReadError
from mtcheck.readers.detect import INPUT_FORMATS
from mtcheck.readers.tables import parse_columns

CLEAN, FINDINGS, UNREADABLE = 0, 1, 2
"""Exit codes. A wrong call ends with 2 too."""


def _tag(value: str | None) -> str | None:
    try:
        return normalized_tag(value) if value else None
    except LanguageTagError as error:
        raise typer.BadParameter(str(error)) from None


def _encoding(value: str | None) -> str | None:
    if value is not None:
        from mtcheck.readers.files import is_text_encoding

        if not is_text_encoding(value):
            raise typer.BadParameter(f"{value!r} is no encoding that Python knows")
    return value


def _columns(value: str | None) -> str | None:
    if value:
        try:
            parse_columns(value)
        except ReadError as error:
            raise typer.BadParameter(str(error)) from None
    return value


def one_of(choices: Iterable[str]) -> Callable[[str], str]:
    """A callback that accepts the choices and names them otherwise."""
    allowed = tuple(choices)

    def check(value: str) -> str:
        if value is not None and value not in allowed:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(allowed)}")
        return value

    return check


Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        callback=_tag,
        autocompletion=complete_language,
        help="Language of the articles, e.g. en or en-GB.",
        rich_help_panel=READING,
    ),
]
SourceLanguage = Annotated[
    str | None,
    typer.Option(
        "--source-lang",
        callback=_tag,
        autocompletion=complete_language,
        help="Language they were translated from.",
        rich_help_panel=READING,
    ),
]
Source = Annotated[
    str | None,
    typer.Option(
        help="The original: a file, a folder, or a pattern such as 'articles/{name}.fr.txt'.",
        rich_help_panel=READING,
    ),
]
Reference = Annotated[
    str | None,
    typer.Option(
        help="A reference translation: a file, a folder or a pattern, as for --source.",
        rich_help_panel=READING,
    ),
]
InputFormat = Annotated[
    str | None,
    typer.Option(
        "--input-format",
        callback=one_of(INPUT_FORMATS),
        autocompletion=complete_of(INPUT_FORMATS),
        help="Format of the articles, where their content does not tell: "
        f"{', '.join(INPUT_FORMATS[1:])}.",
        rich_help_panel=READING,
    ),
]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns",
        callback=_columns,
        help="Which columns of a TSV or CSV file hold what, by number or name: "
        "source=1,target=2; also reference, id, lang, source_lang, doc.",
        rich_help_panel=READING,
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        callback=_encoding,
        help="Encoding of the files, where it is not UTF-8 and no mark says so.",
        rich_help_panel=READING,
    ),
]
MaxFileSize = Annotated[
    int | None,
    typer.Option(
        "--max-file-size",
        metavar="MB",
        min=1,
        show_default=False,
        help=f"Do not read a file larger than this; {LARGEST_FILE} without this.",
        rich_help_panel=READING,
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option(
        autocompletion=complete_rules,
        help="Only these rules or families, parted by commas; repeatable.",
        rich_help_panel=RULES,
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        autocompletion=complete_rules,
        help="Not these rules or families, parted by commas; repeatable.",
        rich_help_panel=RULES,
    ),
]

Glossaries = Annotated[
    list[str] | None,
    typer.Option(
        help="The newsroom's terms: a TSV, CSV or TBX file; repeatable.",
        rich_help_panel=RULES,
    ),
]
RuleFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--rule-file",
        metavar="FILE",
        help="Your own rules: a TOML file (docs/own-rules.md); repeatable.",
        rich_help_panel=RULES,
    ),
]


def names(values: list[str] | None) -> tuple[str, ...]:
    """The names in repeated and comma-parted values."""
    return tuple(
        name for value in values or () for part in value.split(",") if (name := part.strip())
    )


@contextmanager
def rules_known() -> Iterator[None]:
    """Ends the command where a name is no rule's, or a rule file cannot be used."""
    from mtcheck.registry import RuleFileError, UnknownRuleError

    try:
        yield
    except UnknownRuleError as error:
        raise typer.BadParameter(str(error)) from None
    except RuleFileError as error:
        for problem in error.problems:
            complain(problem.place, problem.message)
        raise typer.Exit(UNREADABLE) from None


def complain(path: str, message: str) -> None:
    """One line on standard error that names the file."""
    from mtcheck.reporters.display import in_short, visible

    print(f"mtcheck: {visible(path)}: {visible(in_short(message))}", file=sys.stderr)
