"""The server as an editor has it: started as a process, spoken with over its pipes."""

from __future__ import annotations

import asyncio
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.client import WAIT, Editor, applied, capabilities, editor

DOUBLED = "😀 Talks open 😀\r\n\r\n😀 Talks open 😀\r\n\r\nHe said “😀 it &nbsp; is” so.\r\n"
OPTIONS = {"language": "en", "select": ["duplicated-headline", "html-entity"]}


def at(diagnostic: types.Diagnostic) -> tuple[int, int, int, int]:
    start, end = diagnostic.range.start, diagnostic.range.end
    return start.line, start.character, end.line, end.character


def everywhere() -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(999, 0))


def titles(actions: list[types.CodeAction]) -> list[str]:
    return [action.title for action in actions]


def test_an_editor_at_work(tmp_path: Path) -> None:
    """Open, look, mend, type, save, configure, close: one server, as in a day."""

    async def work() -> int | None:
        async with editor(tmp_path, options=OPTIONS) as one:
            uri = (tmp_path / "a.txt").as_uri()
            one.open(uri, DOUBLED)
            copy, entity = await one.found(uri, 1)
            # An emoji is two units of UTF-16.
            assert (at(copy), at(entity)) == ((2, 0, 2, 16), (4, 15, 4, 21))
            assert copy.code == "duplicated-headline" and copy.source == "mtcheck"
            assert copy.severity == types.DiagnosticSeverity.Warning
            assert copy.tags and list(copy.tags) == [types.DiagnosticTag.Unnecessary]
            assert copy.related_information and copy.related_information[0].location.range == (
                types.Range(types.Position(0, 0), types.Position(0, 16))
            )

            hover = await one.hover(uri, 4, 16)
            assert hover and isinstance(hover.contents, types.MarkupContent)
            assert "**html-entity**" in hover.contents.value
            assert "\n\n**Why:** " in hover.contents.value
            assert "\n\n**Legitimate:** " in hover.contents.value
            assert hover.range == entity.range
            assert await one.hover(uri, 4, 0) is None

            offered = await one.actions(uri, entity.range)
            assert offered[0].is_preferred and offered[0].kind == types.CodeActionKind.QuickFix
            assert offered[0].edit and offered[0].edit.changes
            mended = applied(DOUBLED, list(offered[0].edit.changes[uri]))
            assert mended == DOUBLED.replace("&nbsp;", "")
            assert "Turn off html-entity in the configuration" in titles(offered)

            (everything,) = await one.actions(uri, everywhere(), ["source.fixAll"])
            assert everything.kind == "source.fixAll.mtcheck"
            assert everything.edit and everything.edit.changes
            clean = applied(DOUBLED, list(everything.edit.changes[uri]))
            one.change(uri, clean, 2)
            assert await one.found(uri, 2) == []
            assert await one.actions(uri, everywhere()) == []

            # Only the newest of many states counts.
            for version in range(3, 30):
                one.change(uri, clean + "x" * version, version)
            one.change(uri, clean + "&nbsp; so.", 30)
            assert len(await one.found(uri, 30)) == 1
            assert one.published[uri].version == 30

            # A configuration file that appears is in force at once.
            (tmp_path / "mtcheck.toml").write_text('ignore = ["html-entity"]\n')
            one.workspace_did_change_configuration(
                types.DidChangeConfigurationParams({"mtcheck": {"language": "en"}})
            )
            assert await one.until(uri, lambda params: not params.diagnostics) == []

            # A broken one is told, and the server lives.
            (tmp_path / "mtcheck.toml").write_text('confidenec = "high"\n')
            one.workspace_did_change_watched_files(
                types.DidChangeWatchedFilesParams(
                    [
                        types.FileEvent(
                            (tmp_path / "mtcheck.toml").as_uri(), types.FileChangeType.Changed
                        )
                    ]
                )
            )
            one.change(uri, clean, 31)
            await one.found(uri, 31)
            assert any("did you mean confidence" in line for line in one.shown)
            assert types.WORKSPACE_DID_CHANGE_WATCHED_FILES in one.registered

            one.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            assert len(one.shown) == 1
        return one.exit_code()

    assert asyncio.run(work()) == 0


