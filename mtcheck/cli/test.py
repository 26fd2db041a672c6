"""`mtcheck test`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mtcheck.cli.completion import complete_of, complete_rule
from mtcheck.cli.configuring import ConfigPath, NoConfig
from mtcheck.cli.options import CLEAN, FINDINGS, UNREADABLE, complain, one_of
from mtcheck.cli.rule_choice import complain_of_packages, known_rule_files

if TYPE_CHECKING:
    from mtcheck.rule import Rule

_FORMATS = ("text", "json", "junit")


def test(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|RULE]...",
            help="Rule files, or names of rules, families or packages of rules; without any, the "
            "rule files of the configuration.",
            autocompletion=complete_rule,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Test every rule, those that ship with mtcheck too.")
    ] = False,
    config: ConfigPath = None,
    no_config: NoConfig = False,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Exit 1 for a warning too: a rule without examples."),
    ] = False,
    format: Annotated[
        str,
        typer.Option(
            callback=one_of(_FORMATS),
            autocompletion=complete_of(_FORMATS),
            help=f"One of {', '.join(_FORMATS)}.",
        ),
    ] = "text",
    output: Annotated[
        str | None, typer.Option(help="Write to this file, not to standard output.")
    ] = None,
) -> None:
    """Run the examples that rules carry: does each find what it should, and nothing else?

    Exit code: 0 all passed, 1 an example failed, 2 a rule file or package cannot be used.
    """
    from mtcheck.cli.output import write_output
    from mtcheck.examples import run_rules
    from mtcheck.registry import all_rules
    from mtcheck.reporters.examples import FORMATS

    files = [name for name in names or () if _is_file(name)]
    wanted = [name for name in names or () if not _is_file(name)]
    configured = [
        path
        for path in known_rule_files(None, config=config, no_config=no_config)
        if not _is_among(path, files)
    ]
    if not (files or wanted or configured or every):
        complain(
            "mtcheck test",
            "no rule file is given; name one (mtcheck test house-rules.toml), list it under "
            "rule-files in the configuration, or test every rule with --all",
        )
        raise typer.Exit(UNREADABLE)
    own, is_usable = _own_rules([*files, *configured], all_rules())
    is_usable = complain_of_packages() and is_usable
    every_rule = (*all_rules(), *own)
    if every:
        chosen = every_rule
    else:
        tested_files = files or (() if wanted else configured)
        chosen = (
            *(rule for rule in own if rule.provider in tested_files),
            *(rule for name in wanted for rule in _named(name, every_rule)),
        )
    tested = run_rules(tuple({rule.name: rule for rule in chosen}.values()))
    try:
        write_output((FORMATS[format](tested),), output)
    except BrokenPipeError:
        raise
    except OSError as error:
        complain(output or "standard output", f"cannot be written: {error.strerror}")
        raise typer.Exit(UNREADABLE) from None
    if not is_usable:
        raise typer.Exit(UNREADABLE)
    raise typer.Exit(FINDINGS if tested.failed or (strict and tested.warnings) else CLEAN)


def _is_file(name: str) -> bool:
    return name.endswith(".toml") or Path(name).is_file()


def _is_among(path: str, files: Sequence[str]) -> bool:
    return Path(path).resolve() in (Path(file).resolve() for file in files)


def _own_rules(files: Sequence[str], others: Sequence[Rule]) -> tuple[list[Rule], bool]:
    """The rules of the files that can be used; could all? What is wrong with the rest is told."""
    from mtcheck.own_rules.files import rules_of_files
    from mtcheck.own_rules.problems import RuleFileError

    own: list[Rule] = []
    is_usable = True
    for file in dict.fromkeys(files):
        try:
            own += rules_of_files([file], (*others, *own))
        except RuleFileError as error:
            is_usable = False
            for problem in error.problems:
                complain(problem.place, problem.message)
    return own, is_usable


def _named(name: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules, families and packages of that name."""
    found = [
        rule
        for rule in rules
        if name in (rule.name, rule.family, *rule.aliases, rule.provider.partition(" ")[0])
    ]
    if not found:
        from mtcheck.registry import unknown_name

        raise typer.BadParameter(str(unknown_name(name, rules)))
    return found
