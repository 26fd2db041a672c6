"""`mtcheck score` gives the numbers of sacreBLEU's own command."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import mtcheck

HYPOTHESES = [
    "The cat sat on the mat.",
    "Talks opened in Moscow on Friday, the ministry said.",
    "It is raining in Paris today.",
    "The strike ends\u2028on Monday.",
    "",
]
REFERENCES = [
    "The cat is sitting on the mat.",
    "Talks began in Moscow on Friday, the ministry said.",
    "It rains in Paris today.",
    "The strike will end on Monday.",
    "Nothing was said.",
]
OTHERS = [
    "The cat sits on the mat.",
    "Talks opened in Moscow, the ministry said on Friday.",
    "Today it is raining in Paris.",
    "The strike ends Monday.",
    "Nothing was said of it.",
]
# sacreBLEU's bootstrap fails where a sample of a tiny corpus holds no match at all.
MANY = 8


def written(folder: Path, name: str, lines: list[str]) -> str:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def sacrebleu(*arguments: str) -> list[dict]:
    run = subprocess.run(
        [sys.executable, "-m", "sacrebleu", *arguments], capture_output=True, check=True, text=True
    )
    return json.loads(run.stdout)


@pytest.mark.parametrize("tokenizer", ["13a", "char", "zh", "intl"])
def test_scores_and_intervals_equal_the_command(tmp_path: Path, tokenizer: str) -> None:
    hypothesis = written(tmp_path, "hyp.txt", HYPOTHESES * MANY)
    references = [
        written(tmp_path, name, lines * MANY)
        for name, lines in (("a.txt", REFERENCES), ("b.txt", OTHERS))
    ]
    run = mtcheck(
        "score", hypothesis, "--reference", references[0], "--reference", references[1],
        "--lang", "en", "--tokenize", tokenizer, "--bootstrap", "200", "--format", "json",
    )  # fmt: skip
    ours = json.loads(run.stdout)["metrics"]
    theirs = sacrebleu(
        *references, "-i", hypothesis, "-m", "bleu", "chrf", "ter", "--chrf-word-order", "2",
        "--tokenize", tokenizer, "--confidence", "--confidence-n", "200", "-w", "6",
    )  # fmt: skip
    for our, their in zip(ours, theirs, strict=True):
        assert our["name"] == their["name"]
        assert round(our["score"], 6) == their["score"]
        assert round(our["mean"], 6) == their["confidence_mean"]
        assert round(our["interval"], 6) == their["confidence_var"]
        assert our["signature"] == their["signature"]


def test_each_segment_equals_the_command(tmp_path: Path) -> None:
    hypothesis = written(tmp_path, "hyp.txt", HYPOTHESES)
    reference = written(tmp_path, "ref.txt", REFERENCES)
    run = mtcheck(
        "score", hypothesis, "--reference", reference, "--lang", "en", "--segments",
        "--format", "json",
    )  # fmt: skip
    rows = json.loads(run.stdout)["segments"]
    for name, key in (("bleu", "bleu"), ("chrf", "chrf"), ("ter", "ter")):
        theirs = subprocess.run(
            [
                sys.executable, "-m", "sacrebleu", reference, "-i", hypothesis, "-m", name,
                "--chrf-word-order", "2", "--sentence-level", "-b", "-w", "6",
            ],
            capture_output=True, check=True, text=True,
        ).stdout.split()  # fmt: skip
        assert [f"{row[key]:.6f}" for row in rows] == theirs


def test_readability_of_both_sides(tmp_path: Path) -> None:
    french = ["Le chat dort sur le tapis.", "Il pleut à Paris aujourd’hui, dit la radio."]
    run = mtcheck(
        "score", written(tmp_path, "hyp.txt", HYPOTHESES[:2]),
        "--reference", written(tmp_path, "ref.txt", REFERENCES[:2]),
        "--source", written(tmp_path, "src.txt", french), "--lang", "en", "--format", "json",
    )  # fmt: skip
    ease = json.loads(run.stdout)["readability"]
    shift = ease["flesch_reading_ease"] - ease["source_flesch_reading_ease"]
    assert ease["flesch_reading_ease_shift"] == pytest.approx(shift, abs=0.01)


def test_a_bootstrap_that_sacrebleu_cannot_average_gives_no_interval(tmp_path: Path) -> None:
    run = mtcheck(
        "score", written(tmp_path, "hyp.txt", ["The cat sat.", "Talks opened today.", ""]),
        "--reference", written(tmp_path, "ref.txt", ["The cat sits.", "Talks began.", "Nothing."]),
        "--format", "json",
    )  # fmt: skip
    chrf = json.loads(run.stdout)["metrics"][1]
    assert chrf["mean"] is None
    assert chrf["score"] > 0
    assert "bs:" not in chrf["signature"]


def test_files_of_unequal_length_are_refused(tmp_path: Path) -> None:
    run = mtcheck(
        "score", written(tmp_path, "hyp.txt", ["one", "two"]),
        "--reference", written(tmp_path, "ref.txt", ["one"]),
    )  # fmt: skip
    assert run.returncode == 2
    assert "has 1 lines" in run.stderr.decode()


def test_an_empty_hypothesis_is_refused(tmp_path: Path) -> None:
    run = mtcheck(
        "score", written(tmp_path, "hyp.txt", [""]),
        "--reference", written(tmp_path, "ref.txt", ["one"]),
    )  # fmt: skip
    assert run.returncode == 2
    assert "nothing to score" in run.stderr.decode()
