"""What was found before is used only where nothing changed that matters, and then it is the very
report of a run without it."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcheck import checking, hits
from mtcheck.reporters import FORMATS
from mtcheck.results import program
from mtcheck.rule import Rule
from tests.cli.calls import Called, mtcheck
from tests.parallel.articles import FAULTY, GERMAN, RENDERINGS, write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    write_articles(path)
    return path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The articles that were really checked."""
    names: list[str] = []
    real = checking.check_document

    def check(*given: object, **named: object) -> object:
        names.append(str(named["path"]))
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "check_document", check)
    yield names


def check(folder: Path, *options: str, cache: str = "cache") -> Called:
    """In this process, with the suite's index of word lists. cache: the name of the folder of
    results, beside the articles."""
    with patch("mtcheck.results.cache_folder", lambda: folder.parent / cache):
        return mtcheck("check", ".", "-j", "1", *options, cwd=folder)


def fresh(folder: Path, *options: str) -> Called:
    return check(folder, "--no-cache", *options)


def outcome(called: Called) -> tuple[int, bytes, bytes]:
    return called.returncode, called.stdout, called.stderr


@pytest.mark.parametrize("format", FORMATS)
def test_same_report_in_every_format(folder: Path, checked: list[str], format: str) -> None:
    expected = outcome(fresh(folder, "--format", format))
    first = outcome(check(folder, "--format", format))
    checked.clear()
    second = outcome(check(folder, "--format", format))
    assert first == second == expected
    assert checked == []


def test_only_what_changed_is_checked(folder: Path, checked: list[str]) -> None:
    check(folder)
    (folder / "a.txt").write_text(FAULTY * 2)
    lines = (folder / "g.jsonl").read_text().splitlines()
    lines.insert(2, json.dumps({"text": "New ones , too.", "lang": "en"}))
    (folder / "g.jsonl").write_text("\n".join(lines))
    checked.clear()
    check(folder)
    assert checked == ["a.txt", "g.jsonl"]
    assert outcome(check(folder)) == outcome(fresh(folder))


def test_an_article_that_moved(folder: Path) -> None:
    check(folder)
    (folder / "a.txt").rename(folder / "z.txt")
    assert outcome(check(folder)) == outcome(fresh(folder))


def test_workers_and_cache_together(folder: Path, checked: list[str]) -> None:
    expected = outcome(fresh(folder))
    assert outcome(check(folder, "-j", "2")) == expected
    checked.clear()
    assert outcome(check(folder, "-j", "3")) == expected
    assert outcome(check(folder, "-j", "1")) == expected
    assert checked == []
    (folder / "g.jsonl").write_text((folder / "g.jsonl").read_text().replace("Monday", "Tuesday"))
    assert outcome(check(folder, "-j", "2")) == outcome(fresh(folder))


