from collections.abc import Iterator
from pathlib import Path

from mtcheck.document import Document
from mtcheck.lexicon import Lexicon, Match
from mtcheck.rule import Hit, bad, good, rule

PHRASES = Lexicon("desk-phrase", folder=Path(__file__).parent.parent / "languages")


@rule(
    category="style/unidiomatic-style",
    severity="minor",
    confidence="medium",
    languages=PHRASES.languages(),
    lexicon=PHRASES,
    examples=[
        bad("He said it ⟦in matter of⟧ the ministry.", source_lang="fr"),
        good("He said it in matter of the ministry."),
    ],
)
def desk_phrase(document: Document, match: Match) -> Iterator[Hit]:
    """A phrase that our desk has met in translations from French.

    Why: the engine renders the words one by one.
    Legitimate: in a text that was not translated.
    Fix: none.
    Authority: the desk's own list.
    """
    yield match.hit(f"Our desk does not write this. {match.entry.note}".strip())
