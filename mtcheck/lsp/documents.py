"""What the editor calls a document, and what the readers call it."""

from __future__ import annotations

from pathlib import Path

from pygls.uris import to_fs_path

_SUFFIXES = {
    "markdown": ".md", "html": ".html", "plaintext": ".txt", "text": ".txt", "xml": ".xml",
    "json": ".json", "jsonl": ".jsonl", "po": ".po", "tsv": ".tsv", "csv": ".csv",
}  # fmt: skip


def path_of(uri: str, language_id: str | None, folder: str | None) -> str:
    """The path of a document's file; of one that was never saved (untitled:...) the path that it
    would have in the folder, with the suffix that suits the language that the editor takes it for.
    """
    if uri.startswith("file:") and (path := to_fs_path(uri)):
        return path
    name = uri.rpartition(":")[2].rpartition("/")[2] or "untitled"
    if not Path(name).suffix:
        name += _SUFFIXES.get(language_id or "", ".txt")
    return str(Path(folder or Path.cwd()) / name)
