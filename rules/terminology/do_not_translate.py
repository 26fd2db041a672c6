from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule

_TERMS = "source\tkeep\nApple Pay\tyes\nWho is Who\tyes\n"


@rule(
    category="terminology/wrong-term",
    severity="major",
    confidence="high",
    needs=("source", "glossary"),
    yields_to=("omitted-text",),
    examples=[
        bad(
            "⟦Kunden zahlen mit Apfel-Bezahlung.⟧ Das geht seit Montag.",
            "de",
            source_lang="en",
            source="Customers pay with Apple Pay. They have been able to since Monday.",
            glossary=_TERMS,
        ),
        bad(
            "⟦Покупатели платят через Эппл Пэй.⟧",
            "ru",
            source_lang="en",
            source="Customers pay with Apple Pay.",
            glossary=_TERMS,
        ),
        good(
            "Kunden zahlen mit Apple Pay.",
            "de",
            source_lang="en",
            source="Customers pay with Apple Pay.",
            glossary=_TERMS,
        ),
        good(
            "Zákazníci platí přes Apple Payem.",
            "cs",
            source_lang="en",
            source="Customers pay with Apple Pay.",
            glossary=_TERMS,
        ),
    ],
)
def do_not_translate(document: Document) -> Iterator[Hit]:
    """A term that must stay as it is was translated, or is missing.

    Why: an engine takes a brand or a title for ordinary words.
    Legitimate: endings that the target language hangs on the name.
    Fix: none; the sentence may have to be rebuilt around the name.
    Authority: the newsroom's own glossary; MQM, "wrong term".
    """
    from mtcheck.terminology.renderings import unrendered

    for span, match in unrendered(document):
        term = match.value
        if term.is_kept:
            yield Hit(
                *span,
                f"“{term.required[0]}” is not to be translated; it is not here.",
                suggestion=term.required[0],
                related=(Related(match.start, match.end, "in the source", "source"),),
            )
