"""The examples that a rule of a rule file carries."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.language.data import LanguageTagError, normalized_tag
from mtcheck.own_rules.fields import FieldError, Fields
from mtcheck.rule import EVERY_LANGUAGE, OPEN_MARK, Confidence, Example, bad, good

_KEYS = ("text", "language", "source-language", "fixed")


def examples_of(
    fields: Fields, languages: tuple[str, ...], sources: tuple[str, ...], confidence: Confidence
) -> Iterator[Example]:
    """The examples under "bad" and "good". Each is a text or a table of text, language,
    source-language and fixed; the texts under "fixed" belong to the bad ones in their order.

    Where no language is told it is the rule's first; a rule of medium confidence is told of a
    source language that it speaks to. Raises FieldError.
    """
    language = "en" if languages == EVERY_LANGUAGE else languages[0]
    source = None
    if confidence == "medium":
        source = sources[0] if sources else "fr" if language == "en" else "en"
    fixed = fields.texts("fixed")
    marked = _tables(fields, "bad")
    if len(fixed) > len(marked):
        raise FieldError(f"{len(fixed)} fixed texts for {len(marked)} bad ones", "fixed")
    for number, example in enumerate(marked):
        text, tag, told = _read(example, "bad", language, source)
        after = example.text("fixed") if "fixed" in example else None
        try:
            yield bad(
                text,
                tag,
                source_lang=told,
                fixed=after if after or number >= len(fixed) else fixed[number],
            )
        except ValueError as error:
            raise FieldError(str(error), "bad", text.partition("\n")[0]) from None
    for example in _tables(fields, "good"):
        text, tag, told = _read(example, "good", language, source)
        if OPEN_MARK in text:
            raise FieldError(f"a good example has no {OPEN_MARK}: {text!r}", "good", text)
        yield good(text, tag, source_lang=told)


def _tables(fields: Fields, key: str) -> list[Fields]:
    value = fields.raw(key) or []
    values = [value] if isinstance(value, str | dict) else value
    if not isinstance(values, list) or not all(isinstance(v, str | dict) for v in values):
        raise FieldError(f"{key} must be a list of texts (or of tables with a text)", key)
    known = _KEYS if key == "bad" else _KEYS[:-1]
    return [Fields(v if isinstance(v, dict) else {"text": v}, known) for v in values]


def _read(
    example: Fields, key: str, language: str, source: str | None
) -> tuple[str, str, str | None]:
    if "text" not in example:
        raise FieldError(f"{key}: an example needs a text", key)
    try:
        tag = normalized_tag(example.text("language", language))
        told = example.text("source-language") if "source-language" in example else source
        return example.text("text"), tag, normalized_tag(told) if told else None
    except LanguageTagError as error:
        raise FieldError(f"{key}: {error}", key) from None
