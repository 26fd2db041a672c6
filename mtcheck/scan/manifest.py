"""What a scan was begun with: it goes on with the very same, or not at all."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zlib import crc32

from mtcheck import __version__
from mtcheck.config import InForce
from mtcheck.registry import rules_in_force
from mtcheck.scan import ScanError
from mtcheck.scan.inputs import Input
from mtcheck.scan.work import Work
from mtcheck.settings import Settings
from mtcheck.writing import replace_file

NAME = "manifest.json"
_VERSION = 1
_WORDS = {
    "mtcheck": "mtcheck's version",
    "format": "--format",
    "shard_size": "--shard-size",
    "where": "--where",
    "columns": "--columns",
    "keep": "--keep",
    "settings": "the settings or the rules",
}


def manifest_of(inputs: Sequence[Input], work: Work, shard: int) -> dict[str, Any]:
    """All that decides what the scan writes. Raises UnknownRuleError, RuleFileError."""
    fields = work.checker.fields
    settings: list[dict[str, Any]] = []
    listed = []
    for input in inputs:
        described = _described(work.checker.of_path.get(input.name, work.checker.in_force))
        if described not in settings:
            settings.append(described)
        listed.append(
            {
                "path": input.name,
                "size": input.size,
                "modified": input.modified,
                "settings": settings.index(described),
            }
        )
    return {
        "version": _VERSION,
        "mtcheck": __version__,
        "format": work.format,
        "shard_size": shard,
        "where": work.where.text if work.where else None,
        "columns": dict(fields.named),
        "keep": list(fields.kept),
        "settings": settings,
        "inputs": listed,
    }


def _described(in_force: InForce) -> dict[str, Any]:
    settings, options, _ = in_force
    return {
        "rules": _rules(settings),
        "confidence": settings.confidence,
        "origin_threshold": settings.origin_threshold,
        "readability": settings.readability,
        "score": settings.score.describe(),
        "other": settings._replace(select=(), ignore=()).describe(),
        "language": options.language,
        "source_language": options.source_language,
    }


def _rules(settings: Settings) -> str:
    """How many they are, and a checksum of what they look for."""
    rules = rules_in_force(settings)
    sum = 0
    for rule in rules:
        rows = rule.lexicon.rows if rule.lexicon else ()
        sum = crc32("\n".join((rule.name, rule.documentation, *rows)).encode(), sum)
    return f"{len(rules)}-{sum:08x}"


def as_bytes(manifest: dict[str, Any]) -> bytes:
    return (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode()


def pin(manifest: dict[str, Any], output: Path) -> None:
    """Write the manifest, or see that the one that is there says the same. Raises ScanError."""
    path = output / NAME
    try:
        there = json.loads(path.read_bytes())
    except FileNotFoundError:
        replace_file(path, as_bytes(manifest))
        return
    except ValueError:
        there = None
    if not isinstance(there, dict) or there.get("version") != _VERSION:
        raise ScanError(
            f"{path}: is no manifest of a scan by this version; name another folder, or begin "
            "anew with --restart"
        )
    if there == json.loads(as_bytes(manifest)):
        return
    raise ScanError(
        f"{output} holds a scan that was begun otherwise: {_difference(there, manifest)}. "
        "Call it as before, name another folder, or begin anew with --restart"
    )


def _difference(there: dict[str, Any], here: dict[str, Any]) -> str:
    inputs = {each["path"]: each for each in there.get("inputs", ())}
    for each in here["inputs"]:
        before = inputs.pop(each["path"], None)
        if before is None:
            return f"{each['path']} was not one of its inputs"
        if (before["size"], before["modified"]) != (each["size"], each["modified"]):
            return f"{each['path']} has changed since"
    if inputs:
        return f"{next(iter(inputs))} was one of its inputs"
    changed = [words for key, words in _WORDS.items() if there.get(key) != here[key]]
    return (
        f"{' and '.join(changed)} differ{'s' if len(changed) == 1 else ''}"
        if changed
        else ("its inputs were in another order")
    )
