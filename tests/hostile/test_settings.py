"""Configuration, baseline, glossary and own rules that are broken, of a newer version, enormous, or
made to harm; and rules that hang or break down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mtcheck import registry
from mtcheck.document import Document
from mtcheck.own_rules.bounded import SECONDS
from mtcheck.rule import EVERY_LANGUAGE, Hit, Rule, rule
from tests.cli.calls import CLEAN, FAULTY, Called, installed, mtcheck
from tests.fuzz.sound import limited


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.en.txt").write_text(FAULTY)
    (tmp_path / "b.en.txt").write_text(CLEAN)
    return tmp_path


def check(folder: Path, *arguments: str) -> Called:
    with limited(60):
        return mtcheck("check", ".", *arguments, cwd=folder)


def refused(run: Called, *words: str) -> None:
    """One line or more in plain words, each short; never a traceback."""
    said = run.stderr.decode()
    assert run.returncode == 2, said
    assert "Traceback" not in said
    assert all(len(line) < 1_000 for line in said.splitlines())
    for word in words:
        assert word in said


DEEP = "[" * 50_000 + "]" * 50_000
TOML = {
    "no TOML": "fail-on = \n",
    "not UTF-8": b"fail-on = '\xff'\n",
    "a NUL": "fail-on = '\0'\n",
    "a NUL in a path": 'source = "a\\u0000b"\nglossaries = ["\\u0000"]\n',
    "deep": f"select = {DEEP}\n",
    "a deep table": "a" + ".a" * 5_000 + " = 1\n",
    "a long number": f"fail-under = {'9' * 5_000}\n",
    "a large number": "fail-under = 1e999\nmax-file-size = 99999999999999999999999\n",
    "no number": "fail-under = nan\n",
    "a date": "fail-under = 9999-99-99\n",
    "of the wrong kind": 'select = 1\nfail-on = []\nseverity = 1\nper-path = "x"\nscore = [1]\n',
    "an unknown key": "from-a-newer-version = true\n",
    "an unknown rule": 'select = ["of-a-newer-version"]\n',
    "itself": 'extend = "mtcheck.toml"\n',
    "a device": 'extend = "/dev/zero"\n',
    "nobody's home": 'extend = "~no-such-user-here/x.toml"\n',
    "no such encoding": 'encoding = "zlib"\n',
    "no such tag": f'language = "{"e" * 5_000}"\n',
    "a pattern": 'exclude = ["[z-a]"]\n',
    "a long pattern": f'exclude = ["{"*" * 20_000}x"]\n',
    "a merge conflict": "<<<<<<< HEAD\nfail-on = 'major'\n=======\n",
}  # fmt: skip


@pytest.mark.parametrize("what", TOML)
@pytest.mark.parametrize("name", ["mtcheck.toml", "pyproject.toml"])
def test_a_broken_configuration_is_named(what: str, name: str, folder: Path) -> None:
    content = TOML[what]
    data = content if isinstance(content, bytes) else content.encode()
    if name == "pyproject.toml":
        data = b"[tool.mtcheck]\n" + data.replace(b'"mtcheck.toml"', b'"pyproject.toml"')
    (folder / name).write_bytes(data)
    run = check(folder)
    if what == "a long pattern":
        assert run.returncode in (1, 2)
        return
    refused(run, f"{name}:")


def test_an_enormous_configuration_is_named(folder: Path) -> None:
    with (folder / "mtcheck.toml").open("wb") as file:
        file.truncate(2 * 1024**3)
    refused(check(folder), "mtcheck.toml", "more than the 16 MB allowed")


RULES = {
    "no TOML": "[[rule]\n",
    "not UTF-8": b"\xff\xfe\x00",
    "deep": f"rule = {DEEP}\n",
    "a long number": f"[[rule]]\nname = 'a'\nmost = {'9' * 5_000}\n",
    "wrong kinds": "[[rule]]\nname = 1\npattern = []\nmessage = {}\n",
    "no list": "rule = 1\n",
    "an unknown key": "[[rule]]\nname = 'a'\npattern = 'x'\nfrom-a-newer-version = 1\n",
    "a broken pattern": "[[rule]]\nname = 'a'\npattern = '(('\n",
    "a pattern that matches nothing": "[[rule]]\nname = 'a'\npattern = 'x*'\n",
    "a deep pattern": f"[[rule]]\nname = 'a'\npattern = '{'(' * 10_000}x{')' * 10_000}'\n",
    "an enormous count": "[[rule]]\nname = 'a'\npattern = '(x{99999}){99999}'\n",
    "a pattern that calls itself": "[[rule]]\nname = 'a'\npattern = '(?R)'\n",
    "a pattern that calls its groups": "[[rule]]\nname = 'a'\npattern = '(?<a>x(?&a))'\n",
    "groups that double": f"[[rule]]\nname = 'a'\nphrases = ['{'(a|b)' * 40}']\n",
    "a name of a family": "[[rule]]\nname = 'structure'\npattern = 'x'\n",
}


@pytest.mark.parametrize("what", RULES)
def test_broken_own_rules_are_named(what: str, folder: Path) -> None:
    content = RULES[what]
    (folder / "r.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(check(folder, "--rule-file", "r.toml"), "r.toml")


BASELINES = {
    "empty": "",
    "no JSON": "{",
    "not UTF-8": b"\xff",
    "deep": DEEP,
    "a long number": f'{{"version": {"9" * 5_000}}}',
    "of a newer version": '{"version": 2, "findings": []}',
    "no version": '{"findings": []}',
    "wrong kinds": '{"version": 1, "findings": [1, {"path": []}]}',
    "no list": '{"version": 1, "findings": {}}',
    "a list": "[]",
    "a merge conflict": '{\n<<<<<<< HEAD\n  "version": 1\n}',
}


@pytest.mark.parametrize("what", BASELINES)
def test_a_broken_baseline_is_named(what: str, folder: Path) -> None:
    content = BASELINES[what]
    (folder / "base").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(check(folder, "--baseline", "base"), "base: ")


def test_a_baseline_of_a_newer_version_says_so(folder: Path) -> None:
    (folder / "base").write_text('{"version": 99, "findings": []}')
    refused(check(folder, "--baseline", "base"), "newer mtcheck", "update mtcheck")
    before = (folder / "base").read_text()
    run = mtcheck("baseline", ".", "--baseline", "base", "--update", cwd=folder)
    assert run.returncode == 2
    assert (folder / "base").read_text() == before


def test_a_baseline_with_hostile_paths_reads_no_file(folder: Path) -> None:
    """A path of an entry is a name to compare, and only asked whether it is there."""
    entry = {"rule": "calque", "fingerprint": "x"}
    paths = ["/etc/passwd", "../" * 50 + "etc/passwd", "\udcff", "a" * 5_000, "a\nb", ""]
    entries = [entry | {"path": path} for path in paths]
    (folder / "base").write_text(json.dumps({"version": 1, "findings": entries}))
    run = check(folder, "--baseline", "base")
    assert run.returncode == 1, run.stderr
    assert b"root:" not in run.stdout + run.stderr


GLOSSARIES = {
    "empty": "",
    "an unknown column": "source\tfrom-a-newer-version\nx\ty\n",
    "an unending cell": 'source,target\nx,"y\n' + "z" * 200_000,
    "nothing said": "source\ttarget\n\tx\n",
    "not UTF-8": b"source\ttarget\n\xff\ty\n",
    "a NUL": b"source\ttarget\na\0\ty\n",
    "no TBX": "<tbx>",
    "a deep TBX": "<a>" * 10_000,
    "a tag that is none": "source\ttarget\tsource_lang\nx\ty\t" + "z" * 500 + "\n",
}


@pytest.mark.parametrize("what", GLOSSARIES)
def test_a_broken_glossary_is_named(what: str, folder: Path) -> None:
    content = GLOSSARIES[what]
    (folder / "terms").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(check(folder, "--glossary", "terms"), "terms")


def test_a_glossary_of_patterns_holds_words_alone(folder: Path) -> None:
    """What looks like a pattern is looked for as it stands."""
    (folder / "terms").write_text(
        "source\ttarget\tforbidden\n(a|aa)+$\tx\t\n.*\ty\t(a+)+b\n\\\t[\t{{{\n", "utf-8"
    )
    (folder / "c.en.txt").write_text("Talks\n\n" + "a" * 5_000 + " (a+)+b {{{ so.\n")
    run = check(folder, "--glossary", "terms", "--format", "json")
    found = json.loads(run.stdout)["documents"][2]["findings"]
    assert [each["text"] for each in found if each["family"] == "terminology"] == ["(a+)+b", "{{{"]


def test_a_configuration_runs_no_code(folder: Path) -> None:
    """Whatever a pull request's mtcheck.toml names: a module, a script, a package, a command."""
    (folder / "evil.py").write_text("import pathlib\npathlib.Path('taken').touch()\n")
    (folder / "mtcheck").mkdir()
    (folder / "mtcheck" / "__init__.py").write_text("import pathlib\npathlib.Path('taken').touch()")
    for setting in (
        'rule-files = ["evil.py"]', 'select = ["evil"]', 'glossaries = ["evil.py"]',
        'plugins = ["evil"]', 'extend = "evil.py"', 'baseline = "evil.py"',
        'source = "$(touch taken)"', 'format = "evil:render"', 'encoding = "evil"',
    ):  # fmt: skip
        (folder / "mtcheck.toml").write_text(setting + "\n")
        run = installed("check", ".", cwd=folder)
        assert b"Traceback" not in run.stderr
        assert run.returncode == 2
    assert not (folder / "taken").exists()


