"""What an editor tells of a rule: the words of its documentation, as Markdown."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

from mtcheck.lsp.places import Placed
from mtcheck.rule import CLOSE_MARK, OPEN_MARK, Example, Rule

_HEADING = re.compile(r"(?m)^(Why|Legitimate|Fix|Authority):")
_PAGES = "Documentation"
"""The label of the site's address among the package's links."""


def hover_text(placed: Placed, rule: Rule | None) -> str:
    """A finding and its rule, for the box that opens over the words."""
    finding = placed.finding
    lines = [f"**{finding.rule}** · {finding.severity} · {finding.category}", "", finding.message]
    if finding.suggestion:
        lines += ["", f"Better: {_literal(finding.suggestion)}"]
    source = placed.document.source_text
    for related in finding.related:
        if related.side == "source" and source is not None:
            lines += ["", f"{related.message}: {_literal(source[related.start : related.end])}"]
    if rule is not None:
        lines += ["", "---", "", *_about(rule)]
    return "\n".join(lines)


def explanation(rule: Rule) -> str:
    """A page on a rule, with its examples."""
    parts = [f"# {rule.name}", *_about(rule)]
    for title, wanted in (("Finds", True), ("Leaves alone", False)):
        chosen = [example for example in rule.examples if example.is_bad is wanted]
        parts += [f"## {title}"] if chosen else []
        parts += [f"```text\n{_marked(example)}\n```" for example in chosen]
    return "\n\n".join(part for part in parts if part) + "\n"


def _marked(example: Example) -> str:
    text = example.text
    for start, end in sorted(example.spans, reverse=True):
        text = f"{text[:start]}{OPEN_MARK}{text[start:end]}{CLOSE_MARK}{text[end:]}"
    return text


def page_of(rule: str, site: str | None) -> str | None:
    """The address of the rule's page on the documentation's site, where there is a site."""
    return f"{site.rstrip('/')}/rules/{rule}.html" if site else None


def documentation_site() -> str | None:
    """The address of the documentation that the installed package names."""
    try:
        links = metadata("mtcheck").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    for link in links:
        label, _, address = link.partition(",")
        if label.strip() == _PAGES:
            return str(address.strip())
    return None


def _about(rule: Rule) -> list[str]:
    return [_prose(rule.documentation), "", *_figures(rule)]


def _prose(documentation: str) -> str:
    """The documentation with its headings ("Why: ...") marked, each with a paragraph of its own."""
    return _HEADING.sub(r"\n**\1:**", documentation).replace("\n\n\n", "\n\n")


def _figures(rule: Rule) -> list[str]:
    """In one line: how seldom the rule speaks on news that nobody translated."""
    from mtcheck.evidence import worst_false_alarm_rate

    rate = worst_false_alarm_rate(rule.name)
    if rate is None:
        return []
    return [
        f"*On original news at most {rate:.2f} findings per 10,000 words in any language measured.*"
    ]


def _literal(text: str) -> str:
    """Words of the article, so that Markdown changes nothing in them."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{' '.join(text.split())}{fence}"
