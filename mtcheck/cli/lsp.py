"""`mtcheck lsp`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from mtcheck.cli.options import CLEAN, FINDINGS, UNREADABLE

_MISSING = (
    "mtcheck: the language server needs pygls, which is not installed: pip install 'mtcheck[lsp]'"
)


def lsp(
    stdio: Annotated[
        bool,
        typer.Option(
            "--stdio", help="Speak over standard input and output: the default; editors add it."
        ),
    ] = False,
    tcp: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="Wait for one editor on this address instead."),
    ] = None,
) -> None:
    """Run the language server: an editor that speaks LSP starts it and shows findings while you
    type, with what each rule says and what mends it.

    Exit code: 0 when the editor ended it in order, 1 when it just went away, 2 for a wrong call.
    """
    address = _address(tcp) if tcp else None
    try:
        import pygls  # noqa: F401
    except ModuleNotFoundError:
        print(_MISSING, file=sys.stderr)
        raise typer.Exit(UNREADABLE) from None
    import logging

    from mtcheck.lsp.server import serve

    # Standard output belongs to the protocol. What pygls has to say of strange messages goes to
    # standard error, which editors keep in a log.
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="mtcheck: %(message)s")
    if address:
        # pygls ends by leaving the program inside a callback, which asyncio would tell as an error.
        logging.getLogger("asyncio").setLevel(logging.CRITICAL)
        print(f"mtcheck: waiting for an editor on {tcp}", file=sys.stderr)
    try:
        is_ended_in_order = serve(address)
    except OSError as error:
        raise typer.BadParameter(f"cannot wait on {tcp}: {error.strerror}") from None
    raise typer.Exit(CLEAN if is_ended_in_order else FINDINGS)


def _address(value: str) -> tuple[str, int]:
    host, _, port = value.rpartition(":")
    if not port.isdecimal() or int(port) > 65535:
        raise typer.BadParameter(f"{value!r} is no HOST:PORT, e.g. 127.0.0.1:2087")
    return host.strip("[]") or "127.0.0.1", int(port)
