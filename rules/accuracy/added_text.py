from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule

_SPANISH = (
    "El Gobierno aprobó el jueves una ley que limita el precio del alquiler en las ciudades.\n\n"
    "La norma entrará en vigor el 1 de enero y se aplicará durante tres años.\n\n"
    "La oposición anunció que recurrirá la medida ante el Tribunal Constitucional."
)
_ENGLISH = (
    "Heavy rain flooded parts of northern Kenya on Saturday, killing 12 people, the Red Cross"
    " said.\n\nRoads to the town of Garissa were cut off. Rescue workers used boats to reach"
    " 300 families."
)


@rule(
    category="accuracy/addition",
    severity="major",
    confidence="high",
    needs=("source",),
    examples=[
        bad(
            "The government on Thursday passed a law that limits rents in cities.\n\n"
            "The rules take effect on 1 January and will apply for three years. ⟦Similar measures"
            " in Germany were struck down by the courts two years ago.⟧\n\n"
            "The opposition said it would challenge the measure in the Constitutional Court.",
            source_lang="es",
            source=_SPANISH,
        ),
        bad(
            "De fortes pluies ont inondé samedi des régions du nord du Kenya, faisant 12 morts,"
            " selon la Croix-Rouge.\n\nLes routes menant à la ville de Garissa ont été coupées. Les"
            " secouristes ont utilisé des bateaux pour atteindre 300 familles.\n\n⟦Le"
            " réchauffement climatique rend ces phénomènes plus fréquents, rappellent les"
            " scientifiques.⟧",
            "fr",
            source_lang="en",
            source=_ENGLISH,
        ),
        bad(
            "土曜日、ケニア北部の一部が大雨で浸水し、12人が死亡したと赤十字が発表した。\n\n"
            "ガリッサの町への道路は寸断された。⟦政府は首都ナイロビで緊急の閣議を開き、対策を協議している。⟧"
            "救助隊はボートを使って300世帯に到達した。",
            "ja",
            source_lang="en",
            source=_ENGLISH,
        ),
        good(
            "Starkregen hat am Samstag Teile Nordkenias überschwemmt. Nach Angaben des Roten"
            " Kreuzes kamen 12 Menschen ums Leben. Die Straßen zur Stadt Garissa waren"
            " unterbrochen. Rettungskräfte erreichten 300 Familien mit Booten.",
            "de",
            source_lang="en",
            source=_ENGLISH,
        ),
        good(
            "Власти в четверг приняли закон, ограничивающий арендную плату в городах. Он вступит в"
            " силу 1 января и будет действовать три года.\n\nОппозиция заявила, что обжалует меру"
            " в Конституционном суде.",
            "ru",
            source_lang="es",
            source=_SPANISH,
        ),
        good(
            "得票第二的委员要求重新点票，随后又放弃了。“我输得心服口服。”他对记者说。他家里养着两条狗。\n\n"
            "镇上花了3200美元，买了一张床和一幅画像。",
            "zh",
            source_lang="en",
            source="The runner-up asked for a recount and then withdrew. “I was beaten fair and"
            " square,” he told reporters. He owns two dogs.\n\nThe town spent $3,200 on a bed and a"
            " portrait.",
        ),
        good(
            "Talks went on until 4 a.m. Nobody won.",
            source_lang="fr",
            source="Les discussions ont duré jusqu'à 4 heures.",
        ),
    ],
)
def added_text(document: Document) -> Iterator[Hit]:
    """A sentence or paragraph of the translation has no counterpart in the source.

    Why: a language model explains, concludes or invents; an engine says a sentence twice; a part of
    another article stays on the page.
    Legitimate: translators join and split sentences and paragraphs: the texts are aligned first. A
    word or two, a credit or a short attribution may be added.
    Fix: none: whether the sentence is true, a person must say.
    Authority: MQM, "addition"; the alignment follows Gale and Church, "A Program for Aligning
    Sentences in Bilingual Corpora", Computational Linguistics 19(1), 1993.
    """
    source = document.source
    if source is None:
        return
    from mtcheck.bilingual.gaps import gaps

    for gap in gaps(document, "target"):
        what = "sentence" if gap.size == 1 else "passage"
        related: tuple[Related, ...] = ()
        if source.sentences:
            place = source.sentence_at(max(0, gap.other - 1))
            where = "the source's sentence before it" if gap.other else "the source begins so"
            related = (Related(*place, where, "source"),)
        yield Hit(
            gap.start,
            gap.end,
            f"The source has nothing that corresponds to this {what}.",
            related=related,
        )
