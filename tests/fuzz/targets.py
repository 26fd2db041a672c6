"""What is fuzzed: each target makes an input from a seed, and says whether it is borne."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from mtcheck.config import ConfigError, Configuration
from mtcheck.config.found import FoundConfiguration
from mtcheck.document import Document
from mtcheck.engine import check_document
from mtcheck.readers import ReadError, ReadOptions
from mtcheck.registry import all_rules
from mtcheck.rule import Example, Rule
from mtcheck.run import check_content, check_paths
from mtcheck.settings import Settings
from mtcheck.summary import summarize
from tests.fuzz.files import FILES, TABLES
from tests.fuzz.mutations import mutated_bytes, mutated_text, noise
from tests.fuzz.sound import assert_reports_valid, assert_sound, limited

_EVERYTHING = Settings(confidence="low")


class Input(NamedTuple):
    """name: of the file, or the language of the text with its source's ("en", "en fr").
    data: the file, or the text as UTF-8 (lone surrogates pass); source: likewise."""

    name: str
    data: bytes
    source: bytes | None = None

    @property
    def text(self) -> str:
        return self.data.decode("utf-8", "surrogatepass")

    @property
    def source_text(self) -> str | None:
        return None if self.source is None else self.source.decode("utf-8", "surrogatepass")


class Target(NamedTuple):
    """make: an input from chance. bear: raises where the program does not bear it."""

    make: Callable[[Random], Input]
    bear: Callable[[Input], None]


def _made_file(random: Random) -> Input:
    name = random.choice(list(FILES))
    return Input(name, mutated_bytes(random, FILES[name], list(FILES.values())))


def _bear_file(given: Input) -> None:
    """A file of any bytes is read or refused in plain words, checked, and reported in each
    format."""
    options = (
        ReadOptions(),
        ReadOptions("en", "fr"),
        ReadOptions("en", input_format="parallel"),
        ReadOptions("en", columns=(("target", "1"),)),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / given.name
        path.write_bytes(given.data)
        for each in options[:2] if given.name != "a.en.txt" else options:
            with limited():
                report = check_paths([str(path)], Configuration(_EVERYTHING, each))
                for document in report.documents:
                    assert_sound(document)
                for error in report.errors:
                    assert error.path == str(path)
                    assert error.message.strip()
                    assert len(error.message) < 500, error.message
                assert_reports_valid(report)


@cache
def examples() -> dict[str, tuple[tuple[Rule, Example], ...]]:
    """By language, the examples of all rules: texts full of artifacts."""
    found: dict[str, list[tuple[Rule, Example]]] = {}
    for rule in all_rules():
        for example in rule.examples:
            found.setdefault(example.language.partition("-")[0], []).append((rule, example))
    return {language: tuple(found[language]) for language in sorted(found)}


@cache
def _texts() -> tuple[str, ...]:
    return tuple(e.text for own in examples().values() for _, e in own)


def _made_text(random: Random, language: str | None = None) -> Input:
    language = language or random.choice(list(examples()))
    own = [example.text for _, example in examples()[language]]
    kind = random.randrange(10)
    if kind == 0:
        text = "".join(noise(random) for _ in range(random.randint(1, 20)))
    else:
        parting = random.choice(("\n\n", "\n", " ", "\r\n\r\n"))
        text = parting.join(random.choice(own) for _ in range(random.randint(1, 5)))
    text = mutated_text(random, text, own if random.random() < 0.7 else _texts())
    return Input(language, text.encode("utf-8", "surrogatepass"))


def _made_pair(random: Random) -> Input:
    language = random.choice(list(examples()))
    pairs = [example for _, example in examples()[language] if example.source]
    if not pairs:
        return _made_text(random, language)
    chosen = [random.choice(pairs) for _ in range(random.randint(1, 3))]
    source_language = (chosen[0].source_language or "en").partition("-")[0]
    text = "\n\n".join(example.text for example in chosen)
    source = "\n\n".join(example.source or "" for example in chosen)
    if random.random() < 0.8:
        text = mutated_text(random, text, [source, *_texts()[:50]])
    if random.random() < 0.5:
        source = mutated_text(random, source, [text])
    return Input(
        f"{language} {source_language}",
        text.encode("utf-8", "surrogatepass"),
        source.encode("utf-8", "surrogatepass"),
    )


def _bear_text(given: Input) -> None:
    """No rule breaks down on any text in any language, and every report of it is valid."""
    language, _, source_language = given.name.partition(" ")
    source = given.source_text
    document = Document(
        given.text,
        language,
        source=None if source is None else Document(source, source_language or "en"),
    )
    with limited():
        report = check_document(document, all_rules(), _EVERYTHING, path="a.txt")
        assert_sound(report)
        assert_reports_valid(summarize([report], [], all_rules(), _EVERYTHING))


def _made_table(random: Random) -> Input:
    name = random.choice(list(TABLES))
    return Input(name, mutated_bytes(random, TABLES[name], list(TABLES.values())))


def _bear_table(given: Input) -> None:
    """What a run reads beside the articles is used, or refused in plain words that name it."""
    text = "Talks open\n\nThe talks in KIEV! began in Kiev on Friday, the OTAN said.\n"
    with tempfile.TemporaryDirectory() as folder, limited():
        path = Path(folder) / given.name
        path.write_bytes(given.data)
        values: dict[str, object] = {}
        if given.name.startswith("terms"):
            values["glossaries"] = (str(path),)
        elif given.name == "rules.toml":
            values["rule-files"] = (str(path),)
        elif given.name == "baseline.json":
            values["baseline"] = str(path)
        file = str(path) if given.name == "mtcheck.toml" else None
        try:
            configuration = FoundConfiguration(values, file=file, isolated=file is None)
            report = check_content(text, "a.en.txt", configuration)
        except (ConfigError, ReadError, ValueError) as error:
            _assert_plain(error, given.name)
            return
        for document in report.documents:
            for failure in document.failures:
                assert not failure.is_internal, failure
        if not any(document.failures for document in report.documents):
            assert_reports_valid(report)


def _assert_plain(error: ValueError, name: str) -> None:
    from mtcheck.baseline import BaselineError
    from mtcheck.registry import RuleFileError, UnknownRuleError

    known = (ConfigError, ReadError, BaselineError, RuleFileError, UnknownRuleError)
    assert isinstance(error, known), repr(error)
    assert str(error).strip()
    assert isinstance(error, BaselineError) or name in str(error), error


TARGETS: dict[str, Target] = {
    "file": Target(_made_file, _bear_file),
    "text": Target(_made_text, _bear_text),
    "pair": Target(_made_pair, _bear_text),
    "table": Target(_made_table, _bear_table),
}
