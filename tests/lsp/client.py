"""A client that starts the server as an editor does and speaks with it over its pipes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

WAIT = 20


class Editor(LanguageClient):
    """What the server published, by document, and what it asked."""

    def __init__(self, settings: object = None) -> None:
        super().__init__("editor", "1")
        self.settings = settings
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.logged: list[str] = []
        self.shown: list[str] = []
        self.pages: list[str] = []
        self.applied: list[types.WorkspaceEdit] = []
        self.registered: list[str] = []
        self.refreshed = 0
        self._news = asyncio.Condition()
        self._answer()

    def _answer(self) -> None:
        """What an editor does when the server asks or tells."""

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def published(params: types.PublishDiagnosticsParams) -> None:
            async with self._news:
                self.published[params.uri] = params
                self._news.notify_all()

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params: types.LogMessageParams) -> None:
            self.logged.append(params.message)

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(params: types.ShowMessageParams) -> None:
            self.shown.append(params.message)

        @self.feature(types.WORKSPACE_CONFIGURATION)
        def asked(params: types.ConfigurationParams) -> list[object]:
            return [self.settings for _ in params.items]

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def registered(params: types.RegistrationParams) -> None:
            self.registered += [each.method for each in params.registrations]

        @self.feature(types.WINDOW_SHOW_DOCUMENT)
        def page(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.pages.append(params.uri)
            return types.ShowDocumentResult(success=True)

        @self.feature(types.WORKSPACE_APPLY_EDIT)
        def edit(params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
            self.applied.append(params.edit)
            return types.ApplyWorkspaceEditResult(applied=True)

        @self.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def refresh(params: None) -> None:
            self.refreshed += 1

    async def until(
        self, uri: str, fits: Callable[[types.PublishDiagnosticsParams], bool]
    ) -> list[types.Diagnostic]:
        """The diagnostics of the document, once they fit."""
        async with self._news:
            await asyncio.wait_for(
                self._news.wait_for(lambda: uri in self.published and fits(self.published[uri])),
                WAIT,
            )
            return list(self.published[uri].diagnostics)

    async def found(self, uri: str, version: int) -> list[types.Diagnostic]:
        """The diagnostics of that version."""
        return await self.until(uri, lambda params: params.version == version)

    def open(self, uri: str, text: str, language: str = "plaintext", version: int = 1) -> None:
        item = types.TextDocumentItem(uri, language, version, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, uri: str, text: str, version: int) -> None:
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(uri=uri, version=version),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def actions(
        self, uri: str, where: types.Range, only: list[str] | None = None
    ) -> list[types.CodeAction]:
        """What is offered. (lsprotocol takes an action that carries a command for a bare Command;
        its title is right all the same.)"""
        answer = await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(uri),
                where,
                types.CodeActionContext(diagnostics=[], only=only),
            )
        )
        return list(answer or [])

    async def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        return await self.text_document_hover_async(
            types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(line, character))
        )

    def exit_code(self) -> int | None:
        return self._server.returncode if self._server else None


def capabilities(
    encodings: tuple[str, ...] = ("utf-16",), *, pull: bool = False, asked: bool = False
) -> types.ClientCapabilities:
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(name) for name in encodings]
        ),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pull else None
        ),
        workspace=types.WorkspaceClientCapabilities(
            apply_edit=True,
            configuration=asked,
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                dynamic_registration=True
            ),
        ),
        window=types.WindowClientCapabilities(
            show_document=types.ShowDocumentClientCapabilities(support=True)
        ),
    )


@asynccontextmanager
async def editor(
    folder: Path,
    *,
    client: types.ClientCapabilities | None = None,
    options: object = None,
    settings: Any = None,
) -> AsyncIterator[Editor]:
    """An editor with the folder open; ends the server in order."""
    started = Editor(settings)
    await started.start_io(sys.executable, "-m", "mtcheck", "lsp", "--stdio")
    try:
        await asyncio.wait_for(
            started.initialize_async(
                types.InitializeParams(
                    capabilities=client or capabilities(),
                    initialization_options=options,
                    workspace_folders=[types.WorkspaceFolder(folder.as_uri(), "news")],
                )
            ),
            WAIT,
        )
        started.initialized(types.InitializedParams())
        yield started
        await asyncio.wait_for(started.shutdown_async(None), WAIT)
        started.exit(None)
        assert started._server is not None
        await asyncio.wait_for(started._server.wait(), WAIT)
    finally:
        if started._server and started._server.returncode is None:
            started._server.kill()
        await started.stop()


def applied(text: str, edits: list[types.TextEdit], encoding: str = "utf-16-le") -> str:
    """The text after the edits, as an editor that counts in UTF-16 (or UTF-8) makes them."""
    lines = text.splitlines(keepends=True)
    width = {"utf-16-le": 2, "utf-8": 1}[encoding]

    def offset(position: types.Position) -> int:
        before = "".join(lines[: position.line])
        line = lines[position.line] if position.line < len(lines) else ""
        data = line.encode(encoding)[: position.character * width]
        return len(before) + len(data.decode(encoding))

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        start, end = offset(edit.range.start), offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text
