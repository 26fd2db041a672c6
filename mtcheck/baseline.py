"""The baseline: old findings that were there when checking began, and do not count.

A finding is known by its article, its rule and its fingerprint (which is made of its sentence),
never by its line. The file only ever shrinks: what is mended leaves it and cannot come back.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mtcheck.finding import DocumentReport, Finding, Suppressed
from mtcheck.limits import LARGEST_FILE, read_at_most

DEFAULT_NAME = ".mtcheck-baseline.json"
_VERSION = 1
_LONGEST_EXCERPT = 60
_CONFLICTS = ("<<<<<<<", "=======", ">>>>>>>")


class BaselineError(ValueError):
    """A baseline that cannot be used; the message says why and what to do, without the path."""


class Entry(NamedTuple):
    """An old finding. path: of its file, from the baseline's folder, with forward slashes.
    text: how its place began, for people."""

    path: str
    id: str | None
    rule: str
    fingerprint: str
    text: str


_Article = tuple[str, str | None]
_Content = tuple[str, str]


def read_baseline(path: str) -> tuple[Entry, ...]:
    """The entries of a baseline file. Raises BaselineError."""
    try:
        content = read_at_most(path, LARGEST_FILE).decode("utf-8-sig")
    except FileNotFoundError:
        raise BaselineError(
            f"there is no such file; write it with `mtcheck baseline PATH --output {path}`"
        ) from None
    except OSError as error:
        raise BaselineError(f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise BaselineError("is no baseline: it is not UTF-8; write it anew") from None
    return _parsed(content)


def _parsed(content: str) -> tuple[Entry, ...]:
    for number, line in enumerate(content.splitlines(), 1):
        if line.startswith(_CONFLICTS):
            raise BaselineError(
                f"line {number}: holds the marks of a merge conflict; keep the lines of both "
                "sides, and `mtcheck baseline --update` takes out what is gone"
            )
    try:
        stored = json.loads(content)
    except (ValueError, RecursionError) as error:
        line = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise BaselineError(f"{line}is no JSON; take the file from your history") from None
    version = stored.get("version") if isinstance(stored, dict) else None
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BaselineError("is no baseline of mtcheck: it has no version")
    if version > _VERSION:
        raise BaselineError(
            f"was written by a newer mtcheck (version {version} of the format, this one reads "
            f"{_VERSION}); update mtcheck"
        )
    findings = stored.get("findings")
    if not isinstance(findings, list):
        raise BaselineError("is no baseline of mtcheck: it has no list of findings")
    return tuple(_entry(number, each) for number, each in enumerate(findings, 1))


def _entry(number: int, stored: Any) -> Entry:
    fields = stored if isinstance(stored, dict) else {}
    path, rule, fingerprint = (fields.get(name) for name in ("path", "rule", "fingerprint"))
    id, text = fields.get("id"), fields.get("text", "")
    if (
        isinstance(path, str)
        and isinstance(rule, str)
        and isinstance(fingerprint, str)
        and isinstance(id, str | None)
        and isinstance(text, str)
    ):
        return Entry(path, id, rule, fingerprint, text)
    raise BaselineError(
        f"finding {number} of its list has no path, rule and fingerprint; take the file from "
        "your history"
    )


def baseline_text(entries: Iterable[Entry]) -> str:
    """A baseline file: an entry a line, in order, so that a change is seen and merged as such."""
    listed = sorted(entries, key=lambda entry: (entry.path, entry.id or "", *entry[2:]))
    lines = ",\n".join(f"    {_line(entry)}" for entry in listed)
    body = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {_VERSION},\n  "findings": {body}\n}}\n'


def _line(entry: Entry) -> str:
    fields = {name: value for name, value in entry._asdict().items() if value is not None}
    return json.dumps(fields, ensure_ascii=False)


def entries_of(documents: Iterable[DocumentReport], folder: str) -> list[Entry]:
    """The findings of a run as entries. folder: that of the baseline file."""
    return [
        _entry_of(finding, (stored_path(document.path or "", folder), document.id))
        for document in documents
        for finding in document.findings
    ]


def _entry_of(finding: Finding, article: _Article) -> Entry:
    text = " ".join(finding.text.split())
    excerpt = text if len(text) <= _LONGEST_EXCERPT else f"{text[: _LONGEST_EXCERPT - 1]}…"
    return Entry(*article, finding.rule, finding.fingerprint, excerpt)


def stored_path(path: str, folder: str) -> str:
    """The path from the folder, with forward slashes; that of another drive stays whole."""
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:
        relative = str(Path(path).absolute())
    return relative.replace(os.sep, "/")


class OldFindings:
    """What a run sees of a baseline: which of its entries are still found, and which are gone.

    An article whose file was moved or renamed is known by what it holds: it takes the entries of
    the one file that is no longer there and that had at least half of its findings in it.
    """

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        self.path = path
        self._folder = str(Path(path).absolute().parent)
        self._of: dict[_Article, Counter[_Content]] = {}
        self._entries: dict[tuple[_Article, _Content], Entry] = {}
        for entry in entries:
            article, content = (entry.path, entry.id), (entry.rule, entry.fingerprint)
            self._of.setdefault(article, Counter())[content] += 1
            self._entries[article, content] = entry
        self._left = {article: Counter(old) for article, old in self._of.items()}
        self._asked: dict[_Article, set[str]] = {}
        self._moved: dict[_Article, _Article] = {}
        self._files: set[str] = set()
        self._unread: set[str] = set()

    def parted(
        self, path: str | None, id: str | None, findings: Sequence[Finding], asked: Iterable[str]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """(the new findings of an article, the old ones). asked: the rules that read it."""
        here = (stored_path(path or "", self._folder), id)
        asked = set(asked)
        self._files.add(here[0])
        article = self._known_as(here, findings, asked)
        self._asked.setdefault(article, set()).update(asked)
        left = self._left.get(article)
        new: list[Finding] = []
        old: list[Suppressed] = []
        for finding in findings:
            content = (finding.rule, finding.fingerprint)
            if left and left[content]:
                left[content] -= 1
                old.append(Suppressed(finding, "baseline"))
            else:
                new.append(finding)
        return tuple(new), tuple(old)

    def _known_as(self, here: _Article, findings: Sequence[Finding], asked: set[str]) -> _Article:
        if here in self._of or not self._of:
            return here
        if here not in self._moved:
            self._moved[here] = self._former(findings, asked) or here
        return self._moved[here]

    def _former(self, findings: Sequence[Finding], asked: set[str]) -> _Article | None:
        """The article of a file that is gone which these findings were found in."""
        found = Counter((finding.rule, finding.fingerprint) for finding in findings)
        taken = set(self._moved.values())
        best: list[tuple[int, _Article]] = []
        for article, old in self._of.items() if found else ():
            if shared := (found & old).total():
                expected = sum(count for (rule, _), count in old.items() if rule in asked)
                if 2 * shared >= expected and article not in taken and self._is_gone(article[0]):
                    best.append((shared, article))
        best.sort(key=lambda each: -each[0])
        is_clear = len(best) == 1 or (len(best) > 1 and best[0][0] > best[1][0])
        return best[0][1] if is_clear else None

    def _is_gone(self, path: str) -> bool:
        return path != "-" and not os.path.lexists(Path(self._folder) / path)

    def counts(self) -> tuple[int, int]:
        """(how many old findings are left, how many are gone) of those that the run looked for."""
        found = sum(self._of[a].total() - left.total() for a, left in self._left.items())
        gone = sum(
            count
            for article, left in self._left.items()
            for content, count in left.items()
            if count and self._is_mended(article, content)
        )
        return found, gone

    def remaining(self) -> list[Entry]:
        """The entries without those that are gone; an article that moved has its new path."""
        moved_to = {former: here for here, former in self._moved.items()}
        kept = []
        for (article, content), entry in self._entries.items():
            count = self._of[article][content]
            if self._is_mended(article, content):
                count -= self._left[article][content]
            path, id = moved_to.get(article, article)
            kept += [entry._replace(path=path, id=id)] * count
        return kept

    def unread(self, path: str) -> None:
        """A file, or a part of it, could not be read: what it holds is not known."""
        self._unread.add(stored_path(path, self._folder))

    def failed(self, path: str | None, id: str | None, rules: Iterable[str]) -> None:
        """Rules that broke down on an article: what they would have found is not known."""
        here = (stored_path(path or "", self._folder), id)
        self._asked.get(self._moved.get(here, here), set()).difference_update(rules)

    def _is_mended(self, article: _Article, content: _Content) -> bool:
        """Was it looked for, and not found? Where its file is gone, it is gone with it."""
        if article in self._asked:
            return content[0] in self._asked[article]
        if article[0] in self._unread:
            return False
        return article[0] in self._files or self._is_gone(article[0])
