from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="custom/suppression",
    severity="minor",
    confidence="high",
    needs=("suppression",),
    examples=[
        bad("⟦⟧<!-- mtcheck-ignore -->\nDelegates of the S&amp;P met on Friday."),
        bad("⟦⟧<!-- mtcheck-ignore html-entitty: the bank's name -->\nDelegates met on Friday."),
        bad("⟦⟧<!-- mtcheck-ignore html-entity debris -->\nLe ministre a réagi lundi.", "fr"),
        bad("⟦⟧<!-- mtcheck-disable html-entity -->\nDer Minister sprach am Montag.", "de"),
        bad(
            "Delegates met on Friday.\n⟦⟧<!-- mtcheck-ignore-start html-entity: a table -->\n"
            "The S&amp;P fell."
        ),
        bad("Delegates met on Friday.\n⟦⟧<!-- mtcheck-ignore-end -->\nThe talks went on."),
        good(
            "<!-- mtcheck-ignore html-entity, debris: the bank writes it so -->\n"
            "Delegates of the S&amp;P met on Friday."
        ),
        good("<!-- mtcheck finds nothing here -->\nDelegates met on Friday."),
    ],
)
def invalid_suppression(document: Document) -> Iterator[Hit]:
    """A comment for mtcheck that names no rule or an unknown one, or cannot be read.

    It suppresses nothing, though its author believes that it does. A comment without the name of
    a rule does not suppress everything either: that would hide faults that nobody has seen yet
    (`all` in place of a name does it where it is meant).

    Why: a name was mistyped or is that of another tool, the colon before the reason is missing, a
    stretch is begun and never ended, or the comment stands in plain text, which has no comments.

    Legitimate: an article on mtcheck that prints such a comment as an example.

    Fix: none; the message says what to write. The finding fails a run as any other of its
    severity, but it costs the text no points, since it is no fault of the translation.

    Authority: the linters of program code report the same (invalid-rule-code of ruff; the check
    for blanket suppressions, PGH004, of pygrep-hooks).
    """
    if document.suppression:
        for notice in document.suppression.invalid:
            yield Hit(notice.at, notice.at, notice.message, file_span=notice.file_span)
