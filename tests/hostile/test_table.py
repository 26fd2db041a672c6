"""The table of docs/security.md names each of these tests, and none that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

HERE = Path(__file__).parent
PAGE = (HERE.parent.parent / "docs" / "security.md").read_text("utf-8")
ROW = re.compile(
    r"(?m)^\| (?P<input>[^|\n]+) \| (?P<gets>[^|\n]+) "
    r"\| `(?P<test>(?:\w+/)?test_\w+\.py::test_\w+)` \|$"
)


ELSEWHERE = ("cache", "parallel", "scan")


def names(folder: Path = HERE) -> set[str]:
    return {
        f"{path.name}::{node.name}"
        for path in folder.glob("test_*.py")
        if path != Path(__file__)
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_row_has_its_test_and_every_test_its_row() -> None:
    named = [found["test"] for found in ROW.finditer(PAGE)]
    assert len(set(named)) == len(named)
    assert {name for name in named if "/" not in name} == names()
    there = {f"{folder}/{name}" for folder in ELSEWHERE for name in names(HERE.parent / folder)}
    assert {name for name in named if "/" in name} <= there


def test_every_row_is_whole() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")]
    heads = [line for line in rows if line == "| input | what it gets | test |"]
    assert len(rows) == len(heads) + len(ROW.findall(PAGE))
