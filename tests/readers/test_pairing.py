"""Which file is the source of which."""

import json
from pathlib import Path

import pytest

from mtcheck.finding import ReadFailure
from mtcheck.readers import Article, ReadOptions, read_articles
from mtcheck.readers.pairing import is_language, name_parts
from tests.readers.bilingual import OPTIONS, failure, read, saved


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("x.txt", ("x", None, ".txt")),
        ("x.fr.txt", ("x", "fr", ".txt")),
        ("x.en-GB.txt", ("x", "en-GB", ".txt")),
        ("x.pt_BR.txt", ("x", "pt-BR", ".txt")),
        ("x.zh-Hant-TW.jsonl", ("x", "zh-Hant-TW", ".jsonl")),
        ("talks.2024.fil.txt", ("talks.2024", "fil", ".txt")),
        ("newstest.de", ("newstest", "de", "")),
        ("fr.txt", ("fr", None, ".txt")),
        ("fr.po", ("", "fr", ".po")),
        ("x.old.txt", ("x.old", None, ".txt")),
        ("x.mt.txt", ("x.mt", None, ".txt")),
        ("x.src.txt", ("x.src", None, ".txt")),
        ("x.en-QQ.txt", ("x.en-QQ", None, ".txt")),
        ("x.final.txt", ("x.final", None, ".txt")),
        ("x", ("x", None, "")),
    ],
)
def test_the_parts_of_a_name(name: str, parts: tuple) -> None:
    assert name_parts(name) == parts


def test_tags_of_real_languages() -> None:
    assert all(map(is_language, ("fr", "kab", "sr-Latn", "es-419", "de_AT", "en-gb")))
    assert not any(map(is_language, ("", "xx", "tmp", "FR", "fr-", "v2", "en-XX", "f")))


def texts(paths: list[str], options: ReadOptions) -> dict[str, str | None]:
    """What each article has for its source; what failed, in words."""
    found: dict[str, str | None] = {}
    for article in read_articles(paths, options):
        if isinstance(article, ReadFailure):
            found[Path(article.path).name] = article.message
        else:
            source = article.document.source
            found[Path(article.path).name] = source.text if source else None
    return found


@pytest.fixture
def news(tmp_path: Path) -> Path:
    for name in ("a.en.txt", "a.fr.txt", "b.en.txt", "b.fr.txt"):
        saved(tmp_path, f"news/{name}", f"{name}\n")
    saved(tmp_path, "src/a.txt", "src/a\n")
    saved(tmp_path, "src/b.fr.txt", "src/b\n")
    return tmp_path


def test_one_file_is_the_source_of_all(news: Path) -> None:
    options = OPTIONS._replace(source=str(news / "src/a.txt"))
    assert texts([str(news / "news/a.en.txt"), str(news / "news/b.en.txt")], options) == {
        "a.en.txt": "src/a\n",
        "b.en.txt": "src/a\n",
    }


def test_a_folder_by_the_same_name_or_another_tag(news: Path) -> None:
    options = OPTIONS._replace(source=str(news / "src"))
    assert texts([str(news / "news/a.en.txt"), str(news / "news/b.en.txt")], options) == {
        "a.en.txt": "src/a\n",
        "b.en.txt": "src/b\n",
    }


def test_sources_beside_the_translations(news: Path) -> None:
    folder = str(news / "news")
    options = ReadOptions(source_language="fr", source=folder)
    assert texts([folder], options) == {"a.en.txt": "a.fr.txt\n", "b.en.txt": "b.fr.txt\n"}


def test_subfolders_keep_their_place(tmp_path: Path) -> None:
    for name in ("x", "y"):
        saved(tmp_path, f"hyp/{name}/a.txt", name)
        saved(tmp_path, f"src/{name}/a.txt", f"source of {name}")
    folder, source = str(tmp_path / "hyp"), str(tmp_path / "src")
    for given in (source, source + "/{name}.txt"):
        articles = list(read_articles([folder], OPTIONS._replace(source=given)))
        assert [
            article.document.source and article.document.source.text
            for article in articles
            if isinstance(article, Article)
        ] == ["source of x", "source of y"]


