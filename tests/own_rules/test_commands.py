"""Own rules in all commands: they behave as those that ship."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner, Result

from mtcheck import Settings, check_text
from mtcheck.cli import app

HOUSE = """
[[rule]]
name = "kyiv"
message = "We write “{suggestion}”."
docs = "The capital of Ukraine."
severity = "major"
fix = "safe"
bad = ["The mayor of ⟦Kiev⟧ spoke."]
fixed = ["The mayor of Kyiv spoke."]
good = ["He ate chicken Kiev."]
unless = "chicken Kiev"
[rule.substitutions]
"Kiev" = "Kyiv"
"""
ARTICLE = "Talks open\n\nThe mayor of Kiev spoke.\n"
CALL = ("check", "a.txt", "--lang", "en")


@pytest.fixture(autouse=True)
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.toml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "mtcheck.toml").write_text('rule-files = ["house.toml"]\n', encoding="utf-8")
    return tmp_path


def mtcheck(*args: str) -> Result:
    return CliRunner().invoke(app, args)


def rules_found(*args: str) -> list[tuple[str, str]]:
    report = json.loads(mtcheck(*CALL, "--format", "json", *args).stdout)
    return [(f["rule"], f["severity"]) for f in report["documents"][0]["findings"]]


def test_rule_files_of_the_configuration_and_of_the_call(newsroom: Path) -> None:
    assert rules_found() == [("kyiv", "major")]
    assert rules_found("--no-config") == []
    assert rules_found("--no-config", "--rule-file", "house.toml") == [("kyiv", "major")]
    assert rules_found("--select", "house") == [("kyiv", "major")]
    assert rules_found("--ignore", "kyiv") == []


def test_rule_files_are_found_from_another_folder(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (newsroom / "news").mkdir()
    monkeypatch.chdir(newsroom / "news")
    (newsroom / "news" / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert rules_found() == [("kyiv", "major")]


def test_severity_of_the_configuration(newsroom: Path) -> None:
    path = newsroom / "mtcheck.toml"
    path.write_text('rule-files = ["house.toml"]\n[severity]\nkyiv = "critical"\n')
    assert rules_found() == [("kyiv", "critical")]
    path.write_text('rule-files = ["house.toml"]\n[severity]\nhouse = "off"\n')
    assert rules_found() == []


def test_comment_suppresses_an_own_rule(newsroom: Path) -> None:
    comment = "<!-- mtcheck-ignore kyiv: a quoted title -->"
    path = newsroom / "a.md"
    path.write_text(f"# Talks open\n\n{comment}\nThe mayor of Kiev spoke.\n")
    run = mtcheck("check", "a.md", "--lang", "en", "--format", "json")
    assert json.loads(run.stdout)["documents"][0]["findings"] == []


def test_sarif_carries_the_help_of_an_own_rule(newsroom: Path) -> None:
    run = json.loads(mtcheck(*CALL, "--format", "sarif").stdout)["runs"][0]
    (rule,) = [rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "kyiv"]
    assert rule["shortDescription"]["text"] == "The capital of Ukraine."
    assert "Kiev → Kyiv" in json.dumps(rule["help"], ensure_ascii=False)
    (result,) = run["results"]
    assert (result["ruleId"], bool(result["fixes"])) == ("kyiv", True)


def test_fix(newsroom: Path) -> None:
    assert mtcheck(*CALL, "--fix").exit_code == 0
    assert (newsroom / "a.txt").read_text(encoding="utf-8") == ARTICLE.replace("Kiev", "Kyiv")


def test_rules_and_explain(newsroom: Path) -> None:
    assert "kyiv" in mtcheck("rules", "--select", "house").stdout
    text = mtcheck("explain", "kyiv").stdout
    for part in ("kyiv (house)", "fix: yes", "house.toml", "The mayor of ⟦Kiev⟧ spoke."):
        assert part in text
    assert mtcheck("explain", "kyiv", "--no-config").exit_code == 2
    assert mtcheck("explain", "kyiv", "--no-config", "--rule-file", "house.toml").exit_code == 0


def test_broken_rule_file_ends_the_call(newsroom: Path) -> None:
    (newsroom / "house.toml").write_text('[[rule]]\nname = "x"\nphrase = ["a b"]\n[[rule]]\n')
    for call in (
        CALL,
        ("rules",),
        ("explain", "calque"),
        ("test",),
        ("compare", "a.txt", "a.txt"),
        ("eval", "a.txt"),
    ):
        run = mtcheck(*call)
        assert run.exit_code == 2, call
        first, second = run.stderr.splitlines()
        assert first.endswith(
            "house.toml:3: rule 'x': unknown key 'phrase'; did you mean phrases?"
        ), call
        assert second.endswith('house.toml:4: rule 2: a rule needs a name: name = "kiev-mayor"')


def test_slow_pattern_is_an_error_and_the_others_go_on(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mtcheck.own_rules.bounded.SECONDS", 0.1)
    slow = HOUSE + "\n[[rule]]\nname = \"slow\"\npattern = '(a|aa)+!'\n"
    (newsroom / "house.toml").write_text(slow)
    (newsroom / "a.txt").write_text(ARTICLE + "a" * 60)
    run = mtcheck(*CALL, "--format", "json")
    assert run.exit_code == 2
    report = json.loads(run.stdout)
    assert "kyiv" in [f["rule"] for f in report["documents"][0]["findings"]]
    assert "the rule slow: its pattern took more than" in run.stderr


def test_one_failure_in_many_articles_is_told_once(
    newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mtcheck.own_rules.bounded.SECONDS", 0.05)
    (newsroom / "house.toml").write_text("[[rule]]\nname = \"slow\"\npattern = '(a|aa)+!'\n")
    for number in range(8):
        (newsroom / f"{number}.txt").write_text("a" * 60)
    names = [f"{number}.txt" for number in range(8)]
    run = mtcheck("check", *names, "--lang", "en", "--select", "slow")
    assert run.exit_code == 2
    first, second = run.stderr.splitlines()
    assert first.startswith("mtcheck: 0.txt: ") and first.endswith("(so in 2 more)")
    assert second.startswith("mtcheck: 3.txt: ") and second.endswith("(so in 4 more)")


def test_examples_pass(newsroom: Path) -> None:
    for call in ((), ("house.toml",), ("kyiv",), ("house",), ("--no-config", "house.toml")):
        run = mtcheck("test", *call)
        assert (run.exit_code, run.stdout) == (0, "1 rule, 2 examples: all passed\n"), call


def failing(newsroom: Path) -> None:
    content = HOUSE.replace("⟦Kiev⟧ spoke", "Kiev ⟦spoke⟧").replace("chicken Kiev.", "in Kiev.")
    (newsroom / "house.toml").write_text(content.replace("Kyiv spoke.", "Kyjiw spoke."))


def test_examples_that_fail_are_shown(newsroom: Path) -> None:
    failing(newsroom)
    run = mtcheck("test")
    assert run.exit_code == 1
    assert run.stdout == (
        "FAILED kyiv, bad example 1 [en] (house.toml)\n"
        "    | The mayor of Kiev spoke.\n"
        "    |                   ^^^^^ expected\n"
        "    |              ^^^^       found\n"
        "    expected fixed: The mayor of Kyjiw spoke.\n"
        "    fixed:          The mayor of Kyiv spoke.\n"
        "\n"
        "FAILED kyiv, good example 1 [en] (house.toml)\n"
        "    | He ate in Kiev.\n"
        "    |           ^^^^ found\n"
        "    expected nothing\n"
        "\n"
        "1 rule, 2 examples: 2 failed\n"
    )


def test_nothing_found_tells_why(newsroom: Path) -> None:
    content = HOUSE.replace('"The mayor of ⟦Kiev⟧ spoke."', '{ text = "⟦Kiev⟧", language = "de" }')
    (newsroom / "house.toml").write_text('languages = ["en"]\n' + content)
    stdout = mtcheck("test").stdout
    assert "found nothing: the example is in de, the rule is for en" in stdout


def test_wide_signs_are_underlined_where_they_stand(newsroom: Path) -> None:
    (newsroom / "house.toml").write_text(
        '[[rule]]\nname = "own"\nlanguages = ["ja"]\nphrases = ["首相官邸"]\n'
        'bad = ["日本の⟦首相⟧官邸は"]\ngood = ["首相は"]\n'
    )
    assert (
        "    | 日本の首相官邸は\n    |       ^^^^     expected\n    |       ^^^^^^^^ found\n"
    ) in mtcheck("test").stdout


def test_as_json_and_junit(newsroom: Path) -> None:
    failing(newsroom)
    run = json.loads(mtcheck("test", "--format", "json").stdout)
    assert (run["passed"], run["examples"], run["failed"]) == (False, 2, 2)
    outcome = run["outcomes"][0]
    assert outcome["found"] == [{"start": 13, "end": 17}]
    assert outcome["expected"] == [{"start": 18, "end": 23}]
    assert mtcheck("test", "--format", "junit", "--output", "out.xml").exit_code == 1
    suite = ElementTree.parse(newsroom / "out.xml").getroot()[0]
    assert [len(case) for case in suite] == [1, 1]


def test_missing_examples_are_a_warning(newsroom: Path) -> None:
    (newsroom / "house.toml").write_text('[[rule]]\nname = "own"\nphrases = ["a b"]\n')
    run = mtcheck("test")
    assert run.exit_code == 0
    assert "warning: own has no bad example" in run.stdout
    assert run.stdout.endswith("1 rule, 0 examples: nothing was tested\n")
    assert "warning: own has no good example" in run.stdout
    assert mtcheck("test", "--strict").exit_code == 1


def test_fix_without_a_fixed_text_is_a_warning(newsroom: Path) -> None:
    (newsroom / "house.toml").write_text(HOUSE.replace("fixed", "# fixed"))
    assert "warning: kyiv has a fix that no example shows" in mtcheck("test").stdout


def test_rules_that_ship_and_unknown_names(newsroom: Path) -> None:
    run = mtcheck("test", "duplicated-headline")
    assert run.exit_code == 0 and run.stdout.startswith("1 rule, ")
    run = mtcheck("test", "duplicate-headline")
    assert run.exit_code == 2
    assert "did you mean duplicated-headline?" in run.stderr
    run = mtcheck("test", "--no-config")
    assert run.exit_code == 2 and "no rule file is given" in run.stderr


def test_broken_file_beside_a_sound_one(newsroom: Path) -> None:
    (newsroom / "broken.toml").write_text("[[rule]]\n")
    run = mtcheck("test", "broken.toml", "house.toml")
    assert run.exit_code == 2
    assert "broken.toml:1" in run.stderr
    assert run.stdout == "1 rule, 2 examples: all passed\n"


def test_nothing_of_a_rule_file_reaches_the_terminal_raw(newsroom: Path) -> None:
    (newsroom / "house.toml").write_text(
        '[[rule]]\nname = "own"\ndocs = "Red \\u001b[31m."\nmessage = "\\u001b[31m"\n'
        'phrases = ["Kiev \\u202e(|b)"]\nbad = ["⟦A\\u001b⟧"]\ngood = ["B"]\n'
    )
    for call in (("rules", "--select", "own"), ("explain", "own"), ("test",), CALL):
        stdout = mtcheck(*call).stdout
        assert "\x1b" not in stdout and "\u202e" not in stdout, call
    assert "A<U+001B>" in mtcheck("test").stdout


def test_rule_files_from_python(newsroom: Path) -> None:
    report = check_text(ARTICLE, language="en", settings=Settings(rule_files=("house.toml",)))
    assert [finding.rule for finding in report.findings] == ["kyiv"]