def test_units_of_utf_8_markdown_and_what_the_server_does_itself(tmp_path: Path) -> None:
    async def work() -> None:
        client = capabilities(("utf-8", "utf-16"), asked=True)
        async with editor(tmp_path, client=client, settings=OPTIONS) as one:
            uri = "untitled:Untitled-1"
            text = "# Talks open\n\nHe said “😀 it &amp;nbsp; is” so. \u2028שלום &amp;nbsp;\n"
            one.open(uri, text, "markdown")
            first, second = await one.found(uri, 1)
            before, between = "He said “😀 it ", " is” so. \u2028שלום "
            start = len(before.encode())
            assert at(first) == (2, start, 2, start + 10)
            start += 10 + len(between.encode())
            assert at(second) == (2, start, 2, start + 10)

            ignore = [a for a in await one.actions(uri, first.range) if "here" in a.title]
            assert titles(ignore) == ["Ignore html-entity here"]
            assert ignore[0].edit and ignore[0].edit.changes
            (comment,) = ignore[0].edit.changes[uri]
            assert comment.new_text.startswith("<!-- mtcheck-ignore html-entity: ")
            assert at_position(comment) == (2, 0)

            for command in ("mtcheck.explain", "mtcheck.turnOff"):
                await one.workspace_execute_command_async(
                    types.ExecuteCommandParams(command, ["html-entity", uri])
                )
            assert one.pages[0].endswith("/html-entity.md")
            assert one.applied[0].document_changes
            assert "html-entity" in str(one.applied[0].document_changes)

            # Half a pair of surrogates, as some editors send while one types an emoji.
            one.change(uri, "# Talks open\n\nHe \ud83d said &amp;nbsp; so.\n", 2)
            (only,) = await one.found(uri, 2)
            assert at(only) == (2, 12, 2, 22)

            one.settings = {"language": "en", "select": ["structure"]}
            one.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            assert await one.until(uri, lambda params: not params.diagnostics) == []
            one.settings = {"selct": ["structure"]}
            one.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            for _ in range(WAIT * 20):
                if one.shown:
                    break
                await asyncio.sleep(0.05)
            assert "did you mean select" in one.shown[0]

    asyncio.run(work())


def at_position(edit: types.TextEdit) -> tuple[int, int]:
    return edit.range.start.line, edit.range.start.character


def test_diagnostics_on_request_beside_a_source_and_only_when_saved(tmp_path: Path) -> None:
    async def work() -> None:
        source, target = tmp_path / "a.fr.txt", tmp_path / "a.en.txt"
        source.write_text("Des élections\n\nLe parti a gagné 12 sièges mardi.\n")
        text = "Elections\n\nThe party won 12 seats on Tuesday.\n"
        (tmp_path / "mtcheck.toml").write_text(
            'source = "{name}.fr.txt"\nselect = ["number-mismatch"]\n'
        )
        options = {"trigger": "save"}
        async with editor(tmp_path, client=capabilities(pull=True), options=options) as one:
            uri = target.as_uri()

            async def pulled() -> list[types.Diagnostic]:
                answer = await one.text_document_diagnostic_async(
                    types.DocumentDiagnosticParams(types.TextDocumentIdentifier(uri))
                )
                assert isinstance(answer, types.RelatedFullDocumentDiagnosticReport)
                return list(answer.items)

            one.open(uri, text)
            assert await pulled() == []
            one.change(uri, text.replace("12", "13"), 2)
            assert await pulled() == []
            one.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            (wrong,) = await pulled()
            assert at(wrong) == (2, 14, 2, 16)
            assert "12" in wrong.message

            # The source is put right: what is compared with it is checked again.
            source.write_text(source.read_text().replace("12", "13"))
            change = types.FileEvent(source.as_uri(), types.FileChangeType.Changed)
            one.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
            assert await pulled() == []
            assert one.refreshed and one.published == {}

            # Without its source nothing can be said of it, and that is told.
            source.unlink()
            one.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
            await pulled()
            assert any("a.fr.txt" in line for line in one.logged)

    asyncio.run(work())


def message(method: str, params: object, id: int | None = None) -> bytes:
    content = {"jsonrpc": "2.0", "method": method, "params": params}
    data = json.dumps(content if id is None else content | {"id": id}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def test_an_editor_that_goes_away_leaves_no_server_behind() -> None:
    begin = message("initialize", {"capabilities": {}, "processId": None, "rootUri": None}, 1)
    done = subprocess.run(
        [sys.executable, "-m", "mtcheck", "lsp"], input=begin, capture_output=True, timeout=WAIT
    )
    assert done.returncode == 1
    assert b'"name": "mtcheck"' in done.stdout
    assert b"Traceback" not in done.stderr


def test_an_editor_that_connects() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "mtcheck", "lsp", "--tcp", f"127.0.0.1:{port}"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr and "waiting for an editor" in server.stderr.readline()

    async def work() -> None:
        one = Editor()
        for _ in range(WAIT * 20):
            try:
                await one.start_tcp("127.0.0.1", port)
                break
            except OSError:
                await asyncio.sleep(0.05)
        params = types.InitializeParams(capabilities=capabilities(), initialization_options=OPTIONS)
        await one.initialize_async(params)
        one.initialized(types.InitializedParams())
        one.open("untitled:one", DOUBLED)
        assert len(await one.found("untitled:one", 1)) == 2
        await one.shutdown_async(None)
        one.exit(None)
        await asyncio.sleep(0.1)

    try:
        asyncio.run(work())
        assert server.wait(WAIT) == 0
        assert server.stderr.read() == ""
    finally:
        server.kill()
        server.stderr.close()


@pytest.mark.parametrize("address", ["nowhere", "localhost:http", "localhost:70000"])
def test_an_address_that_is_none(address: str) -> None:
    from typer.testing import CliRunner

    from mtcheck.cli import app

    result = CliRunner().invoke(app, ["lsp", "--tcp", address])
    assert result.exit_code == 2
    assert "is no HOST:PORT" in result.output


def test_without_pygls_one_line_tells_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from mtcheck.cli import app

    monkeypatch.setitem(sys.modules, "pygls", None)
    result = CliRunner().invoke(app, ["lsp"])
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "pip install 'mtcheck[lsp]'" in result.stderr
