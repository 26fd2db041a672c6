"""What configuration files may say, and what is said of anything else."""

from pathlib import Path

import pytest

from mtcheck.config import ConfigError
from mtcheck.config.files import read_config
from mtcheck.config.found import FoundConfiguration
from tests.config.conftest import Write


def problems(write: Write, content: str, name: str = "mtcheck.toml") -> list[str]:
    write(name, content)
    with pytest.raises(ConfigError) as caught:
        FoundConfiguration({}).of_run()
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "fail_under = 3",
            "mtcheck.toml:1: no key is called 'fail_under'; did you mean fail-under?",
        ),
        (
            "\n[score]\nminr = 2",
            "mtcheck.toml:3: no key is called 'minr' in [score]; did you mean minor?",
        ),
        (
            'confidence = "hgh"',
            'mtcheck.toml:1: confidence is "hgh"; it may be high, medium, low; did you mean high?',
        ),
        ("fail-under = 101", "mtcheck.toml:1: fail-under is 101; it may be 0 to 100"),
        ("fail-under = nan", "mtcheck.toml:1: fail-under is nan; it may be 0 to 100"),
        ("fail-under = true", "mtcheck.toml:1: fail-under is true; write a number, 0 to 100"),
        ("readability = 1", "mtcheck.toml:1: readability is 1; write true or false"),
        ('select = "names"', 'mtcheck.toml:1: select is "names"; write a list: ["names"]'),
        (
            "select = []",
            "mtcheck.toml:1: select names no rule; leave the key out to have all of them",
        ),
        (
            'language = "x y"',
            'mtcheck.toml:1: language is "x y", which is no language tag; write one such '
            "as en, en-GB or fr-CA",
        ),
        (
            'encoding = "utf8x"',
            'mtcheck.toml:1: encoding is "utf8x", which is no encoding that Python knows',
        ),
        ("score = 3", "mtcheck.toml:1: score is 3; it is a table: [score]"),
        (
            '\nignore = ["calqe"]',
            "mtcheck.toml:2: no rule or family is called 'calqe'; did you mean calque?",
        ),
        (
            '[severity]\ncalque = "hard"',
            'mtcheck.toml:2: the severity of calque is "hard"; it may '
            "be neutral, minor, major, critical, off",
        ),
        (
            '[severity]\ncalqe = "off"',
            "mtcheck.toml:2: no rule or family is called 'calqe'; did you mean calque?",
        ),
        (
            "[rules.overlong-sentence]\nmost-word = 3",
            "mtcheck.toml:2: overlong-sentence has no option 'most-word'; did you mean most-words?",
        ),
        (
            '[rules.overlong-sentence]\nmost-words = "3"',
            'mtcheck.toml:2: overlong-sentence\'s most-words is "3"; write a whole number',
        ),
        (
            "[rules.overlong-sentence]\nmost-words = -3",
            "mtcheck.toml:2: overlong-sentence's most-words is -3; it may be 0 or more",
        ),
        (
            "[rules.calque]\nallow = 3",
            "mtcheck.toml:2: calque's allow is 3; write a list of texts to leave alone",
        ),
        (
            "[rules.calqe]\nallow = []",
            "mtcheck.toml:2: no rule is called 'calqe'; did you mean calque?",
        ),
        (
            "[house-style]\nquotes = 'x'",
            "mtcheck.toml:2: house-style.quotes is 'x', which is no pair "
            'of quotation marks; there are curly (“”), straight (""), guillemets («»), '
            "reversed-guillemets (»«), low-high („“), low-high-right („”), "
            "single (‘’), corner (「」)",
        ),
        (
            '[per-path."a"]\nfail-on = "minor"',
            "mtcheck.toml:2: fail-on is of the run as a whole and "
            "cannot differ from path to path; set it above the [per-path] tables",
        ),
        (
            '[per-path."a"]\nlangage = "de"',
            "mtcheck.toml:2: no key is called 'langage'; did you mean language?",
        ),
        (
            "[per-path.'[z-a]']\nlanguage = \"de\"",
            'mtcheck.toml:1: the pattern is "[z-a]", which is no pattern: bad character range z-a',
        ),
        ("exclude = 3\n", "mtcheck.toml:1: exclude is 3; write a list: [3]"),
        ("a = \n", "mtcheck.toml:1: is no TOML: Invalid value"),
        (
            'extend = "nowhere.toml"',
            'mtcheck.toml:1: "nowhere.toml" cannot be read: No such file or directory',
        ),
        (
            '[tool.mtcheck]\nfail-on = "major"',
            "mtcheck.toml:1: [tool.mtcheck] is for pyproject.toml; here the keys stand without "
            "that table",
        ),
        ('extend = "mtcheck.toml"', "mtcheck.toml:1: extends itself through mtcheck.toml"),
        (
            'glossaries = ["none.tsv"]',
            "mtcheck.toml:1: none.tsv: there is no such file; check the path",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(write: Write, content: str, problem: str) -> None:
    assert problems(write, content) == [problem]


def test_all_that_is_wrong_is_told_at_once(write: Write) -> None:
    told = problems(write, "x = 1\n[score]\ny = 2\nminor = -1\n")
    assert [line.split(": ")[0] for line in told] == [
        "mtcheck.toml:1", "mtcheck.toml:3", "mtcheck.toml:4",
    ]  # fmt: skip


def test_lines_of_pyproject(write: Write) -> None:
    content = '[project]\nname = "x"\n\n[tool.mtcheck]\nlangage = "de"\n'
    assert problems(write, content, "pyproject.toml") == [
        "pyproject.toml:5: no key is called 'langage'; did you mean language?"
    ]


def test_bytes_that_are_no_utf_8(folder: Path) -> None:
    (folder / "mtcheck.toml").write_bytes(b'language = "de"\n# \xff\n')
    with pytest.raises(ConfigError, match=r"mtcheck\.toml:2: is no UTF-8"):
        FoundConfiguration({}).of_run()


def test_a_pyproject_of_others_is_passed_over(write: Write) -> None:
    path = write("pyproject.toml", '[tool.other]\nx = "mtcheck"\n')
    assert read_config(str(path)) is None


def test_extend_puts_this_file_over_that_one(write: Write) -> None:
    write("base.toml", 'language = "de"\nconfidence = "low"\nignore = ["calque"]\n')
    write("news/mtcheck.toml", 'extend = "../base.toml"\nlanguage = "fr"\n'
          'extend-ignore = ["mojibake"]\n')  # fmt: skip
    settings, options, _ = FoundConfiguration({}).of_file("news/a.txt")
    assert (options.language, settings.confidence) == ("fr", "low")
    assert settings.ignore == ("calque", "mojibake")


def test_a_ring_of_extends_is_told(write: Write) -> None:
    write("a.toml", 'extend = "mtcheck.toml"\n')
    assert problems(write, '\nextend = "a.toml"\n') == [
        "a.toml:1: extends itself through mtcheck.toml"
    ]


def test_paths_are_told_from_the_file_that_names_them(write: Write, folder: Path) -> None:
    write("base/mtcheck.toml", 'source = "src/{name}.fr.txt"\nbaseline = "/old.json"\n')
    write("news/mtcheck.toml", 'extend = "../base/mtcheck.toml"\n')
    settings, options, _ = FoundConfiguration({}, ["news"]).of_file("news/a.txt")
    assert options.source == "base/src/{name}.fr.txt"
    assert settings.baseline == "/old.json"
