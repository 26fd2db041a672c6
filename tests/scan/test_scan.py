"""What a scan reads and writes."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
import zstandard

from mtcheck import check_text
from mtcheck.finding import RuleFailure
from mtcheck.scan.records import ROLES
from mtcheck.scan.schema import TABLES, columns_of
from tests.cli.calls import Called, installed, mtcheck
from tests.scan.corpora import CLEAN, FAULTY, files, lines_of, records, table, write


def scan(*arguments: object, jobs: int = 1, **options: Any) -> Called:
    return mtcheck("scan", "--jobs", str(jobs), *map(str, arguments), **options)


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.jsonl.zst", "a.parquet"])
@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_every_format_gives_the_same_rows(tmp_path: Path, name: str, format: str) -> None:
    write(tmp_path / name, records(7))
    output = tmp_path / "out"
    called = scan(tmp_path / name, "-o", output, "--format", format)
    assert (called.returncode, called.stderr) == (0, b"")
    rows = table(output, "documents")
    assert [row["id"] for row in rows] == [f"n{number}" for number in range(7)]
    assert [row["line"] for row in rows] == list(range(1, 8))
    assert [row["major"] for row in rows] == [1, 0, 0, 1, 0, 0, 1]
    assert rows[1]["domain"] == "paper1.example"
    found = table(output, "findings")
    assert {(row["id"], row["rule"]) for row in found if row["severity"] == "major"} == {
        (f"n{number}", "duplicated-headline") for number in (0, 3, 6)
    }
    for row in found:
        text = records(7)[int(row["id"][1:])]["text"]
        assert text[row["start"] : row["end"]] == row["text"]
    assert table(output, "errors") == []


def test_the_rows_say_what_the_library_says(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", [{"id": 5, "text": FAULTY, "lang": "en", "source_lang": "fr"}])
    scan(tmp_path / "a.jsonl", "-o", tmp_path / "out", "--format", "jsonl")
    [row] = table(tmp_path / "out", "documents")
    report = check_text(FAULTY, language="en", source_language="fr")
    assert (row["id"], row["score"], row["penalty"]) == ("5", report.score, report.penalty)
    assert (row["words"], row["findings"]) == (report.words, len(report.findings))
    assert (row["language"], row["source_language"], row["origin_given"]) == ("en", "fr", True)
    assert [row["fingerprint"] for row in table(tmp_path / "out", "findings")] == [
        finding.fingerprint for finding in report.findings
    ]


def test_the_tables_have_the_columns_that_are_promised(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", records(1))
    for format in ("jsonl", "parquet"):
        output = tmp_path / format
        scan(tmp_path / "a.jsonl", "-o", output, "--format", format, "--keep", "text")
        for name in TABLES:
            promised = [column.name for column in columns_of(name, ("text",))]
            if format == "parquet":
                path = output / name / "00000.parquet"
                assert pyarrow.parquet.read_schema(path).names == promised
            else:
                assert all(list(row) == promised for row in table(output, name))


def test_the_page_names_every_column_and_role() -> None:
    page = (Path(__file__).parents[2] / "docs" / "corpora.md").read_text("utf-8")
    names = {column.name for name in TABLES for column in columns_of(name)} | set(ROLES)
    assert [name for name in sorted(names) if f"`{name}`" not in page] == []


def test_metrics_of_a_record_with_a_reference(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", [{"text": CLEAN, "reference": CLEAN, "lang": "en"}])
    scan(tmp_path / "a.jsonl", "-o", tmp_path / "out", "--readability")
    [row] = table(tmp_path / "out", "documents")
    assert row["chrf"] == 100.0
    assert row["flesch_reading_ease"] is not None
    assert row["source_flesch_reading_ease"] is None


def test_folders_are_walked_and_what_scans_wrote_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    write(tmp_path / "b.jsonl", records(1))
    write(tmp_path / "deep" / "a.parquet", records(2))
    (tmp_path / "notes.txt").write_text("no corpus")
    (tmp_path / ".hidden.jsonl").write_text("{}")
    for output in ("first", "second"):
        called = scan(".", tmp_path / "b.jsonl", "-o", output, "--format", "jsonl", cwd=tmp_path)
        assert called.returncode == 0
        paths = [row["path"] for row in table(tmp_path / output, "documents")]
        assert paths == ["./b.jsonl", "./deep/a.parquet", "./deep/a.parquet"]


def test_other_names_of_fields(tmp_path: Path) -> None:
    items = [{"uid": 7, "content": FAULTY, "language": "en", "text": "no", "score": 3}]
    for name in ("a.jsonl", "a.parquet"):
        write(tmp_path / name, items)
        output = tmp_path / f"out-{name}"
        called = scan(
            tmp_path / name, "-o", output, "--columns", "text=content,id=uid,lang=language"
        )
        assert called.returncode == 0
        [row] = table(output, "documents")
        assert (row["id"], row["language"], row["major"]) == ("7", "en", 1)


def test_headline_and_body_are_one_article(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", [{"title": "Talks open", "body": f"Talks open\n\n{CLEAN}"}])
    called = scan(
        tmp_path / "a.jsonl",
        "-o",
        tmp_path / "out",
        "--columns",
        "headline=title,body=body",
        "--lang",
        "en",
    )
    assert called.returncode == 0
    [row] = table(tmp_path / "out", "documents")
    assert "duplicated-headline" in row["rules"]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ("content", "'content' names no column; write text=content"),
        ("words=content", "'words=content' names no column"),
        ("text=", "'text=' names no column"),
    ],
)
def test_columns_that_are_none(tmp_path: Path, columns: str, said: str) -> None:
    write(tmp_path / "a.jsonl", records(1))
    called = scan(tmp_path / "a.jsonl", "-o", tmp_path / "out", "--columns", columns)
    assert called.returncode == 2
    assert said in called.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_parquet_without_the_column_names_those_it_has(tmp_path: Path) -> None:
    write(tmp_path / "a.parquet", [{"content": CLEAN, "uid": 1}])
    write(tmp_path / "b.parquet", records(2))
    called = scan(".", "-o", "out", cwd=tmp_path)
    assert called.returncode == 2
    assert (
        "a.parquet: holds no column 'text' (nor 'headline' and 'body'); say --columns text=NAME; "
        "its columns are 'content', 'uid'"
    ) in called.stderr.decode()
    assert len(table(tmp_path / "out", "documents")) == 2
    called = scan("b.parquet", "-o", "out2", "--keep", "titel", cwd=tmp_path)
    assert "holds no column 'titel'" in called.stderr.decode()


def test_parquet_with_bytes_in_place_of_texts(tmp_path: Path) -> None:
    column = pa.array([FAULTY.encode(), b"\xff\xfe", None], pa.binary())
    wrong = pa.array(["fine", "fine", "fine"])
    pyarrow.parquet.write_table(pa.table({"text": column, "id": wrong}), tmp_path / "a.parquet")
    called = scan(tmp_path / "a.parquet", "-o", tmp_path / "out", "--lang", "en")
    assert called.returncode == 2
    assert [row["line"] for row in table(tmp_path / "out", "documents")] == [1]
    assert [
        (row["line"], row["message"].split(";")[0]) for row in table(tmp_path / "out", "errors")
    ] == [(2, "'text' is no string"), (3, "'text' is null")]


def test_parquet_with_strings_that_are_no_utf8(tmp_path: Path) -> None:
    data = pa.py_buffer(b"fine\xff\xfefine")
    offsets = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, 4, 6, 10)))
    column = pa.StringArray.from_buffers(3, offsets, data)
    pyarrow.parquet.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    called = scan(tmp_path / "a.parquet", "-o", tmp_path / "out", "--lang", "en")
    assert called.returncode == 2
    assert [row["line"] for row in table(tmp_path / "out", "documents")] == [1, 3]
    [error] = table(tmp_path / "out", "errors")
    assert (error["line"], "'text' cannot be read" in error["message"]) == (2, True)


BAD_LINES: list[tuple[bytes, str]] = [
    (b'{"text": ', "no JSON"),
    (b"[1, 2]", "is no JSON object"),
    (b'{"id": 3}', "holds no 'text' nor 'headline' nor 'body'; its fields are 'id'"),
    (b'{"text": 5, "id": "x"}', "'text' is no string"),
    (b'{"text": null}', "'text' is null"),
    (b'{"text": "a", "id": ["b"]}', "'id' is neither a string nor a number"),
    (
        b'{"text": "half \\ud83d a pair"}',
        "'text' holds half a surrogate pair, U+D83D, at character 6",
    ),
    (b'{"text": "a", "id": "\\udc00"}', "'id' holds half a surrogate pair"),
    (b'{"text": "a", "lang": "not a tag"}', "not a tag"),
    (b'{"headline": null, "body": null}', "'headline' and 'body' are null"),
    (b'{"text": "a", "lang": 3}', "'lang' is no string"),
    (b'{"text": "a", "mtcheck_ignore": 3}', "is no list of the names of rules"),
    (b'{"text": "caf\xe9"}', "byte 14 (0xE9) is no UTF-8"),
    (b'{"text": "a", "n": ' + b"1" * 5000 + b"}", "thousands of digits"),
    (b'{"a": ' + b"[" * 100_000 + b"}", "nested too deeply"),
]


@pytest.mark.parametrize("format", ["jsonl", "parquet"])
def test_bad_records_are_told_and_the_rest_is_done(tmp_path: Path, format: str) -> None:
    good = lines_of(records(1))
    data = b"".join(line + b"\n" + good for line, _ in BAD_LINES)
    (tmp_path / "a.jsonl").write_bytes(data + b"\n \r\n" + good.rstrip(b"\n"))
    called = scan("a.jsonl", "-o", "out", "--format", format, cwd=tmp_path)
    assert called.returncode == 2
    errors = table(tmp_path / "out", "errors")
    assert [row["line"] for row in errors] == list(range(1, 2 * len(BAD_LINES), 2))
    for row, (_, said) in zip(errors, BAD_LINES, strict=True):
        assert said in row["message"]
        assert f"mtcheck: a.jsonl: line {row['line']}: ".encode() in called.stderr
    done = [row["line"] for row in table(tmp_path / "out", "documents")]
    assert done == [*range(2, 2 * len(BAD_LINES) + 1, 2), 2 * len(BAD_LINES) + 3]
    # To call it again changes nothing, and does not hide that there were errors.
    before = files(tmp_path / "out")
    again = scan("a.jsonl", "-o", "out", "--format", format, cwd=tmp_path)
    assert again.returncode == 2
    assert files(tmp_path / "out") == before


def test_marks_at_the_beginning_and_windows_line_ends(tmp_path: Path) -> None:
    data = lines_of(records(2)).replace(b"\n", b"\r\n")
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + data)
    (tmp_path / "b.jsonl").write_bytes(data.decode().encode("utf-16"))
    called = scan(".", "-o", "out", cwd=tmp_path)
    assert b"b.jsonl: is UTF-16; save it as UTF-8" in called.stderr
    assert [row["line"] for row in table(tmp_path / "out", "documents")] == [1, 2]


def test_files_that_break_off_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    whole = gzip.compress(lines_of(records(120)), compresslevel=0)
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    write(tmp_path / "b.jsonl.zst", records(60))
    data = (tmp_path / "b.jsonl.zst").read_bytes()
    (tmp_path / "b.jsonl.zst").write_bytes(data[:-20])
    write(tmp_path / "c.parquet", records(3))
    data = (tmp_path / "c.parquet").read_bytes()
    (tmp_path / "c.parquet").write_bytes(data[:-20])
    write(tmp_path / "d.jsonl", records(1))
    called = scan(".", "gone.jsonl", "-o", "out", cwd=tmp_path)
    assert called.returncode == 2
    errors = {row["path"]: row["message"] for row in table(tmp_path / "out", "errors")}
    assert list(errors) == ["./a.jsonl.gz", "./b.jsonl.zst", "./c.parquet", "gone.jsonl"]
    assert "cannot be read to its end" in errors["./a.jsonl.gz"]
    assert "in the middle of a frame" in errors["./b.jsonl.zst"]
    assert "is no Parquet that can be read to its end" in errors["./c.parquet"]
    assert "there is no such file" in errors["gone.jsonl"]
    done = [row["path"] for row in table(tmp_path / "out", "documents")]
    assert done.count("./a.jsonl.gz") in range(50, 65)
    assert done.count("./b.jsonl.zst") >= 29
    assert done.count("./d.jsonl") == 1


def test_a_line_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("parts", "records"):
        monkeypatch.setattr(f"mtcheck.scan.{module}.LONGEST", 1000)
    good = lines_of(records(1))
    long = b'{"text": "' + b"a" * 600_000 + b'"}\n'
    (tmp_path / "a.jsonl").write_bytes(good + long + good + long.rstrip())
    write(tmp_path / "b.parquet", [{"text": "a" * 2000}, {"text": CLEAN}])
    scan(".", "-o", "out", cwd=tmp_path)
    told = [(row["path"], row["line"]) for row in table(tmp_path / "out", "errors")]
    assert told == [("./a.jsonl", 2), ("./a.jsonl", 4), ("./b.parquet", 1)]
    done = [(row["path"], row["line"]) for row in table(tmp_path / "out", "documents")]
    assert done == [("./a.jsonl", 1), ("./a.jsonl", 3), ("./b.parquet", 2)]


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl.zst"])
def test_a_file_that_unpacks_to_very_much_is_read_in_pieces(tmp_path: Path, name: str) -> None:
    empty, good = b"\n" * 100_000, lines_of(records(1))
    long = b'{"text": "' + b"a" * (48 << 20) + b'"}\n'
    packed = [gzip.compress(data, 1) if name.endswith("gz") else zstandard.compress(data)
              for data in (long, empty, good)]  # fmt: skip
    (tmp_path / name).write_bytes(b"".join(packed))
    limited = (
        "import resource, sys\n"
        "from mtcheck.__main__ import main\n"
        "import pyarrow, zstandard, mtcheck.scan.run\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "import atexit\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before\n"
        "atexit.register(lambda: print(used()))\n"
        "sys.argv = ['mtcheck', 'scan', *sys.argv[1:], '--jobs', '1', '-q']\n"
        "main()\n"
    )
    command = [sys.executable, "-c", limited, name, "-o", "out"]
    called = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert called.returncode == 2
    (error,) = table(tmp_path / "out", "errors")
    assert (error["line"], "longer than 16" in error["message"]) == (1, True)
    (document,) = table(tmp_path / "out", "documents")
    assert document["line"] == 100_002
    assert int(called.stdout) < 150_000  # kB, the languages' word lists too


def test_the_report_holds_no_command_and_no_markup(tmp_path: Path) -> None:
    evil = "\x1b]0;x\x07\u202e\n::error::x | <b>x</b> [a](http://x.example) @team"
    records = [{"id": evil, "domain": evil, "lang": "en", "text": f"{FAULTY} {evil}"}, {"id": evil}]
    write(tmp_path / "a.jsonl", records)
    called = scan("a.jsonl", "-o", "out", "--columns", "text=text", "--jobs", "1", cwd=tmp_path)
    assert called.returncode == 2
    page = (tmp_path / "out" / "report.md").read_text("utf-8")
    for shown in (page, called.stdout.decode(), called.stderr.decode()):
        assert not any(sign in shown for sign in "\x1b\x07\u202e")
        assert not any(line.lstrip().startswith("::") for line in shown.splitlines())
    assert "U\\+001B" in page
    assert "<b>" not in page
    assert "[a](" not in page
    kept = table(tmp_path / "out", "documents")[0]
    assert (kept["id"], kept["domain"]) == (evil, evil.lower())


def test_an_article_that_breaks_the_program_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtcheck.scan import checking

    real = checking.check_document

    def breaking(document: Any, *rest: Any, **more: Any) -> Any:
        if "Friday 1," in document.text:
            raise RuntimeError("no good")
        return real(document, *rest, **more)

    monkeypatch.setattr(checking, "check_document", breaking)
    write(tmp_path / "a.jsonl", records(3))
    assert scan("a.jsonl", "-o", "out", cwd=tmp_path).returncode == 2
    [error] = table(tmp_path / "out", "errors")
    assert (error["line"], error["id"]) == (2, "n1")
    assert error["message"] == "internal error: RuntimeError: no good; please report it"
    assert len(table(tmp_path / "out", "documents")) == 2


def test_a_rule_that_fails_is_an_error_and_the_document_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtcheck.scan import checking

    real = checking.check_document
    failure = RuleFailure("calque", "ValueError: no good")
    monkeypatch.setattr(
        checking,
        "check_document",
        lambda *given, **named: real(*given, **named)._replace(failures=(failure,)),
    )
    write(tmp_path / "a.jsonl", records(1))
    assert scan("a.jsonl", "-o", "out", cwd=tmp_path).returncode == 2
    [error] = table(tmp_path / "out", "errors")
    assert (error["line"], error["id"]) == (1, "n0")
    assert "internal error in the rule calque: ValueError: no good" in error["message"]
    assert len(table(tmp_path / "out", "documents")) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root opens all")
def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    write(tmp_path / "a.jsonl", records(1))
    called = scan(".", "-o", "out", cwd=tmp_path)
    assert (called.returncode, b"closed: cannot be opened" in called.stderr) == (2, True)


def test_an_empty_corpus_has_tables_without_rows(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    assert scan("a.jsonl", "-o", "out", cwd=tmp_path).returncode == 0
    assert [len(table(tmp_path / "out", name)) for name in TABLES] == [0, 0, 0]
    assert "0 documents" in (tmp_path / "out" / "report.md").read_text()


def test_what_is_kept_of_the_records(tmp_path: Path) -> None:
    write(
        tmp_path / "a.jsonl", [{"text": CLEAN, "section": "sport", "tags": ["a", 1]}, {"text": ""}]
    )
    called = scan("a.jsonl", "-o", "out", "--keep", "section,tags", "--keep", "text", cwd=tmp_path)
    assert called.returncode == 0
    first, second = table(tmp_path / "out", "documents")
    assert (first["section"], first["tags"], first["text"]) == ("sport", '["a", 1]', CLEAN)
    assert (second["section"], second["text"]) == (None, "")
    called = scan("a.jsonl", "-o", "out2", "--keep", "score", cwd=tmp_path)
    assert (called.returncode, b"'score' is a column" in called.stderr) == (2, True)


def test_where_chooses_documents_and_their_findings(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", records(9))
    condition = "'duplicated-headline' in rules and language = 'en'"
    scan("a.jsonl", "-o", "out", "--where", condition, cwd=tmp_path)
    assert [row["id"] for row in table(tmp_path / "out", "documents")] == ["n3"]
    assert {row["id"] for row in table(tmp_path / "out", "findings")} == {"n3"}
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["documents"], report["selected"]) == (9, 1)
    called = scan("a.jsonl", "-o", "out2", "--where", "scor < 3", cwd=tmp_path)
    assert called.returncode == 2
    assert "no column is called 'scor'; did you mean score?" in called.stderr.decode()


def test_the_configuration_counts(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", records(1))
    (tmp_path / "mtcheck.toml").write_text('ignore = ["structure"]\nlanguage = "de"\n')
    scan("a.jsonl", "-o", "out", cwd=tmp_path)
    [row] = table(tmp_path / "out", "documents")
    assert "duplicated-headline" not in row["rules"]
    scan("a.jsonl", "-o", "out2", "--no-config", "--select", "structure", cwd=tmp_path)
    [row] = table(tmp_path / "out2", "documents")
    assert row["rules"] == ["duplicated-headline"]
    called = scan("a.jsonl", "-o", "out3", "--select", "no-such-rule", cwd=tmp_path)
    assert (called.returncode, b"no-such-rule" in called.stderr) == (2, True)


def test_the_report(tmp_path: Path) -> None:
    items = records(30)
    items[4]["id"] = "<script>|*x*|\x1b[31m"
    items[4]["text"] = FAULTY
    write(tmp_path / "a.jsonl", items)
    called = scan("a.jsonl", "-o", "out", cwd=tmp_path)
    report = json.loads((tmp_path / "out" / "report.json").read_text())
    assert (report["records"], report["documents"], report["errors"]) == (30, 30, 0)
    assert sum(each["documents"] for each in report["scores"]) == 30
    assert {each["name"]: each["documents"] for each in report["languages"]} == {
        "en-GB": 15,
        "en": 15,
    }
    assert {each["name"] for each in report["domains"]} == {f"paper{n}.example" for n in range(3)}
    [headline] = [each for each in report["rules"] if each["rule"] == "duplicated-headline"]
    assert (headline["findings"], headline["documents"]) == (11, 11)
    assert sum(headline["languages"].values()) == 11
    scores = [each["score"] for each in report["worst"]]
    assert scores == sorted(scores)
    assert len(scores) >= 11
    page = (tmp_path / "out" / "report.md").read_text()
    for title in ("## Scores", "## Rules", "## Languages", "## Domains", "## Worst documents"):
        assert title in page
        assert title in called.stdout.decode()
    assert "<script>" not in page
    assert "\x1b" not in page + called.stdout.decode()


def test_quiet_says_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", records(1))
    called = scan("a.jsonl", "-o", "out", "-q", cwd=tmp_path)
    assert (called.returncode, called.stdout, called.stderr) == (0, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-", "-o", "out"], "standard input cannot be read again"),
        (["empty", "-o", "out"], "empty: no corpus in this folder"),
        (["a.jsonl", "-o", "a.jsonl"], "a.jsonl is a file"),
        (["a.jsonl", "-o", "full"], "full is not empty, and it holds no scan"),
        (["a.jsonl", "-o", "full", "--restart"], "full is not empty"),
        (["a.jsonl", "-o", "out", "--format", "csv"], "'csv' is none of parquet, jsonl"),
        (["a.jsonl", "-o", "out", "--engine", "spark"], "'spark' is none of local, ray"),
        (["a.jsonl"], "--output"),
        (["a.jsonl", "-o", "out", "--jobs", "-1"], "'-1' is no number of processes"),
    ],
)
def test_wrong_calls(tmp_path: Path, arguments: list[str], said: str) -> None:
    write(tmp_path / "a.jsonl", records(1))
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    called = scan(*arguments, cwd=tmp_path)
    assert called.returncode == 2
    assert said in called.stderr.decode()
    assert (tmp_path / "full" / "mine.txt").read_text() == "mine"


def test_names_of_files_that_are_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\xff\x1b[31m.jsonl"
    Path(os.fsdecode(path)).write_bytes(lines_of(records(1)) + b"nonsense\n")
    called = scan(".", "-o", "out", cwd=tmp_path)
    assert called.returncode == 2
    assert b"\x1b" not in called.stderr + called.stdout
    assert table(tmp_path / "out", "documents")[0]["path"] == "./a\\xff\x1b[31m.jsonl"


def test_json_lines_need_no_pyarrow(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl.gz", records(3))
    write(tmp_path / "b.parquet", records(3))
    program = (
        "import sys\n"
        "sys.modules.update(dict.fromkeys(('pyarrow', 'zstandard')))\n"
        "from mtcheck.__main__ import main\n"
        "sys.argv = ['mtcheck', 'scan', *sys.argv[1:], '--jobs', '1', '-q']\n"
        "main()\n"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", program, *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    done = run("a.jsonl.gz", "-o", "out", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(table(tmp_path / "out", "documents")) == 3
    for arguments in (("a.jsonl.gz",), ("b.parquet", "--format", "jsonl")):
        failed = run(*arguments, "-o", "out2")
        assert failed.returncode == 2
        assert "pip install 'mtcheck[scan]'" in failed.stderr


def test_the_installed_command_with_workers(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", records(130))
    assert scan("a.jsonl", "-o", "one", "-q", "--shard-size", 45, cwd=tmp_path).returncode == 0
    called = installed(
        "scan", "a.jsonl", "-o", "two", "-q", "--shard-size", "45", "--jobs", "2", cwd=tmp_path
    )
    assert (called.returncode, called.stdout, called.stderr) == (0, b"", b"")
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert len(list((tmp_path / "two" / "documents").iterdir())) == 3
