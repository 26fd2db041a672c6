"""What an editor offers to do about a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from lsprotocol.types import (
    CodeAction,
    CodeActionContext,
    CodeActionKind,
    Command,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from mtcheck.fix import apply_fixes, compatible
from mtcheck.lsp.ignoring import ignoring
from mtcheck.lsp.places import Placed
from mtcheck.lsp.positions import LineTable
from mtcheck.rule import Edit, Fix

FIX_ALL = f"{CodeActionKind.SourceFixAll.value}.mtcheck"
KINDS = (CodeActionKind.QuickFix, FIX_ALL)
EXPLAIN, TURN_OFF = "mtcheck.explain", "mtcheck.turnOff"
"""Commands that the server carries out."""
_MOST_ROUNDS = 5
_LONGEST_TITLE = 60


class Target(NamedTuple):
    """The state of a document that edits are made for.

    version: the editor's; None where it does not take edits of a version.
    """

    uri: str
    path: str
    version: int | None
    lines: LineTable


Offered = tuple[Placed, Diagnostic]


def actions_at(
    offered: Sequence[Offered], target: Target, *, commands: Iterable[str]
) -> list[CodeAction]:
    """What can be done about the findings at a place: what mends them first, then the rest.

    commands: those of the server that the editor can use.
    """
    fixes = [_fixing(placed, shown, target) for placed, shown in offered]
    found = [action for action in fixes if action]
    found.sort(key=lambda action: not action.is_preferred)
    for placed, shown in offered:
        found += _ignoring(placed, shown, target)
    for rule in dict.fromkeys(placed.finding.rule for placed, _ in offered):
        about = [shown for placed, shown in offered if placed.finding.rule == rule]
        if TURN_OFF in commands:
            title = f"Turn off {rule} in the configuration"
            found.append(_commanded(title, TURN_OFF, [rule, target.uri], about))
        if EXPLAIN in commands:
            title = f"Explain {rule}"
            found.append(_commanded(title, EXPLAIN, [rule, target.uri], about))
    return found


def fix_all(
    findings: Iterable[Placed], target: Target, check: Callable[[str], Iterable[Placed]]
) -> CodeAction | None:
    """Mend all that is safe to mend. check: finds what is left in a mended text."""
    before = target.lines.text
    fixes = _safe(findings)
    text = apply_fixes(before, fixes)
    edits = [edit for fix in compatible(fixes) for edit in fix.edits]
    for _ in range(_MOST_ROUNDS - 1):
        if text == before or not (more := _safe(check(text))):
            break
        text = apply_fixes(text, more)
        edits = [_difference(before, text)]
    if text == before:
        return None
    return CodeAction(
        title="Mend everything that is safe to mend",
        kind=FIX_ALL,
        edit=workspace_edit(edits, target),
    )


def is_asked(kind: CodeActionKind | str, context: CodeActionContext) -> bool:
    """Does the editor ask for actions of the kind? Without a choice it takes all."""
    value = kind.value if isinstance(kind, CodeActionKind) else kind
    asked = [
        each.value if isinstance(each, CodeActionKind) else each for each in context.only or ()
    ]
    return not asked or any(value == each or value.startswith(f"{each}.") for each in asked)


def _name(kind: CodeActionKind | str) -> str:
    return kind.value if isinstance(kind, CodeActionKind) else kind


def workspace_edit(edits: Iterable[Edit], target: Target) -> WorkspaceEdit:
    changed = [
        TextEdit(target.lines.range(edit.start, edit.end), edit.text) for edit in sorted(edits)
    ]
    if target.version is None:
        return WorkspaceEdit(changes={target.uri: changed})
    document = OptionalVersionedTextDocumentIdentifier(uri=target.uri, version=target.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, changed)])


def _fixing(placed: Placed, shown: Diagnostic, target: Target) -> CodeAction | None:
    if placed.fix is None:
        return None
    return CodeAction(
        title=_title(placed, placed.fix, target.lines.text),
        kind=CodeActionKind.QuickFix,
        diagnostics=[shown],
        is_preferred=placed.fix.safe or None,
        edit=workspace_edit(placed.fix.edits, target),
    )


def _title(placed: Placed, fix: Fix, text: str) -> str:
    """What the fix does; that it chooses words is said, so that somebody reads them."""
    edit = fix.edits[0]
    old = _short(text[edit.start : edit.end])
    if old and all(not each.text for each in fix.edits):
        done = f"Delete “{old}”"
    elif len(fix.edits) == 1 and old and edit.text.strip():
        done = f"Change “{old}” to “{_short(edit.text)}”"
    else:
        done = f"Mend {placed.finding.rule}"
        if placed.finding.suggestion:
            done += f": {_short(placed.finding.suggestion)}"
    return done if fix.safe else f"{done} (chooses words: read it again)"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"


def _ignoring(placed: Placed, shown: Diagnostic, target: Target) -> list[CodeAction]:
    way = ignoring(placed, target.path, target.lines)
    if way is None:
        return []
    return [
        CodeAction(
            title=way.title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[shown],
            edit=workspace_edit([way.edit], target),
        )
    ]


def _commanded(
    title: str, command: str, arguments: list[str], about: list[Diagnostic]
) -> CodeAction:
    return CodeAction(
        title=title,
        kind=CodeActionKind.QuickFix,
        diagnostics=about,
        command=Command(title, command, arguments=list(arguments)),
    )


def _safe(findings: Iterable[Placed]) -> list[Fix]:
    return [placed.fix for placed in findings if placed.fix and placed.fix.safe]


def _difference(before: str, after: str) -> Edit:
    """One edit from a text to another, without the beginning and the end that they share."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - start
    same = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return Edit(start, len(before) - same, after[start : len(after) - same])
