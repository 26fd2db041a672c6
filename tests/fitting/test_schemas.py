"""action.yml, the GitLab template and the workflows in the docs, held against public schemas.

The schemas are those that check-jsonschema carries with it; nothing is fetched.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: pip install -e '.[dev]'")
pytest.importorskip("check_jsonschema", reason="install it with pip install -e '.[dev]'")
ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "ci.md"
COPYABLE = re.compile(r"^```yaml\n(?P<content># (?P<title>\S+)\n.*?)^```$", re.M | re.S)


def check(schema: str, *paths: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, paths)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout


def documented(name: str) -> list[str]:
    found = COPYABLE.finditer(GUIDE.read_text(encoding="utf-8"))
    return [block["content"] for block in found if block["title"] == name]


def test_action() -> None:
    check("vendor.github-actions", ROOT / "action.yml")


def test_workflows_in_the_guide(tmp_path: Path) -> None:
    contents = documented(".github/workflows/mtcheck.yml")
    assert contents
    paths = [tmp_path / f"{number}.yml" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_text(content, encoding="utf-8")
    check("vendor.github-workflows", *paths)
    inputs = set(yaml.safe_load((ROOT / "action.yml").read_text())["inputs"])
    used = [
        step["with"]
        for content in contents
        for job in yaml.safe_load(content)["jobs"].values()
        for step in job["steps"]
        if "mtcheck@" in step.get("uses", "")
    ]
    assert used
    assert all(set(given) <= inputs for given in used)


def test_gitlab_template(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "mtcheck.yml").read_text(encoding="utf-8")
    header, body = yaml.safe_load_all(text)
    inputs = header["spec"]["inputs"]
    assert set(re.findall(r"\$\[\[ inputs\.([\w-]+) \]\]", text)) == set(inputs)
    filled = re.sub(
        r"\$\[\[ inputs\.([\w-]+) \]\]",
        lambda found: str(inputs[found[1]]["default"]),
        text.partition("\n---\n")[2],
    )
    path = tmp_path / ".gitlab-ci.yml"
    path.write_text(filled, encoding="utf-8")
    check("vendor.gitlab-ci", path)
    (job,) = body.values()
    assert not any("$[[" in line for line in job["script"])


def test_gitlab_script_writes_both_reports(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "mtcheck.yml").read_text(encoding="utf-8")
    _, body = yaml.safe_load_all(text)
    (job,) = body.values()
    (tmp_path / "a.en.txt").write_text("Talks open\n\nTalks open\n\nThey met on Friday.\n")
    script = [line for line in job["script"] if not line.startswith("pip ")]
    run = subprocess.run(
        ["sh", "-ec", "\n".join(script)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "MTCHECK_FAIL_ON": "minor",
             "MTCHECK_ARGS": "--confidence high", "MTCHECK_PATHS": ". $(touch$IFStaken) *"},
    )  # fmt: skip
    assert run.returncode == 2, run.stderr  # the last two are no files, and nothing else
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a.en.txt", "gl-code-quality-report.json", "mtcheck-junit.xml"
    ]  # fmt: skip


def test_pre_commit_hooks() -> None:
    path = ROOT / ".pre-commit-hooks.yaml"
    run = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "No module named" in run.stderr:
        pytest.skip("pre-commit is not installed: pip install -e '.[dev]'")
    assert run.returncode == 0, run.stdout
