from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, bad, good, rule

MOST_LETTERS = 90


@rule(
    category="style/organizational-style",
    severity="minor",
    confidence="high",
    examples=[
        bad(
            "⟦Delegates of all the parties that had been invited met in the capital on Friday for "
            "talks on the budget⟧\n\nThey met on Friday."
        ),
        good("Talks open\n\nDelegates met on Friday."),
    ],
)
def long_headline(document: Document) -> Iterator[Hit]:
    """A headline that is cut off on a phone.

    Why: a translation is longer than its source, and nobody measures it.
    Legitimate: never on our site; the layout has room for 90 letters.
    Fix: none; only a person can shorten it.
    Authority: the Acme style book, page 4.
    """
    headline = document.headline
    if headline and headline.end - headline.start > MOST_LETTERS:
        yield Hit(headline.start, headline.end, f"The headline has over {MOST_LETTERS} letters.")
