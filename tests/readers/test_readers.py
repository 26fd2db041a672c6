"""Bytes, encodings, folders and JSON Lines."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.finding import ReadFailure
from mtcheck.readers import Article, ReadError, ReadOptions, read_articles
from mtcheck.readers.files import decoded
from mtcheck.readers.jsonl import read_json_lines

OPTIONS = ReadOptions(language="en")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_followed(codec: str) -> None:
    assert decoded("Café à Kyïv".encode(codec), None) == "Café à Kyïv"


def test_encoding_overrides() -> None:
    assert decoded(b"caf\xe9", "latin-1") == "café"


def test_invalid_utf8_names_line_and_byte() -> None:
    with pytest.raises(ReadError, match="line 2: byte 0xE9 is no UTF-8"):
        decoded(b"one\ncaf\xe9", None)


def test_a_binary_file_is_no_text() -> None:
    with pytest.raises(ReadError, match="NUL"):
        decoded(b"PK\x03\x04\x00\x00", None)


@given(st.text())
def test_any_text_survives_decoding(text: str) -> None:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    if "\0" in text or text.startswith("\ufeff"):
        return
    assert decoded(data, None) == text


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.jsonl", "c.md", "e.py", ".hidden.txt", "sub/d.txt", ".git/e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "x", "id": 7}\n' if name.endswith("jsonl") else "x\n")
    articles = list(read_articles([str(tmp_path)], OPTIONS))
    names = [Path(a.path).name for a in articles if isinstance(a, Article)]
    assert names == ["a.jsonl", "b.txt", "c.md", "d.txt"]


@pytest.mark.skipif(os.name == "nt", reason="FIFOs of POSIX")
def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x\n")
    for name in ("pipe.txt", "pipe.xml", "pipe.json"):
        os.mkfifo(tmp_path / name)
    articles = list(read_articles([str(tmp_path)], OPTIONS))
    assert [Path(article.path).name for article in articles] == ["a.txt"]


def test_a_file_that_several_paths_name_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("x\n")
    paths = ["b.txt", ".", str(tmp_path / "b.txt"), "{name}.txt", "./a.txt"]
    assert [article.path for article in read_articles(paths, OPTIONS)] == ["b.txt", "a.txt"]


def test_a_link_that_loops_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x\n")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(read_articles([str(tmp_path)], OPTIONS))) == 1


def test_json_lines_fields() -> None:
    record = {
        "id": 12,
        "headline": "Talks open",
        "body": "They met.",
        "lang": "en-GB",
        "source_lang": "fr",
        "reference": "They met.",
        "section": "world",
    }
    (article,) = read_json_lines("x.jsonl", json.dumps(record), ReadOptions())
    assert isinstance(article, Article)
    document = article.document
    assert article.id == "12"
    assert document.text == "Talks open\n\nThey met."
    assert document.headline and document.headline.end == len("Talks open")
    assert (document.language, document.source_language) == ("en-GB", "fr")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("[1]", "no JSON object"),
        ('{"id": "a"}', "holds no 'text'"),
        ('{"text": 5}', "'text' is no string"),
        ('{"text": "x", "lang": "n o"}', "no language tag"),
        ('{"text": "x"', "no JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_broken_line_is_named_and_the_next_is_read(line: str, complaint: str) -> None:
    results = list(read_json_lines("x.jsonl", f'\n{line}\n{{"text": "y"}}', OPTIONS))
    failure, article = results
    assert isinstance(failure, ReadFailure)
    assert failure.message.startswith("line 2: ")
    assert complaint in failure.message
    assert isinstance(article, Article)


@given(st.text(max_size=200))
def test_no_line_breaks_the_reader(text: str) -> None:
    for result in read_json_lines("x.jsonl", text, OPTIONS):
        assert isinstance(result, Article | ReadFailure)
