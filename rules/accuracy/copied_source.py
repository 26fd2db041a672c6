from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    needs=("source",),
    yields_to=("structure", "debris", "wrong-language"),
    examples=[
        bad(
            "Le ministre est venu lundi. ⟦The unions oppose the reform of the pensions.⟧ Il est "
            "reparti le soir.",
            "fr",
            source_lang="en",
            source="The minister came on Monday. The unions oppose the reform of the pensions. "
            "He left in the evening.",
        ),
        bad(
            "Die Ministerin kam. ⟦Les syndicats s’opposent à la réforme des retraites.⟧",
            "de",
            source_lang="fr",
            source="La ministre est venue. Les syndicats s'opposent à la réforme des retraites.",
        ),
        bad(
            "The minister came. ⟦工会反对政府的养老金改革方案。⟧",
            source_lang="zh",
            source="部长来了。工会反对政府的养老金改革方案。",
        ),
        bad(
            "Міністр приїхав у понеділок. ⟦Профсоюзы выступили против новой реформы.⟧",
            "uk",
            source_lang="ru",
            source="Министр приехал в понедельник. Профсоюзы выступили против новой реформы.",
        ),
        bad(
            "大臣は月曜日に来た。⟦The unions oppose the reform of the pensions.⟧",
            "ja",
            source_lang="en",
            source="The minister came on Monday. The unions oppose the reform of the pensions.",
        ),
        good(
            "Buts : Mbappé (12e), Griezmann (45e). Arbitre : M. Oliver.",
            "fr",
            source_lang="en",
            source="Buts : Mbappé (12e), Griezmann (45e). Arbitre : M. Oliver.",
        ),
        good(
            "Songs: Let it be, All you need is love, Here comes the sun.",
            "it",
            source_lang="en",
            source="Songs: Let it be, All you need is love, Here comes the sun.",
        ),
        good(
            "New York, Londres, Paris, Tokyo.",
            "fr",
            source_lang="es",
            source="New York, Londres, Paris, Tokyo.",
        ),
        good(
            "Er sang: We are the champions of the world. Dann ging er.",
            "de",
            source_lang="fr",
            source="Il a chanté : We are the champions of the world. Puis il est parti.",
        ),
    ],
)
def copied_source(document: Document) -> Iterator[Hit]:
    """A sentence of the source stands in the translation as it was.

    Why: an engine gives back what it could not translate, or an editor's copy of the source was
    never replaced.
    Legitimate: lists of names, results, titles; what stands in a third language in the source too.
    Fix: none; the sentence has to be translated.
    Authority: MQM, "untranslated".
    """
    from mtcheck.bilingual.copies import copied_sentences

    for span, original in copied_sentences(document):
        yield Hit(
            *span,
            "This is the source's own sentence: nobody translated it.",
            suggestion="translate it",
            related=(Related(*original, "in the source", "source"),),
        )
