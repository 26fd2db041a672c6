from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="accuracy/mistranslation",
    severity="major",
    confidence="high",
    needs=("source",),
    yields_to=("omitted-text", "added-text", "copied-source"),
    examples=[
        bad(
            "Das Geschäft ist 5 Millionen ⟦Euro⟧ wert.",
            "de",
            source_lang="en",
            source="The deal is worth $5 million.",
        ),
        bad(
            "股价上涨5%，至12亿⟦欧元⟧。",
            "zh",
            source_lang="en",
            source="Shares rose 5% to $1.2 billion.",
        ),
        bad(
            "Стоимость сделки составляет 5 миллионов ⟦рублей⟧.",
            "ru",
            source_lang="en",
            source="The deal is worth 5 million euros.",
        ),
        bad(
            "The fine is ⟦£⟧300.",
            source_lang="fr",
            source="L'amende est de 300 €.",
        ),
        good(
            "Das Geschäft ist 5 Millionen Dollar (4,6 Millionen Euro) wert.",
            "de",
            source_lang="en",
            source="The deal is worth $5 million.",
        ),
        good(
            "Он весит 50 фунтов и стоит 20 евро.",
            "ru",
            source_lang="en",
            source="It weighs 50 pounds and costs €20.",
        ),
        good(
            "Le prix est passé à 3 dollars australiens.",
            "fr",
            source_lang="en",
            source="The price rose to A$3.",
        ),
        good(
            "A 300-franc fine, about 280 euros, was imposed.",
            source_lang="de",
            source="Es wurde eine Busse von 300 Franken verhängt.",
        ),
    ],
)
def currency_mismatch(document: Document) -> Iterator[Hit]:
    """A sum stands in another currency than in the source, with no sum in the source's beside it.

    Why: an engine has seen more sums in one currency, and swaps the sign or the word.
    Legitimate: a conversion that stands beside the source's sum.
    Fix: none; the source's currency is named.
    Authority: MQM, "mistranslation".
    """
    source = document.source
    if source is None:
        return
    from mtcheck.bilingual.currencies import currencies_in

    for bead in document.beads:
        if bead.is_omission or bead.is_addition:
            continue
        here = currencies_in(document, bead.target)
        there = currencies_in(source, bead.source) if here else []
        codes = {currency.code for currency in there}
        if not codes or codes & {currency.code for currency in here}:
            continue
        original = there[0]
        form = document.text[here[0].start : here[0].end]
        words = source.text[original.start : original.end]
        yield Hit(
            here[0].start,
            here[0].end,
            f"The source's sum is in “{words}” ({original.code}), the translation's in “{form}” "
            f"({here[0].code}).",
            suggestion=original.code,
            related=(Related(original.start, original.end, "in the source", "source"),),
        )
