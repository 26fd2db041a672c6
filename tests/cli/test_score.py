"""`mtcheck score` gives the numbers of sacreBLEU itself."""

import json
from pathlib import Path

import sacrebleu

from tests.cli.test_check import mtcheck

HYPOTHESES = ["The cat sat on the mat.", "Talks opened in Moscow on Friday."]
REFERENCES = ["The cat is sitting on the mat.", "Talks began in Moscow on Friday."]


def test_scores_equal_sacrebleu(tmp_path: Path) -> None:
    (tmp_path / "hyp.txt").write_text("\n".join(HYPOTHESES) + "\n", encoding="utf-8")
    (tmp_path / "ref.txt").write_text("\n".join(REFERENCES) + "\n", encoding="utf-8")
    run = mtcheck(
        "score", str(tmp_path / "hyp.txt"), "--reference", str(tmp_path / "ref.txt"),
        "--lang", "en", "--format", "json",
    )  # fmt: skip
    scores = {row["name"]: row["score"] for row in json.loads(run.stdout)}
    assert scores == {
        "BLEU": sacrebleu.corpus_bleu(HYPOTHESES, [REFERENCES]).score,
        "chrF2++": sacrebleu.corpus_chrf(HYPOTHESES, [REFERENCES], word_order=2).score,
        "TER": sacrebleu.corpus_ter(HYPOTHESES, [REFERENCES]).score,
    }


def test_files_of_unequal_length_are_refused(tmp_path: Path) -> None:
    (tmp_path / "hyp.txt").write_text("one\ntwo\n")
    (tmp_path / "ref.txt").write_text("one\n")
    run = mtcheck("score", str(tmp_path / "hyp.txt"), "--reference", str(tmp_path / "ref.txt"))
    assert run.returncode == 2
    assert "has 1 lines" in run.stderr.decode()
