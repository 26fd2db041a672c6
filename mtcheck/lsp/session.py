"""What the server knows of one client: its settings, its documents, what was found in them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.uris import from_fs_path, to_fs_path

from mtcheck.config import ConfigError
from mtcheck.lsp.actions import EXPLAIN, FIX_ALL, TURN_OFF, Target, actions_at, fix_all, is_asked
from mtcheck.lsp.checking import Checked, check
from mtcheck.lsp.client_settings import SECTION, ClientSettings, read_client_settings
from mtcheck.lsp.diagnostics import diagnostic
from mtcheck.lsp.documentation import documentation_site, explanation, hover_text, page_of
from mtcheck.lsp.documents import path_of
from mtcheck.lsp.positions import LineTable
from mtcheck.lsp.schedule import Check, Schedule
from mtcheck.lsp.turning_off import turning_off

if TYPE_CHECKING:
    from pygls.lsp.server import LanguageServer
    from pygls.workspace import TextDocument

_CONFIGURATION_NAMES = ("mtcheck.toml", ".mtcheck.toml", "pyproject.toml")


def offers(server: LanguageServer, capability: str) -> bool:
    """Can the client do it? capability: "workspace.configuration"."""
    return bool(get_capability(server.client_capabilities, capability))


class Session:
    """given: what the client sent as settings when it began. is_ended: it wants to go."""

    def __init__(self, server: LanguageServer) -> None:
        self.server = server
        self.given: object = None
        self.is_ended = False
        self.schedule = Schedule(self._prepare, self._finished)
        self._asking: dict[str | None, asyncio.Task[ClientSettings]] = {}
        self._by_folder: dict[str | None, ClientSettings] = {}
        self._told: dict[str, tuple[str, ...]] = {}
        self._site = documentation_site()
        self._pages = ""

    @property
    def is_pulled(self) -> bool:
        """Does the client ask for diagnostics itself?"""
        return offers(self.server, "text_document.diagnostic")

    # Settings

    async def configure(self, sent: object = None) -> None:
        """The settings may have changed: take them, and check every document anew. sent: with the
        message itself, by clients that cannot be asked."""
        if isinstance(sent, dict) and sent:
            self.given = sent
        self._asking.clear()
        self.check_all()

    async def _settings_of(self, uri: str, folder: str | None) -> ClientSettings:
        """The settings in the workspace folder; the client is asked once for each."""
        if folder not in self._asking:
            self._asking[folder] = asyncio.create_task(self._asked_for(uri, folder))
        # A check that is called off must not call off the question: others wait for its answer.
        return await asyncio.shield(self._asking[folder])

    async def _asked_for(self, uri: str, folder: str | None) -> ClientSettings:
        """What the client answers goes before what it sent at the beginning."""
        settings, problems = read_client_settings(self.given, folder)
        if offers(self.server, "workspace.configuration"):
            item = types.ConfigurationItem(scope_uri=uri, section=SECTION)
            answer = await self.server.workspace_configuration_async(
                types.ConfigurationParams([item])
            )
            asked, more = read_client_settings(answer[0] if answer else None, folder)
            settings = settings.under(asked)
            problems += more
        self._by_folder[folder] = settings
        self._tell(f"settings of {folder}", problems, shown=True)
        return settings

    def _folder_of(self, uri: str) -> str | None:
        """The workspace folder that holds the document; of one that none holds, the first."""
        folders = [to_fs_path(folder) or "" for folder in self.server.workspace.folders]
        path = to_fs_path(uri) or "" if uri.startswith("file:") else ""
        holding = [folder for folder in folders if path and Path(path).is_relative_to(folder)]
        return max(holding, key=len, default=None) or (
            folders[0] if folders else self.server.workspace.root_path
        )

    # Documents

    def changed(self, uri: str) -> None:
        settings = self._by_folder.get(self._folder_of(uri))
        if settings is None or settings.on_type:
            self.schedule.soon(uri)

    def saved(self, uri: str) -> None:
        self.schedule.soon(uri, now=True)
        self.files_changed([to_fs_path(uri) or ""])

    def closed(self, uri: str) -> None:
        self.schedule.forget(uri)
        self._told.pop(uri, None)
        if not self.is_pulled:
            self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def files_changed(self, paths: Iterable[str]) -> None:
        """Check what depends on the files: everything on a configuration, on another text the
        documents that are compared with their source or reference."""
        if any(Path(path).name in _CONFIGURATION_NAMES for path in paths):
            self.check_all()
            return
        for uri in list(self.server.workspace.text_documents):
            last = self.schedule.last(uri)
            if last and last.is_beside:
                self.schedule.soon(uri)

        self._refresh()

    def check_all(self) -> None:
        for uri in list(self.server.workspace.text_documents):
            self.schedule.soon(uri, now=True)
        self._refresh()

    def _refresh(self) -> None:
        """Let a client that asks for diagnostics itself ask again."""
        if self.is_pulled and offers(self.server, "workspace.diagnostics.refresh_support"):
            self.server.workspace_diagnostic_refresh(None)

    def _document(self, uri: str) -> TextDocument | None:
        documents: dict[str, TextDocument] = self.server.workspace.text_documents
        return documents.get(uri)

    def _path(self, uri: str) -> str:
        document = self._document(uri)
        return path_of(uri, document.language_id if document else None, self._folder_of(uri))

    def _lines(self, text: str) -> LineTable:
        encoding = self.server.workspace.position_encoding or "utf-16"
        return LineTable(text, getattr(encoding, "value", encoding))

    # Checks

    async def _prepare(self, uri: str) -> Check | None:
        settings = await self._settings_of(uri, self._folder_of(uri))
        document = self._document(uri)
        if document is None:
            return None
        return partial(check, document.source, self._path(uri), settings)

    def _finished(self, uri: str, checked: Checked) -> None:
        document = self._document(uri)
        if document is None:
            return
        self._tell(uri, checked.problems, shown=not checked.is_configured)
        if not self.is_pulled and document.source == checked.content:
            shown = self._diagnostics(uri, checked)
            self.server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, shown, document.version)
            )

    def _diagnostics(self, uri: str, checked: Checked) -> list[types.Diagnostic]:
        lines = self._lines(checked.content)
        return [
            diagnostic(placed, lines, uri, page_of(placed.finding.rule, self._site))
            for placed in checked.findings
        ]

    def _tell(self, about: str, problems: Iterable[str], *, shown: bool) -> None:
        """Each problem once: into the log, and before the user's eyes where the user set it."""
        told = tuple(problems)
        if told == self._told.get(about, ()):
            return
        self._told[about] = told
        for problem in told:
            line = f"mtcheck: {problem}"
            if shown:
                self.server.window_show_message(
                    types.ShowMessageParams(types.MessageType.Warning, line)
                )
            self.server.window_log_message(types.LogMessageParams(types.MessageType.Warning, line))

    # Answers

    async def pulled(self, uri: str) -> types.RelatedFullDocumentDiagnosticReport:
        """What was found in the document, for a client that asks."""
        checked = await self.schedule.settled(uri)
        return types.RelatedFullDocumentDiagnosticReport(
            self._diagnostics(uri, checked) if checked else []
        )

    async def _present(self, uri: str, *, asked_for: bool) -> Checked | None:
        """What was found in the present state. asked_for: check it, even where that waits for the
        file to be saved."""
        document, last = self._document(uri), await self.schedule.settled(uri)
        if document and asked_for and (last is None or last.content != document.source):
            self.schedule.soon(uri, now=True)
            last = await self.schedule.settled(uri)
        document = self._document(uri)
        return last if last and document and last.content == document.source else None

    async def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        checked = await self._present(uri, asked_for=False)
        if checked is None:
            return None
        lines = self._lines(checked.content)
        at = lines.offset(position)
        here = [placed for placed in checked.findings if placed.start <= at <= placed.end]
        if not here:
            return None
        inside = [placed for placed in here if at < placed.end] or here
        texts = [hover_text(placed, checked.rules.get(placed.finding.rule)) for placed in inside]
        return types.Hover(
            types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts)),
            lines.range(min(p.start for p in inside), max(p.end for p in inside)),
        )

    async def actions(
        self, uri: str, asked: types.Range, context: types.CodeActionContext
    ) -> list[types.CodeAction]:
        wants_all = is_asked(FIX_ALL, context)
        checked = await self._present(uri, asked_for=wants_all and bool(context.only))
        document = self._document(uri)
        if checked is None or document is None:
            return []
        lines = self._lines(checked.content)
        takes_version = offers(self.server, "workspace.workspace_edit.document_changes")
        version = document.version if takes_version else None
        target = Target(uri, self._path(uri), version, lines)
        found: list[types.CodeAction] = []
        if is_asked(types.CodeActionKind.QuickFix, context):
            start, end = lines.offset(asked.start), lines.offset(asked.end)
            shown = zip(checked.findings, self._diagnostics(uri, checked), strict=True)
            here = [(p, d) for p, d in shown if p.start <= end and start <= p.end]
            found += actions_at(here, target, commands=self._commands())
        if wants_all:
            settings = await self._settings_of(uri, self._folder_of(uri))
            mended: list[types.CodeAction | None] = []
            again = partial(check, path=target.path, settings=settings)
            await self.schedule.aside(
                lambda: mended.append(
                    fix_all(checked.findings, target, lambda text: again(text).findings)
                )
            )
            found += [action for action in mended if action]
        return found

    def _commands(self) -> list[str]:
        can_show = offers(self.server, "window.show_document.support")
        can_edit = offers(self.server, "workspace.apply_edit")
        return [EXPLAIN] * can_show + [TURN_OFF] * can_edit

    async def explain(self, name: str, uri: str) -> None:
        """Show the rule's documentation: its page, or here a file with the same words."""
        from mtcheck.registry import find_rule

        address = page_of(name, self._site)
        if address is None:
            self._pages = self._pages or mkdtemp(prefix="mtcheck-")
            page = Path(self._pages) / f"{name}.md"
            last = self.schedule.last(uri)
            rule = (last.rules.get(name) if last else None) or find_rule(name)
            page.write_text(explanation(rule), encoding="utf-8")
            address = from_fs_path(str(page)) or ""
        await self.server.window_show_document_async(
            types.ShowDocumentParams(address, external=self._site is not None, take_focus=True)
        )

    async def turn_off(self, name: str, uri: str) -> None:
        """Add the rule to what the configuration of the document ignores."""
        path = self._path(uri)
        settings = await self._settings_of(uri, self._folder_of(uri))
        try:
            edit = turning_off(name, path, self._folder_of(uri) or str(Path(path).parent), settings)
        except (ConfigError, OSError) as error:
            self._tell(f"turning off {name}", [str(error)], shown=True)
            return
        await self.server.workspace_apply_edit_async(
            types.ApplyWorkspaceEditParams(edit, f"Turn off {name}")
        )
