"""The command's reference, from the command itself: every option, its default, its help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from docs.generator.markdown import code, prose, words
from mtcheck.cli import app

_OPENING = """# Commands

Every command and option, as `mtcheck --help` tells them; how to use them with comfort tells
[On the command line](../command-line.md). What they share:

- **Exit codes.** 0: clean. 1: findings at or above `--fail-on`, or a score below `--fail-under`.
  2: something could not be read, or the call was wrong; what could be read is reported all the
  same.
- Several values of one option are parted by commas, or the option is repeated, where its help says
  so.
- `-` as a path is standard input.
- `MTCHECK_CACHE_DIR` names the folder of the index of word lists; empty, none is kept. `NO_COLOR`
  turns colours off.
- The defaults of `check` are those of a folder without configuration;
  [a configuration file](../configuration.md) changes them, and an option goes before the file.
"""


def render() -> str:
    """The page as Markdown."""
    return "\n\n".join([_OPENING, *_sections(typer.main.get_command(app), "mtcheck")])


def commands(command: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Each command below this one that is not hidden, with the words that call it."""
    for name, child in command.commands.items():
        if child.hidden:
            continue
        if hasattr(child, "commands"):
            yield from commands(child, f"{path} {name}")
        else:
            yield f"{path} {name}", child


def _sections(root: Any, name: str) -> Iterator[str]:
    for path, command in commands(root, name):
        yield from _section(path, command)
    yield "## mtcheck\n"
    context = root.make_context(name, [], resilient_parsing=True)
    yield from (_option(option, context) for option in _options(root))


def _section(path: str, command: Any) -> Iterator[str]:
    context = command.make_context(path, [], resilient_parsing=True)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {path}"
    yield f"```text\n{path} {usage}\n```"
    yield from (prose(part) for part in (command.help or "").split("\n\n"))
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    if arguments:
        yield "**Arguments**"
        for argument in arguments:
            yield f"{code(argument.make_metavar(context))}\n: {prose(argument.help or '')}"
    panels: dict[str, list[Any]] = {}
    for option in _options(command):
        panels.setdefault(getattr(option, "rich_help_panel", None) or "Options", []).append(option)
    for panel, options in panels.items():
        yield f"**{words(panel)}**"
        yield from (_option(option, context) for option in options)


def _options(command: Any) -> list[Any]:
    return [p for p in command.params if p.param_type_name == "option" and not p.hidden]


def _option(option: Any, context: Any) -> str:
    """Names and value, then the help and the default."""
    names = ", ".join(code(name) for name in (*option.opts, *option.secondary_opts))
    value = "" if option.is_flag else f" {words(option.make_metavar(context))}"
    notes = []
    if option.required:
        notes.append("Required.")
    if option.default not in (None, False, (), []) and not callable(option.default):
        notes.append(f"Default: {code(str(option.default))}.")
    text = " ".join([prose(option.help or ""), *notes]).strip()
    return f"{names}{value}\n: {text or '–'}"
