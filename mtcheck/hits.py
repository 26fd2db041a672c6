"""What the rules find in one document, before it is known what of that speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from mtcheck.document import Document
from mtcheck.finding import RuleFailure
from mtcheck.lexicon import Match, scan
from mtcheck.rule import Hit, Rule, RuleStoppedError

Found = tuple[Rule, Hit]


def all_hits(
    document: Document, rules: Sequence[Rule], failures: list[RuleFailure] | None = None
) -> list[Found]:
    """Every hit of the rules that can read the document, of any confidence.

    failures: takes what went wrong inside a rule, and the others go on; without it, it is raised.
    """
    claimed = [rule for rule in rules if rule.can_read(document)]
    lexicons = [rule.lexicon for rule in claimed if rule.lexicon and not rule.lexicon.folder]
    matches = scan(document, lexicons) if lexicons else {}
    found: list[Found] = []
    for rule in claimed:
        try:
            own = _matches(rule, document, matches)
            found += [
                (rule, hit)
                for hit in rule.hits(document, own)
                if not (document.asides and document.touches_aside(hit.start, hit.end))
            ]
        except Exception as error:
            if failures is None:
                raise
            failures.append(_failure(rule, error))
    return found


def _matches(
    rule: Rule, document: Document, found: Mapping[str, Sequence[Match]]
) -> Sequence[Match]:
    if rule.lexicon is None:
        return ()
    if rule.lexicon.folder:  # another's data: what is broken there must stop this rule alone
        found = scan(document, [rule.lexicon])
    return found.get(rule.lexicon.key, ())


def _failure(rule: Rule, error: Exception) -> RuleFailure:
    if isinstance(error, RuleStoppedError):
        return RuleFailure(rule.name, str(error), is_internal=False)
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    if rule.provider:
        place += f", {rule.provider}"
    return RuleFailure(rule.name, f"{type(error).__name__}: {error} ({place})")
