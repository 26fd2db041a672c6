from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="terminology/wrong-term",
    severity="major",
    confidence="high",
    needs=("glossary",),
    examples=[
        bad(
            "Die ⟦Flüchtlingswelle⟧ beschäftigt den Rat.",
            "de",
            glossary="target\tforbidden\tnote\nFluchtbewegung\tFlüchtlingswelle\tHausregel 4\n",
        ),
        bad(
            "⟦Illegal migrants⟧ reached the island.",
            glossary="target,forbidden\nundocumented migrants,illegal migrant|illegal alien\n",
        ),
        bad(
            "Жители ⟦Белоруссии⟧ голосуют.",
            "ru",
            glossary="target\tforbidden\nБеларусь\tБелоруссия\n",
        ),
        good(
            "The illegality of the migrants' camp was in doubt.",
            glossary="target,forbidden\nundocumented migrants,illegal migrant\n",
        ),
        good(
            "Die Welle der Flüchtlinge in Booten war drei Meter hoch.",
            "de",
            glossary="forbidden\nFlüchtlingswelle\n",
        ),
    ],
)
def forbidden_term(document: Document) -> Iterator[Hit]:
    """A word or phrase that the newsroom does not print.

    Why: an engine writes what it saw most often, not what the house style wants.
    Legitimate: whatever the glossary does not list; a quotation that needs the word.
    Fix: none; the right term may have to be inflected.
    Authority: the newsroom's own glossary.
    """
    if document.glossary is None:
        return
    for match in document.glossary.forbidden_in(document):
        term = match.value
        form = document.text[match.start : match.end]
        instead = " or ".join(f"“{required}”" for required in term.required)
        note = f" {term.note}" if term.note else ""
        yield Hit(
            match.start,
            match.end,
            f"The glossary forbids “{form}”.{note}",
            suggestion=instead or None,
        )
