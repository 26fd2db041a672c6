"""The edit of a configuration file that turns a rule off."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from lsprotocol.types import (
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)
from pygls.uris import from_fs_path

from mtcheck.config import ConfigError
from mtcheck.lsp.checking import configuration_of
from mtcheck.lsp.client_settings import ClientSettings
from mtcheck.lsp.positions import LineTable
from mtcheck.rule import Edit

_PROJECT_TABLE = re.compile(r"(?m)^[ \t]*\[[ \t]*tool\.mtcheck[ \t]*\][^\n]*(?:\n|$)")
_ANY_TABLE = re.compile(r"(?m)^[ \t]*\[")
_LISTS = tuple(
    re.compile(rf"(?m)^[ \t]*{key}[ \t]*=[ \t]*\[") for key in ("extend-ignore", "ignore")
)


def turning_off(rule: str, path: str, folder: str, settings: ClientSettings) -> WorkspaceEdit:
    """Add the rule to what is ignored for the file at the path; where it has no configuration, a
    mtcheck.toml in the folder begins one.

    Raises ConfigError where the configuration cannot be read or edited, OSError likewise.
    """
    name = configuration_of(path, settings).file_of(path)
    if name is None:
        new = Path(folder) / "mtcheck.toml"
        uri = from_fs_path(str(new)) or ""
        edit = TextEdit(LineTable("", "utf-16").range(0, 0), f'ignore = ["{rule}"]\n')
        created = CreateFile(uri=uri, options=CreateFileOptions(ignore_if_exists=True))
        return WorkspaceEdit(document_changes=[created, _of(uri, edit)])
    file = Path(name).absolute()
    content = file.read_bytes().decode("utf-8")
    change = ignoring(content, rule, is_project=file.name == "pyproject.toml")
    if change is None:
        raise ConfigError(f'{name}: add "{rule}" to its `ignore` by hand; its form is not plain')
    # Up to that place a configuration may hold any letters: what the editor counts in is not
    # known to matter, for the edit begins where a line does or after plain ASCII.
    edit = TextEdit(LineTable(content, "utf-16").range(change.start, change.end), change.text)
    return WorkspaceEdit(document_changes=[_of(from_fs_path(str(file)) or "", edit)])


def _of(uri: str, edit: TextEdit) -> TextDocumentEdit:
    return TextDocumentEdit(OptionalVersionedTextDocumentIdentifier(uri=uri), [edit])


def ignoring(content: str, rule: str, *, is_project: bool) -> Edit | None:
    """The edit that makes the rule one of those that the file ignores; None where no simple edit
    does that."""
    start = 0
    if is_project:
        table = _PROJECT_TABLE.search(content)
        if table is None:
            return None
        start = table.end()
    following = _ANY_TABLE.search(content, start)
    end = following.start() if following else len(content)
    edit = Edit(start, start, f'ignore = ["{rule}"]\n')
    for pattern in _LISTS:
        if found := pattern.search(content, start, end):
            is_empty = content[found.end() :].lstrip()[:1] == "]"
            edit = Edit(found.end(), found.end(), f'"{rule}"' if is_empty else f'"{rule}", ')
            break
    changed = content[: edit.start] + edit.text + content[edit.end :]
    return edit if _ignores(changed, rule, is_project) else None


def _ignores(content: str, rule: str, is_project: bool) -> bool:
    try:
        table = tomllib.loads(content.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        return False
    if is_project:
        table = table.get("tool", {}).get("mtcheck", {})
    return rule in (*table.get("ignore", ()), *table.get("extend-ignore", ()))
