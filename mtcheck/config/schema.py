"""The configuration as JSON Schema (for editors) and as a table (for the documentation)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mtcheck.config.keys import (
    EXTEND,
    EXTEND_DOCUMENTATION,
    KEYS,
    PER_PATH,
    SEVERITY,
    TABLES,
    Key,
)
from mtcheck.config.kinds import shown
from mtcheck.config.layers import RULES_TABLE, SEVERITY_TABLE
from mtcheck.rule import ALLOW, Option, Rule

_ALLOW = 'Texts that the rule is to leave alone: `allow = ["OTAN"]`.'
_JSON_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}


def json_schema() -> dict[str, Any]:
    """Of `mtcheck.toml`, and of `[tool.mtcheck]`."""
    from mtcheck.registry import shipped_rules

    rules = shipped_rules()
    tables = {
        SEVERITY_TABLE: {
            "description": TABLES[SEVERITY_TABLE],
            "type": "object",
            "propertyNames": {"$ref": "#/$defs/rule"},
            "additionalProperties": SEVERITY.schema,
        },
        RULES_TABLE: {
            "description": TABLES[RULES_TABLE],
            "type": "object",
            "properties": {rule.name: _options_schema(rule) for rule in rules},
        },
    }
    per_path = {
        "description": TABLES[PER_PATH],
        "type": "object",
        "additionalProperties": _object(
            _properties(key for key in KEYS if key.reach == "file") | tables
        ),
    }
    extend = {"description": EXTEND_DOCUMENTATION, "type": "string"}
    names = sorted({rule.name for rule in rules} | {rule.family for rule in rules})
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "The configuration of mtcheck",
        "$defs": {
            "rule": {
                "description": "A rule, a family of rules, or a rule of your own.",
                "anyOf": [{"enum": names}, {"type": "string", "minLength": 1}],
            }
        },
        **_object({EXTEND: extend, **_properties(KEYS), **tables, PER_PATH: per_path}),
    }


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _properties(keys: Iterable[Key]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for key in keys:
        section, _, name = key.name.rpartition(".")
        schema = {"description": key.documentation, **key.kind.schema}
        if key.default not in (None, ""):
            schema["default"] = key.default
        if section:
            properties.setdefault(section, _object({}))["properties"][name] = schema
        else:
            properties[name] = schema
    return properties


def _options_schema(rule: Rule) -> dict[str, Any]:
    allow = {
        "description": _ALLOW,
        "type": "array",
        "items": {"type": "string", "minLength": 1},
    }
    return _object(
        {ALLOW: allow} | {option.name: _option_schema(option) for option in rule.options}
    )


def _option_schema(option: Option[Any]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "description": option.documentation,
        "type": _JSON_TYPES[type(option.default)],
        "default": option.default,
    }
    if option.choices:
        schema["enum"] = list(option.choices)
    elif schema["type"] in ("integer", "number"):
        schema["minimum"] = option.least
    return schema


def json_schema_text() -> str:
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def tables_of_keys() -> str:
    """All keys, by reach, as tables in Markdown; then the tables, and the options of rules."""
    from mtcheck.registry import shipped_rules

    head = "| key | value | default | what it does |\n|---|---|---|---|"
    groups = {
        "For each file: these may stand in `[per-path]` too": "file",
        "For the run as a whole": "run",
        "For the files of a folder": "walk",
    }
    parts = []
    for title, reach in groups.items():
        rows = [_row(key) for key in KEYS if key.reach == reach]
        parts.append("\n".join([f"### {title}\n", head, *rows]))
    options = [
        f"| `[{RULES_TABLE}.{rule.name}]` `{option.name}` | `{shown(option.default)}` | "
        f"{option.documentation} |"
        for rule in shipped_rules()
        for option in rule.options
    ]
    options.insert(0, f"| `[{RULES_TABLE}.RULE]` `{ALLOW}`, of every rule | – | {_ALLOW} |")
    title = "### The options of rules\n\n| option | default | what it does |\n|---|---|---|"
    whole = ["### Files and tables\n", "| key | what it does |\n|---|---|"]
    whole += [f"| `{EXTEND}` | {EXTEND_DOCUMENTATION} |"]
    whole += [f"| `[{name}]` | {documentation} |" for name, documentation in TABLES.items()]
    return "\n\n".join([*parts, "\n".join(whole), "\n".join([title, *options])]) + "\n"


def _row(key: Key) -> str:
    section, _, name = key.name.rpartition(".")
    shown_name = f"`[{section}]` `{name}`" if section else f"`{name}`"
    default = "–" if key.default in (None, "", ()) else f"`{shown(key.default)}`"
    option = f" On the command line: `{key.option}`." if key.option else ""
    label = key.kind.label.replace("|", "\\|")
    return f"| {shown_name} | {label} | {default} | {key.documentation}{option} |"
