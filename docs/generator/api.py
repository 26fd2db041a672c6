"""The Python API's reference: signatures and docstrings of what is public."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import mtcheck
from docs.generator.markdown import prose, words
from mtcheck.finding import Origin, ReadFailure, Suppressed
from mtcheck.rule import Edit, Example, Fix, Hit, Related, Rule, bad, good, rule
from mtcheck.score import ScoreParameters

_OPENING = """# Python

```python
from mtcheck import Settings, check_file, check_text

report = check_text("Talks open\\n\\nTalks open\\n\\nDelegates met.", language="en")
for finding in report.findings:
    print(finding.rule, finding.start, finding.end, finding.message)
print(report.score, report.origin.language, report.origin.probability)
```

Everything public is imported from `mtcheck`. All values are immutable; offsets are code points,
half-open: `report.text[finding.start:finding.end]` is the place. [Origin](../concepts/silence.md)
and [score](../concepts/score.md) have pages of their own.
"""
_PARAMETER = re.compile(r"^([a-z_]+(?:, [a-z_]+)*|`[a-z_]+`): ")
_BEHIND = (Origin, ScoreParameters, Fix, Edit, Related, Suppressed, ReadFailure)
_OF_RULES = (rule, bad, good, Hit, Rule, Example)


def render() -> str:
    """The page as Markdown."""
    public = [getattr(mtcheck, name) for name in mtcheck.__all__]
    public.sort(key=lambda thing: (inspect.isclass(thing), thing.__name__))
    parts = [_OPENING, "## What is imported from mtcheck", *map(_section, public)]
    parts += ["## What these hold", *map(_section, _BEHIND)]
    parts.append(
        "## For authors of rules\n\nFrom `mtcheck.rule`; [Adding a rule](../adding-a-rule.md) "
        "shows how they are used."
    )
    parts += map(_section, _OF_RULES)
    return "\n\n".join(parts)


def _section(thing: Any) -> str:
    kind = "class " if inspect.isclass(thing) else ""
    lines = [f"### {thing.__name__}", f"```python\n{kind}{thing.__name__}{_signature(thing)}\n```"]
    lines += _docstring(inspect.getdoc(thing) or "")
    if inspect.isclass(thing):
        lines += _members(thing)
    return "\n\n".join(lines)


def _signature(thing: Any) -> str:
    if inspect.isclass(thing) and issubclass(thing, Exception):
        return "(Exception)"
    signature = inspect.signature(thing)
    shown = [_parameter(parameter) for parameter in signature.parameters.values()]
    starred = [i for i, p in enumerate(signature.parameters.values()) if p.kind is p.KEYWORD_ONLY]
    if starred:
        shown.insert(starred[0], "*")
    returned = signature.return_annotation
    arrow = f" -> {returned}".replace("'", "") if isinstance(returned, str) else ""
    one_line = f"({', '.join(shown)}){arrow}"
    if len(one_line) < 70:
        return one_line
    return "(\n" + "".join(f"    {part},\n" for part in shown) + f"){arrow}"


def _parameter(parameter: inspect.Parameter) -> str:
    """ "name: type = default"; annotations are strings that quote what is imported late."""
    annotation = parameter.annotation
    named = annotation if isinstance(annotation, str) else getattr(annotation, "__name__", "")
    type_ = f": {named}".replace("'", "") if named and annotation is not parameter.empty else ""
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{parameter.name}{type_}{default}"


def _docstring(text: str) -> Iterator[str]:
    """Paragraphs; lines "name: what it is" as definitions, with the lines that go on below."""
    for part in re.split(r"\n\s*\n", text):
        entries: list[str] = []
        for line in part.split("\n"):
            if _PARAMETER.match(line) or not entries:
                entries.append(line)
            else:
                entries[-1] += f" {line.strip()}"
        for entry in entries:
            found = _PARAMETER.match(entry)
            if found:
                yield f"`{found[1].strip('`')}`\n: {prose(entry[found.end() :])}"
            else:
                yield prose(entry)


def _members(thing: Any) -> Iterator[str]:
    """Properties and methods that have a docstring."""
    for name, member in vars(thing).items():
        target = getattr(member, "func", None) or getattr(member, "fget", None) or member
        if name.startswith("_") or not inspect.isfunction(target) or not target.__doc__:
            continue
        call = "" if target is not member else f"({_arguments(target)})"
        yield f"`.{name}{call}`\n: {words(inspect.getdoc(target) or '')}"


def _arguments(function: Any) -> str:
    return ", ".join(name for name in inspect.signature(function).parameters if name != "self")
