"""Inputs that once broke the program, each as JSON: the target, the name, the bytes in base64."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from hashlib import blake2b
from pathlib import Path

from tests.fuzz.targets import Input

FOLDER = Path(__file__).parent


def kept() -> list[Path]:
    """The files of the corpus, in order."""
    return sorted(FOLDER.glob("*.json"))


def name_of(path: Path) -> tuple[str, Input]:
    """(the target, the input) that the file keeps."""
    stored = json.loads(path.read_text("utf-8"))
    source = stored["source"]
    return stored["target"], Input(
        stored["name"], b64decode(stored["data"]), None if source is None else b64decode(source)
    )


def keep(target: str, given: Input, error: str, folder: Path = FOLDER) -> Path:
    """Write the input into the folder. error: what came of it, for people."""
    stored = {
        "target": target,
        "name": given.name,
        "error": error[:200],
        "data": b64encode(given.data).decode(),
        "source": None if given.source is None else b64encode(given.source).decode(),
    }
    digest = blake2b(repr(given).encode(), digest_size=6).hexdigest()
    path = folder / f"{target}-{digest}.json"
    path.write_text(json.dumps(stored, indent=1) + "\n", "utf-8")
    return path
