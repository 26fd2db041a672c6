from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.rule import Hit, Related, bad, good, rule


@rule(
    category="accuracy/omission",
    severity="major",
    confidence="high",
    needs=("source",),
    yields_to=("omitted-text", "untranslated-sentence", "wrong-language", "copied-source"),
    examples=[
        bad(
            "Die Ministerin kam am Montag. ⟦Wir werden das Krankenhaus nicht schließen, sagte "
            "sie.⟧ Danach reiste sie ab.",
            "de",
            source_lang="en",
            source="The minister came on Monday. “We will not close the hospital,” she said. "
            "Then she left.",
        ),
        bad(
            "⟦We will not close the hospital, she told reporters on Monday.⟧",
            source_lang="fr",
            source="« Nous ne fermerons pas cet hôpital », a-t-elle dit lundi à la presse.",
        ),
        bad(
            "⟦Мы не закроем эту больницу в ближайшие годы.⟧ Так сказала она.",
            "ru",
            source_lang="en",
            source="“We will not close this hospital in the coming years.” So she said.",
        ),
        bad(
            "⟦我们不会关闭这家医院，她周一对记者说。⟧",
            "zh",
            source_lang="en",
            source="“We will not close the hospital,” she told reporters on Monday.",
        ),
        bad(
            "Elle a dit : ⟦« Nous ne fermerons pas cet hôpital.⟧ Elle est ensuite partie.",
            "fr",
            source_lang="en",
            source="She said: “We will not close this hospital.” Then she left.",
        ),
        bad(
            "⟦«Сегодня мы едем сорок минут. По мосту будет двенадцать, сказала она.⟧ Потом ушла.",
            "ru",
            source_lang="de",
            source="„Heute fahren wir vierzig Minuten. Mit der Brücke sind es zwölf“, sagte sie."
            " Dann ging sie.",
        ),
        bad(
            "⟦«He perdido contra mi empleado»⟧, dijo entre risas al recoger la copa en su lugar.",
            "es",
            source_lang="fr",
            source="« J'ai perdu contre mon salarié, et il ne prend même pas de vacances », a-t-il"
            " ri en recevant la coupe à sa place.",
        ),
        bad(
            "Die Bäcker reagierten. ⟦„Le geste ne se télécharge pas“⟧, sagte ihre Vorsitzende.",
            "de",
            source_lang="fr",
            source="Les boulangers ont réagi. « Le geste ne se télécharge pas », a estimé leur"
            " présidente.",
        ),
        good(
            "— Nous ne fermerons pas l’hôpital, dit-elle lundi.",
            "fr",
            source_lang="en",
            source="“We will not close the hospital,” she said on Monday.",
        ),
        good(
            "月曜日、同氏は今日は街を離れないと述べた。",
            "ja",
            source_lang="en",
            source="“We will not leave the city today,” he said on Monday.",
        ),
        good(
            "Она назвала план хорошим.",
            "ru",
            source_lang="en",
            source="She called the plan a “good thing”.",
        ),
        good(
            "Sie sagte, man werde das Krankenhaus in den nächsten Jahren nicht schließen.",
            "de",
            source_lang="en",
            source="“We will not close the hospital in the coming years,” she said.",
        ),
        good(
            "„Wir schließen nicht. Das Haus bleibt offen“, sagte sie der Zeitung am Montag.",
            "de",
            source_lang="en",
            source="“We are not closing. The hospital stays open,” she told the paper on Monday.",
        ),
    ],
)
def quotation_mismatch(document: Document) -> Iterator[Hit]:
    """A quotation of the source lost a mark or a part, or stands untranslated in the translation.

    Why: an engine drops quotation marks, above all those that open in one sentence and close in
    another; the paper then says as its own what somebody said.
    Legitimate: indirect speech, dialogue that a dash opens, single words that the source sets in
    marks; foreign words that a translation in brackets follows. Who speaks is not guessed.
    Fix: none; a person has to see where the quotation ends.
    Authority: AP Stylebook, "quotations in the news": what stands in marks are the very words.
    """
    from mtcheck.bilingual.quotations import lost_marks, lost_partners, shortened, untranslated

    for bead, quotation in lost_marks(document):
        yield Hit(
            *bead.target,
            "The source quotes this; the translation lost the quotation marks, so the paper now "
            "says it in its own name.",
            suggestion="put the marks back, or make it indirect speech",
            related=(Related(quotation.start, quotation.end, "in the source", "source"),),
        )
    for mark, quotation, limit in lost_partners(document):
        lacks = "closes" if mark.opens else "opens"
        end = mark.start + len(mark.mark)
        yield Hit(
            mark.start if mark.opens else limit,
            max(limit, end) if mark.opens else end,
            f"Nothing {lacks} this quotation, and in the source something does: the translation "
            "lost the other mark.",
            suggestion="put the other mark where the source has it",
            related=(Related(quotation.start, quotation.end, "in the source", "source"),),
        )
    for span, quotation in shortened(document):
        yield Hit(
            *span,
            "The source's quotation goes on; the translation gives a part of it.",
            suggestion="translate the rest of the quotation",
            related=(Related(quotation.start, quotation.end, "in the source", "source"),),
        )
    for span, quotation in untranslated(document):
        yield Hit(
            *span,
            "The quotation stands in the language of the source: nobody translated it.",
            suggestion="translate it",
            related=(Related(quotation.start, quotation.end, "in the source", "source"),),
        )
