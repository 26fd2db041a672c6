from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages_with
from mtcheck.lexicon import Lexicon, Match
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="accuracy/mistranslation",
    severity="major",
    confidence="medium",
    languages=languages_with("false-friend.*.tsv"),
    lexicon=Lexicon("false-friend"),
    examples=[
        bad("The ⟦actual⟧ president took office in May.", source_lang="de"),
        bad("Le gouvernement compte un ⟦billion⟧ d'euros de dettes.", "fr", source_lang="en"),
        good("The gymnasium, built in 1931, arrived at noon."),
    ],
)
def false_friend(document: Document, match: Match) -> Iterator[Hit]:
    """A word that looks like the source's word and means something else.

    Why: an engine chose the target's word for its looks: "actual" for German aktuell (current),
    "assist" for French assister (attend), "eventual" for éventuel (possible).
    Legitimate: the word in its own sense. The lists hold the words with what shows the wrong
    sense; where only an editor who knows the source can see it, the entry is of medium
    confidence and speaks only in a text translated from that language.
    Fix: none; only a person can choose the word.
    Authority: each entry carries its own note, after the dictionaries of the two languages.
    """
    origin = " or ".join(language_name(source) for source in match.sources)
    yield match.hit(f"A false friend from {origin}. {match.entry.note}".strip())
