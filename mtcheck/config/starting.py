"""The first configuration file: every key with what it does, as comments."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from mtcheck.config.keys import EXTEND, EXTEND_DOCUMENTATION, KEYS, SECTIONS, TABLES, Key

_HEAD = """\
# The configuration of mtcheck for the articles in this folder and those below it.
# What is commented out shows what could be said; `mtcheck config` prints what is in force.
# Patterns are those of .gitignore; paths are told from this file.
"""
_TABLE_EXAMPLES = {
    "severity": '[severity]\nunpaired-punctuation = "major"\nreadability = "off"',
    "rules": "[rules.overlong-sentence]\nmost-words = 60",
    "per-path": '[per-path."de/**"]\nlanguage = "de"\nsource = "sources/{name}.fr.txt"',
}


def starting_file(*, in_pyproject: bool = False) -> str:
    """A file in which all is a comment: it changes nothing until somebody uncomments a line.

    in_pyproject: a section of pyproject.toml.
    """
    prefix = "tool.mtcheck." if in_pyproject else ""
    parts = ["[tool.mtcheck]\n" + _HEAD if in_pyproject else _HEAD]
    parts.append(_comment(EXTEND_DOCUMENTATION) + f'# {EXTEND} = "../mtcheck.toml"\n')
    parts += [_entry(key) for key in KEYS if "." not in key.name]
    for section in SECTIONS:
        lines = [f"# [{prefix}{section}]\n"]
        lines += [_entry(key) for key in KEYS if key.name.startswith(f"{section}.")]
        parts.append("".join(lines))
    for name, documentation in TABLES.items():
        example = _TABLE_EXAMPLES[name].replace("[", f"[{prefix}", 1)
        lines = [f"# {line}\n" for line in example.splitlines()]
        parts.append(_comment(documentation) + "".join(lines))
    return "\n".join(parts)


def _entry(key: Key) -> str:
    name = key.name.rpartition(".")[2]
    return _comment(key.documentation) + f"# {name} = {key.example}\n"


def _comment(text: str) -> str:
    return "".join(f"# {line}\n" for line in _lines(text))


def _lines(text: str) -> Iterable[str]:
    return wrap(text.replace("`", ""), 96)
