"""What the comments of a file tell mtcheck: `mtcheck-ignore RULE[, FAMILY...]: reason`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from mtcheck.document import Comment, Span
from mtcheck.patterns import late_pattern

Kind = Literal["ignore", "ignore-file", "ignore-start", "ignore-end"]
KINDS: tuple[Kind, ...] = ("ignore", "ignore-file", "ignore-start", "ignore-end")

_ADDRESSED = late_pattern(r"(?s)\s*mtcheck(?:-(?P<kind>[\w-]+)|\s*:\s*(?=ignore))(?P<rest>.*)")
_NAME = late_pattern(r"\w[\w-]*")
_MARKS = " \t\r\n\"'[]"
_LOOK = "mtcheck-ignore RULE: reason"


class Directive(NamedTuple):
    """A comment that tells what is not to be reported.

    names: the rules and families as written; none only for `ignore-end`, which then ends all.
    """

    kind: Kind
    names: tuple[str, ...]
    reason: str
    comment: Comment


class Notice(NamedTuple):
    """What is wrong with a comment. at: the offset in the text that it stands before. file_span: as
    that of the comment."""

    at: int
    message: str
    file_span: Span | None = None


def directives(comments: Iterable[Comment]) -> Iterator[Directive | Notice]:
    """What each comment tells that is meant for mtcheck, or why it tells nothing."""
    for comment in comments:
        if "mtcheck" in comment.text and (found := _ADDRESSED.match(comment.text)):
            yield _directive(found["kind"], found["rest"], comment)


def _directive(kind: str | None, rest: str, comment: Comment) -> Directive | Notice:
    if kind not in KINDS:
        return _invalid(comment, f"is none that mtcheck knows; write {_LOOK}")
    rest = rest.strip().removeprefix(":")
    listed, _, reason = rest.replace("：", ":").partition(":")
    names = tuple(name for part in listed.split(",") if (name := part.strip(_MARKS)))
    if not names and kind != "ignore-end":
        return _invalid(
            comment, f"names no rule, so it suppresses nothing; write mtcheck-{kind} RULE: reason"
        )
    if any(not _NAME.fullmatch(name) for name in names):
        return _invalid(
            comment,
            "cannot be read, so it suppresses nothing; part the rules by commas, and the reason "
            f"from them by a colon: mtcheck-{kind} RULE, FAMILY: reason",
        )
    return Directive(kind, names, " ".join(reason.split()), comment)


def _invalid(comment: Comment, message: str) -> Notice:
    shown = " ".join(comment.text.split())
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    said = f"The comment “{shown}” in line {comment.line} {message}."
    return Notice(comment.at, said, comment.file_span)


def comment_for(rule: str, reason: str = "") -> str:
    """The text of a comment that suppresses the rule where it stands (see `directives`)."""
    return f"mtcheck-ignore {rule}: {reason}" if reason else f"mtcheck-ignore {rule}"
