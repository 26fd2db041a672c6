"""The server: what the editor sends, and what is answered."""

from __future__ import annotations

import sys
from functools import partial

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from mtcheck import __version__
from mtcheck.lsp.actions import EXPLAIN, KINDS, TURN_OFF
from mtcheck.lsp.session import Session, offers
from mtcheck.readers.detect import SUFFIXES

_CONFIGURATIONS = "**/{mtcheck.toml,.mtcheck.toml,pyproject.toml}"


def serve(address: tuple[str, int] | None = None) -> bool:
    """Serve one client to its end, over standard input and output or at an address (host, port).

    Did the client end it in order? Raises OSError for an address that is not to be had.
    """
    server, session = make_server()
    if address is None:
        protocol_out = sys.stdout.buffer
        sys.stdout = sys.stderr  # what a rule of others prints must not break the protocol
        server.start_io(sys.stdin.buffer, protocol_out)
    else:
        server.start_tcp(*address)
    return session.is_ended


def make_server() -> tuple[LanguageServer, Session]:
    """A server for one client, and what it knows of it."""
    # Whole texts, no pieces: pygls applies pieces by Python's lines, which end at characters
    # (U+2028, U+0085, form feed) that end none for an editor.
    server = LanguageServer(
        "mtcheck", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    session = Session(server)

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        session.given = params.initialization_options
        if session.is_pulled:
            options = types.DiagnosticOptions(
                identifier="mtcheck", inter_file_dependencies=True, workspace_diagnostics=False
            )

            @server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)
            async def pulled(
                params: types.DocumentDiagnosticParams,
            ) -> types.RelatedFullDocumentDiagnosticReport:
                return await session.pulled(params.text_document.uri)

    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        await _register(server)
        await session.configure()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        session.schedule.soon(params.text_document.uri, now=True)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        session.changed(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        session.saved(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        session.closed(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: types.DidChangeConfigurationParams) -> None:
        await session.configure(params.settings)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        session.files_changed([to_fs_path(change.uri) or "" for change in params.changes])

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        await session.configure()

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await session.hover(params.text_document.uri, params.position)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=list(KINDS))
    )
    async def code_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await session.actions(params.text_document.uri, params.range, params.context)

    @server.command(EXPLAIN)
    async def explain(rule: str, uri: str) -> None:
        await session.explain(rule, uri)

    @server.command(TURN_OFF)
    async def turn_off(rule: str, uri: str) -> None:
        await session.turn_off(rule, uri)

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        session.is_ended = True
        session.schedule.stop()

    return server, session


async def _register(server: LanguageServer) -> None:
    """Ask to be told of files and settings that change, where the client can do that."""
    can = partial(offers, server)
    registrations = []
    if can("workspace.did_change_watched_files.dynamic_registration"):
        articles = f"**/*.{{{','.join(suffix.removeprefix('.') for suffix in SUFFIXES)}}}"
        watchers = [types.FileSystemWatcher(pattern) for pattern in (_CONFIGURATIONS, articles)]
        registrations.append(
            types.Registration(
                "mtcheck-files",
                types.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                types.DidChangeWatchedFilesRegistrationOptions(watchers),
            )
        )
    if can("workspace.did_change_configuration.dynamic_registration"):
        registrations.append(
            types.Registration(
                "mtcheck-settings",
                types.WORKSPACE_DID_CHANGE_CONFIGURATION,
                {"section": "mtcheck"},
            )
        )
    if registrations:
        await server.client_register_capability_async(types.RegistrationParams(registrations))
