from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="terminology/inconsistent-use",
    severity="minor",
    confidence="high",
    needs=("source",),
    yields_to=("inconsistent-name", "duplicated-headline", "entity-mismatch"),
    examples=[
        bad(
            "The bridge will stay closed until the end of March.\nWorkers were surprised.\n"
            "⟦The bridge remains shut to the end of March.⟧",
            source_lang="de",
            source="Die Brücke bleibt bis Ende März gesperrt.\nDie Arbeiter waren überrascht.\n"
            "Die Brücke bleibt bis Ende März gesperrt.",
        ),
        bad(
            "Режиссёр Джон Уилсон приехал в город.\nПозже сам ⟦Вильсон⟧ выступил с речью.",
            "ru",
            source_lang="en",
            source="The director John Wilson came to the city.\nMr Wilson gave a speech later.",
        ),
        bad(
            "特朗普周一抵达日内瓦。\n随后⟦川普⟧会见了记者。",
            "zh",
            source_lang="en",
            source="Trump arrived in Geneva on Monday.\nTrump then met reporters.",
        ),
        bad(
            "Le pont restera fermé jusqu'à la fin du mois de mars.\nRien d'autre n'a changé.\n"
            "⟦Le pont ne rouvrira pas avant fin mars.⟧",
            "fr",
            source_lang="en",
            source="The bridge will stay closed until the end of March.\nNothing else changed.\n"
            "The bridge will stay closed until the end of March.",
        ),
        bad(
            "Метро вводит «тихие вагоны».\nЖалоб было много.\n"
            "На «⟦спокойные купе⟧» компания потратила 3,2 млн юаней.",
            "ru",
            source_lang="zh",
            source="地铁试行“安静车厢”。\n投诉很多。\n为“安静车厢”，集团投入320万元。",
        ),
        bad(
            "Die Brauerei Pine & Salt ruft Dosen zurück.\nNiemand wurde schwer verletzt.\n"
            "Die Kunden bekommen ihr Geld.\n"
            "Die 2009 gegründete Firma ⟦Kiefer & Salz⟧ braut im Westen.",
            "de",
            source_lang="en",
            source="The brewery Pine & Salt recalls cans.\nNobody was badly hurt.\n"
            "Customers get their money back.\nFounded in 2009, Pine & Salt brews in the west.",
        ),
        good(
            "Метро вводит «тихие вагоны».\nЖалоб было много.\n"
            "На «тихий вагон» компания потратила 3,2 млн юаней.",
            "ru",
            source_lang="zh",
            source="地铁试行“安静车厢”。\n投诉很多。\n为“安静车厢”，集团投入320万元。",
        ),
        good(
            "Прем'єр Джонсон приїхав. Із Джонсоном зустрівся міністр.",
            "uk",
            source_lang="en",
            source="Prime Minister Johnson came. The minister met Johnson.",
        ),
        good(
            "So ist es.\nDas sagte er am Montag.\nGenau so.",
            "de",
            source_lang="en",
            source="That is so.\nHe said it on Monday.\nThat is so.",
        ),
        good(
            "The bridge will stay closed until the end of March.\n"
            "“The bridge will stay closed until the end of March”.",
            source_lang="de",
            source="Die Brücke bleibt bis Ende März gesperrt.\n"
            "„Die Brücke bleibt bis Ende März gesperrt.“",
        ),
    ],
)
def inconsistent_translation(document: Document) -> Iterator[Hit]:
    """The source repeats a sentence or a name, and the translation renders it in two ways.

    Why: an engine translates each sentence as if it were the first, so a repeated sentence comes
    out differently, and a name in another script gets a second spelling.
    Legitimate: short sentences, which a text may vary; endings; another name that sounds alike.
    Only sentences that the source repeats word for word are compared, and short phrases that both
    texts quote; a name of several words only where the target keeps it as it is once.
    Fix: none; the finding shows both places.
    Authority: MQM, "inconsistent use of terminology".
    """
    from mtcheck.bilingual.renderings import (
        kept_names_in_two_renderings,
        names_in_two_spellings,
        quoted_terms_in_two_renderings,
        repeated_sentences,
    )

    for found in repeated_sentences(document):
        yield Hit(
            *found.second,
            "The source repeats this sentence word for word; the translation renders it twice"
            " differently.",
            related=(
                Related(*found.first, "first rendered so"),
                Related(*found.source, "in the source", side="source"),
            ),
        )
    for sentence, earlier in document.memory.other_renderings(document) if document.memory else ():
        yield Hit(
            *sentence.target,
            f"The same sentence is rendered otherwise in {earlier.place}.",
            suggestion=earlier.text,
            related=(Related(*sentence.source, "in the source", side="source"),),
        )
    for found in names_in_two_spellings(document):
        first, second = (document.text[slice(*span)] for span in (found.first, found.second))
        yield Hit(
            *found.second,
            f"The source spells this name in one way; the translation has “{first}” and"
            f" “{second}”.",
            suggestion=first,
            related=(
                Related(*found.first, "first spelt so"),
                Related(*found.source, "in the source", side="source"),
            ),
        )
    for renderings, what in (
        (quoted_terms_in_two_renderings(document), "quotes this phrase twice"),
        (kept_names_in_two_renderings(document), "has this name twice"),
    ):
        for found in renderings:
            first, second = (document.text[slice(*span)] for span in (found.first, found.second))
            yield Hit(
                *found.second,
                f"The source {what}; the translation has “{first}” and “{second}”.",
                confidence="medium",
                related=(
                    Related(*found.first, "first rendered so"),
                    Related(*found.source, "in the source", side="source"),
                ),
            )
