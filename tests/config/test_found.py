"""Which configuration counts for which file."""

from pathlib import Path

import pytest

from mtcheck.config.found import FoundConfiguration
from mtcheck.config.keys import KEYS
from mtcheck.config.layers import Value
from mtcheck.config.making import in_force
from mtcheck.readers import ReadOptions
from mtcheck.settings import Settings
from tests.config.conftest import Write


def language(path: str, **given: object) -> str | None:
    return FoundConfiguration(given).of_file(path).options.language


def test_without_any_file_the_defaults_hold(folder: Path) -> None:
    found = FoundConfiguration({})
    assert found.of_run() == (Settings(), ReadOptions(), "text")
    assert found.of_file("a/b.txt") is found.of_run()
    assert found.takes("a.txt", named=False) is None and found.enters("a")
    assert not found.enters("a/node_modules")


def test_the_defaults_that_are_declared_are_those_that_hold() -> None:
    declared = {
        key.name: Value(key.default, "default")
        for key in KEYS
        if key.default is not None and not key.name.startswith(("extend-", "house-style."))
    }
    assert in_force(declared) == in_force({}) == (Settings(), ReadOptions(), "text")


def test_the_nearest_file_counts_alone(write: Write) -> None:
    write("mtcheck.toml", 'language = "de"\nsource-language = "en"\n')
    write("fr/.mtcheck.toml", 'language = "fr"\n')
    write("fr/x/pyproject.toml", "[tool.other]\n")
    found = FoundConfiguration({})
    assert found.of_file("a.txt").options.language == "de"
    assert found.of_file("fr/x/y/a.txt").options.language == "fr"
    assert found.of_file("fr/x/a.txt").options.source_language is None


def test_the_order_of_names_in_one_folder(write: Write) -> None:
    write("pyproject.toml", '[tool.mtcheck]\nlanguage = "es"\n')
    assert language("a.txt") == "es"
    write(".mtcheck.toml", 'language = "fr"\n')
    assert language("a.txt") == "fr"
    write("mtcheck.toml", 'language = "de"\n')
    assert language("a.txt") == "de"


def test_standard_input_has_the_working_folders(write: Write) -> None:
    write("mtcheck.toml", 'language = "de"\n[per-path."*.txt"]\nlanguage = "fr"\n')
    assert language("-") == "de"


def test_tables_for_paths_the_later_first(write: Write) -> None:
    write(
        "mtcheck.toml",
        'language = "en"\n[per-path."de/**"]\nlanguage = "de"\nignore = ["calque"]\n'
        '[per-path."*.at.txt"]\nlanguage = "de-AT"\n'
        '[per-path."de/**".severity]\nmojibake = "off"\n',
    )
    found = FoundConfiguration({})
    assert found.of_file("a.txt").options.language == "en"
    assert found.of_file("de/x/a.txt").options.language == "de"
    both = found.of_file("de/a.at.txt")
    assert (both.options.language, both.settings.ignore) == ("de-AT", ("calque",))
    assert both.settings.severities == {"mojibake": "off"}
    assert found.of_file("de/b.txt") is found.of_file("de/c.txt")


def test_the_command_line_goes_before_all(write: Write) -> None:
    write("mtcheck.toml", '[per-path."*"]\nlanguage = "de"\nignore = ["calque"]\n')
    found = FoundConfiguration({"language": "fr", "extend-ignore": ("mojibake",)})
    assert found.of_file("a.txt").options.language == "fr"
    assert found.of_file("a.txt").settings.ignore == ("calque", "mojibake")
    selected = FoundConfiguration({"select": ("calque",)}).of_file("a.txt").settings
    assert (selected.select, selected.ignore) == (("calque",), ())


def test_the_run_is_the_working_folders_and_else_the_first_paths(write: Write) -> None:
    write("news/mtcheck.toml", "fail-under = 50\n[score]\nminor = 3\n")
    assert FoundConfiguration({}, ["news"]).of_run().settings.fail_under == 50
    assert FoundConfiguration({}, ["news/a.txt"]).of_run().settings.fail_under == 50
    assert FoundConfiguration({}, ["old", "news"]).of_run().settings.fail_under is None
    write("mtcheck.toml", 'format = "json"\n')
    found = FoundConfiguration({}, ["news"])
    assert found.of_run().settings.fail_under is None
    assert found.of_run().format == "json"
    of_file = found.of_file("news/a.txt").settings
    assert (of_file.fail_under, of_file.score.minor) == (None, 1)


def test_one_file_for_all_has_patterns_from_the_working_folder(write: Write) -> None:
    write("mtcheck.toml", 'language = "en"\n')
    write("house/all.toml", 'language = "de"\n[per-path."fr/**"]\nlanguage = "fr"\n')
    found = FoundConfiguration({}, file="house/all.toml")
    assert found.of_file("a.txt").options.language == "de"
    assert found.of_file("fr/a.txt").options.language == "fr"
    assert FoundConfiguration({}, isolated=True).of_file("a.txt").options.language is None


@pytest.mark.parametrize(
    ("path", "named", "taken"),
    [
        ("news/a.txt", False, True),
        ("news/a.story", False, True),
        ("b.txt", False, False),
        ("news/a.draft.txt", False, False),
        ("news/a.draft.txt", True, None),
        ("b.txt", True, None),
    ],
)
def test_which_files_are_taken(write: Write, path: str, named: bool, taken: bool | None) -> None:
    write("mtcheck.toml", 'include = ["news/*"]\nextend-exclude = ["*.draft.txt", "old/"]\n')
    found = FoundConfiguration({})
    assert found.takes(path, named=named) is taken
    assert not found.enters("news/old") and not found.enters("node_modules")
    assert found.enters("news/older")


def test_force_exclude_holds_for_files_that_are_named(write: Write) -> None:
    write("mtcheck.toml", 'exclude = ["old/"]\nforce-exclude = true\n')
    found = FoundConfiguration({})
    assert found.takes("old/a.txt", named=True) is False
    assert found.takes("a.txt", named=True) is None


def test_each_folder_is_looked_into_once(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr("mtcheck.config.found.config_in", lambda folder: looked.append(folder))
    found = FoundConfiguration({})
    for name in ("a/b/1.txt", "a/b/2.txt", "a/3.txt", "c/4.txt"):
        found.of_file(name)
    assert len(looked) == len(set(looked))
