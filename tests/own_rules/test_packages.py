"""Rules of Python packages: built, installed, found by their entry point, and used."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

EXAMPLE = Path(__file__).parent / "example_package"
ROOT = Path(__file__).parent.parent.parent
ARTICLE = "Talks open\n\nThe mayor of Kiev spoke in matter of the town.\n"
Environment = dict[str, str]


def environment(*folders: Path) -> Environment:
    path = os.pathsep.join(map(str, (*folders, ROOT)))
    return {**os.environ, "PYTHONPATH": path, "MTCHECK_CACHE_DIR": ""}


def mtcheck(env: Environment, *args: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    command = [str(Path(sys.executable).parent / "mtcheck"), *args]
    return subprocess.run(
        command, env=env, cwd=cwd, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """The example package, built as a wheel and installed into a folder of its own."""
    folder = tmp_path_factory.mktemp("acme")
    source = shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("__py*"))
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(source)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--quiet"]
    target = folder / "site"
    subprocess.run([*install, "--target", str(target), str(wheel)], check=True)
    return {**environment(target), "MTCHECK_CACHE_DIR": str(folder / "cache")}


def test_check_uses_the_rules_of_the_package(acme: Environment, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    call = ("check", "a.txt", "--lang", "en", "--format", "json")
    run = mtcheck(acme, *call, "--source-lang", "fr", cwd=tmp_path)
    assert run.returncode == 1, run.stderr
    found = json.loads(run.stdout)["documents"][0]["findings"]
    assert [(f["rule"], f["text"]) for f in found if f["family"] in ("house", "terms")] == [
        ("acme-kyiv", "Kiev"),
        ("desk-phrase", "in matter of"),
    ]
    # Medium confidence: silent where nothing tells that the text was translated.
    run = mtcheck(acme, *call, cwd=tmp_path)
    assert run.returncode == 1, run.stderr
    assert [f["rule"] for f in json.loads(run.stdout)["documents"][0]["findings"]] == ["acme-kyiv"]
    run = mtcheck(acme, "check", "a.txt", "--lang", "en", "--fix", cwd=tmp_path)
    assert article.read_text(encoding="utf-8") == ARTICLE.replace("Kiev", "Kyiv")


def test_rules_and_explain_know_the_package(acme: Environment, tmp_path: Path) -> None:
    run = mtcheck(acme, "rules", "--select", "house,terms", "--format", "json", cwd=tmp_path)
    assert {(card["name"], card["provider"]) for card in json.loads(run.stdout)} == {
        ("long-headline", "acme-mtcheck 1.2.0"),
        ("desk-phrase", "acme-mtcheck 1.2.0"),
        ("acme-kyiv", "acme-mtcheck 1.2.0"),
    }
    run = mtcheck(acme, "explain", "long-headline", cwd=tmp_path)
    assert "from: acme-mtcheck 1.2.0" in run.stdout
    assert "A headline that is cut off on a phone." in run.stdout


def test_test_runs_the_examples_of_the_package(acme: Environment, tmp_path: Path) -> None:
    run = mtcheck(acme, "test", "acme-mtcheck", cwd=tmp_path)
    assert run.stdout == "3 rules, 8 examples: all passed\n", run.stderr
    assert run.returncode == 0


def unpacked(folder: Path, name: str, module: str, point: str | None = None) -> Path:
    """A package as an installer leaves it behind: its one module and what tells of it."""
    (folder / f"{name}.py").write_text(dedent(module), encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[mtcheck.rules]\nown = {point or name}\n")
    return folder


RULE = """
    from mtcheck.rule import Hit, good, rule

    @rule(category="style/organizational-style", severity="minor", confidence="high",
          name={name!r}, examples=[good("Silence.")])
    def own(document):
        '''A word.'''
        at = document.text.find("spoke")
        yield Hit(at, at + 5, "A word.")
"""


BROKEN = {
    "a_missing": ("import no_such_module", "ModuleNotFoundError: No module named 'no_such_module'"),
    "b_raising": ("1 / 0", "cannot be imported: ZeroDivisionError: division by zero"),
    "c_nowhere": (None, "cannot be imported: ModuleNotFoundError: No module named 'nowhere'"),
    "d_empty": ("", "d_empty holds no rule"),
    "e_taken": (RULE.format(name="calque"), "'calque' has the name of a rule that ships"),
    "f_family": (RULE.format(name="names"), "'names' has the name of the family of"),
}


def test_broken_packages_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    for name, (module, _) in BROKEN.items():
        unpacked(tmp_path, name, module or "", "nowhere" if module is None else None)
    unpacked(tmp_path, "sound_rules", RULE.format(name="sound"))
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run = mtcheck(
        environment(tmp_path), "check", "a.txt", "--lang", "en", "--format", "json", cwd=tmp_path
    )
    assert run.returncode == 2
    report = json.loads(run.stdout)
    assert [f["rule"] for f in report["documents"][0]["findings"]] == ["sound"]
    errors = {error["path"]: error["message"] for error in report["errors"]}
    assert errors.keys() == {f"{name} 1.0" for name in BROKEN}
    for name, (_, message) in BROKEN.items():
        assert message in errors[f"{name} 1.0"]
        assert run.stderr.count(f"mtcheck: {name} 1.0: ") == 1
    assert run.stderr.count("\n") == len(BROKEN)


def test_two_packages_with_a_rule_of_one_name(tmp_path: Path) -> None:
    unpacked(tmp_path, "first_rules", RULE.format(name="same"))
    unpacked(tmp_path, "second_rules", RULE.format(name="same"))
    run = mtcheck(environment(tmp_path), "rules", "--select", "same", cwd=tmp_path)
    assert run.returncode == 2
    assert (
        "second_rules 1.0: its rule 'same' has the name of a rule of first_rules 1.0" in run.stderr
    )


def test_a_rule_that_breaks_down_names_its_package(tmp_path: Path) -> None:
    unpacked(tmp_path, "sound_rules", RULE.format(name="sound").replace("at + 5", "at + None"))
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run = mtcheck(environment(tmp_path), "check", "a.txt", "--lang", "en", cwd=tmp_path)
    assert run.returncode == 2
    assert "internal error in the rule sound: TypeError" in run.stderr
    assert "sound_rules 1.0" in run.stderr


def test_nothing_is_imported_where_no_package_announces_rules(tmp_path: Path) -> None:
    code = (
        "import sys, mtcheck.registry as r; r.all_rules(); "
        "print({'importlib.metadata', 'regex', 'mtcheck.own_rules.files'} "
        "& set(sys.modules))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True
    )
    assert run.stdout == "set()\n", run.stderr


def test_new_package_is_seen_though_the_search_is_remembered(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    env = {**environment(site), "MTCHECK_CACHE_DIR": str(tmp_path / "cache")}
    assert mtcheck(env, "explain", "late", cwd=tmp_path).returncode == 2
    unpacked(site, "late_rules", RULE.format(name="late"))
    assert "from: late_rules 1.0" in mtcheck(env, "explain", "late", cwd=tmp_path).stdout