def test_a_configuration_cannot_choose_where_is_written() -> None:
    """No key names a file that is written, turns fixing on, or hides a failure."""
    from mtcheck.config.keys import TOP_LEVEL

    assert not {"output", "report", "reports", "fix", "unsafe-fixes", "exit-zero", "cache-dir"} & {
        *TOP_LEVEL
    }


def test_a_pattern_that_would_hang_is_stopped_and_named(folder: Path) -> None:
    (folder / "r.toml").write_text(
        "[[rule]]\nname = 'slow-one'\npattern = '(a|aa)+$'\n"
        "[[rule]]\nname = 'quick-one'\npattern = 'Friday'\n"
    )
    for number in range(5):
        (folder / f"{number}.en.txt").write_text("Talks\n\n" + "a" * 200 + "b\n\nOn Friday.\n")
    run = check(folder, "--rule-file", "r.toml")
    refused(run, "the rule slow-one: its pattern took more than 1 s", "the other rules went on")
    assert b"quick-one" in run.stdout
    assert b"duplicated-headline" in run.stdout
    assert SECONDS == 1


def _broken(document: Document) -> Iterator[Hit]:
    """Breaks down."""
    yield Hit(0, 1, "One comes first.")
    raise KeyError("\x1b[31mthe place\n::error::x")


def _endless(document: Document) -> Iterator[Hit]:
    """Calls itself."""
    yield from _endless(document)


@pytest.mark.parametrize(
    ("function", "told"), [(_broken, "KeyError"), (_endless, "RecursionError")]
)
def test_a_rule_that_raises_is_named_and_the_rest_goes_on(
    function: object, told: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = rule(
        category="style/other", severity="minor", confidence="high", languages=EVERY_LANGUAGE,
        name="broken-one", family="structure", examples=(),
    )  # fmt: skip
    broken: Rule = make(function)  # type: ignore[arg-type]
    real = registry.rules_in_force
    monkeypatch.setattr(
        "mtcheck.checking.rules_in_force", lambda settings: (broken, *real(settings))
    )
    run = check(folder)
    refused(run, "a.en.txt", f"internal error in the rule broken-one: {told}", "test_settings.py:")
    said = run.stderr.decode()
    assert "(so in 1 more)" in said and len(said.splitlines()) == 1
    assert "\x1b" not in said
    assert b"duplicated-headline" in run.stdout
    assert b"b.en.txt" in run.stdout
