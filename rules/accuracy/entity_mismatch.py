from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="accuracy/mistranslation",
    severity="major",
    confidence="high",
    needs=("source",),
    examples=[
        bad(
            "The talks were called off by President ⟦Putin⟧ on Monday.",
            source_lang="uk",
            source="Переговори скасував президент Зеленський у понеділок.",
        ),
        bad(
            "Le ministre a rencontré ⟦Scholz⟧ à Varsovie.",
            "fr",
            source_lang="en",
            source="The minister met Macron in Warsaw.",
        ),
        bad(
            "Die Abgeordnete lebt heute in ⟦Wien⟧.",
            "de",
            source_lang="en",
            source="The lawmaker now lives in Lisbon.",
        ),
        bad(
            "По словам директора, завод в ⟦Берлине⟧ закроют летом.",
            "ru",
            source_lang="en",
            source="The plant in Madrid will close in summer, the director said.",
        ),
        bad(
            "总统⟦普京⟧周一访问了该地区。",
            "zh",
            source_lang="en",
            source="President Macron visited the region on Monday.",
        ),
        bad(
            "⟦メルケル⟧首相は月曜日に演説した。",
            "ja",
            source_lang="en",
            source="The prime minister, Boris Johnson, gave a speech on Monday.",
        ),
        bad(
            "Podle agentury odjel prezident ⟦Duda⟧ v pondělí do Londýna.",
            "cs",
            source_lang="en",
            source="President Erdogan left for London on Monday, the agency said.",
        ),
        bad(
            "„Ich dachte, jemand schießt“, sagte der 38-jährige Schulbusfahrer Kyle ⟦Denver⟧.",
            "de",
            source_lang="en",
            source="“I thought someone was shooting,” said Kyle Denham, 38, a school bus driver.",
        ),
        bad(
            "Une entreprise ⟦suédoise⟧ a racheté la mine, fermée en 2019.",
            "fr",
            source_lang="en",
            source="A Norwegian company bought the mine, which closed in 2019.",
        ),
        bad(
            "Замдиректора Чжоу ⟦Цзяньмин⟧ рассказал о жалобах пассажиров.",
            "ru",
            source_lang="zh",
            source="副总经理周启明说，乘客投诉很多。",
        ),
        bad(
            "Das System wird 2027 auf die Stadtteile Triana und ⟦Macarena⟧ ausgeweitet.",
            "de",
            source_lang="es",
            source="El sistema se ampliará en 2027 a los barrios de Triana y Nervión.",
        ),
        good(
            "В Австрии спасатели подняли корову из ущелья",
            "ru",
            source_lang="de",
            source="Bergretter holen Kuh aus Schlucht",
        ),
        good(
            "缅因州马斯克尔港有了一位名誉旅游局长。",
            "zh",
            source_lang="en",
            source="Port Maskell, Maine, has an honorary tourism chief.",
        ),
        good(
            "Le chancelier Scholz a quitté Londres et Pékin ; l'Allemand rentre à Munich.",
            "fr",
            source_lang="de",
            source="Kanzler Scholz hat London und Peking verlassen; der Deutsche kehrt nach München"
            " zurück.",
        ),
        good(
            "Президента Джонсона ждут в Женеве; с ним едет Жан-Клод Юнкер.",
            "ru",
            source_lang="en",
            source="President Johnson is expected in Geneva; Jean-Claude Juncker is with him.",
        ),
        good(
            "German officials said the White House had been told. Zelenskyy agreed.",
            source_lang="ru",
            source="Чиновники Германии сообщили, что Белый дом извещён. Зеленский согласился.",
        ),
        good(
            "特朗普在华盛顿会见了马克龙。",
            "zh",
            source_lang="en",
            source="Trump met Macron in Washington.",
        ),
        good(
            "Sánchez viajará a los Países Bajos, dijo un portavoz.",
            "es",
            source_lang="en",
            source="The Spanish prime minister will travel to the Netherlands, a spokesman said."
            " Sánchez leaves on Friday.",
        ),
    ],
)
def entity_mismatch(document: Document) -> Iterator[Hit]:
    """A person or place in the translation is not the one that the source names.

    Why: an engine has seen some names far more often than others and puts the one that usually
    stands in such a sentence. Nothing in the translation betrays it: only the source tells.
    Legitimate: other spellings and scripts (Зеленский, Zelenskyy), endings, the target's own names
    of places (München, Munich), adjectives of nations and names made of common words (White House)
    are told from other names. A replaced surname is told by the given name before it, a replaced
    nation by its adjective. A name that the translation adds or leaves out is no fault, as long
    as it takes no other's place; only known people whom the source does not name at all are marked
    by themselves.
    Fix: none; the finding shows the source's name.
    Authority: MQM, "mistranslation" of named entities.
    """
    source = document.source
    if source is None:
        return
    from mtcheck.bilingual.name_matches import mismatches

    for mismatch in mismatches(document):
        start, end = mismatch.target
        ours = document.text[start:end]
        if mismatch.source[0] == mismatch.source[1]:
            yield Hit(
                start,
                end,
                f"The translation names “{ours}”; the source does not.",
                confidence="medium",
            )
            continue
        theirs = source.text[slice(*mismatch.source)]
        yield Hit(
            start,
            end,
            f"The source names “{theirs}”; the translation has “{ours}” here.",
            related=(Related(*mismatch.source, "in the source", side="source"),),
            confidence="high" if mismatch.is_invented else "medium",
        )
