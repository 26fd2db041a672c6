"""The front matter of a Markdown file: YAML between --- lines, or TOML between +++ lines."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.document import Comment, Span
from mtcheck.patterns import late_pattern
from mtcheck.readers import ReadError

if TYPE_CHECKING:
    import yaml

_YAML = late_pattern(
    r"---[ \t]*\r?\n(?P<body>(?s:.*?)(?:^|(?<=\n)))(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
)
_TOML = late_pattern(r"\+\+\+[ \t]*\r?\n(?P<body>(?s:.*?)(?<=\n))\+\+\+[ \t]*(?:\r?\n|\Z)")
_KEYED = late_pattern(r"(?m)\A---[ \t]*\r?\n(?:[ \t]*+(?:#[^\n]*+)?+\r?+\n)*+[A-Za-z_][\w -]*:")
_LANGUAGE = ("lang", "language", "locale")
_SOURCE_LANGUAGE = ("source_lang", "source_language", "source-lang", "source-language")
_IGNORE = "mtcheck-ignore"
_ALL = "mtcheck-ignore-file"
"""The comment that a list of rules under `mtcheck-ignore` stands for."""


_LONGEST = 100_000


class Value(NamedTuple):
    """A value and where it stands in the file (code points)."""

    text: str
    start: int
    end: int


class FrontMatter(NamedTuple):
    """What stands above the text. end: where the text begins. comments: what is to be ignored."""

    end: int = 0
    title: Value | None = None
    language: str | None = None
    source_language: str | None = None
    comments: tuple[Comment, ...] = ()


def has_front_matter(raw: str) -> bool:
    """Does the text begin with YAML or TOML as static site generators read it?"""
    if raw.startswith("---"):
        return bool(_KEYED.match(raw) and _YAML.match(raw))
    return raw.startswith("+++") and bool(_TOML.match(raw))


def front_matter(raw: str) -> FrontMatter:
    """The file's front matter, or an empty one. Raises ReadError where it is no YAML or TOML."""
    if raw.startswith("---") and (found := _YAML.match(raw)):
        if not _KEYED.match(raw):
            return FrontMatter()  # a thematic break, and another one below
        return _of_yaml(raw, found.start("body"), found.end("body"), found.end())
    if raw.startswith("+++") and (found := _TOML.match(raw)):
        return _of_toml(raw, found.start("body"), found.end("body"), found.end())
    return FrontMatter()


def _of_yaml(raw: str, start: int, end: int, after: int) -> FrontMatter:
    import yaml

    if end - start > _LONGEST:
        raise ReadError(f"the front matter is longer than {_LONGEST:,} characters; make it shorter")
    try:
        node = yaml.compose(raw[start:end], Loader=yaml.SafeLoader)
    except (RecursionError, ValueError):
        raise ReadError("the front matter is no YAML that can be read; make it simpler") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        what = getattr(error, "problem", None) or str(error).partition("\n")[0]
        raise ReadError(f"line {line}: the front matter is no YAML: {what}") from None
    if not isinstance(node, yaml.MappingNode):
        return FrontMatter(after)
    values = {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}
    title = values.get("title")
    return FrontMatter(
        after,
        _title(raw, start, title) if isinstance(title, yaml.ScalarNode) else None,
        _first(values, _LANGUAGE),
        _first(values, _SOURCE_LANGUAGE),
        _ignored(_strings(values.get(_IGNORE)), values, start, raw),
    )


def _title(raw: str, start: int, node: yaml.ScalarNode) -> Value | None:
    if node.tag.endswith(":null"):
        return None
    begin, close = start + node.start_mark.index, start + node.end_mark.index
    if node.style in ("'", '"'):
        begin, close = begin + 1, close - 1
    return Value(str(node.value), begin, close)


def _first(values: dict[str, yaml.Node], names: tuple[str, ...]) -> str | None:
    import yaml

    found = (values.get(name) for name in names)
    return next((str(node.value) for node in found if isinstance(node, yaml.ScalarNode)), None)


def _strings(node: yaml.Node | None) -> list[str]:
    import yaml

    if isinstance(node, yaml.SequenceNode):
        return [str(item.value) for item in node.value if isinstance(item, yaml.ScalarNode)]
    return [str(node.value)] if isinstance(node, yaml.ScalarNode) else []


def _ignored(
    rules: list[str], values: dict[str, yaml.Node], start: int, raw: str
) -> tuple[Comment, ...]:
    if not rules:
        return ()
    line = raw.count("\n", 0, start) + values[_IGNORE].start_mark.line + 1
    node = values[_IGNORE]
    begin, close = start + node.start_mark.index, start + node.end_mark.index
    place = Span(begin, begin + len(raw[begin:close].rstrip()))
    return (Comment(f"{_ALL} {', '.join(rules)}", 0, line, place),)


def _of_toml(raw: str, start: int, end: int, after: int) -> FrontMatter:
    try:
        values = tomllib.loads(raw[start:end].replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise ReadError(f"the front matter is no TOML: {error}") from None
    ignored = values.get(_IGNORE, [])
    rules = [str(rule) for rule in ignored] if isinstance(ignored, list) else [str(ignored)]
    begin = max(0, raw.find(_IGNORE, start))
    line = raw.count("\n", 0, begin) + 1
    place = Span(begin, begin + len(raw[begin:].partition("\n")[0].rstrip()))
    return FrontMatter(
        after,
        _toml_title(raw, start, end, values.get("title")),
        _first_string(values, _LANGUAGE),
        _first_string(values, _SOURCE_LANGUAGE),
        (Comment(f"{_ALL} {', '.join(rules)}", 0, line, place),) if rules else (),
    )


def _first_string(values: dict[str, object], names: tuple[str, ...]) -> str | None:
    found = (values.get(name) for name in names)
    return next((value for value in found if isinstance(value, str)), None)


_TOML_TITLE = late_pattern(
    r"(?m)^[ \t]*(?:title|\"title\"|'title')[ \t]*=[ \t]*"
    r"(\"\"\"|'''|\"|')(?P<value>(?s:.*?))(?<!\\)\1"
)


def _toml_title(raw: str, start: int, end: int, title: object) -> Value | None:
    """tomllib tells no places, so the line is looked for."""
    if not isinstance(title, str) or not title:
        return None
    found = _TOML_TITLE.search(raw, start, end)
    return Value(title, *found.span("value")) if found else None
