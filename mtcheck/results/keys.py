"""What a result depends on, as a short name: a change of any of it is another name."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtcheck.document import Document
from mtcheck.file_map import FileMap
from mtcheck.settings import Settings

if TYPE_CHECKING:
    from mtcheck.bilingual.memory import Earlier

_OF_THE_RUN = ("fail_on", "fail_under", "baseline", "min_severity", "cache")
"""Settings that decide what becomes of findings, not what is found."""
_SIZE = 16


def document_key(document: Document) -> str | None:
    """The name of all that the article was made of; None where that cannot be told."""
    return _hashed(document)


def with_earlier(key: str, earlier: Mapping[str, Earlier] | None) -> str:
    """The name of an article after others that render sentences of it otherwise."""
    return f"{key}-{_hashed(earlier)}" if earlier else key


def settings_digest(program: bytes, settings: Settings) -> bytes | None:
    """The name of a program with settings. None where they cannot be told, or a rule file cannot
    be read."""
    told = {name: value for name, value in settings._asdict().items() if name not in _OF_THE_RUN}
    try:
        rules = [Path(path).read_bytes() for path in settings.rule_files]
    except OSError:
        return None
    digest = _hashed([told, [blake2b(content).hexdigest() for content in rules]])
    return blake2b(program + digest.encode(), digest_size=_SIZE).digest() if digest else None


def _hashed(value: object) -> str | None:
    try:
        told = json.dumps(value, default=_plain, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError):
        return None
    return blake2b(told.encode("ascii"), digest_size=_SIZE).hexdigest()


def _plain(value: Any) -> object:
    """What JSON has no word for. Raises TypeError for what is not known here."""
    from mtcheck.terminology import Glossary

    if isinstance(value, Document | FileMap):
        return value.made_of()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Glossary):
        return value.terms
    if callable(value) and hasattr(value, "__qualname__"):
        return f"{value.__module__}:{value.__qualname__}"
    raise TypeError(f"{type(value).__name__} has no plain form")
