from collections.abc import Iterator

from mtcheck.document import Document
from mtcheck.language.conventions import language_name
from mtcheck.language.foreign_speech import foreign_speech, if_spoken
from mtcheck.language.latin_left import latin_sentences
from mtcheck.rule import Hit, bad, good, rule


@rule(
    category="accuracy/untranslated",
    severity="major",
    confidence="high",
    yields_to=("structure", "debris", "copied-source"),
    examples=[
        bad(
            "The minister spoke on Monday. ⟦Le gouvernement présentera une réforme des retraites "
            "avant la fin de l’année.⟧ The unions oppose it."
        ),
        bad(
            "⟦Le gouvernement présentera une réforme⟧\n\nThe minister spoke on Monday. "
            "The unions oppose the plan."
        ),
        bad(
            "La ministre a parlé lundi. ⟦The government will present the reform before the end of "
            "the year.⟧ Les syndicats s’y opposent.",
            "fr",
        ),
        bad(
            "Die Ministerin sprach am Montag. ⟦El gobierno presentará la reforma antes de que "
            "termine el año.⟧ Die Gewerkschaften sind dagegen.",
            "de",
        ),
        bad(
            "Der Sturm zog über die Küste.\n\n⟦Nessuno è rimasto ferito nell’incidente.⟧\n\n"
            "Die Schulen bleiben geschlossen.",
            "de",
        ),
        bad("Министр выступил в понедельник. ⟦The unions oppose the plan of the cabinet.⟧", "ru"),
        bad("Міністр виступив у понеділок. ⟦Профсоюзы выступили против этой реформы.⟧", "uk"),
        bad("部长周一发表讲话。⟦The unions oppose the plan of the government.⟧工会反对。", "zh"),
        bad("大臣は月曜日に演説した。⟦工会反对这项改革，他们说政府没有听取意见。⟧", "ja"),
        bad("تحدث الوزير يوم الاثنين. ⟦The unions oppose the plan of the government.⟧", "ar"),
        bad("The minister spoke on Monday. ⟦Профсоюзы выступили против реформы.⟧ He left."),
        bad("Il ministro ha parlato lunedì. ⟦外交部发言人周一表示反对。⟧ Poi è partito.", "it"),
        good("“Le gouvernement présentera une réforme des retraites”, he said, and left the room."),
        good("He cited Agence France-Presse, Le Monde et Libération, La Croix and Le Figaro."),
        bad("Die Fabrik schließt im Juni. ⟦Workers were told in a brief video call.⟧", "de"),
        bad("O museu fechou na segunda-feira. ⟦Les billets seront remboursés.⟧", "pt"),
        bad(
            "The mine is open. Photo: ⟦Ratownicy wyjeżdżają z szybu po akcji.⟧",
            source_lang="pl",
        ),
        good("They sang: Allons enfants de la patrie, le jour de gloire est arrivé."),
        good("Le jour de gloire est arrivé (the day of glory has come). They sang it twice."),
        good("Le pusieron Non, je ne regrette rien. Ella lloró mucho aquella noche.", "es"),
        good("Na zdi visela cedule. „Schlag? Einen Kaffee mit Schlag, bitte. To jsem já!“", "cs"),
        good("وعلى الجدار لافتة كتبها بنفسه: Please do not ask for ketchup here. ثم ابتسم.", "ar"),
        good("Zeitungen: The New York Times, The Guardian, The Sun, The Times of India.", "de"),
        good("Группа спела «We are the champions of the world» и ушла. Это был хит.", "ru"),
        bad(
            "Der Trainer war zufrieden. ⟦« On ne pense qu'à la finale »⟧, sagte er am Sonntag.",
            "de",
            source_lang="fr",
        ),
        bad(
            "部长发表了讲话。一名居民说：⟦“Nunca habíamos visto algo así en nuestro pueblo”⟧。",
            "zh",
            source_lang="es",
        ),
        bad(
            "Yağış sürüyor. Bir kadın, ⟦“So etwas haben wir hier noch nie erlebt”⟧ diye konuştu.",
            "tr",
            source_lang="de",
        ),
        bad(
            "The storm has passed. ⟦“Ми ніколи не бачили нічого подібного”⟧, one resident said.",
            source_lang="uk",
        ),
        good(
            "Der Trainer war froh. « On ne pense qu'à la finale » (Wir denken nur ans Finale), "
            "sagte er.",
            "de",
            source_lang="fr",
        ),
        good("Vi fick nej.\n\n– I can't open them in the house today, säger han och ler.", "sv"),
        good("Il a ri. « Yes, that is what we do here », a-t-il dit.", "fr", source_lang="de"),
    ],
)
def untranslated_sentence(document: Document) -> Iterator[Hit]:
    """A sentence was left in another language.

    Why: an engine gives back what it takes for a name or a citation, or loses a segment and fills
    the hole with the original. Every reader stumbles over it.
    Legitimate: quotations, lyrics and mottoes in quotation marks or after a colon, a sentence that
    its translation follows, lists of names and titles, links.
    Fix: none; the sentence has to be translated.
    Authority: MQM, "untranslated": a text segment that was intended for translation is left in the
    source language.
    """
    for passage in document.untranslated:
        if passage.kind == "sentence":
            languages = " or ".join(map(language_name, passage.sources)) or "another language"
            yield Hit(
                passage.start,
                passage.end,
                f"This is still in {languages}: the translation left it out.",
                suggestion="translate it",
                sources=passage.sources,
                confidence=if_spoken(document, passage),
            )
    for place in latin_sentences(document):
        if not any(
            passage.kind == "sentence" and passage.start < place.end and place.start < passage.end
            for passage in document.untranslated
        ):
            yield Hit(
                place.start,
                place.end,
                f"This is still in {language_name(place.sources[0])}: the translation left it out.",
                suggestion="translate it",
                sources=place.sources,
                confidence=place.confidence,
            )
    for speech in foreign_speech(document):
        languages = " or ".join(map(language_name, speech.sources[:3]))
        yield Hit(
            speech.start,
            speech.end,
            f"These words are still in {languages}: the translation kept them.",
            suggestion="translate them",
            sources=speech.sources,
            confidence="medium",
        )
