"""The commands with a configuration, end to end."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from mtcheck.config.found import FoundConfiguration
from mtcheck.config.schema import json_schema, json_schema_text, tables_of_keys
from mtcheck.readers import ReadOptions
from mtcheck.settings import Settings
from tests.config.conftest import FAULTY, Run, Write

DOCS = Path(__file__).parents[2] / "docs"


def rules_found(report: str) -> list[tuple[str, str, str]]:
    return [
        (document["path"], finding["rule"], finding["severity"])
        for document in json.loads(report)["documents"]
        for finding in document["findings"]
    ]


def test_settings_of_paths_and_severities(write: Write, run: Run) -> None:
    write("a.txt")
    write("de/b.txt")
    write(
        "mtcheck.toml",
        'format = "json"\nfail-on = "critical"\n'
        '[severity]\nstructure = "neutral"\nduplicated-headline = "minor"\n'
        '[per-path."de/**"]\nignore = ["structure"]\n',
    )
    done = run("check", ".")
    assert done.exit_code == 0
    assert rules_found(done.stdout) == [("a.txt", "duplicated-headline", "minor")]
    assert run("check", ".", "--fail-on", "minor").exit_code == 1
    plain = run("check", ".", "--no-config", "--format", "json")
    assert rules_found(plain.stdout) == [
        ("a.txt", "duplicated-headline", "major"), ("de/b.txt", "duplicated-headline", "major"),
    ]  # fmt: skip


def test_off_removes_the_rule_and_select_on_the_command_line_starts_afresh(
    write: Write, run: Run
) -> None:
    write("a.txt")
    write("mtcheck.toml", 'ignore = ["structure"]\n')
    assert run("check", "a.txt").exit_code == 0
    assert run("check", "a.txt", "--select", "duplicated-headline").exit_code == 1
    write("mtcheck.toml", '[severity]\nduplicated-headline = "off"\n')
    assert run("check", "a.txt").exit_code == 0
    assert "duplicated-headline" not in run("rules").stdout
    assert "duplicated-headline" in run("rules", "--no-config").stdout


def test_what_changes_findings_is_in_the_signature(write: Write, run: Run) -> None:
    write("a.txt")
    signatures = set()
    for content in (
        "", '[severity]\ncalque = "minor"\n', "[rules.overlong-sentence]\nmost-words = 3\n",
        '[rules.calque]\nallow = ["x"]\n', '[house-style]\nenglish = "GB"\n',
        "[score]\nminor = 2\n",
        'ignore = ["calque"]\n', 'confidence = "high"\n', "origin-threshold = 0.5\n",
        '[per-path."a.txt"]\nconfidence = "high"\n',
    ):  # fmt: skip
        write("mtcheck.toml", content)
        signatures.add(json.loads(run("check", "a.txt", "--format", "json").stdout)["signature"])
    assert len(signatures) == 10
    write("mtcheck.toml", "fail-under = 1\n")
    again = json.loads(run("check", "a.txt", "--format", "json").stdout)["signature"]
    assert again in signatures


def test_a_broken_configuration_below_stops_the_run_before_anything_is_checked(
    write: Write, run: Run
) -> None:
    write("a/1.txt")
    write("b/2.txt")
    write("b/mtcheck.toml", "x = 1\n")
    done = run("check", ".", "--quiet")
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr.startswith("mtcheck: b/mtcheck.toml:1: no key is called 'x'")


def test_config_and_no_config_together_are_a_wrong_call(write: Write, run: Run) -> None:
    write("mtcheck.toml", "")
    assert run("check", ".", "--config", "mtcheck.toml", "--no-config").exit_code == 2
    missing = run("check", ".", "--config", "none.toml")
    assert missing.exit_code == 2
    assert missing.stderr == "mtcheck: none.toml: cannot be read: No such file or directory\n"


def test_folders_and_files_that_are_left_out(write: Write, run: Run) -> None:
    for name in ("a.txt", "old/b.txt", "node_modules/c.txt", "d.story"):
        write(name)
    write("mtcheck.toml", 'extend-exclude = ["old/"]\nformat = "json"\n')
    paths = [path for path, *_ in rules_found(run("check", ".").stdout)]
    assert paths == ["a.txt"]
    write("mtcheck.toml", 'include = ["*.story"]\nformat = "json"\n')
    assert [path for path, *_ in rules_found(run("check", ".").stdout)] == ["d.story"]


def test_a_fix_keeps_the_encoding_that_is_configured(write: Write, run: Run, folder: Path) -> None:
    text = "Café open in Moscow\n\nCafé open in Moscow\n\nDelegates met on Friday.\n"
    (folder / "a.txt").write_bytes(text.encode("cp1252"))
    write("mtcheck.toml", '[per-path."a.txt"]\nencoding = "cp1252"\n')
    assert run("check", "a.txt", "--fix", "--lang", "en").exit_code == 0
    fixed = (folder / "a.txt").read_bytes().decode("cp1252")
    assert fixed == "Café open in Moscow\n\nDelegates met on Friday.\n"


def test_eval_and_compare_take_the_configuration(write: Write, run: Run) -> None:
    record = {"text": FAULTY, "gold": [], "lang": "en"}
    write("gold.jsonl", json.dumps(record) + "\n")
    assert json.loads(run("eval", "gold.jsonl", "--format", "json").stdout)["false_alarms"][0][
        "findings"
    ]  # fmt: skip
    write("x/a.txt")
    write("y/a.txt", "Talks open in Moscow\n\nDelegates met on Friday.\n")
    assert json.loads(run("compare", "x", "y", "--format", "json").stdout)["score"]["a"] < 100
    write("mtcheck.toml", 'ignore = ["structure"]\n')
    quiet = json.loads(run("eval", "gold.jsonl", "--format", "json").stdout)
    assert quiet["false_alarms"][0]["findings"] == 0
    assert json.loads(run("compare", "x", "y", "--format", "json").stdout)["score"]["a"] == 100


def test_config_prints_what_is_in_force_and_where_it_was_said(write: Write, run: Run) -> None:
    write("mtcheck.toml", 'ignore = ["calque"]\n[score]\nminor = 2\n'
          '[per-path."de/**"]\nlanguage = "de"\n[severity]\ncalque = "off"\n')  # fmt: skip
    shown = run("config", "de/a.txt").stdout
    lines = [line.split("  # ") for line in shown.splitlines() if "  # " in line]
    told = {line.strip(): place for line, place in lines}
    assert told['language = "de"'] == "mtcheck.toml:5"
    assert told["minor = 2"] == "mtcheck.toml:3"
    assert told['confidence = "medium"'] == "default"
    assert tomllib.loads(shown)["severity"] == {"calque": "off"}
    write("again.toml", shown)
    settings = FoundConfiguration({}, file="again.toml").of_run().settings
    assert settings.score.minor == 2 and settings.ignore == ("calque",)
    data = json.loads(run("config", "--format", "json", ".").stdout)
    assert data["file"] == "mtcheck.toml"
    assert data["settings"]["ignore"] == {"value": ["calque"], "from": "mtcheck.toml:1"}
    assert data["settings"]["language"] == {"value": None, "from": "default"}


def test_config_tells_what_is_broken(write: Write, run: Run) -> None:
    write("mtcheck.toml", "x = 1\n")
    done = run("config")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "mtcheck.toml:1" in done.stderr


@pytest.mark.parametrize("option", [(), ("--pyproject",)])
def test_init_writes_a_file_that_changes_nothing(
    write: Write, run: Run, folder: Path, option: tuple[str, ...]
) -> None:
    if option:
        write("pyproject.toml", '[project]\nname = "x"')
    assert run("init", *option).exit_code == 0
    path = folder / ("pyproject.toml" if option else "mtcheck.toml")
    before = path.read_text(encoding="utf-8")
    found = FoundConfiguration({})
    assert found.file_of("a.txt") == path.name
    assert found.of_file("a.txt") == (Settings(), ReadOptions(), "text")
    again = run("init", *option)
    assert again.exit_code == 2
    assert path.read_text(encoding="utf-8") == before


def test_every_line_that_init_comments_out_is_right_when_it_is_not(write: Write, run: Run) -> None:
    """With the files that it names, all of its examples together are a configuration."""
    from mtcheck.config.starting import starting_file

    lines = starting_file().splitlines()
    keyed = [line[2:] for line in lines if line.startswith("# ") and _is_toml(line[2:])]
    content = "\n".join(line for line in keyed if not line.startswith("extend ="))
    write("terms/names.tsv", "source\ttarget\nParis\tParis\n")
    write("rules/house.toml", "")
    write("mtcheck.toml", content.replace('rule-files = ["rules/house.toml"]', ""))
    in_force = FoundConfiguration({}).of_file("de/a.txt")
    assert in_force.settings.severities == {"unpaired-punctuation": "major", "readability": "off"}
    assert in_force.options.language == "de"
    jsonschema.validate(tomllib.loads(content), json_schema())


def _is_toml(line: str) -> bool:
    if line.startswith("[rules.RULE]") or line.startswith('[per-path."PATTERN"]'):
        return False
    try:
        return bool(tomllib.loads(line))
    except tomllib.TOMLDecodeError:
        return False


def test_schema_is_the_committed_one(run: Run) -> None:
    assert run("config", "--schema").stdout == json_schema_text()
    committed = (DOCS / "mtcheck.schema.json").read_text(encoding="utf-8")
    assert committed == json_schema_text(), "mtcheck config --schema > docs/mtcheck.schema.json"
    jsonschema.Draft7Validator.check_schema(json_schema())


@pytest.mark.parametrize(
    "content",
    ["fail_under = 3", 'confidence = "x"', "[score]\nminr = 1", '[severity]\ncalque = "x"',
     '[per-path."a"]\nfail-on = "minor"', "[rules.overlong-sentence]\nmost-words = -1",
     'select = "x"', "[rules.calque]\nx = 1"],
)  # fmt: skip
def test_schema_refuses_what_the_program_refuses(content: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(content), json_schema())


def test_the_tables_of_the_documentation_are_made_from_the_keys() -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    assert tables_of_keys() in page, "the tables of docs/configuration.md: see its comment"


def test_rules_and_explain_show_options(folder: Path, run: Run) -> None:
    cards = json.loads(run("rules", "--format", "json").stdout)
    (card,) = [card for card in cards if card["name"] == "overlong-sentence"]
    assert card["options"][0]["name"] == "most-words"
    shown = run("explain", "overlong-sentence").stdout
    assert "[rules.overlong-sentence]" in shown and "most-words (default 0)" in shown
