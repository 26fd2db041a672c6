"""Which languages mtcheck reads, and whose traces it knows in each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence

from docs.generator.markdown import prose, table
from mtcheck.language.conventions import conventions, language_name
from mtcheck.language.data import FOLDER, file_names, languages
from mtcheck.rule import EVERY_LANGUAGE, Rule

_TRACES = {
    "calque": "phrases",
    "false-friend": "false friends",
    "foreign-transliteration": "spellings of names",
    "untranslated-acronym": "acronyms",
}


def render(rules: Sequence[Rule]) -> str:
    """The page as Markdown."""
    full = [tag for tag in languages() if _sources(tag, "calque")]
    others = [tag for tag in languages() if tag not in full]
    general = sum(rule.languages == EVERY_LANGUAGE for rule in rules)
    return "\n\n".join(
        [
            "# Languages",
            f"{len(full)} languages are read in full, {len(others)} more have data of their own. "
            f"In any other language {general} rules look at structure, debris, scripts and at the "
            "conventions that CLDR knows. The language is given (`--lang`), stands in the file or "
            "in its name, or is found from the text.",
            "**Regional variants** are those whose press prints otherwise than the rest: "
            "`--lang de-CH` expects «guillemets», `--lang en-GB` the comma where the sense wants "
            "it. Without a region every habit of the language is accepted, if an article keeps "
            "to one. "
            "**Rules** counts those that are claimed for the language.",
            "## Read in full",
            _languages(full, rules),
            "## With data of their own",
            _languages(others, rules),
            "## Whose traces are known",
            "From which source languages a translation into each language is recognised, and by "
            "what: with these data the [origin](../concepts/silence.md) of an article is inferred "
            "and the rules of medium confidence speak.",
            *_traces(full),
            "## What each rule is claimed for",
            f"All languages: {general} rules. The others:",
            _claims(rules),
        ]
    )


def _languages(tags: Sequence[str], rules: Sequence[Rule]) -> str:
    rows = []
    for tag in sorted(tags, key=language_name):
        about = conventions(tag)
        rows.append(
            [
                language_name(tag),
                f"`{tag}`",
                ", ".join(f"`{tag}-{region}`" for region in _regions(tag)) or "–",
                prose(" ".join(about.quotes[:1])) or "–",
                str(sum(rule.claims(tag) for rule in rules)),
            ]
        )
    heads = ("Language", "Tag", "Regional variants", "Usual quotation marks", "Rules")
    return table(heads, rows, numbers=1)


def _regions(tag: str) -> list[str]:
    path = FOLDER / tag / "conventions.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return sorted(found.get("region", {}))


def _sources(tag: str, rule: str) -> list[str]:
    """The languages of the files `<rule>.<source>.tsv`, those of several parts once."""
    parts = [name.split(".") for name in file_names(tag)]
    return sorted({p[-2] for p in parts if p[0] == rule and p[-1] == "tsv" and len(p) > 2})


def _traces(tags: Sequence[str]) -> Iterator[str]:
    rows = []
    for tag in sorted(tags, key=language_name):
        names = (
            ", ".join(sorted(map(language_name, _sources(tag, rule)))) or "–" for rule in _TRACES
        )
        rows.append([language_name(tag), *names])
    yield table(("Into", *_TRACES.values()), rows)


def _claims(rules: Sequence[Rule]) -> str:
    rows = [
        [
            f"[{rule.name}](../rules/{rule.name}.md)",
            ", ".join(sorted(map(language_name, rule.languages))),
        ]
        for rule in rules
        if rule.languages != EVERY_LANGUAGE
    ]
    return table(("Rule", "Languages"), rows)
