from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="custom/suppression",
    severity="neutral",
    confidence="high",
    needs=("suppression",),
    examples=[
        bad(
            "Talks open in Moscow\n\n⟦⟧<!-- mtcheck-ignore mojibake: quoted from a log -->\n"
            "Delegates met on Friday."
        ),
        bad("⟦⟧<!-- mtcheck-ignore-file html-entity -->\nLe ministre a réagi lundi.", "fr"),
        bad(
            "Der Minister sprach am Montag.\n⟦⟧<!-- mtcheck-ignore-start mojibake: Zitat -->\n"
            "Er reiste ab.\n<!-- mtcheck-ignore-end -->\nTom und Ann blieben.",
            "de",
        ),
        good(
            "Talks open in Moscow\n\n<!-- mtcheck-ignore html-entity: the bank writes it so -->\n"
            "Delegates of the S&amp;P met on Friday."
        ),
        good(
            "<!-- mtcheck-ignore-file debris: a page on encodings -->\n"
            "Le ministère a publié la note R&amp;D lundi.",
            "fr",
        ),
        good("Delegates met on Friday.\n\nThey will meet again in June."),
    ],
)
def unused_suppression(document: Document) -> Iterator[Hit]:
    """A comment that suppresses findings where there are none.

    Such a comment hides the next real fault of its place, and who reads the file goes on trusting
    its reason. Only what this run has asked is spoken of: a comment for a rule that was not
    selected, or that needs the source where none was given, may have its use in another run.

    Why: the passage was mended, or moved away from its comment, or the rule has become better.

    Legitimate: a file that is checked with other settings elsewhere. Ignore this rule there.

    Fix: none; take the comment out, or the name that is of no use. The finding costs the text no
    points, since it is no fault of the translation.

    Authority: the linters of program code report the same (unused-noqa of ruff,
    reportUnusedDisableDirectives of ESLint).
    """
    if document.suppression:
        for notice in document.suppression.unused:
            yield Hit(notice.at, notice.at, notice.message, file_span=notice.file_span)
