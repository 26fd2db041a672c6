"""The commands: one module each, imported when its command is asked for, so that `check` need not
wait for what the others bring with them."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from mtcheck.cli.help import GroupedCommand

if TYPE_CHECKING:
    from typer._click import Command, Context

_SUMMARIES = {
    "check": "Check articles, and mend what is safe to mend.",
    "rules": "List the rules that are in force.",
    "explain": "Explain a rule, or list those of a family.",
    "test": "Test your own rules by their examples.",
    "baseline": "Write down old findings, which then do not count.",
    "score": "Score translations against references.",
    "compare": "Compare systems or versions by score.",
    "eval": "Measure the rules on labelled articles.",
    "scan": "Check a corpus of millions of articles.",
    "config": "Show the configuration that is in force.",
    "init": "Write a first configuration file.",
    "lsp": "Serve an editor (language server).",
}
"""What `mtcheck --help` says of each, in a line."""
_FUNCTIONS = {
    "check": "check.check",
    "rules": "rules.rules",
    "explain": "explain.explain",
    "test": "test.test",
    "baseline": "baseline.baseline",
    "score": "score.score",
    "compare": "compare.compare",
    "eval": "evaluate.evaluate",
    "scan": "scan.scan",
    "config": "config.config",
    "init": "init.init",
    "lsp": "lsp.lsp",
}
"""By command: its module and function. In the order of `mtcheck --help`."""
_WITH_MANY_OPTIONS = ("check", "baseline", "scan")


class LazyCommands(TyperGroup):
    """The commands of `mtcheck`."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands = _Commands(_FUNCTIONS)

    def list_commands(self, ctx: Context) -> list[str]:
        return list(self.commands)


class _Commands(UserDict[str, Any]):
    """Each command takes the place of its function's name when it is first asked for."""

    def __getitem__(self, name: str) -> Command:
        found: str | Command = self.data[name]
        if isinstance(found, str):
            found = self.data[name] = _command(name, found)
        return found


def _command(name: str, function: str) -> Command:
    module, _, attribute = function.partition(".")
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    look = GroupedCommand if name in _WITH_MANY_OPTIONS else None
    alone.command(name, cls=look, short_help=_SUMMARIES[name])(
        getattr(import_module(f"mtcheck.cli.{module}"), attribute)
    )
    return typer.main.get_command(alone)
