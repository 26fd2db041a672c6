"""Suppression: findings that a comment of the file keeps from being counted.

A comment within a block covers its line; one on its own the block that follows; `-file` all, and
`-start` what stands before the next `-end`. A finding is covered where it begins or ends there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from mtcheck.directives import Directive, Notice, directives
from mtcheck.document import Block, Comment, Document, Span
from mtcheck.finding import Finding, Suppressed
from mtcheck.patterns import late_pattern
from mtcheck.rule import SUPPRESSING_COMMENT, SUPPRESSION, Hit, Rule

ALL = "all"
"""In place of a rule: every one."""
_IN_TEXT = late_pattern(r"<!--\s*mtcheck-ignore(?:-\w+)?[^>\n]{0,200}-->")
_NEWLINES = "\r\n"
_NEWLINE = late_pattern(r"\r\n?|\n")


class Outcome(NamedTuple):
    """What is to be said of the document's comments; the rules of the family suppression say it."""

    unused: tuple[Notice, ...] = ()
    invalid: tuple[Notice, ...] = ()


class _Suppression:
    """One name of one comment. start, end: what it covers; a region is half-open."""

    def __init__(self, directive: Directive, name: str, rules: frozenset[str], span: Span) -> None:
        self.name = name
        self.rules = rules
        self.reason = directive.reason
        self.comment = directive.comment
        self.span = span
        self.is_region = directive.kind == "ignore-start"
        self.is_used = False

    def covers(self, rule: str, start: int, end: int) -> bool:
        if rule not in self.rules:
            return False
        first, last = self.span
        if self.is_region:
            return first <= start < last
        return first <= start <= last or first < end <= last


class Suppressions:
    """Those that the comments of a document ask for.

    rules: that were asked; their names are known beside those that ship.
    """

    def __init__(self, document: Document, rules: Sequence[Rule]) -> None:
        from mtcheck.registry import all_rules

        self._document = document
        self._asked = {rule.name for rule in rules}
        self._rules = {rule.name: rule for rule in (*all_rules(), *rules)}
        self._invalid = list(_left_in_text(document))
        self._active = list(self._of(directives(document.comments)))

    def __bool__(self) -> bool:
        return bool(self._active)

    def parted(
        self, findings: Iterable[Finding]
    ) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
        """(the findings that stay, those that a comment suppresses)."""
        kept: list[Finding] = []
        suppressed: list[Suppressed] = []
        for finding in findings:
            place = (finding.rule, finding.start, finding.end)
            by = [each for each in self._active if each.covers(*place)]
            for each in by:
                each.is_used = True
            if by:
                narrowest = min(by, key=lambda each: each.span[1] - each.span[0])
                suppressed.append(Suppressed(finding, "comment", narrowest.reason))
            else:
                kept.append(finding)
        return tuple(kept), tuple(suppressed)

    def outcome(self, found: Iterable[tuple[Rule, Hit]]) -> Outcome:
        """What to say of the comments once `parted` was asked. found: all hits, those too that
        are held back: a comment for one of them has its use."""
        idle = [each for each in self._active if not each.is_used and self._is_judged(each)]
        for rule, hit in found if idle else ():
            for each in idle:
                each.is_used |= each.covers(rule.name, hit.start, hit.end)
        unused = [
            Notice(
                each.comment.at,
                f"The comment in line {each.comment.line} suppresses nothing: {each.name} finds "
                "nothing there. Take it out.",
                each.comment.file_span,
            )
            for each in idle
            if not each.is_used
        ]
        return Outcome(_joined(unused), _joined(self._invalid))

    def _is_judged(self, suppression: _Suppression) -> bool:
        """Was all asked that the comment speaks of?"""
        document = self._document
        named = [self._rules[name] for name in suppression.rules]
        claimed = [rule for rule in named if rule.claims(document.target)]
        return bool(claimed) and all(
            rule.family != SUPPRESSION and rule.name in self._asked and rule.can_read(document)
            for rule in claimed
        )

    def _of(self, told: Iterable[Directive | Notice]) -> Iterator[_Suppression]:
        open_regions: list[_Suppression] = []
        for each in told:
            if isinstance(each, Notice):
                self._invalid.append(each)
            elif each.kind == "ignore-end":
                open_regions = self._ended(each, open_regions)
            else:
                for name in each.names:
                    if rules := self._named(name, each.comment):
                        suppression = _Suppression(each, name, rules, self._covered(each))
                        if each.kind == "ignore-start":
                            open_regions.append(suppression)
                        yield suppression
        for suppression in open_regions:
            self._complain(
                suppression.comment,
                f"begins a stretch without {suppression.name} that nothing ends: it goes on to the "
                f"end of the file. Write mtcheck-ignore-end where it is to end, or "
                "mtcheck-ignore-file",
            )

    def _ended(self, end: Directive, open_regions: list[_Suppression]) -> list[_Suppression]:
        left: list[_Suppression] = []
        for suppression in open_regions:
            if not end.names or suppression.name in end.names:
                suppression.span = Span(suppression.span.start, end.comment.at)
            else:
                left.append(suppression)
        if len(left) == len(open_regions):
            self._complain(end.comment, "ends a stretch that nothing begins. Take it out")
        return left

    def _named(self, name: str, comment: Comment) -> frozenset[str]:
        """The rules that a name stands for; none, and a complaint, where it is unknown."""
        if name == ALL:
            return frozenset(r.name for r in self._rules.values() if r.family != SUPPRESSION)
        rules = self._rules.values()
        found = {rule.name for rule in rules if name in (rule.name, rule.family, *rule.aliases)}
        if not found:
            known = sorted({*self._rules, *(rule.family for rule in rules), ALL})
            close = get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else "`mtcheck rules` lists them"
            self._complain(comment, f"names {name!r}, but no rule or family is called so; {hint}")
        return frozenset(found)

    def _complain(self, comment: Comment, message: str) -> None:
        end = "" if message.endswith("?") else "."
        said = f"The comment in line {comment.line} {message}{end}"
        self._invalid.append(Notice(comment.at, said, comment.file_span))

    def _covered(self, directive: Directive) -> Span:
        document, at = self._document, directive.comment.at
        length = len(document.text)
        if directive.kind == "ignore-file":
            return Span(0, length)
        if directive.kind == "ignore-start":
            return Span(at, length + 1)
        for segment in document.segments:
            if segment.target.start == at:
                return segment.target
        after = next((block for block in document.blocks if at <= block.start), None)
        if after and after.start == at:
            return Span(after.start, after.end)
        before = next((block for block in reversed(document.blocks) if block.start < at), None)
        if before and (on_line := _line_of_file(document, before, directive.comment)):
            return on_line
        if before and (at < before.end or (at == before.end and not document.file_map)):
            return _line(document.text, at)
        after = next((block for block in document.blocks if at <= block.start), None)
        return Span(after.start, after.end) if after else Span(length, length)


