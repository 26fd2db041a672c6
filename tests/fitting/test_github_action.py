"""action.yml: its shape, and its steps run in bash as GitHub runs them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mtcheck.cli.github_action import InputError, call

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install -e '.[dev]'")
ROOT = Path(__file__).parent.parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, Any] = {step["id"]: step for step in ACTION["runs"]["steps"]}
FAULTY = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met on Friday.\n"
HOSTILE = (
    "$(touch taken)",
    "`touch taken`",
    "; touch taken #",
    "| touch taken",
    "x\ntouch taken",
    '" ; touch taken ; "',
    "' ; touch taken ; '",
    "--output=taken",
    "-",
    "%0A::error::x",
)


def evaluated(step: dict[str, Any], inputs: dict[str, str], python: str) -> dict[str, str]:
    """The step's environment: its expressions stand for inputs and for outputs of other steps."""
    values = {f"inputs.{name}": str(card.get("default", "")) for name, card in inputs_of().items()}
    values |= {f"inputs.{name}": value for name, value in inputs.items()}
    values |= {"steps.install.outputs.python": python, "steps.python.outputs.python-path": python}
    return {
        name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda found: values[found[1]], text)
        for name, text in step["env"].items()
    }


def inputs_of() -> dict[str, Any]:
    inputs: dict[str, Any] = ACTION["inputs"]
    return inputs


def run_check(
    folder: Path, **inputs: str
) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Runs the step `check` in a checkout: what came of it, and its outputs."""
    temporary = folder.parent / "runner-temp"
    temporary.mkdir(exist_ok=True)
    output, summary = temporary / "output", temporary / "summary.md"
    output.write_text("")
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    environment = {
        **os.environ,
        **evaluated(STEPS["check"], named, sys.executable),
        "RUNNER_TEMP": str(temporary),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_ACTIONS": "true",
        "CI": "true",
    }
    run = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS["check"]["run"]],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    pairs = (line.partition("=") for line in output.read_text().splitlines())
    return run, {name: value for name, _, value in pairs}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "news" / "en").mkdir(parents=True)
    (folder / "news" / "en" / "two words.txt").write_text(FAULTY, encoding="utf-8")
    return folder


def test_no_input_stands_in_a_script() -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
        assert "run" not in step or step["shell"] == "bash"


def test_every_input_is_used_and_described() -> None:
    used = re.findall(r"inputs\.([\w-]+)", str(ACTION["runs"]))
    assert sorted(used) == sorted(inputs_of())
    assert all(card["description"] for card in inputs_of().values())
    for card in ACTION["outputs"].values():
        assert re.fullmatch(r"\$\{\{ steps\.check\.outputs\.[\w-]+ \}\}", card["value"])


def test_findings_become_annotations_outputs_and_a_summary(checkout: Path) -> None:
    run, outputs = run_check(checkout, paths="news", sarif="out.sarif", language="en")
    assert run.returncode == 1, run.stderr
    assert run.stdout.startswith(f"::error file={Path('news/en/two words.txt')},line=3,")
    assert outputs["exit-code"] == "1"
    assert outputs["findings"] == "1"
    assert 0 <= float(outputs["score"]) < 100
    assert outputs["sarif"] == "out.sarif"
    assert "html" not in outputs
    assert '"uri": "news/en/two%20words.txt"' in (checkout / "out.sarif").read_text()
    assert Path(outputs["json"]).is_file()
    assert "two words.txt" in (checkout.parent / "runner-temp" / "summary.md").read_text()


def test_paths_are_relative_to_the_working_directory(checkout: Path) -> None:
    run, outputs = run_check(checkout, working_directory="news", html="r.html", args="--lang en")
    assert "::error file=news/en/two words.txt,line=3," in run.stdout
    assert outputs["html"] == "news/r.html"
    assert (checkout / "news" / "r.html").is_file()


def test_options_decide_the_exit_code(checkout: Path) -> None:
    assert run_check(checkout, fail_on="critical")[1]["exit-code"] == "0"
    assert run_check(checkout, args="--ignore 'structure'")[0].returncode == 0
    run, outputs = run_check(checkout, paths="news\nno-such.txt")
    assert run.returncode == 2
    assert outputs["exit-code"] == "2"
    assert "::error file=no-such.txt::there is no such file" in run.stdout


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_inputs_run_nothing(value: str, checkout: Path) -> None:
    before = sorted(path.name for path in checkout.rglob("*"))
    run, outputs = run_check(
        checkout, paths=value, language=value, source=value, config=value, fail_under=value,
        working_directory="news",
    )  # fmt: skip
    assert sorted(path.name for path in checkout.rglob("*")) == before
    assert run.returncode == 2
    assert outputs == {"exit-code": "2"}
    quoted, _ = run_check(checkout, paths=value)
    assert quoted.returncode == 2
    assert sorted(path.name for path in checkout.rglob("*")) == before


@pytest.mark.parametrize("value", HOSTILE[:4])
def test_hostile_arguments_are_words(value: str) -> None:
    arguments, _ = call({"INPUT_ARGS": f"--select {value!r}", "INPUT_PATHS": value})
    assert arguments[2:] == [
        "--report=json=./mtcheck.json", "--select", value, "--", value
    ]  # fmt: skip


def test_an_open_quotation_mark_is_named() -> None:
    with pytest.raises(InputError, match="close every quotation mark"):
        call({"INPUT_ARGS": "--select 'structure"})


@pytest.mark.parametrize(
    "version", ["1.0; touch taken", "$(touch taken)", "--index-url=x y", "x\ny"]
)
def test_a_version_is_a_version(version: str, tmp_path: Path) -> None:
    run = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEPS["install"]["run"]],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, **evaluated(STEPS["install"], {"version": version}, "false"),
             "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(tmp_path)},
    )  # fmt: skip
    assert run.returncode == 2
    assert "no version number" in run.stdout
    assert list(tmp_path.iterdir()) == []
