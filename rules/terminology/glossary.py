from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule

_TERMS = "source\ttarget\nCentral Bank\tZentralbank|Notenbank\ninterest rate\tZinssatz\n"


@rule(
    category="terminology/wrong-term",
    severity="major",
    confidence="high",
    needs=("source", "glossary"),
    yields_to=("forbidden-term", "omitted-text", "copied-source", "do-not-translate"),
    examples=[
        bad(
            "⟦Die Mittelbank tagt am Montag.⟧ Sie senkte die Zinssätze.",
            "de",
            source_lang="en",
            source="The Central Bank meets on Monday. It cut interest rates.",
            glossary=_TERMS,
        ),
        bad(
            "⟦中央公司表示将降息。⟧",
            "zh",
            source_lang="en",
            source="The central bank said it would cut rates.",
            glossary="source,target\ncentral bank,央行|中央银行\n",
        ),
        bad(
            "⟦Le banc central se réunit lundi.⟧",
            "fr",
            source_lang="ru",
            source="Центральный банк соберётся в понедельник.",
            glossary="source\ttarget\nЦентральный банк\tbanque centrale\n",
        ),
        good(
            "Entscheidungen der Notenbanken fallen am Montag. Der Leitzinssatz bleibt.",
            "de",
            source_lang="en",
            source="Decisions of central banks fall on Monday. The interest rate stays.",
            glossary=_TERMS,
        ),
        good(
            "О решении Центрального банка сообщили в понедельник.",
            "ru",
            source_lang="en",
            source="The decision of the Central Bank was announced on Monday.",
            glossary="source\ttarget\ncentral bank\tЦентральный банк\n",
        ),
        good(
            "The porter met the reporters.",
            source_lang="fr",
            source="Le portier a rencontré les reporters.",
            glossary="source\ttarget\nport\tharbour\n",
        ),
        good(
            "Die Zentralbank der Schweiz tagt. Sie senkt den Leitzins kaum.",
            "de",
            source_lang="en",
            source="The Central Bank of Switzerland meets. The Central Bank will hardly cut.",
            glossary=_TERMS,
        ),
    ],
)
def glossary(document: Document) -> Iterator[Hit]:
    """A term of the glossary is rendered otherwise than the glossary says.

    Why: an engine does not know the newsroom's terms, and renders the same one in several ways.
    Legitimate: inflected forms, compounds, and a pronoun in the sentence after the term.
    Fix: none; the term may have to be inflected.
    Authority: the newsroom's own glossary; MQM, "wrong term".
    """
    from mtcheck.terminology.renderings import unrendered

    for span, match in unrendered(document):
        term = match.value
        if term.is_kept:
            continue
        form = document.source.text[match.start : match.end] if document.source else term.source
        note = f" {term.note}" if term.note else ""
        yield Hit(
            *span,
            f"The glossary renders “{form}” as “{' or '.join(term.required)}”; that is not "
            f"here.{note}",
            suggestion=term.required[0],
            related=(Related(match.start, match.end, "in the source", "source"),),
        )
