"""`mtcheck check -`: with a name, and mended."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtcheck.api import check_text
from mtcheck.cli.standard_input import Input, fix_input, print_mended
from mtcheck.finding import Report
from tests.cli.calls import CLEAN, FAULTY, mtcheck

FIXED = "Talks open in Moscow\n\nDelegates met on Friday.\n"


def test_the_name_stands_in_the_report() -> None:
    run = mtcheck("check", "-", "--stdin-filename", "news/a.en.txt", input=FAULTY.encode())
    assert run.returncode == 1
    assert run.stdout.decode().startswith("news/a.en.txt:3:1: major duplicated-headline")


def test_the_name_tells_language_and_format() -> None:
    run = mtcheck(
        "check", "-", "--stdin-filename", "a.de-CH.txt", "--format", "json", input=b"Kurz.\n"
    )
    (document,) = json.loads(run.stdout)["documents"]
    assert (document["path"], document["language"]) == ("a.de-CH.txt", "de-CH")
    table = b"source\ttarget\nEin Satz.\tA sentence.\n"
    run = mtcheck("check", "-", "--stdin-filename", "a.tsv", "--format", "json", input=table)
    assert json.loads(run.stdout)["documents"][0]["path"] == "a.tsv"


def test_the_name_finds_the_source(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "a.txt").write_text("Un vote\n\nIl y avait 35 personnes à Berne.\n")
    target = b"A vote\n\nThere were 53 people in Bern.\n"
    run = mtcheck(
        "check", "-", "--stdin-filename", "en/a.txt", "--source", "fr/{name}.txt", "--lang", "en",
        "--source-lang", "fr", "--select", "accuracy", input=target, cwd=tmp_path,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    assert b"53" in run.stdout
    lost = mtcheck(
        "check", "-", "--stdin-filename", "en/b.txt", "--source", "fr/{name}.txt",
        input=target, cwd=tmp_path,
    )  # fmt: skip
    assert lost.returncode == 2
    assert lost.stderr.decode().startswith("mtcheck: en/b.txt: ")


def test_the_name_needs_standard_input_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(CLEAN)
    for paths in (["a.txt"], ["-", "a.txt"]):
        run = mtcheck("check", *paths, "--stdin-filename", "b.txt", input=b"", cwd=tmp_path)
        assert run.returncode == 2
        assert b"standard input alone" in run.stderr
    run = mtcheck("check", "-", "a.txt", "--fix", input=FAULTY.encode(), cwd=tmp_path)
    assert run.returncode == 2


def test_fix_prints_the_text_and_reports_aside() -> None:
    run = mtcheck("check", "-", "--fix", "--lang", "en", input=FAULTY.encode())
    assert run.stdout.decode() == FIXED
    assert run.returncode == 0
    assert "passed" in run.stderr.decode()


def test_fix_leaves_the_file_of_that_name_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.en.txt"
    path.write_text(FAULTY)
    run = mtcheck(
        "check", "-", "--fix", "--stdin-filename", "a.en.txt", input=FAULTY.encode(), cwd=tmp_path
    )
    assert run.stdout.decode() == FIXED
    assert path.read_text() == FAULTY


def test_fix_prints_a_clean_text_as_it_came() -> None:
    data = b"\xef\xbb\xbf" + CLEAN.replace("\n", "\r\n").encode()
    run = mtcheck("check", "-", "--fix", "-q", "--lang", "en", input=data)
    assert (run.returncode, run.stdout, run.stderr) == (0, data, b"")


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "latin-1"])
def test_fix_keeps_the_encoding_and_the_newlines(codec: str) -> None:
    text = FAULTY.replace("Friday", "Friday at café Zoë").replace("\n", "\r\n")
    told = ["--encoding", "latin-1"] if codec == "latin-1" else []
    run = mtcheck("check", "-", "--fix", "--lang", "en", *told, input=text.encode(codec))
    expected = text.replace("Talks open in Moscow\r\n\r\n", "", 1)
    assert run.stdout == expected.encode(codec)


def test_a_fix_that_the_encoding_cannot_hold() -> None:
    given = Input("-", "café".encode("latin-1"), "café")

    class Out:
        written = b""

        def write(self, data: bytes) -> None:
            self.written += data

        def flush(self) -> None: ...

    with pytest.MonkeyPatch.context() as patch:
        out = Out()
        patch.setattr("sys.stdout", type("Stdout", (), {"buffer": out, "flush": out.flush}))
        assert not print_mended(given, "“café”", "latin-1")
    assert out.written == given.data


def test_bytes_that_are_no_text_are_not_printed() -> None:
    run = mtcheck("check", "-", "--fix", input=b"caf\xe9\n")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.decode().startswith("mtcheck: -: line 1: byte 0xE9 is no UTF-8")


def test_records_are_printed_as_they_came() -> None:
    data = json.dumps({"id": "7", "lang": "en", "text": FAULTY}).encode()
    run = mtcheck("check", "-", "--fix", input=data)
    assert (run.returncode, run.stdout) == (1, data)


def test_diff_of_standard_input() -> None:
    run = mtcheck("check", "-", "--diff", "--lang", "en", input=FAULTY.encode())
    assert run.returncode == 1
    assert "-Talks open in Moscow" in run.stdout.decode().splitlines()


def test_fixing_ends_where_a_fix_brings_another() -> None:
    asked = []

    def check(content: str) -> Report:
        asked.append(content)
        document = check_text(FAULTY, language="en")._replace(path="-")  # as though nothing changed
        return Report((document,), (), 10, 0.0, False, "")

    _, content = fix_input(Input("-", b"", FAULTY), check, unsafe=False)
    assert asked == [FAULTY, FIXED]
    assert content == FIXED
