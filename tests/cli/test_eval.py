"""`mtcheck eval` end to end."""

import json
from pathlib import Path

from tests.cli.calls import mtcheck

TEXT = "Talks open in Moscow\n\nTalks open in Moscow\n\nDelegates met in Moscow on Friday.\n"
CLEAN = "Talks open in Moscow\n\nDelegates met in Moscow on Friday, the Kremlin said.\n"


def labelled(path: Path, *records: object) -> str:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return str(path)


def test_prints_what_was_found_and_exits_0(tmp_path: Path) -> None:
    gold = [{"rule": "duplicated-headline", "start": 22, "end": 42}]
    file = labelled(
        tmp_path / "gold.jsonl",
        {"text": TEXT, "lang": "en", "gold": gold},
        {"text": CLEAN, "lang": "en", "gold": []},
    )
    run = mtcheck("eval", file, "--format", "json")
    assert (run.returncode, run.stderr) == (0, b"")
    result = json.loads(run.stdout)
    assert result["rules"][0]["rule"] == "duplicated-headline"
    assert result["rules"][0]["recall"]["value"] == 1
    assert result["false_alarms"][0]["clean_findings"] == 0
    assert b"duplicated-headline  en" in mtcheck("eval", file).stdout


def test_a_broken_label_is_named_and_the_rest_is_measured(tmp_path: Path) -> None:
    file = labelled(
        tmp_path / "gold.jsonl",
        {"text": TEXT, "lang": "en"},
        {"text": CLEAN, "lang": "en", "gold": []},
    )
    run = mtcheck("eval", file)
    assert run.returncode == 2
    assert b"line 1: holds no 'gold'" in run.stderr
    assert b"1 article, " in run.stdout
