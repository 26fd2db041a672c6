from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.data import languages_with
from mtcheck.lexicon import Lexicon, Match
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="style/unidiomatic-style",
    severity="minor",
    confidence="medium",
    languages=languages_with("calque.*.tsv"),
    yields_to=("false-friend",),
    lexicon=Lexicon("calque"),
    examples=[
        bad(
            "⟦Russian diplomacy⟧ called on Hamas to release its hostages.",
            source_lang="fr",
        ),
        bad("He confirmed it in a ⟦press release⟧, his ministry said.", source_lang="fr"),
        bad("Le maire a tenu une ⟦conférence de nouvelles⟧ vendredi.", "fr"),
        bad("Er sprach auf einer ⟦Nachrichtenkonferenz⟧ in Kairo.", "de"),
        bad("El alcalde dio una ⟦conferencia de noticias⟧ en Lima.", "es"),
        good("Russian diplomacy is slow, and its critics say so.", source_lang="fr"),
        good("Israeli naval commandos boarded the ship, the army said.", source_lang="fr"),
        good("She recalled that night as if it were yesterday.", source_lang="fr"),
        good("The ministry confirmed it in a press release on Friday."),
    ],
)
def calque(document: Document, match: Match) -> Iterator[Hit]:
    """A set phrase of the source language's newsrooms, rendered word for word.

    Why: an engine translates the words that stand there; an editor of the target language would
    have reached for another phrase.
    Legitimate: most of these phrases are also good prose in some other sense. Such entries are of
    medium confidence: they speak only in a text that is known, or shown by its other artifacts,
    to be translated from that language. A quotation may keep its speaker's words.
    Fix: none; only a person can choose the phrase.
    Authority: each entry carries its own note; the entries were read by editors' eyes against
    corpora of original news.
    """
    origin = " or ".join(language_name(source) for source in match.sources)
    yield match.hit(f"A word-for-word rendering from {origin}. {match.entry.note}".strip())
