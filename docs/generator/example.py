"""A rule's example as HTML: the marked words, what the rule says, the fixed text."""

from __future__ import annotations

from mtcheck.examples import report_on
from mtcheck.finding import Finding
from mtcheck.language.conventions import language_name
from mtcheck.reporters.direction import direction
from mtcheck.reporters.marked_text import attribute, plain
from mtcheck.rule import Example, Rule


def shown(example: Example, rule: Rule) -> str:
    """One `figure`; a bad example carries what the rule says of it, in order and each once."""
    findings = report_on(example, rule).findings if example.is_bad else ()
    parts = [f"<figcaption>{_caption(example)}</figcaption>"]
    if example.source is not None:
        parts.append(_text(example.source, example.source_language or "und", "source", "Source"))
    if example.reference is not None:
        parts.append(_text(example.reference, example.language, "source", "Reference"))
    if example.glossary is not None:
        parts.append(
            f'<p class="key">Glossary</p><pre class="table">{plain(example.glossary)}</pre>'
        )
    beside = example.source is not None or example.reference is not None
    parts.append(_marked(example, "Translation" if beside else ""))
    parts += [f'<p class="says">{line}</p>' for line in dict.fromkeys(map(_said, findings))]
    if example.fixed is not None:
        parts.append(_text(example.fixed, example.language, "fixed", "Fixed"))
    kind = "bad" if example.is_bad else "good"
    return f'<figure class="example {kind}">{"".join(parts)}</figure>'


def _caption(example: Example) -> str:
    name = language_name(example.language)
    tag = f" ({example.language})" if "-" in example.language else ""
    source = example.source_language
    return plain(f"{name}{tag}" + (f", translated from {language_name(source)}" if source else ""))


def _said(finding: Finding) -> str:
    said = plain(finding.message)
    if not finding.suggestion:
        return said
    return f'{said} <span class="key">Better</span> <bdi>{plain(finding.suggestion)}</bdi>'


def _marked(example: Example, key: str) -> str:
    pieces = []
    place = 0
    for start, end in example.spans:
        inside = example.text[start:end]
        blank = ' class="blank"' if not inside.strip() else ""
        pieces.append(plain(example.text[place:start]))
        pieces.append(f"<mark{blank}>{plain(inside)}</mark>")
        place = end
    pieces.append(plain(example.text[place:]))
    return _box("".join(pieces), example.text, example.language, "checked", key)


def _text(text: str, language: str, kind: str, key: str) -> str:
    return _box(plain(text), text, language, kind, key)


def _box(html: str, text: str, language: str, kind: str, key: str) -> str:
    heading = f'<p class="key">{key}</p>' if key else ""
    way = direction(language, text)
    lang = "" if language == "und" else attribute(language)
    return f'{heading}<div class="text {kind}" lang="{lang}" dir="{way}">{html}</div>'
