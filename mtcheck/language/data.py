"""Where a language's data lie: one folder a language, `mtcheck/languages/<subtag>/`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mtcheck.patterns import late_pattern

FOLDER = Path(__file__).parent.parent / "languages"
TAG = late_pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class LanguageTagError(ValueError):
    """Not the form of a BCP 47 language tag."""


def primary_subtag(tag: str) -> str:
    """ "en" of "en-GB"."""
    return tag.partition("-")[0].lower()


def region_subtag(tag: str) -> str | None:
    """ "GB" of "en-GB", "419" of "es-419", or None."""
    for part in tag.split("-")[1:]:
        if (len(part) == 2 and part.isalpha()) or (len(part) == 3 and part.isdigit()):
            return part.upper()
    return None


def normalized_tag(tag: str) -> str:
    """A BCP 47 tag in its usual letter case: "EN_us" is "en-US".

    Raises LanguageTagError where it has not the form of one.
    """
    if not TAG.fullmatch(tag := tag.replace("_", "-")):
        raise LanguageTagError(f"{tag!r} is no language tag; write one such as en, en-GB or fr-CA")
    first, *rest = tag.split("-")
    cased = (
        part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower()
        for part in rest
    )
    return "-".join([first.lower(), *cased])


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder of data, in alphabetical order."""
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.is_dir()))


@cache
def file_names(language: str) -> tuple[str, ...]:
    """The names of the files in the language's folder, in no order; none where it has no folder."""
    if language not in languages():
        return ()
    return tuple(os.listdir(FOLDER / language))  # noqa: PTH208  it makes no thousand paths


@cache
def languages_with(*names: str) -> tuple[str, ...]:
    """The languages whose folder holds, for each name, a file of that name; "calque.*.tsv" means
    one for any source language. For rules that are claimed wherever their data lie."""
    wanted = [name.partition("*") for name in names]
    return tuple(
        language
        for language in languages()
        if all(
            any(
                name.startswith(head) and name.endswith(tail) if star else name == head
                for name in file_names(language)
            )
            for head, star, tail in wanted
        )
    )


@cache
def listed_lines(language: str, name: str) -> tuple[str, ...]:
    """The lines of `languages/<language>/<name>.txt` without comments; none where there is no
    such file."""
    return tuple(_lines(FOLDER / language / f"{name}.txt"))


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def listed_words(language: str, name: str) -> frozenset[str]:
    """The words of `languages/<language>/<name>.txt`, several a line."""
    return frozenset(words_listed(language, name))


def words_listed(language: str, name: str) -> Iterator[str]:
    """The same, read anew: for tables that are made of them and take their place in memory."""
    for line in _lines(FOLDER / language / f"{name}.txt"):
        yield from line.split()


def function_words(language: str) -> frozenset[str]:
    """The language's commonest words, lower-cased; empty where it has no list."""
    return listed_words(language, "function-words")


@cache
def _word_lists(language: str) -> dict[str, str]:
    path = FOLDER / language / "word-lists.tsv"
    if not path.is_file():
        return {}
    rows = (line.partition("\t") for line in _lines(path))
    return {name: words for name, _, words in rows}


@cache
def word_list(name: str, language: str) -> tuple[str, ...]:
    """A named list of `languages/<language>/word-lists.tsv`; empty where there is none."""
    words = _word_lists(language).get(name)
    return () if words is None else tuple(words.split("|"))
