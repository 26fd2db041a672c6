"""The committed figures: their reader, and what the commands print of them."""

from pathlib import Path

import pytest

from mtcheck import evidence
from mtcheck.cli.explain import explanation
from mtcheck.registry import all_rules, find_rule

TABLE = """\
# date: 2026-01-31
# version: 0.1.0
# data: some news: old and new
# A comment of no account.
rule\tlanguage\toriginal\thuman_translation\tmixed\tmt\thuman_translation_told\tmt_told\trated\ttouching\tby_chance\tsegments\tbad\tbad_expected
(words)\ten\t200000\t50000\t400000\t100000\t50000\t100000\t80000\t0\t0\t0\t0\t0
duplicated-headline\ten\t1\t0\t4\t40\t0\t60\t8\t4\t1.6\t8\t6\t2.4
(words)\tes\t0\t20000\t100000\t0\t20000\t0\t0\t0\t0\t0\t0\t0
duplicated-headline\tes\t0\t0\t20\t0\t0\t0\t0\t0\t0\t0\t0\t0
"""


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "evidence.tsv"
    path.write_text(TABLE, encoding="utf-8")
    read_anew(monkeypatch, path)


def read_anew(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    for cached in (evidence.about, evidence._table):
        monkeypatch.setattr(evidence, cached.__name__, cached.__wrapped__)
    monkeypatch.setattr(evidence, "_FILE", path)


@pytest.mark.usefixtures("table")
def test_figures_by_language() -> None:
    english, spanish = evidence.figures("duplicated-headline")
    assert english.rate("mt") == pytest.approx(4.0)
    assert english.rate("mt_told") == pytest.approx(6.0)
    assert english.false_alarm_rate == pytest.approx(0.05)
    assert (english.rated, english.touching, english.by_chance) == (8, 4, 1.6)
    assert spanish.language == "es"
    assert spanish.rate("mt") is None


@pytest.mark.usefixtures("table")
def test_few_originals_are_read_with_mixed_news() -> None:
    spanish = evidence.figures("duplicated-headline")[1]
    assert spanish.false_alarm_rate == pytest.approx(2.0)
    assert evidence.worst_false_alarm_rate("duplicated-headline") == pytest.approx(2.0)


@pytest.mark.usefixtures("table")
def test_header_and_unmeasured_rule() -> None:
    assert evidence.about()["date"] == "2026-01-31"
    assert evidence.about()["data"] == "some news: old and new"
    assert evidence.figures("no-such-rule") == ()
    assert evidence.worst_false_alarm_rate("no-such-rule") is None


@pytest.mark.usefixtures("table")
def test_explain_prints_the_figures() -> None:
    text = explanation(find_rule("duplicated-headline"))
    evidence_part = text[text.index("Evidence:") :]
    assert evidence_part == (
        "Evidence: findings per 10,000 words of original news, of news translated by people, of\n"
        "news that is one or the other, and of machine translations, also with the source told.\n"
        "                     original translated     either    machine       told        words\n"
        "  English                0.05       0.00       0.10       4.00       6.00      750,000\n"
        "  Spanish                   -       0.00       2.00          -          -      120,000\n"
        "  Of 8 findings in machine translations rated by professionals, 50% touch an error that "
        "they marked; 20% would by chance.\n"
        "  Of the 8 segments that hold them 75% have a major error; of all segments as long 30%.\n"
        "  Measured 2026-01-31 on some news: old and new.\n"
    )


def test_without_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_anew(monkeypatch, tmp_path / "none.tsv")
    assert evidence.figures("duplicated-headline") == ()
    assert "Evidence:" not in explanation(find_rule("duplicated-headline"))


def test_committed_table_names_only_rules() -> None:
    assert evidence.about()["date"]
    assert set(evidence._table()) <= {rule.name for rule in all_rules()} | {evidence.ALL_RULES}
