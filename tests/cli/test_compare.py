"""`mtcheck compare` tells which of two translations is better, and where."""

import json
from pathlib import Path

import pytest
import sacrebleu

from tests.cli.calls import mtcheck

CLEAN = (
    "Council backs new bridge\n\nThe council voted on Monday to build bridge number {n}. Work is "
    "to start in spring, the mayor said. Residents had asked for it for ten years.\n"
)
FAULTY = CLEAN.replace("Work is", "Council backs  , new bridge. . Work is").replace(
    "the mayor said", "« the mayor said »"
)


def folder_of(root: Path, name: str, text: str, count: int = 8) -> Path:
    folder = root / name
    folder.mkdir()
    for n in range(count):
        (folder / f"{n}.txt").write_text(text.format(n=n), encoding="utf-8")
    return folder


@pytest.fixture
def sides(tmp_path: Path) -> tuple[str, str]:
    return str(folder_of(tmp_path, "a", CLEAN)), str(folder_of(tmp_path, "b", FAULTY))


def test_a_worse_engine_is_named(sides: tuple[str, str]) -> None:
    run = mtcheck("compare", *sides, "--lang", "en", "--format", "json")
    report = json.loads(run.stdout)
    assert run.returncode == 0
    assert report["verdict"].startswith("A is better than B")
    assert report["score"]["difference"] < 0
    assert report["score"]["p"] < 0.05
    rules = {rule["name"]: rule["findings"] for rule in report["rules"]}
    assert rules["foreign-quotes"] == [0, 8]
    assert {article["name"] for article in report["parting"]} <= {f"{n}.txt" for n in range(8)}


def test_it_can_stop_a_job(sides: tuple[str, str]) -> None:
    assert mtcheck("compare", *sides, "--lang", "en", "--fail-if-worse").returncode == 1
    assert mtcheck("compare", *sides[::-1], "--lang", "en", "--fail-if-worse").returncode == 0


def test_a_translation_equals_itself(sides: tuple[str, str]) -> None:
    run = mtcheck("compare", sides[1], sides[1], "--lang", "en", "--format", "json")
    report = json.loads(run.stdout)
    assert report["score"]["difference"] == 0
    assert report["score"]["p"] == 1
    assert report["parting"] == []
    assert all(rule["difference"] == 0 for rule in report["rules"])


def test_metrics_are_those_of_sacrebleu(sides: tuple[str, str]) -> None:
    run = mtcheck("compare", *sides, "--lang", "en", "--reference", sides[0], "--format", "json")
    metrics = {row["name"]: row for row in json.loads(run.stdout)["metrics"]}
    texts = [[path.read_text() for path in sorted(Path(side).iterdir())] for side in sides]
    expected = sacrebleu.corpus_bleu(texts[1], [texts[0]]).score
    assert metrics["BLEU"]["a"] == pytest.approx(100)
    assert metrics["BLEU"]["b"] == pytest.approx(expected, abs=1e-4)
    assert metrics["TER"]["higher_is_better"] is False
    assert metrics["chrF2++"]["p"] < 0.05


def test_few_articles_prove_nothing(tmp_path: Path) -> None:
    a, b = (folder_of(tmp_path, name, text, 2) for name, text in (("a", CLEAN), ("b", FAULTY)))
    run = mtcheck("compare", str(a), str(b), "--lang", "en", "--format", "markdown")
    text = run.stdout.decode()
    assert "too few articles" in text
    assert "| foreign-quotes per 1,000 words (0 : 2) |" in text


def test_articles_without_counterpart_are_named(sides: tuple[str, str]) -> None:
    (Path(sides[1]) / "3.txt").unlink()
    run = mtcheck("compare", *sides, "--lang", "en")
    assert run.returncode == 2
    assert "3.txt has no counterpart" in run.stderr.decode()
    assert b"7 articles" in run.stdout
    nothing = mtcheck("compare", sides[0], str(Path(sides[1]) / "4.txt"), "--lang", "en")
    assert nothing.returncode == 2
    assert "no article" in nothing.stderr.decode()


def test_records_are_matched_by_id(tmp_path: Path) -> None:
    for name, order in (("a", (1, 2, 3)), ("b", (3, 1, 2))):
        lines = [json.dumps({"id": f"x{n}", "text": CLEAN.format(n=n)}) for n in order]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines) + "\n")
    run = mtcheck(
        "compare", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"), "--lang", "en",
        "--format", "json",
    )  # fmt: skip
    report = json.loads(run.stdout)
    assert report["articles"] == 3
    assert report["score"]["difference"] == 0
