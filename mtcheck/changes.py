"""What a branch changed, as git tells it: for pull requests, which answer for their own lines."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_HUNK = re.compile(rb"(?m)^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_COMMIT = re.compile(rb"[0-9a-f]{40,64}\s*")
_BINARY = re.compile(rb"(?m)^Binary files ")
_TEXTUAL = ("--no-color", "--no-ext-diff", "--no-textconv", "--ignore-submodules")
_CONFIGURED = ("-c", "diff.relative=false", "-c", "core.quotePath=false")


class ChangesError(ValueError):
    """What changed cannot be told; the message says why and what to do."""


class ChangedLines(NamedTuple):
    """The lines of a file that are new or changed, as (first, last) from 1; `is_whole`: all."""

    spans: tuple[tuple[int, int], ...] = ()
    is_whole: bool = False

    def touch(self, first: int, last: int) -> bool:
        """Is any of the lines from first to last (both counted) changed, or was one taken out
        between them?"""
        return self.is_whole or any(begin <= last and first <= end for begin, end in self.spans)


class Changes:
    """The files of a working tree that differ from the merge base with a revision, also those that
    are not committed or not tracked yet."""

    def __init__(self, revision: str) -> None:
        """Raises ChangesError where git is missing, this is no working tree, or the revision is
        unknown or has no history in common."""
        self.root = _line(_git(["rev-parse", "--show-toplevel"], "."))
        self._base = self._merge_base(revision)
        self._former = dict(self._changed())
        self._lines: dict[str, ChangedLines] = {}

    def holds(self, path: str) -> bool:
        """Is the file new or changed?"""
        return self._name(path) in self._former

    def is_outside(self, path: str) -> bool:
        """Does the file lie outside the working tree, so that nothing is known of it?"""
        return self._name(path).startswith("..") or Path(self._name(path)).is_absolute()

    def lines_of(self, path: str) -> ChangedLines:
        """The changed lines of a file. Raises ChangesError."""
        name = self._name(path)
        if name not in self._former:
            return ChangedLines()
        if name not in self._lines:
            self._lines[name] = self._lines_of(name, self._former[name])
        return self._lines[name]

    def _name(self, path: str) -> str:
        """The path from the root. A link stays what it is; the folder above it is resolved."""
        whole = Path(path).absolute()
        try:
            name = os.path.relpath(whole.parent.resolve() / whole.name, Path(self.root).resolve())
        except ValueError:
            return str(whole)
        return os.path.normcase(name)

    def _merge_base(self, revision: str) -> str:
        if not revision or revision.startswith("-") or "\0" in revision:
            raise ChangesError(f"{revision!r} is no revision; name a branch, a tag or a commit")
        name = f"{revision}^{{commit}}"
        commit = _git(["rev-parse", "--verify", "--quiet", name], self.root, accept=(0, 1, 128))
        if not _COMMIT.fullmatch(commit):  # a range is none
            raise ChangesError(
                f"git knows no revision {revision!r} here; fetch it (in CI with its history: "
                "fetch-depth: 0), or name another"
            )
        base = _git(["merge-base", _line(commit), "HEAD"], self.root, accept=(0, 1, 128))
        if not base.strip():
            raise ChangesError(
                f"{revision!r} and what is checked out have no history in common; a shallow clone "
                "does not hold enough of it: fetch it all (fetch-depth: 0, git fetch --unshallow)"
            )
        return _line(base)

    def _changed(self) -> Iterator[tuple[str, str | None]]:
        """Each new or changed file, with what it was called before; None for one that is new."""
        options = [*_TEXTUAL, "-z", "--name-status", "--find-renames", "--diff-filter=d"]
        fields = _fields(_git([*_CONFIGURED, "diff", *options, self._base, "--"], self.root))
        listed = iter(fields)
        for status in listed:
            former = name = next(listed)
            if status[0] in "RC":
                name = next(listed)
            yield os.path.normcase(name), None if status[0] == "A" else former
        others = ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--"]
        for name in _fields(_git(others, self.root)):
            yield os.path.normcase(name), None

    def _lines_of(self, name: str, former: str | None) -> ChangedLines:
        if former is None:
            return ChangedLines(is_whole=True)
        names = [name] if name == former else [former, name]
        command = ["diff", *_TEXTUAL, "--unified=0", "--find-renames", self._base, "--", *names]
        patch = _git(["--literal-pathspecs", *_CONFIGURED, *command], self.root)
        if _BINARY.search(patch):
            return ChangedLines(is_whole=True)  # UTF-16, for one
        return ChangedLines(tuple(_span(*found.groups()) for found in _HUNK.finditer(patch)))


def _span(start: bytes, count: bytes | None) -> tuple[int, int]:
    """(first, last) of a hunk; where lines were only taken out, (line after, line before)."""
    first, lines = int(start), 1 if count is None else int(count)
    return (first, first + lines - 1) if lines else (first + 1, first)


def _fields(output: bytes) -> list[str]:
    return [os.fsdecode(field) for field in output.split(b"\0")[:-1]]


def _line(output: bytes) -> str:
    return os.fsdecode(output).rstrip("\r\n")


def _git(arguments: Sequence[str], folder: str, accept: Sequence[int] = (0,)) -> bytes:
    """What git prints. Raises ChangesError with git's own reason where it fails."""
    import subprocess

    environment = os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ChangesError("git is not installed, and it tells what has changed") from None
    if done.returncode not in accept:
        reason = os.fsdecode(done.stderr).strip().partition("\n")[0].removeprefix("fatal: ")
        advice = "; run mtcheck inside the repository" if "not a git" in reason else ""
        raise ChangesError(f"git cannot tell what has changed: {reason}{advice}")
    return done.stdout
