"""The pages that are made from the code: nothing of the code is missing in them."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from docs.generator import (
    api,
    commands,
    evidence,
    languages,
    pages,
    report,
    rule_index,
    rule_page,
    write_pages,
)
from docs.generator.markdown import prose, table, words
from mtcheck.cli import app
from mtcheck.language.data import languages as all_languages
from mtcheck.registry import find_rule, shipped_rules

RULES = shipped_rules()


def _parameters() -> Iterator[tuple[str, str]]:
    for path, command in commands.commands(typer.main.get_command(app), "mtcheck"):
        for parameter in command.params:
            if parameter.param_type_name == "option" and not parameter.hidden:
                yield from ((path, name) for name in parameter.opts)


def test_every_option_stands_in_the_reference() -> None:
    page = commands.render()
    sections = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", page))
    options = list(_parameters())
    assert ("mtcheck check", "--fail-on") in options
    for path, option in options:
        assert re.search(rf"(?m)^(`.*, )?`{re.escape(option)}`", sections[path]), (path, option)
    for section, text in sections.items():
        assert "\n: –" not in text, f"an option of {section} has no help"


def test_defaults_and_exit_codes_are_told() -> None:
    page = commands.render()
    assert "One of text, json" in page
    assert "Default: `1000`." in page
    assert "**Exit codes.**" in page


def test_every_rule_stands_in_the_index_with_its_figures() -> None:
    page = rule_index.render(RULES)
    for rule in RULES:
        assert f"[{rule.name}]({rule.name}.md)" in page
        assert f"## {rule.family}\n\n" in page
        assert f"\n{rule.name}\n" in page.partition("toctree")[2]
    assert "\n\n\n\n" not in page, "a family has no words about it"


@pytest.mark.parametrize("name", ["duplicated-headline", "number-mismatch", "glossary", "calque"])
def test_a_rule_page_holds_what_the_rule_says(name: str) -> None:
    rule = find_rule(name)
    page = rule_page.render(rule)
    assert page.startswith(f"# {name}\n\n{prose(rule.summary, rules_at='', but=name)}")
    for heading in ("Why a translation does this", "When it is right", "Fix", "Authority"):
        assert f"\n## {heading}\n\n" in page
    shown = page.count('<figure class="example bad">'), page.count('<figure class="example good">')
    good = sum(not example.is_bad for example in rule.examples)
    assert shown == (len(rule.examples) - good, good)
    marks = sum(len(example.spans) for example in rule.examples)
    assert page.count("<mark") == marks
    assert page.count('<div class="text fixed"') == sum(e.fixed is not None for e in rule.examples)
    assert '<p class="says">' in page
    assert rule.category in page.replace("\\", "")


def test_every_rule_has_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule_page, "render", lambda rule: rule.name)
    written = dict(pages())
    for rule in RULES:
        assert written[f"rules/{rule.name}.md"] == rule.name
    assert all(content for content in written.values())


def test_options_of_a_rule_are_valid_configuration() -> None:
    for rule in RULES:
        options = rule_page.options_of(rule)
        for name in ("allow", *(option.name for option in rule.options)):
            assert f"| `{name}` |" in options
        toml = re.search(r"(?s)```toml\n(.*?)```", options)
        assert toml
        written = tomllib.loads(toml[1])["rules"][rule.name]
        assert written == {o.name: o.default for o in rule.options} or written == {"allow": []}


def test_an_unmeasured_rule_says_so() -> None:
    assert "Not measured" in rule_page.render(find_rule("glossary"))
    assert "Findings per 10,000 words" in rule_page.render(find_rule("calque"))


def test_markup_of_an_example_is_shown_and_not_obeyed() -> None:
    page = rule_page.render(find_rule("stray-markup"))
    figures = page.partition("## What it finds")[2].partition("## Fix")[0]
    shown = re.sub(r"</?(figure|figcaption|div|p|mark|span|bdi|pre)\b[^>]*>", "", figures)
    assert "&lt;" in shown
    assert not re.search(r"<[a-z/]", shown)


def test_every_language_with_data_stands_in_the_table() -> None:
    page = languages.render(RULES)
    for tag in all_languages():
        assert f"| `{tag}` |" in page
    assert "`de-CH`" in page


def test_evidence_is_told_with_date_and_data() -> None:
    page = evidence.render(RULES)
    assert re.search(r"Measured \d{4}-\d\d-\d\d with version", page)
    assert "WMT" in page
    assert "| English |" in page
    assert "| a sentence is left out |" in page


def test_every_public_name_stands_in_the_python_reference() -> None:
    import mtcheck

    page = api.render()
    for name in mtcheck.__all__:
        assert f"\n### {name}\n" in page


def test_every_field_of_the_report_is_described() -> None:
    rows = [line.split(" | ") for line in report.render().splitlines() if line.startswith("| `")]
    assert len(rows) > 40
    assert [row[0] for row in rows if not row[2].strip(" |")] == []


def test_pages_are_rewritten_only_where_they_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_page() -> Iterator[tuple[str, str]]:
        yield "rules/one.md", "# one"

    monkeypatch.setattr("docs.generator.pages", one_page)
    write_pages(tmp_path)
    first = (tmp_path / "rules/one.md").stat().st_mtime_ns
    (tmp_path / "rules/gone.md").write_text("# gone")
    write_pages(tmp_path)
    assert (tmp_path / "rules/one.md").stat().st_mtime_ns == first
    assert not (tmp_path / "rules/gone.md").exists()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a_b * [c] <d> &amp; {e}", r"a\_b \* \[c\] \<d\> \&amp; \{e\}"),
        ("two\n  lines", "two lines"),
    ],
)
def test_words_are_no_markdown(text: str, shown: str) -> None:
    assert words(text) == shown


def test_a_rule_that_is_named_is_linked_but_on_its_own_page() -> None:
    said = "see calque and `foreign-quotes`, not co-foreign-quotes or number-format-x"
    assert prose("see foreign-quotes", rules_at="") == "see [foreign-quotes](foreign-quotes.md)"
    assert prose("see foreign-quotes", rules_at="", but="foreign-quotes") == "see foreign-quotes"
    assert prose(said, rules_at="../rules/").count("](") == 1


def test_table_sets_numbers_flush_right() -> None:
    cells: Any = [["a", "1"]]
    assert table(("x", "n"), cells, numbers=1) == "| x | n |\n| --- | --: |\n| a | 1 |\n"