CAUSES = {
    "select": ('select = ["structure"]', ""),
    "ignore": ('ignore = ["structure"]', ""),
    "confidence": ('confidence = "low"', ""),
    "origin-threshold": ("origin-threshold = 0", ""),
    "readability": ("readability = true", ""),
    "language": ('language = "fr"', ""),
    "source-language": ('source-language = "fr"', ""),
    "encoding": ('encoding = "latin-1"', ""),
    "input-format": ('input-format = "text"', ""),
    "severity": ('severity.structure = "critical"', ""),
    "option": ('rules.duplicated-headline.allow = ["Talks open in Moscow"]', ""),
    "house style": ('house-style.quotes = "guillemets"', ""),
    "score": ("score.major = 7", ""),
    "by path": ('[per-path."a.*"]\nlanguage = "fr"', ""),
    "source": ('[per-path."k.*"]\nsource = "../k.de.txt"', ""),
    "reference": ('[per-path."k.*"]\nreference = "../reference.txt"', ""),
    "content of the source": ('[per-path."k.*"]\nsource = "../k.de.txt"', "k.de.txt"),
    "content of the reference": (
        '[per-path."k.*"]\nreference = "../reference.txt"', "reference.txt"
    ),
    "content of a glossary": ('glossaries = ["../terms.tsv"]', "terms.tsv"),
    "content of a rule file": ('rule-files = ["../own.toml"]', "own.toml"),
}  # fmt: skip
"""By name: what the configuration says, and the file beside the articles that changes; without one
it is the configuration that does."""
BESIDE = {
    "k.de.txt": (GERMAN, GERMAN.replace("März", "März 1987")),
    "reference.txt": ("The river rose.\n", "On Monday the river burst its banks.\n"),
    "terms.tsv": (
        "source\ttarget\tforbidden\n\tstream\triver\n",
        "source\ttarget\tforbidden\n\tcrossing\tbridge\n",
    ),
    "own.toml": tuple(
        '[[rule]]\nname = "no-word"\nmessage = "Not in this house."\ndocs = "The style book."\n'
        f'bad = ["⟦{word}⟧"]\ngood = ["x"]\nlanguages = ["en"]\nphrases = ["{word}"]\n'
        for word in ("delegates", "river")
    ),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_whatever_matters_is_seen(folder: Path, cause: str) -> None:
    (folder / "k.txt").write_text(RENDERINGS[0])
    (folder / "q.txt").write_text("“We met,” he said.\n\nHe said that he “left”.\n")
    for name, (before, _) in BESIDE.items():
        (folder.parent / name).write_text(before)
    config, file = CAUSES[cause]
    if file:
        (folder / "mtcheck.toml").write_text(config)
    without = outcome(check(folder, "--format", "json"))
    if file:
        before, after = BESIDE[file]
        status = (folder.parent / file).stat()
        (folder.parent / file).write_text(after)
        os.utime(folder.parent / file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    else:
        (folder / "mtcheck.toml").write_text(config)
    expected = outcome(fresh(folder, "--format", "json"))
    assert expected != without, "the cause has no effect, so the test shows nothing"
    assert outcome(check(folder, "--format", "json")) == expected
    assert outcome(check(folder, "--format", "json")) == expected


def test_another_program(folder: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for state in (("x.py", 1, 1), ("x.py", 2, 1), ("x.py", 2, 2)):
        monkeypatch.setattr(program, "_state", lambda state=state: (state,))
        monkeypatch.setattr(program, "_first_state", program._state)
        checked.clear()
        check(folder)
        assert checked
        checked.clear()
        check(folder)
        assert not checked


def test_a_program_that_changes_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.program_digest()
    now = program._state()
    assert now is not None
    monkeypatch.setattr(program, "_state", lambda: (*now, ("new.py", 1, 1)))
    assert program.program_digest() is None
    monkeypatch.setattr(program, "_first_state", program._state)
    assert program.program_digest()
    started = program._started()
    monkeypatch.setattr(program, "_state", lambda: (*now, ("new.py", started, 1)))
    monkeypatch.setattr(program, "_first_state", program._state)
    assert program.program_digest() is None


def test_program_sees_every_file_of_rules_and_data(tmp_path: Path) -> None:
    paths = {path for path, _, _ in program._state() or ()}
    names = {Path(path).name for path in paths}
    assert {"engine.py", "duplicated_headline.py", "function-words.txt"} <= names
    assert not any("__pycache__" in path for path in paths)


def test_a_rule_that_broke_down_is_asked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = outcome(fresh(folder))

    def broken_down(rule: Rule, *given: object) -> object:
        return 1 / 0 if rule.name == "duplicated-headline" else real(rule, *given)

    real = hits._matches
    with monkeypatch.context() as broken:
        broken.setattr(hits, "_matches", broken_down)
        assert b"internal error in the rule" in check(folder).stderr
    assert outcome(check(folder)) == expected


def test_it_is_left_out_where_the_caller_says_so(folder: Path, checked: list[str]) -> None:
    check(folder)
    for options in (("--no-cache",), ("--config", "../off.toml")):
        (folder.parent / "off.toml").write_text("cache = false\n")
        checked.clear()
        check(folder, *options, cache="other")
        assert len(checked) > 15
        assert not (folder.parent / "other" / "results").exists()


def test_baseline_over_what_is_known(folder: Path) -> None:
    check(folder)
    mtcheck("baseline", ".", "--output", "../old.json", cwd=folder)
    options = ("--baseline", "../old.json", "--show-suppressed")
    assert outcome(check(folder, *options)) == outcome(fresh(folder, *options))
    (folder / "a.txt").write_text("A new one\n\nA new one\n\nHe said , so.\n")
    assert outcome(check(folder, *options)) == outcome(fresh(folder, *options))


def test_fixes_of_what_is_known(folder: Path) -> None:
    check(folder)
    check(folder, "--fix")
    assert outcome(check(folder, "--diff")) == outcome(fresh(folder, "--diff"))
    assert outcome(check(folder)) == outcome(fresh(folder))


PIECES = st.sampled_from(
    (*RENDERINGS, FAULTY, "", "<!-- mtcheck-ignore calque -->\n\nHe said , so.\n", "Ой , ёж .\n\n",
     "“It is lone.\n\n", "😀 he said .\n", "- one\n- two\n\n")
)  # fmt: skip
COUNTER = itertools.count()


@settings(max_examples=7, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    rounds=st.lists(
        st.lists(
            st.tuples(st.lists(PIECES, max_size=4).map("".join), st.booleans()),
            min_size=1, max_size=4,
        ),
        min_size=2, max_size=2,
    ),
    format=st.sampled_from(("json", "sarif", "html")),
)  # fmt: skip
def test_cached_and_fresh_reports_are_equal(
    tmp_path_factory: pytest.TempPathFactory,
    rounds: list[list[tuple[str, bool]]],
    format: str,
) -> None:
    """Whatever stood in the files the time before."""
    folder = tmp_path_factory.mktemp("rounds") / "articles"
    folder.mkdir()
    for texts in rounds:
        for number, (text, _) in enumerate(texts):
            (folder / f"{number}.md").write_text(text)
        lines = [
            {"text": text, "lang": "en"} | ({"source": GERMAN} if has_source else {})
            for text, has_source in texts
        ]
        (folder / "x.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
        expected = outcome(fresh(folder, "--lang", "en", "--format", format))
        for _ in range(2):
            assert outcome(check(folder, "--lang", "en", "--format", format)) == expected
