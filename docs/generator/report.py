"""The JSON report's reference, from its schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mtcheck
from docs.generator.markdown import prose, table

SCHEMA = Path(mtcheck.__file__).parent / "reporters" / "report.schema.json"
_OPENING = """# The JSON report

`--format json` writes the whole run as one object; `--format jsonl` a line for each
[document](#document), and one for each input that [could not be read](#unread). Both are
version 1: {about}

The schema (JSON Schema 2020-12) lies beside this page: <a href="../report.schema.json">
report.schema.json</a>, and in the package as `mtcheck/reporters/report.schema.json`. The tests
validate the reports against it.

```sh
mtcheck check articles --format json | jq '.documents[].findings[] | [.rule, .text]'
mtcheck check corpus.jsonl --format jsonl | jq -c 'select(.score >= 90) | .id'
```

The other formats hold the same findings in forms that others read: `sarif` (SARIF 2.1.0), `github`
(workflow commands), `gitlab` (Code Quality), `junit`, `markdown`, `html`.
"""


def render() -> str:
    """The page as Markdown."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    # The first two sentences say what the opening says.
    about = schema["description"].split(". ", 1)[1].partition(". ")[2]
    sections = [("The run", schema), *_named(schema["$defs"])]
    parts = [_OPENING.format(about=about[:1].lower() + about[1:])]
    for title, part in sections:
        heads = ("Field", "Type", "What it holds")
        parts.append(f"## {title}\n\n{table(heads, _rows(part, part.get('required', [])))}")
    return "\n\n".join(parts)


def _named(definitions: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The definitions that have a section: objects with fields."""
    for name, part in definitions.items():
        if "properties" in part:
            yield name, part


def _rows(part: dict[str, Any], required: list[str], path: str = "") -> Iterator[list[str]]:
    """A row a field, those of an object in it below it with their path."""
    for name, field in part["properties"].items():
        place = f"{path}{name}"
        optional = "" if name in required else " (not always there)"
        yield [f"`{place}`", _type(field) + optional, prose(field.get("description", ""))]
        inner = _object_in(field)
        if inner:
            dots = "[]." if field.get("type") == "array" else "."
            yield from _rows(inner, inner.get("required", []), place + dots)


def _object_in(field: dict[str, Any]) -> dict[str, Any] | None:
    candidates = [field, field.get("items", {}), *field.get("oneOf", [])]
    return next((part for part in candidates if "properties" in part), None)


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        simple = {"offset": "integer", "score": "number, 0 to 100"}
        simple["severity"] = "`critical`, `major`, `minor` or `neutral`"
        simple["counts"] = "a number for each severity"
        return simple.get(name, f"[{name}](#{name})")
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "oneOf" in field:
        return " or ".join(_type(part) for part in reversed(field["oneOf"]))
    if field.get("type") == "array":
        items = field["items"]
        return f"array of {_type(items)}"
    types = field["type"]
    return types if isinstance(types, str) else " or ".join(types)
