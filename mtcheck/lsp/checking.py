"""The check of one state of a document, with what is in force for its file."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple

from mtcheck.config import ConfigError, Configuration
from mtcheck.config.found import FoundConfiguration
from mtcheck.lsp.client_settings import ClientSettings
from mtcheck.lsp.places import Placed, placed_findings
from mtcheck.rule import Rule


class Checked(NamedTuple):
    """What was found in one state of a document.

    findings: none where the configuration excludes the file.
    problems: what kept the text, or a rule, from being read; one line each.
    is_beside: it is compared with other files, its source or its reference.
    seconds: what it took.
    is_configured: False where it is the configuration that is broken.
    """

    content: str
    findings: tuple[Placed, ...]
    rules: Mapping[str, Rule]
    problems: tuple[str, ...]
    is_beside: bool
    seconds: float
    is_configured: bool = True


def check(content: str, path: str, settings: ClientSettings) -> Checked:
    """Check a text as the file at the path. Whatever goes wrong is told in `problems`."""
    begun = time.perf_counter()
    is_beside, is_configured = False, True
    findings: list[Placed] = []
    rules: dict[str, Rule] = {}
    problems: list[str] = []
    try:
        configuration = configuration_of(path, settings)
        options = configuration.of_file(path).options
        is_beside = bool(options.source or options.reference)
        if configuration.takes(path, named=False) is not False:
            findings, rules, problems = _found(content, path, configuration)
    except ConfigError as error:
        problems = list(error.problems)
        is_configured = False
    except Exception as error:  # a check that breaks down must not take the server with it
        problems = [f"{path}: {type(error).__name__}: {error}"]
    seconds = time.perf_counter() - begun
    return Checked(
        content, tuple(findings), rules, tuple(problems), is_beside, seconds, is_configured
    )


def configuration_of(path: str, settings: ClientSettings) -> FoundConfiguration:
    """What is in force: the editor's settings over the nearest file. Raises ConfigError.

    Who opens a file that git ignores wants it checked, as one who names it on the command line.
    """
    values = {"respect-gitignore": False, **settings.values}
    return FoundConfiguration(values, [path], file=settings.config)


def _found(
    content: str, path: str, configuration: Configuration
) -> tuple[list[Placed], dict[str, Rule], list[str]]:
    from mtcheck.run import check_content

    if not content.strip():
        return [], {}, []
    report = check_content(content.removeprefix("\ufeff"), path, configuration)
    problems = [f"{error.path}: {error.message}" for error in report.errors]
    return placed_findings(report, content), {rule.name: rule for rule in report.rules}, problems
