"""The pages that are made from the code at each build: they are never committed.

Rules bring their own documentation, examples and figures; the command brings its options; the
report its schema. So nothing has to be written twice, and nothing can fall behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def pages() -> Iterator[tuple[str, str]]:
    """(path below docs/, Markdown) of every generated page."""
    from docs.generator import api, commands, evidence, languages, report, rule_index, rule_page
    from mtcheck.registry import shipped_rules

    rules = shipped_rules()
    yield "rules/index.md", rule_index.render(rules)
    for rule in rules:
        yield f"rules/{rule.name}.md", rule_page.render(rule)
    yield "reference/commands.md", commands.render()
    yield "reference/evidence.md", evidence.render(rules)
    yield "reference/languages.md", languages.render(rules)
    yield "reference/report.md", report.render()
    yield "reference/python.md", api.render()


def write_pages(docs: Path) -> None:
    """Write the pages into the folder, those alone that have changed, and delete old ones."""
    written = set()
    for name, content in pages():
        path = docs / name
        written.add(path)
        if path.is_file() and path.read_text(encoding="utf-8") == content:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for folder in {path.parent for path in written}:
        for old in set(folder.glob("*.md")) - written:
            old.unlink()
