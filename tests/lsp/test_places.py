"""Where findings stand in files that hold more than prose, and the comments that suppress them."""

import json

import pytest

from mtcheck.fix import apply_fixes
from mtcheck.lsp.checking import check
from mtcheck.lsp.client_settings import ClientSettings
from mtcheck.lsp.ignoring import ignoring
from mtcheck.lsp.positions import LineTable
from mtcheck.rule import Fix

SETTINGS = ClientSettings({"language": "en", "select": ("html-entity", "duplicated-text")})
MARKDOWN = """---
title: Talks open &amp;nbsp; today
---

Delegates met on Monday &amp;nbsp; and spoke
of many things, said the minister of the interior.

## A heading &amp;nbsp; here

* One point &amp;nbsp; here
* Another point

| a | b |
|---|---|
| one &amp;nbsp; x | two |
"""
HTML = """<html><body><h1>Talks open in the capital</h1>
<p>Delegates met on &amp;nbsp; <b>Monday</b>.</p><p>They spoke.</p>
<ul><li>One &amp;nbsp; two</li></ul></body></html>
"""


def found(text, name, tmp_path):
    checked = check(text, str(tmp_path / name), SETTINGS)
    assert not checked.problems
    return checked.findings


@pytest.mark.parametrize(("name", "text", "count"), [("a.md", MARKDOWN, 5), ("a.html", HTML, 2)])
def test_a_finding_is_ignored_by_its_comment_and_no_other_is(name, text, count, tmp_path):
    findings = found(text, name, tmp_path)
    assert len(findings) == count
    path = str(tmp_path / name)
    for placed in findings:
        assert text[placed.start : placed.end] == "&amp;nbsp;"
        way = ignoring(placed, path, LineTable(text, "utf-16"))
        assert way is not None
        changed = apply_fixes(text, [Fix((way.edit,))])
        left = {each.finding.fingerprint for each in found(changed, name, tmp_path)}
        everything = {each.finding.fingerprint for each in findings}
        if "in this file" in way.title:
            assert left == set()
        else:
            assert left == everything - {placed.finding.fingerprint}


def test_plain_text_has_no_comments(tmp_path):
    (placed,) = found("They met.\n\nHe said &nbsp; no.\n", "a.txt", tmp_path)
    assert ignoring(placed, "a.txt", LineTable(placed.document.text, "utf-16")) is None


def test_a_byte_order_mark_that_the_editor_keeps_shifts_nothing(tmp_path):
    text = "\ufeffThey met.\n\nHe said &nbsp; no.\n"
    (placed,) = found(text, "a.txt", tmp_path)
    assert text[placed.start : placed.end] == "&nbsp;"
    assert placed.fix is not None
    assert apply_fixes(text, [placed.fix]) == text.replace("&nbsp;", "")


def test_findings_in_records_are_found_again(tmp_path):
    records = [
        {"id": "a", "text": "They met.\n\nThe first “word” &nbsp; here."},
        {"id": "b", "text": "They left.\n\nThe second “word” &nbsp; there."},
    ]
    text = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    findings = found(text, "a.jsonl", tmp_path)
    assert [text[p.start : p.end] for p in findings] == ["&nbsp;", "&nbsp;"]
    assert [text.count("\n", 0, p.start) for p in findings] == [0, 1]
    assert all(placed.fix is None for placed in findings)


def test_what_the_configuration_excludes_is_not_checked(tmp_path):
    (tmp_path / "mtcheck.toml").write_text('exclude = ["drafts/"]\n')
    assert found("He said &nbsp; no.\n", "a.txt", tmp_path)
    assert not found("He said &nbsp; no.\n", "drafts/a.txt", tmp_path)


def test_what_git_ignores_is_checked_where_it_is_open(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*.txt\n")
    assert found("He said &nbsp; no.\n", "a.txt", tmp_path)


def test_a_rule_that_breaks_down_is_told(tmp_path, monkeypatch):
    def broken(*arguments, **named):
        raise RuntimeError("no")

    monkeypatch.setattr("mtcheck.checking.check_document", broken)
    checked = check("They met.", str(tmp_path / "a.txt"), SETTINGS)
    assert checked.findings == ()
    assert checked.problems == (f"{tmp_path / 'a.txt'}: RuntimeError: no",)
