"""`mtcheck check` on bilingual files and pairs of files, end to end: what it prints, exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import mtcheck
from tests.readers.bilingual import saved
from tests.readers.test_bilingual_formats import PO, TMX, XLIFF_1
from tests.readers.test_parallel import ENGLISH, FRENCH, joined
from tests.readers.test_safe_xml import BILLION_LAUGHS

LINK = "Voir https://www.example.org/a1 pour en savoir plus."
WRONG = "See https://www.example.org/b2 to learn more."
RIGHT = "See https://www.example.org/a1 to learn more."


def xliff(target: str) -> str:
    return (
        '<?xml version="1.0"?>\n<xliff version="1.2"><file original="a" source-language="fr" '
        'target-language="en">\n<body>\n<trans-unit id="u7">\n'
        f"<source>{LINK}</source>\n<target>{target}</target>\n"
        "</trans-unit></body></file></xliff>\n"
    )


def tmx(target: str) -> str:
    return (
        '<tmx version="1.4"><header srclang="fr"/><body>\n<tu tuid="u7">\n'
        f'<tuv xml:lang="fr"><seg>{LINK}</seg></tuv>\n\n\n'
        f'<tuv xml:lang="en"><seg>{target}</seg></tuv></tu></body></tmx>'
    )


FILES = {
    "a.xlf": (xliff, "u7"),
    "a.tmx": (tmx, "u7"),
    "a.po": (lambda target: f'\n\n\nmsgctxt "u7"\nmsgid "{LINK}"\nmsgstr "{target}"\n', "u7"),
    "a.tsv": (lambda target: f"id\tsrc\ttgt\n\n\n\n\nu7\t{LINK}\t{target}\n", "u7"),
    "a.csv": (lambda target: f"src,tgt\n\n\n\n\n{LINK},{target}\n", None),
}


@pytest.mark.parametrize("name", FILES)
def test_each_format(tmp_path: Path, name: str) -> None:
    write, id = FILES[name]
    path = saved(tmp_path, name, write(WRONG))
    choice = ("--lang", "en", "--source-lang", "fr", "--select", "link-mismatch")
    run = mtcheck("check", str(path), *choice)
    shown = run.stdout.decode().splitlines()
    assert run.returncode == 1
    assert shown[0] == f"{path}:6: major link-mismatch" + (f", segment {id}" if id else "")
    assert shown[1] == f"source | {LINK}"
    assert shown[2].strip(" |") == "^" * len("https://www.example.org/a1")
    assert shown[3] == f"target | {WRONG}"
    run = mtcheck("check", str(path), *choice, "--format", "json")
    (finding,) = json.loads(run.stdout)["documents"][0]["findings"]
    assert finding["line"] == 6
    assert finding.get("segment") == id
    saved(tmp_path, name, write(RIGHT))
    assert mtcheck("check", str(path), *choice).returncode == 0


def test_parallel_files(tmp_path: Path) -> None:
    path = saved(tmp_path, "hyp.txt", joined([*ENGLISH, WRONG]))
    source = saved(tmp_path, "src.txt", joined([*FRENCH, LINK]))
    choice = ["--lang", "en", "--source-lang", "fr", "--select", "link-mismatch"]
    for more in ([], ["--input-format", "parallel"]):
        run = mtcheck("check", str(path), "--source", str(source), *choice, *more)
        assert run.returncode == 1
        assert run.stdout.decode().startswith(f"{path}:7:5: major link-mismatch\nsource | Voir")
    source = saved(tmp_path, "src.txt", joined(FRENCH))
    run = mtcheck("check", str(path), "--source", str(source), "--input-format", "parallel")
    assert run.returncode == 2
    assert str(source) in run.stderr.decode()


def test_pairs_of_articles(tmp_path: Path) -> None:
    saved(tmp_path, "news/a.en.txt", f"Talks open\n\n{WRONG}\n")
    saved(tmp_path, "news/a.fr.txt", f"Ouverture des pourparlers\n\n{LINK}\n")
    pattern, source = str(tmp_path / "news/{name}.en.txt"), str(tmp_path / "news/{name}.fr.txt")
    choice = ("--select", "link-mismatch")
    run = mtcheck("check", pattern, "--source", source, *choice)
    assert run.returncode == 1
    assert b"source | Voir" in run.stdout
    saved(tmp_path, "news/b.en.txt", "Talks go on\n")
    run = mtcheck("check", pattern, "--source", source, *choice)
    assert run.returncode == 2
    assert run.stderr.decode() == (
        f"mtcheck: {tmp_path}/news/b.en.txt: its source is missing: there is no "
        f"{tmp_path}/news/b.fr.txt\n"
    )
    assert b"link-mismatch" in run.stdout
    run = mtcheck("check", str(tmp_path / "news/{name}.zz.txt"))
    assert run.returncode == 2
    assert b"no file is named so" in run.stderr


def test_references_give_metrics(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.en.txt", "The delegates met in Moscow on Friday.\n")
    run = mtcheck("check", str(path), "--reference", str(path), "--format", "json")
    assert json.loads(run.stdout)["documents"][0]["metrics"]["bleu"] == 100.0


def test_a_folder_of_all_formats_and_what_is_broken_in_it(tmp_path: Path) -> None:
    saved(tmp_path, "a.xlf", XLIFF_1)
    saved(tmp_path, "b.tmx", TMX)
    saved(tmp_path, "c.po", PO)
    saved(tmp_path, "d.tsv", "src\ttgt\nUn\tOne\n")
    saved(tmp_path, "e.csv", "name,price\nx,1\n")
    saved(tmp_path, "f.xliff", BILLION_LAUGHS)
    saved(tmp_path, "g.tsv", "src\ttgt\nUn\n")
    saved(tmp_path, "h.xlf", "<xliff version='1.2'>\n<file></xliff>")
    run = mtcheck("check", str(tmp_path), "--lang", "en", "--source-lang", "fr", "--format", "json")
    assert run.returncode == 2
    report = json.loads(run.stdout)
    assert [Path(document["path"]).name for document in report["documents"]] == [
        "a.xlf", "a.xlf", "b.tmx", "c.po", "d.tsv",
    ]  # fmt: skip
    told = run.stderr.decode().splitlines()
    assert [line.split(": ")[1].removeprefix(f"{tmp_path}/") for line in told] == [
        "e.csv", "f.xliff", "g.tsv", "h.xlf",
    ]  # fmt: skip
    assert all(": line " in line for line in told)


def test_columns_and_input_format(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.csv", f"7;{LINK};{WRONG}\n")
    choice = ("--lang", "en", "--source-lang", "fr", "--select", "link-mismatch")
    assert mtcheck("check", str(path), *choice).returncode == 2
    run = mtcheck("check", str(path), *choice, "--columns", "id=1,source=2,target=3")
    assert run.returncode == 1
    assert run.stdout.decode().startswith(f"{path}:1: major link-mismatch, segment 7\n")
    assert mtcheck("check", str(path), *choice, "--input-format", "text").returncode == 0
    for wrong in (("--columns", "target"), ("--columns", "x=1"), ("--input-format", "docx")):
        run = mtcheck("check", str(path), *wrong)
        assert run.returncode == 2
        assert b"Traceback" not in run.stderr


def test_standard_input(tmp_path: Path) -> None:
    run = mtcheck("check", "-", "--select", "link-mismatch", input=xliff(WRONG).encode("utf-16"))
    assert run.returncode == 1
    source = saved(tmp_path, "a.fr.txt", LINK)
    run = mtcheck(
        "check", "-", "--lang", "en", "--source", str(source), "--select", "link-mismatch",
        input=WRONG.encode(),
    )  # fmt: skip
    assert run.returncode == 1
    run = mtcheck("check", "-", "--source", str(tmp_path), input=WRONG.encode())
    assert run.returncode == 2
    assert b"standard input has no name" in run.stderr


def test_a_sentence_rendered_otherwise_in_another_article_of_the_run(tmp_path: Path) -> None:
    source = "The bridge over the river will stay closed until the end of March."
    for name, target in (
        ("a", "Die Brücke über den Fluss bleibt bis Ende März gesperrt."),
        ("b", "Die Flussbrücke ist noch bis Ende März nicht befahrbar."),
        ("c", "Die Brücke über den Fluss bleibt bis Ende März gesperrt."),
    ):
        (tmp_path / f"{name}.en.txt").write_text(f"{source}\n", encoding="utf-8")
        (tmp_path / f"{name}.de.txt").write_text(f"{target}\n", encoding="utf-8")
    run = mtcheck(
        "check", str(tmp_path / "{name}.de.txt"), "--source", str(tmp_path / "{name}.en.txt"),
        "--select", "inconsistent-translation", "--format", "json",
    )  # fmt: skip
    found = {d["path"]: d["findings"] for d in json.loads(run.stdout)["documents"]}
    assert [len(findings) for _, findings in sorted(found.items())] == [0, 1, 0]
    [finding] = found[str(tmp_path / "b.de.txt")]
    assert "a.de.txt" in finding["message"]