def _line(text: str, at: int) -> Span:
    start = max(text.rfind(mark, 0, at) for mark in _NEWLINES) + 1
    ends = [end for mark in _NEWLINES if (end := text.find(mark, at)) >= 0]
    return Span(start, min(ends, default=len(text)))


def _line_of_file(document: Document, block: Block, comment: Comment) -> Span | None:
    """What of the block stands on the comment's line of the file, where that is not the text."""
    if document.file_map is None:
        return None
    raw = document.file_map.raw
    starts = [0, *(found.end() for found in _NEWLINE.finditer(raw)), len(raw)]
    begin, close = starts[comment.line - 1], starts[comment.line]
    places = [
        (piece.start + max(0, begin - piece.file_start), piece.end - max(0, piece.file_end - close))
        if piece.is_linear
        else (piece.start, piece.end)
        for piece in document.file_map.pieces
        if block.start <= piece.start < block.end
        and piece.file_start < close
        and begin < piece.file_end
    ]
    return Span(places[0][0], places[-1][1]) if places else None


def _left_in_text(document: Document) -> Iterator[Notice]:
    """Plain text has no comments: what looks like one is text, and would be printed."""
    if SUPPRESSING_COMMENT in document.text:
        for found in _IN_TEXT.finditer(document.text):
            yield Notice(
                found.start(),
                "This stands in the text and suppresses nothing: plain text has no comments. Save "
                "the article as Markdown (.md), or use a baseline or the configuration.",
            )


def _joined(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """One notice a place."""
    at: dict[tuple[int, Span | None], list[str]] = {}
    for notice in notices:
        at.setdefault((notice.at, notice.file_span), []).append(notice.message)
    return tuple(
        Notice(place[0], " ".join(dict.fromkeys(at[place])), place[1])
        for place in sorted(at, key=lambda place: (place[0], place[1] or ()))
    )
