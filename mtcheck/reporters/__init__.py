"""Reporters: one a format, each a function from a finished report to text."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from mtcheck.finding import Report

Reporter = Callable[[Report], str]

FORMATS = (
    "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown", "html",
)  # fmt: skip


def reporter(name: str) -> Reporter:
    """The reporter of a format in `FORMATS`, imported when it is asked for."""
    render: Reporter = import_module(f"mtcheck.reporters.{name}").render
    return render
