from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule

_FRENCH = (
    "Le ministre des Transports a inauguré mardi à Rouen la nouvelle ligne de tramway.\n\n"
    "Elle relie la gare au quartier du port en 14 minutes. Les travaux ont coûté 310 millions"
    " d'euros, soit 40 millions de plus que prévu.\n\n"
    "Les commerçants du centre attendent maintenant le retour de leurs clients."
)
_GERMAN = (
    "Die Polizei hat am Sonntag in Leipzig drei Männer festgenommen. Sie sollen in den"
    " vergangenen zwei Jahren 27 Autos gestohlen haben. Ein Sprecher der Staatsanwaltschaft"
    " sagte, die Ermittlungen dauerten an.\n\n"
    "Die Fahrzeuge wurden nach Polen gebracht und dort verkauft.\n\n"
    "Mehr zum Thema: Autodiebstahl"
)


@rule(
    category="accuracy/omission",
    severity="major",
    confidence="high",
    needs=("source",),
    examples=[
        bad(
            "The transport minister opened the new tram line in Rouen on Tuesday.\n\n"
            "⟦It links the station to the port district in 14 minutes.⟧\n\n"
            "Shopkeepers in the centre are now waiting for their customers to return.",
            source_lang="fr",
            source=_FRENCH,
        ),
        bad(
            "⟦The police arrested three men in Leipzig on Sunday.⟧ A spokesman for the"
            " prosecutors said the investigation was continuing.\n\n"
            "The vehicles were taken to Poland and sold there.",
            source_lang="de",
            source=_GERMAN,
        ),
        bad(
            "⟦В воскресенье полиция Лейпцига задержала троих мужчин.⟧ Представитель прокуратуры"
            " сообщил, что расследование продолжается.\n\n"
            "Машины вывезли в Польшу и там продали.",
            "ru",
            source_lang="de",
            source=_GERMAN,
        ),
        bad(
            "交通部长周二在鲁昂为新的有轨电车线路揭幕。\n\n⟦该线路连接火车站和港口区，全程14分钟。⟧\n\n"
            "市中心的商家现在期待顾客回来。",
            "zh",
            source_lang="fr",
            source=_FRENCH,
        ),
        good(
            "On Sunday, police in Leipzig arrested three men who are said to have stolen 27 cars in"
            " the past two years. The investigation is continuing, a spokesman for the public"
            " prosecutor's office said. The vehicles were taken to Poland and sold there.",
            source_lang="de",
            source=_GERMAN,
        ),
        good(
            "Verkehrsminister eröffnet am Dienstag in Rouen die neue Straßenbahnlinie. Sie"
            " verbindet den Bahnhof in 14 Minuten mit dem Hafenviertel.\n\nDie Bauarbeiten kosteten"
            " 310 Millionen Euro. Das sind 40 Millionen mehr als geplant. Die Händler im Zentrum"
            " warten nun darauf, dass ihre Kunden zurückkehren.",
            "de",
            source_lang="fr",
            source=_FRENCH,
        ),
        bad("⟦⟧", "de", source_lang="en", source="The bridge is closed, police said."),
        good(
            "« Nous partirons lundi à 8 heures », a dit le maire de Lyon.",
            "fr",
            source_lang="en",
            source='"We will leave at 8 on Monday," said the mayor of Lyon. He smiled.',
        ),
    ],
)
def omitted_text(document: Document) -> Iterator[Hit]:
    """A sentence or paragraph of the source has no counterpart in the translation.

    Why: an engine that is fed long passages drops sentences without a trace, and what is copied
    between systems by hand loses paragraphs. The text reads well, so nobody sees it without the
    source.
    Legitimate: translators join and split sentences and paragraphs: the texts are aligned first. A
    byline, a credit, a link to another article, a word or two and a short attribution may go.
    Fix: none; the finding stands at the sentence after which the text is missing, and shows it.
    Authority: MQM, "omission"; the alignment follows Gale and Church, "A Program for Aligning
    Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993.
    """
    source = document.source
    if source is None or not source.sentences:
        return
    if not document.sentences:
        yield Hit(
            0,
            len(document.text),
            "The translation is empty; the source is not.",
            related=(Related(*source.blocks[0][1:3], "in the source", "source"),),
        )
        return
    from mtcheck.bilingual.gaps import gaps, shown

    for gap in gaps(document, "source"):
        start, end = document.sentence_at(max(0, gap.other - 1))
        lost = shown(source.text[gap.start : gap.end])
        what = "this sentence" if gap.size == 1 else f"{gap.size} sentences"
        where = "after this" if gap.other else "before this"
        yield Hit(
            start,
            end,
            f"The translation leaves out {what} of the source {where}: “{lost}”",
            related=(Related(gap.start, gap.end, "in the source", "source"),),
        )