def test_patterns(news: Path) -> None:
    expected = {"a.en.txt": "a.fr.txt\n", "b.en.txt": "b.fr.txt\n"}
    options = OPTIONS._replace(source=str(news / "news/{name}.fr.txt"))
    assert texts([str(news / "news/{name}.en.txt")], options) == expected
    assert texts([str(news / "news" / name) for name in expected], options) == expected


def test_a_missing_counterpart_names_both(news: Path) -> None:
    path = news / "news/b.en.txt"
    told = failure(path, OPTIONS._replace(source=str(news / "src/{name}.txt")))
    assert told == f"its source is missing: there is no {news / 'src/b.txt'}"
    told = failure(path, OPTIONS._replace(source=str(news / "no.txt")))
    assert told == f"its source is missing: there is no {news / 'no.txt'}"
    told = failure(news / "news/a.fr.txt", OPTIONS._replace(reference=str(news / "none")))
    assert "its reference is missing" in told


def test_several_candidates_are_no_answer(news: Path) -> None:
    saved(news, "news/a.de.txt", "a.de\n")
    options = ReadOptions(language="en", source=str(news / "news"))
    told = failure(news / "news/a.en.txt", options)
    assert "could be" in told
    assert "--source-lang" in told
    (document,) = read(news / "news/a.en.txt", options._replace(source_language="de"))
    assert document.source and document.source.text == "a.de\n"


def test_the_tag_in_the_name_tells_the_language(tmp_path: Path) -> None:
    path = saved(tmp_path, "x.en-GB.txt", "Talks open.\n")
    source = saved(tmp_path, "x.uk.txt", "Les pourparlers s'ouvrent.\n")
    (document,) = read(path, ReadOptions(source=str(source)))
    assert (document.language, document.source_language) == ("en-GB", "uk")
    (document,) = read(path, ReadOptions(language="de", source_language="fr", source=str(source)))
    assert (document.language, document.source_language) == ("de", "fr")


def test_json_lines_are_paired_by_id_or_line(tmp_path: Path) -> None:
    def record(**fields: str) -> str:
        return json.dumps(fields) + "\n"

    path = saved(
        tmp_path,
        "hyp.jsonl",
        record(id="a", text="One")
        + record(id="b", text="Two", source="Own")
        + record(id="c", text="T"),
    )
    source = saved(tmp_path, "src.jsonl", record(id="b", text="Deux") + record(id="a", text="Un"))
    first, second, third = read_articles([str(path)], OPTIONS._replace(source=str(source)))
    assert isinstance(first, Article)
    assert first.document.source and first.document.source.text == "Un"
    assert isinstance(second, Article)
    assert second.document.source and second.document.source.text == "Own"
    assert isinstance(third, ReadFailure)
    assert third.message.startswith("line 3: its source is missing: ")
    assert "'c'" in third.message


def test_a_broken_counterpart_is_named(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", "One\n")
    source = saved(tmp_path, "src.txt", b"caf\xe9\n")
    told = failure(path, OPTIONS._replace(source=str(source)))
    assert told.startswith(f"its source {source}: line 1: byte 0xE9")


def test_bilingual_files_keep_their_own_source(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.tsv", "src\ttgt\nUn\tOne\n")
    (document,) = read(path, OPTIONS._replace(source=str(tmp_path / "none.txt")))
    assert document.source and document.source.text == "Un"


def test_one_sided_tables_are_aligned(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.tsv", "id\ttgt\n1\tOne is here.\n2\tTwo is there.\n")
    source = saved(tmp_path, "src.txt", "Un est là.\n\nDeux est là-bas.\n")
    (document,) = read(path, OPTIONS._replace(source=str(source)))
    assert [document.text[slice(*bead.target)] for bead in document.beads] == [
        "One is here.",
        "Two is there.",
    ]


def test_a_reference_for_the_metrics(news: Path) -> None:
    options = OPTIONS._replace(reference=str(news / "src"))
    (document,) = read(news / "news/a.en.txt", options)
    assert document.reference and document.reference.text == "src/a\n"
    assert document.reference.language == "en"
